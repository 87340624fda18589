//! Finds where Rust and templates ask for a text by its key.

use crate::tree::File;

/// The functions whose first argument is a key.
const FUNCTIONS: [&str; 4] = [".t(", ".t_count(", ".t_with(", ".t_args("];

/// The beginning of a table of flash messages, which pairs codes with keys.
const TABLE: &str = "Notices = Notices {";

/// A key as it stands in the code.
#[derive(Debug, PartialEq)]
pub(super) enum Key {
    /// The whole key.
    Whole(String),
    /// The beginning of a key that is put together at run time.
    Beginning(String),
}

/// Every key that a file asks for, with its line.
pub(super) fn calls(file: &File) -> Vec<(usize, Key)> {
    let mut found = Vec::new();
    for function in FUNCTIONS {
        for (at, _) in file.text.match_indices(function) {
            let argument = &file.text[at + function.len()..];
            if let Some(key) = key(argument.trim_start().trim_start_matches('&')) {
                found.push((file.text[..at].matches('\n').count() + 1, key));
            }
        }
    }
    found.extend(notices(&file.text));
    found
}

/// The keys in tables of flash messages: the second of each pair.
fn notices(text: &str) -> impl Iterator<Item = (usize, Key)> {
    text.match_indices(TABLE).flat_map(move |(start, _)| {
        let table = text[start..].split("};").next().unwrap_or_default();
        table.match_indices("\")").filter_map(move |(end, _)| {
            let (before, key) = table[..end].rsplit_once('"')?;
            let line = text[..start + before.len()].matches('\n').count() + 1;
            Some((line, Key::Whole(key.to_owned())))
        })
    })
}

fn key(argument: &str) -> Option<Key> {
    if let Some(format) = argument.strip_prefix("format!(") {
        let text = format.trim_start().strip_prefix('"')?.split('"').next()?;
        return Some(Key::Beginning(text.split('{').next()?.to_owned()));
    }
    let text = argument.strip_prefix('"')?.split('"').next()?;
    Some(Key::Whole(text.to_owned()))
}

#[test]
fn keys_of_flash_messages_are_found() {
    let text = "const A: Notices = Notices {\n    done: &[(\"weg\", \"gone\"), (Act::Read.code(), \"read\")],\n    refused: &[(\"alt\", \"old\")],\n};\nf(\"b\");\n";
    let file = File::new("a.rs".into(), text.into());
    let expected = [(2, "gone"), (2, "read"), (3, "old")].map(|(line, key)| (line, Key::Whole(key.into())));
    assert_eq!(calls(&file), expected);
}

#[test]
fn whole_and_built_keys_are_found() {
    let text = "<p>{{ page.t(\"hello\") }}</p>\nctx.t_args(\n    \"long\", &[])\nctx.t(&format!(\"kind-{kind}\"))\nctx.t(item.key)\n";
    let file = File::new("a.rs".into(), text.into());
    let expected =
        [(1, Key::Whole("hello".into())), (4, Key::Beginning("kind-".into())), (2, Key::Whole("long".into()))];
    assert_eq!(calls(&file), expected);
}
