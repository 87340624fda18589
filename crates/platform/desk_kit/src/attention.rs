//! Things that need somebody's attention, for the start page of the desk.

use accounts::{Desk, DeskPage};
use db::{BoxFuture, Conn};
use web::Error;

/// A counted list: the number of things, the first of them, the address of all.
#[derive(Debug)]
pub struct Attention {
    /// Its id in the page, and the end of the keys of its texts (`overview-list-…`).
    pub code: &'static str,
    /// True if they wait for this person; others are news for everybody who may see to them.
    pub waits: bool,
    /// Their number.
    pub total: i64,
    /// The first of them.
    pub lines: Vec<Line>,
    /// The address of all of them; empty if there is no such list.
    pub all: String,
}

/// One thing of a list.
#[derive(Debug)]
pub struct Line {
    /// The name of the thing.
    pub title: String,
    /// The address of the thing at the desk.
    pub href: String,
    /// More about it: kind, day, another entry.
    pub note: String,
}

impl Attention {
    /// The number of those that are not shown.
    pub fn rest(&self) -> i64 {
        self.total - i64::try_from(self.lines.len()).unwrap_or(self.total)
    }
}

/// Finds the things of one slice that need a person's attention: only those that they may see.
pub type AttentionFn =
    for<'a, 'c> fn(&'a mut Conn<'c>, &'a Desk, &'a DeskPage) -> BoxFuture<'a, Result<Vec<Attention>, Error>>;
