//! Runs a measurement of the crate `bench` against both databases.

use std::process::Command;

use anyhow::Result;

use crate::postgres::{self, Cluster};
use crate::report::Report;
use crate::{machine, needs};

/// Builds the measurement for release and runs it, also on PostgreSQL if it is available.
pub(crate) fn run(name: &str, options: &[&str]) -> Result<()> {
    let mut report = Report::start();
    // In one build, so that the program is built once, with the same features for both.
    let mut build = Command::new("cargo");
    report.step("build", build.args(["build", "--release", "--package", "app", "--package", "bench"]));
    let mut command = Command::new(machine::target_directory()?.join("release/bench"));
    command.arg(name).args(options);
    let cluster = match needs::POSTGRESQL.meet() {
        Ok(()) => Some(Cluster::start()?),
        Err(line) => {
            report.lack(line);
            None
        }
    };
    match &cluster {
        Some(cluster) => command.env(postgres::VARIABLE, cluster.url()),
        None => command.env_remove(postgres::VARIABLE),
    };
    report.step("measurement", &mut command);
    report.finish(false)
}
