//! The words of a claim in each language.

use super::{Amount, Claim, ClaimKind, Number, Qualifier, Unit};
use base::Locale;
use base::words;

pub(super) fn claim(claim: &Claim, locale: Locale) -> String {
    let unit = unit(claim.unit, claim.amount == Amount::Value(Number::ONE), locale);
    let qualifier = qualifier(claim.qualifier, locale);
    match claim.amount {
        Amount::Value(value) => format!("{qualifier}{} {unit}", number(value, locale)),
        Amount::Range { min, max } => {
            let to = if locale == Locale::En { "to" } else { "bis" };
            format!("{qualifier}{} {to} {} {unit}", number(min, locale), number(max, locale))
        }
        Amount::None => format!("{qualifier}{unit}"),
    }
}

pub(super) const fn kind(kind: ClaimKind, locale: Locale) -> &'static str {
    let [german, english] = match kind {
        ClaimKind::Planned => ["geplant", "planned"],
        ClaimKind::Expected => ["erwartet", "expected"],
        ClaimKind::Registered => ["angemeldet", "registered"],
        ClaimKind::Attended => ["teilgenommen", "attended"],
        ClaimKind::Counted => ["gezählt", "counted"],
        ClaimKind::Estimated => ["geschätzt", "estimated"],
        ClaimKind::Reported => ["berichtet", "reported"],
    };
    match locale {
        Locale::En => english,
        Locale::De | Locale::Easy => german,
    }
}

/// A number with the marks of the language: `40.000`, `1,5`; in English `40,000`, `1.5`.
fn number(value: Number, locale: Locale) -> String {
    let (whole, tenth) = value.digits();
    let whole = words::number(i64::try_from(whole).unwrap_or(i64::MAX), locale);
    match (tenth, locale) {
        (0, _) => whole,
        (_, Locale::En) => format!("{whole}.{tenth}"),
        (_, Locale::De | Locale::Easy) => format!("{whole},{tenth}"),
    }
}

/// The words before the amount, with a blank behind them.
const fn qualifier(qualifier: Qualifier, locale: Locale) -> &'static str {
    let [german, english, easy] = match qualifier {
        Qualifier::Exact => ["", "", ""],
        Qualifier::About => ["rund ", "about ", "ungefähr "],
        Qualifier::AtLeast => ["mindestens ", "at least ", "mindestens "],
        Qualifier::MoreThan => ["mehr als ", "more than ", "mehr als "],
        Qualifier::Hundreds => ["Hunderte ", "hundreds of ", "mehrere Hundert "],
    };
    match locale {
        Locale::De => german,
        Locale::En => english,
        Locale::Easy => easy,
    }
}

const fn unit(unit: Unit, one: bool, locale: Locale) -> &'static str {
    let [german, german_many, english, english_many] = match unit {
        Unit::People => ["Person", "Personen", "person", "people"],
        Unit::Events => ["Veranstaltung", "Veranstaltungen", "event", "events"],
        Unit::Towns => ["Stadt", "Städte", "town", "towns"],
        Unit::Partners => ["Partner", "Partner", "partner", "partners"],
        Unit::Projects => ["Projekt", "Projekte", "project", "projects"],
        Unit::Schools => ["Schule", "Schulen", "school", "schools"],
        Unit::Days => ["Tag", "Tage", "day", "days"],
        Unit::Inhabitants => {
            ["Einwohnerin oder Einwohner", "Einwohnerinnen und Einwohner", "inhabitant", "inhabitants"]
        }
        Unit::Cities => ["kreisfreie Stadt", "kreisfreie Städte", "city", "cities"],
        Unit::Districts => ["Kreis", "Kreise", "district", "districts"],
        Unit::Municipalities => ["Kommune", "Kommunen", "municipality", "municipalities"],
        Unit::Fields => ["Handlungsfeld", "Handlungsfelder", "field of action", "fields of action"],
        Unit::Kitas => ["Kita", "Kitas", "kita", "kitas"],
        Unit::Universities => ["Hochschule", "Hochschulen", "university", "universities"],
        Unit::Companies => ["Unternehmen", "Unternehmen", "company", "companies"],
        Unit::Children => ["Kind", "Kinder", "child", "children"],
        Unit::Pupils => ["Schülerin oder Schüler", "Schülerinnen und Schüler", "pupil", "pupils"],
        Unit::Teachers => ["Lehrkraft", "Lehrkräfte", "teacher", "teachers"],
        Unit::Registrations => ["Anmeldung", "Anmeldungen", "registration", "registrations"],
        Unit::Ideas => ["Projektidee", "Projektideen", "project idea", "project ideas"],
        Unit::Agreements => ["Verabredung", "Verabredungen", "agreement", "agreements"],
        Unit::Euros => ["Euro", "Euro", "euro", "euros"],
    };
    match (locale, one) {
        (Locale::En, true) => english,
        (Locale::En, false) => english_many,
        (Locale::De | Locale::Easy, true) => german,
        (Locale::De | Locale::Easy, false) => german_many,
    }
}
