//! What an installation says of itself: name, motto, carriers, imprint, accessibility, privacy.
//!
//! It comes from `initiative.toml` and is one document in the database. Mandatory fields are
//! plain, optional ones `Option`: an imprint that lacks what the law asks for does not parse, so
//! such a site cannot go public.

mod colours;
mod store;

use base::{Email, Localized, VideoAddress};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use colours::{Colour, Colours, LEAST, Scheme, Shades, Weak};
pub use store::{load, save};

/// The whole document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// Name of the initiative.
    pub name: String,
    /// The region it works for.
    pub region: Localized,
    /// What it stands for, in a few words.
    pub motto: Localized,
    /// Heading of the start page.
    pub headline: Localized,
    /// The sentences below that heading.
    pub lead: Localized,
    /// What kind of site this is, if it is not the initiative's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demonstration: Option<Localized>,
    /// Address of a video in German Sign Language that tells what the site is and how to use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_language: Option<VideoAddress>,
    /// Whether the site is offered in English.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub english: bool,
    /// Slugs of the carriers.
    pub carriers: Vec<String>,
    /// General mailbox.
    pub email: Email,
    /// When the content was last changed as a whole.
    pub updated: Timestamp,
    /// Who answers for the site.
    pub imprint: Imprint,
    /// Facts for the accessibility statement.
    pub accessibility: Accessibility,
    /// How soon we answer.
    #[serde(default)]
    pub replies: Replies,
    /// Whose name and address stand on mails.
    #[serde(default, skip_serializing_if = "MailSender::is_default")]
    pub mail: MailSender,
    /// Colours of its own.
    #[serde(default, skip_serializing_if = "Colours::is_default")]
    pub colours: Colours,
    /// The register of personal fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub privacy: Vec<PersonalField>,
}

impl Initiative {
    /// The day of the last change, in the initiative's time zone.
    pub fn updated_on(&self) -> Date {
        base::clock::day_of(self.updated)
    }

    /// Who answers for the site, as the end of every mail says it.
    pub fn signature(&self) -> String {
        let Imprint { name, address, email, phone, .. } = &self.imprint;
        let email = email.to_string();
        let lines = [self.name.as_str(), name].into_iter().chain(address.iter().map(String::as_str));
        let lines: Vec<&str> = lines.chain([email.as_str()]).chain(phone.as_deref()).collect();
        // Two hyphens and a blank: mail programs know where the text ends.
        format!("-- \n{}\n", lines.join("\n"))
    }
}

/// Whose name and address stand on mails; what is missing is the initiative's own, or that of the
/// settings with which the program was started.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSender {
    /// What people see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Email>,
}

impl MailSender {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_yes(yes: &bool) -> bool {
    *yes
}

/// Facts of the imprint (§ 5 DDG, § 18 `MStV`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imprint {
    /// Name of the provider.
    pub name: String,
    /// Serviceable postal address, line by line.
    pub address: Vec<String>,
    /// Mailbox for quick contact.
    pub email: Email,
    /// Telephone number as DIN 5008 writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Who represents the provider, by role.
    pub representatives: Localized,
    /// Register and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Localized>,
    /// VAT identification number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// Who is responsible for the content.
    pub responsible: Localized,
}

/// How many days an answer takes at most. A promise of the initiative's own: the law of North
/// Rhine-Westphalia names no number for barrier reports, that of the federation says a month (§ 12b
/// BGG), and 28 days are within every month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replies {
    /// To a question.
    pub contact_days: u16,
    /// To a barrier report.
    pub barrier_days: u16,
}

impl Default for Replies {
    fn default() -> Self {
        Self { contact_days: 14, barrier_days: 28 }
    }
}

/// Facts of the accessibility statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// Which law applies.
    pub regime: Regime,
    /// How far the site conforms.
    pub conformity: Conformity,
    /// When the statement was first made.
    pub created: Date,
    /// When it was last reviewed.
    pub reviewed: Date,
    /// How it was found out.
    pub method: Localized,
    /// What is not accessible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Barrier>,
}

/// The law that the statement follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// BGG NRW and BITVNRW.
    Nrw,
    /// BGG and BITV 2.0 of the federation.
    Bund,
    /// Barrierefreiheitsstärkungsgesetz.
    Bfsg,
}

impl Regime {
    /// The word in text keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nrw => "nrw",
            Self::Bund => "bund",
            Self::Bfsg => "bfsg",
        }
    }
}

/// How far the site conforms to the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Conformity {
    /// Wholly.
    Full,
    /// With exceptions, which are listed.
    Partial,
    /// Not.
    None,
}

impl Conformity {
    /// The word in text keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// Something that is not accessible, why, and what to use instead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Barrier {
    /// What is not accessible.
    pub what: Localized,
    /// Why not.
    pub reason: Localized,
    /// What helps meanwhile.
    pub alternative: Localized,
}

/// A personal field that the site keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalField {
    /// What is kept.
    pub field: Localized,
    /// What for.
    pub purpose: Localized,
    /// How long.
    pub retention: Localized,
}
