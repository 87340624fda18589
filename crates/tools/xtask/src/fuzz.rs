//! `cargo xtask fuzz [SECONDS]`: runs each fuzz target for a limited time.
//!
//! Fuzzing never ends by itself and is random, so it is no part of `check`, which must take the same time and give
//! the same result each time. Each finding becomes a test.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

/// The fuzz targets, one for each parser of foreign input.
const TARGETS: [&str; 3] = ["when", "markdown", "names"];
/// The default time for each target, in seconds.
const USUAL: u32 = 60;

/// Runs all targets, one after the other.
///
/// # Errors
/// If an input breaks a target, or the tools are missing and cannot be installed.
pub(crate) fn run(seconds: Option<&str>) -> Result<()> {
    let seconds: u32 = seconds.map_or(Ok(USUAL), str::parse).context("how many seconds? a whole number")?;
    install()?;
    for target in TARGETS {
        let limit = format!("-max_total_time={seconds}");
        let status = Command::new("cargo")
            .args(["fuzz", "run", "--fuzz-dir", "fuzz", "--sanitizer", "none", target, "--", &limit, "-max_len=400"])
            // The coverage that guides the fuzzer is a compiler flag that is not stable yet.
            .env("RUSTC_BOOTSTRAP", "1")
            .status()
            .context("the fuzzer did not start")?;
        ensure!(status.success(), "the target `{target}` was broken; the text lies in fuzz/artifacts/{target}");
    }
    Ok(())
}

fn install() -> Result<()> {
    let there = Command::new("cargo").args(["fuzz", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    let status = Command::new("cargo").args(["install", "--locked", "cargo-fuzz"]).status()?;
    if !status.success() {
        bail!("cargo-fuzz cannot be installed: `cargo install --locked cargo-fuzz`");
    }
    Ok(())
}
