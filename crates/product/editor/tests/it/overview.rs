//! The start page of the desk: what needs attention, and nothing else.

use accounts::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use testing::editor::{begin_news, publish};
use testing::html::faults;
use testing::{Sheet, Someone, TestApp};

const START: &str = "/redaktion";

async fn headings(person: &Someone<'_>) -> Vec<String> {
    person.page(START).await.texts("main h2")
}

#[tokio::test]
async fn nothing_to_do_is_said_so_and_what_the_site_lacks_is_said_honestly() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    // The shipped content has events that were announced and never reported; they are somebody's work.
    app.execute("UPDATE entries SET certainty = 'fixed' WHERE kind = 'event' AND certainty = 'expected'").await;
    let page = editor.page(START).await;
    assert_eq!(page.text(".notice.is-done"), "Alles in Ordnung. Im Moment braucht nichts Ihre Aufmerksamkeit.");
    assert_eq!(page.texts("#missing + ul li").len(), 1, "there are texts in Leichte Sprache, and no sign video");
    assert!(page.text("#missing + ul li").starts_with("Gebärdensprache: noch nicht vorhanden."));
    for (path, language) in [(START, "de"), ("/en/redaktion", "en")] {
        assert_eq!(faults(&editor.page(path).await, language), Vec::<String>::new());
    }
    let nobody = app.as_person(&[]).await;
    let page = nobody.page(START).await;
    assert!(page.text("main .gap").starts_with("Sie haben hier noch keine Aufgabe."));
    assert_eq!(page.texts(".notice.is-done"), [""; 0]);
    assert_eq!(page.texts("#missing"), [""; 0]);
}

#[tokio::test]
async fn event_that_is_over_and_still_expected_is_listed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    app.execute("UPDATE entries SET certainty = 'fixed' WHERE kind = 'event' AND certainty = 'expected'").await;
    app.execute("UPDATE entries SET certainty = 'expected' WHERE kind = 'event' AND slug = 'kongress-2018'").await;
    let page = editor.page(START).await;
    assert_eq!(page.texts("main h2")[0], "Eine Veranstaltung ist vorbei und steht noch als voraussichtlich da");
    assert_eq!(page.attributes("#past + table th a", "href"), ["/redaktion/eintraege/veranstaltungen/kongress-2018"]);
    assert!(page.text("#past + table td").ends_with("war spätestens am 21. September 2018"));
}

#[tokio::test]
async fn drafts_scheduled_stale_and_dangling_things_are_listed_with_their_owners() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    app.execute("UPDATE entries SET certainty = 'fixed' WHERE kind = 'event'").await;
    let of = |slug: &str| format!("(SELECT id FROM entries WHERE kind = 'event' AND slug = '{slug}')");
    let congress = of("kongress-2018");
    let mut tx = app.db.db.write().await.unwrap();
    let sql = format!("UPDATE work SET head = head + 1, changed_by = $1 WHERE entry_id = {congress}");
    db::run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql.as_str())).bind(anna.id)).unwrap();
    tx.commit().await.unwrap();
    assert_eq!(headings(&anna).await[0], "Ihr Entwurf");
    assert_eq!(headings(&ben).await[0], "Ein Entwurf von anderen");
    let at = base::clock::micros(app.clock.now() + SignedDuration::from_hours(48));
    app.execute(&format!("UPDATE work SET due = head, due_at = {at} WHERE entry_id = {congress}")).await;
    assert_eq!(headings(&anna).await[0], "Eine geplante Veröffentlichung", "it is no draft any more");
    assert!(anna.page(START).await.text("#scheduled + table td").ends_with("öffentlich ab 25. November 2026"));
    app.execute(&format!("UPDATE work SET due = NULL, due_at = NULL, live = head WHERE entry_id = {congress}")).await;
    app.execute(&format!("UPDATE entry_texts SET stale = TRUE WHERE locale = 'en' AND entry_id = {congress}")).await;
    assert_eq!(headings(&anna).await[0], "Eine veraltete Übersetzung");
    app.execute("UPDATE entry_texts SET stale = FALSE").await;
    app.execute(&format!("UPDATE entries SET state = 'withdrawn' WHERE id = {congress}")).await;
    let page = anna.page(START).await;
    assert!(page.texts("main h2")[0].contains("nicht öffentlich ist"), "{:?}", page.texts("main h2"));
    assert!(page.texts("#nowhere + table td").iter().all(|note| note.contains("führt zu: Kongress")));
}

#[tokio::test]
async fn media_of_which_something_is_missing_are_listed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let ids = base::Ids::new(app.clock.clone());
    let mut tx = app.db.db.write().await.unwrap();
    let sql = "INSERT INTO media (id, slug, sort, type, name, title, decorative, complete, found_by, version, created_at, updated_at) \
         VALUES ($1, 'foto', 'image', 'jpg', 'foto.jpg', 'Foto vom Kongress', FALSE, FALSE, 'foto', 1, $2, $2)";
    let now = base::clock::micros(app.clock.now());
    db::run!(&mut tx.conn(), sqlx::query(sql).bind(ids.next()).bind(now)).unwrap();
    tx.commit().await.unwrap();
    let page = editor.page(START).await;
    assert_eq!(page.text("#media"), "Bei einem Bild oder einer Datei fehlt etwas");
    assert_eq!(page.attributes("#media + table th a", "href"), ["/redaktion/medien/foto"]);
}

#[tokio::test]
async fn overdue_messages_and_an_old_review_come_with_time() {
    let app = TestApp::new().await;
    let ticket = app.page("/barrierefreiheit").await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    app.post("/barrierefreiheit", &[("barriere", "Zu klein."), ("ticket", &ticket)]).await;
    app.settle().await;
    app.execute("UPDATE entries SET certainty = 'fixed' WHERE kind = 'event'").await;
    app.clock.advance(SignedDuration::from_hours(24 * 29));
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(START).await;
    assert_eq!(page.text("#messages"), "Eine überfällige Nachricht");
    assert_eq!(page.texts("#messages + table td"), ["Antwort war fällig am 21. Dezember 2026"]);
    assert_eq!(page.texts("#review"), [""; 0]);
    let organiser = app.as_person(&[]).await;
    assert_eq!(organiser.page(START).await.texts("#messages"), [""; 0]);
    app.clock.advance(SignedDuration::from_hours(24 * 340));
    let admin = app.as_role(Role::Administrator).await;
    let page = admin.page(START).await;
    assert_eq!(page.text("#review"), "Die Erklärung zur Barrierefreiheit ist älter als ein Jahr");
    assert_eq!(page.attributes("#review ~ p a", "href"), ["/redaktion/einstellungen/barrierefreiheit"]);
}

#[tokio::test]
async fn kinds_to_choose_from_are_explained_and_grouped_by_use() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page("/redaktion/eintraege/neu").await;
    assert_eq!(page.texts("main h2"), ["Neues", "Treffen", "Was entstanden ist", "Woran alles hängt"]);
    assert_eq!(page.texts(".desk-choices a").first().map(String::as_str), Some("Meldung"));
    let (kinds, sentences) = (page.texts(".desk-choices a"), page.texts(".desk-choices p"));
    assert_eq!((kinds.len(), sentences.len()), (golden_thread::Kind::all().len(), kinds.len()));
    assert!(sentences.iter().all(|sentence| sentence.ends_with('.')), "{sentences:?}");
}

/// Saves a section of the settings as it is.
async fn save_section(person: &Someone<'_>, section: &str) {
    let path = format!("/redaktion/einstellungen/{section}");
    let form = Sheet::of(&person.page(&path).await, "main form.form");
    assert_eq!(person.post(&path, &form.pressed("speichern")).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn new_installation_says_what_is_to_be_done_first() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let done = async || {
        let steps = person.page(START).await.texts(".desk-steps li h3");
        steps.into_iter().filter_map(|step| step.strip_suffix(" getan").map(ToOwned::to_owned)).collect::<Vec<_>>()
    };
    let before = done().await;
    assert!(!before.iter().any(|step| step.starts_with("Name und") || step == "Impressum"), "{before:?}");
    save_section(&person, "name").await;
    save_section(&person, "impressum").await;
    let editor = app.as_role(Role::Editor).await;
    let news = begin_news(&editor, "Es geht los").await;
    publish(&editor, &news).await;
    let after = done().await;
    for step in [
        "Name und Startseite Ihrer Initiative",
        "Impressum",
        "Weitere Personen einladen",
        "Den ersten Eintrag veröffentlichen",
    ] {
        assert!(after.iter().any(|done| done == step), "{step}: {after:?}");
    }
    assert!(editor.page(START).await.texts(".desk-steps").is_empty(), "only for who sets the house up");
}

#[tokio::test]
async fn list_of_first_steps_can_be_put_away_and_brought_back() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let press = async |act: &str| person.post(&format!("{START}/erste-schritte/{act}"), &[]).await.status;
    assert_eq!(press("ablage").await, StatusCode::SEE_OTHER);
    assert_eq!(press("ablage").await, StatusCode::SEE_OTHER, "twice does no harm");
    let page = person.page(START).await;
    assert!(page.texts(".desk-steps li").is_empty());
    assert_eq!(page.text(".desk-steps button"), "Liste wieder zeigen");
    assert_eq!(press("rueckkehr").await, StatusCode::SEE_OTHER);
    assert!(!person.page(START).await.texts(".desk-steps li").is_empty());
}
