//! Markdown: whatever a text holds, its HTML holds no script, no style, no handler, no address that runs code.

#![no_main]

use markdown::{to_html, to_text};
use libfuzzer_sys::fuzz_target;

const FORBIDDEN: [&str; 9] = ["script", "style", "iframe", "object", "embed", "form", "svg", "math", "base"];

fuzz_target!(|text: &str| {
    let html = to_html(text);
    for tag in tags(html.as_str()) {
        let name = tag.trim_start_matches('/').split([' ', '>', '/']).next().unwrap_or_default().to_ascii_lowercase();
        assert!(!FORBIDDEN.contains(&name.as_str()), "<{tag}> from {text:?}");
        let (names, values) = attributes(tag);
        assert!(!names.to_ascii_lowercase().contains(" on"), "<{tag}> from {text:?}");
        for value in values {
            let value: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            assert!(!value.to_ascii_lowercase().starts_with("javascript:"), "<{tag}> from {text:?}");
        }
    }
    let _ = to_text(text);
});

/// What stands between `<` and the `>` that ends the tag: quoted values may hold one.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| {
        let mut is_quoted = false;
        let end = rest.find(|c| {
            is_quoted ^= c == '"';
            c == '>' && !is_quoted
        });
        &rest[..end.unwrap_or(rest.len())]
    }).collect()
}

/// A tag without its quoted values, and the values.
fn attributes(tag: &str) -> (String, Vec<&str>) {
    let pieces: Vec<&str> = tag.split('"').collect();
    let names = pieces.iter().step_by(2).copied().collect::<Vec<_>>().join("");
    (names, pieces.into_iter().skip(1).step_by(2).collect())
}
