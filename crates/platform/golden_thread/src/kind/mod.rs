//! The kinds of public things: each slice declares its own, and all rooms read their properties.
//!
//! A kind is a constant of its slice ([`kinds!`](macro@crate::kinds)); at the start the application registers those of all
//! slices ([`Kind::register`]), so that codes from the database, folders of files and lists of all kinds can be
//! read below the slices. Nothing here knows the kinds by name, but for four that belong to the thread itself.

mod registry;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use base::Slug;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use registry::Taken;

/// The kind of an entry: a congress is an [event](Kind::EVENT), an organisation a [body](Kind::BODY).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Kind(&'static KindDef);

/// The properties of a kind. Those that a slice does not name are as in [`KindDef::PLAIN`].
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property by itself")]
pub struct KindDef {
    /// The written form, the same in the database, in files, in addresses and in JSON.
    pub code: &'static str,
    /// Sort key of the kind in filters and lists.
    pub order: u16,
    /// The folder of its files in a content directory, which is also how entries refer to each other.
    pub folder: &'static str,
    /// The public path under which its entries lie. The typed paths of the slice must agree; tests compare.
    pub base_path: &'static str,
    /// The table in its front matter with the values that its slice adds to the card.
    pub table: Option<&'static str>,
    /// Entries stand in a numbered row; all others are ordered by time.
    pub is_numbered: bool,
    /// Entries have a time, so that a missing date is a gap worth showing.
    pub is_timed: bool,
    /// Entries are stations of the thread's list and picture.
    pub is_station: bool,
    /// One expects such a thing to come from somewhere and to lead somewhere, so that a missing step is a gap
    /// worth showing.
    pub is_in_thread: bool,
    /// Entries with a date stand on the timeline of the process, also without a link to a phase.
    pub is_on_timeline: bool,
    /// Entries open the page of their field of action, in the order of their numbers.
    pub leads_field: bool,
    /// Entries record what happened at an event.
    pub is_record: bool,
    /// Organisers write them: an event and what was written down about it.
    pub is_of_event: bool,
    /// Facilitators write them: what the people of a forum bring forth together.
    pub is_result: bool,
    /// Entries can belong to a body, so that people who write for that body may begin one.
    pub is_of_body: bool,
    /// Entries can belong to an event, so that people who write for that event may begin one.
    pub is_within_event: bool,
    /// The press gets it before the public does: its previews name the end of the embargo.
    pub has_embargo: bool,
    /// The forms of the kind (`congress`) are names for people, not only ways to draw it.
    pub has_named_forms: bool,
    /// Entries are often files to read or print: minutes, a paper, a press release.
    pub brings_files: bool,
    /// What editors use it for.
    pub usage: Usage,
}

base::coded! {
    /// What editors use a kind for: the groups in which they choose one, in their order.
    pub enum Usage {
        /// What the public and the press are told.
        News = "news",
        /// Where people meet, and what was written down there.
        Meeting = "meeting",
        /// What came out of the process.
        Outcome = "outcome",
        /// What the rest hangs on, written once.
        Frame = "frame",
    }
}

impl KindDef {
    /// A dated entry of the thread without a table of its own, written by editors.
    pub const PLAIN: Self = Self {
        code: "",
        order: u16::MAX,
        folder: "",
        base_path: "",
        table: None,
        is_numbered: false,
        is_timed: true,
        is_station: true,
        is_in_thread: true,
        is_on_timeline: false,
        leads_field: false,
        is_record: false,
        is_of_event: false,
        is_result: false,
        is_of_body: false,
        is_within_event: false,
        has_embargo: false,
        has_named_forms: true,
        brings_files: false,
        usage: Usage::Outcome,
    };
}

/// Declares the kinds of a slice as constants, and `KINDS`, the list of them for its manifest.
///
/// ```
/// golden_thread::kinds! {
///     /// A book that came out of the initiative.
///     BOOK = { code: "book", order: 300, folder: "buecher", base_path: "/buecher" };
/// }
/// assert_eq!(KINDS, [BOOK]);
/// assert_eq!(BOOK.base_path(), "/buecher");
/// ```
#[macro_export]
macro_rules! kinds {
    ($( $(#[$meta:meta])* $name:ident = { $($field:ident: $value:expr),+ $(,)? } );+ $(;)?) => {
        $(
            $(#[$meta])*
            pub const $name: $crate::Kind = {
                const DEF: &$crate::KindDef = &$crate::KindDef { $($field: $value,)+ ..$crate::KindDef::PLAIN };
                $crate::Kind::of(DEF)
            };
        )+

        /// All of these kinds.
        pub const KINDS: &[$crate::Kind] = &[$($name),+];
    };
}

/// The kinds that belong to the thread itself.
pub mod own {
    use super::Usage;

    crate::kinds! {
        /// A field of action: entries belong to fields, and rights, colours and lists rest on that.
        FIELD = {
            code: "field", order: 20, folder: "handlungsfelder", base_path: "/handlungsfelder", table: Some("field"),
            is_numbered: true, is_timed: false, is_of_body: true, has_named_forms: false, usage: Usage::Frame,
        };
        /// A stretch of the process: it sorts the timeline and is no stop of the thread.
        PHASE = {
            code: "phase", order: 30, folder: "phasen", base_path: "/prozess/phasen",
            is_numbered: true, is_station: false, is_in_thread: false, usage: Usage::Frame,
        };
        /// An event, from kick-off to conference; forums and workshops too. Events lie within events.
        EVENT = {
            code: "event", order: 50, folder: "veranstaltungen", base_path: "/veranstaltungen", table: Some("event"),
            is_on_timeline: true, is_of_event: true, is_of_body: true, is_within_event: true, usage: Usage::Meeting,
        };
        /// An organisation: who asserts a link, who is responsible for an entry.
        BODY = {
            code: "body", order: 170, folder: "mitwirkende", base_path: "/mitwirkende", table: Some("body"),
            is_timed: false, is_station: false, is_in_thread: false, usage: Usage::Frame,
        };
    }
}

impl Kind {
    /// See [`kinds!`](macro@crate::kinds).
    pub const FIELD: Self = own::FIELD;
    /// A stretch of the process.
    pub const PHASE: Self = own::PHASE;
    /// An event.
    pub const EVENT: Self = own::EVENT;
    /// An organisation.
    pub const BODY: Self = own::BODY;

    /// The kind with these properties. Slices say [`kinds!`](macro@crate::kinds) instead.
    #[must_use]
    pub const fn of(def: &'static KindDef) -> Self {
        Self(def)
    }

    /// The properties that its slice declared.
    #[must_use]
    pub const fn def(self) -> &'static KindDef {
        self.0
    }

    /// The written form, as in [`KindDef::code`].
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The folder of its files in a content directory.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        self.0.folder
    }

    /// The public path under which its entries lie.
    #[must_use]
    pub const fn base_path(self) -> &'static str {
        self.0.base_path
    }

    /// The public path of one entry.
    pub fn path(self, slug: &Slug) -> String {
        format!("{}/{slug}", self.0.base_path)
    }

    /// The name by which content files and forms refer to an entry: folder and slug.
    pub fn reference(self, slug: &str) -> String {
        format!("{}/{slug}", self.0.folder)
    }

    /// Kind and slug that such a name stands for; none if there is no such folder.
    pub fn split_reference(reference: &str) -> Option<(Self, &str)> {
        let (folder, slug) = reference.split_once('/')?;
        Some((Self::from_folder(folder)?, slug))
    }

    /// The table in its front matter with the values that its slice adds to the card.
    #[must_use]
    pub const fn table(self) -> Option<&'static str> {
        self.0.table
    }
}

impl Ord for Kind {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.order, self.0.code).cmp(&(other.0.order, other.0.code))
    }
}

impl PartialOrd for Kind {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Kind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.code.hash(state);
    }
}

impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Kind").field(&self.0.code).finish()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.code)
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("`{code}` is no kind of entry")))
    }
}
