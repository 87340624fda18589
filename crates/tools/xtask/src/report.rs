//! Runs the steps of a check one after the other and collects their results.
//!
//! A failed step does not stop the later ones, so that one run shows
//! all failures.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The results of the steps so far.
pub(crate) struct Report {
    started: Instant,
    passed: usize,
    failed: Vec<&'static str>,
    missing: Vec<String>,
}

impl Report {
    /// An empty report with the current time.
    pub(crate) fn start() -> Self {
        Self { started: now(), passed: 0, failed: Vec::new(), missing: Vec::new() }
    }

    /// Runs one step and prints its duration.
    pub(crate) fn step(&mut self, name: &'static str, command: &mut Command) {
        eprintln!("\n── {name}: {}", line(command));
        let started = now();
        let outcome = command.status();
        let took = seconds(started.elapsed());
        match outcome {
            Ok(status) if status.success() => {
                self.passed += 1;
                eprintln!("── {name}: passed in {took}");
            }
            Ok(status) => self.fail(name, &format!("{status} after {took}")),
            Err(error) => self.fail(name, &error.to_string()),
        }
    }

    /// Records a step that failed before its program could start.
    pub(crate) fn fail(&mut self, name: &'static str, why: &str) {
        self.failed.push(name);
        eprintln!("── {name}: FAILED, {why}");
    }

    /// Records a missing need in one line; the steps that depend on it are left out.
    pub(crate) fn lack(&mut self, line: String) {
        eprintln!("\n── {line}");
        self.missing.push(line);
    }

    /// Prints the summary. A missing need is a failure only on the build server.
    pub(crate) fn finish(self, is_build_server: bool) -> Result<()> {
        let took = seconds(self.started.elapsed());
        eprintln!("\n── steps passed: {}, in {took}", self.passed);
        for line in &self.missing {
            eprintln!("── not checked: {line}");
        }
        if !self.failed.is_empty() {
            bail!("failed: {}", self.failed.join(", "));
        }
        if is_build_server && !self.missing.is_empty() {
            bail!("the build server has to run every step");
        }
        Ok(())
    }
}

/// The command line that a person would type for the same step.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[expect(clippy::disallowed_methods, reason = "tools measure how long a step took")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{Report, line};

    #[test]
    fn every_failed_step_is_named_and_later_steps_run() {
        let mut report = Report::start();
        report.step("first", &mut Command::new("false"));
        report.step("second", &mut Command::new("true"));
        report.step("third", &mut Command::new("no-such-program-on-any-machine"));
        assert_eq!(report.passed, 1);
        assert_eq!(report.finish(false).unwrap_err().to_string(), "failed: first, third");
    }

    #[test]
    fn something_missing_fails_only_on_the_build_server() {
        let lacking = || {
            let mut report = Report::start();
            report.lack("PostgreSQL is missing".into());
            report
        };
        assert!(lacking().finish(false).is_ok());
        assert!(lacking().finish(true).is_err());
    }

    #[test]
    fn a_step_shows_the_line_to_type() {
        assert_eq!(line(Command::new("cargo").args(["fmt", "--check"])), "cargo fmt --check");
    }
}
