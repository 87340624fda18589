//! The papers of the house exist, and their links lead somewhere.

use crate::finding::{Finding, expect_none, places};
use crate::tree::{File, Tree};

const PAPERS: [&str; 8] = [
    "README.md",
    "ARCHITECTURE.md",
    "STYLE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/glossary.md",
    "LICENSE",
    "publiccode.yml",
];

fn absent(tree: &Tree) -> Vec<Finding> {
    let missing = PAPERS.iter().filter(|path| tree.get(path).is_none_or(|file| file.text.trim().is_empty()));
    missing.map(|path| Finding::new(path, 1, "this paper is missing or empty: write it")).collect()
}

fn broken_links(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension(&["md"]) {
        for (line, text) in prose(file) {
            for target in targets(&text).filter(|target| is_relative(target)) {
                let path = resolve(&file.path, target);
                if path.as_ref().is_none_or(|path| !path.is_empty() && !tree.has(path)) {
                    findings.push(Finding::new(&file.path, line, format!("the link to `{target}` leads nowhere")));
                }
            }
        }
    }
    findings
}

/// The lines outside code blocks, without code inside the line.
fn prose(file: &File) -> impl Iterator<Item = (usize, String)> {
    let mut in_code = false;
    file.lines().filter_map(move |(line, text)| {
        if text.trim_start().starts_with("```") {
            in_code = !in_code;
            return None;
        }
        (!in_code).then(|| (line, text.split('`').step_by(2).collect()))
    })
}

/// The targets of `[text](target)` and of `[text]: target`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let inline = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let reference = line.strip_prefix('[').and_then(|rest| rest.split_once("]: "));
    inline.chain(reference.and_then(|(_, target)| target.split_whitespace().next()))
}

/// Neither another site nor a place on this page nor a page of the site we serve.
fn is_relative(target: &str) -> bool {
    let scheme = target.split('/').next().is_some_and(|first| first.contains(':'));
    !scheme && !target.starts_with(['/', '#'])
}

/// The path from the root of the repository, or `None` if it leads outside.
fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    let path = target.split('#').next().unwrap_or(target);
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        match part {
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn the_papers_of_the_house_exist() {
    expect_none(absent(Tree::here()));
}

#[test]
fn every_link_between_the_papers_leads_somewhere() {
    expect_none(broken_links(Tree::here()));
}

#[test]
fn missing_papers_are_caught() {
    let mut files: Vec<(&str, &str)> = PAPERS.iter().map(|path| (*path, "text")).collect();
    files[1].1 = "\n";
    files.remove(0);
    assert_eq!(places(absent(&Tree::of(&files))), ["ARCHITECTURE.md:1", "README.md:1"]);
}

#[test]
fn broken_links_are_caught() {
    let text = "[a](docs) [b](docs/a.md#top) [c](no.md)\n[d](https://town.example/no.md) [e](#top) [f](/prozess)\n`[g](no.md)`\n```\n[h](no.md)\n```\n[i]: no.md\n";
    let tree = Tree::of(&[("README.md", text), ("docs/a.md", "[up](../README.md) [out](../../x.md)\n")]);
    assert_eq!(places(broken_links(&tree)), ["README.md:1", "README.md:7", "docs/a.md:1"]);
}
