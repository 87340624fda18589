//! What is committed is source: nothing that was built, downloaded or packed.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

/// What the files here are, by their ending. A new kind is written down with the first file of it.
const KINDS: [&str; 16] =
    ["css", "ftl", "html", "js", "json", "lock", "md", "png", "py", "rs", "sql", "svg", "toml", "txt", "woff2", "yml"];

/// Files without an ending, by their names.
const NAMES: [&str; 3] = ["LICENSE", "run", ".gitignore"];

/// The largest picture or library that is carried along, in bytes.
const LARGEST: usize = 1 << 20;

fn violations(tree: &Tree) -> Vec<Finding> {
    tree.all().filter_map(|file| Some(Finding::new(&file.path, 1, fault(file)?))).collect()
}

fn fault(file: &File) -> Option<String> {
    let is_known = KINDS.contains(&file.extension()) || NAMES.contains(&file.name());
    if !is_known {
        return Some("a new kind of file: remove what a tool left here, or add the kind to this rule".to_owned());
    }
    (file.size > LARGEST).then(|| format!("{} bytes: nothing here is larger than {LARGEST}", file.size))
}

#[test]
fn nothing_is_committed_that_a_tool_left_behind() {
    expect_none(violations(Tree::here()));
}

#[test]
fn packages_and_large_files_are_caught() {
    let large = "a".repeat(LARGEST + 1);
    let tree =
        Tree::of(&[("a.whl", "PK"), ("docs/a.md", "a"), ("docs/b.png", &large), (".ci/run", "a"), ("core", "a")]);
    assert_eq!(places(violations(&tree)), ["a.whl:1", "core:1", "docs/b.png:1"]);
}
