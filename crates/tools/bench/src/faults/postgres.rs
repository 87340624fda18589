//! Trial: the database server is stopped and started again while visitors write.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use db::Address;
use db::testing::TestDb;

use super::figures::Figures;
use super::people::People;
use super::server::{Server, Setting, until};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The environment variable with the command that restarts the server of `TEST_DATABASE_URL`; xtask sets it.
const RESTART: &str = "FAULTS_POSTGRES_RESTART";
/// The number of visitors who write at the same time.
const VISITORS: usize = 3;
/// The time after which the trial is given up.
const TRIAL_TIMEOUT: Duration = Duration::from_mins(1);

/// The address of a new database on the test server, if there is one.
pub(crate) fn database() -> Option<String> {
    db::testing::server()?;
    let db = tokio::runtime::Handle::current().block_on(TestDb::new());
    match &db.address {
        Address::Postgres(url) => Some(url.clone()),
        Address::File(_) => None,
    }
}

/// The outcome of a trial without PostgreSQL.
pub(crate) fn left_out() -> Outcome {
    Outcome::LeftOut("there is no PostgreSQL server".to_owned())
}

/// Restarts the server while visitors write, first in order, then at once.
pub(crate) fn restarted(stage: &Stage) -> anyhow::Result<Outcome> {
    let (Some(url), Some(command)) = (database(), std::env::var_os(RESTART)) else { return Ok(left_out()) };
    let mut setting = Setting::new(stage, &stage.folder("postgres")?.join("data"))?;
    setting.database = Some(url);
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let watch = Watch::start(server.address);
    let mut slowest = Duration::ZERO;
    let rounds = stage.count(2, 6);
    for round in 0..rounds {
        let writing = people.write(VISITORS);
        writing.wait_for(20)?;
        let mode = if round % 2 == 0 { "fast" } else { "immediate" };
        let status = Command::new("sh").arg("-c").arg(&command).arg("restart").arg(mode).status();
        ensure!(status.context("the restart")?.success(), "PostgreSQL does not restart");
        let recovery = until("people are taken again", TRIAL_TIMEOUT, || {
            Ok(server.is_healthy() && people.send().is_ok_and(|status| status == 303))
        })?;
        slowest = slowest.max(recovery);
        writing.pause()?;
    }
    let start_page = watch.p99();
    let lost = people.lost(&server, &setting)?;
    let told = format!("{rounds} times, in order and at once");
    let (acknowledged, memory) = (people.acknowledged(), server.memory()?);
    Ok(Figures { acknowledged, lost, recovery: Some(slowest), start_page, memory, told }.into())
}
