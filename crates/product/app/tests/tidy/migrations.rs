//! The steps of the database are numbered without gaps, each once.
//!
//! A step is one file for both databases, or a pair `.sqlite.sql` and `.postgres.sql`.

use std::collections::BTreeMap;

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

const FOLDER: &str = "crates/platform/db/migrations/";

fn violations(tree: &Tree) -> Vec<Finding> {
    let mut steps: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let mut findings = Vec::new();
    for file in tree.all().filter(|file| file.path.starts_with(FOLDER)) {
        match number(file.name()) {
            Some(number) => steps.entry(number).or_default().push(file.name()),
            None => findings.push(Finding::new(&file.path, 1, "name it `0001_what_it_does.sql`")),
        }
    }
    for (expected, (number, names)) in (1..).zip(&steps) {
        let path = format!("{FOLDER}{}", names[0]);
        if *number != expected {
            findings.push(Finding::new(&path, 1, format!("step {expected:04} is missing before it")));
            break;
        }
        if !is_one_step(names) {
            findings.push(Finding::new(&path, 1, format!("not one step: {}", names.join(", "))));
        }
    }
    findings
}

fn number(name: &str) -> Option<usize> {
    let (digits, words) = name.strip_suffix(".sql")?.split_once('_')?;
    let is_named = digits.len() == 4 && !words.is_empty();
    digits.parse().ok().filter(|_| is_named)
}

fn is_one_step(names: &[&str]) -> bool {
    let twin = |name: &str, one: &str, other: &str| Some(format!("{}{other}", name.strip_suffix(one)?));
    match names {
        [one] => !one.ends_with(".sqlite.sql") && !one.ends_with(".postgres.sql"),
        [one, other] => {
            twin(one, ".sqlite.sql", ".postgres.sql").as_deref() == Some(other)
                || twin(one, ".postgres.sql", ".sqlite.sql").as_deref() == Some(other)
        }
        _ => false,
    }
}

#[test]
fn migrations_are_numbered_without_gaps() {
    assert!(Tree::here().has("crates/platform/db/migrations"));
    expect_none(violations(Tree::here()));
}

#[test]
fn gaps_and_doubles_are_caught() {
    let folder = |names: &[&str]| {
        let paths: Vec<String> = names.iter().map(|name| format!("{FOLDER}{name}")).collect();
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "")).collect();
        let place = |place: String| place.trim_start_matches(FOLDER).to_owned();
        places(violations(&Tree::of(&files))).into_iter().map(place).collect::<Vec<_>>()
    };
    assert_eq!(folder(&["0001_a.sql", "0002_b.postgres.sql", "0002_b.sqlite.sql"]), [""; 0]);
    assert_eq!(folder(&["0001_a.sql", "0003_c.sql"]), ["0003_c.sql:1"]);
    assert_eq!(folder(&["0001_a.sql", "0001_b.sql"]), ["0001_a.sql:1"]);
    assert_eq!(folder(&["0001_a.sqlite.sql"]), ["0001_a.sqlite.sql:1"]);
    assert_eq!(folder(&["1_a.sql", "0001_a.sql"]), ["1_a.sql:1"]);
}
