//! What is committed is finished; what is not yet built is an issue, not a note in the code.

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

const MARKS: [&str; 5] = ["todo!", "unimplemented!", "TODO", "FIXME", "#[ignore"];

fn violations(tree: &Tree) -> Vec<Finding> {
    let lines = tree.ours().flat_map(|file| file.lines().map(move |(line, text)| (file, line, text)));
    let marked = lines.filter_map(|(file, line, text)| {
        let mark = MARKS.iter().find(|mark| text.contains(*mark))?;
        Some(Finding::new(&file.path, line, format!("»{mark}«: finish it or open an issue")))
    });
    marked.collect()
}

#[test]
fn nothing_says_of_itself_that_it_is_unfinished() {
    expect_none(violations(Tree::here()));
}

#[test]
fn unfinished_work_is_caught() {
    let text = "fn a() { todo!() }\n// FIXME later\nfn todo() {}\n    #[ignore = \"slow\"]\n";
    let tree = Tree::of(&[("crates/platform/web/src/a.rs", text), ("README.md", "TODO\n")]);
    let expected = [
        "README.md:1",
        "crates/platform/web/src/a.rs:1",
        "crates/platform/web/src/a.rs:2",
        "crates/platform/web/src/a.rs:4",
    ];
    assert_eq!(places(violations(&tree)), expected);
}
