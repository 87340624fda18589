//! The installation's own document: name, motto, carriers, imprint, accessibility, privacy.
//!
//! It comes from `initiative.toml` and is one document in the database. Mandatory fields are
//! plain, optional ones `Option`: an imprint that lacks what the law requires does not parse, so
//! such a site cannot go public.

mod colours;
mod store;

use base::{Email, Localized, Slug, VideoAddress};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use colours::{Colour, Colours, LEAST, Scheme, Shades, Weak};
pub use store::{load, save};

/// The whole document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Initiative {
    /// The name of the initiative.
    pub name: String,
    /// The region of the initiative.
    pub region: Localized,
    /// The purpose of the initiative, in a few words.
    pub motto: Localized,
    /// The heading of the start page.
    pub headline: Localized,
    /// The sentences below that heading.
    pub lead: Localized,
    /// The kind of the site, if it is not the initiative's own, such as a demonstration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demonstration: Option<Localized>,
    /// The address of a video in German Sign Language about the site and its use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_language: Option<VideoAddress>,
    /// True if the site is offered in English.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub english: bool,
    /// The slugs of the carriers.
    pub carriers: Vec<String>,
    /// The general mailbox.
    pub email: Email,
    /// The time of the last change to the content as a whole.
    pub updated: Timestamp,
    /// The facts of the imprint.
    pub imprint: Imprint,
    /// The facts of the accessibility statement.
    pub accessibility: Accessibility,
    /// The promised times of reply.
    #[serde(default)]
    pub replies: Replies,
    /// The sender of mails.
    #[serde(default, skip_serializing_if = "MailSender::is_default")]
    pub mail: MailSender,
    /// The pictures that stand in place of the name at the top of every page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// The own colours of the initiative.
    #[serde(default, skip_serializing_if = "Colours::is_default")]
    pub colours: Colours,
    /// The register of personal data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub privacy: Vec<PersonalField>,
}

impl Initiative {
    /// The day of the last change, in the initiative's time zone.
    pub fn updated_on(&self) -> Date {
        base::clock::day_of(self.updated)
    }

    /// The signature at the end of every mail: the provider of the site.
    pub fn signature(&self) -> String {
        let Imprint { name, address, email, phone, .. } = &self.imprint;
        let email = email.to_string();
        let lines = [self.name.as_str(), name].into_iter().chain(address.iter().map(String::as_str));
        let lines: Vec<&str> = lines.chain([email.as_str()]).chain(phone.as_deref()).collect();
        // Two hyphens and a blank: mail programs recognize the signature by them.
        format!("-- \n{}\n", lines.join("\n"))
    }
}

/// The logo of the initiative: the slugs of its pictures among the media.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// The picture on light ground; on dark ground too, if there is no other.
    pub light: Slug,
    /// The picture on dark ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dark: Option<Slug>,
}

impl Logo {
    /// The slugs of its pictures.
    pub fn slugs(&self) -> impl Iterator<Item = &Slug> {
        std::iter::once(&self.light).chain(&self.dark)
    }
}

/// The sender of mails; missing parts are the initiative's own name, or the address of the
/// settings with which the program was started.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSender {
    /// The displayed name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The mailbox of the sender.
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

/// The facts of the imprint (§ 5 DDG, § 18 `MStV`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Imprint {
    /// The name of the provider.
    pub name: String,
    /// The serviceable postal address, line by line.
    pub address: Vec<String>,
    /// The mailbox for quick contact.
    pub email: Email,
    /// The telephone number as DIN 5008 writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The representatives of the provider, by role.
    pub representatives: Localized,
    /// The register and the number in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Localized>,
    /// The VAT identification number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_id: Option<String>,
    /// The person or body responsible for the content.
    pub responsible: Localized,
}

/// The promised times of reply, in days. They are the initiative's own choice: the law of North
/// Rhine-Westphalia names no number for barrier reports, federal law says a month (§ 12b
/// BGG), and 28 days are within every month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replies {
    /// For a question.
    pub contact_days: u16,
    /// For a barrier report.
    pub barrier_days: u16,
}

impl Default for Replies {
    fn default() -> Self {
        Self { contact_days: 14, barrier_days: 28 }
    }
}

/// The facts of the accessibility statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// The law that applies.
    pub regime: Regime,
    /// The degree of conformity.
    pub conformity: Conformity,
    /// The day on which the statement was first made.
    pub created: Date,
    /// The day of the last review.
    pub reviewed: Date,
    /// The method of the assessment.
    pub method: Localized,
    /// The known barriers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barriers: Vec<Barrier>,
}

/// The law that the statement follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// The law of North Rhine-Westphalia: BGG NRW and BITVNRW.
    Nrw,
    /// The federal law: BGG and BITV 2.0.
    Bund,
    /// Barrierefreiheitsstärkungsgesetz.
    Bfsg,
}

impl Regime {
    /// The code in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nrw => "nrw",
            Self::Bund => "bund",
            Self::Bfsg => "bfsg",
        }
    }
}

/// The degree to which the site conforms to the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Conformity {
    /// The site conforms completely.
    Full,
    /// The site conforms with exceptions, which are listed.
    Partial,
    /// The site does not conform.
    None,
}

impl Conformity {
    /// The code in the keys of texts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// An inaccessible part of the site, with the reason and an alternative.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Barrier {
    /// The inaccessible part.
    pub what: Localized,
    /// The reason why it is not accessible.
    pub reason: Localized,
    /// The alternative until it is accessible.
    pub alternative: Localized,
}

/// A kind of personal data that the site stores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonalField {
    /// The name of the data.
    pub field: Localized,
    /// The purpose of storing it.
    pub purpose: Localized,
    /// The retention period.
    pub retention: Localized,
}
