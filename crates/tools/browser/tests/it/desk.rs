//! The desk: every kind of its pages, for an administrator.
//!
//! These pages are not public, so the accessibility statement does not cover them; they are held to the
//! same rules.

use std::collections::BTreeSet;

use browser::checks::{axe, fit, targets};
use browser::{Browser, Media, Visit, Window};
use newsroom::checked::Finding;

/// Routes of the desk that answer with something other than a page.
const NO_PAGE: [&str; 6] = [
    "/redaktion/eintraege/tabelle.csv",
    "/redaktion/eintraege/vorschlaege",
    "/redaktion/personen/vorschlaege",
    "/redaktion/verstanden",
    "/redaktion/medien/{slug}/bild/{file}",
    "/redaktion/medien/{slug}/datei/{name}",
];

/// Nouns for changes: these routes only accept forms.
const TAKES: [&str; 42] = [
    "/ablage",
    "/abmeldungen",
    "/abschluss",
    "/anmeldelink",
    "/antwort",
    "/anwesenheit",
    "/aufhebung",
    "/auswahl",
    "/entfernung",
    "/entzug",
    "/erledigung",
    "/ersatz",
    "/folgejahr",
    "/frage",
    "/freigabe",
    "/kopie",
    "/loeschung",
    "/notiz",
    "/notizen",
    "/passkeys",
    "/passwort",
    "/probe",
    "/pruefung",
    "/rueckgabe",
    "/rueckkehr",
    "/ruecknahme",
    "/sammelaktionen",
    "/sperre",
    "/textvorschau",
    "/uebernahme",
    "/umkehr",
    "/unbegruendet",
    "/verwerfung",
    "/verzicht",
    "/vorlage",
    "/weitergabe",
    "/wiederaufnahme",
    "/wiederherstellung",
    "/wiederholung",
    "/zustaendigkeit",
    "/zwischendurch",
    "/zwischenstand",
];

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_the_desk_violates_a_rule_by_day_or_by_night() {
    let visit = Visit::start_at_desk().await;
    axe::install(&visit.browser).await;
    for media in [Media::Light, Media::Dark] {
        visit.browser.show(media).await;
        look(&visit, axe::violations).await;
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_desk_fits_into_a_narrow_window_and_under_a_finger() {
    let visit = Visit::start_at_desk().await;
    visit.browser.resize(Window::NARROW).await;
    look(&visit, fit).await;
    visit.browser.resize(Window::PHONE).await;
    look(&visit, targets).await;
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_desk_is_on_the_list() {
    let visit = Visit::start_at_desk().await;
    let listed: BTreeSet<&str> = visit.pages().iter().map(|page| page.kind.trim_end_matches('?')).collect();
    let is_missing = |route: &&String| {
        let is_of_desk = route.starts_with("/redaktion") && !NO_PAGE.contains(&route.as_str());
        is_of_desk && !TAKES.iter().any(|end| route.ends_with(end)) && !listed.contains(route.as_str())
    };
    let missing: Vec<&String> = visit.application.routes.iter().filter(is_missing).collect();
    assert!(missing.is_empty(), "no link leads to {missing:?}");
    visit.end().await;
}

async fn look(visit: &Visit, check: impl AsyncFn(&Browser) -> Vec<String>) {
    let (_, findings): (usize, Vec<Finding>) = visit.look(check).await;
    assert!(findings.is_empty(), "{findings:#?}");
}
