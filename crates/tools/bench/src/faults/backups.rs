//! Trial: backups are made while visitors write, and restored into an empty directory.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};

use super::figures::Figures;
use super::people::{People, missing};
use super::server::{Server, Setting};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The number of visitors who write at the same time.
const VISITORS: usize = 3;

/// Checks that each backup contains everything that was acknowledged before it began.
pub(crate) fn under_load(stage: &Stage) -> anyhow::Result<Outcome> {
    let folder = stage.folder("backups")?;
    let setting = Setting::new(stage, &folder.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let watch = Watch::start(server.address);
    let writing = people.write(VISITORS);
    let rounds = stage.count(2, 20);
    let mut taken = Vec::new();
    let mut slowest = Duration::ZERO;
    for round in 0..rounds {
        writing.wait_for(20)?;
        let before = people.snapshot();
        let file = folder.join(format!("{round}.backup"));
        let start = Instant::now();
        succeed(setting.command().arg("backup").arg(&file))?;
        slowest = slowest.max(start.elapsed());
        taken.push((before, file));
    }
    writing.pause()?;
    let start_page = watch.p99();
    let (mut lost, mut restored) = (people.lost(&server, &setting)?, 0);
    let memory = server.memory()?;
    server.stop()?;
    for (round, (before, file)) in taken.iter().enumerate() {
        let there = Setting::new(stage, &folder.join(format!("restored-{round}")))?;
        succeed(there.command().arg("restore").arg(file))?;
        let server = Server::start(&there)?;
        lost += missing(before, &server, &there)?;
        server.stop()?;
        std::fs::remove_dir_all(&there.data)?;
        restored += 1;
    }
    let told = format!(
        "{restored} of {rounds} restored with everything acknowledged before; the slowest took {:.1} s to make",
        slowest.as_secs_f64()
    );
    let acknowledged = people.acknowledged();
    Ok(Figures { acknowledged, lost, start_page, memory, told, recovery: None }.into())
}

fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command:?}: {}", said.trim());
    Ok(())
}
