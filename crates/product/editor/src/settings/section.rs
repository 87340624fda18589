//! The sections of the settings: where each has its page, and what it asks.

use base::coded;
use web::initiative::Scheme;

use super::ask::{Ask, Rows, Shape, both};

coded! {
    /// A part of what the initiative says of itself.
    pub enum SettingsSection {
        /// Name, motto, the words of the start page.
        Name = "name",
        /// Which languages are offered.
        Languages = "languages",
        /// Who carries the initiative.
        Carriers = "carriers",
        /// Colours of its own.
        Colours = "colours",
        /// Who answers for the site.
        Imprint = "imprint",
        /// Facts of the accessibility statement.
        Accessibility = "accessibility",
        /// Whose name stands on mails, and how soon we answer.
        Mail = "mail",
        /// Which personal data are kept.
        Privacy = "privacy",
    }
}

impl SettingsSection {
    /// Its name in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Languages => "sprachen",
            Self::Carriers => "traeger",
            Self::Colours => "farben",
            Self::Imprint => "impressum",
            Self::Accessibility => "barrierefreiheit",
            Self::Mail => "post",
            Self::Privacy => "daten",
        }
    }

    /// The section with this name in addresses.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.slug() == slug)
    }

    /// The single values that it asks for.
    pub(super) fn asks(self) -> Vec<Ask> {
        match self {
            Self::Name => name(),
            Self::Languages => vec![Ask::new("/english", "english", Shape::Yes)],
            Self::Carriers | Self::Privacy => Vec::new(),
            Self::Colours => colours(),
            Self::Imprint => imprint(),
            Self::Accessibility => accessibility(),
            Self::Mail => vec![
                Ask::new("/mail/name", "mail-name", Shape::Line),
                Ask::new("/mail/address", "mail-address", Shape::Email),
                Ask::new("/replies/contact_days", "contact-days", Shape::Days).required(),
                Ask::new("/replies/barrier_days", "barrier-days", Shape::Days).required(),
            ],
        }
    }

    /// What it asks for as often as needed.
    pub(super) fn rows(self) -> Option<Rows> {
        match self {
            Self::Carriers => Some(Rows { at: "/carriers", key: "carrier", parts: &[] }),
            Self::Accessibility => {
                Some(Rows { at: "/accessibility/barriers", key: "barrier", parts: &["what", "reason", "alternative"] })
            }
            Self::Privacy => Some(Rows { at: "/privacy", key: "personal", parts: &["field", "purpose", "retention"] }),
            _ => None,
        }
    }

    /// Every place of the document that it may change.
    pub(super) fn places(self) -> Vec<String> {
        let rows = self.rows().map(|rows| rows.at.to_owned());
        self.asks().into_iter().map(|ask| ask.at).chain(rows).collect()
    }
}

fn name() -> Vec<Ask> {
    let mut asks = vec![Ask::new("/name", "name", Shape::Line).required()];
    asks.extend(both("/region", "region", Shape::Line, true));
    asks.extend(both("/motto", "motto", Shape::Line, true));
    asks.extend(both("/headline", "headline", Shape::Line, true));
    asks.extend(both("/lead", "lead", Shape::Text, true));
    asks.extend(both("/demonstration", "demonstration", Shape::Text, false));
    asks.push(Ask::new("/email", "email", Shape::Email).required());
    asks.push(Ask::new("/sign_language", "sign-language", Shape::Video));
    asks
}

fn colours() -> Vec<Ask> {
    let pair = |name: &str, key: &'static str| {
        [("light", Scheme::Light), ("dark", Scheme::Dark)]
            .map(|(shade, scheme)| Ask::new(format!("/colours/{name}/{shade}"), key, Shape::Colour(scheme)))
    };
    let mut asks = pair("thread", "colour-thread").to_vec();
    for number in 1..=6 {
        let of_field = pair(&format!("field_{number}"), "colour-field");
        asks.extend(of_field.map(|ask| ask.numbered(number)));
    }
    asks
}

/// What § 5 DDG and § 18 `MStV` ask for is required.
fn imprint() -> Vec<Ask> {
    let mut asks = vec![
        Ask::new("/imprint/name", "imprint-name", Shape::Line).required(),
        Ask::new("/imprint/address", "imprint-address", Shape::Lines).required(),
        Ask::new("/imprint/email", "imprint-email", Shape::Email).required(),
        Ask::new("/imprint/phone", "imprint-phone", Shape::Line),
    ];
    asks.extend(both("/imprint/representatives", "imprint-representatives", Shape::Line, true));
    asks.extend(both("/imprint/register", "imprint-register", Shape::Line, false));
    asks.push(Ask::new("/imprint/vat_id", "imprint-vat", Shape::Line));
    asks.extend(both("/imprint/responsible", "imprint-responsible", Shape::Line, true));
    asks
}

fn accessibility() -> Vec<Ask> {
    let mut asks = vec![
        Ask::new("/accessibility/regime", "regime", Shape::Choice(&["nrw", "bund", "bfsg"])).required(),
        Ask::new("/accessibility/conformity", "conformity", Shape::Choice(&["full", "partial", "none"])).required(),
        Ask::new("/accessibility/created", "created", Shape::Day).required(),
        Ask::new("/accessibility/reviewed", "reviewed", Shape::Day).required(),
    ];
    asks.extend(both("/accessibility/method", "method", Shape::Text, true));
    asks
}
