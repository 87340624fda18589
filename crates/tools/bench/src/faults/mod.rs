//! `faults`: what the running program does while things around it break, and how soon it is well again.
//!
//! Fault injection from outside: the program is a process of its own on loopback, people write to it all the
//! time, and one thing after the other goes wrong. Every trial is bounded in time and count, and ends the
//! processes that it began. `--short` is what `cargo xtask check` runs; the long form makes the figures of
//! `docs/reliability.md`. What a machine cannot do (a file system in memory, a false clock, PostgreSQL) is
//! named and left out.

mod backups;
mod clock;
mod disk;
mod figures;
mod form;
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

/// What a trial comes to: figures, or why this machine cannot make it.
pub(crate) enum Outcome {
    /// It was made.
    Made(Figures),
    /// It was left out, for this reason.
    LeftOut(String),
}

impl From<Figures> for Outcome {
    fn from(figures: Figures) -> Self {
        Self::Made(figures)
    }
}

/// What every trial is told.
pub(crate) struct Stage {
    /// The program.
    pub(crate) binary: PathBuf,
    /// Whether only the short form is wanted.
    pub(crate) is_short: bool,
    scratch: Scratch,
}

impl Stage {
    /// A number of rounds, people or bytes: fewer in the short form.
    pub(crate) fn count(&self, short: usize, long: usize) -> usize {
        if self.is_short { short } else { long }
    }

    /// A folder for one trial.
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

/// Makes all trials, or those whose names hold the word that is given.
///
/// # Errors
/// If a limit is exceeded, something acknowledged is lost, or a trial cannot be made although the machine could.
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
