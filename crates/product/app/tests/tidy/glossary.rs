//! One concept, one word: every written form of an enum stands in the glossary.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

const GLOSSARY: &str = "docs/glossary.md";

fn violations(tree: &Tree) -> Vec<Finding> {
    let glossary = tree.get(GLOSSARY).map_or("", |file| &file.text);
    let mut findings = Vec::new();
    for file in tree.with_extension(&["rs"]) {
        for (line, code) in written_forms(file) {
            if !glossary.contains(&format!("`{code}`")) {
                findings.push(Finding::new(&file.path, line, format!("write `{code}` into {GLOSSARY} first")));
            }
        }
    }
    findings
}

/// The codes of all enums that are made with `coded!`: `Variant = "code",`.
fn written_forms(file: &File) -> Vec<(usize, &str)> {
    let mut forms = Vec::new();
    let mut inside = false;
    for (line, text) in file.product_lines() {
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
    let kinds = Tree::here().get("crates/platform/golden_thread/src/kind.rs").expect("the kinds of entries");
    assert!(written_forms(kinds).iter().any(|(_, code)| *code == "hand_over"));
}

#[test]
fn a_word_that_the_glossary_lacks_is_caught() {
    let code = "base::coded! {\n    /// Formats.\n    pub enum Format {\n        Fair = \"fair\",\n        Gala = \"gala\",\n    }\n}\nconst A: &str = \"b\";\nlet a = \"c\";\n";
    let tree = Tree::of(&[(GLOSSARY, "| `fair` | Messe |\n"), ("crates/slices/events/src/event.rs", code)]);
    assert_eq!(places(violations(&tree)), ["crates/slices/events/src/event.rs:5"]);
}
