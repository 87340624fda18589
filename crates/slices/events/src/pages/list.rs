//! `/veranstaltungen`: coming events, then past ones.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use golden_thread::pages::{Year, by_year};
use golden_thread::{EntryId, Filters, Kind, Query, Side};
use web::{Answer, Ctx, PAGE_SIZE, Page, Pager, html};

use super::results::Results;
use crate::paths::EventsPath;
use crate::place;
use crate::store::{self, Listed, Stretch, Tally};

/// Origins and outcomes that the list names of each event.
const ROOM: usize = 1;

#[derive(Template)]
#[template(path = "pages/list.html")]
struct ListPage {
    page: Page,
    filters: Filters,
    tally: Tally,
    groups: Vec<Group>,
    origins: HashMap<EntryId, Results>,
    results: HashMap<EntryId, Results>,
    pager: Pager,
}

/// The events of one stretch of the list.
struct Group {
    stretch: Stretch,
    events: Vec<Listed>,
}

pub(super) async fn show(_: EventsPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let filters = Filters::load(conn, &ctx, &query, &[Kind::EVENT]).await?;
    let (filter, today) = (filters.card_filter(), ctx.state().clock.today());
    let tally = store::tally(conn, filter, today).await?;
    let events = store::list(conn, ctx.locale(), filter, today, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
    let ids: Vec<EntryId> = events.iter().map(|event| event.card.id).collect();
    let origins = Results::of(conn, ctx.locale(), &ids, Side::Origin, ROOM).await?;
    let results = Results::of(conn, ctx.locale(), &ids, Side::Outcome, ROOM).await?;
    let pager = Pager::new(&ctx, query.seite, PAGE_SIZE, tally.total, &filters.encoded());
    let page = Page::new(ctx.clone(), ctx.t("event-list-title")).described(ctx.t("event-list-lead"));
    html(&ListPage { groups: groups(events), page, filters, tally, origins, results, pager })
}

fn groups(mut events: Vec<Listed>) -> Vec<Group> {
    let mut groups = Vec::new();
    for stretch in Stretch::ALL {
        let (here, rest) = events.into_iter().partition(|event| event.stretch == stretch);
        groups.push(Group { stretch, events: here });
        events = rest;
    }
    groups.retain(|group| !group.events.is_empty());
    groups
}

impl Group {
    /// Its id in the page, for links to it.
    fn id(&self) -> &'static str {
        match self.stretch {
            Stretch::Upcoming => "upcoming",
            Stretch::Unclear => "unclear",
            Stretch::Past => "past",
            Stretch::Undated => "undated",
        }
    }

    fn years(&self) -> Vec<Year<'_, Listed>> {
        by_year(&self.events, |event| &event.card)
    }

    fn title(&self, page: &Page) -> String {
        page.t(&format!("event-list-{}", self.id()))
    }
}

impl Listed {
    /// Its place, and its parent or its sub-events.
    fn details(&self, page: &Page) -> Option<String> {
        let place = place::short(self.venue.as_deref(), self.town.as_deref());
        let details: Vec<String> = [place, self.parts(page)].into_iter().flatten().collect();
        (!details.is_empty()).then(|| details.join(" · "))
    }

    fn parts(&self, page: &Page) -> Option<String> {
        match (&self.parent, self.parts) {
            (Some(parent), _) => Some(page.t_with("event-part-of", "title", parent)),
            (None, 0) => None,
            (None, parts) if parts == self.forums => Some(page.t_count("event-with-forums", parts)),
            (None, parts) => Some(page.t_count("event-with-parts", parts)),
        }
    }
}
