//! Dates as people type them at the desk: hours go where they belong, what is vague stays so, nothing is dropped in silence.

use accounts::Role;
use axum::http::{StatusCode, header};
use testing::editor::{FORM, begin_news, change, desk, notice, press};
use testing::{Reply, Sheet, Someone, TestApp};

const WHEN: &str = "matter.when";

/// Sends the form of a new entry with these fields.
async fn send_new(editor: &Someone<'_>, folder: &str, fields: &[(&str, &str)]) -> Reply {
    let path = desk(&format!("{folder}/neu"));
    let form =
        Sheet::chosen(&editor.page(&path).await, FORM).set("matter.title", "Fachtag").set("matter.summary", "Worum.");
    let form = fields.iter().fold(form, |form, (name, value)| form.set(name, value));
    editor.post(&path, &form.pressed("speichern")).await
}

/// Begins an event with these fields.
async fn begin_event(editor: &Someone<'_>, fields: &[(&str, &str)]) {
    assert_eq!(notice(&send_new(editor, "veranstaltungen", fields).await), "angelegt");
}

/// The form of the event that [`begin_event`] has begun.
async fn event(editor: &Someone<'_>) -> Sheet {
    Sheet::of(&editor.page(&desk("veranstaltungen/fachtag")).await, FORM)
}

/// The sentence at the date of a refused form, which must be its only fault and leave the text as it was typed.
fn fault(reply: &Reply, typed: &str) -> String {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
    let page = reply.page();
    assert_eq!(page.attributes(".error-summary li a", "href"), [format!("#form-{WHEN}")], "{typed}");
    assert_eq!(Sheet::of(&page, FORM).get(WHEN), typed);
    let told = page.texts(".error-summary li a").remove(0);
    told.strip_prefix("Wann: ").expect("the name of the field").to_owned()
}

#[tokio::test]
async fn hours_that_are_typed_with_the_date_of_an_event_become_its_beginning_and_end() {
    for (typed, date, starts, ends) in [
        ("12.3.2027 9-16 Uhr", "12. März 2027", "09:00", "16:00"),
        ("12.3.27, 9.30 Uhr", "12. März 2027", "09:30", ""),
        ("3./4. Dezember 2026 ab 18 Uhr", "3.–4. Dezember 2026", "18:00", ""),
        ("12.3.2027 bis 24 Uhr", "12. März 2027", "", "24:00"),
        ("ab 12.3.2027, 9 Uhr", "seit dem 12. März 2027", "09:00", ""),
    ] {
        let app = TestApp::new().await;
        let editor = app.as_role(Role::Editor).await;
        begin_event(&editor, &[(WHEN, typed)]).await;
        let form = event(&editor).await;
        assert_eq!((form.get(WHEN), form.get("table.starts"), form.get("table.ends")), (date, starts, ends), "{typed}");
    }
}

#[tokio::test]
async fn hours_of_an_event_stand_on_its_public_page() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    begin_event(&editor, &[(WHEN, "12.3.2027")]).await;
    let path = "veranstaltungen/fachtag";
    assert_eq!(notice(&change(&editor, path, &[(WHEN, "12.3.2027 9–16 Uhr")]).await), "gespeichert");
    assert_eq!(notice(&press(&editor, path, "veroeffentlichen", &[]).await), "veroeffentlicht");
    assert!(app.page("/veranstaltungen/fachtag").await.source.contains("09:00–16:00 Uhr"));
}

#[tokio::test]
async fn hours_that_differ_from_the_fields_of_an_event_are_a_fault_and_the_same_are_none() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let typed = "12.3.2027 9 Uhr";
    let reply = send_new(&editor, "veranstaltungen", &[(WHEN, typed), ("table.starts", "10 Uhr")]).await;
    assert_eq!(
        fault(&reply, typed),
        "Hier steht 09:00 Uhr, unter »Beginn« aber 10 Uhr. Bitte lassen Sie nur eine der beiden Uhrzeiten stehen."
    );
    begin_event(&editor, &[(WHEN, typed), ("table.starts", "9:00"), ("table.ends", "12 Uhr")]).await;
    let form = event(&editor).await;
    assert_eq!((form.get("table.starts"), form.get("table.ends")), ("09:00", "12:00"));
}

#[tokio::test]
async fn what_a_date_cannot_hold_is_told_at_its_field_and_not_dropped() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for (folder, typed, beginning) in [
        (
            "aktuelles",
            "12.3.2027 9-16 Uhr",
            "Für eine Uhrzeit ist hier kein Platz. Bitte nehmen Sie »9 bis 16 Uhr« aus",
        ),
        ("veranstaltungen", "20.9.2018, 12 Uhr – 21.9.2018, 16 Uhr", "Beginn und Ende gelten für jeden Tag."),
        ("veranstaltungen", "12.3.2027 abends", "»abends« verstehen wir hier nicht."),
        ("veranstaltungen", "12.3.2027 9-16 Uhr und nach Vereinbarung", "»nach« verstehen wir hier nicht."),
        ("veranstaltungen", "12.3.2027 gegen 9 Uhr", "Eine ungefähre Uhrzeit können wir nicht festhalten."),
        ("veranstaltungen", "12.3.2027 24 Uhr", "Um 24 Uhr endet der Tag."),
        ("veranstaltungen", "12.3. 9 Uhr", "Bitte schreiben Sie auch das Jahr."),
        ("veranstaltungen", "Anfang März 2027, 9 Uhr", "Eine Uhrzeit braucht einen genauen Tag,"),
    ] {
        let reply = send_new(&editor, folder, &[(WHEN, typed)]).await;
        let told = fault(&reply, typed);
        assert!(told.starts_with(beginning), "{typed}: {told}");
    }
}

#[tokio::test]
async fn certainty_that_the_date_of_a_claim_cannot_hold_is_told() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("aktuelles/neu");
    let more = Sheet::of(&editor.page(&path).await, FORM);
    let page = editor.post(&path, &more.pressed("mehr:matter.claims")).await.page();
    let form = Sheet::chosen(&page, FORM).set("matter.title", "Zahlen").set("matter.summary", "Worum es geht.");
    let form = form.set("matter.claims.0.value", "600").set("matter.claims.0.when", "voraussichtlich 2027");
    let page = editor.post(&path, &form.pressed("speichern")).await.page();
    assert_eq!(page.attributes(".error-summary li a", "href"), ["#form-matter.claims.0.when"]);
    assert!(page.text(".error-summary li a").contains("Hier lässt sich nur das Datum festhalten."));
}

#[tokio::test]
async fn vague_date_is_shown_by_the_name_that_was_typed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for (typed, shown) in [
        ("Anfang Dezember 2026", "Anfang Dezember 2026"),
        ("KW 38/2026", "Woche vom 14. bis 20. September 2026"),
        ("Spätherbst 2026", "etwa November 2026"),
        ("vielleicht Ende Juni 2027", "möglicherweise Ende Juni 2027"),
    ] {
        let path = begin_news(&editor, typed).await;
        assert_eq!(notice(&change(&editor, &path, &[(WHEN, typed)]).await), "gespeichert");
        assert_eq!(notice(&press(&editor, &path, "veroeffentlichen", &[]).await), "veroeffentlicht");
        assert_eq!(app.page(&format!("/{path}")).await.texts(".when-vague")[0], shown);
        // The form shows it so that it is understood as the same again.
        assert_eq!(notice(&change(&editor, &path, &[]).await), "unveraendert");
    }
}

#[tokio::test]
async fn instant_of_publication_takes_one_time_of_day() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Sperrfrist").await;
    for (day, time) in [("24.11.2026 9 Uhr", "10 Uhr"), ("24.11.2026 9–12 Uhr", "")] {
        let reply = press(&editor, &path, "planen", &[("tag", day), ("uhrzeit", time)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(reply.page().text(".error-summary li").contains("eine einzige Uhrzeit"), "{day}");
    }
    assert_eq!(
        notice(&press(&editor, &path, "planen", &[("tag", "24.11.2026 9 Uhr"), ("uhrzeit", "")]).await),
        "geplant"
    );
}

/// The answer to a text while it is typed into the field of an event.
async fn understood(someone: &Someone<'_>, language: &str, query: &[(&str, &str)]) -> String {
    let reply = someone.get(&format!("{language}/redaktion/verstanden?{}", testing::encoded(query))).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.header(header::CONTENT_TYPE), "application/json");
    String::from_utf8(reply.bytes).unwrap()
}

#[tokio::test]
async fn understanding_of_a_text_is_told_while_it_is_typed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let room = [("uhrzeit", "ja"), ("sicherheit", "ja")];
    for (language, text, sentence, fault) in [
        ("", "12.3.2027 9-16 Uhr", "Verstanden als: Freitag, 12. März 2027, 9 bis 16 Uhr", false),
        (
            "",
            "vielleicht 12.3.2027",
            "Verstanden als: möglicherweise am Freitag, 12. März 2027. Wie sicher: vielleicht",
            false,
        ),
        ("", "Ende Juni", "Verstanden als: Ende Juni 2027", false),
        ("", "12.3.", "Bitte schreiben Sie auch das Jahr.", true),
        ("/en", "12 March 2027 9am–4pm", "Understood as: Friday 12 March 2027, 9:00 to 16:00", false),
    ] {
        let answer = understood(&editor, language, &[&room[..], &[("text", text)]].concat()).await;
        assert_eq!(answer, format!("{{\"sentence\":\"{sentence}\",\"fault\":{fault}}}"), "{text}");
    }
    let without_room = understood(&editor, "", &[("text", "12.3.2027 9 Uhr")]).await;
    assert!(without_room.starts_with("{\"sentence\":\"Für eine Uhrzeit ist hier kein Platz."), "{without_room}");
    assert_eq!(app.get("/redaktion/verstanden?text=2027").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn field_names_the_address_that_understands_what_it_has_room_for() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for (folder, address) in [
        ("veranstaltungen", "/redaktion/verstanden?uhrzeit=ja&sicherheit=ja"),
        ("aktuelles", "/redaktion/verstanden?uhrzeit=&sicherheit=ja"),
    ] {
        let page = editor.page(&desk(&format!("{folder}/neu"))).await;
        assert_eq!(page.attributes(".desk-when", "data-understood"), [address], "{folder}");
    }
}
