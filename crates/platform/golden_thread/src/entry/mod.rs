//! The parts of every entry's page: its text, origins and outcomes, the numbers that people stated about
//! it, and the gaps in its record.

mod page;
mod print;

use base::{Localized, VideoAddress};
use claims::Claim;
use edtf::Edtf;
use serde::{Deserialize, Serialize};
use web::Page;

use crate::{Basis, Card, Relation, Side};

pub use page::{Branch, EntryPage};
pub use print::{Attachments, ContactPart, Series, Sources, Told};

/// The forms in which there is a text beside its translations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variants {
    /// True if there is a published text in Leichte Sprache.
    pub easy: bool,
    /// Address of the video in German Sign Language.
    pub signed: Option<VideoAddress>,
}

impl Variants {
    /// True if there is at least one.
    pub fn exist(&self) -> bool {
        self.easy || self.signed.is_some()
    }
}

/// The place or person a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As readers see it.
    pub name: Localized,
    /// A page to read it at, if it is online.
    pub url: Option<String>,
}

/// One step along the thread: the entry there, and the link that leads to it.
#[derive(Debug, Clone)]
pub struct Step {
    /// The entry one step away.
    pub card: Card,
    /// Origin or outcome.
    pub side: Side,
    /// The verb of the link.
    pub relation: Relation,
    /// The date of the link, if it is on record.
    pub when: Option<Edtf>,
    /// A remark by whoever recorded it.
    pub note: Option<Localized>,
    /// The evidence for it.
    pub source: Option<Source>,
    /// Title of the body that asserts it.
    pub asserted_by: Option<String>,
    /// The ground on which it stands, if somebody said so.
    pub basis: Option<Basis>,
}

impl Step {
    /// The ground on which the link stands in words, if it is less than a source that says so.
    pub fn basis_label(&self, page: &Page) -> Option<String> {
        self.basis.filter(|basis| *basis != Basis::Stated).map(|basis| page.t(&format!("link-basis-{basis}")))
    }

    /// The verb of the link as seen from the entry whose page this is: `führte hierher`, `umgesetzt als`.
    pub fn relation_label(&self, page: &Page) -> String {
        relation_label(page, self.relation, self.side)
    }
}

/// A step in a list, which has room for no more than the entry it leads to.
#[derive(Debug, Clone)]
pub struct ShortStep {
    /// The entry one step away.
    pub card: Card,
    /// Origin or outcome.
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
    /// The evidence for it.
    pub source: Option<Source>,
}

/// Rows of numbers: neighbours that are known in the same way. No row is empty.
pub fn runs(claims: &[ClaimLine]) -> Vec<&[ClaimLine]> {
    claims.chunk_by(|one, next| one.claim.kind() == next.claim.kind()).collect()
}

impl ClaimLine {
    /// The date of the claim in words, unless the name of the source tells it already.
    pub fn said(&self, page: &Page) -> Option<String> {
        let said = edtf::When::new(self.claim.when?, edtf::Certainty::Fixed).in_words(page.locale());
        let is_told = self.source.as_ref().is_some_and(|source| source.name.get(page.locale()).0.contains(&said));
        (!is_told).then_some(said)
    }
}

base::coded! {
    /// The part of the record that a gap is in.
    pub enum GapSide {
        /// Before the entry.
        Origin = "origin",
        /// After it.
        Outcome = "outcome",
        /// About the entry itself.
        Record = "record",
    }
}

/// A fact that is known to be missing from the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The part of the record that it is in.
    pub side: GapSide,
    /// A sentence that names the missing fact.
    pub text: Localized,
}
