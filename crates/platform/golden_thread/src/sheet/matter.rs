//! The front matter that all kinds share.

use base::{Localized, VideoAddress};
use claims::Claim;
use edtf::{Certainty, Edtf, When};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::read::{Problem, Sheet};
use crate::entry::Gap;
use crate::{AttachmentLanguage, Basis, Kind, Relation, State};

/// The card of an entry as its German file has it. The order of the fields is the order in files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    /// German title.
    pub title: String,
    /// One or two German sentences.
    pub summary: String,
    /// Published unless the file says otherwise.
    #[serde(default = "published", skip_serializing_if = "is_published")]
    pub state: State,
    /// Position in a numbered series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// When it was, is or will be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// Certainty of `when`; both are given or neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// Slugs of its fields of action.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Official key of its town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// Keys of the sources of its facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Address of its video in German Sign Language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_language: Option<VideoAddress>,
    /// Slug of the picture above its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// True if it is in the picture on the start page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub highlight: bool,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Numbers stated about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Links in whose sentence it comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkMatter>,
    /// Gaps in its record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
    /// Files that belong to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachmentMatter>,
}

/// A file of the media that belongs to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentMatter {
    /// Slug of the medium.
    pub file: String,
    /// Its language, if somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<AttachmentLanguage>,
    /// The number of its pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}

/// A link, as written in the file of the entry with which its sentence begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkMatter {
    /// The verb.
    pub relation: Relation,
    /// The other entry: folder and slug.
    pub to: String,
    /// The date of the link, if it is on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// Slug of the body that asserts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asserted_by: Option<String>,
    /// Key of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The ground on which it stands, if somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
    /// Withdrawal, recorded instead of deleting the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawal>,
}

/// Time and reason of the withdrawal of a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Time of the withdrawal.
    pub at: Timestamp,
    /// The reason, in one language.
    pub why: String,
}

base::coded! {
    /// State of review of a translation.
    pub enum Review {
        /// Not reviewed; the public does not see it.
        Draft = "draft",
        /// Somebody who knows both languages has read it.
        Checked = "checked",
        /// People for whom Leichte Sprache is written have read and understood it.
        Tested = "tested",
    }
}

/// Front matter of a file in another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// Title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// State of review; `None` if nobody noted one. It is public unless it is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// Fingerprint of the German text that was translated; `None` means the text of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
}

const KEYS: [&str; 17] = [
    "title",
    "summary",
    "state",
    "number",
    "when",
    "certainty",
    "fields",
    "municipality",
    "sources",
    "sign_language",
    "picture",
    "highlight",
    "updated",
    "claims",
    "links",
    "gaps",
    "attachments",
];

impl Matter {
    /// Reads the card of an entry of this kind, and the table of the kind as TOML.
    ///
    /// # Errors
    /// With the line of the first value that has not the required form.
    /// [`Table::check`](super::Table::check) and the document check the meaning.
    pub fn read(sheet: &Sheet, kind: Kind) -> Result<(Self, Option<toml::Value>), Problem> {
        let mut front: toml::Table = sheet.parse()?;
        if let Some(key) = front.keys().find(|key| !KEYS.contains(&key.as_str()) && Some(key.as_str()) != kind.table())
        {
            return Err(sheet.problem(key, format!("unknown key `{key}`")));
        }
        let table = kind
            .table()
            .map(|name| front.remove(name).ok_or_else(|| sheet.problem("", format!("table [{name}] is missing"))));
        let table = table.transpose()?;
        Ok((sheet.parse()?, table))
    }

    /// Date and certainty together.
    pub fn when(&self) -> Option<When> {
        Some(When::new(self.when?, self.certainty?))
    }
}

fn published() -> State {
    State::Published
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_published(state: &State) -> bool {
    *state == State::Published
}
