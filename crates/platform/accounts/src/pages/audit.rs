//! `/redaktion/protokoll`: the audit log, newest first, day by day.

use askama::Template;
use axum::extract::Query;
use base::clock::day_of;
use base::words;
use serde::Deserialize;
use services::audit::{self, AuditEvent, AuditFilter, Noted, RETENTION_DAYS};
use uuid::Uuid;
use web::{Answer, Ctx, PAGE_SIZE, PageNumber, Pager, html};

use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::paths::AuditPath;
use crate::person::Role;
use crate::rights::{can_manage_people, can_see_audit};
use crate::roles::role_label;
use crate::session::Way;

#[derive(Template)]
#[template(path = "pages/audit.html")]
struct AuditPage {
    page: DeskPage,
    days: Vec<(String, Vec<Line>)>,
    events: Vec<(AuditEvent, bool)>,
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
    desk.require(can_see_audit(&desk.person))?;
    let filter = AuditFilter {
        event: query.tat.as_deref().and_then(AuditEvent::from_code),
        person: query.person.as_deref().and_then(|id| id.parse().ok()),
    };
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let acts = audit::list(conn, filter, query.seite.offset(PAGE_SIZE), PAGE_SIZE).await?;
    let total = audit::count(conn, filter).await?;
    let actors = audit::actors(conn).await?;
    let page = DeskPage::new(&desk, desk.t("audit-title"));
    let people = actors.into_iter().map(|(id, name)| (id, name, filter.person == Some(id))).collect();
    let events = AuditEvent::ALL.map(|event| (event, filter.event == Some(event))).to_vec();
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, &filters(filter));
    html(&AuditPage { days: by_day(&page, &acts), page, events, people, total, pager })
}

fn filters(filter: AuditFilter) -> String {
    let event = filter.event.map(|event| format!("tat={event}"));
    let person = filter.person.map(|id| format!("person={id}"));
    event.into_iter().chain(person).collect::<Vec<_>>().join("&")
}

fn by_day(page: &DeskPage, acts: &[Noted]) -> Vec<(String, Vec<Line>)> {
    let mut days: Vec<(String, Vec<Line>)> = Vec::new();
    for noted in acts {
        let day = words::weekday_date(day_of(noted.at), page.interface());
        let line = line(page, noted);
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, lines)) => lines.push(line),
            None => days.push((day, vec![line])),
        }
    }
    days
}

fn line(page: &DeskPage, noted: &Noted) -> Line {
    let name = if noted.name.is_empty() { page.t("audit-nobody") } else { noted.name.clone() };
    let is_open =
        !noted.subject.is_empty() && (!noted.subject.starts_with("personen/") || can_manage_people(page.person()));
    let href = if is_open { page.href(format!("/redaktion/{}", noted.subject)) } else { String::new() };
    let event = page.t(&format!("audit-event-{}", noted.event.code()));
    Line { time: page.time(noted.at), name, event, label: label(page, noted), href }
}

/// The subject of an event, with the words that have a translation.
fn label(ctx: &Ctx, noted: &Noted) -> String {
    match noted.event {
        AuditEvent::SignedIn | AuditEvent::SignInRefused | AuditEvent::WayAdded | AuditEvent::WayRemoved => {
            match Way::from_code(&noted.label) {
                Some(way) => ctx.t(&format!("way-{}", way.code())),
                None => noted.label.clone(),
            }
        }
        AuditEvent::RoleGranted | AuditEvent::RoleTaken => {
            let parts: Vec<&str> = noted.label.split('\t').collect();
            let [name, role, scope] = parts[..] else { return noted.label.clone() };
            let role = Role::from_code(role).map_or_else(|| role.to_owned(), |role| role_label(ctx, role));
            if scope.is_empty() { format!("{name}: {role}") } else { format!("{name}: {role} ({scope})") }
        }
        _ => noted.label.clone(),
    }
}
