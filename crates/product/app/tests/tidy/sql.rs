//! SQL stands in files named `store.rs`, in folders named `store`, and in `db`.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

const SIGNS: [&str; 4] = ["sqlx::query", "SELECT ", "INSERT INTO", "DELETE FROM"];

fn violations(tree: &Tree) -> Vec<Finding> {
    let files = tree.with_extension(&["rs"]).filter(|file| !may_hold_sql(file));
    let lines = files.flat_map(|file| file.product_lines().map(move |(line, text)| (file, line, text)));
    lines
        .filter(|(_, _, text)| is_sql(text))
        .map(|(file, line, _)| {
            Finding::new(&file.path, line, "SQL belongs into `store.rs`: write a function there and call it")
        })
        .collect()
}

fn may_hold_sql(file: &File) -> bool {
    file.name() == "store.rs"
        || file.path.contains("/store/")
        || file.path.starts_with("crates/platform/db/")
        || file.is_test()
}

fn is_sql(line: &str) -> bool {
    SIGNS.iter().any(|sign| line.contains(sign)) || line.split_once("UPDATE ").is_some_and(|(_, rest)| is_table(rest))
}

/// What follows `UPDATE` in a statement: a table, then `SET`, perhaps on the next line.
fn is_table(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let table = words.next().is_some_and(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
    table && matches!(words.next(), None | Some("SET" | "AS" | "\\"))
}

#[test]
fn sql_stands_only_in_the_store() {
    expect_none(violations(Tree::here()));
}

#[test]
fn sql_elsewhere_is_caught() {
    let statements = "const A: &str = \"SELECT id\";\nsqlx::query(A);\n\"INSERT INTO x\";\n\"UPDATE x SET y = 1\";\n\"UPDATE x \\\n\"DELETE FROM x\";\n";
    let tree = Tree::of(&[
        ("crates/slices/events/src/show.rs", statements),
        ("crates/slices/events/src/words.rs", "// SELECT a seat\nlet text = \"UPDATE IT\";\n"),
        ("crates/slices/events/src/store.rs", statements),
        ("crates/slices/events/src/store/list.rs", statements),
        ("crates/slices/events/tests/it/main.rs", statements),
        ("crates/platform/db/src/conn.rs", statements),
    ]);
    let expected: Vec<String> = (1..=6).map(|line| format!("crates/slices/events/src/show.rs:{line}")).collect();
    assert_eq!(places(violations(&tree)), expected);
}
