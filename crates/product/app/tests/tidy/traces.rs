//! Nothing that is committed tells where it was written or by whom.

use crate::finding::{Finding, expect_none, places};
use crate::tree::Tree;

/// Folders of a developer's machine. Put together here and below, so that this file names none itself.
const FOLDERS: [&str; 4] =
    [concat!("/", "work", "/"), concat!("/", "root", "/"), concat!("/", "home", "/"), concat!("/", "Users", "/")];

/// Where packages come from is the business of each machine's own settings.
const REGISTRIES: [&str; 5] = [
    concat!("crates", ".io"),
    concat!("npm", "js"),
    concat!("pypi", ".org"),
    concat!("ruby", "gems.org"),
    concat!("proxy.", "golang.org"),
];

fn violations(tree: &Tree) -> Vec<Finding> {
    let lines = tree.ours().flat_map(|file| file.lines().map(move |(line, text)| (file, line, text)));
    lines.filter_map(|(file, line, text)| Some(Finding::new(&file.path, line, trace(text)?))).collect()
}

fn trace(line: &str) -> Option<String> {
    if let Some(folder) = FOLDERS.iter().find(|folder| names_folder(line, folder)) {
        return Some(format!("a path below `{folder}` exists on one machine only"));
    }
    if let Some(registry) = REGISTRIES.iter().find(|registry| line.contains(*registry)) {
        return Some(format!("`{registry}`: leave it to the settings of the machine"));
    }
    address(line).map(|address| format!("`{address}`: use an address below the reserved domain `.example`"))
}

/// `/home/x`, but not `https://town.example/home/x`.
fn names_folder(line: &str, folder: &str) -> bool {
    let is_part_of_path = |c: char| c.is_alphanumeric() || "-_.~%}*".contains(c);
    line.match_indices(folder).any(|(at, _)| !line[..at].ends_with(is_part_of_path))
}

/// The first e-mail address of a line that could be somebody's.
fn address(line: &str) -> Option<String> {
    let is_local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    let addresses = line.match_indices('@').filter_map(|(at, _)| {
        let before = &line[..at];
        let local = &before[before.trim_end_matches(is_local).len()..];
        let behind = &line[at + 1..];
        let domain = behind[..behind.len() - behind.trim_start_matches(is_domain).len()].trim_end_matches(['.', '-']);
        let (_, last) = domain.rsplit_once('.')?;
        let is_address = !local.is_empty() && last.len() > 1 && last.chars().all(char::is_alphabetic);
        is_address.then(|| (last, format!("{local}@{domain}")))
    });
    addresses.filter(|(last, _)| !last.eq_ignore_ascii_case("example")).map(|(_, address)| address).next()
}

#[test]
fn nothing_names_a_machine_a_registry_or_a_person() {
    expect_none(violations(Tree::here()));
}

#[test]
fn traces_are_caught() {
    let [work, root, home, _] = FOLDERS;
    let registry = REGISTRIES[0];
    let text = format!(
        "see {home}me/a\nhttps://town.example{home}a\n`{work}a`\nhttps://{registry}/a\nme@town.test, a@b.EXAMPLE\n\
         info@town.example.\nuser@127.0.0.1\n@media (x)\nfile://{root}a\n"
    );
    let tree = Tree::of(&[("docs/a.md", &text), ("LICENSES/OFL-1.1.txt", &text), ("Cargo.lock", &text)]);
    assert_eq!(places(violations(&tree)), ["1", "3", "4", "5", "9"].map(|line| format!("docs/a.md:{line}")));
}
