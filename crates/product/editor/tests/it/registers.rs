//! Contacts and sources at the desk: public at once, with versions, and nothing is lost when two save.

use accounts::Role;
use axum::http::{StatusCode, header};
use testing::{Sheet, TestApp};

const FORM: &str = "form.desk-form";
const CONTACTS: &str = "/redaktion/kontakte";
const SOURCES: &str = "/redaktion/quellen";

#[tokio::test]
async fn saved_contacts_are_public_at_once_and_can_be_brought_back() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let form = Sheet::of(&editor.page(CONTACTS).await, FORM);
    let before = app.page("/kontakt").await.texts(".contact-role");
    let changed = form.set("contact.0.role.de", "Leitstelle für alle Fragen");
    let page = editor.post_and_follow(CONTACTS, &changed.pressed("speichern")).await;
    assert_eq!(page.texts(".notice.is-done").len(), 1);
    assert!(app.page("/kontakt").await.texts(".contact-role").contains(&"Leitstelle für alle Fragen".to_owned()));

    let restored = editor.post(&format!("{CONTACTS}/fassungen/0/wiederherstellung"), &[("fassung", "1")]).await;
    assert_eq!(restored.status, StatusCode::SEE_OTHER);
    assert_eq!(app.page("/kontakt").await.texts(".contact-role"), before);
    assert_eq!(app.number("SELECT COUNT(*) FROM versions").await, 3);
}

#[tokio::test]
async fn address_with_umlauts_is_kept_in_ascii_and_shown_as_it_was_typed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let form = Sheet::of(&editor.page(CONTACTS).await, FORM);
    let wrong = form.clone().set("contact.0.email", "info@mül_ler.example");
    assert_eq!(editor.post(CONTACTS, &wrong.pressed("speichern")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let changed = form.set("contact.0.email", "info@Müller.example");
    let page = editor.post_and_follow(CONTACTS, &changed.pressed("speichern")).await;
    assert_eq!(Sheet::of(&page, FORM).get("contact.0.email"), "info@müller.example");
    let kept = "SELECT COUNT(*) FROM contacts WHERE email = 'info@xn--mller-kva.example'";
    assert_eq!(app.number(kept).await, 1);
    let page = app.page("/kontakt").await;
    assert!(page.texts("main a").contains(&"info@müller.example".to_owned()), "{:?}", page.texts("main a"));
    let links = page.attributes("main a", "href");
    assert!(links.contains(&"mailto:info@xn--mller-kva.example".to_owned()), "{links:?}");
}

#[tokio::test]
async fn second_to_save_a_list_sees_both() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let form = Sheet::of(&first.page(SOURCES).await, FORM);
    let theirs = form.clone().set("source.0.name.de", "Von der ersten Person");
    first.post_and_follow(SOURCES, &theirs.pressed("speichern")).await;
    let mine = form.set("source.0.name.de", "Von mir");
    let conflict = second.post(SOURCES, &mine.pressed("speichern")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page = conflict.page();
    assert!(page.texts(".desk-text").join(" ").contains("Von der ersten Person"));
    assert_eq!(Sheet::of(&page, FORM).get("source.0.name.de"), "Von mir");
}

#[tokio::test]
async fn source_that_is_still_named_is_not_removed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let form = Sheet::of(&editor.page(SOURCES).await, FORM);
    let without = Sheet::of(&editor.post(SOURCES, &form.pressed("weg:source.0")).await.page(), FORM);
    let refused = editor.post(SOURCES, &without.pressed("speichern")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.page();
    let name = form.get("source.0.name.de");
    let fault = page.text(".error-summary li");
    let number: usize = fault.split(' ').find_map(|word| word.parse().ok()).unwrap();
    let told = format!("»{name}« wird noch von {number} Einträgen genannt und bleibt deshalb stehen.");
    assert_eq!(fault, format!("Quellen 1, Name (Deutsch): {told}"));
    assert_eq!(page.attributes(".error-summary a", "href"), ["#form-source.0.name.de"]);
    let back = Sheet::of(&page, FORM);
    for field in ["source.zahl", "source.0.name.de", "source.0.key", "source.1.key"] {
        assert_eq!(back.get(field), form.get(field), "the row is back in its place: {field}");
    }
    let links = page.attributes(".desk-used a", "href");
    assert_eq!(links.len(), number.min(5), "{links:?}");
    assert_eq!(editor.get(&links[0]).await.status, StatusCode::OK);
    assert_eq!(page.texts(".desk-used li").len(), number.min(6));

    let rows: usize = form.get("source.zahl").parse().unwrap();
    let more = Sheet::of(&editor.post(SOURCES, &form.pressed("mehr:source")).await.page(), FORM);
    let added = more.set(&format!("source.{rows}.name.de"), "Niemand nennt mich");
    editor.post_and_follow(SOURCES, &added.pressed("speichern")).await;
    let form = Sheet::of(&editor.page(SOURCES).await, FORM);
    let gone = Sheet::of(&editor.post(SOURCES, &form.pressed(&format!("weg:source.{rows}"))).await.page(), FORM);
    editor.post_and_follow(SOURCES, &gone.pressed("speichern")).await;
    assert_eq!(app.number("SELECT COUNT(*) FROM sources WHERE name_de = 'Niemand nennt mich'").await, 0);
}

#[tokio::test]
async fn lists_are_for_those_who_work_for_the_whole_initiative() {
    let app = TestApp::new().await;
    for role in [Role::DataProtection, Role::PersonalReader] {
        let person = app.as_role(role).await;
        for path in [CONTACTS, SOURCES] {
            assert_eq!(person.get(path).await.status, StatusCode::FORBIDDEN, "{role} {path}");
            assert_eq!(person.post(path, &[("fassung", "0")]).await.status, StatusCode::FORBIDDEN, "{role} {path}");
        }
    }
    let nobody = app.get(CONTACTS).await;
    assert_eq!(nobody.status, StatusCode::SEE_OTHER);
    assert!(nobody.header(header::LOCATION).starts_with("/anmelden"));
}

#[tokio::test]
async fn two_new_contacts_of_one_role_are_both_kept() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for (path, list, name) in [(CONTACTS, "contact", "role"), (SOURCES, "source", "name")] {
        let mut form = Sheet::of(&editor.page(path).await, FORM);
        let rows: usize = form.get(&format!("{list}.zahl")).parse().unwrap();
        for row in [rows, rows + 1] {
            form = Sheet::of(&editor.post(path, &form.pressed(&format!("mehr:{list}"))).await.page(), FORM);
            form = form.set(&format!("{list}.{row}.{name}.de"), "Zweimal dasselbe");
            if list == "contact" {
                form = form.set(&format!("contact.{row}.email"), &format!("stelle-{row}@ort.example"));
                form = form.set(&format!("contact.{row}.body"), "mitwirkende/ruhrfutur");
            }
        }
        editor.post_and_follow(path, &form.pressed("speichern")).await;
        let kept = Sheet::of(&editor.page(path).await, FORM);
        let same = |row: usize| kept.get(&format!("{list}.{row}.{name}.de")) == "Zweimal dasselbe";
        assert!(same(rows) && same(rows + 1), "{path}");
    }
}
