//! `/redaktion/auftraege`: each alarm with advice.

use accounts::{Desk, DeskPage, SendLink};
use askama::Template;
use db::Tx;
use jiff::Timestamp;
use services::audit;
use services::jobs::alarms::{self, GivenUp};
use services::jobs::{Reason, kind_of};
use services::mail::Delivery;
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, Ctx, Notice, Notices, html};

use super::Disturbances;
use super::paths::{DismissalPath, JobsPath, RetryPath};
use crate::acts::JobAct;
use crate::entries::Schedule;
use crate::rights::SEE_TO_JOBS;

/// The kinds of jobs that have a name for people.
const NAMED: [&str; 3] = [kind_of::<Delivery>(), kind_of::<SendLink>(), kind_of::<Schedule>()];

const NOTICES: Notices = Notices {
    done: &[("wiederholt", "jobs-tried-again"), ("verzichtet", "jobs-dismissed"), ("weg", "jobs-gone")],
    refused: &[],
};

#[derive(Template)]
#[template(path = "jobs/page.html")]
struct JobsPage {
    page: DeskPage,
    found: Disturbances,
    notice: Option<Notice>,
}

pub(super) async fn show(_: JobsPath, desk: Desk) -> Answer {
    desk.require(SEE_TO_JOBS.allows(&desk.person))?;
    let state = desk.state();
    let found = Disturbances::load(&mut desk.db().read().await?.conn(), &state.clock, &state.crashes).await?;
    html(&JobsPage { page: DeskPage::new(&desk, desk.t("jobs-title")), found, notice: NOTICES.find(&desk) })
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

/// Notes the act in the audit log. A second click finds nothing to do.
async fn finish(desk: &Desk, mut tx: Tx, kind: Option<String>, (act, notice): (fn(String) -> JobAct, &str)) -> Answer {
    let Some(kind) = kind else { return Ok(NOTICES.redirect(desk, JobsPath, "weg")) };
    audit::note(&mut tx.conn(), desk.state().now(), desk.actor(), &act(kind)).await?;
    tx.commit().await?;
    Ok(NOTICES.redirect(desk, JobsPath, notice))
}

/// The name of a job for people.
pub(super) fn name(ctx: &Ctx, kind: &str) -> String {
    if NAMED.contains(&kind) { ctx.t(&format!("jobs-kind-{kind}")) } else { ctx.t_with("jobs-other", "kind", kind) }
}

/// The time and the reason of giving up a job.
fn given_up(page: &DeskPage, job: &GivenUp) -> String {
    let key = match job.reason {
        Some(reason) => format!("jobs-given-up-{reason}"),
        None => "jobs-given-up-at".to_owned(),
    };
    page.t_with(&key, "time", page.moment(job.at))
}

/// The advice for a job that was given up.
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
