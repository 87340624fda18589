//! One place that breaks a rule, in words that say what to do.

use std::fmt;

/// A broken rule: where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Path from the root of the repository.
    path: String,
    /// Counted from 1.
    line: usize,
    /// What is wrong and what to do.
    what: String,
}

impl Finding {
    pub(crate) fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// Fails the test with the list of all places.
#[track_caller]
pub(crate) fn expect_none(mut findings: Vec<Finding>) {
    findings.sort();
    let list: Vec<String> = findings.iter().map(|finding| format!("  {finding}")).collect();
    assert!(list.is_empty(), "{} to mend:\n{}\n", list.len(), list.join("\n"));
}

/// The places alone, for the proof that a rule catches something.
pub(crate) fn places(mut findings: Vec<Finding>) -> Vec<String> {
    findings.sort();
    findings.iter().map(|finding| format!("{}:{}", finding.path, finding.line)).collect()
}

#[test]
#[should_panic(expected = "1 to mend:\n  crates/pure/base/src/lib.rs:7: say it in Rust")]
fn findings_fail_the_test_with_place_and_advice() {
    expect_none(vec![Finding::new("crates/pure/base/src/lib.rs", 7, "say it in Rust")]);
}
