//! Data that is derived from an entry follows it: numbers on cards, withdrawn links, circles, names.

use accounts::Role;
use axum::http::{StatusCode, header};

use base::Locale;
use golden_thread::store::steps_of;
use golden_thread::{EntryId, Side};
use testing::editor::{begin_news, change, notice, press};
use testing::{Reply, Sheet, Someone, TestApp};

const FIELD: &str = "handlungsfelder/vielfalt";

fn is_saved(reply: &Reply) {
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
}

/// One half of a circle.
fn half(to: &str) -> [(&str, &str); 3] {
    [("matter.links.zahl", "1"), ("matter.links.0.relation", "led_to"), ("matter.links.0.to", to)]
}

async fn publish(editor: &Someone<'_>, path: &str) {
    is_saved(&press(editor, path, "veroeffentlichen", &[]).await);
}

#[tokio::test]
async fn entries_of_a_field_follow_its_new_number() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let of_field = "FROM entries e JOIN entry_fields t ON t.entry_id = e.id JOIN entries f ON f.id = t.field_id \
         WHERE f.slug = 'vielfalt' AND (SELECT COUNT(*) FROM entry_fields o WHERE o.entry_id = e.id) = 1";
    let tied = app.number(&format!("SELECT COUNT(*) {of_field}")).await;
    let numbered = |number: i64| format!("SELECT COUNT(*) {of_field} AND e.lane = {number}");
    let before = app.number("SELECT number FROM entries WHERE kind = 'field' AND slug = 'vielfalt'").await;
    assert!(tied > 1 && app.number(&numbered(before)).await == tied);
    is_saved(&change(&editor, FIELD, &[("matter.number", "9")]).await);
    assert_eq!(app.number(&numbered(before)).await, tied, "the public sees the old number until it is published");
    publish(&editor, FIELD).await;
    assert_eq!(app.number(&numbered(9)).await, tied);
}

#[tokio::test]
async fn link_that_is_taken_back_and_said_anew_in_one_save_is_both() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let news = begin_news(&editor, "Zweimal gesagt").await;
    let said = [
        ("matter.links.zahl", "1"),
        ("matter.links.0.relation", "part_of"),
        ("matter.links.0.to", "veranstaltungen/kongress-2018"),
        ("matter.links.0.when", "2018"),
    ];
    is_saved(&change(&editor, &news, &said).await);
    let links = "FROM links k JOIN entries e ON e.id = k.from_id WHERE e.slug = 'zweimal-gesagt'";
    assert_eq!(app.number(&format!("SELECT COUNT(*) {links}")).await, 1);
    let again = [
        ("matter.links.zahl", "2"),
        ("matter.links.0.withdrawn_why", "Das Jahr war falsch."),
        ("matter.links.1.relation", "part_of"),
        ("matter.links.1.to", "veranstaltungen/kongress-2018"),
        ("matter.links.1.when", "2019"),
    ];
    is_saved(&change(&editor, &news, &again).await);
    let withdrawn = app.number(&format!("SELECT COUNT(*) {links} AND k.withdrawn_at IS NOT NULL")).await;
    let standing = app.number(&format!("SELECT COUNT(*) {links} AND k.withdrawn_at IS NULL")).await;
    assert_eq!((withdrawn, standing), (1, 1));
    is_saved(&change(&editor, &news, &[("matter.summary", "Noch einmal gespeichert.")]).await);
    let all = app.number(&format!("SELECT COUNT(*) {links}")).await;
    assert_eq!(all, 2, "saving once more changes nothing");
}

#[tokio::test]
async fn two_who_save_at_once_close_no_circle() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for round in 0..8 {
        let (one, other) = (format!("Erste {round}"), format!("Zweite {round}"));
        let (one, other) = (begin_news(&editor, &one).await, begin_news(&editor, &other).await);
        let (first, second) = (half(&other), half(&one));
        let (first, second) = tokio::join!(change(&editor, &one, &first), change(&editor, &other, &second));
        let mut answers = [first.status, second.status];
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY], "round {round}");
    }
}

/// The asserters of the links that lead to an agreement.
async fn asserters(app: &TestApp, locale: Locale) -> Vec<Option<String>> {
    let id = app.uuid("SELECT id FROM entries WHERE slug = 'bildungspartnerschaften-mit-eltern'").await;
    let mut reader = app.db.db.read().await.unwrap();
    let ids = [EntryId(id)];
    let steps = steps_of(&mut reader.conn(), locale, &ids, Side::Origin, 10).await.unwrap();
    steps.into_values().flatten().map(|step| step.asserted_by).collect()
}

#[tokio::test]
async fn who_asserts_a_link_is_named_in_the_language_that_is_read_and_only_if_public() {
    let app = TestApp::new().await;
    let named = |name: &'static str| move |asserter: &Option<String>| asserter.as_deref() == Some(name);
    assert!(asserters(&app, Locale::De).await.iter().any(named("RuhrFutur")));
    app.execute(
        "UPDATE entry_texts SET title = 'RuhrFutur in English' WHERE locale = 'en' \
         AND entry_id = (SELECT id FROM entries WHERE kind = 'body' AND slug = 'ruhrfutur')",
    )
    .await;
    assert!(asserters(&app, Locale::En).await.iter().any(named("RuhrFutur in English")));
    assert!(asserters(&app, Locale::De).await.iter().any(named("RuhrFutur")));
    app.execute("UPDATE entries SET state = 'draft' WHERE kind = 'body' AND slug = 'ruhrfutur'").await;
    assert!(!asserters(&app, Locale::De).await.iter().any(named("RuhrFutur")));
}

#[tokio::test]
async fn event_lies_neither_in_itself_nor_in_one_of_its_parts() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (congress, forum) = ("veranstaltungen/kongress-2018", "veranstaltungen/forum-2-potenzialfoerderung");
    for (event, above) in [(congress, congress), (congress, forum)] {
        let refused = change(&editor, event, &[("table.parent", above)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{event} in {above}");
        let page = refused.page();
        assert!(page.text(".error-summary li").contains("Teil ihrer selbst"), "{event} in {above}");
        assert_eq!(page.attributes("[aria-invalid=true]", "name"), ["table.parent"]);
    }
    assert!(app.page("/veranstaltungen").await.source.contains("/veranstaltungen/kongress-2018"));
}

#[tokio::test]
async fn titles_are_found_by_capital_umlauts_and_in_any_case() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Übergabe der Ödlandkarte").await;
    // An address is found without its title.
    testing::editor::change(&editor, &path, &[("slug", "neue-karte")]).await;
    for text in ["Übergabe der Öd", "übergabe", "ÜBERGABE", "uebergabe der oedland", "Ödlandkarte"] {
        let query = percent(text);
        let hits = editor.get(&format!("/redaktion/eintraege/vorschlaege?q={query}")).await;
        assert!(String::from_utf8_lossy(&hits.bytes).contains("Ödlandkarte"), "suggestions for {text}");
        let list = editor.page(&format!("/redaktion/eintraege?q={query}")).await;
        assert!(list.source.contains("Ödlandkarte"), "list for {text}");
    }
    let reference = begin_news(&editor, "Verweis").await;
    let picked = change(
        &editor,
        &reference,
        &[
            ("matter.links.zahl", "1"),
            ("matter.links.0.relation", "part_of"),
            ("matter.links.0.to", "ÜBERGABE der Ödlandkarte"),
        ],
    );
    is_saved(&picked.await);
}

#[tokio::test]
async fn entries_are_offered_as_targets_of_links_with_their_public_path() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let hits = editor.get("/redaktion/eintraege/vorschlaege?q=kongress-2018&als=link").await;
    let expected = "[{\"title\":\"Kongress ZukunftsBildung Ruhr 2018\",\"kind\":\"Veranstaltung\",\
                    \"address\":\"/veranstaltungen/kongress-2018\"}]";
    assert_eq!(String::from_utf8_lossy(&hits.bytes), expected);
    assert_eq!(app.get("/veranstaltungen/kongress-2018").await.status, StatusCode::OK);
}

#[tokio::test]
async fn titles_that_an_older_version_kept_are_found_after_the_start() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    // Its address keeps the first title, and addresses are searched too.
    let path = begin_news(&editor, "Übergabe").await;
    notice(&change(&editor, &path, &[("matter.title", "Übergabe der Ödlandkarte")]).await);
    let is_found = async || {
        let hits = editor.get(&format!("/redaktion/eintraege/vorschlaege?q={}", percent("Ödlandkarte"))).await;
        String::from_utf8_lossy(&hits.bytes).contains("Ödlandkarte")
    };
    app.execute("UPDATE entry_texts SET folded = ''").await;
    assert!(!is_found().await);
    archive::document::complete(&app.db.db).await.unwrap();
    assert!(is_found().await);
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}

#[tokio::test]
async fn new_entry_is_begun_once_however_often_its_form_is_sent() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "/redaktion/eintraege/aktuelles/neu";
    let form = Sheet::of(&editor.page(path).await, "form.desk-form").set("matter.title", "Nur einmal");
    let first = editor.post(path, &form.pressed("speichern")).await;
    let again = editor.post(path, &form.pressed("speichern")).await;
    assert_eq!(again.header(header::LOCATION), first.header(header::LOCATION));
    let form = Sheet::of(&editor.page(path).await, "form.desk-form").set("matter.title", "Zugleich");
    let fields = form.pressed("speichern");
    let (one, other) = tokio::join!(editor.post(path, &fields), editor.post(path, &fields));
    assert_eq!((one.status, other.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    let begun = "SELECT COUNT(*) FROM entries WHERE slug LIKE 'nur-einmal%' OR slug LIKE 'zugleich%'";
    assert_eq!(app.number(begun).await, 2);
    let other = form.set("anfang", &app.uuid("SELECT id FROM entries WHERE kind = 'body' LIMIT 1").await.to_string());
    assert_eq!(editor.post(path, &other.pressed("speichern")).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn publication_that_fails_at_its_instant_is_told_to_whoever_scheduled_it() {
    let app = TestApp::new().await;
    let mut editor = app.as_role(Role::Editor).await;
    let waiting = begin_news(&editor, "Wartet").await;
    is_saved(&change(&editor, &waiting, &[("slug", "begehrt")]).await);
    let waiting = "aktuelles/begehrt";
    is_saved(&press(&editor, waiting, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9:00")]).await);
    // Somebody takes the address away behind its back.
    app.execute("UPDATE entries SET slug = 'weg' WHERE slug = 'begehrt'").await;
    begin_news(&editor, "Begehrt").await;
    app.clock.advance(jiff::SignedDuration::from_hours(24));
    let letters = app.settle_with_failures().await;
    let letter =
        letters.iter().find(|letter| letter.recipient == editor.email).expect("a mail to whoever scheduled it");
    assert!(letter.subject.starts_with("Nicht veröffentlicht: Wartet"), "{}", letter.subject);
    assert!(letter.text.contains("/redaktion/eintraege/aktuelles/weg"), "{}", letter.text);
    editor.cookie = app.sign_in(&editor.email).await;
    let page = editor.page("/redaktion").await;
    assert_eq!(page.text("#not-published"), "Eine Veröffentlichung hat nicht geklappt");
    assert_eq!(app.number("SELECT COUNT(*) FROM work WHERE due_at IS NOT NULL").await, 0, "it does not wait any more");
    is_saved(&change(&editor, "aktuelles/weg", &[("slug", "nicht-begehrt")]).await);
    publish(&editor, "aktuelles/nicht-begehrt").await;
    assert_eq!(editor.page("/redaktion").await.texts("#not-published"), [""; 0]);
}
