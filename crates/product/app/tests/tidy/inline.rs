//! No inline script and no inline style in a page: the content security policy would refuse them.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

fn violations(tree: &Tree) -> Vec<Finding> {
    let files = tree.with_extension(&["html", "rs"]).filter(|file| file.room().is_some() && !file.is_test());
    let lines = files.flat_map(|file: &File| file.product_lines().map(move |(line, text)| (file, line, text)));
    lines.filter_map(|(file, line, text)| Some(Finding::new(&file.path, line, fault(text)?))).collect()
}

fn fault(line: &str) -> Option<&'static str> {
    if has_attribute(line, |name| name == "style") {
        return Some("an inline style: write a class into the style sheet");
    }
    if has_attribute(line, |name| {
        name.len() > 3 && name.starts_with("on") && name.bytes().all(|b| b.is_ascii_lowercase())
    }) {
        return Some("an inline handler: enhance the element from a script file");
    }
    if line.contains("<style") {
        return Some("an inline style sheet: move it into the room's `.css`");
    }
    if line.contains("javascript:") || line.match_indices("<script").any(|(at, _)| !is_harmless(&line[at..])) {
        return Some("an inline script: move it into a file and link it by `src`");
    }
    None
}

/// A file of its own, or data that no browser runs.
fn is_harmless(script: &str) -> bool {
    let tag = script.split('>').next().unwrap_or(script);
    tag.contains(" src=") || tag.contains("application/ld+json")
}

/// Whether an attribute with a quoted value follows a blank, in a template or in a Rust string.
fn has_attribute(line: &str, is_it: impl Fn(&str) -> bool) -> bool {
    line.match_indices('=').any(|(at, _)| {
        let is_quoted = line[at + 1..].starts_with(['"', '\'', '\\']);
        let before = &line[..at];
        let name = before.rsplit(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
        let blank = before[..before.len() - name.len()].chars().next_back();
        is_quoted && blank.is_none_or(char::is_whitespace) && is_it(name)
    })
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    expect_none(violations(Tree::here()));
}

#[test]
fn inline_styles_and_scripts_are_caught() {
    let template = "<p style=\"a\">\n<b onclick='x'>\n<style>\n<script>\n<script src=\"a.js\"></script>\n<script type=\"application/ld+json\">\n<p class=\"style\" data-style=\"x\">\n<a href=\"javascript:x\">\n";
    let rust = "let a = \"<p style=\\\"a\\\">\";\nlet style = \"x\";\n#[cfg(test)]\nmod tests {\n    let a = \"<script>\";\n}\n";
    let tree = Tree::of(&[("crates/platform/web/src/a.html", template), ("crates/platform/web/src/a.rs", rust)]);
    let expected = ["a.html:1", "a.html:2", "a.html:3", "a.html:4", "a.html:8", "a.rs:1"];
    assert_eq!(places(violations(&tree)), expected.map(|place| format!("crates/platform/web/src/{place}")));
}
