//! The form engine: a document becomes a form, and what comes back becomes a document.
//!
//! A form is a table of [`Input`](golden_thread::sheet::Input)s, each at its place in a JSON document ([`Part`],
//! [`Place`]). [`write()`] makes [`Values`] (texts by field) of the document, [`show()`] prints them, and [`read()`]
//! makes a document of what comes back. Values of several versions are compared and [merged](merge()) field by field.
//! Nothing here knows a kind of entry: entries, lists, settings and media are edited by the same engine.
//!
//! Invariants:
//! * a control contains its current value, and a field that was left alone stays as it was, to the letter;
//! * a list is refused when it is too long, never cut, and a form that was cut off on its way is not read;
//! * every fault leads to a field;
//! * a part of a typed text that has no place is a fault, never dropped.

mod amount;
mod begin;
mod conflict;
mod difference;
mod faults;
mod filled;
mod head;
mod hits;
mod hours;
mod kept;
mod layout;
mod lists;
mod medium;
mod merge;
mod passages;
mod picks;
mod pieces;
mod print;
mod read;
mod rows;
pub mod scalar;
mod show;
mod source;
mod summary;
mod values;
mod when;
mod write;

pub use begin::{Create, Lack, Wish, word_of};
pub use conflict::{Conflict, PrintedConflict};
pub use difference::{ShownDifference, shown};
pub use faults::{Faults, Places, missing, shortened, too_many};
pub use filled::Filled;
pub use head::FormHead;
pub use hits::{Hit, Hits, about};
pub use kept::KeptAttributes;
pub use layout::{Part, Place, label_of};
pub use lists::Lists;
pub use medium::MediumField;
pub use merge::{Contested, Difference, Merged, differences, merge};
pub use picks::{Picked, Picks, Titles, field, titles};
pub use read::{Known, Sent, read, read_known};
pub use show::{Cell, Fold, Item, List, OPEN, Pick, Row, ShownPart, reopen, show};
pub use source::{NewSource, SourceFields};
pub use summary::summary;
pub use values::{Values, as_sent};
pub use when::{Room, Understanding, understood};
pub use write::{at, write};
