//! `/mitwirkende`: bodies by role, sector, stage and town, and the gaps among them.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Query as Address;
use base::Locale;
use db::Conn;
use golden_thread::{Card, EntryId};
use web::{Answer, Ctx, Error, PAGE_SIZE, Page, Pager, html};

use super::map::TownMap;
use super::matrix::{self, Line};
use super::query::{BodyFilter, Form, Query};
use crate::directory::{self, Group, Member};
use crate::sheet::Municipality;
use crate::store::{self, RoleLine};
use crate::{BodiesPath, BodyLink, Role, Sector};

#[derive(Template)]
#[template(path = "pages/list.html")]
struct ListPage {
    page: Page,
    town: Option<Municipality>,
    form: Form,
    is_filtered: bool,
    /// Number of organisations and of places.
    counts: (usize, usize),
    groups: Vec<GroupOnPage>,
    /// Entries in the chosen town; `entry_count` is their full number.
    entries: Vec<Card>,
    entry_count: i64,
    pager: Pager,
    /// Path of the page on taking part.
    join: String,
    map: TownMap,
    matrix: Vec<Line>,
}

/// The bodies below one heading.
struct GroupOnPage {
    group: Group,
    rows: Vec<Row>,
}

/// One body of the list.
struct Row {
    link: BodyLink,
    sector: Option<Sector>,
    town: Option<String>,
    /// The entry in which it has the role of its heading, unless that is the initiative as a whole.
    scope: Option<Card>,
}

pub(super) async fn show(_: BodiesPath, Address(query): Address<Query>, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let towns = store::towns(conn).await?;
    let filter = BodyFilter::new(&query, &towns);
    let members = store::members(conn, ctx.locale()).await?;
    let chosen = directory::select(&members, &filter.selection());
    let offset = query.seite.offset(PAGE_SIZE);
    let on_page: Vec<&Member> = chosen.iter().copied().skip(index(offset)).take(index(PAGE_SIZE)).collect();
    let (mut entries, mut entry_count) = (Vec::new(), 0);
    if let Some(town) = filter.town {
        entries = store::entries_in(conn, ctx.locale(), &town.ags, PAGE_SIZE, offset).await?;
        entry_count = store::count_in(conn, &town.ags).await?;
    }
    let counts: HashMap<String, i64> = golden_thread::store::count_by_town(conn).await?.into_iter().collect();
    let longest = i64::try_from(chosen.len())?.max(entry_count);
    let places = chosen.iter().filter(|member| member.venue).count();
    let page = frame(&ctx, filter);
    html(&ListPage {
        groups: groups(conn, ctx.locale(), &on_page, &towns).await?,
        pager: Pager::new(&ctx, query.seite, PAGE_SIZE, longest, &filter.encoded()),
        form: Form::new(&page, filter, &towns),
        join: crate::take_part(conn, ctx.locale()).await?,
        map: TownMap::new(&page, &towns, &counts),
        matrix: matrix::lines(&page, &members),
        town: filter.town.cloned(),
        is_filtered: filter.is_active(),
        counts: (chosen.len() - places, places),
        entries,
        entry_count,
        page,
    })
}

fn index(number: i64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn frame(ctx: &Ctx, filter: BodyFilter) -> Page {
    let plain = Page::new(ctx.clone(), ctx.t("body-title")).described(ctx.t("body-lead"));
    if !filter.is_active() {
        return plain;
    }
    let title = match filter.only_town() {
        Some(town) => ctx.t_with("body-title-town", "town", &town.name),
        None => ctx.t_with("body-title-filtered", "filter", filter.in_words(&plain)),
    };
    Page::new(ctx.clone(), title).described(ctx.t("body-lead")).below(ctx.t("body-title"), BodiesPath)
}

/// The bodies of this page below their headings.
async fn groups(
    conn: &mut Conn<'_>,
    locale: Locale,
    members: &[&Member],
    towns: &[Municipality],
) -> Result<Vec<GroupOnPage>, Error> {
    let ids: Vec<EntryId> = members.iter().map(|member| member.id).collect();
    let links = store::links_of(conn, locale, &ids).await?;
    let mut links: HashMap<EntryId, BodyLink> = links.into_iter().map(|link| (link.card.id, link)).collect();
    let roles = store::roles_of(conn, locale, &ids).await?;
    let names: HashMap<&str, &str> = towns.iter().map(|town| (town.ags.as_str(), town.name.as_str())).collect();
    let mut groups: Vec<GroupOnPage> = Vec::new();
    for member in members {
        let Some(link) = links.remove(&member.id) else { continue };
        let row = Row {
            scope: scope(member, roles.get(&member.id).map_or(&[], Vec::as_slice)),
            sector: member.sector,
            town: member.town.as_deref().and_then(|ags| names.get(ags)).map(|name| (*name).to_owned()),
            link,
        };
        match groups.last_mut().filter(|last| last.group == member.group()) {
            Some(last) => last.rows.push(row),
            None => groups.push(GroupOnPage { group: member.group(), rows: vec![row] }),
        }
    }
    Ok(groups)
}

/// The entry for which a body stands below its heading.
fn scope(member: &Member, roles: &[RoleLine]) -> Option<Card> {
    let (role, is_whole) = member.role()?;
    roles.iter().find(|line| !is_whole && line.role == role && line.scope.is_some())?.scope.clone()
}

impl ListPage {
    /// True if there is no body and no entry, on no page of the list.
    fn is_empty(&self) -> bool {
        self.counts == (0, 0) && self.entry_count == 0
    }
}

impl GroupOnPage {
    /// True for the carriers, who are introduced in a sentence.
    fn is_carriers(&self) -> bool {
        self.group == Group::Role(Role::Carrier)
    }
}

impl Row {
    /// Sector and town, as far as they are on record; the town of the list needs no mention.
    fn facts(&self, page: &Page, is_of_town: bool) -> String {
        let sector = self.sector.map(|sector| sector.label(page));
        [sector, self.town.clone().filter(|_| !is_of_town)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
