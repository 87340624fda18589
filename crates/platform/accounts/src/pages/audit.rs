//! `/redaktion/protokoll`: the audit log, newest first, day by day.

use std::collections::HashSet;

use askama::Template;
use axum::extract::Query;
use base::clock::day_of;
use base::words;
use serde::Deserialize;
use services::audit::{self, AuditEvent, AuditFilter, Noted, RETENTION_DAYS};
use uuid::Uuid;
use web::{Answer, PAGE_SIZE, PageNumber, Pager, html};

use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::paths::{AuditPath, RightsPath};
use crate::person::PersonId;
use crate::rights::{MANAGE_PEOPLE, OVERSEE};
use crate::store;

#[derive(Template)]
#[template(path = "pages/audit.html")]
struct AuditPage {
    page: DeskPage,
    days: Vec<(String, Vec<Line>)>,
    /// The events of all slices with their names; true for the one that filters the list.
    events: Vec<(AuditEvent, String, bool)>,
    people: Vec<(Uuid, String, bool)>,
    total: i64,
    pager: Pager,
}

/// An act in words.
struct Line {
    time: String,
    name: String,
    event: String,
    /// The subject of the event.
    label: String,
    /// Path of the subject at the desk; empty if it has no page, or the reader may not see it.
    href: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct AuditQuery {
    tat: Option<String>,
    person: Option<String>,
    #[serde(default)]
    seite: PageNumber,
}

pub(super) async fn show(_: AuditPath, desk: Desk, Query(query): Query<AuditQuery>) -> Answer {
    desk.require(OVERSEE.allows(&desk.person))?;
    let filter = AuditFilter {
        event: query.tat.as_deref().and_then(AuditEvent::from_code),
        person: query.person.as_deref().and_then(|id| id.parse().ok()),
    };
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let acts = audit::list(conn, filter, query.seite.offset(PAGE_SIZE), PAGE_SIZE).await?;
    let total = audit::count(conn, filter).await?;
    let actors = audit::actors(conn).await?;
    let subjects: Vec<PersonId> = acts.iter().filter_map(person_of).collect();
    let open =
        if MANAGE_PEOPLE.allows(&desk.person) { store::still_here(conn, &subjects).await? } else { HashSet::new() };
    let page = DeskPage::new(&desk, desk.t("audit-title"));
    let people = actors.into_iter().map(|(id, name)| (id, name, filter.person == Some(id))).collect();
    let events = events(&page, filter);
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, &filters(filter));
    html(&AuditPage { days: by_day(&page, &acts, &open), page, events, people, total, pager })
}

/// The events of all slices by name.
fn events(page: &DeskPage, filter: AuditFilter) -> Vec<(AuditEvent, String, bool)> {
    let event = |event: &AuditEvent| (*event, page.t(event.key()), filter.event == Some(*event));
    let mut events: Vec<_> = AuditEvent::all().iter().map(event).collect();
    events.sort_by_key(|(_, name, _)| name.to_lowercase());
    events
}

fn filters(filter: AuditFilter) -> String {
    let event = filter.event.map(|event| format!("tat={event}"));
    let person = filter.person.map(|id| format!("person={id}"));
    event.into_iter().chain(person).collect::<Vec<_>>().join("&")
}

/// The lines of each day. `open` are the people whose pages exist and may be read.
fn by_day(page: &DeskPage, acts: &[Noted], open: &HashSet<PersonId>) -> Vec<(String, Vec<Line>)> {
    let mut days: Vec<(String, Vec<Line>)> = Vec::new();
    for noted in acts {
        let day = words::weekday_date(day_of(noted.at), page.interface());
        let line = line(page, noted, open);
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, lines)) => lines.push(line),
            None => days.push((day, vec![line])),
        }
    }
    days
}

/// The person whose page is the subject of an act.
fn person_of(noted: &Noted) -> Option<PersonId> {
    noted.subject.strip_prefix("personen/")?.parse().ok().map(PersonId)
}

fn line(page: &DeskPage, noted: &Noted, open: &HashSet<PersonId>) -> Line {
    let name = if noted.name.is_empty() { page.t("audit-nobody") } else { noted.name.clone() };
    let is_open = !noted.subject.starts_with("personen/") || person_of(noted).is_some_and(|id| open.contains(&id));
    let time = page.time(noted.at);
    let Some(event) = noted.event() else {
        // Its slice is gone, and the page of its subject with it.
        let event = page.t_with("audit-event-unknown", "code", noted.code.as_str());
        return Line { time, name, event, label: noted.label.clone(), href: String::new() };
    };
    let href = noted.path().filter(|_| is_open).map(|path| page.href(path)).unwrap_or_default();
    let label = event.label(&noted.label, &|key: &str| page.t(key));
    let label = if label.is_empty() { noted.subject.clone() } else { label };
    Line { time, name, event: page.t(event.key()), label, href }
}
