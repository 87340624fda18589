//! `cargo xtask accessibility`: runs the accessibility suite and writes its findings, with the date,
//! into the record that the accessibility statement prints.
//!
//! Every check of the suite writes its part to a folder; this task only joins them. If a part
//! is missing because something broke, the old record stays.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::check::Runner;
use crate::needs;
use crate::parts::Parts;

/// The environment variable with the folder of the parts.
const VARIABLE: &str = "ACCESSIBILITY_RECORD";

/// The path of the record, from the root of the repository.
const RECORD: &str = "crates/slices/newsroom/src/checked.toml";

/// The name of the part with the versions and the number of kinds of pages.
const HEAD: &str = "head.toml";

const NOTE: &str = "# Written by `cargo xtask accessibility`; not to be edited by hand.\n";

/// Runs the suite and writes the record.
pub(crate) fn run() -> Result<()> {
    for need in [needs::CHROMIUM, needs::CHROMEDRIVER] {
        need.meet().map_err(anyhow::Error::msg)?;
    }
    let folder = Parts::make("accessibility")?;
    let status =
        Runner::find().browser(None).env(VARIABLE, folder.path()).status().context("the suite did not start")?;
    if !status.success() {
        bail!("the suite broke ({status}): the record stays as it is");
    }
    let parts = folder.read()?;
    let text = record(&today()?, &parts)?;
    fs::write(root().join(RECORD), text).with_context(|| format!("{RECORD} cannot be written"))?;
    eprintln!("── written: {RECORD}, from {} parts", parts.len());
    Ok(())
}

/// Joins the parts in the order of their names, the head first.
fn record(date: &str, parts: &[(String, String)]) -> Result<String> {
    let (_, head) = parts.iter().find(|(name, _)| name == HEAD).context("the suite left no head")?;
    let checks: Vec<&str> = parts.iter().filter(|(name, _)| name != HEAD).map(|(_, text)| text.trim_end()).collect();
    if checks.is_empty() {
        bail!("the suite left no check");
    }
    Ok(format!("{NOTE}date = \"{date}\"\n{}\n\n{}\n", head.trim_end(), checks.join("\n\n")))
}

/// The current day on this machine.
fn today() -> Result<String> {
    let output = Command::new("date").arg("+%Y-%m-%d").output().context("`date` did not start")?;
    let day = String::from_utf8(output.stdout).context("`date` prints text")?;
    Ok(day.trim().to_owned())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

#[cfg(test)]
mod tests {
    use super::record;

    #[test]
    fn record_begins_with_the_day_and_keeps_the_order_of_its_parts() {
        let part = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let parts = [
            part("00.toml", "[[checks]]\na = 1\n"),
            part("01.toml", "[[checks]]\nb = 1\n"),
            part("head.toml", "axe = \"4\"\n"),
        ];
        let text = record("2026-11-23", &parts).unwrap();
        let expected = "date = \"2026-11-23\"\naxe = \"4\"\n\n[[checks]]\na = 1\n\n[[checks]]\nb = 1\n";
        assert_eq!(text.split_once('\n').unwrap().1, expected);
    }

    #[test]
    fn record_without_head_is_refused() {
        assert!(record("2026-11-23", &[("00.toml".into(), String::new())]).is_err());
    }
}
