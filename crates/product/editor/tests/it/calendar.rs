//! The calendar of a month, and the list as a table.

use accounts::Role;
use axum::http::header;
use testing::TestApp;
use testing::editor::{begin_news, change, notice, press};

#[tokio::test]
async fn month_shows_events_on_their_days_scheduled_publications_and_what_has_no_day() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page("/redaktion/eintraege/kalender?monat=2018-09").await;
    let days = page.texts(".desk-calendar h3 .desk-day-words").into_iter().zip(page.texts(".desk-calendar h3 + ul"));
    let congress: Vec<String> =
        days.filter(|(_, lines)| lines.contains("Kongress ZukunftsBildung Ruhr 2018")).map(|(day, _)| day).collect();
    assert_eq!(congress, ["Donnerstag, 20. September 2018", "Freitag, 21. September 2018"]);
    let path = begin_news(&editor, "Morgen früh").await;
    notice(&press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9 Uhr")]).await);
    let page = editor.page("/redaktion/eintraege/kalender").await;
    let day = page.texts(".desk-calendar .is-publication");
    assert_eq!(day, ["Morgen früh wird um 09:00 Uhr veröffentlicht"]);
    let next = page.attributes(".pager a[rel=next]", "href").remove(0);
    assert_eq!(next, "/redaktion/eintraege/kalender?monat=2026-12");
    notice(&change(&editor, "veranstaltungen/kongress-2018", &[("matter.when", "September 2018")]).await);
    notice(&testing::editor::publish(&editor, "veranstaltungen/kongress-2018").await);
    let page = editor.page("/redaktion/eintraege/kalender?monat=2018-09").await;
    assert!(page.texts(".desk-vague li").iter().any(|line| line.starts_with("Kongress ZukunftsBildung Ruhr 2018")));
}

#[tokio::test]
async fn calendar_of_a_limited_person_holds_their_own_and_nonsense_is_this_month() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Vertrauliche Sache").await;
    notice(&press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9 Uhr")]).await);
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-4-vielfalt").await;
    for query in ["", "?monat=quark", "?monat=9999-12", "?monat=2026-11"] {
        let page = organiser.page(&format!("/redaktion/eintraege/kalender{query}")).await;
        assert!(page.texts(".desk-calendar h3").is_empty(), "{query}");
    }
}

#[tokio::test]
async fn table_holds_every_row_of_the_filters_and_no_formula() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    begin_news(&editor, "=cmd|' /C calc'!A0; \"nett\"").await;
    let reply = editor.get("/redaktion/eintraege/tabelle.csv").await;
    assert_eq!(reply.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(reply.header(header::CONTENT_DISPOSITION), "attachment; filename=\"eintraege.csv\"");
    let text = String::from_utf8(reply.bytes.clone()).unwrap();
    assert!(text.starts_with("\u{feff}\"Titel\";\"Art\";\"Stand\";"));
    assert_eq!(text.lines().count(), 1 + 128);
    assert!(text.contains("\"'=cmd|' /C calc'!A0; \"\"nett\"\"\";\"Meldung\";\"Entwurf\""), "{text}");
    let reply = editor.get("/redaktion/eintraege/tabelle.csv?stand=draft").await;
    assert_eq!(String::from_utf8(reply.bytes.clone()).unwrap().lines().count(), 2);

    let page = editor.page("/redaktion/eintraege?art=event").await;
    let boxes = page.attributes(".desk-table tbody input", "value");
    let form = [("eintrag", boxes[0].as_str()), ("eintrag", boxes[1].as_str()), ("do", "tabelle")];
    let reply = editor.post("/redaktion/eintraege/auswahl", &form).await;
    assert_eq!(String::from_utf8(reply.bytes.clone()).unwrap().lines().count(), 3);
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-4-vielfalt").await;
    let reply = organiser.get("/redaktion/eintraege/tabelle.csv").await;
    assert_eq!(String::from_utf8(reply.bytes.clone()).unwrap().lines().count(), 2);
}
