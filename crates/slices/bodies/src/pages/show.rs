//! `/mitwirkende/{slug}`: one body, its roles in time, and its part in entries.

use askama::Template;
use db::Conn;
use desk_kit::Involvement;
use edtf::When;
use golden_thread::Kind;
use golden_thread::entry::EntryPage;
use web::{Answer, ContactCard, Ctx, Error, Page};

use crate::involvement::merged;
use crate::store::{self, ContactFilter, Details, RoleLine};
use crate::{BodiesPath, BodyLink, BodyPath, Role, contact_for};

/// Others of the same town that are named; the town's list has all.
const OTHERS: i64 = 9;

#[derive(Template)]
#[template(path = "pages/show.html")]
struct BodyPage {
    page: Page,
    entry: EntryPage,
    details: Details,
    sector: Option<Fact>,
    stages: Vec<Fact>,
    town: Option<Fact>,
    /// Its roles in the initiative as a whole.
    roles: Vec<RoleLine>,
    /// Its roles in single entries.
    involvements: Vec<Involvement>,
    /// Others in its town.
    others: Vec<BodyLink>,
    /// The contacts for which it is responsible.
    contacts: Vec<ContactCard>,
}

/// A fact that links the list of all bodies that share it.
struct Fact {
    label: String,
    path: String,
}

pub(crate) async fn show(path: BodyPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let mut entry = EntryPage::load(conn, &ctx, Kind::BODY, &path.slug).await?;
    let id = entry.card.id;
    let details = store::details(conn, id).await?;
    let town = town(conn, entry.card.municipality.as_deref()).await?;
    let others = store::others_in(conn, ctx.locale(), &entry.card, OTHERS).await?;
    let roles = store::roles_of(conn, ctx.locale(), &[id]).await?.remove(&id).unwrap_or_default();
    let told = desk_kit::involvements(conn, &ctx, id).await?;
    let contacts = store::contacts(conn, ctx.locale(), ContactFilter::Body(id)).await?;
    let contacts: Vec<ContactCard> = contacts.into_iter().map(|contact| contact.card(&ctx)).collect();
    if contacts.is_empty() {
        let general = contact_for(conn, &ctx, &entry.fields).await?;
        entry = entry.with_contact(general);
    }
    let page = entry.page(ctx.clone(), Some((ctx.t("body-title"), BodiesPath.to_string())));
    let (own, roles) = split(roles, &page);
    let involvements = merged(told, own);
    let sector = details.sector.map(|sector| Fact { label: sector.label(&page), path: BodiesPath.of_sector(sector) });
    let stages =
        details.stages.iter().map(|stage| Fact { label: stage.label(&page), path: BodiesPath.of_stage(*stage) });
    let stages: Vec<Fact> = stages.collect();
    entry.answer(|entry| BodyPage { page, entry, details, sector, stages, town, roles, involvements, others, contacts })
}

async fn town(conn: &mut Conn<'_>, ags: Option<&str>) -> Result<Option<Fact>, Error> {
    let Some(ags) = ags else { return Ok(None) };
    let name = store::town_name(conn, ags).await?;
    Ok(name.map(|label| Fact { label, path: BodiesPath.of_town(ags) }))
}

/// Splits roles into those in single entries, and those in the initiative as a whole.
fn split(roles: Vec<RoleLine>, page: &Page) -> (Vec<Involvement>, Vec<RoleLine>) {
    let (mut own, mut whole) = (Vec::new(), Vec::new());
    for line in roles {
        match line.scope {
            Some(card) => own.push(Involvement { card, role_label: label(line.role, line.when, page) }),
            None => whole.push(line),
        }
    }
    (own, whole)
}

/// A role with its time, if it has one of its own.
fn label(role: Role, when: Option<When>, page: &Page) -> String {
    match when {
        Some(when) => format!("{} ({})", role.label(page), when.in_words(page.interface())),
        None => role.label(page),
    }
}

impl BodyPage {
    /// The label above the title: "place" for a venue, else its weightiest role, or the name of the kind if it
    /// merely took part.
    fn kind(&self) -> String {
        match self.roles.iter().map(|line| line.role).min() {
            _ if self.details.venue => self.page.t("body-kind-place"),
            Some(role) if role != Role::Participant => role.label(&self.page),
            _ => self.entry.card.kind_label(&self.page),
        }
    }
}
