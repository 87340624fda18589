//! The inbox at the desk: what visitors wrote is answered in time, by one person at a time, and everybody
//! sees what was done.

use accounts::{Grant, Role, Scope};
use axum::http::{StatusCode, header};
use base::Ids;
use golden_thread::EntryId;
use jiff::SignedDuration;
use messages::Retention;
use testing::html::faults;
use testing::inbox::{LIST, arrives, place, question, step, step_on, version};
use testing::{Page, Someone, TestApp};

async fn anonymous_report(app: &TestApp) -> String {
    arrives(app, "/barrierefreiheit", &[("barriere", "Zu klein."), ("seite-adresse", "/prozess")]).await
}

/// What the history says, oldest first.
fn history(page: &Page) -> Vec<String> {
    page.texts("#history + table td:last-child > p")
}

async fn listed(person: &Someone<'_>, query: &str) -> Vec<String> {
    person.page(&format!("{LIST}{query}")).await.texts("tbody th a")
}

async fn field(app: &TestApp, slug: &str) -> EntryId {
    let sql = format!("SELECT id FROM entries WHERE kind = 'field' AND slug = '{slug}'");
    let mut reader = app.db.db.read().await.unwrap();
    let conn = &mut reader.conn();
    db::on!(conn, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql.as_str())).fetch_one(c).await).unwrap()
}

#[tokio::test]
async fn messages_stand_in_the_order_of_their_days_and_filters_stand_in_the_address() {
    let app = TestApp::new().await;
    let report = anonymous_report(&app).await;
    let first = question(&app, "vielfalt").await;
    app.clock.advance(SignedDuration::from_hours(24));
    let second = question(&app, "presse").await;
    let editor = app.as_role(Role::Editor).await;
    assert_eq!(listed(&editor, "").await, [&*first, &second, &report]);
    assert_eq!(listed(&editor, "?art=barrier").await, [&*report]);
    assert_eq!(listed(&editor, "?feld=vielfalt").await, [&*first]);
    assert_eq!(listed(&editor, "?stand=answered").await, [""; 0]);
    assert_eq!(listed(&editor, "?faellig=ja").await, [""; 0]);
    app.clock.advance(SignedDuration::from_hours(24 * 14));
    let editor = app.as_role(Role::Editor).await;
    assert_eq!(listed(&editor, "?faellig=ja").await, [&*first], "the day itself is still in time");
    let page = editor.page(LIST).await;
    assert_eq!(page.texts("td strong.desk-state"), ["überfällig"]);
    step_on(&editor, &first, "uebernahme", &[("person", &editor.id.to_string())]).await;
    assert_eq!(listed(&editor, "?meine=ja").await, [&*first]);
    assert_eq!(listed(&editor, "?stand=assigned").await, [&*first]);
    for path in [LIST, "/en/redaktion/nachrichten"] {
        let page = editor.page(path).await;
        assert_eq!(faults(&page, if path == LIST { "de" } else { "en" }), Vec::<String>::new(), "{path}");
    }
}

#[tokio::test]
async fn more_than_fifty_messages_have_pages_that_keep_the_filters() {
    let app = TestApp::new().await;
    let first = question(&app, "vielfalt").await;
    let columns = "kind, topic, field_id, mailbox, page, name, email, text, locale, received_at, due, state, purge_on";
    let ids = Ids::new(app.clock.clone());
    let mut tx = app.db.db.write().await.unwrap();
    for number in 0..60 {
        let sql = format!(
            "INSERT INTO messages (id, number, {columns}) SELECT $1, 'K-2026-{number:05}', {columns} \
             FROM messages WHERE number = '{first}'"
        );
        db::run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql.as_str())).bind(ids.next())).unwrap();
    }
    tx.commit().await.unwrap();
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&format!("{LIST}?art=contact&stand=new")).await;
    assert_eq!(page.texts("tbody tr").len(), 50);
    assert_eq!(page.text(".count"), "61 Nachrichten, die dringendste zuerst");
    let next = page.attributes(".pager a[rel='next']", "href").remove(0);
    assert_eq!(next, format!("{LIST}?art=contact&stand=new&seite=2"));
    assert_eq!(editor.page(&next).await.texts("tbody tr").len(), 11);
}

#[tokio::test]
async fn answer_is_stored_and_mailed_with_number_question_and_signature() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&place(&number)).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.text("#form-antwort"), "Guten Tag Ö. Üblich, Mit freundlichen Grüßen ZukunftsBildung Ruhr");
    assert!(page.source.contains("Ö. Üblich") && page.source.contains("frage@ort.example"));
    let text = "Guten Tag,\n\nam 4. Mai in Essen.\n\nMit freundlichen Grüßen";
    let page = step_on(&editor, &number, "antwort", &[("antwort", text)]).await;
    assert_eq!(page.text(".notice.is-done"), "Ihre Antwort ist gespeichert und geht jetzt per E-Mail ab.");
    assert_eq!(page.texts(".facts dd")[0], "beantwortet");
    assert_eq!(history(&page), ["zum ersten Mal geöffnet", "beantwortet E-Mail wartet"]);
    let letters = app.settle().await;
    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!(letter.recipient, "frage@ort.example");
    assert_eq!(letter.reply_to.as_deref(), Some("vielfalt@zukunftsbildung.example"), "the role's mailbox, no person's");
    assert_eq!(letter.subject, format!("[{number}] Ihre Nachricht an ZukunftsBildung Ruhr"));
    let below = "\n\nAm 23. November 2026 haben Sie geschrieben:\n> Wann ist der nächste Fachtag?\n> Und wo?\n\n-- \nZukunftsBildung Ruhr\n";
    assert!(letter.text.starts_with(&format!("{text}{below}")), "{}", letter.text);
    assert_eq!(listed(&editor, "").await, [""; 0], "it is not open any more");
}

#[tokio::test]
async fn answer_to_an_english_question_is_english_around_its_words() {
    let app = TestApp::new().await;
    let fields = [("thema", "allgemein"), ("nachricht", "When?"), ("name", ""), ("email", "question@ort.example")];
    let number = arrives(&app, "/en/kontakt", &fields).await;
    let editor = app.as_role(Role::Editor).await;
    step_on(&editor, &number, "antwort", &[("antwort", "In May.")]).await;
    let letter = app.settle().await.remove(0);
    assert_eq!(letter.subject, format!("[{number}] Your message to ZukunftsBildung Ruhr"));
    assert!(letter.text.starts_with("In May.\n\nOn 23 November 2026 you wrote:\n> When?\n"), "{}", letter.text);
}

#[tokio::test]
async fn answer_without_words_of_its_own_comes_back() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let editor = app.as_role(Role::Editor).await;
    let draft = "Guten Tag Ö. Üblich,\n\n\nMit freundlichen Grüßen\nZukunftsBildung Ruhr\n";
    for text in ["", draft] {
        let reply = step(&editor, &number, "antwort", &[("antwort", text)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = reply.page();
        assert_eq!(page.texts(".error-summary a"), ["Schreiben Sie Ihre Antwort zwischen Anrede und Gruß."]);
        assert_eq!(page.attributes(".error-summary a", "href"), ["#form-antwort"]);
        assert_eq!(faults(&page, "de"), Vec::<String>::new());
    }
    let long = "x".repeat(5001);
    let reply = step(&editor, &number, "antwort", &[("antwort", &long)]).await;
    assert!(reply.page().source.contains(&long), "the text is lost");
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn who_comes_second_sees_what_the_first_did_and_keeps_the_text() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    let seen = version(&second.page(&place(&number)).await);
    step_on(&first, &number, "antwort", &[("antwort", "Am 4. Mai.")]).await;
    let send = async |version: &str| {
        let fields = [("antwort", "Schon bald."), ("stand", version)];
        second.post(&format!("{}/antwort", place(&number)), &fields).await
    };
    let reply = send(&seen).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(page.text("#form-antwort"), "Schon bald.");
    assert!(page.text(".error-summary").contains("Inzwischen hat jemand anders etwas getan."));
    assert!(history(&page).contains(&"beantwortet E-Mail wartet".to_owned()), "{:?}", history(&page));
    assert!(page.source.contains("Am 4. Mai."), "the other answer is not shown");
    assert_eq!(app.settle().await.len(), 1, "one answer has left");
    // It still fits: the page that came back carries the newest version.
    assert_eq!(send(&version(&page)).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.settle().await.len(), 1);
    // A button loses no text: it leads back and says so.
    let reply = second.post(&format!("{}/wiederaufnahme", place(&number)), &[("stand", &seen)]).await;
    let page = second.page(reply.header(header::LOCATION)).await;
    assert!(page.text(".notice.is-warning").starts_with("Inzwischen hat jemand anders etwas getan."));
}

#[tokio::test]
async fn of_two_answers_in_the_same_moment_one_leaves() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let seen = version(&first.page(&place(&number)).await);
    let path = format!("{}/antwort", place(&number));
    let early = [("antwort", "Am 4. Mai."), ("stand", seen.as_str())];
    let late = [("antwort", "Am 5. Mai."), ("stand", seen.as_str())];
    let (one, other) = tokio::join!(first.post(&path, &early), second.post(&path, &late));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    assert_eq!(app.settle().await.len(), 1);
}

#[tokio::test]
async fn answer_to_a_case_that_was_closed_meanwhile_keeps_its_text() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let seen = version(&second.page(&place(&number)).await);
    step_on(&first, &number, "abschluss", &[("ergebnis", "")]).await;
    let fields = [("antwort", "Schon bald."), ("stand", &seen)];
    let page = second.post(&format!("{}/antwort", place(&number)), &fields).await.page();
    assert_eq!(page.text("#form-antwort"), "Schon bald.");
    assert!(page.text(".error-summary").contains("Sie können den Vorgang wieder aufnehmen."));
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn anonymous_report_is_closed_with_words_because_nobody_can_be_told() {
    let app = TestApp::new().await;
    let number = anonymous_report(&app).await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&place(&number)).await;
    assert!(page.source.contains("Eine Antwort per E-Mail ist nicht möglich."));
    assert_eq!(page.texts("#form-antwort"), [""; 0]);
    assert_eq!(step(&editor, &number, "antwort", &[("antwort", "x")]).await.status, StatusCode::BAD_REQUEST);
    let reply = step(&editor, &number, "abschluss", &[("ergebnis", "")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = step_on(&editor, &number, "abschluss", &[("ergebnis", "Schrift vergrößert.")]).await;
    assert_eq!(page.texts(".facts dd")[0], "abgeschlossen");
    assert!(page.source.contains("Schrift vergrößert."));
    let page = step_on(&editor, &number, "wiederaufnahme", &[]).await;
    assert_eq!(page.texts(".facts dd")[0], "neu", "it is undone");
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn what_is_put_away_goes_soon_unless_it_is_taken_up_again() {
    let app = TestApp::new().await;
    let number = question(&app, "allgemein").await;
    let purge_on = || app.number("SELECT purge_on FROM messages");
    let kept = purge_on().await;
    let editor = app.as_role(Role::Editor).await;
    step_on(&editor, &number, "unbegruendet", &[]).await;
    assert_eq!(purge_on().await, kept - Retention::CONTACT + Retention::SPAM);
    let page = step_on(&editor, &number, "wiederaufnahme", &[]).await;
    assert_eq!((page.texts(".facts dd")[0].as_str(), purge_on().await), ("neu", kept));
    step_on(&editor, &number, "unbegruendet", &[]).await;
    app.clock.advance(SignedDuration::from_hours(24 * (Retention::SPAM + 1)));
    app.settle().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM messages").await, 0);
    assert_eq!(app.number("SELECT COUNT(*) FROM message_acts").await, 0);
}

#[tokio::test]
async fn message_passed_on_reaches_the_other_mailbox_and_leaves_the_reach_of_the_first() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let own = Grant::new(Role::Editor, Scope::Field(field(&app, "vielfalt").await)).unwrap();
    let editor = app.as_person(&[own]).await;
    assert_eq!(listed(&editor, "").await, [&*number]);
    let reply = step(&editor, &number, "weitergabe", &[("stelle", "nirgends")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply = step(&editor, &number, "weitergabe", &[("stelle", "digitalisierung")]).await;
    assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, LIST));
    let letter = app.settle().await.remove(0);
    assert_eq!(letter.recipient, "digitalisierung@zukunftsbildung.example");
    assert!(letter.subject.starts_with(&format!("[{number}]")) && letter.text.contains("Fachtag?"));
    assert_eq!(listed(&editor, "").await, [""; 0]);
    assert_eq!(editor.get(&place(&number)).await.status, StatusCode::FORBIDDEN);
    let all = app.as_role(Role::Editor).await;
    let page = all.page(&place(&number)).await;
    assert!(history(&page).contains(&"weitergegeben an: 01 Digitalisierung".to_owned()), "{:?}", history(&page));
}

#[tokio::test]
async fn message_is_given_to_somebody_who_may_answer_and_to_nobody_else() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let (editor, other) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    let reader = app.as_role(Role::DataProtection).await;
    let page = editor.page(&place(&number)).await;
    let offered = page.attributes("#form-person option", "value");
    assert_eq!(offered, [editor.id.to_string(), other.id.to_string(), "postfach".to_owned()]);
    let reply = step(&editor, &number, "uebernahme", &[("person", &reader.id.to_string())]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = step_on(&editor, &number, "uebernahme", &[("person", &other.id.to_string())]).await;
    assert_eq!(page.texts(".facts dd")[0], "in Arbeit");
    assert!(history(&page).contains(&"zuständig gemacht: Person 2".to_owned()));
    let page = step_on(&editor, &number, "uebernahme", &[("person", "postfach")]).await;
    assert_eq!(page.texts(".facts dd")[0], "neu");
}

#[tokio::test]
async fn who_only_reads_can_do_nothing_and_strangers_see_nothing() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let reader = app.as_role(Role::DataProtection).await;
    let page = reader.page(&place(&number)).await;
    assert!(page.source.contains("Fachtag?"));
    assert_eq!(page.texts("main form"), [""; 0]);
    let nouns = ["uebernahme", "weitergabe", "antwort", "notiz", "abschluss", "unbegruendet", "wiederaufnahme"];
    let stranger = app.as_person(&[]).await;
    assert_eq!(stranger.get(LIST).await.status, StatusCode::FORBIDDEN);
    assert_eq!(stranger.get(&place(&number)).await.status, StatusCode::FORBIDDEN);
    let other = Grant::new(Role::Editor, Scope::Field(field(&app, "digitalisierung").await)).unwrap();
    let of_other_field = app.as_person(&[other]).await;
    for person in [&reader, &stranger, &of_other_field] {
        for noun in nouns {
            let reply = person.post(&format!("{}/{noun}", place(&number)), &[("stand", "0"), ("notiz", "x")]).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{noun}");
        }
    }
    assert_eq!(app.get(LIST).await.status, StatusCode::SEE_OTHER, "without a session one signs in first");
    assert_eq!(app.number("SELECT version FROM messages").await, 0);
}

#[tokio::test]
async fn reading_is_noted_once_for_each_person() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let (editor, reader) = (app.as_role(Role::Editor).await, app.as_role(Role::DataProtection).await);
    for person in [&editor, &editor, &reader] {
        person.page(&place(&number)).await;
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM message_acts WHERE act = 'read'").await, 2);
}

#[tokio::test]
async fn answers_notes_and_names_go_with_the_message() {
    let app = TestApp::new().await;
    let number = question(&app, "vielfalt").await;
    let editor = app.as_role(Role::Editor).await;
    step_on(&editor, &number, "notiz", &[("notiz", "Mit Essen klären.")]).await;
    step_on(&editor, &number, "antwort", &[("antwort", "Am 4. Mai.")]).await;
    app.settle().await;
    app.clock.advance(SignedDuration::from_hours(24 * (Retention::CONTACT + 1)));
    app.settle().await;
    let kept = "SELECT COUNT(*) FROM message_acts WHERE text IS NOT NULL OR detail IS NOT NULL OR person <> '' \
         OR person_id IS NOT NULL";
    assert_eq!(app.number(kept).await, 0);
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&place(&number)).await;
    assert!(page.source.contains("Text, Name und Adresse sind gelöscht."));
    assert_eq!(history(&page), ["zum ersten Mal geöffnet", "Notiz geschrieben", "beantwortet"]);
    assert_eq!(page.texts("main form"), [""; 0], "nothing can be done about what is gone");
}
