//! The flash messages of this room.

use web::Notices;

/// The sign-in page.
pub(super) const SIGN_IN: Notices = Notices { done: &[("abgemeldet", "sign-in-signed-out")], refused: &[] };

/// The page of one's own account.
pub(super) const ACCOUNT: Notices = Notices {
    done: &[
        ("adresse", "notice-eigene-adresse"),
        ("adresse-unterwegs", "notice-adresse-unterwegs"),
        ("angaben", "notice-angaben"),
        ("ohne-passkey", "notice-ohne-passkey"),
        ("ohne-passwort", "notice-ohne-passwort"),
        ("passkey", "notice-passkey"),
        ("passwort", "notice-passwort"),
        ("sitzung", "notice-sitzung"),
    ],
    refused: &[("adresse-vergeben", "person-email-taken")],
};

/// The list of people.
pub(super) const PEOPLE: Notices = Notices { done: &[("geloescht", "notice-geloescht")], refused: &[] };

/// The page of a person.
pub(super) const PERSON: Notices = Notices {
    done: &[
        ("adresse", "notice-adresse"),
        ("angaben", "notice-angaben"),
        ("eingeladen", "notice-eingeladen"),
        ("entzogen", "notice-entzogen"),
        ("erteilt", "notice-erteilt"),
        ("freigegeben", "notice-freigegeben"),
        ("gesperrt", "notice-gesperrt"),
        ("link", "notice-link"),
    ],
    refused: &[("letzte", "notice-letzte"), ("schon", "notice-schon"), ("selbst", "notice-selbst")],
};
