//! Paths of pages stand in files named `paths.rs`: the matrix of rights and the accessibility suite find every route there.

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

fn violations(tree: &Tree) -> Vec<Finding> {
    let files = tree.with_extension(&["rs"]).filter(|file| file.name() != "paths.rs" && !file.is_test());
    let lines = files.flat_map(|file| file.product_lines().map(move |(line, text)| (file, line, text)));
    lines
        .filter(|(_, _, text)| text.trim_start().starts_with("#[typed_path("))
        .map(|(file, line, _)| {
            Finding::new(&file.path, line, "a path belongs into `paths.rs`, where tests look for routes")
        })
        .collect()
}

#[test]
fn paths_stand_only_where_tests_look_for_them() {
    expect_none(violations(Tree::here()));
}

#[test]
fn path_elsewhere_is_caught() {
    let path = "#[typed_path(\"/a\")]\nstruct A;\n";
    let tree = Tree::of(&[
        ("crates/slices/events/src/pages/show.rs", path),
        ("crates/slices/events/src/paths.rs", path),
        ("crates/product/app/tests/trial/slice/page.rs", path),
    ]);
    assert_eq!(places(violations(&tree)), ["crates/slices/events/src/pages/show.rs:1"]);
}
