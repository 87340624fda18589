//! The record of the accessibility suite (the room `browser`): the part of the accessibility statement that
//! no person writes.
//!
//! `cargo xtask accessibility` writes the record; every run of the suite compares what it finds with
//! it and fails where they differ. So the statement never says more than was checked.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The record that this binary was built with.
static LATEST: LazyLock<Record> = LazyLock::new(|| {
    toml::from_str(include_str!("checked.toml")).expect("the suite has written this file, a test reads it")
});

base::coded! {
    /// A check of the suite.
    pub enum Check {
        /// Every page against the rules of axe-core, in light colours.
        Light = "light",
        /// The same in dark colours.
        Dark = "dark",
        /// From page to page with the keyboard alone.
        Keyboard = "keyboard",
        /// A window of 320 pixels.
        Narrow = "narrow",
        /// More space between lines, words and letters.
        Spaced = "spaced",
        /// Letters of twice the size.
        Doubled = "doubled",
        /// The few colours that a person has chosen.
        Forced = "forced",
        /// As little movement as possible.
        Still = "still",
        /// The size of controls.
        Targets = "targets",
        /// Without JavaScript.
        Plain = "plain",
        /// On paper.
        Paper = "paper",
        /// Data that stays on the device or goes to others.
        Frugal = "frugal",
    }
}

/// One run of the whole suite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The day of the run.
    pub date: Date,
    /// The version of axe-core.
    pub axe: String,
    /// Name and version of the browser.
    pub browser: String,
    /// Number of kinds of pages.
    pub kinds: usize,
    /// The outcome of each check, in the order of [`Check::ALL`].
    pub checks: Vec<Outcome>,
}

/// The outcome of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The check.
    pub check: Check,
    /// Number of views of pages; with the keyboard: number of focus stops.
    pub views: usize,
    /// The faults found.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

/// A fault found by a check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The page, by path and query.
    pub page: String,
    /// The fault, in English.
    pub what: String,
}

impl Record {
    /// The record that this binary was built with.
    pub fn latest() -> &'static Self {
        &LATEST
    }

    /// The outcome of one check; `None` if it did not run.
    pub fn of(&self, check: Check) -> Option<&Outcome> {
        self.checks.iter().find(|outcome| outcome.check == check)
    }

    /// Number of findings of all checks.
    pub fn findings(&self) -> usize {
        self.checks.iter().map(|outcome| outcome.findings.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Check, Record};

    #[test]
    fn record_names_every_check_once() {
        let recorded: Vec<Check> = Record::latest().checks.iter().map(|outcome| outcome.check).collect();
        assert_eq!(recorded, Check::ALL);
    }
}
