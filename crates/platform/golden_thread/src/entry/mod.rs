//! What the page of any entry shows: its text, where it came from, what became of it, the numbers
//! that people stated about it, and what is not on record.

mod page;
mod print;

use base::{Localized, VideoAddress};
use claims::Claim;
use edtf::Edtf;
use serde::{Deserialize, Serialize};
use web::Page;

use crate::{Card, Relation, Side};

pub use page::{Branch, EntryPage};
pub use print::{ContactPart, Series, Sources, Told};

/// The forms in which there is a text beside its translations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variants {
    /// Leichte Sprache.
    pub easy: bool,
    /// Where the video in German Sign Language is.
    pub signed: Option<VideoAddress>,
}

impl Variants {
    /// Whether there is any.
    pub fn exist(&self) -> bool {
        self.easy || self.signed.is_some()
    }
}

/// Somebody who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub name: Localized,
    /// Where it can be read, if anywhere.
    pub url: Option<String>,
}

/// One step along the thread: the entry there, and the link that leads to it.
#[derive(Debug, Clone)]
pub struct Step {
    /// The entry one step away.
    pub card: Card,
    /// On which side it lies.
    pub side: Side,
    /// The verb of the link.
    pub relation: Relation,
    /// When the link came about.
    pub when: Option<Edtf>,
    /// A few words on it.
    pub note: Option<Localized>,
    /// Where it is written.
    pub source: Option<Source>,
    /// Title of the body that says so.
    pub asserted_by: Option<String>,
}

impl Step {
    /// What the entry has to do with the one whose page this is: `führte hierher`, `umgesetzt als`.
    pub fn relation_label(&self, page: &Page) -> String {
        relation_label(page, self.relation, self.side)
    }
}

/// A step in a list, where there is room for no more than where it leads.
#[derive(Debug, Clone)]
pub struct ShortStep {
    /// The entry one step away.
    pub card: Card,
    /// On which side it lies.
    pub side: Side,
    /// The verb of the link.
    pub relation: Relation,
}

impl ShortStep {
    /// As [`Step::relation_label`].
    pub fn relation_label(&self, page: &Page) -> String {
        relation_label(page, self.relation, self.side)
    }
}

fn relation_label(page: &Page, relation: Relation, side: Side) -> String {
    page.t(&format!("relation-{relation}-{side}"))
}

/// A stated number with its source.
#[derive(Debug, Clone)]
pub struct ClaimLine {
    /// The number with all that is needed to judge it.
    pub claim: Claim,
    /// Who says so.
    pub source: Option<Source>,
}

/// Rows of numbers: neighbours that are known in the same way. No row is empty.
pub fn runs(claims: &[ClaimLine]) -> Vec<&[ClaimLine]> {
    claims.chunk_by(|one, next| one.claim.kind() == next.claim.kind()).collect()
}

impl ClaimLine {
    /// When it was said, in words, unless the name of the source tells it already.
    pub fn said(&self, page: &Page) -> Option<String> {
        let said = edtf::When::new(self.claim.when?, edtf::Certainty::Fixed).in_words(page.locale());
        let is_told = self.source.as_ref().is_some_and(|source| source.name.get(page.locale()).0.contains(&said));
        (!is_told).then_some(said)
    }
}

base::coded! {
    /// Where the record has a gap.
    pub enum GapSide {
        /// Before the entry.
        Origin = "origin",
        /// After it.
        Outcome = "outcome",
        /// About the entry itself.
        Record = "record",
    }
}

/// Something that is known to be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Where.
    pub side: GapSide,
    /// What is missing, in words.
    pub text: Localized,
}
