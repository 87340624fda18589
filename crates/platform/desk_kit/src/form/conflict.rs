//! Lost update, prevented: somebody saved since the form was opened, so both versions are put together, and people settle what
//! both changed.
//!
//! What is still open travels in a hidden field of the form: the rows of the form can be changed meanwhile, and the page needs
//! no place at the server.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;
use serde::{Deserialize, Serialize};
use web::Ctx;
use web::form::Whole;

use super::difference::{ShownDifference, shown};
use super::merge::{Contested, Difference, Merged};
use super::passages;
use super::pieces::{Change, Piece, pieces};
use super::rows::is_list;
use super::values::{Values, as_sent};

/// The name of the hidden field with what is still open.
const OPEN: &str = "streit";

/// Two versions that were made at the same time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Conflict {
    /// The author of the other version.
    author: String,
    /// What both changed and nobody settled yet.
    open: Vec<Open>,
    /// Fields that only the other author changed.
    #[serde(skip)]
    taken: Vec<ShownDifference>,
    /// Texts that hold passages of both.
    #[serde(skip)]
    combined: Vec<ShownDifference>,
    /// True after a choice that could not be made, because its passage was changed in the form.
    #[serde(skip)]
    has_missed: bool,
    /// True if a choice was made.
    #[serde(default)]
    is_settled: bool,
}

/// A field or a passage that both changed: texts by the rest of their names.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Open {
    name: String,
    label: String,
    theirs: BTreeMap<String, String>,
    mine: BTreeMap<String, String>,
    /// The number of their rows, for a list.
    rows: Option<usize>,
    /// The byte of the text at which the passage stands.
    at: Option<usize>,
}

/// The version that somebody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Mine,
    Theirs,
    Both,
}

impl Conflict {
    /// The conflict with the version of this author, whose form holds `theirs`.
    pub fn with(ctx: &Ctx, author: String, merged: &Merged, theirs: &Values) -> Self {
        let list = |list: &[Difference]| list.iter().map(|one| shown(ctx, one)).collect();
        let open = merged.contested.iter().map(|one| Open::of(ctx, one, theirs)).collect();
        let (taken, combined) = (list(&merged.taken), list(&merged.combined));
        Self { author, open, taken, combined, has_missed: false, is_settled: false }
    }

    /// The conflict of a form that was sent. `None` if it has none, or holds something else in its place.
    pub fn sent(sent: &Whole) -> Option<Self> {
        serde_json::from_str(sent.get(OPEN)).ok()
    }

    /// The text of the hidden field.
    fn hidden(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Makes a choice (`ihre:0`, `meine:0`, `beide:0`). False if the button is about something else.
    pub fn press(&mut self, values: &mut Values, button: &str) -> bool {
        let Some((act, number)) = button.split_once(':') else { return false };
        let choice = match act {
            "meine" => Choice::Mine,
            "ihre" => Choice::Theirs,
            "beide" => Choice::Both,
            _ => return false,
        };
        let number = number.parse().unwrap_or(usize::MAX);
        if let Some(open) = self.open.get(number) {
            if open.choose(values, choice) {
                self.open.remove(number);
                self.is_settled = true;
            } else {
                self.has_missed = true;
            }
        }
        true
    }

    /// Prints it.
    pub fn printed<'a>(&'a self, page: &'a Ctx) -> PrintedConflict<'a> {
        PrintedConflict { page, conflict: self }
    }
}

impl Open {
    fn of(ctx: &Ctx, contested: &Contested, theirs: &Values) -> Self {
        let difference = &contested.difference;
        Self {
            name: difference.name.clone(),
            label: difference.input.label_in(ctx),
            theirs: difference.before.clone(),
            mine: difference.after.clone(),
            rows: is_list(difference.input).then(|| theirs.rows(&difference.name)),
            at: contested.at,
        }
    }

    /// Puts the chosen version into the form. False if the form does not hold the passage any more.
    fn choose(&self, values: &mut Values, choice: Choice) -> bool {
        let Some(at) = self.at else {
            if choice == Choice::Theirs {
                self.take(values);
            }
            return true;
        };
        let (mine, theirs) = (self.mine_in_words(), self.theirs_in_words());
        let (held, other) = if mine.is_empty() { (&theirs, &mine) } else { (&mine, &theirs) };
        let chosen = match choice {
            Choice::Both if self.can_keep_both() => passages::both(&mine, &theirs),
            Choice::Theirs if *held == mine => other.clone(),
            Choice::Mine if *held == theirs => other.clone(),
            _ => return true,
        };
        let replaced = passages::replaced(&as_sent(values.get(&self.name)), held, &chosen, at);
        let is_there = replaced.is_some();
        if let Some(text) = replaced {
            values.set(self.name.clone(), text);
        }
        is_there
    }

    fn take(&self, values: &mut Values) {
        let mut theirs = Values::default();
        for (rest, text) in &self.theirs {
            let name = if rest.is_empty() { self.name.clone() } else { format!("{}.{rest}", self.name) };
            theirs.set(name, text);
        }
        if let Some(rows) = self.rows {
            theirs.set_rows(&self.name, rows);
        }
        values.take(&self.name, &theirs);
    }

    fn can_keep_both(&self) -> bool {
        self.at.is_some() && !self.mine_in_words().is_empty() && !self.theirs_in_words().is_empty()
    }

    fn mine_in_words(&self) -> String {
        in_words(&self.mine)
    }

    fn theirs_in_words(&self) -> String {
        in_words(&self.theirs)
    }

    /// Their text, with the words that only it has.
    fn their_pieces(&self) -> Vec<Piece> {
        self.pieces_without(Change::Added)
    }

    /// My text, with the words that only it has.
    fn my_pieces(&self) -> Vec<Piece> {
        self.pieces_without(Change::Removed)
    }

    fn pieces_without(&self, change: Change) -> Vec<Piece> {
        let pieces = pieces(&self.theirs_in_words(), &self.mine_in_words());
        pieces.into_iter().filter(|piece| piece.change != change).collect()
    }
}

fn in_words(texts: &BTreeMap<String, String>) -> String {
    texts.values().map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// A conflict as HTML.
#[derive(Template)]
#[template(path = "form/conflict.html")]
pub struct PrintedConflict<'a> {
    page: &'a Ctx,
    conflict: &'a Conflict,
}

// Templates escape what they print.
impl HtmlSafe for PrintedConflict<'_> {}
