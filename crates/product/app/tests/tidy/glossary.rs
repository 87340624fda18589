//! One concept, one word: every written form of an enum stands in the glossary.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

const GLOSSARY: &str = "docs/glossary.md";

fn violations(tree: &Tree) -> Vec<Finding> {
    let glossary = tree.get(GLOSSARY).map_or("", |file| &file.text);
    let mut findings = Vec::new();
    let product = |file: &&File| !file.path.contains("/tests/") && !["testing.rs", "tests.rs"].contains(&file.name());
    for file in tree.with_extension(&["rs"]).filter(product) {
        for (line, code) in written_forms(file) {
            if !glossary.contains(&format!("`{code}`")) {
                findings.push(Finding::new(&file.path, line, format!("write `{code}` into {GLOSSARY} first")));
            }
        }
    }
    findings
}

/// The codes of all enums that are made with `coded!`: `Variant = "code",`, and of all kinds and audit events that are
/// made with `kinds!` and `audit_events!`: `code: "code",`.
fn written_forms(file: &File) -> Vec<(usize, &str)> {
    let mut forms = Vec::new();
    let (mut inside, mut in_kinds) = (false, false);
    let begins = |line: &str| ["kinds! {", "audit_events! {"].iter().any(|begin| line.trim_end().ends_with(begin));
    for (line, text) in file.product_lines() {
        in_kinds = (in_kinds || begins(text)) && text != "}";
        if let Some((_, rest)) = text.split_once("code: \"").filter(|_| in_kinds) {
            forms.extend(rest.split_once('"').map(|(code, _)| (line, code)));
        }
        inside = (inside || text.ends_with("coded! {")) && text != "}";
        let code = text.split_once(" = \"").filter(|(name, _)| name.trim().chars().all(char::is_alphanumeric));
        if let Some((_, rest)) = code.filter(|_| inside) {
            forms.extend(rest.split_once('"').map(|(code, _)| (line, code)));
        }
    }
    forms
}

#[test]
fn every_written_form_stands_in_the_glossary() {
    expect_none(violations(Tree::here()));
}

#[test]
fn the_written_forms_of_this_repository_are_found() {
    let kinds = Tree::here().get("crates/slices/outcomes/src/kinds.rs").expect("the kinds of entries");
    assert!(written_forms(kinds).iter().any(|(_, code)| *code == "hand_over"));
}

#[test]
fn a_word_that_the_glossary_lacks_is_caught() {
    let code = "base::coded! {\n    /// Formats.\n    pub enum Format {\n        Fair = \"fair\",\n        Gala = \"gala\",\n    }\n}\nconst A: &str = \"b\";\nlet a = \"c\";\ngolden_thread::kinds! {\n    BOOK = { code: \"book\", order: 1 };\n}\nservices::audit_events! {\n    LENT = { code: \"lent\", key: \"a\" };\n}\n";
    let tree = Tree::of(&[(GLOSSARY, "| `fair` | Messe |\n"), ("crates/slices/events/src/event.rs", code)]);
    assert_eq!(
        places(violations(&tree)),
        ["5", "11", "14"].map(|line| format!("crates/slices/events/src/event.rs:{line}"))
    );
}
