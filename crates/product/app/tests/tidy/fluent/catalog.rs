//! Reads `.ftl` files just far enough to know their keys and variables.

use std::collections::{BTreeMap, BTreeSet};

/// The texts of one file.
#[derive(Default)]
pub(super) struct Catalog {
    /// Messages and terms by key; a term's key begins with `-`.
    pub(super) texts: BTreeMap<String, Text>,
    /// Beginnings of keys that are put together at run time (`# dynamic: kind-*`).
    pub(super) dynamic: Vec<(usize, String)>,
    /// Keys that occur a second time.
    pub(super) repeated: Vec<(usize, String)>,
}

/// One message or term.
#[derive(Default)]
pub(super) struct Text {
    /// Where it begins.
    pub(super) line: usize,
    /// The `$variables` it prints.
    pub(super) variables: BTreeSet<String>,
    /// The keys of other texts it prints.
    pub(super) mentions: BTreeSet<String>,
}

impl Catalog {
    pub(super) fn read(file: &str) -> Self {
        let mut catalog = Self::default();
        let mut current = None;
        for (line, text) in (1..).zip(file.lines()) {
            if let Some(comment) = text.strip_prefix('#') {
                current = None;
                let declared = comment.trim_start_matches('#').trim().strip_prefix("dynamic:");
                let prefixes = declared.into_iter().flat_map(str::split_whitespace);
                catalog.dynamic.extend(prefixes.filter_map(|word| Some((line, word.strip_suffix('*')?.into()))));
            } else if let Some(key) = key_of(text) {
                let entry = Text { line, ..Text::default() };
                if catalog.texts.insert(key.clone(), entry).is_some() {
                    catalog.repeated.push((line, key.clone()));
                }
                current = Some(key);
            }
            if let Some(entry) = current.as_ref().and_then(|key| catalog.texts.get_mut(key)) {
                entry.variables.extend(names_after(text, '$'));
                entry.mentions.extend(mentions(text));
            }
        }
        catalog
    }
}

fn key_of(line: &str) -> Option<String> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let letters = key.strip_prefix('-').unwrap_or(key);
    let is_key = letters.starts_with(|c: char| c.is_ascii_alphabetic()) && letters.chars().all(is_part_of_name);
    is_key.then(|| key.to_owned())
}

fn names_after(line: &str, mark: char) -> impl Iterator<Item = String> {
    line.split(mark).skip(1).map(|rest| rest.chars().take_while(|c| is_part_of_name(*c)).collect())
}

/// `{ key }` and `{ -term }`, but not `{ $variable }` and not `{ FUNCTION() }`.
fn mentions(line: &str) -> impl Iterator<Item = String> {
    let inner = line.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(inner, _)| inner.trim()));
    let is_key = |inner: &&str| !inner.is_empty() && inner.chars().all(|c| is_part_of_name(c) && !c.is_ascii_digit());
    inner.filter(is_key).map(ToOwned::to_owned)
}

fn is_part_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[test]
fn keys_variables_and_mentions_are_read() {
    let file = "# dynamic: kind-*\nhello = Hallo { $name }, { -brand }!\npeople = { $count ->\n    [one] eine\n   *[other] { $count } { NUMBER($count) }\n }\n-brand = Faden\nhello = noch einmal\n";
    let catalog = Catalog::read(file);
    assert_eq!(catalog.texts.keys().collect::<Vec<_>>(), ["-brand", "hello", "people"]);
    assert_eq!(catalog.texts["people"].variables, BTreeSet::from(["count".to_owned()]));
    assert_eq!(catalog.dynamic, [(1, "kind-".to_owned())]);
    assert_eq!(catalog.repeated, [(8, "hello".to_owned())]);
    let first = Catalog::read("hello = { $name }, { -brand } { 5 }\n");
    assert_eq!(first.texts["hello"].mentions, BTreeSet::from(["-brand".to_owned()]));
}
