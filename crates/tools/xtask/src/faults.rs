//! `cargo xtask faults`: fault injection around the running program, with the time until it recovers.
//!
//! The long form runs the release build and makes the figures of `docs/reliability.md`. The short form is a step
//! of the check: fewer rounds, the development build, the same limits except for the speed of the start page.

use std::process::Command;

use anyhow::Result;

use crate::postgres::{self, Cluster};
use crate::report::Report;
use crate::{machine, needs};

/// The environment variable with the command that restarts PostgreSQL.
const RESTART: &str = "FAULTS_POSTGRES_RESTART";

/// Runs all trials, or those whose names contain the given word.
pub(crate) fn run(options: &[&str]) -> Result<()> {
    let mut report = Report::start();
    step(&mut report, Form::Long, options);
    report.finish(false)
}

/// The extent of the trials.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Form {
    /// All rounds, in a release build.
    Long,
    /// Few rounds, in a development build.
    Short,
}

/// Builds the program and the trials together and runs them. Trials whose needs are missing are reported and left
/// out.
pub(crate) fn step(report: &mut Report, form: Form, options: &[&str]) {
    let (profile, folder) = match form {
        Form::Long => (&["--release"][..], "release"),
        Form::Short => (&[][..], "debug"),
    };
    for need in [needs::POSTGRESQL, needs::FAKETIME] {
        if let Err(line) = need.meet() {
            report.lack(line);
        }
    }
    let mut build = Command::new("cargo");
    build.arg("build").args(profile).args(["--package", "app", "--package", "bench"]);
    if machine::is_build_server() {
        build.env("CARGO_INCREMENTAL", "0");
    }
    report.step("build of the faults", &mut build);
    let cluster = match Cluster::start_durable() {
        Ok(cluster) => Some(cluster),
        Err(error) => {
            report.lack(format!("PostgreSQL: {error:#}"));
            None
        }
    };
    let directory = match machine::target_directory() {
        Ok(directory) => directory,
        Err(error) => return report.fail("faults", &error.to_string()),
    };
    let mut command = Command::new(directory.join(folder).join("bench"));
    command.arg("faults").args(options);
    if form == Form::Short {
        command.arg("--short");
    }
    match &cluster {
        Some(cluster) => command.env(postgres::VARIABLE, cluster.url()).env(RESTART, cluster.restart()),
        None => command.env_remove(postgres::VARIABLE),
    };
    report.step("faults", &mut command);
}
