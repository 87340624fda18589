//! Every text exists in both languages, and every key leads somewhere.
//!
//! The keys of flash messages (`web::Notices`) are held to the same.
//!
//! A key counts as used when it stands in quotes anywhere in Rust or a template, or when another
//! text prints it. Keys that are put together at run time are declared in the text file by a
//! comment `# dynamic: kind-*`.

mod calls;
mod catalog;

use std::collections::{BTreeMap, BTreeSet};

use self::calls::Key;
use self::catalog::Catalog;
use crate::finding::{Finding, expect_none, places};
use crate::imports::may_import;
use crate::tree::{File, Tree};

/// The text files of all rooms: room → language → path and content.
type Shelf<'a> = BTreeMap<&'a str, BTreeMap<&'a str, (&'a File, Catalog)>>;

const LANGUAGES: [&str; 2] = ["de", "en"];

fn shelf(tree: &Tree) -> Shelf<'_> {
    let mut shelf = Shelf::new();
    for file in tree.with_extension(&["ftl"]).filter(|file| !is_test(file)) {
        let Some(room) = file.room() else { continue };
        let language = file.name().trim_end_matches(".ftl");
        shelf.entry(room).or_default().insert(language, (file, Catalog::read(&file.text)));
    }
    shelf
}

/// Both files of a room say the same things about the same values.
fn differences(shelf: &Shelf) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (room, files) in shelf {
        for (language, (file, catalog)) in files {
            let repeated = catalog.repeated.iter();
            findings.extend(
                repeated.map(|(line, key)| Finding::new(&file.path, *line, format!("`{key}` stands here twice"))),
            );
            for other in LANGUAGES.iter().filter(|other| *other != language) {
                match files.get(other) {
                    Some((_, twin)) => findings.extend(compare(file, catalog, other, twin)),
                    None => findings.push(Finding::new(&file.path, 1, format!("`{room}` lacks `{other}.ftl`"))),
                }
            }
        }
    }
    findings
}

fn compare(file: &File, catalog: &Catalog, other: &str, twin: &Catalog) -> Vec<Finding> {
    let difference = |(key, text): (&String, &catalog::Text)| {
        let what = match twin.texts.get(key) {
            None => format!("`{key}` is missing in `{other}.ftl`"),
            Some(twin) if twin.variables != text.variables => {
                format!("`{key}` prints other variables than in `{other}.ftl`")
            }
            Some(_) => return None,
        };
        Some(Finding::new(&file.path, text.line, what))
    };
    catalog.texts.iter().filter_map(difference).collect()
}

/// Every key that the code asks for exists in the room's own texts or in those of a room below.
fn missing(tree: &Tree, shelf: &Shelf) -> Vec<Finding> {
    let mut findings = Vec::new();
    let all: Vec<&Catalog> = shelf.values().flat_map(BTreeMap::values).map(|(_, catalog)| catalog).collect();
    for file in tree.with_extension(&["rs", "html"]).filter(|file| !is_test(file)) {
        let Some(room) = file.room() else { continue };
        let catalogs: Vec<&Catalog> = within_reach(shelf, room);
        for (line, key) in calls::calls(file) {
            let advice = match &key {
                Key::Whole(key) if !catalogs.iter().any(|catalog| catalog.texts.contains_key(key)) => {
                    format!("`{key}` is in no text file that `{room}` may use: add it to both languages")
                }
                // The names of kinds stand in the slices that have them.
                Key::Beginning(start) if !all.iter().any(|catalog| declares(catalog, start)) => {
                    format!("declare these keys in the text file: `# dynamic: {start}*`")
                }
                _ => continue,
            };
            findings.push(Finding::new(&file.path, line, advice));
        }
    }
    findings
}

/// Slices that exist in tests only have texts of their own.
fn is_test(file: &File) -> bool {
    file.path.contains("/tests/")
}

fn within_reach<'a>(shelf: &'a Shelf, room: &str) -> Vec<&'a Catalog> {
    let reach = shelf.iter().filter(|(other, _)| **other == room || may_import(room, other));
    reach.flat_map(|(_, files)| files.values()).map(|(_, catalog)| catalog).collect()
}

fn declares(catalog: &Catalog, key: &str) -> bool {
    catalog.dynamic.iter().any(|(_, prefix)| key.starts_with(prefix))
}

/// Every text is printed somewhere, and every declared beginning is needed.
fn unused(tree: &Tree, shelf: &Shelf) -> Vec<Finding> {
    let code: Vec<&File> = tree.with_extension(&["rs", "html"]).collect();
    let quoted: BTreeSet<&str> = code.iter().flat_map(|file| file.text.split('"')).collect();
    let catalogs: Vec<&(&File, Catalog)> = shelf.values().flat_map(BTreeMap::values).collect();
    let texts = || catalogs.iter().flat_map(|(_, catalog)| catalog.texts.values());
    let mentioned: BTreeSet<&str> = texts().flat_map(|text| &text.mentions).map(String::as_str).collect();
    let is_dynamic = |key: &str| catalogs.iter().any(|(_, catalog)| declares(catalog, key));
    let mut findings = Vec::new();
    for (file, catalog) in &catalogs {
        for (key, text) in &catalog.texts {
            if !quoted.contains(key.as_str()) && !mentioned.contains(key.as_str()) && !is_dynamic(key) {
                let advice = format!("`{key}` is printed nowhere: remove it, or declare `# dynamic: …*`");
                findings.push(Finding::new(&file.path, text.line, advice));
            }
        }
        for (line, prefix) in &catalog.dynamic {
            let is_built = quoted.iter().any(|text| text.starts_with(prefix.as_str()) && text.contains('{'));
            if !is_built || !catalog.texts.keys().any(|key| key.starts_with(prefix.as_str())) {
                findings.push(Finding::new(
                    &file.path,
                    *line,
                    format!("no key is built from `{prefix}`: remove the comment"),
                ));
            }
        }
    }
    findings
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    expect_none(differences(&shelf(Tree::here())));
}

#[test]
fn every_key_that_is_asked_for_exists() {
    expect_none(missing(Tree::here(), &shelf(Tree::here())));
}

#[test]
fn every_text_is_printed_somewhere() {
    expect_none(unused(Tree::here(), &shelf(Tree::here())));
}

#[test]
fn different_files_are_caught() {
    let tree = Tree::of(&[
        ("crates/platform/web/locales/de.ftl", "one = { $a }\ntwo = Zwei\none = { $a }\n"),
        ("crates/platform/web/locales/en.ftl", "one = { $b }\n"),
        ("crates/platform/golden_thread/locales/en.ftl", "gap = Gap\n"),
    ]);
    let web = |place: &str| format!("crates/platform/web/locales/{place}");
    let expected = [
        "crates/platform/golden_thread/locales/en.ftl:1".into(),
        web("de.ftl:2"),
        web("de.ftl:3"),
        web("de.ftl:3"),
        web("en.ftl:1"),
    ];
    assert_eq!(places(differences(&shelf(&tree))), expected);
}

#[test]
fn missing_keys_are_caught() {
    let tree = Tree::of(&[
        ("crates/platform/web/locales/de.ftl", "hello = Hallo\n"),
        ("crates/slices/events/locales/de.ftl", "seat = Platz\n"),
        (
            "crates/slices/events/src/a.rs",
            "ctx.t(\"hello\");\nctx.t(\"seat\");\nctx.t(\"helo\");\nctx.t(&format!(\"kind-{k}\"));\n",
        ),
        ("crates/slices/process/src/a.html", "{{ page.t(\"seat\") }}"),
    ]);
    let expected =
        ["crates/slices/events/src/a.rs:3", "crates/slices/events/src/a.rs:4", "crates/slices/process/src/a.html:1"];
    assert_eq!(places(missing(&tree, &shelf(&tree))), expected);
}

#[test]
fn unused_keys_are_caught() {
    let file = "# dynamic: kind-*\nkind-a = A { -brand }\n-brand = B\nhello = Hallo\nlost = Weg\n# dynamic: gone-*\n";
    let tree = Tree::of(&[
        ("crates/platform/web/locales/de.ftl", file),
        ("crates/platform/web/src/a.rs", "let key = \"hello\"; format!(\"kind-{kind}\")"),
    ]);
    let expected = ["crates/platform/web/locales/de.ftl:5", "crates/platform/web/locales/de.ftl:6"];
    assert_eq!(places(unused(&tree, &shelf(&tree))), expected);
}
