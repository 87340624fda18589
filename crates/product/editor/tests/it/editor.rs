//! Editing entries at the desk: forms, drafts, publication, addresses, languages.

use accounts::Role;
use axum::http::{StatusCode, header};
use testing::editor::{FORM, act, begin_news, change, desk, notice, press, publish};
use testing::{Sheet, TestApp};

#[tokio::test]
async fn every_entry_comes_back_from_its_form_as_it_was() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let mut entries = Vec::new();
    for number in 1.. {
        let list = editor.page(&format!("/redaktion/eintraege?seite={number}")).await;
        let named = list.attributes(".desk-table tbody th a", "href");
        if named.is_empty() {
            break;
        }
        entries.extend(named);
    }
    assert_eq!(i64::try_from(entries.len()).unwrap(), app.number("SELECT COUNT(*) FROM entries").await);
    for path in entries {
        let form = Sheet::of(&editor.page(&path).await, FORM);
        let reply = editor.post(&path, &form.pressed("speichern")).await;
        let text = String::from_utf8_lossy(&reply.bytes).into_owned();
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}: {text}");
        assert!(reply.header(header::LOCATION).ends_with("hinweis=unveraendert"), "{path}");
    }
}

#[tokio::test]
async fn draft_is_seen_by_nobody_until_it_is_published_in_both_languages_and_in_search() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Quokkas im Quartier").await;
    assert_eq!(path, "aktuelles/quokkas-im-quartier");
    assert_eq!(app.get("/aktuelles/quokkas-im-quartier").await.status, StatusCode::NOT_FOUND);
    assert!(!app.page("/aktuelles").await.source.contains("Quokkas"));

    let saved =
        change(&editor, &path, &[("matter.when", "voraussichtlich Herbst 2027"), ("body", "Ein **Text**.")]).await;
    assert_eq!(notice(&saved), "gespeichert");
    assert_eq!(notice(&press(&editor, &path, "veroeffentlichen", &[]).await), "veroeffentlicht");

    for address in ["/aktuelles/quokkas-im-quartier", "/en/aktuelles/quokkas-im-quartier"] {
        let page = app.page(address).await;
        assert!(page.source.contains("<strong>Text</strong>"), "{address}");
    }
    assert_eq!(
        app.page("/aktuelles/quokkas-im-quartier").await.texts(".when-vague")[0],
        "voraussichtlich im Herbst 2027"
    );
    for address in ["/suche?q=Quokkas", "/en/suche?q=Quokkas"] {
        assert_eq!(app.page(address).await.texts(".search-title"), ["Quokkas im Quartier"], "{address}");
    }
}

#[tokio::test]
async fn public_sees_the_old_version_until_the_new_one_is_published() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let title = |page: testing::Page| page.text("h1");
    let before = title(app.page("/veranstaltungen/kongress-2018").await);
    assert_eq!(notice(&change(&editor, path, &[("matter.title", "Der große Kongress")]).await), "gespeichert");
    assert_eq!(title(app.page("/veranstaltungen/kongress-2018").await), before);

    let reply = press(&editor, path, "vorschau", &[]).await;
    let link = reply.header(header::LOCATION).to_owned();
    let preview = app.get(&link).await;
    assert_eq!(preview.status, StatusCode::OK, "{link}");
    assert_eq!(preview.header(header::CACHE_CONTROL), "no-store");
    assert_eq!(title(preview.page()), "Der große Kongress");
    assert_eq!(preview.page().texts(".site-preview").len(), 1);
    assert_eq!(title(app.page("/veranstaltungen/kongress-2018").await), before, "a preview leaves no trace");

    assert_eq!(notice(&press(&editor, path, "veroeffentlichen", &[]).await), "veroeffentlicht");
    assert_eq!(title(app.page("/veranstaltungen/kongress-2018").await), "Der große Kongress");
}

#[tokio::test]
async fn every_kind_of_entry_has_a_preview() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for kind in golden_thread::Kind::all() {
        let list = editor.page(&format!("/redaktion/eintraege?art={kind}")).await;
        let Some(path) = list.attributes(".desk-table tbody th a", "href").into_iter().next() else { continue };
        let path = path.trim_start_matches("/redaktion/eintraege/").to_owned();
        let link = press(&editor, &path, "vorschau", &[]).await.header(header::LOCATION).to_owned();
        for address in [link.clone(), format!("/en{link}")] {
            let preview = app.get(&address).await;
            assert_eq!(preview.status, StatusCode::OK, "{path} {address}");
            assert_eq!(preview.page().texts(".site-preview").len(), 1, "{path}");
        }
    }
}

#[tokio::test]
async fn forged_or_expired_preview_shows_nothing() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Geheim").await;
    let link = press(&editor, &path, "vorschau", &[]).await.header(header::LOCATION).to_owned();
    let forged = format!("{}{}", &link[..link.len() - 1], if link.ends_with('0') { '1' } else { '0' });
    assert_eq!(app.get(&forged).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/vorschau/x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&link).await.status, StatusCode::OK);
    app.clock.advance(jiff::SignedDuration::from_hours(14 * 24 + 1));
    assert_eq!(app.get(&link).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn entry_goes_public_at_its_instant_and_not_before() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Morgen früh").await;
    let reply = press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9 Uhr")]).await;
    assert_eq!(notice(&reply), "geplant");
    app.clock.advance("PT19H59M".parse::<jiff::SignedDuration>().unwrap());
    app.settle().await;
    assert_eq!(app.get("/aktuelles/morgen-frueh").await.status, StatusCode::NOT_FOUND);
    app.clock.advance(jiff::SignedDuration::from_mins(1));
    app.settle().await;
    assert_eq!(app.page("/aktuelles/morgen-frueh").await.text("h1"), "Morgen früh");
    assert_eq!(app.page("/suche?q=Morgen+fr%C3%BCh").await.texts(".search-title")[0], "Morgen früh");
}

#[tokio::test]
async fn instant_that_was_taken_back_passes_without_effect() {
    let app = TestApp::new().await;
    let mut editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Doch nicht").await;
    notice(&press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9:00")]).await);
    assert_eq!(notice(&act(&editor, &path, "termin/aufhebung", &[]).await), "entplant");
    app.clock.advance(jiff::SignedDuration::from_hours(48));
    app.settle().await;
    assert_eq!(app.get("/aktuelles/doch-nicht").await.status, StatusCode::NOT_FOUND);
    editor.cookie = app.sign_in(&editor.email).await;
    let past = press(&editor, &path, "planen", &[("tag", "24.11.2026"), ("uhrzeit", "9:00")]).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(past.page().text(".error-summary li").contains("schon vorbei"));
}

#[tokio::test]
async fn withdrawn_entry_says_why_at_its_address_and_can_come_back() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Voreilig").await;
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    let nothing = act(&editor, &path, "ruecknahme", &[("grund", " ")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply =
        act(&editor, &path, "ruecknahme", &[("grund", "Der Termin war falsch."), ("grund-en", "Wrong date.")]).await;
    assert_eq!(notice(&reply), "zurueckgezogen");
    for (address, why) in [("/aktuelles/voreilig", "Der Termin war falsch."), ("/en/aktuelles/voreilig", "Wrong date.")]
    {
        let gone = app.get(address).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert_eq!(gone.page().text(".lead"), why);
    }
    assert!(app.page("/suche?q=Voreilig").await.texts(".search-title").is_empty());
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    assert_eq!(app.page("/aktuelles/voreilig").await.text("h1"), "Voreilig");
}

#[tokio::test]
async fn old_address_leads_to_the_new_one_and_is_given_to_nobody_else() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Alt").await;
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    notice(&change(&editor, &path, &[("slug", "neu-und-gut")]).await);
    assert_eq!(app.get("/aktuelles/alt").await.status, StatusCode::OK, "the address changes with the publication");
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    for prefix in ["", "/en"] {
        let moved = app.get(&format!("{prefix}/aktuelles/alt")).await;
        assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
        assert_eq!(moved.header(header::LOCATION), format!("{prefix}/aktuelles/neu-und-gut"));
    }
    let other = begin_news(&editor, "Alt").await;
    assert_eq!(other, "aktuelles/alt-2");
    let taken = change(&editor, &other, &[("slug", "alt")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.page().text(".error-summary li").contains("gehört schon"));
    // Back to where it was: nothing leads in a circle.
    notice(&change(&editor, "aktuelles/neu-und-gut", &[("slug", "alt")]).await);
    notice(&press(&editor, "aktuelles/neu-und-gut", "veroeffentlichen", &[]).await);
    assert_eq!(app.get("/aktuelles/alt").await.status, StatusCode::OK);
    assert_eq!(app.get("/aktuelles/neu-und-gut").await.status, StatusCode::PERMANENT_REDIRECT);
}

#[tokio::test]
async fn link_is_made_by_title_withdrawn_with_a_reason_and_never_deleted() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Bericht").await;
    let rows =
        [("matter.links.zahl", "1"), ("matter.links.0.relation", "part_of"), ("matter.links.0.to", "Kongress Zu")];
    let which = change(&editor, &path, &rows).await;
    assert_eq!(which.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = which.page();
    let choices = page.attributes(".desk-hits input", "value");
    let congress = choices.iter().find(|text| text.ends_with("veranstaltungen/kongress-2018")).expect("the congress");
    let form = Sheet::of(&page, FORM).set("matter.links.0.to.wahl", congress);
    assert_eq!(notice(&editor.post(&desk(&path), &form.pressed("speichern")).await), "gespeichert");
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    let steps = |page: testing::Page| page.texts(".path-title a");
    assert!(steps(app.page("/aktuelles/bericht").await).contains(&"Kongress ZukunftsBildung Ruhr 2018".to_owned()));

    notice(&change(&editor, &path, &[("matter.links.0.withdrawn_why", "Verwechselt.")]).await);
    notice(&press(&editor, &path, "veroeffentlichen", &[]).await);
    assert!(!steps(app.page("/aktuelles/bericht").await).contains(&"Kongress ZukunftsBildung Ruhr 2018".to_owned()));
    let kept = "SELECT COUNT(*) FROM links WHERE withdrawn_why = 'Verwechselt.'";
    assert_eq!(app.number(kept).await, 1);
    let page = editor.page(&desk(&path)).await;
    assert_eq!(page.texts(".desk-gone li"), ["ist Teil von Kongress ZukunftsBildung Ruhr 2018 Verwechselt."]);
}

#[tokio::test]
async fn link_that_would_close_a_circle_in_time_is_refused_beside_its_field() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let first = begin_news(&editor, "Erst").await;
    let second = begin_news(&editor, "Dann").await;
    let link = |to: &'static str| {
        [("matter.links.zahl", "1"), ("matter.links.0.relation", "led_to"), ("matter.links.0.to", to)]
    };
    assert_eq!(notice(&change(&editor, &first, &link("aktuelles/dann")).await), "gespeichert");
    let refused = change(&editor, &second, &link("aktuelles/erst")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.page();
    assert!(page.text(".error-summary li").contains("zu sich selbst geführt"));
    assert_eq!(page.attributes("[aria-invalid=true]", "name"), ["matter.links.0.to"]);
    let itself = change(&editor, &first, &link("aktuelles/erst")).await;
    assert!(itself.page().text(".error-summary li").contains("mit sich selbst"));
}

#[tokio::test]
async fn rows_are_added_moved_and_removed_without_saving_anything() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/kongress-2018");
    let form = Sheet::of(&editor.page(&path).await, FORM).set("matter.title", "Noch nicht gespeichert");
    let rows: usize = form.get("table.programme.zahl").parse().unwrap();
    let reply = editor.post(&path, &form.pressed("mehr:table.programme")).await;
    assert_eq!(reply.status, StatusCode::OK);
    let form = Sheet::of(&reply.page(), FORM);
    assert_eq!(form.get("table.programme.zahl"), (rows + 1).to_string());
    assert_eq!(form.get("matter.title"), "Noch nicht gespeichert");
    let (first, second) =
        (form.get("table.programme.0.title.de").to_owned(), form.get("table.programme.1.title.de").to_owned());
    let form = Sheet::of(&editor.post(&path, &form.pressed("hoch:table.programme.1")).await.page(), FORM);
    assert_eq!((form.get("table.programme.0.title.de"), form.get("table.programme.1.title.de")), (&*second, &*first));
    let form = Sheet::of(&editor.post(&path, &form.pressed("weg:table.programme.0")).await.page(), FORM);
    assert_eq!(form.get("table.programme.0.title.de"), first);
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1, "nothing was saved");
}

#[tokio::test]
async fn wrong_input_comes_back_with_a_message_at_its_field_and_loses_nothing() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Fehler").await;
    let wrong =
        change(&editor, &path, &[("matter.title", ""), ("matter.when", "31.2.2020"), ("body", "Mein Text")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = wrong.page();
    assert_eq!(page.texts(".error-summary li").len(), 2);
    assert_eq!(page.attributes("[aria-invalid=true]", "name"), ["matter.title", "matter.when"]);
    let form = Sheet::of(&page, FORM);
    assert_eq!((form.get("matter.when"), form.get("body").trim()), ("31.2.2020", "Mein Text"));
}

#[tokio::test]
async fn translation_tells_when_its_original_has_changed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Original").await;
    let english = format!("{path}/sprachen/en");
    let translate = async |fields: &[(&str, &str)]| {
        let page = editor.page(&desk(&english)).await;
        let form = fields.iter().fold(Sheet::of(&page, FORM), |form, (name, value)| form.set(name, value));
        editor.post(&desk(&english), &form.pressed("speichern")).await
    };
    assert_eq!(notice(&translate(&[("title", "Draft original"), ("review", "draft")]).await), "uebersetzt");
    notice(&publish(&editor, &path).await);
    assert_eq!(app.page("/en/aktuelles/original").await.text("h1"), "Original", "nobody has checked it yet");
    assert_eq!(notice(&translate(&[("review", "checked")]).await), "uebersetzt");
    notice(&publish(&editor, &path).await);
    assert_eq!(app.page("/en/aktuelles/original").await.text("h1"), "Draft original");

    let marks = async || editor.page(&desk(&path)).await.texts(".desk-aside .desk-list .desk-muted")[0].clone();
    assert_eq!(marks().await, "vorhanden");
    notice(&change(&editor, &path, &[("body", "Ganz anders.")]).await);
    assert_eq!(marks().await, "Original wurde geändert");
    notice(&publish(&editor, &path).await);
    let stale = editor.page("/redaktion/eintraege?sprache=veraltet").await;
    assert_eq!(stale.texts(".desk-table tbody th"), ["Original"]);
    assert_eq!(notice(&translate(&[("aktuell", "ja")]).await), "uebersetzt");
    assert_eq!(marks().await, "vorhanden");
}

#[tokio::test]
async fn hints_for_leichte_sprache_advise_and_never_block() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Hinweise").await;
    let address = desk(&format!("{path}/sprachen/leicht"));
    let text = "Die Bildungsgerechtigkeitsinitiative wird von fünf Menschen durchgeführt.";
    let form = Sheet::of(&editor.page(&address).await, FORM).set("title", "Leicht").set("body", text);
    let hints = editor.post(&address, &form.pressed("pruefen")).await;
    assert_eq!(hints.status, StatusCode::OK);
    let words = hints.page().texts(".desk-hints li strong");
    assert!(words.contains(&"fünf".to_owned()) && words.iter().any(|word| word.contains("initiative")), "{words:?}");
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1, "nothing was saved");
    assert_eq!(notice(&editor.post(&address, &form.pressed("speichern")).await), "uebersetzt");
}

#[tokio::test]
async fn editor_of_one_field_writes_there_and_nowhere_else() {
    let app = TestApp::new().await;
    let id = app.uuid("SELECT id FROM entries WHERE kind = 'field' AND number = 4").await;
    let grant = accounts::Grant::new(Role::Editor, accounts::Scope::Field(golden_thread::EntryId(id))).unwrap();
    let editor = app.as_person(&[grant]).await;
    let foreign = editor.get(&desk("veranstaltungen/kongress-2018")).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let form = Sheet::of(&editor.page(&desk("aktuelles/neu")).await, FORM).set("matter.title", "Aus dem Feld");
    let nowhere = editor.post(&desk("aktuelles/neu"), &form.pressed("speichern")).await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nowhere.page().text(".error-summary li").contains("Ihrem Bereich"));
    let slug = nowhere.page().attributes("[name='matter.fields']", "value")[3].clone();
    let form = form.set("matter.fields", &slug);
    let made = editor.post(&desk("aktuelles/neu"), &form.pressed("speichern")).await;
    assert_eq!(notice(&made), "angelegt");
    // Out of one's own field one cannot give it.
    let away = change(&editor, "aktuelles/aus-dem-feld", &[("matter.fields", "")]).await;
    assert_eq!(away.status, StatusCode::UNPROCESSABLE_ENTITY);
}
