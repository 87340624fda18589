//! Alarms of the work in the background: jobs that were given up, queues and chores that are late, crashes.
//!
//! For administrators. The start page names them; the page here gives advice on each, and has two buttons for a job
//! that was given up: try it again, or dismiss it. Both leave a row in the audit log.

mod page;
mod paths;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use base::Clock;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use services::jobs::alarms::{Alarms, Backlog, LateChore, alarms};
use services::jobs::{Crash, Crashes};
use web::{AppState, Ctx};

pub(crate) use paths::JobsPath;

/// The time for which a crash is shown.
const CRASH_SHOWN: SignedDuration = SignedDuration::from_hours(24);

/// The routes of the alarms.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(page::show).typed_post(page::try_again).typed_post(page::dismiss)
}

/// All alarms.
#[derive(Debug)]
pub(crate) struct Disturbances {
    pub(crate) alarms: Alarms,
    /// The latest crashes on this node.
    pub(crate) crashes: Vec<Crash>,
}

impl Disturbances {
    pub(crate) async fn load(conn: &mut Conn<'_>, clock: &Clock, crashes: &Crashes) -> db::Result<Self> {
        let now = clock.now();
        let is_recent = |crash: &Crash| crash.at <= now && now.duration_since(crash.at) <= CRASH_SHOWN;
        let crashes = crashes.latest().into_iter().filter(is_recent).collect();
        Ok(Self { alarms: alarms(conn, now).await?, crashes })
    }

    /// Each with its name and the instant that belongs to it.
    pub(crate) fn lines(&self, ctx: &Ctx) -> Vec<(String, Timestamp)> {
        let given_up = self.alarms.given_up.iter().map(|job| (page::name(ctx, &job.kind), job.at));
        let backlog = |backlog: &Backlog| ctx.t_with("overview-jobs-queue", "queue", backlog.queue.code());
        let backlogs = self.alarms.backlogs.iter().map(|one| (backlog(one), one.since));
        let late = |chore: &LateChore| (ctx.t_with("overview-jobs-late", "kind", chore.kind.as_str()), chore.since);
        let crashed = |crash: &Crash| (ctx.t_with("overview-jobs-crashed", "task", crash.task), crash.at);
        let late_chores = self.alarms.late_chores.iter().map(late);
        given_up.chain(backlogs).chain(late_chores).chain(self.crashes.iter().map(crashed)).collect()
    }

    /// The number of all alarms.
    pub(crate) fn total(&self) -> i64 {
        let Alarms { given_up_total, backlogs, late_chores, .. } = &self.alarms;
        let others = backlogs.len() + late_chores.len() + self.crashes.len();
        given_up_total + i64::try_from(others).unwrap_or(i64::MAX)
    }
}
