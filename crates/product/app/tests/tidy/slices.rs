//! A slice is named in three places outside its own crate: the manifest of the workspace, the manifest of `app`, and
//! `app`'s list. So adding one, with a kind of its own, touches no room that exists.
//!
//! `bodies` is the one slice that others may know. The start page shows several slices and names them, and the
//! accessibility suite writes the record that `newsroom` prints.

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

/// The slice that others may know.
const KNOWN_TO_ALL: &str = "bodies";
/// The list of slices.
const LIST: &str = "crates/product/app/src/slices.rs";
/// Who else may name one.
const MAY: [&str; 3] = ["crates/product/app/src/pages/", "crates/tools/browser/", "crates/product/app/tests/"];

fn slices(tree: &Tree) -> Vec<String> {
    let manifests = tree.all().filter(|file| file.name() == "Cargo.toml");
    let names = manifests.filter_map(|file| file.path.strip_prefix("crates/slices/")?.strip_suffix("/Cargo.toml"));
    names.filter(|name| *name != KNOWN_TO_ALL).map(ToOwned::to_owned).collect()
}

fn violations(tree: &Tree) -> Vec<Finding> {
    let slices = slices(tree);
    let mut findings = Vec::new();
    for file in tree.with_extension(&["rs", "html", "toml"]) {
        if file.path == LIST || MAY.iter().any(|start| file.path.starts_with(start)) || file.path.contains("/tests/") {
            continue;
        }
        let own = file.path.strip_prefix("crates/slices/").and_then(|path| path.split('/').next());
        for slice in slices.iter().filter(|slice| own != Some(slice)) {
            let lines = (1..).zip(file.text.lines());
            let named = lines.filter(|(_, line)| names(&file.path, line, slice));
            let advice = format!("this names the slice `{slice}`: let it bring what is needed here in its manifest");
            findings.extend(named.map(|(line, _)| Finding::new(&file.path, line, advice.clone())));
        }
    }
    findings
}

/// Whether a line of code uses the slice, or a manifest depends on it.
fn names(path: &str, line: &str, slice: &str) -> bool {
    if path.ends_with("Cargo.toml") {
        let is_listed = path == "Cargo.toml"
            || path == "crates/product/app/Cargo.toml"
            || MAY[1..].iter().any(|may| path.starts_with(may));
        return !is_listed && line.strip_prefix(slice).is_some_and(|rest| rest.starts_with(['.', ' ', '=']));
    }
    let is_comment = line.trim_start().starts_with("//");
    let call = format!("{slice}::");
    let mut uses = line.match_indices(&call).map(|(at, _)| line[..at].chars().next_back());
    !is_comment && uses.any(|before| before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':'))
}

#[test]
fn a_slice_is_named_by_the_list_alone() {
    expect_none(violations(Tree::here()));
}

#[test]
fn rooms_that_name_a_slice_are_caught() {
    let tree = Tree::of(&[
        ("crates/slices/events/Cargo.toml", "name = \"events\""),
        ("crates/slices/bodies/Cargo.toml", "events.workspace = true\n"),
        ("crates/slices/events/src/lib.rs", "use events::paths;\n"),
        (LIST, "    &events::SLICE,\n"),
        (
            "crates/product/editor/src/a.rs",
            "//! events::x\nlet a = bodies::of();\nlet b = events::of();\nlet c = my_events::of();\n",
        ),
    ]);
    assert_eq!(places(violations(&tree)), ["crates/product/editor/src/a.rs:3", "crates/slices/bodies/Cargo.toml:1"]);
}
