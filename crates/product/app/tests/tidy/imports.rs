//! Who may import whom, as the picture in ARCHITECTURE.md says: a room knows the rooms of the lines above its own, and
//! those left of an arrow to it; never one beside or above. Only tests of rooms that answer requests may know `testing`,
//! which stands on the whole application.

use std::sync::LazyLock;

use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

const PICTURE: &str = "ARCHITECTURE.md";
/// What tests of handlers stand on.
const TESTING: &str = "testing";
/// The lowest room that answers requests.
const LOWEST_TESTED: &str = "web";

/// The rooms from the ground up, each with the folder of its line. Rooms on one floor do not know each other.
type Floors = Vec<Vec<(String, String)>>;

static FLOORS: LazyLock<Floors> = LazyLock::new(|| {
    let tree = Tree::here();
    with_the_rest(floors(&tree.get(PICTURE).expect("the picture of the house").text), tree)
});

/// Stands in the picture for all rooms of its folder that are not drawn.
const REST: &str = "…";

/// Puts the rooms that are not drawn where their folder has [`REST`].
fn with_the_rest(mut floors: Floors, tree: &Tree) -> Floors {
    let drawn: Vec<(String, String)> = floors.iter().flatten().cloned().collect();
    for floor in &mut floors {
        let Some(at) = floor.iter().position(|(_, name)| name == REST) else { continue };
        let (folder, _) = floor.remove(at);
        let start = format!("crates/{folder}/");
        let manifests = tree.all().filter(|file| file.name() == "Cargo.toml");
        let rooms = manifests.filter_map(|file| file.path.strip_prefix(&start)?.strip_suffix("/Cargo.toml"));
        let rest = rooms.map(|room| (folder.clone(), room.to_owned())).filter(|room| !drawn.contains(room));
        floor.extend(rest.collect::<Vec<_>>());
    }
    floors
}

/// Reads the first block of code: lines of a folder and its rooms, `db ← services ← { bodies, events, … }`.
fn floors(text: &str) -> Floors {
    let block = text.split("```").nth(1).unwrap_or_default();
    let mut floors = Floors::new();
    for (folder, rooms) in block.lines().filter_map(|line| line.trim().split_once(' ')) {
        for floor in rooms.split('←') {
            let is_part = |c: char| c.is_alphanumeric() || c == '_' || REST.contains(c);
            let names = floor.split(|c| !is_part(c)).filter(|name| !name.is_empty());
            floors.push(names.map(|name| (folder.to_owned(), name.to_owned())).collect());
        }
    }
    floors
}

/// Whether a room may import another one.
pub(crate) fn may_import(room: &str, other: &str) -> bool {
    is_below(&FLOORS, other, room)
}

fn is_below(floors: &Floors, other: &str, room: &str) -> bool {
    let floor = |room: &str| floors.iter().position(|floor| floor.iter().any(|(_, name)| name == room));
    matches!((floor(room), floor(other)), (Some(here), Some(there)) if there < here)
}

/// Whether the tests of a room may know another one that lies above it.
fn may_test_with(floors: &Floors, other: &str, room: &str) -> bool {
    other == TESTING && (room == LOWEST_TESTED || is_below(floors, LOWEST_TESTED, room))
}

/// A room's manifest and the rooms it names.
struct Room {
    name: String,
    manifest: String,
    /// Those that are part of it.
    imports: Vec<String>,
    /// Those that only its tests know.
    test_imports: Vec<String>,
}

fn violations(tree: &Tree, floors: &Floors, rooms: &[Room]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Room { name, manifest, imports, test_imports } in rooms {
        let folders: Vec<&str> =
            floors.iter().flatten().filter(|(_, room)| room == name).map(|(folder, _)| folder.as_str()).collect();
        if !matches!(folders[..], [folder] if *manifest == format!("crates/{folder}/{name}/Cargo.toml")) {
            let advice =
                format!("`{name}` stands in {folders:?} in the picture of {PICTURE}, not once and in this folder");
            findings.push(Finding::new(manifest, 1, advice));
        }
        let imports = imports.iter().filter(|other| !is_below(floors, other, name));
        let test_imports =
            test_imports.iter().filter(|other| !is_below(floors, other, name) && !may_test_with(floors, other, name));
        for other in imports.chain(test_imports) {
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
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec().expect("cargo answers");
    let room = |package: &cargo_metadata::Package| {
        let manifest = package.manifest_path.strip_prefix(&metadata.workspace_root).expect("a member");
        let local = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
        let (of_tests, own): (Vec<_>, Vec<_>) = local.partition(|local| local.kind == DependencyKind::Development);
        let names = |dependencies: Vec<&cargo_metadata::Dependency>| {
            dependencies.into_iter().map(|dependency| dependency.name.clone()).collect()
        };
        Room {
            name: package.name.to_string(),
            manifest: manifest.to_string(),
            imports: names(own),
            test_imports: names(of_tests),
        }
    };
    metadata.packages.iter().map(room).collect()
}

#[test]
fn no_room_imports_one_beside_or_above_it() {
    let rooms = rooms();
    expect_none(violations(Tree::here(), &FLOORS, &rooms));
    let drawn = FLOORS.iter().flatten().map(|(_, name)| name);
    let gone: Vec<&String> = drawn.filter(|name| !rooms.iter().any(|room| room.name == **name)).collect();
    assert!(gone.is_empty(), "{PICTURE} draws rooms that are not there: {gone:?}");
}

#[test]
fn cargo_knows_the_rooms() {
    let rooms = rooms();
    let app = rooms.iter().find(|room| room.name == "app").expect("app is a member");
    assert_eq!(app.manifest, "crates/product/app/Cargo.toml");
    assert!(app.imports.contains(&"base".to_owned()));
}

#[test]
fn imports_beside_and_above_and_rooms_in_another_folder_are_caught() {
    let picture = "The house:\n```\npure  base, lone\nplatform  db ← web\nslices  { events, process }\n```\n";
    let manifest = "[dependencies]\nbase.workspace = true\nprocess.workspace = true\n";
    let tree = Tree::of(&[("crates/slices/events/Cargo.toml", manifest)]);
    let room = |path: &str, imports: &[&str]| Room {
        name: path.rsplit('/').next().unwrap_or_default().to_owned(),
        manifest: format!("crates/{path}/Cargo.toml"),
        imports: imports.iter().map(ToString::to_string).collect(),
        test_imports: Vec::new(),
    };
    let rooms = [
        room("slices/events", &["base", "web", "process"]),
        room("platform/db", &["web"]),
        room("pure/attic", &[]),
        room("slices/web", &["db"]),
        room("pure/base", &["lone"]),
    ];
    let expected = [
        "crates/platform/db/Cargo.toml:1",
        "crates/pure/attic/Cargo.toml:1",
        "crates/pure/base/Cargo.toml:1",
        "crates/slices/events/Cargo.toml:3",
        "crates/slices/web/Cargo.toml:1",
    ];
    assert_eq!(places(violations(&tree, &floors(picture), &rooms)), expected);
}

#[test]
fn rooms_that_are_not_drawn_stand_where_their_folder_says_so() {
    let picture = "```\npure  base\nslices  bodies ← { events, … }\n```\n";
    let tree = Tree::of(&[
        ("crates/slices/bodies/Cargo.toml", ""),
        ("crates/slices/events/Cargo.toml", ""),
        ("crates/slices/votes/Cargo.toml", ""),
        ("crates/pure/attic/Cargo.toml", ""),
    ]);
    let floors = with_the_rest(floors(picture), &tree);
    assert!(is_below(&floors, "bodies", "votes") && is_below(&floors, "base", "votes"));
    assert!(!is_below(&floors, "events", "votes") && !is_below(&floors, "votes", "events"));
    assert!(!is_below(&floors, "attic", "votes"), "its folder has no place for it");
}

#[test]
fn testing_is_for_the_tests_of_rooms_that_answer_requests() {
    let picture = "```\nplatform  db ← web\nslices  events\nproduct  app\ntools  { bench, testing }\n```\n";
    let room = |path: &str, imports: &[&str], test_imports: &[&str]| Room {
        name: path.rsplit('/').next().unwrap_or_default().to_owned(),
        manifest: format!("crates/{path}/Cargo.toml"),
        imports: imports.iter().map(ToString::to_string).collect(),
        test_imports: test_imports.iter().map(ToString::to_string).collect(),
    };
    let found = |room: Room| violations(&Tree::of(&[]), &floors(picture), &[room]).len();
    for sound in ["platform/web", "slices/events", "product/app"] {
        assert_eq!(found(room(sound, &[], &["testing"])), 0, "{sound}");
    }
    assert_eq!(found(room("platform/db", &[], &["testing"])), 1, "it answers no requests");
    assert_eq!(found(room("slices/events", &["testing"], &[])), 1, "it would be part of the product");
    assert_eq!(found(room("slices/events", &[], &["app"])), 1, "only `testing` may lie above");
    assert_eq!(found(room("platform/web", &[], &["bench"])), 1, "only `testing` may lie above");
}
