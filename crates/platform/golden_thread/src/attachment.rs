//! A file that belongs to an entry, as its page offers it.

use base::Slug;
use web::Page;

base::coded! {
    /// The language of a file, among those that people of the region read.
    pub enum AttachmentLanguage {
        /// German.
        German = "de",
        /// German in Leichte Sprache.
        Easy = "easy",
        /// English.
        English = "en",
        /// Turkish.
        Turkish = "tr",
        /// Arabic.
        Arabic = "ar",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Russian.
        Russian = "ru",
        /// Polish.
        Polish = "pl",
        /// Romanian.
        Romanian = "ro",
        /// French.
        French = "fr",
    }
}

impl AttachmentLanguage {
    /// The language tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Easy => "de-simple",
            other => other.code(),
        }
    }
}

/// The number of bytes from which sizes are told in megabytes.
const MEGABYTE: i64 = 1_000_000;

/// A public file of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The slug of the medium.
    pub slug: Slug,
    /// The name under which it is saved.
    pub name: String,
    /// The title of the medium.
    pub title: String,
    /// The type of its bytes, which is also its ending: `pdf`.
    pub file_type: String,
    /// Its size in bytes.
    pub length: i64,
    /// Its language, if somebody said so.
    pub language: Option<AttachmentLanguage>,
    /// The number of its pages, if somebody said so.
    pub pages: Option<i64>,
}

impl Attachment {
    /// Its address.
    pub fn href(&self) -> String {
        media::serve::file_address(&self.slug, &self.name)
    }

    /// What it is, so that nobody has to load it to know: `PDF, Deutsch, 12 Seiten, 1,2 MB`.
    pub fn facts(&self, page: &Page) -> String {
        let language = self.language.map(|language| page.t(&format!("attachment-language-{language}")));
        let pages = self.pages.map(|pages| page.t_count("attachment-pages", pages));
        let size = if self.length < MEGABYTE {
            page.t_count("attachment-kilobytes", (self.length + 999) / 1000)
        } else {
            let tenths = (self.length + MEGABYTE / 20) / (MEGABYTE / 10);
            let comma = if page.interface() == base::Locale::En { '.' } else { ',' };
            page.t_with("attachment-megabytes", "size", format!("{}{comma}{}", tenths / 10, tenths % 10))
        };
        let facts = [Some(self.file_type.to_uppercase()), language, pages, Some(size)];
        facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
