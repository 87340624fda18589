//! No text outside `.ftl`: templates hold no words of any human language.

use crate::finding::{Finding, expect_none, places};
use crate::markup::{Piece, pieces};
use crate::tree::Tree;

/// Attributes whose value people read or hear.
const READ_ALOUD: [&str; 8] =
    ["alt", "aria-description", "aria-label", "aria-roledescription", "label", "placeholder", "summary", "title"];

const ADVICE: &str = "move it into both files of `locales` and print it with `page.t(\"…\")`";

fn violations(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.with_extension(&["html", "svg"]).filter(|file| file.room().is_some()) {
        let mut in_script = false;
        for piece in pieces(&file.text) {
            let (Piece::Tag(line, markup) | Piece::Text(line, markup)) = &piece;
            for (offset, name, word) in spoken(markup) {
                let what = format!("`{name}` says »{word}« in a template: {ADVICE}");
                findings.push(Finding::new(&file.path, line + offset, what));
            }
            if matches!(piece, Piece::Tag(..)) {
                in_script = markup.starts_with("<script") || markup.starts_with("<style");
            } else if let Some((offset, word)) = first_word(&without_attributes(markup)).filter(|_| !in_script) {
                let what = format!("the text »{word}« stands in a template: {ADVICE}");
                findings.push(Finding::new(&file.path, line + offset, what));
            }
        }
    }
    findings
}

/// A block may fill in an attribute of a tag that stands elsewhere: ` class="wide"`.
fn without_attributes(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("=\"") {
        kept.push_str(before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '-'));
        let (value, after) = behind.split_once('"').unwrap_or((behind, ""));
        kept.extend(value.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept + rest
}

/// The first run of two letters or more, and how many lines below the beginning it stands.
fn first_word(text: &str) -> Option<(usize, String)> {
    text.lines().enumerate().find_map(|(offset, line)| {
        let line = without_entities(line);
        let mut runs = line.split(|c: char| !c.is_alphabetic());
        runs.find(|run| run.chars().count() > 1).map(|run| (offset, run.to_owned()))
    })
}

/// `&nbsp;` is punctuation, not a word.
fn without_entities(text: &str) -> String {
    let mut kept = String::new();
    for (index, part) in text.split('&').enumerate() {
        let behind = part.split_once(';').filter(|(name, _)| name.chars().all(|c| c.is_alphanumeric() || c == '#'));
        kept.push_str(match behind {
            Some((_, behind)) if index > 0 => behind,
            _ => part,
        });
        kept.push(' ');
    }
    kept
}

/// The attributes that hold words, with the offset of their line, their name and the first word.
fn spoken(markup: &str) -> Vec<(usize, &'static str, String)> {
    let on_one_line = markup.replace(['\n', '\t'], " ");
    let word = |name: &&'static str| {
        let at = on_one_line.find(&format!(" {name}=\""))?;
        let (value, _) = on_one_line[at + name.len() + 3..].split_once('"')?;
        let offset = markup[..=at].matches('\n').count();
        first_word(value).map(|(_, word)| (offset, *name, word))
    };
    READ_ALOUD.iter().filter_map(word).collect()
}

#[test]
fn templates_hold_no_words() {
    expect_none(violations(Tree::here()));
}

#[test]
fn words_in_text_and_attributes_are_caught() {
    let template = "<p>{{ page.t(\"hello\") }} · 12 &nbsp;–</p>\n<h1>Über uns</h1>\n<p>\n  Hello</p>\n\
        <img class=\"cover\" alt=\"Ein Bild\">\n<a aria-label=\"{{ name }}\">x</a>\n<script>let a;</script>\n\
        <input placeholder=\"{{ a }}, bitte\">\n{% block a %} class=\"wide\"{% endblock %}\n\
        {% block b %} title=\"Weit\"{% endblock %}\n";
    let tree = Tree::of(&[("crates/platform/web/templates/a.html", template), ("docs/a.html", template)]);
    let found = places(violations(&tree));
    let expected = ["2", "4", "5", "8", "10"].map(|line| format!("crates/platform/web/templates/a.html:{line}"));
    assert_eq!(found, expected);
}
