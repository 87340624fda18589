//! The fields of the form in which an entry is edited: the keys of a sheet and the type of each.
//!
//! A slice describes its own table with a few constants; the desk turns them into fields, reads what
//! people type, and gives the slice's type the values that its file would have. A type of value that only one slice
//! has is a [`Shape`] of its own.

use std::fmt::Debug;

use serde_json::Value;
use web::Ctx;
use web::form::Control;

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
    /// A rule that each row must keep, for rows.
    pub rule: Option<RowRule>,
    /// The most characters of a text; of each language, if there are two.
    pub most: Option<usize>,
    /// Its part in the time of the whole document, if it has one.
    pub timing: Option<Timing>,
    /// True if it holds for this one occasion: who begins the next one with its content starts without it.
    pub is_of_occasion: bool,
}

/// The part of a field in the time of the whole document, which several fields hold together: a time of day that is typed along
/// with the date goes into the field that asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Its date; how certain it is and its hours are kept apart from it. Hours that are typed along with it go into the two
    /// fields below, as far as the form has them.
    Date,
    /// The time of day at which each of its days begins.
    Starts,
    /// The time of day at which each of its days ends.
    Ends,
}

/// A rule for the fields of a row, as its file would hold it: the key of the field that breaks it, and the text key of
/// the reason. It is asked only about rows whose fields are sound.
pub type RowRule = fn(&Value) -> Option<(&'static str, &'static str)>;

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
    /// A text of a few sentences in German and one in English.
    LocalizedText,
    /// Lines of text, kept as a list.
    Lines,
    /// A name that nobody sees; it stays as it is.
    Key,
    /// The name of an entry in its own address.
    Name,
    /// A web address.
    Address,
    /// The web address of a video.
    Video,
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
    /// A file from the media.
    File,
    /// Rows of several fields each.
    Rows(&'static [Input]),
    /// Rows that are taken back with a reason (`withdrawn`) instead of removed.
    Standing(&'static [Input]),
    /// A value that its slice reads itself.
    Shaped(&'static dyn Shape),
}

/// A type of value that a slice reads and shows itself.
pub trait Shape: Debug + Sync {
    /// Reads a text that is not empty. The error is a sentence that says what to type.
    ///
    /// # Errors
    /// If the text has no such value.
    fn read(&self, ctx: &Ctx, typed: &str) -> Result<Value, String>;

    /// A value as people would type it.
    fn typed(&self, _ctx: &Ctx, value: &Value) -> String {
        value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
    }

    /// The control for what is typed so far.
    fn control(&self, _typed: &str) -> Control {
        Control::Line("text", "off")
    }

    /// The label, from its text key.
    fn label(&self, ctx: &Ctx, key: &str) -> String {
        ctx.t(key)
    }

    /// The hint, from its text key.
    fn hint(&self, ctx: &Ctx, key: &str) -> String {
        ctx.t(key)
    }
}

impl Input {
    /// A key that may stay empty.
    pub const fn new(key: &'static str, label: &'static str, asks: Asks) -> Self {
        Self {
            key,
            label,
            asks,
            required: false,
            hint: None,
            rule: None,
            most: None,
            timing: None,
            is_of_occasion: false,
        }
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

    /// Sets the most characters of a text.
    #[must_use]
    pub const fn at_most(self, characters: usize) -> Self {
        Self { most: Some(characters), ..self }
    }

    /// Adds a rule for each row.
    #[must_use]
    pub const fn ruled(self, rule: RowRule) -> Self {
        Self { rule: Some(rule), ..self }
    }

    /// Gives it a part in the time of the whole document.
    #[must_use]
    pub const fn timed(self, timing: Timing) -> Self {
        Self { timing: Some(timing), ..self }
    }

    /// Says that it holds for this one occasion only.
    #[must_use]
    pub const fn of_occasion(self) -> Self {
        Self { is_of_occasion: true, ..self }
    }

    /// Its label in the language of the page.
    pub fn label_in(&self, ctx: &Ctx) -> String {
        match self.asks {
            Asks::Shaped(shape) => shape.label(ctx, self.label),
            _ => ctx.t(self.label),
        }
    }

    /// Its hint in the language of the page, if it has one.
    pub fn hint_in(&self, ctx: &Ctx) -> Option<String> {
        let hint = self.hint?;
        Some(match self.asks {
            Asks::Shaped(shape) => shape.hint(ctx, hint),
            _ => ctx.t(hint),
        })
    }
}
