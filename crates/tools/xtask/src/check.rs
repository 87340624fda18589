//! All steps of CI, the cheapest first.
//!
//! The tests come late, so that the output ends with their results and the table of the fault trials.

use std::process::Command;

use anyhow::Result;

use crate::faults::{self, Form};
use crate::needs::{self, Need};
use crate::postgres::Cluster;
use crate::report::Report;
use crate::{machine, postgres};

const ON_POSTGRESQL: &str = "tests on PostgreSQL";

/// Runs all steps; the error names those that failed.
pub(crate) fn run() -> Result<()> {
    let mut report = Report::start();
    let runner = Runner::find();
    step_with(&mut report, &needs::RUSTFMT, "format", &mut cargo(&["fmt", "--all", "--check"]));
    step_with(&mut report, &needs::CLIPPY, "clippy", &mut clippy());
    report.step("documentation", &mut documentation());
    if runner == Runner::Nextest {
        report.step("examples", &mut cargo(&["test", "--doc", "--workspace"]));
    }
    report.step("tidy", runner.tests().args(["--test", "tidy"]));
    // Without Python, the tests of signing in through a provider fail and say so; all others run.
    if let Err(line) = needs::PYTHON.meet() {
        report.lack(line);
    }
    report.step("tests on SQLite", &mut runner.tests());
    tests_on_postgresql(&mut report, runner);
    tests_in_browser(&mut report, runner);
    faults::step(&mut report, Form::Short, &[]);
    report.finish(machine::is_build_server())
}

/// The program that runs the tests.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Runner {
    /// `cargo nextest`: faster, with clearer output, but without documentation tests.
    Nextest,
    /// `cargo test`: part of every toolchain.
    Cargo,
}

impl Runner {
    pub(crate) fn find() -> Self {
        if machine::answers("cargo", &["nextest", "--version"]) { Self::Nextest } else { Self::Cargo }
    }

    /// All tests of all members that need no browser, on SQLite unless a server is added. The filter
    /// builds the same libraries as the step in the browser; leaving the member out would not.
    fn tests(self) -> Command {
        let mut command = match self {
            Self::Nextest => cargo(&["nextest", "run", "--workspace", "--filterset", "not package(browser)"]),
            Self::Cargo => cargo(&["test", "--workspace", "--exclude", "browser"]),
        };
        command.arg("--no-fail-fast").env_remove(postgres::VARIABLE);
        command
    }

    /// The suite in a browser, or those of its tests whose names have these words, on SQLite; at most two browsers run at
    /// a time.
    pub(crate) fn browser(self, only: Option<&str>) -> Command {
        let mut command = match self {
            Self::Nextest => {
                let chosen = only.map_or_else(String::new, |words| format!(" & test({words})"));
                cargo(&["nextest", "run", "--workspace", "--filterset", &format!("package(browser){chosen}")])
            }
            Self::Cargo => cargo(&["test", "--package", "browser"]),
        };
        command.arg("--no-fail-fast").env_remove(postgres::VARIABLE);
        command.args(match self {
            Self::Nextest => &["--test-threads", "2"][..],
            Self::Cargo => &["--", "--test-threads", "2"],
        });
        if let (Self::Cargo, Some(words)) = (self, only) {
            command.arg(words);
        }
        command
    }
}

fn clippy() -> Command {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn documentation() -> Command {
    let mut command = cargo(&["doc", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    command
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments);
    // A build server builds once, so an incremental cache would only fill its disk.
    if machine::is_build_server() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

fn step_with(report: &mut Report, need: &Need, name: &'static str, command: &mut Command) {
    match need.meet() {
        Ok(()) => report.step(name, command),
        Err(line) => report.lack(line),
    }
}

fn tests_on_postgresql(report: &mut Report, runner: Runner) {
    if let Err(line) = needs::POSTGRESQL.meet() {
        return report.lack(line);
    }
    match Cluster::start() {
        Ok(cluster) => {
            report.step(ON_POSTGRESQL, runner.tests().env(postgres::VARIABLE, cluster.url()));
        }
        Err(error) => report.fail(ON_POSTGRESQL, &format!("{error:#}")),
    }
}

fn tests_in_browser(report: &mut Report, runner: Runner) {
    for need in [&needs::CHROMIUM, &needs::CHROMEDRIVER] {
        if let Err(line) = need.meet() {
            return report.lack(line);
        }
    }
    report.step("browser", &mut runner.browser(None));
}
