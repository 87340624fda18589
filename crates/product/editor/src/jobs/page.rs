//! `/redaktion/auftraege`: each alarm with what to do next.

use accounts::{Desk, DeskPage, SendLink};
use askama::Template;
use axum::extract::Query;
use db::Tx;
use jiff::Timestamp;
use serde::Deserialize;
use services::audit;
use services::jobs::alarms::{self, GivenUp};
use services::jobs::{Reason, kind_of};
use services::mail::Delivery;
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, Ctx, html};

use super::Disturbances;
use super::paths::{DismissalPath, JobsPath, RetryPath};
use crate::acts::JobAct;
use crate::entries::{Schedule, done};
use crate::rights::SEE_TO_JOBS;

/// The kinds of jobs that have a name for people.
const NAMED: [&str; 3] = [kind_of::<Delivery>(), kind_of::<SendLink>(), kind_of::<Schedule>()];

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
    desk.require(SEE_TO_JOBS.allows(&desk.person))?;
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
    desk.require(SEE_TO_JOBS.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let kind = alarms::try_again(&mut tx.conn(), path.job, desk.state().clock.now()).await?;
    finish(&desk, tx, kind, (JobAct::Retried, "wiederholt")).await
}

pub(super) async fn dismiss(path: DismissalPath, desk: Desk, _: Submission) -> Answer {
    desk.require(SEE_TO_JOBS.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let kind = alarms::dismiss(&mut tx.conn(), path.job).await?;
    finish(&desk, tx, kind, (JobAct::Dismissed, "verzichtet")).await
}

/// Notes who did it. A second click finds nothing to do.
async fn finish(desk: &Desk, mut tx: Tx, kind: Option<String>, (act, notice): (fn(String) -> JobAct, &str)) -> Answer {
    let Some(kind) = kind else { return Ok(done(desk, JobsPath, "weg")) };
    audit::note(&mut tx.conn(), desk.state().now(), desk.actor(), &act(kind)).await?;
    tx.commit().await?;
    Ok(done(desk, JobsPath, notice))
}

/// What a job was about.
pub(super) fn name(ctx: &Ctx, kind: &str) -> String {
    if NAMED.contains(&kind) { ctx.t(&format!("jobs-kind-{kind}")) } else { ctx.t_with("jobs-other", "kind", kind) }
}

/// When and why a job was given up.
fn given_up(page: &DeskPage, job: &GivenUp) -> String {
    let key = match job.reason {
        Some(reason) => format!("jobs-given-up-{reason}"),
        None => "jobs-given-up-at".to_owned(),
    };
    page.t_with(&key, "time", page.moment(job.at))
}

/// What to do about a job that was given up.
fn advice(ctx: &Ctx, job: &GivenUp) -> String {
    let kind = job.kind.as_str();
    if job.reason == Some(Reason::Unreadable) {
        return ctx.t("jobs-advice-unreadable");
    }
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
