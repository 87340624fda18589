//! The entries that were ticked: what is to be done to them, asked once before it is done.

use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use base::Localized;
use db::Conn;
use golden_thread::{EntryId, Kind};
use web::form::{Choice, Submission, YES};
use web::{Answer, Error};

use super::super::paths::{BulkActPath, BulkActsPath, SelectionPath};
use super::super::{Bulk, BulkKind, WHILE_WAITING, job, store};
use crate::entries::list::store::{self as list, Listed};
use crate::entries::list::table::table;
use crate::entries::list::wanted::Wanted;
use crate::entries::paths::{EntriesPath, EntryPath};

/// The button that exports what is ticked.
const TABLE: &str = "tabelle";
/// The name of the fields with the entries: id and version.
const ENTRY: &str = "eintrag";

/// An entry in the list.
struct Line {
    /// Its id and the version that is shown.
    value: String,
    href: String,
    title: String,
    standing: String,
}

#[derive(Template)]
#[template(path = "entries/bulk/pages/selection.html")]
struct SelectionPage {
    page: DeskPage,
    action: String,
    kind: BulkKind,
    /// What it does.
    text: String,
    lines: Vec<Line>,
    fields: Vec<Choice>,
    field: String,
    reason: String,
    english: String,
    overrules: bool,
    /// The fault, and the id of its field.
    fault: Option<(String, &'static str)>,
    /// The words of the button.
    button: String,
    back: String,
}

/// What was ticked in the list.
pub(super) async fn show(_: SelectionPath, desk: Desk, sent: Submission) -> Answer {
    let is_table = sent.get("do") == TABLE;
    let kind = if is_table { None } else { Some(may_begin(&desk, &sent)?) };
    let chosen = if sent.get("alle") == YES { None } else { Some(ticked(&sent)) };
    let (query, sight) = (sent.get("auswahl"), Sight::of(&desk.person));
    if chosen.as_ref().is_some_and(Vec::is_empty) {
        let and = if query.is_empty() { "" } else { "&" };
        return Ok(Redirect::to(&desk.href(format!("{EntriesPath}?{query}{and}hinweis=nichts"))).into_response());
    }
    let ids: Option<Vec<EntryId>> = chosen.map(|chosen| chosen.into_iter().map(|(id, _)| id).collect());
    let wanted = if ids.is_some() { Wanted::all(desk.person.id.0) } else { Wanted::of_query(desk.person.id.0, query)? };
    let Some(kind) = kind else { return table(&desk, &wanted, ids.as_deref()).await };
    let listed = list::select(&mut desk.db().read().await?.conn(), sight, &wanted, ids.as_deref()).await?;
    let lines = listed.into_iter().map(|one| line(&desk, one)).collect();
    web::html(&page(&desk, kind, lines, &sent, None).await?)
}

/// Does it.
pub(super) async fn begin(_: BulkActsPath, desk: Desk, sent: Submission) -> Answer {
    let kind = may_begin(&desk, &sent)?;
    let sent = sent.whole()?;
    let entries = ticked(&sent);
    let ids: Vec<EntryId> = entries.iter().map(|(id, _)| *id).collect();
    let (sight, all) = (Sight::of(&desk.person), Wanted::all(desk.person.id.0));
    let mut reader = desk.db().read().await?;
    let listed = list::select(&mut reader.conn(), sight, &all, Some(&ids)).await?;
    let fields = fields(&mut reader.conn(), kind).await?;
    drop(reader);
    let field = Some(sent.get("feld").to_owned()).filter(|slug| fields.iter().any(|(known, _)| known == slug));
    let fault = match kind {
        BulkKind::Withdraw if sent.get("grund").is_empty() => Some((desk.t("entry-withdraw-why-missing"), "reason")),
        BulkKind::AddField | BulkKind::RemoveField if field.is_none() => Some((desk.t("bulk-field-missing"), "field")),
        _ => None,
    };
    if fault.is_some() {
        // The versions stay those that the person has seen.
        let seen = |id: EntryId| entries.iter().find(|(other, _)| *other == id).map(|(_, head)| *head);
        let again = |one: Listed| Line { value: value(one.id, seen(one.id).unwrap_or(one.head)), ..line(&desk, one) };
        let lines = listed.into_iter().map(again).collect();
        let page = web::html(&page(&desk, kind, lines, &sent, fault).await?)?;
        return Ok(web::says_itself(axum::http::StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let bulk = asked_for(&desk, kind, field, &sent);
    // Whoever names entries that they do not see in their list learns nothing about them.
    let seen: Vec<(EntryId, i64)> =
        entries.into_iter().filter(|(id, _)| listed.iter().any(|one| one.id == *id)).collect();
    let mut tx = desk.db().write().await?;
    store::begin(&mut tx.conn(), &bulk, &seen).await?;
    tx.commit().await?;
    job::work_off(desk.state(), bulk.id, false, WHILE_WAITING).await?;
    Ok(Redirect::to(&desk.href(BulkActPath { id: bulk.id })).into_response())
}

/// The act that a form asks for.
fn asked_for(desk: &Desk, kind: BulkKind, field: Option<String>, sent: &Submission) -> Bulk {
    let english = Some(sent.get("grund-en").to_owned()).filter(|english| !english.is_empty());
    Bulk {
        id: desk.state().ids.next(),
        person: desk.person.id.0,
        author: desk.person.name.clone(),
        kind,
        field,
        why: (kind == BulkKind::Withdraw).then(|| Localized { de: sent.get("grund").to_owned(), en: english }),
        overrules: sent.get("trotzdem") == YES,
        at: desk.state().clock.now(),
        undone_at: None,
    }
}

fn may_begin(desk: &Desk, sent: &Submission) -> Result<BulkKind, Error> {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    BulkKind::from_code(sent.get("do")).ok_or(Error::BadRequest)
}

/// The entries that a form names, each once, with the version that was shown.
fn ticked(sent: &Submission) -> Vec<(EntryId, i64)> {
    let mut entries: Vec<(EntryId, i64)> = Vec::new();
    for (_, value) in sent.pairs().filter(|(name, _)| *name == ENTRY) {
        let parts = value.split_once('.').and_then(|(id, head)| Some((EntryId(id.parse().ok()?), head.parse().ok()?)));
        entries.extend(parts);
    }
    let mut known = std::collections::HashSet::new();
    entries.retain(|(id, _)| known.insert(*id));
    entries
}

/// An entry with the version that is shown, as forms name it.
pub(crate) fn value(id: EntryId, head: i64) -> String {
    format!("{}.{head}", id.0)
}

fn line(desk: &Desk, one: Listed) -> Line {
    Line {
        value: value(one.id, one.head),
        standing: desk.t(&format!("standing-{}", one.standing())),
        href: desk.href(EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug }),
        title: one.title,
    }
}

/// The fields of action among which an act lets choose.
async fn fields(conn: &mut Conn<'_>, kind: BulkKind) -> db::Result<Vec<(String, String)>> {
    match kind {
        BulkKind::AddField | BulkKind::RemoveField => list::belonged_to(conn, Sight::ALL, Kind::FIELD).await,
        BulkKind::Publish | BulkKind::Withdraw => Ok(Vec::new()),
    }
}

async fn page(
    desk: &Desk,
    kind: BulkKind,
    lines: Vec<Line>,
    sent: &Submission,
    fault: Option<(String, &'static str)>,
) -> Result<SelectionPage, Error> {
    let fields = fields(&mut desk.db().read().await?.conn(), kind).await?;
    let title = desk.t(&format!("bulk-act-{kind}"));
    Ok(SelectionPage {
        page: DeskPage::new(desk, title).below(desk.t("desk-area-entries"), EntriesPath),
        action: desk.href(BulkActsPath),
        kind,
        text: desk.t(&format!("bulk-text-{kind}")),
        button: desk.t_count(&format!("bulk-button-{kind}"), lines.len()),
        lines,
        fields: fields.into_iter().map(|(value, label)| Choice { value, label }).collect(),
        field: sent.get("feld").to_owned(),
        reason: sent.get("grund").to_owned(),
        english: sent.get("grund-en").to_owned(),
        overrules: sent.get("trotzdem") == YES,
        fault,
        back: desk.href(EntriesPath),
    })
}
