//! The files of the repository, read once.
//!
//! Listed are the files that git tracks or would track; without git, everything but build
//! results and data.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// What a plain walk leaves out.
const NOT_OURS: [&str; 3] = ["target", ".git", "data"];

static HERE: LazyLock<Tree> = LazyLock::new(|| Tree::read(&root()));

/// All files of a repository.
pub(crate) struct Tree {
    files: Vec<File>,
}

/// One file.
pub(crate) struct File {
    /// Path from the root of the repository, with `/`.
    pub(crate) path: String,
    /// Its text; empty for pictures and fonts.
    pub(crate) text: String,
    /// Its length in bytes.
    pub(crate) size: usize,
}

impl Tree {
    /// This repository.
    pub(crate) fn here() -> &'static Self {
        &HERE
    }

    /// A made-up repository, to prove a rule on.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File::new((*path).into(), text.as_bytes().to_vec());
        Self { files: files.iter().map(file).collect() }
    }

    /// Every file, foreign texts included.
    pub(crate) fn all(&self) -> impl Iterator<Item = &File> {
        self.files.iter()
    }

    /// What we wrote ourselves, except these rules, which have to quote what they forbid.
    pub(crate) fn ours(&self) -> impl Iterator<Item = &File> {
        self.all().filter(|file| !file.is_foreign() && !file.path.starts_with("crates/product/app/tests/tidy/"))
    }

    /// Our own files with one of these extensions.
    pub(crate) fn with_extension(&self, extensions: &'static [&str]) -> impl Iterator<Item = &File> {
        self.ours().filter(move |file| extensions.contains(&file.extension()))
    }

    /// The file at a path.
    pub(crate) fn get(&self, path: &str) -> Option<&File> {
        self.all().find(|file| file.path == path)
    }

    /// Whether a file or folder stands at a path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.all().any(|file| file.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    }

    fn read(root: &Path) -> Self {
        let paths = tracked(root).unwrap_or_else(|| walked(root));
        let files = paths.into_iter().filter(|path| root.join(path).is_file());
        let file = |path: String| File::new(path.clone(), fs::read(root.join(&path)).unwrap_or_default());
        Self { files: files.map(file).collect() }
    }
}

impl File {
    /// A file with these bytes.
    pub(crate) fn new(path: String, bytes: Vec<u8>) -> Self {
        Self { path, size: bytes.len(), text: String::from_utf8(bytes).unwrap_or_default() }
    }

    /// The lines, counted from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }

    /// The lines that become part of the product: without test modules and without comments.
    pub(crate) fn product_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut end_of_tests: Option<&str> = None;
        let mut after_mark = false;
        self.lines().filter(move |(_, line)| {
            if let Some(indent) = end_of_tests {
                if line.strip_prefix(indent) == Some("}") {
                    end_of_tests = None;
                }
                return false;
            }
            let code = line.trim_start();
            if after_mark && code.starts_with("mod ") && code.ends_with('{') {
                end_of_tests = Some(&line[..line.len() - code.len()]);
                return false;
            }
            after_mark = code == "#[cfg(test)]";
            !code.starts_with("//")
        })
    }

    /// The part of the file's name behind the last dot.
    pub(crate) fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The last part of the path.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, name)| name)
    }

    /// The crate in which the file stands.
    pub(crate) fn room(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').nth(1)
    }

    /// Whether the file holds nothing but tests.
    pub(crate) fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.name() == "tests.rs"
    }

    /// Texts that others wrote and that we carry unchanged.
    fn is_foreign(&self) -> bool {
        self.path.starts_with("LICENSE")
            || self.name() == "Cargo.lock"
            || self.path.contains("/fonts/")
            || self.path.contains("/axe/")
            || self.path.contains("/vendor/")
            // Pieces of clipboards, as other programs write them.
            || self.path.contains("/it/paste/")
    }
}

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    root.canonicalize().expect("the repository is where it was built")
}

fn tracked(root: &Path) -> Option<Vec<String>> {
    let mut git = Command::new("git");
    git.current_dir(root).args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
    let output = git.output().ok().filter(|output| output.status.success())?;
    let list = String::from_utf8(output.stdout).ok()?;
    let paths: Vec<String> = list.split_terminator('\0').map(ToOwned::to_owned).collect();
    // An archive unpacked inside somebody else's repository lists nothing.
    paths.iter().any(|path| path == "Cargo.toml").then_some(paths)
}

fn walked(root: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder").flatten() {
            if NOT_OURS.iter().any(|name| entry.file_name() == *name) {
                continue;
            }
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Some(name) = path.strip_prefix(root).ok().and_then(Path::to_str) {
                paths.push(name.to_owned());
            }
        }
    }
    paths
}

#[test]
fn this_repository_is_found_with_git_and_without() {
    let name = "crates/product/app/tests/tidy/tree.rs";
    assert!(Tree::here().has(name));
    assert!(Tree::here().has("crates/product/app"));
    assert!(!Tree::here().has("crates/product/ap"));
    let walked = walked(&root());
    assert!(walked.iter().any(|path| path == name));
    assert!(!walked.iter().any(|path| path.starts_with("target/")));
}

#[test]
fn tests_and_comments_are_no_product_lines() {
    let text = "//! Head\nuse a;\n#[cfg(test)]\nmod tests {\n    b\n}\n#[cfg(test)]\nmod proofs;\nfn c() {}\n";
    let tree = Tree::of(&[("crates/pure/base/src/lib.rs", text)]);
    let lines: Vec<usize> = tree.all().flat_map(File::product_lines).map(|(line, _)| line).collect();
    assert_eq!(lines, [2, 3, 7, 8, 9]);
}
