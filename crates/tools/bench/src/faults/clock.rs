//! Trial: the machine's clock jumps forward and back while visitors write (libfaketime).

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::ensure;

use super::figures::Figures;
use super::people::People;
use super::server::{Server, Setting, until};
use super::watch::Watch;
use super::{Outcome, Stage, store};

/// The paths of the library in Debian's package `faketime`.
const LIBRARIES: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/faketime/libfaketimeMT.so.1",
];
/// The jumps of the clock, each from the true time.
const JUMPS: [&str; 8] = ["+0", "+1h", "+0", "-1h", "-2d", "+400d", "-30y", "+0"];
/// The time between opening and sending a form; faster ones count as spam.
const WRITING_TIME: Duration = Duration::from_millis(3_200);
/// The time after which the trial is given up.
const TRIAL_TIMEOUT: Duration = Duration::from_secs(30);

/// Checks that forms opened before and after every jump are accepted, and that all mails are sent in the end.
pub(crate) fn jumps(stage: &Stage) -> anyhow::Result<Outcome> {
    let Some(library) = LIBRARIES.into_iter().find(|library| Path::new(library).exists()) else {
        return Ok(Outcome::LeftOut("the package faketime is missing".to_owned()));
    };
    let folder = stage.folder("clock")?;
    let file = folder.join("time");
    fs::write(&file, "+0")?;
    let mut setting = Setting::new(stage, &folder.join("data"))?;
    for (name, value) in [
        ("LD_PRELOAD", library),
        ("FAKETIME_TIMESTAMP_FILE", &file.display().to_string()),
        ("FAKETIME_NO_CACHE", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ] {
        setting.environment.push((name.to_owned(), value.to_owned()));
    }
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let watch = Watch::start(server.address);
    let mut slowest = Duration::ZERO;
    for jump in JUMPS {
        fs::write(&file, jump)?;
        // A form that was opened before the jump.
        let old = people.send()?;
        ensure!(old == 303, "after {jump}, a form from before is answered {old}");
        // A form that is opened after the jump.
        people.open_form()?;
        std::thread::sleep(WRITING_TIME);
        slowest = slowest.max(until("people are taken again", TRIAL_TIMEOUT, || Ok(people.send()? == 303))?);
    }
    let mails = until("all mails go out", TRIAL_TIMEOUT, || Ok(store::waiting_mails(&setting)? == 0))?;
    let lost = people.lost(&server, &setting)?;
    let told = format!("{} jumps, up to 30 years; all mails out {:.1} s later", JUMPS.len(), mails.as_secs_f64());
    let (acknowledged, memory) = (people.acknowledged(), server.memory()?);
    Ok(Figures { acknowledged, lost, recovery: Some(slowest), start_page: watch.p99(), memory, told }.into())
}
