//! Compares what was looked at and found with the record that the accessibility statement prints,
//! or writes a part of a new one.
//!
//! `cargo xtask accessibility` names a folder in the environment; then every check leaves its part
//! there and passes, whatever it found: the statement has to tell it. Without the folder a check
//! passes only if it found nothing and the record says the same.

use std::fs;
use std::path::{Path, PathBuf};

use newsroom::checked::{Check, Finding, Outcome, Record};
use serde::Serialize;

/// The folder for the parts of a new record.
const FOLDER: &str = "ACCESSIBILITY_RECORD";

/// How to write a new record.
const ADVICE: &str = "the accessibility statement says something else: run `cargo xtask accessibility`";

/// What stands at the head of a record, but for the date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The version of axe-core.
    pub axe: String,
    /// Name and version of the browser; another one is no reason for a new record.
    pub browser: String,
    /// How many kinds of pages there are.
    pub kinds: usize,
}

impl Head {
    /// Compares with the record or writes the part of a new one.
    pub fn settle(self) {
        if let Some(folder) = folder() {
            return write(&folder.join("head.toml"), &self);
        }
        let Record { axe, kinds, .. } = Record::latest();
        assert_eq!((&self.axe, self.kinds), (axe, *kinds), "{ADVICE}");
    }
}

/// Compares how a check went with the record or writes the part of a new one.
pub fn settle(check: Check, views: usize, mut findings: Vec<Finding>) {
    findings.sort();
    findings.dedup();
    let outcome = Outcome { check, views, findings };
    if let Some(folder) = folder() {
        let at = Check::ALL.iter().position(|it| *it == check).unwrap_or_default();
        return write(&folder.join(format!("{at:02}.toml")), &Part { checks: vec![outcome] });
    }
    assert!(outcome.findings.is_empty(), "{:#?}", outcome.findings);
    assert_eq!(Record::latest().of(check), Some(&outcome), "{ADVICE}");
}

/// A part of a record: one check in the list of all.
#[derive(Serialize)]
struct Part {
    checks: Vec<Outcome>,
}

#[expect(
    clippy::disallowed_methods,
    reason = "the task that writes the record hands its folder over in the environment"
)]
fn folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

fn write(path: &Path, part: &impl Serialize) {
    let text = toml::to_string(part).expect("a record is plain TOML");
    fs::write(path, text).expect("the folder for the record can be written");
}
