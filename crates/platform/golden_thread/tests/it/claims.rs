//! Numbers that contradict each other stand side by side, each with its kind and its source.

use testing::{Page, TestApp};

/// Value, kind and source of every number on a page.
fn claims(page: &Page) -> Vec<String> {
    page.texts("section[aria-labelledby='claims'] .claim")
}

#[tokio::test]
async fn contradicting_numbers_of_the_congress_stand_side_by_side() {
    let app = TestApp::new().await;
    let page = app.page("/veranstaltungen/kongress-2018").await;
    let shown = claims(&page);
    assert_eq!(shown.len(), 10, "{shown:#?}");
    for (value, kind, source) in [
        ("rund 500 Personen", "geplant", "metropoleruhr.de"),
        ("mehr als 500 Personen", "erwartet", "ruhrfutur.de"),
        ("mehr als 600 Personen", "erwartet", "September 2018"),
        ("700 Personen", "angemeldet", "September 2018"),
        ("rund 500 Personen", "teilgenommen", "21. September 2018"),
        ("rund 600 Personen", "teilgenommen", "2020"),
        ("rund 600 Personen", "teilgenommen", ""),
        ("mehr als 600 Personen", "teilgenommen", "i-r.de"),
        ("1,5 Tage", "geplant", ""),
        ("2 Tage", "berichtet", ""),
    ] {
        let found =
            shown.iter().any(|claim| claim.starts_with(value) && claim.contains(kind) && claim.contains(source));
        assert!(found, "{value}, {kind}, {source} is missing in {shown:#?}");
    }
    assert!(page.source.contains("Die Quellen nennen verschiedene Zahlen. Wir zeigen alle."));
    assert_eq!(page.texts("section[aria-labelledby='claims'] .claim-source").len(), 10, "every number has its source");
}

#[tokio::test]
async fn numbers_are_shown_in_english_too() {
    let app = TestApp::new().await;
    let shown = claims(&app.page("/en/veranstaltungen/kongress-2018").await);
    assert!(shown.iter().any(|claim| claim.starts_with("about 500 people") && claim.contains("planned")), "{shown:#?}");
    assert!(shown.iter().any(|claim| claim.starts_with("1.5 days")), "{shown:#?}");
}

#[tokio::test]
async fn single_number_is_not_said_to_contradict_anything() {
    let app = TestApp::new().await;
    let page = app.page("/veranstaltungen/auftakt-2017").await;
    assert_eq!(claims(&page).len(), 1);
    assert!(!page.source.contains("Die Quellen nennen verschiedene Zahlen"));
}
