//! Style sheet, fonts and icons: embedded, served under a name that changes with the content.
//!
//! The parts of the style sheet come from all rooms and are joined once at the start. Because the
//! name carries a hash of the content, browsers may keep a file for a year.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use crate::ctx::AppState;
use crate::error::Error;

/// The shared part of the style sheet, in the order in which its files must stand.
pub const CSS: &[&str] = &[
    include_str!("../css/layers.css"),
    include_str!("../css/tokens.css"),
    include_str!("../css/fonts.css"),
    include_str!("../css/base.css"),
    include_str!("../css/layout.css"),
    include_str!("../css/header.css"),
    include_str!("../css/hero.css"),
    include_str!("../css/text.css"),
    include_str!("../css/thread.css"),
    include_str!("../css/weave.css"),
    include_str!("../css/facts.css"),
    include_str!("../css/cards.css"),
    include_str!("../css/lists.css"),
    include_str!("../css/timeline.css"),
    include_str!("../css/figures.css"),
];

/// The print part; it comes after those of the slices.
pub const CSS_PRINT: &str = include_str!("../css/print.css");

macro_rules! files {
    ($($name:literal $media_type:literal),* $(,)?) => {
        &[$(($name, $media_type, include_bytes!(concat!("../", $name)))),*]
    };
}

type File = (&'static str, &'static str, &'static [u8]);

const FILES: &[File] = files![
    "icons/favicon.svg" "image/svg+xml",
    "fonts/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2" "font/woff2",
    "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2" "font/woff2",
    "fonts/bricolage-grotesque-latin-ext-wght-normal.woff2" "font/woff2",
    "fonts/bricolage-grotesque-latin-wght-normal.woff2" "font/woff2",
];

/// All files that pages load, by their hashed name.
pub struct Assets {
    style_sheet: String,
    by_name: HashMap<&'static str, String>,
    by_address: HashMap<String, (&'static str, Vec<u8>)>,
}

impl Assets {
    /// Joins the style sheet from the parts of all rooms and names every file by its content.
    pub fn new(slices: &[&str]) -> Self {
        let mut assets = Self { style_sheet: String::new(), by_name: HashMap::new(), by_address: HashMap::new() };
        let mut css = compact(&[CSS, slices, &[CSS_PRINT]].concat().join("\n"));
        for (path, media_type, content) in FILES {
            let name = path.rsplit('/').next().unwrap_or(path);
            let address = assets.keep(name, media_type, content.to_vec());
            css = css.replace(&format!("/assets/{name}"), &address);
            assets.by_name.insert(name, address);
        }
        assets.style_sheet = assets.keep("site.css", "text/css; charset=utf-8", css.into_bytes());
        assets
    }

    /// Where the style sheet is.
    pub fn style_sheet(&self) -> &str {
        &self.style_sheet
    }

    /// Where a font or icon is, by its file name. An unknown name leads to a 404.
    pub fn address<'a>(&'a self, name: &'a str) -> &'a str {
        self.by_name.get(name).map_or(name, String::as_str)
    }

    fn keep(&mut self, name: &str, media_type: &'static str, content: Vec<u8>) -> String {
        // Keys of `DefaultHasher::new` are fixed, so all nodes that run one binary agree.
        let mut hasher = DefaultHasher::new();
        content.hash(&mut hasher);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let file = format!("{stem}-{:016x}.{extension}", hasher.finish());
        let address = format!("/assets/{file}");
        self.by_address.insert(file, (media_type, content));
        address
    }
}

/// Leaves out comments and folds white space; what stands in quotes stays as it is.
fn compact(css: &str) -> String {
    let mut compact = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '/' if rest.starts_with("/*") => {
                rest = rest.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            '"' | '\'' => rest[1..].find(letter).map_or(rest.len(), |end| end + 2),
            _ if letter.is_whitespace() => {
                if !compact.ends_with([' ', '{', ';', '}']) {
                    compact.push(' ');
                }
                rest = rest.trim_start();
                continue;
            }
            _ => letter.len_utf8(),
        };
        compact.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    compact
}

impl std::fmt::Debug for Assets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Assets").field(&self.style_sheet).finish()
    }
}

/// Answers `/assets/{file}`.
pub(crate) async fn show(Path(file): Path<String>, State(state): State<AppState>) -> Result<Response, Error> {
    let (media_type, content) = state.assets.by_address.get(&file).ok_or(Error::NotFound)?;
    let headers = [(header::CONTENT_TYPE, *media_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, content.clone()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheet_loses_comments_and_white_space_but_no_quoted_text() {
        let css = "/* why */\na  {\n  content: \"a  /* b */ c\";\n}\n\nb { margin: 0  1px }";
        assert_eq!(compact(css), " a {content: \"a  /* b */ c\";}b {margin: 0 1px }");
    }

    #[test]
    fn every_file_that_the_style_sheet_names_has_its_hashed_address() {
        let assets = Assets::new(&[]);
        let (_, css) = &assets.by_address[assets.style_sheet.strip_prefix("/assets/").unwrap()];
        let css = String::from_utf8(css.clone()).unwrap();
        let named: Vec<&str> = css.split("url(\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(named.len(), 4);
        for file in named {
            assert!(assets.by_address.contains_key(file), "{file} is not served");
        }
    }
}
