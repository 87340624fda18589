//! The fields of the form in which an entry is edited: the keys of a sheet and the type of each.
//!
//! A slice describes its own table with a few constants; the desk turns them into fields, reads what
//! people type, and gives the slice's type the values that its file would have.

use crate::Kind;

/// One key of a sheet, as a form asks for it.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// The key in the file.
    pub key: &'static str,
    /// Text key of its label.
    pub label: &'static str,
    /// The type of its value.
    pub asks: Asks,
    /// True if it must not be empty.
    pub required: bool,
    /// Text key of a hint.
    pub hint: Option<&'static str>,
}

/// The words among which one can choose, as they are written in files.
pub type Words = fn() -> Vec<&'static str>;

/// The key of the text for a word.
pub type Label = fn(&str) -> String;

/// The type of the value of a key, which decides its form control.
#[derive(Debug, Clone, Copy)]
pub enum Asks {
    /// A line of text.
    Line,
    /// A text of a few sentences.
    Text,
    /// A long text with Markdown.
    Markdown,
    /// A line in German and one in English.
    Localized,
    /// A name that nobody sees; it stays as it is.
    Key,
    /// A web address.
    Address,
    /// A mail address.
    Email,
    /// A whole number.
    Number,
    /// A number in a row that begins with 1, up to 255.
    Ordinal,
    /// A number that may have one digit behind the comma.
    Amount,
    /// A time of day.
    Time,
    /// A date that may be vague.
    When,
    /// Yes or no.
    Flag,
    /// One of these words.
    Choice(Label, Words),
    /// Any of these words.
    Choices(Label, Words),
    /// Another entry of this kind, kept as its slug.
    Slug(Kind),
    /// Several entries of this kind, kept as their slugs, one line each.
    Slugs(Kind),
    /// Another entry of any kind, kept as folder and slug.
    Entry,
    /// An entry, or a word for the whole: the word and the key of its label.
    EntryOr(&'static str, &'static str),
    /// A town of the region, kept as its official key.
    Town,
    /// One of the sources.
    Source,
    /// Several of the sources.
    Sources,
    /// A picture from the media.
    Picture,
    /// Rows of several fields each.
    Rows(&'static [Input]),
}

impl Input {
    /// A key that may stay empty.
    pub const fn new(key: &'static str, label: &'static str, asks: Asks) -> Self {
        Self { key, label, asks, required: false, hint: None }
    }

    /// Marks the key as one that must not be empty.
    #[must_use]
    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Adds the hint with this text key.
    #[must_use]
    pub const fn hinted(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }
}
