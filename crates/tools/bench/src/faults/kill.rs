//! Trial: the process is killed repeatedly while visitors write.

use std::time::{Duration, Instant};

use anyhow::Context as _;

use super::figures::Figures;
use super::people::People;
use super::server::{Server, Setting, until};
use super::{Outcome, Stage, postgres, store};

/// The number of visitors who write at the same time.
const VISITORS: usize = 3;
/// The time after the last start within which all mails are sent.
const MAIL_LIMIT: Duration = Duration::from_secs(30);

/// The trial on SQLite.
pub(crate) fn on_sqlite(stage: &Stage) -> anyhow::Result<Outcome> {
    kill(stage, &Setting::new(stage, &stage.folder("kill")?.join("data"))?)
}

/// The trial on PostgreSQL, if there is a server.
pub(crate) fn on_postgres(stage: &Stage) -> anyhow::Result<Outcome> {
    let Some(url) = postgres::database() else { return Ok(postgres::left_out()) };
    let mut setting = Setting::new(stage, &stage.folder("kill-postgres")?.join("data"))?;
    setting.database = Some(url);
    kill(stage, &setting)
}

fn kill(stage: &Stage, setting: &Setting) -> anyhow::Result<Outcome> {
    let mut server = Server::start(setting)?;
    let people = People::arrive(&server)?;
    let mut slowest = Duration::ZERO;
    let mut memory = 0;
    let rounds = stage.count(4, 20);
    for round in 0..rounds {
        let writing = people.write(VISITORS);
        writing.wait_for(10)?;
        // Not always at the same step of a write.
        std::thread::sleep(Duration::from_millis(round as u64 * 29 % 211));
        memory = memory.max(server.memory()?);
        server.kill()?;
        writing.pause()?;
        let start = Instant::now();
        server = Server::start(setting)?;
        until("people are taken again", MAIL_LIMIT, || Ok(people.send().is_ok_and(|status| status == 303)))?;
        slowest = slowest.max(start.elapsed());
    }
    let mails = until("all mails go out", MAIL_LIMIT, || Ok(store::waiting_mails(setting)? == 0))
        .context("a mail in hand when the process died")?;
    let lost = people.lost(&server, setting)?;
    let told = format!("{rounds} times; all mails out {:.1} s after the last start", mails.as_secs_f64());
    let acknowledged = people.acknowledged();
    Ok(Figures { acknowledged, lost, recovery: Some(slowest), start_page: None, memory, told }.into())
}
