//! `faults`: fault injection around the running program, and the time until it recovers.
//!
//! The program is a separate process on loopback, visitors write to it all the time, and one fault after the other
//! is injected from outside. Every trial is bounded in time and count, and ends the processes that it started.
//! `cargo xtask check` runs `--short`; the long form makes the figures of `docs/reliability.md`. Trials that a
//! machine cannot run (a file system in memory, a false clock, PostgreSQL) are named and left out.

mod backups;
mod clock;
mod disk;
mod figures;
pub(crate) mod form;
mod http;
mod kill;
mod mail;
mod people;
mod postgres;
mod server;
mod sign_in;
mod slow;
mod store;
mod texts;
mod uploads;
mod watch;

use std::path::PathBuf;

use anyhow::ensure;

use figures::Figures;

use crate::program::{Scratch, release_binary};

/// The outcome of a trial.
pub(crate) enum Outcome {
    /// The trial was made.
    Made(Figures),
    /// The trial was left out for this reason.
    LeftOut(String),
}

impl From<Figures> for Outcome {
    fn from(figures: Figures) -> Self {
        Self::Made(figures)
    }
}

/// The environment of every trial.
pub(crate) struct Stage {
    /// The path of the program.
    pub(crate) binary: PathBuf,
    /// True for the short form.
    pub(crate) is_short: bool,
    scratch: Scratch,
}

impl Stage {
    /// A number of rounds, people or bytes, which is smaller in the short form.
    pub(crate) fn count(&self, short: usize, long: usize) -> usize {
        if self.is_short { short } else { long }
    }

    /// Creates a folder for one trial.
    pub(crate) fn folder(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.scratch.path().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}

type Trial = fn(&Stage) -> anyhow::Result<Outcome>;

const TRIALS: [(&str, Trial); 15] = [
    ("disk full", disk::full),
    ("file system read-only", disk::read_only),
    ("database moved away", disk::moved_away),
    ("database truncated", disk::truncated),
    ("killed, SQLite", kill::on_sqlite),
    ("killed, PostgreSQL", kill::on_postgres),
    ("PostgreSQL restarted", postgres::restarted),
    ("mail server says nothing", mail::silent_server),
    ("clock set forward and back", clock::jumps),
    ("slow readers", slow::readers),
    ("slow writers, idle and deaf connections", slow::writers),
    ("flood of uploads", uploads::flood),
    ("expensive texts", texts::expensive),
    ("false sign-in links", sign_in::false_links),
    ("backups while people write", backups::under_load),
];

/// Runs all trials, or those whose names contain the given word.
///
/// # Errors
/// If a limit is exceeded, acknowledged data is lost, or a trial fails.
pub(crate) fn run(options: &[String]) -> anyhow::Result<()> {
    let is_short = options.iter().any(|option| option == "--short");
    let word = options.iter().find(|option| !option.starts_with("--"));
    let stage = Stage { binary: release_binary()?, is_short, scratch: Scratch::new("faults")? };
    let mut problems = Vec::new();
    println!("{}", figures::HEAD);
    for (name, trial) in TRIALS.iter().filter(|(name, _)| word.is_none_or(|word| name.contains(word.as_str()))) {
        match trial(&stage) {
            Ok(Outcome::Made(figures)) => {
                println!("{}", figures.row(name));
                problems.extend(figures.problems(name));
            }
            Ok(Outcome::LeftOut(why)) => println!("| {name} | left out: {why} | | | | |"),
            Err(error) => {
                println!("| {name} | FAILED | | | | |");
                problems.push(format!("{name}: {error:#}"));
            }
        }
    }
    ensure!(problems.is_empty(), "limits exceeded:\n{}", problems.join("\n"));
    Ok(())
}
