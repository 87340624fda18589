//! `/redaktion/auftraege`: each alarm with what to do next.

use accounts::{Desk, DeskPage, can_see_to_jobs};
use askama::Template;
use axum::extract::Query;
use db::Tx;
use jiff::Timestamp;
use serde::Deserialize;
use services::audit::{self, Act, AuditEvent};
use services::jobs::alarms;
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, Ctx, html};

use super::Disturbances;
use super::paths::{DismissalPath, JobsPath, RetryPath};
use crate::entries::done;

/// The kinds of jobs that have a name for people.
const NAMED: [&str; 3] = ["mail", "send-sign-in-link", "publish-entry"];

#[derive(Template)]
#[template(path = "jobs/page.html")]
struct JobsPage {
    page: DeskPage,
    found: Disturbances,
    /// What was done, if something was.
    notice: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    hinweis: String,
}

pub(super) async fn show(_: JobsPath, desk: Desk, asked: Query<Asked>) -> Answer {
    desk.require(can_see_to_jobs(&desk.person))?;
    let state = desk.state();
    let found = Disturbances::load(&mut desk.db().read().await?.conn(), &state.clock, &state.crashes).await?;
    let notice = match asked.hinweis.as_str() {
        "wiederholt" => Some(desk.t("jobs-tried-again")),
        "verzichtet" => Some(desk.t("jobs-dismissed")),
        "weg" => Some(desk.t("jobs-gone")),
        _ => None,
    };
    html(&JobsPage { page: DeskPage::new(&desk, desk.t("jobs-title")), found, notice })
}

pub(super) async fn try_again(path: RetryPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_see_to_jobs(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let kind = alarms::try_again(&mut tx.conn(), path.job, desk.state().clock.now()).await?;
    finish(&desk, tx, kind, (AuditEvent::JobRetried, "wiederholt")).await
}

pub(super) async fn dismiss(path: DismissalPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_see_to_jobs(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let kind = alarms::dismiss(&mut tx.conn(), path.job).await?;
    finish(&desk, tx, kind, (AuditEvent::JobDismissed, "verzichtet")).await
}

/// Notes who did it. A second click finds nothing to do.
async fn finish(desk: &Desk, mut tx: Tx, kind: Option<String>, (event, notice): (AuditEvent, &str)) -> Answer {
    let Some(kind) = kind else { return Ok(done(desk, JobsPath, "weg")) };
    let (clock, ids) = (&desk.state().clock, &desk.state().ids);
    let act = Act { event, by: Some(desk.actor()), subject: "", label: &kind };
    audit::note(&mut tx.conn(), (clock, ids), &act).await?;
    tx.commit().await?;
    Ok(done(desk, JobsPath, notice))
}

/// What a job was about.
pub(super) fn name(ctx: &Ctx, kind: &str) -> String {
    if NAMED.contains(&kind) { ctx.t(&format!("jobs-kind-{kind}")) } else { ctx.t_with("jobs-other", "kind", kind) }
}

/// What to do about a job that was given up.
fn advice(ctx: &Ctx, kind: &str) -> String {
    ctx.t(&format!("jobs-advice-{}", if NAMED.contains(&kind) { kind } else { "other" }))
}

fn retry(ctx: &Ctx, job: &Uuid) -> String {
    ctx.href(RetryPath { job: *job })
}

fn dismissal(ctx: &Ctx, job: &Uuid) -> String {
    ctx.href(DismissalPath { job: *job })
}

/// An instant in words.
fn moment(page: &DeskPage, at: &Timestamp) -> String {
    page.moment(*at)
}
