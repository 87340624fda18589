//! The fields of the settings.

use desk_kit::form::{Part, Place};
use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input};
use web::initiative::Scheme::{Dark, Light};

use super::logo::{DARK, LIGHT};
use super::section::SettingsSection;
use super::shapes::{ColourOf, DAY, DAYS};

/// Most characters of a line.
const LINE: usize = 300;
/// Most characters of a text.
const TEXT: usize = 2_000;

impl SettingsSection {
    /// The form of the section, in groups; one that is short or a single list is one group.
    pub(super) fn parts(self) -> Vec<Part> {
        let part = |&(id, title, inputs): &Group| {
            let places = inputs.iter().map(|input| Place { root: "", input }).collect();
            Part { id, title, places, folds: false }
        };
        self.groups().iter().map(part).collect()
    }

    fn groups(self) -> &'static [Group] {
        match self {
            Self::Name => &[
                ("initiative", "settings-part-initiative", NAME),
                ("start", "settings-part-start", START),
                ("reach", "settings-part-reach", REACH),
            ],
            Self::Logo => &[("text", "settings-section", LOGO)],
            Self::Languages => &[("text", "settings-section", LANGUAGES)],
            Self::Carriers => &[("text", "settings-section", CARRIERS)],
            Self::Colours => &[("text", "settings-section", COLOURS)],
            Self::Imprint => &[
                ("provider", "settings-part-provider", PROVIDER),
                ("responsible", "settings-part-responsible", RESPONSIBLE),
            ],
            Self::Accessibility => &[
                ("law", "settings-part-law", LAW),
                ("test", "settings-part-test", TEST),
                ("barriers", "settings-part-barriers", BARRIERS),
            ],
            Self::Mail => {
                &[("sender", "settings-part-sender", SENDER), ("deadlines", "settings-part-deadlines", DEADLINES)]
            }
            Self::Privacy => &[("text", "settings-section", PRIVACY)],
        }
    }
}

/// Fields that belong together: the id of their part, the key of its title, and the fields.
type Group = (&'static str, &'static str, &'static [Input]);

const fn line(key: &'static str, label: &'static str) -> Input {
    Input::new(key, label, Asks::Line).at_most(LINE)
}

const fn pair(key: &'static str, label: &'static str) -> Input {
    Input::new(key, label, Asks::Localized).at_most(LINE)
}

const fn texts(key: &'static str, label: &'static str) -> Input {
    Input::new(key, label, Asks::LocalizedText).at_most(TEXT)
}

const NAME: &[Input] = &[
    line("name", "setting-name").required(),
    pair("region", "setting-region").required(),
    pair("motto", "setting-motto").required(),
];

const START: &[Input] = &[
    pair("headline", "setting-headline").required(),
    texts("lead", "setting-lead").required(),
    texts("demonstration", "setting-demonstration").hinted("setting-demonstration-hint"),
];

const REACH: &[Input] = &[
    Input::new("email", "setting-email", Asks::Email).required(),
    Input::new("sign_language", "setting-sign-language", Asks::Video).hinted("setting-video-hint"),
];

const LOGO: &[Input] = &[
    Input::new(LIGHT, "setting-logo", Asks::Picture).hinted("setting-logo-hint"),
    Input::new(DARK, "setting-logo-dark", Asks::Picture).hinted("setting-logo-dark-hint"),
];

const LANGUAGES: &[Input] = &[Input::new("english", "setting-english", Asks::Flag).hinted("setting-english-hint")];

const CARRIERS: &[Input] =
    &[Input::new("carriers", "setting-carriers", Asks::Slugs(Kind::BODY)).hinted("setting-carriers-hint")];

/// The two shades of a colour: its key in the document, the keys of both shades, its label, its number.
macro_rules! shades {
    ($( $name:literal $label:literal $number:expr ),+ $(,)?) => {
        &[$(
            Input::new(
                concat!("colours.", $name, ".light"),
                $label,
                Asks::Shaped(&ColourOf { name: $name, number: $number, scheme: Light }),
            )
            .hinted("setting-colour-hint-light"),
            Input::new(
                concat!("colours.", $name, ".dark"),
                $label,
                Asks::Shaped(&ColourOf { name: $name, number: $number, scheme: Dark }),
            )
            .hinted("setting-colour-hint-dark"),
        )+]
    };
}

pub(super) const COLOURS: &[Input] = shades![
    "thread" "setting-colour-thread" None,
    "field_1" "setting-colour-field" Some(1),
    "field_2" "setting-colour-field" Some(2),
    "field_3" "setting-colour-field" Some(3),
    "field_4" "setting-colour-field" Some(4),
    "field_5" "setting-colour-field" Some(5),
    "field_6" "setting-colour-field" Some(6),
];

/// The facts that § 5 DDG and § 18 `MStV` ask for are required.
const PROVIDER: &[Input] = &[
    line("imprint.name", "setting-imprint-name").required(),
    Input::new("imprint.address", "setting-imprint-address", Asks::Lines)
        .at_most(TEXT)
        .required()
        .hinted("setting-address-hint"),
    Input::new("imprint.email", "setting-imprint-email", Asks::Email).required(),
    line("imprint.phone", "setting-imprint-phone"),
];

const RESPONSIBLE: &[Input] = &[
    pair("imprint.representatives", "setting-imprint-representatives").required(),
    pair("imprint.register", "setting-imprint-register"),
    line("imprint.vat_id", "setting-imprint-vat"),
    pair("imprint.responsible", "setting-imprint-responsible").required(),
];

const LAW: &[Input] = &[
    Input::new(
        "accessibility.regime",
        "setting-regime",
        Asks::Choice(|word| format!("setting-regime-{word}"), || vec!["nrw", "bund", "bfsg"]),
    )
    .required(),
    Input::new(
        "accessibility.conformity",
        "setting-conformity",
        Asks::Choice(|word| format!("setting-conformity-{word}"), || vec!["full", "partial", "none"]),
    )
    .required(),
];

const TEST: &[Input] = &[
    Input::new("accessibility.created", "setting-created", Asks::Shaped(&DAY)).required().hinted("setting-day-hint"),
    Input::new("accessibility.reviewed", "setting-reviewed", Asks::Shaped(&DAY)).required().hinted("setting-day-hint"),
    texts("accessibility.method", "setting-method").required(),
];

const BARRIERS: &[Input] = &[Input::new("accessibility.barriers", "setting-barriers", Asks::Rows(BARRIER))];

const BARRIER: &[Input] = &[
    texts("what", "setting-barrier-what").required(),
    texts("reason", "setting-barrier-reason").required(),
    texts("alternative", "setting-barrier-alternative").required(),
];

const SENDER: &[Input] = &[
    line("mail.name", "setting-mail-name").hinted("setting-mail-name-hint"),
    Input::new("mail.address", "setting-mail-address", Asks::Email).hinted("setting-mail-address-hint"),
];

const DEADLINES: &[Input] = &[
    Input::new("replies.contact_days", "setting-contact-days", Asks::Shaped(&DAYS)).required(),
    Input::new("replies.barrier_days", "setting-barrier-days", Asks::Shaped(&DAYS)).required(),
];

const PRIVACY: &[Input] = &[Input::new("privacy", "setting-privacy", Asks::Rows(PERSONAL))];

const PERSONAL: &[Input] = &[
    texts("field", "setting-personal-field").required(),
    texts("purpose", "setting-personal-purpose").required(),
    texts("retention", "setting-personal-retention").required(),
];
