//! One form, several buttons: each acts on what stands in it.

use accounts::Role;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use testing::editor::{begin_news, change, desk, notice, press};
use testing::{Sheet, TestApp};

const FORM: &str = "form.desk-form";

#[tokio::test]
async fn publishing_and_previewing_take_what_stands_in_the_form() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Erst so").await;
    let preview = press(&editor, &path, "vorschau", &[("matter.title", "Dann so")]).await;
    let link = preview.header(header::LOCATION).to_owned();
    assert_eq!(app.page(&link).await.text("h1"), "Dann so");
    let published = press(&editor, &path, "veroeffentlichen", &[("matter.title", "Zuletzt so")]).await;
    assert_eq!(notice(&published), "veroeffentlicht");
    assert_eq!(app.page("/aktuelles/erst-so").await.text("h1"), "Zuletzt so");
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 3);

    let again = press(&editor, &path, "veroeffentlichen", &[("matter.title", "")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.page("/aktuelles/erst-so").await.text("h1"), "Zuletzt so", "nothing half is done");
}

#[tokio::test]
async fn new_entry_goes_public_with_one_button() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("aktuelles/neu");
    let form = Sheet::of(&editor.page(&path).await, FORM).set("matter.title", "Gleich da");
    assert_eq!(notice(&editor.post(&path, &form.pressed("veroeffentlichen")).await), "veroeffentlicht");
    assert_eq!(app.page("/aktuelles/gleich-da").await.text("h1"), "Gleich da");

    let form = Sheet::of(&editor.page(&path).await, FORM).set("matter.title", "Morgen");
    let planned = form.set("tag", "24.11.2026").set("uhrzeit", "9 Uhr");
    assert_eq!(notice(&editor.post(&path, &planned.pressed("planen")).await), "geplant");
    assert_eq!(app.get("/aktuelles/morgen").await.status, StatusCode::NOT_FOUND);
    app.clock.advance(SignedDuration::from_hours(24));
    app.settle().await;
    assert_eq!(app.page("/aktuelles/morgen").await.text("h1"), "Morgen");
}

#[tokio::test]
async fn somebody_who_may_not_publish_has_no_button_that_does() {
    let app = TestApp::new().await;
    let facilitator = app.limited(Role::Facilitator, "veranstaltungen/forum-4-vielfalt").await;
    let path = desk("verabredungen/bildungspartnerschaften-mit-eltern");
    let page = facilitator.page(&path).await;
    assert_eq!(page.attributes("button[value=veroeffentlichen], button[value=planen]", "value"), Vec::<String>::new());
    let form = Sheet::of(&page, FORM).set("matter.title", "Heimlich");
    for button in ["veroeffentlichen", "planen"] {
        let refused = facilitator.post(&path, &form.pressed(button)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{button}");
    }
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1);
}

#[tokio::test]
async fn scheduled_publication_moves_with_what_an_editor_saves() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Mit Fehler").await;
    let at = [("tag", "24.11.2026"), ("uhrzeit", "9:00")];
    assert_eq!(notice(&press(&editor, &path, "planen", &at).await), "geplant");
    assert_eq!(notice(&change(&editor, &path, &[("matter.title", "Ohne Fehler")]).await), "gespeichert");
    let told = editor.page(&desk(&path)).await.text(".desk-aside > p:nth-of-type(2)");
    assert!(told.contains("Fassung 2 wird am 24. November 2026, 09:00 Uhr"), "{told}");
    app.clock.advance(SignedDuration::from_hours(24));
    app.settle().await;
    assert_eq!(app.page("/aktuelles/mit-fehler").await.text("h1"), "Ohne Fehler");
}

#[tokio::test]
async fn version_of_somebody_who_may_not_publish_stays_out_until_an_editor_takes_it_in() {
    let app = TestApp::new().await;
    let (editor, facilitator) =
        (app.as_role(Role::Editor).await, app.limited(Role::Facilitator, "veranstaltungen/forum-4-vielfalt").await);
    let path = "verabredungen/bildungspartnerschaften-mit-eltern";
    let at = [("tag", "24.11.2026"), ("uhrzeit", "9:00"), ("matter.title", "Geprüft")];
    assert_eq!(notice(&press(&editor, path, "planen", &at).await), "geplant");
    assert_eq!(notice(&change(&facilitator, path, &[("matter.title", "Ungeprüft")]).await), "gespeichert");
    let page = editor.page(&desk(path)).await;
    let told = page.text(".desk-aside > p:nth-of-type(2)");
    assert!(told.contains("wird Fassung 2 veröffentlicht") && told.contains("nicht dabei"), "{told}");
    assert_eq!(page.texts(".desk-aside button[value=planen]"), ["Neueste Fassung zu diesem Zeitpunkt veröffentlichen"]);
    assert_eq!(notice(&press(&editor, path, "planen", &[]).await), "geplant");
    app.clock.advance(SignedDuration::from_hours(24));
    app.settle().await;
    assert_eq!(app.page(&format!("/{path}")).await.text("h1"), "Ungeprüft");
}

#[tokio::test]
async fn instant_that_cannot_be_read_comes_back_with_everything_that_was_typed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Wann denn").await;
    for (day, time, faulty) in
        [("irgendwann", "9:00", "tag"), ("24.11.2026", "bald", "uhrzeit"), ("1.1.2020", "9:00", "tag"), ("", "", "tag")]
    {
        let fields = [("tag", day), ("uhrzeit", time), ("body", "Noch nicht gespeichert.")];
        let refused = press(&editor, &path, "planen", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day} {time}");
        let page = refused.page();
        assert_eq!(page.attributes("[aria-invalid=true]", "name"), [faulty], "{day} {time}");
        assert_eq!(page.attributes("[name=tag], [name=uhrzeit]", "value"), [day, time]);
        assert_eq!(page.texts(".desk-act[open] > summary"), ["Später veröffentlichen"]);
        assert_eq!(Sheet::of(&page, FORM).get("body"), "Noch nicht gespeichert.");
    }
}

#[tokio::test]
async fn publication_at_its_instant_is_told_as_one_by_itself_and_not_as_an_act_of_the_person() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Von selbst").await;
    press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9:00")]).await;
    app.clock.advance(SignedDuration::from_hours(24));
    app.settle().await;
    let editor = app.as_role(Role::Administrator).await;
    let history = editor.page(&desk(&format!("{path}/fassungen"))).await;
    assert_eq!(history.texts(".desk-history-act")[0], "Fassung 1 veröffentlicht");
    assert!(history.texts(".desk-history .desk-muted")[0].ends_with(", automatisch, geplant von Person 1"));
    let log = editor.page("/redaktion/protokoll").await.texts("tbody td").join(" | ");
    assert!(log.contains("automatisch veröffentlicht, wie geplant"), "{log}");
}

#[tokio::test]
async fn what_stands_beside_the_form_comes_back_when_another_button_is_pressed() {
    let app = TestApp::new().await;
    let (editor, colleague) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = "veranstaltungen/kongress-2018";
    let person = colleague.id.to_string();
    let beside = [
        ("grund", "Findet nicht statt."),
        ("tag", "1.12.2026"),
        ("uhrzeit", "9 Uhr"),
        ("zustaendig", person.as_str()),
        ("bis", "2.12.2026"),
        ("vorlagenname", "Kongress"),
        ("matter.summary", "Neu zusammengefasst."),
    ];
    let reply = press(&editor, path, "speichern", &beside).await;
    assert_eq!(reply.status, StatusCode::OK);
    let page = reply.page();
    let told = page.text(".notice");
    assert!(told.contains("Gespeichert") && told.contains("noch nicht erledigt"), "{told}");
    let form = Sheet::of(&page, FORM);
    for (name, value) in beside {
        assert_eq!(form.get(name), value, "{name}");
    }
    // The form is that of the version that was saved: its buttons go on from there.
    let action = page.attributes("button[formaction$=ruecknahme]", "formaction").remove(0);
    let reply = editor.post(&action, &form.pressed("")).await;
    assert_eq!(notice(&reply), "zurueckgezogen");
    let offered = editor.page(&desk(path)).await;
    assert_eq!(offered.texts(".desk-unsent").len(), 1, "the rest is still offered");
}
