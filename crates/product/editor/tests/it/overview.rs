//! The start page of the desk: what needs attention, and nothing else.

use accounts::Role;
use jiff::SignedDuration;
use testing::html::faults;
use testing::{Someone, TestApp};

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
