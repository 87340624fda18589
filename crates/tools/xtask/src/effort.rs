//! `cargo xtask bench effort`: does the daily tasks of the desk in a browser and prints what each took.
//!
//! The browser suite counts, and fails where a task takes more than it may; this task only joins the lines.

use anyhow::{Context as _, Result, bail};

use crate::check::Runner;
use crate::needs;
use crate::parts::Parts;

/// The environment variable with the folder of the lines.
const VARIABLE: &str = "EFFORT_RECORD";

const HEAD: &str = "| task | clicks | page loads | scrolled |\n|---|---:|---:|---:|\n";

/// Runs the tasks and prints the table.
#[expect(clippy::print_stdout, reason = "the table is what was asked for")]
pub(crate) fn run() -> Result<()> {
    for need in [needs::CHROMIUM, needs::CHROMEDRIVER] {
        need.meet().map_err(anyhow::Error::msg)?;
    }
    let folder = Parts::make("effort")?;
    let status = Runner::find().browser(Some("effort::")).env(VARIABLE, folder.path()).status();
    let status = status.context("the suite did not start")?;
    let lines: Vec<String> = folder.read()?.into_iter().map(|(_, line)| line).collect();
    println!("{HEAD}{}", lines.concat());
    if !status.success() {
        bail!("a task takes more than it may, or broke ({status})");
    }
    Ok(())
}
