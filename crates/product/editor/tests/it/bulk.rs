//! Acts on many entries: each with its rights and its outcome, the rest in the background, and one press that undoes them.

use accounts::Role;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use testing::editor::{begin_news, change, notice, press, publish};
use testing::{Page, Someone, TestApp};

const LIST: &str = "/redaktion/eintraege";

/// The values of the boxes of these titles in a view.
async fn boxes(person: &Someone<'_>, query: &str, titles: &[&str]) -> Vec<String> {
    let page = person.page(&format!("{LIST}?{query}")).await;
    let all = page.texts(".desk-table tbody th").into_iter().zip(page.attributes(".desk-table tbody input", "value"));
    all.filter(|(title, _)| titles.contains(&title.as_str())).map(|(_, value)| value).collect()
}

/// Ticks entries, chooses an act and carries it out; gives the page of the act.
async fn act(person: &Someone<'_>, ticked: &[String], kind: &str, fields: &[(&str, &str)]) -> (String, Page) {
    let mut form: Vec<(&str, &str)> = ticked.iter().map(|value| ("eintrag", value.as_str())).collect();
    form.push(("do", kind));
    let asked = person.post(&format!("{LIST}/auswahl"), &form).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert_eq!(asked.page().attributes(".desk-list input", "value").len(), ticked.len());
    form.extend(fields);
    form.push(("ende", "ja"));
    let reply = person.post(&format!("{LIST}/sammelaktionen"), &form).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let path = reply.header(header::LOCATION).to_owned();
    let page = person.page(&path).await;
    (path, page)
}

/// The outcome of an entry on the page of an act.
fn outcome(page: &Page, title: &str) -> String {
    let titles = page.texts(".desk-table tbody th");
    let place = titles.iter().position(|other| other == title).unwrap();
    page.texts(".desk-table tbody td").remove(place)
}

async fn status(app: &TestApp, slug: &str) -> StatusCode {
    app.get(&format!("/aktuelles/{slug}")).await.status
}

#[tokio::test]
async fn ticked_entries_are_published_withdrawn_and_one_press_undoes_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for title in ["Erstens", "Zweitens"] {
        begin_news(&editor, title).await;
    }
    let ticked = boxes(&editor, "stand=draft", &["Erstens", "Zweitens"]).await;
    let (path, page) = act(&editor, &ticked, "veroeffentlichen", &[]).await;
    assert_eq!(page.texts(".desk-main [role=status] li"), ["erledigt: 2"]);
    assert_eq!((status(&app, "erstens").await, status(&app, "zweitens").await), (StatusCode::OK, StatusCode::OK));
    assert_eq!(app.page("/suche?q=Zweitens").await.texts(".search-title")[0], "Zweitens");

    let undone = editor.post_and_follow(&format!("{path}/umkehr"), &[]).await;
    assert_eq!(undone.texts(".desk-main [role=status] li"), ["rückgängig gemacht: 2"]);
    assert_eq!(status(&app, "erstens").await, StatusCode::NOT_FOUND);
    assert!(!app.page("/suche?q=Zweitens").await.texts(".search-title").contains(&"Zweitens".to_owned()));
    let again = editor.post(&format!("{path}/umkehr"), &[]).await;
    assert_eq!(notice(&again), "vorbei");

    act(&editor, &ticked, "veroeffentlichen", &[]).await;
    let reason = [("grund", "Der Termin war falsch.")];
    let (path, _) = act(&editor, &ticked, "zuruecknehmen", &reason).await;
    let gone = app.get("/aktuelles/erstens").await;
    assert_eq!((gone.status, gone.page().text(".lead")), (StatusCode::GONE, "Der Termin war falsch.".to_owned()));
    editor.post_and_follow(&format!("{path}/umkehr"), &[]).await;
    assert_eq!(status(&app, "erstens").await, StatusCode::OK);
    let lines = app.number("SELECT COUNT(*) FROM audit WHERE deed IN ('published', 'withdrawn')").await;
    assert_eq!(lines, 2 * 5, "each entry has a line for each act");
}

#[tokio::test]
async fn what_cannot_be_done_says_why_and_holds_up_nothing() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    begin_news(&editor, "Gut").await;
    let noted = begin_news(&editor, "Lücke").await;
    notice(&change(&editor, &noted, &[("body", "Siehe [hier](/veranstaltungen/gibts-nicht).")]).await);
    let newer = begin_news(&editor, "Neuer").await;
    let public = begin_news(&editor, "Schon da").await;
    notice(&publish(&editor, &public).await);
    let ticked = boxes(&editor, "person=ich", &["Gut", "Lücke", "Neuer", "Schon da"]).await;
    notice(&change(&editor, &newer, &[("body", "Von jemand anderem.")]).await);
    let (_, page) = act(&editor, &ticked, "veroeffentlichen", &[]).await;
    assert_eq!(outcome(&page, "Gut"), "erledigt");
    assert!(outcome(&page, "Lücke").contains("Hinweise"));
    assert!(outcome(&page, "Neuer").contains("inzwischen geändert"));
    assert_eq!(outcome(&page, "Schon da"), "nichts zu tun");
    let (_, page) = act(&editor, &ticked, "veroeffentlichen", &[("trotzdem", "ja")]).await;
    assert_eq!(outcome(&page, "Lücke"), "erledigt");

    let form = [("eintrag", ticked[0].as_str()), ("do", "zuruecknehmen"), ("grund", " "), ("ende", "ja")];
    let refused = editor.post(&format!("{LIST}/sammelaktionen"), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.page().attributes(".desk-list input", "value"), [ticked[0].clone()]);
    let nothing = editor.post(&format!("{LIST}/auswahl"), &[("do", "veroeffentlichen"), ("auswahl", "art=news")]).await;
    assert!(nothing.header(header::LOCATION).ends_with("?art=news&hinweis=nichts"));
}

#[tokio::test]
async fn field_of_action_is_added_to_all_and_taken_away_again_but_not_from_what_was_changed_since() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let one = begin_news(&editor, "Erstens").await;
    let other = begin_news(&editor, "Zweitens").await;
    notice(&publish(&editor, &one).await);
    let ticked = boxes(&editor, "person=ich", &["Erstens", "Zweitens"]).await;
    let (path, page) = act(&editor, &ticked, "feld", &[("feld", "vielfalt")]).await;
    assert_eq!(page.texts(".desk-main [role=status] li"), ["erledigt: 2"]);
    let of_field = boxes(&editor, "feld=vielfalt&art=news", &["Erstens", "Zweitens"]).await;
    assert_eq!(of_field.len(), 2);
    let fields = "SELECT COUNT(*) FROM entry_fields f JOIN entries e ON e.id = f.entry_id \
         WHERE e.slug = 'erstens' AND e.state = 'published'";
    assert_eq!(app.number(fields).await, 1, "the public sees it, because it saw the version before");
    notice(&change(&editor, &other, &[("body", "Noch etwas.")]).await);
    let undone = editor.post_and_follow(&format!("{path}/umkehr"), &[]).await;
    assert_eq!(outcome(&undone, "Erstens"), "rückgängig gemacht");
    assert!(outcome(&undone, "Zweitens").contains("inzwischen geändert"));
    assert_eq!(app.number(fields).await, 0);
    assert_eq!(boxes(&editor, "feld=vielfalt&art=news", &["Erstens", "Zweitens"]).await.len(), 1);
}

#[tokio::test]
async fn all_of_a_selection_are_seen_to_in_the_background_with_the_rights_of_the_person() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let asked = editor
        .post(&format!("{LIST}/auswahl"), &[("do", "zuruecknehmen"), ("alle", "ja"), ("auswahl", "art=event")])
        .await
        .page();
    let mut ticked = asked.attributes(".desk-list input", "value");
    assert_eq!(ticked.len(), 19);
    ticked.extend(editor.page(&format!("{LIST}?art=question")).await.attributes(".desk-table tbody input", "value"));
    let all = app.number("SELECT COUNT(*) FROM entries WHERE kind IN ('event', 'question')").await;
    assert!(all > 20 && ticked.len() == usize::try_from(all).unwrap(), "{all}");
    let (path, page) = act(&editor, &ticked, "zuruecknehmen", &[("grund", "Zur Probe.")]).await;
    assert!(page.source.contains("noch in Arbeit"));
    assert!(page.texts("button").iter().all(|text| text != "Alles rückgängig machen"), "not before it is over");
    app.settle().await;
    let page = editor.page(&path).await;
    assert_eq!(page.texts(".desk-main [role=status] li"), [format!("erledigt: {all}")]);
    editor.post(&format!("{path}/umkehr"), &[]).await;
    app.settle().await;
    assert_eq!(
        app.number("SELECT COUNT(*) FROM entries WHERE kind IN ('event', 'question') AND state = 'published'").await,
        all
    );

    let facilitator = app.limited(Role::Facilitator, "veranstaltungen/forum-4-vielfalt").await;
    let own = facilitator.page(LIST).await;
    let values = own.attributes(".desk-table tbody input", "value");
    let (_, page) = act(&facilitator, &values, "zuruecknehmen", &[("grund", "x")]).await;
    assert!(page.texts(".desk-main [role=status] li")[0].starts_with("nicht erledigt: Dafür fehlt Ihnen eine Rolle"));
    let mut foreign: Vec<(&str, &str)> = ticked.iter().map(|value| ("eintrag", value.as_str())).collect();
    foreign.extend([("do", "zuruecknehmen"), ("grund", "x"), ("ende", "ja")]);
    let page = facilitator.post_and_follow(&format!("{LIST}/sammelaktionen"), &foreign).await;
    assert!(page.texts(".desk-table tbody th").is_empty(), "and learns no titles");
    assert_eq!(facilitator.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn act_is_undone_within_a_day_and_forgotten_after_thirty() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    begin_news(&editor, "Gestern").await;
    let ticked = boxes(&editor, "stand=draft", &["Gestern"]).await;
    let (path, _) = act(&editor, &ticked, "veroeffentlichen", &[]).await;
    app.clock.advance(SignedDuration::from_hours(24));
    let mut editor = editor;
    editor.cookie = app.sign_in(&editor.email).await;
    assert_eq!(notice(&editor.post(&format!("{path}/umkehr"), &[]).await), "vorbei");
    assert_eq!(status(&app, "gestern").await, StatusCode::OK);
    app.clock.advance(SignedDuration::from_hours(24 * 30));
    app.run_due_jobs().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM bulk_items").await, 0);
}

#[tokio::test]
async fn scheduled_entry_that_is_published_with_others_waits_no_more() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Geplant").await;
    notice(&press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9 Uhr")]).await);
    let ticked = boxes(&editor, "stand=scheduled", &["Geplant"]).await;
    act(&editor, &ticked, "veroeffentlichen", &[]).await;
    assert_eq!(status(&app, "geplant").await, StatusCode::OK);
    assert!(boxes(&editor, "stand=scheduled", &["Geplant"]).await.is_empty());
    app.clock.advance(SignedDuration::from_hours(48));
    app.settle().await;
}
