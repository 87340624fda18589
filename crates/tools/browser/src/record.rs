//! Compares the results of a check with the record that the accessibility statement prints,
//! or writes a part of a new record.
//!
//! `cargo xtask accessibility` names a folder in the environment; then every check writes its part
//! there and passes, even with findings, which the statement has to report. Without the folder a check
//! passes only if it has no findings and the record agrees.

use std::fs;
use std::path::{Path, PathBuf};

use newsroom::checked::{Check, Finding, Outcome, Record};
use serde::Serialize;

/// The environment variable with the folder for the parts of a new record.
const FOLDER: &str = "ACCESSIBILITY_RECORD";

/// The message of a check that disagrees with the record.
const ADVICE: &str = "the accessibility statement says something else: run `cargo xtask accessibility`";

/// The head of a record, without the date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The version of axe-core.
    pub axe: String,
    /// The name and version of the browser; another version needs no new record.
    pub browser: String,
    /// The number of kinds of pages.
    pub kinds: usize,
}

impl Head {
    /// Compares the head with the record, or writes it for a new one.
    pub fn settle(self) {
        if let Some(folder) = folder() {
            return write(&folder.join("head.toml"), &self);
        }
        let Record { axe, kinds, .. } = Record::latest();
        assert_eq!((&self.axe, self.kinds), (axe, *kinds), "{ADVICE}");
    }
}

/// Compares the results of a check with the record, or writes them for a new one.
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

/// A part of a record: a list with one check.
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
