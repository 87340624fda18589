//! Text that somebody has typed is never lost: not with their session, not by what colleagues do meanwhile, not by a button.

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use media::samples::photo;
use testing::editor::{act, begin_news, change, desk, notice, press};
use testing::inbox::question;
use testing::media_desk::upload;
use testing::{Page, Reply, Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";
const TEXT: &str = "Ein langer Satz, den niemand noch einmal schreiben will.";

async fn end_sessions(app: &TestApp) {
    app.execute("DELETE FROM sessions").await;
}

/// The address at which a text waits after its author's session has ended.
fn waiting(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::FORBIDDEN, "{}", String::from_utf8_lossy(&reply.bytes));
    let page = reply.page();
    let told = page.text("main > p:not(.actions)");
    assert!(told.contains("aufgehoben") || told.contains("it is kept"), "{told}");
    let sign_in = page.attributes("main a.action", "href").remove(0);
    sign_in.split_once("?weiter=").unwrap().1.to_owned()
}

/// The value of a field, in whichever form of the page it stands.
fn value(page: &Page, name: &str) -> String {
    let forms = scraper::Selector::parse("form").unwrap();
    let count = page.html.select(&forms).count();
    assert!(count > 0, "{}", page.source);
    let texts = page.texts(&format!("textarea[name='{name}']"));
    texts.into_iter().chain(page.attributes(&format!("input[name='{name}']"), "value")).next().unwrap_or_default()
}

/// All texts of a person that are kept.
async fn kept(app: &TestApp) -> i64 {
    app.number("SELECT COUNT(*) FROM unsent WHERE dropped_at IS NULL").await
}

#[tokio::test]
async fn text_that_is_sent_after_the_session_has_ended_waits_for_its_author_alone() {
    let app = TestApp::new().await;
    let mut editor = app.as_role(Role::Editor).await;
    let other = app.as_role(Role::Administrator).await;
    let path = begin_news(&editor, "Nachtarbeit").await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM).set("body", TEXT);
    end_sessions(&app).await;
    let address = waiting(&editor.post(&desk(&path), &form.pressed("speichern")).await);
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1, "nothing is saved without a session");

    editor.cookie = app.sign_in(&editor.email).await;
    let page = editor.page(&address).await;
    assert_eq!(value(&page, "body"), TEXT);
    assert_eq!(page.attributes("form[data-unsent]", "action"), [desk(&path)]);
    let mut other = other;
    other.cookie = app.sign_in(&other.email).await;
    assert_eq!(other.get(&address).await.status, StatusCode::NOT_FOUND, "it is nobody else's");
    assert_eq!(app.get(&address).await.status, StatusCode::SEE_OTHER);

    let saved = editor.post(&desk(&path), &Sheet::of(&page, FORM).pressed("speichern")).await;
    assert_eq!(notice(&saved), "gespeichert");
    assert_eq!(kept(&app).await, 0, "what is saved is offered to nobody");
    assert_eq!(editor.get(&address).await.status, StatusCode::NOT_FOUND);
}

/// Opens a form of the desk, fills a field, and sends it after the session has ended.
async fn survives(app: &TestApp, person: &mut Someone<'_>, (page, selector): (&str, &str), field: &str) {
    let opened = person.page(page).await;
    let action = opened.attributes(selector, "action").remove(0);
    let form = Sheet::of(&opened, selector).set(field, TEXT);
    end_sessions(app).await;
    let address = waiting(&person.post(&action, &form.pressed("speichern")).await);
    person.cookie = app.sign_in(&person.email).await;
    let page = person.page(&address).await;
    assert_eq!(value(&page, field), TEXT, "{action}");
    assert!(!page.texts(".desk-not-saved").is_empty() || page.source.contains("data-unsent"), "{action}");
}

#[tokio::test]
async fn text_of_every_form_survives_the_end_of_a_session() {
    let app = TestApp::new().await;
    let mut editor = app.as_role(Role::Administrator).await;
    let message = question(&app, "vielfalt").await;
    let medium = upload(&app, &editor, &[("title", "Saal")], ("saal.jpg", &photo(64, 48, 1))).await;
    let entry = desk("veranstaltungen/kongress-2018");
    for (page, field) in [
        (entry.as_str(), "body"),
        ("/redaktion/eintraege/aktuelles/neu", "matter.summary"),
        ("/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/leicht", "body"),
        ("/en/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/en", "body"),
        ("/redaktion/kontakte", "contact.0.role.de"),
        ("/redaktion/quellen", "source.0.name.de"),
        ("/redaktion/einstellungen/name", "motto.de"),
        (medium.as_str(), "alt.de"),
    ] {
        survives(&app, &mut editor, (page, FORM), field).await;
    }
    let message = format!("/redaktion/nachrichten/{message}");
    for (form, field) in [("antwort", "antwort"), ("notiz", "notiz"), ("abschluss", "ergebnis")] {
        survives(&app, &mut editor, (&message, &format!("form[action$='/{form}']")), field).await;
    }
}

#[tokio::test]
async fn form_without_the_mark_of_its_author_stands_on_the_page_to_be_sent_once_more() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Ohne Zeichen").await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM).set("body", TEXT);
    let stolen = form.get("von").replace('a', "b");
    for form in [form.clone().set("von", &stolen), form.without("von")] {
        let sent = app.press(Request::post(desk(&path)), &form.pressed("speichern")).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
        let page = sent.page();
        assert_eq!(value(&page, "body"), TEXT);
        assert_eq!(page.attributes("form.error-again", "action"), [desk(&path)]);
        assert_eq!(kept(&app).await, 0);
    }
}

#[tokio::test]
async fn form_of_an_entry_that_was_renamed_meanwhile_is_merged_and_its_old_address_leads_on() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = "veranstaltungen/auftakt-2017";
    let form = Sheet::of(&first.page(&desk(path)).await, FORM).set("body", TEXT);
    notice(&change(&second, path, &[("slug", "der-auftakt")]).await);
    notice(&press(&second, path, "veroeffentlichen", &[]).await);
    let conflict = first.post(&desk(path), &form.pressed("speichern")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page = conflict.page();
    let merged = Sheet::of(&page, FORM);
    assert_eq!((merged.get("body"), merged.get("slug")), (TEXT, "der-auftakt"));
    let action = page.attributes(FORM, "action").remove(0);
    assert_eq!(action, desk("veranstaltungen/der-auftakt"));
    assert_eq!(notice(&first.post(&action, &merged.pressed("speichern")).await), "gespeichert");
    for below in ["", "/sprachen/en"] {
        let old = first.get(&desk(&format!("{path}{below}"))).await;
        assert_eq!(old.header(header::LOCATION), format!("{action}{below}"));
    }
}

#[tokio::test]
async fn form_belongs_to_its_entry_though_another_one_has_its_address_by_now() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Gleicher Name").await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM).set("body", TEXT);
    notice(&change(&editor, &path, &[("slug", "erster")]).await);
    let second = begin_news(&editor, "Ein zweiter").await;
    // Only an import, or a program of before, gives an address away that another entry had.
    app.execute("DELETE FROM redirects").await;
    notice(&change(&editor, &second, &[("slug", "gleicher-name")]).await);
    let sent = editor.post(&desk(&path), &form.pressed("speichern")).await;
    assert_eq!(sent.status, StatusCode::CONFLICT, "the first was changed meanwhile");
    let merged = Sheet::of(&sent.page(), FORM);
    notice(&editor.post(&desk(&path), &merged.pressed("speichern")).await);
    let body = async |path: &str| Sheet::of(&editor.page(&desk(path)).await, FORM).get("body").to_owned();
    assert_eq!(body("aktuelles/erster").await, TEXT);
    assert_eq!(body(&path).await, "");
}

#[tokio::test]
async fn entry_that_was_withdrawn_meanwhile_does_not_go_public_again_by_a_button_of_before() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = "veranstaltungen/auftakt-2017";
    let form = Sheet::of(&first.page(&desk(path)).await, FORM).set("body", TEXT);
    notice(&act(&second, path, "ruecknahme", &[("grund", "Die Zahlen stimmten nicht.")]).await);
    for button in ["speichern", "veroeffentlichen"] {
        let refused = first.post(&desk(path), &form.pressed(button)).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{button}");
        let page = refused.page();
        let told = page.text(".error-summary");
        assert!(told.contains("Person 2") && told.contains("Die Zahlen stimmten nicht."), "{told}");
        assert_eq!(Sheet::of(&page, FORM).get("body"), TEXT);
    }
    assert_eq!(app.get("/veranstaltungen/auftakt-2017").await.status, StatusCode::GONE);
    let knowing = Sheet::of(&first.post(&desk(path), &form.pressed("speichern")).await.page(), FORM);
    assert_eq!(notice(&first.post(&desk(path), &knowing.pressed("speichern")).await), "gespeichert");
    assert_eq!(app.get("/veranstaltungen/auftakt-2017").await.status, StatusCode::GONE, "it is a draft");
}

#[tokio::test]
async fn form_of_a_new_entry_that_is_sent_twice_with_more_in_it_is_merged_into_the_one_it_began() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("aktuelles/neu");
    let form = Sheet::of(&editor.page(&path).await, FORM).set("matter.title", "Einmal");
    assert_eq!(notice(&editor.post(&path, &form.pressed("speichern")).await), "angelegt");
    assert_eq!(notice(&editor.post(&path, &form.pressed("speichern")).await), "angelegt", "a double click");
    let more = form.set("body", TEXT);
    let merged = editor.post(&path, &more.pressed("speichern")).await;
    assert_eq!(merged.status, StatusCode::CONFLICT);
    let page = merged.page();
    let action = page.attributes(FORM, "action").remove(0);
    assert_eq!(action, desk("aktuelles/einmal"));
    let form = Sheet::of(&page, FORM);
    assert_eq!((form.get("body"), form.get("slug")), (TEXT, "einmal"));
    assert_eq!(notice(&editor.post(&action, &form.pressed("speichern")).await), "gespeichert");
    assert_eq!(app.number("SELECT COUNT(*) FROM entries WHERE slug LIKE 'einmal%'").await, 1);
}

/// Keeps a form as the script of its page does.
async fn keep(person: &Someone<'_>, form: &Sheet) -> StatusCode {
    person.post("/redaktion/angefangen/zwischenstand", &form.pressed("")).await.status
}

#[tokio::test]
async fn text_that_was_kept_while_somebody_wrote_is_offered_where_they_look_for_it() {
    let app = TestApp::new().await;
    let (editor, other) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = desk("veranstaltungen/kongress-2018");
    let form = Sheet::of(&editor.page(&path).await, FORM);
    for text in ["Ein Anfang.", TEXT] {
        let status = keep(&editor, &form.clone().set("body", text)).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
    }
    assert_eq!(keep(&other, &form).await, StatusCode::BAD_REQUEST, "with the mark of somebody else");
    let new = desk("aktuelles/neu");
    let begun = Sheet::of(&editor.page(&new).await, FORM).set("matter.title", "Noch keine Meldung");
    assert_eq!(keep(&editor, &begun).await, StatusCode::NO_CONTENT);

    for (page, told) in [(path.as_str(), "Kongress ZukunftsBildung Ruhr 2018"), (new.as_str(), "Noch keine Meldung")] {
        let page = editor.page(page).await;
        let offer = page.text(".desk-unsent > p:first-child");
        assert!(offer.contains(told), "{offer}");
        let resumed = editor.page(&page.attributes(".desk-unsent a", "href").remove(0)).await;
        assert!(resumed.source.contains("data-unsent"));
    }
    let listed = editor.page("/redaktion").await.texts("section[aria-labelledby=unsent] tbody th");
    assert_eq!(listed, ["Noch keine Meldung", "Kongress ZukunftsBildung Ruhr 2018"]);
    for page in [path.as_str(), &new, "/redaktion"] {
        let page = other.page(page).await;
        assert!(page.texts(".desk-unsent").is_empty() && !page.source.contains("Noch keine Meldung"));
    }
}

#[tokio::test]
async fn text_that_was_dropped_by_mistake_comes_back() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/kongress-2018");
    let form = Sheet::of(&editor.page(&path).await, FORM).set("body", TEXT);
    keep(&editor, &form).await;
    let drop = editor.page(&path).await.attributes(".desk-unsent form", "action").remove(0);
    let list = editor.post_and_follow(&drop, &[]).await;
    assert_eq!(list.texts("tbody .desk-state"), ["verworfen"]);
    assert!(editor.page(&path).await.texts(".desk-unsent").is_empty());
    let back = list.attributes("tbody form", "action").remove(0);
    editor.post_and_follow(&back, &[]).await;
    assert_eq!(editor.page(&path).await.texts(".desk-unsent").len(), 1);

    app.clock.advance(jiff::SignedDuration::from_hours(24 * 31));
    app.run_due_jobs().await;
    app.settle().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM unsent").await, 0, "after thirty days it is gone");
}

#[tokio::test]
async fn text_whose_form_is_gone_can_still_be_copied() {
    let app = TestApp::new().await;
    let mut person = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    let path = desk("veranstaltungen/kongress-2018");
    let form = Sheet::of(&person.page(&path).await, FORM).set("body", TEXT);
    app.execute("DELETE FROM grants").await;
    end_sessions(&app).await;
    let address = waiting(&person.post(&path, &form.pressed("speichern")).await);
    person.cookie = app.sign_in(&person.email).await;
    let texts = person.page(&address).await.texts("main textarea[readonly]");
    assert!(texts.contains(&TEXT.to_owned()), "{texts:?}");
}

#[tokio::test]
async fn withdrawal_keeps_what_was_typed_beside_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/auftakt-2017";
    assert_eq!(notice(&act(&editor, path, "ruecknahme", &[("grund", "Zur Probe.")]).await), "zurueckgezogen");
    assert_eq!(kept(&app).await, 0, "nothing was typed");
    assert_eq!(notice(&press(&editor, path, "veroeffentlichen", &[]).await), "veroeffentlicht");
    let without_reason = act(&editor, path, "ruecknahme", &[("body", TEXT)]).await;
    assert_eq!(without_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(Sheet::of(&without_reason.page(), FORM).get("body"), TEXT);
    assert_eq!(without_reason.page().attributes("[aria-invalid=true]", "name"), ["grund"]);
    let done = act(&editor, path, "ruecknahme", &[("grund", "Zur Probe."), ("body", TEXT)]).await;
    assert_eq!(notice(&done), "zurueckgezogen");
    let page = editor.page(&desk(path)).await;
    assert_eq!(page.texts(".desk-unsent").len(), 1);
    assert_ne!(Sheet::of(&page, FORM).get("body"), TEXT);
    let resumed = editor.page(&page.attributes(".desk-unsent a", "href").remove(0)).await;
    assert_eq!(Sheet::of(&resumed, FORM).get("body"), TEXT);
}

#[tokio::test]
async fn every_answer_that_saved_nothing_says_so_to_the_script_that_guards_the_page() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Wächter").await;
    let unsaved = |page: &Page| page.attributes("form[data-unsent]", "id");
    let fresh = editor.page(&desk(&path)).await;
    assert!(unsaved(&fresh).is_empty());
    let form = Sheet::of(&fresh, FORM);
    for button in ["mehr:matter.links", "suche:matter.links.0.to", "zeigen"] {
        let page = editor.post(&desk(&path), &form.pressed(button)).await.page();
        assert_eq!(unsaved(&page), ["desk-form"], "{button}");
    }
    let faulty = form.set("matter.title", "");
    assert_eq!(unsaved(&editor.post(&desk(&path), &faulty.pressed("speichern")).await.page()), ["desk-form"]);
}
