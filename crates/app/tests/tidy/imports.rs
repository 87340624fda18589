//! Who may import whom: a room knows the rooms below it, never one beside or above.

use cargo_metadata::MetadataCommand;

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

/// The house from the ground up. Rooms on one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["base", "xtask"],
    &["db", "allocation"],
    &["services"],
    &["web"],
    &["media"],
    &["thread"],
    &["accounts"],
    &["bodies"],
    &["process", "events", "newsroom", "outcomes", "messages"],
    &["archive"],
    &["desk"],
    &["app"],
    &["bench", "browser"],
];

/// Whether a room may import another one.
pub(crate) fn may_import(room: &str, other: &str) -> bool {
    matches!((floor(room), floor(other)), (Some(here), Some(there)) if there < here)
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

/// A room's manifest and the rooms it names.
struct Room {
    name: String,
    manifest: String,
    imports: Vec<String>,
}

fn violations(tree: &Tree, rooms: &[Room]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Room { name, manifest, imports } in rooms {
        if floor(name).is_none() {
            let advice = format!("`{name}` has no floor yet: give it one in tidy/imports.rs and in ARCHITECTURE.md");
            findings.push(Finding::new(manifest, 1, advice));
        }
        for other in imports.iter().filter(|other| !may_import(name, other)) {
            let advice = format!("`{name}` must not know `{other}`: move the shared part down or let `app` hand it in");
            findings.push(Finding::new(manifest, line_of(tree, manifest, other), advice));
        }
    }
    findings
}

fn line_of(tree: &Tree, manifest: &str, dependency: &str) -> usize {
    let names = |line: &str| line.strip_prefix(dependency).is_some_and(|rest| rest.starts_with(['.', ' ', '=']));
    let file = tree.get(manifest);
    file.and_then(|file| file.lines().find(|(_, line)| names(line))).map_or(1, |(line, _)| line)
}

fn rooms() -> Vec<Room> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec().expect("cargo answers");
    let room = |package: &cargo_metadata::Package| {
        let manifest = package.manifest_path.strip_prefix(&metadata.workspace_root).expect("a member");
        let local = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
        Room {
            name: package.name.to_string(),
            manifest: manifest.to_string(),
            imports: local.map(|dependency| dependency.name.clone()).collect(),
        }
    };
    metadata.packages.iter().map(room).collect()
}

#[test]
fn no_room_imports_one_beside_or_above_it() {
    expect_none(violations(Tree::here(), &rooms()));
}

#[test]
fn cargo_knows_the_rooms() {
    let rooms = rooms();
    let app = rooms.iter().find(|room| room.name == "app").expect("app is a member");
    assert_eq!(app.manifest, "crates/app/Cargo.toml");
    assert!(app.imports.contains(&"base".to_owned()));
}

#[test]
fn imports_beside_and_above_are_caught() {
    let tree =
        Tree::of(&[("crates/events/Cargo.toml", "[dependencies]\nbase.workspace = true\nprocess.workspace = true\n")]);
    let room = |name: &str, imports: &[&str]| Room {
        name: name.into(),
        manifest: format!("crates/{name}/Cargo.toml"),
        imports: imports.iter().map(ToString::to_string).collect(),
    };
    let rooms = [room("events", &["base", "bodies", "process"]), room("db", &["web"]), room("attic", &[])];
    let expected = ["crates/attic/Cargo.toml:1", "crates/db/Cargo.toml:1", "crates/events/Cargo.toml:3"];
    assert_eq!(places(violations(&tree, &rooms)), expected);
}
