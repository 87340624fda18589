//! `/veranstaltungen/{slug}`: one event with all that belongs to it.

use std::collections::HashMap;

use askama::Template;
use base::Locale;
use db::Conn;
use edtf::When;
use golden_thread::entry::EntryPage;
use golden_thread::{Card, EntryId, Kind};
use web::{Answer, Ctx, Error, Page};

use super::parts::{PARTS, Parts};
use crate::event;
use crate::organisers::{self, Group};
use crate::paths::{EventPath, EventsPath};
use crate::place;
use crate::programme::{Day, Heading, Missing, Programme};
use crate::sector_ring::{self, Share};
use crate::store;

#[derive(Template)]
#[template(path = "pages/show.html")]
struct ShowPage {
    page: Page,
    entry: EntryPage,
    hours: Option<String>,
    place: Vec<String>,
    /// Its town, and the link to other entries there.
    town: Option<(String, String)>,
    /// Web address where people sign up.
    sign_up: Option<String>,
    /// Web address where people take part online.
    online: Option<String>,
    parent: Option<Card>,
    who: Vec<Group>,
    parts: Parts,
    programme: Programme,
    documents: Documents,
    shares: Vec<Share>,
    is_over: bool,
    is_ahead: bool,
}

/// The documents about the event.
struct Documents {
    cards: Vec<Card>,
    /// Their web addresses, as far as they are known.
    urls: HashMap<EntryId, String>,
}

pub(crate) async fn show(path: EventPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let locale = ctx.locale();
    let entry = EntryPage::load(conn, &ctx, Kind::EVENT, &path.slug).await?;
    let (id, when) = (entry.card.id, entry.card.when);
    let contact = bodies::contact_for(conn, &ctx, &entry.fields).await?;
    let particulars = store::particulars(conn, id).await?;
    let parent = store::parent_of(conn, locale, id).await?;
    let (previous, next) = neighbours(conn, locale, &entry.card, parent.as_ref()).await?;
    let involved = store::involved_bodies(conn, id).await?;
    let mut page = entry.page(ctx.clone(), Some((ctx.t("event-list-title"), EventsPath.to_string())));
    if let Some(parent) = &parent {
        page = page.below(parent.title.clone(), parent.path());
    }
    let page = ShowPage {
        page,
        hours: event::hours(&ctx, particulars.starts, particulars.ends),
        place: place::lines(particulars.venue.as_deref(), particulars.address.as_deref(), particulars.town.as_deref()),
        town: particulars.town.zip(entry.card.municipality.as_deref().map(|ags| bodies::BodiesPath.of_town(ags))),
        sign_up: particulars.sign_up,
        online: particulars.online,
        entry: EntryPage { previous, next, ..entry.with_contact(contact) },
        parent,
        who: who(conn, &ctx, id).await?,
        parts: Parts::load(conn, locale, id).await?,
        programme: Programme::of(&store::programme_of(conn, id).await?, when),
        documents: documents(conn, locale, id).await?,
        shares: sector_ring::shares(&bodies::sectors_of(conn, &involved).await?),
        is_ahead: when.and_then(When::earliest).is_some_and(|day| day > ctx.state().clock.today()),
        is_over: when.and_then(When::latest).is_some_and(|day| day < ctx.state().clock.today()),
    };
    let page = page.arranged();
    page.entry.sections.answer(&page)
}

/// The neighbours: among its siblings for a sub-event, else among events without parent.
async fn neighbours(
    conn: &mut Conn<'_>,
    locale: Locale,
    card: &Card,
    parent: Option<&Card>,
) -> Result<(Option<Card>, Option<Card>), Error> {
    let Some(parent) = parent else { return Ok(store::neighbours(conn, locale, card).await?) };
    let siblings = store::parts_of(conn, locale, parent.id, PARTS).await?;
    let place = siblings.iter().position(|sibling| sibling.card.id == card.id);
    let at = |place: Option<usize>| place.and_then(|place| siblings.get(place)).map(|sibling| sibling.card.clone());
    Ok((at(place.and_then(|place| place.checked_sub(1))), at(place.map(|place| place + 1))))
}

async fn who(conn: &mut Conn<'_>, ctx: &Ctx, id: EntryId) -> Result<Vec<Group>, Error> {
    let organisers = store::organisers_of(conn, ctx.locale(), id).await?;
    let roles = bodies::roles_in(conn, ctx, id).await?;
    Ok(organisers::groups(organisers, roles.into_iter().map(|(link, role)| (link.card, role)).collect()))
}

async fn documents(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Documents, Error> {
    let cards = store::documents_of(conn, locale, id).await?;
    let ids: Vec<EntryId> = cards.iter().map(|document| document.id).collect();
    Ok(Documents { cards, urls: store::urls_of(conn, &ids).await? })
}

impl ShowPage {
    /// Removes entries from the shared parts of the page that this page shows in a part of its own.
    fn arranged(mut self) -> Self {
        let (parts, steps) = (&self.parts, &mut self.entry.outcomes.steps);
        // A side with nothing but parts keeps them, or the page would call it empty.
        if steps.iter().any(|step| !parts.contain(&step.card)) {
            steps.retain(|step| !parts.contain(&step.card));
        }
        if self.shows_documents() {
            let gap = self.page.t("gap-no-documentation");
            self.entry.gaps.retain(|written| *written != gap);
        }
        self
    }

    /// The covers of its sub-events with the classes of their fields, to be laid one above the other; empty
    /// if it has a cover of its own, or variants to announce in its head.
    fn strands(&self) -> Vec<(String, String)> {
        if self.entry.variants.exist() || self.entry.cover().is_some() {
            return Vec::new();
        }
        self.parts.strands()
    }

    /// True if the section on documents is shown: there are some, or one would expect some.
    fn shows_documents(&self) -> bool {
        !self.documents.cards.is_empty() || (self.is_over && self.parent.is_none())
    }

    /// The gap in the record of the programme, in words.
    fn programme_gap(&self) -> Option<String> {
        let key = match (self.programme.missing, self.is_over) {
            (Missing { times: false, .. }, _) => return None,
            (Missing { days: true, .. }, true) => "event-programme-no-days",
            (Missing { days: false, .. }, true) => "event-programme-no-times",
            (Missing { days: true, .. }, false) => "event-programme-no-days-yet",
            (Missing { days: false, .. }, false) => "event-programme-no-times-yet",
        };
        Some(self.page.t(key))
    }

    /// The words for an item without a time.
    fn no_time(&self) -> String {
        self.page.t(if self.is_over { "event-time-lost" } else { "event-time-open" })
    }

    fn ring(&self) -> String {
        sector_ring::svg(&self.shares)
    }
}

impl Day {
    /// The heading of the day, if it has one.
    fn title(&self, page: &Page) -> Option<String> {
        match self.heading {
            Heading::None => None,
            Heading::Date(date) => Some(base::words::weekday_date(date, page.interface())),
            Heading::Number(number) => Some(page.t_count("event-day", i64::from(number))),
            Heading::Unknown => Some(page.t("event-day-unknown")),
        }
    }
}
