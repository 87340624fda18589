//! Static assets (style sheets, fonts, icons, modules): embedded, and served under content-hashed names.
//!
//! The parts of the style sheet come from all rooms and are joined once at the start. Because a
//! name contains a hash of the content, browsers may cache a file for a year. Compressible files are stored
//! compressed.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};

use crate::cache::{Encoded, fingerprint};
use crate::headers;

/// The path prefix of the files; their hashed names follow.
pub(crate) const FOLDER: &str = "/assets/";

/// The shared part of the style sheet, in the order of the cascade.
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
    include_str!("../css/search.css"),
    include_str!("../css/forms.css"),
    include_str!("../css/timeline.css"),
    include_str!("../css/figures.css"),
];

/// The print part, which follows those of the slices.
pub const CSS_PRINT: &str = include_str!("../css/print.css");

macro_rules! files {
    ($($name:literal $media_type:literal),* $(,)?) => {
        &[$(($name, $media_type, include_bytes!(concat!("../", $name)))),*]
    };
}

const CSS_TYPE: &str = "text/css; charset=utf-8";

/// The beginning of an import of another module, up to its file name.
const IMPORT: &str = "from \"./";
/// The beginning of an import of an address.
const FROM: &str = "from \"";

type File = (&'static str, &'static str, &'static [u8]);

const FILES: &[File] = files![
    "icons/favicon.svg" "image/svg+xml",
    "fonts/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2" "font/woff2",
    "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2" "font/woff2",
    "fonts/bricolage-grotesque-latin-ext-wght-normal.woff2" "font/woff2",
    "fonts/bricolage-grotesque-latin-wght-normal.woff2" "font/woff2",
];

/// The files that the rooms add to those of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extras<'a> {
    /// The style sheets of the public pages.
    pub public: &'a [&'a str],
    /// The style sheets of the desk, which loads them after the public ones.
    pub desk: &'a [&'a str],
    /// The ES modules of the desk: file name and source. They only enhance pages that work without them. A module
    /// may import those that stand before it in the list, by file name: `from "./edit.js"`.
    pub modules: &'a [(&'static str, &'static str)],
}

/// All files that pages load, by their hashed names.
pub struct Assets {
    style_sheet: String,
    desk_sheet: String,
    by_name: HashMap<&'static str, String>,
    by_address: HashMap<String, Encoded>,
}

impl Assets {
    /// Joins the style sheets of all rooms and computes the hashed names.
    pub fn new(extras: Extras<'_>) -> Self {
        let mut assets = Self {
            style_sheet: String::new(),
            desk_sheet: String::new(),
            by_name: HashMap::new(),
            by_address: HashMap::new(),
        };
        let mut css = compact(&[CSS, extras.public, &[CSS_PRINT]].concat().join("\n"));
        for (path, media_type, content) in FILES {
            let name = path.rsplit('/').next().unwrap_or(path);
            let address = assets.keep(name, media_type, Bytes::from_static(content));
            css = css.replace(&format!("/assets/{name}"), &address);
            assets.by_name.insert(name, address);
        }
        for (name, text) in extras.modules {
            let source = assets.with_addresses(text);
            let address = assets.keep(name, "text/javascript; charset=utf-8", source.into());
            assets.by_name.insert(name, address);
        }
        assets.style_sheet = assets.keep("site.css", CSS_TYPE, css.into());
        assets.desk_sheet = assets.keep("desk.css", CSS_TYPE, compact(&extras.desk.join("\n")).into());
        assets
    }

    /// The address of the desk's style sheet, which is loaded after the public one.
    pub fn desk_sheet(&self) -> &str {
        &self.desk_sheet
    }

    /// The address of the public style sheet.
    pub fn style_sheet(&self) -> &str {
        &self.style_sheet
    }

    /// The address of a font, icon or module, by its file name. An unknown name leads to a 404.
    pub fn address<'a>(&'a self, name: &'a str) -> &'a str {
        self.by_name.get(name).map_or(name, String::as_str)
    }

    /// The file with this hashed name.
    pub(crate) fn find(&self, file: &str) -> Option<&Encoded> {
        self.by_address.get(file)
    }

    /// Compresses all files now.
    pub(crate) fn prepare(&self) {
        self.by_address.values().for_each(Encoded::prepare);
    }

    /// The source of a module, with the addresses of the modules that it imports.
    fn with_addresses(&self, source: &str) -> String {
        let mut parts = source.split(IMPORT);
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, behind) = part.split_once('"').unwrap_or((part, ""));
            text.extend([FROM, self.by_name.get(name).map_or(name, String::as_str), "\"", behind]);
        }
        text
    }

    fn keep(&mut self, name: &str, media_type: &'static str, content: Bytes) -> String {
        let file = hashed(name, &content);
        let address = format!("{FOLDER}{file}");
        self.by_address.insert(file, Encoded::new(content, headers_of(media_type)));
        address
    }
}

/// A style sheet that is generated from settings, with its address.
pub(crate) fn made(name: &str, css: String) -> (String, Arc<Encoded>) {
    let content = Bytes::from(css);
    let address = format!("{FOLDER}{}", hashed(name, &content));
    (address, Arc::new(Encoded::new(content, headers_of(CSS_TYPE))))
}

/// A file name with the hash of the content.
fn hashed(name: &str, content: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    format!("{stem}-{:016x}.{extension}", fingerprint(content))
}

/// Minifies: removes comments and folds white space, except in quotes.
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

fn headers_of(media_type: &'static str) -> HeaderMap {
    let mut headers: HeaderMap =
        headers::HEADERS.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers
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
    fn module_imports_the_modules_before_it_by_their_hashed_addresses() {
        let modules = |edit: &'static str| [("edit.js", edit), ("text.js", "import { a } from \"./edit.js\";\na();\n")];
        let made = |edit| Assets::new(Extras { modules: &modules(edit), ..Extras::default() });
        let (one, other) = (made("export const a = 1;"), made("export const a = 2;"));
        let text = one.find(one.address("text.js").strip_prefix(FOLDER).unwrap()).unwrap().plain();
        let expected = format!("import {{ a }} from \"{}\";\na();\n", one.address("edit.js"));
        assert_eq!(std::str::from_utf8(text).unwrap(), expected);
        assert_ne!(one.address("text.js"), other.address("text.js"));
    }

    #[test]
    fn every_file_that_the_style_sheet_names_has_its_hashed_address() {
        let assets = Assets::new(Extras::default());
        let css = assets.find(assets.style_sheet.strip_prefix(FOLDER).unwrap()).unwrap().plain();
        let css = std::str::from_utf8(css).unwrap();
        let named: Vec<&str> = css.split("url(\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(named.len(), 4);
        for file in named {
            assert!(assets.by_address.contains_key(file), "{file} is not served");
        }
    }
}
