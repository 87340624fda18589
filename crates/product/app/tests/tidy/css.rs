//! A room styles only its own prefix, which its sheet names in its first line; what lies below such a selector is its
//! own. The parts that all share stand in `web`.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

/// Where the parts stand that all share.
const SHARED: &str = "crates/platform/web/css/";
/// How the first line of a sheet begins: with the prefix of its classes.
const HEAD: &str = "/* Prefix `";

/// At-rules whose content counts as if it stood outside them.
const TRANSPARENT: [&str; 6] = ["@media", "@layer", "@supports", "@container", "@scope", "@starting-style"];

fn violations(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension(&["css"]).filter(|file| !file.path.starts_with(SHARED)) {
        let Some(prefix) = prefix(file) else {
            findings.push(Finding::new(
                &file.path,
                1,
                format!("begin with \"{HEAD}.name`\": the prefix of its classes"),
            ));
            continue;
        };
        for (line, selector) in outer_selectors(&file.text) {
            if !is_own(&selector, prefix) {
                let what = format!("`{selector}` is not this room's: begin the selector with `{prefix}`");
                findings.push(Finding::new(&file.path, line, what));
            }
        }
    }
    findings
}

fn prefix(file: &File) -> Option<&str> {
    let (prefix, _) = file.text.strip_prefix(HEAD)?.split_once('`')?;
    prefix.strip_prefix('.').filter(|name| name.len() > 2).map(|_| prefix)
}

/// The first class of a selector decides whose it is.
fn is_own(selector: &str, prefix: &str) -> bool {
    selector.find('.').is_some_and(|at| selector[at..].starts_with(prefix))
}

/// The selectors of all rules that stand inside no other rule.
fn outer_selectors(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    // For each open brace, whether it hides what is inside from us.
    let mut braces: Vec<bool> = Vec::new();
    let (mut line, mut begin, mut prelude) = (1, 1, String::new());
    for c in without_comments(css).chars() {
        match c {
            '{' => {
                let text = std::mem::take(&mut prelude);
                let is_outer = !braces.contains(&true);
                if is_outer && !text.starts_with('@') {
                    found.extend(alternatives(&text).into_iter().map(|selector| (begin, selector)));
                }
                braces.push(!TRANSPARENT.iter().any(|name| text.starts_with(name)));
            }
            '}' | ';' => {
                prelude.clear();
                if c == '}' {
                    braces.pop();
                }
            }
            c if c.is_whitespace() && prelude.is_empty() => {}
            c => {
                if prelude.is_empty() {
                    begin = line;
                }
                prelude.push(if c.is_whitespace() { ' ' } else { c });
            }
        }
        line += usize::from(c == '\n');
    }
    found
}

/// Splits at the commas that stand outside parentheses.
fn alternatives(selectors: &str) -> Vec<String> {
    let mut depth = 0;
    let is_border = |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ',' && depth == 0
    };
    selectors.split(is_border).map(|selector| selector.trim().to_owned()).collect()
}

/// Line breaks stay, so that lines can be counted.
fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (comment, behind) = part.split_once("*/").unwrap_or((part, ""));
        kept.extend(comment.chars().filter(|c| *c == '\n'));
        kept.push_str(behind);
    }
    kept
}

#[test]
fn a_room_styles_only_its_own_prefix() {
    expect_none(violations(Tree::here()));
}

#[test]
fn foreign_selectors_are_caught() {
    let css = "/* Prefix `.event`.\n */ .event-list { color: red; .card { margin: 0 } }\n.card { }\n@media print {\n  .event:is(.a, .b), h1 { x: y; }\n}\n@keyframes event-in { from { x: y } }\nmain .event a,\n.process { }\n";
    let tree = Tree::of(&[
        ("crates/slices/events/src/events.css", css),
        ("crates/platform/web/css/base.css", ".card { }"),
        ("crates/slices/bodies/src/bodies.css", "/* Bodies. */"),
    ]);
    let expected =
        ["bodies/src/bodies.css:1", "events/src/events.css:3", "events/src/events.css:5", "events/src/events.css:8"]
            .map(|place| format!("crates/slices/{place}"));
    assert_eq!(places(violations(&tree)), expected);
}
