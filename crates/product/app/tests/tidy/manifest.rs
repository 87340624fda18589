//! One table of versions, a reason for every library, and nothing in it that nobody uses.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

const TABLE: &str = "[workspace.dependencies]";

fn violations(tree: &Tree) -> Vec<Finding> {
    let manifests: Vec<&File> = tree.all().filter(|file| file.name() == "Cargo.toml").collect();
    let mut findings = Vec::new();
    for file in &manifests {
        if file.path == "Cargo.toml" {
            findings.extend(table(file, &manifests));
        } else if file.text.contains("\n[workspace]") {
            findings.extend(alone(file));
        } else {
            findings.extend(member(file));
        }
    }
    findings
}

/// Every foreign entry says why it is there, and some room uses it.
fn table(file: &File, manifests: &[&File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, name, entry) in dependencies(file, |section| section == TABLE) {
        let is_ours = entry.contains("path =");
        if !is_ours && entry.rsplit_once(" # ").is_none_or(|(_, reason)| reason.trim().is_empty()) {
            findings.push(Finding::new(&file.path, line, format!("say behind `{name}` why it is here: `# reason`")));
        }
        let uses = |member: &&File| dependencies(member, is_of_member).any(|(_, used, _)| used == name);
        if !is_ours && !manifests.iter().any(uses) {
            findings.push(Finding::new(&file.path, line, format!("no room uses `{name}`: remove it")));
        }
    }
    findings
}

/// A workspace of its own (the fuzz targets) has its versions itself, with reasons.
fn alone(file: &File) -> Vec<Finding> {
    let own = dependencies(file, is_of_member);
    own.filter(|(_, _, entry)| !entry.contains("path =") && !entry.contains(" # "))
        .map(|(line, name, _)| {
            Finding::new(&file.path, line, format!("say behind `{name}` why it is here: `# reason`"))
        })
        .collect()
}

/// A room takes every version from the table and obeys the same lints. A slice that only one room knows stands there
/// with its path.
fn member(file: &File) -> Vec<Finding> {
    let own = dependencies(file, is_of_member)
        .filter(|(_, _, entry)| !entry.contains("workspace = true") && !entry.contains("path = \"../../slices/"));
    let finding = |(line, name, _): (usize, &str, &str)| {
        Finding::new(&file.path, line, format!("write `{name}.workspace = true`; the version stands in the root"))
    };
    let mut findings: Vec<Finding> = own.map(finding).collect();
    if !file.text.contains("[lints]\nworkspace = true") {
        findings.push(Finding::new(&file.path, 1, "write `[lints]` and below it `workspace = true`"));
    }
    findings
}

fn is_of_member(section: &str) -> bool {
    section.ends_with("dependencies]") && section != TABLE
}

/// Line, name and text of every entry in the sections that are asked for.
fn dependencies(file: &File, is_asked: fn(&str) -> bool) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut section = "";
    file.lines().filter_map(move |(line, text)| {
        if text.starts_with('[') {
            section = text.trim_end();
        }
        let name = text.split(['.', ' ', '=']).next().filter(|name| name.starts_with(char::is_alphabetic))?;
        is_asked(section).then_some((line, name, text))
    })
}

#[test]
fn every_library_has_a_reason_and_a_user() {
    expect_none(violations(Tree::here()));
}

#[test]
fn libraries_without_reason_or_user_are_caught() {
    let root = "[workspace.dependencies]\nbase = { path = \"crates/pure/base\" }\nserde = \"1\"\ntoml = \"1\" # settings\nidle = \"1\" # who knows\n[workspace.lints]\nx = \"y\"\n";
    let web = "[lints]\nworkspace = true\n[package]\nname = \"web\"\n[dependencies]\nserde.workspace = true\ntoml = { workspace = true, optional = true }\n[dev-dependencies]\nother = \"2\"\n";
    let fuzz = "[package]\n[dependencies]\nbase = { path = \"../crates/pure/base\" }\njiff = \"1\"\nlibfuzzer-sys = \"0.4\" # search\n[workspace]\n";
    let tree = Tree::of(&[
        ("Cargo.toml", root),
        ("crates/platform/web/Cargo.toml", web),
        ("fuzz/Cargo.toml", fuzz),
        ("xtask/Cargo.toml", "[package]\n"),
    ]);
    assert_eq!(
        places(violations(&tree)),
        ["Cargo.toml:3", "Cargo.toml:5", "crates/platform/web/Cargo.toml:9", "fuzz/Cargo.toml:4", "xtask/Cargo.toml:1"]
    );
}
