//! A missing date is a gap that is told; of a kind to which no date belongs, nothing is missing.

use testing::TestApp;

#[tokio::test]
async fn missing_date_is_told_only_where_a_date_belongs() {
    let app = TestApp::new().await;
    let hits = app.page("/suche?q=ruhr").await.texts(".search-kind");
    assert!(hits.contains(&"Projekt Zeit nicht überliefert".to_owned()), "{hits:?}");
    let steps = app.page("/veranstaltungen/auftakt-2017").await.texts(".path-kind");
    for (lines, kind) in [(&hits, "Organisation"), (&hits, "Seite"), (&steps, "Handlungsfeld")] {
        let of_kind: Vec<&String> = lines.iter().filter(|line| line.starts_with(kind)).collect();
        assert!(!of_kind.is_empty() && of_kind.iter().all(|line| *line == kind), "{of_kind:?}");
    }
}
