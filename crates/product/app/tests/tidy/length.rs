//! A file that nobody reads to its end is split by what it is about.

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

/// The house style asks for 300 and aims for 100; this is where it stops.
const MOST: usize = 500;

fn violations(tree: &Tree) -> Vec<Finding> {
    let files = tree.all().filter(|file| matches!(file.extension(), "rs" | "html" | "css"));
    let long = files.filter_map(|file| {
        let length = file.text.lines().count();
        let advice = format!("{length} lines: split the file by what it is about, at most {MOST}, better 100");
        (length > MOST).then(|| Finding::new(&file.path, length, advice))
    });
    long.collect()
}

#[test]
fn no_file_is_longer_than_500_lines() {
    expect_none(violations(Tree::here()));
}

#[test]
fn a_long_file_is_caught() {
    let (just, over) = ("a\n".repeat(MOST), "a\n".repeat(MOST + 1));
    let tree =
        Tree::of(&[("crates/platform/web/a.rs", &just), ("crates/platform/web/b.css", &over), ("docs/c.md", &over)]);
    assert_eq!(places(violations(&tree)), ["crates/platform/web/b.css:501"]);
}
