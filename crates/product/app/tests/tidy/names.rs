//! Names that explain nothing are not used for files, folders, modules and types.

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

const EMPTY: [&str; 8] = ["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers"];

fn violations(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.all() {
        if let Some(word) = empty_word(&file.path) {
            let advice = format!("»{word}« explains nothing: name the file by what it is about");
            findings.push(Finding::new(&file.path, 1, advice));
        }
    }
    for file in tree.with_extension(&["rs"]) {
        for (line, text) in file.lines() {
            if let Some(word) = declared(text).and_then(empty_word) {
                let advice = format!("»{word}« explains nothing: name it by what it does");
                findings.push(Finding::new(&file.path, line, advice));
            }
        }
    }
    findings
}

/// The name of the module or type that a line declares.
fn declared(line: &str) -> Option<&str> {
    let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.find(|word| matches!(*word, "mod" | "struct" | "enum" | "trait" | "type"))?;
    words.next().filter(|_| !line.trim_start().starts_with("//"))
}

fn empty_word(name: &str) -> Option<&'static str> {
    let mut spaced = String::new();
    for c in name.chars() {
        if c.is_uppercase() || !c.is_alphanumeric() {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase());
    }
    let mut words = spaced.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| EMPTY.into_iter().find(|empty| *empty == word))
}

#[test]
fn names_explain_what_they_name() {
    expect_none(violations(Tree::here()));
}

#[test]
fn empty_names_are_caught() {
    let tree = Tree::of(&[
        ("crates/platform/web/src/util.rs", ""),
        ("crates/platform/web/src/helpers/time.rs", ""),
        ("docs/commonmark.md", ""),
        (
            "crates/platform/web/src/a.rs",
            "pub(crate) struct EventManager;\n/// A type helper\nmod misc;\nuse a::common;\n",
        ),
    ]);
    let expected = ["a.rs:1", "a.rs:3", "helpers/time.rs:1", "util.rs:1"];
    assert_eq!(places(violations(&tree)), expected.map(|place| format!("crates/platform/web/src/{place}")));
}
