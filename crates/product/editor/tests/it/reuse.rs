//! The content of an entry is used again: as a copy, for the next occasion, as a template.

use accounts::Role;
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use testing::editor::{FORM, act, begin_news, desk, notice};
use testing::{Sheet, Someone, TestApp};

#[tokio::test]
async fn copy_is_a_draft_with_the_same_content_but_its_date() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let original = Sheet::of(&editor.page(&desk(path)).await, FORM);
    let reply = act(&editor, path, "kopie", &[("body", "Noch nicht gespeichert")]).await;
    assert_eq!(notice(&reply), "kopiert");
    let page = editor.page(reply.header(header::LOCATION)).await;
    let copy = Sheet::of(&page, FORM);
    assert_eq!(copy.get("matter.title"), format!("{} (Kopie)", original.get("matter.title")));
    for name in ["matter.summary", "body", "matter.links.zahl", "matter.links.0.to", "matter.municipality"] {
        assert_eq!(copy.get(name), original.get(name), "{name}");
    }
    for name in ["matter.when", "matter.certainty", "table.starts", "table.ends"] {
        assert_eq!(copy.get(name), "", "{name}");
    }
    assert_ne!(original.get("matter.when"), "");
    assert_eq!(copy.get("zustand"), "draft");
    let text = desk(&format!("veranstaltungen/{}/sprachen/en", copy.get("slug")));
    assert_eq!(Sheet::of(&editor.page(&text).await, FORM).get("review"), "draft");
    assert_eq!(editor.page(&desk(path)).await.texts(".desk-unsent").len(), 1, "what was typed is offered");
    let second = act(&editor, path, "kopie", &[]).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "a second copy has an address of its own");
}

/// Begins the next occasion of an event, and opens the form of the draft.
async fn next(editor: &Someone<'_>, path: &str, year: &str) -> Sheet {
    let reply = act(editor, path, "folgejahr", &[("jahr", year)]).await;
    assert_eq!(notice(&reply), "folgejahr");
    Sheet::of(&editor.page(reply.header(header::LOCATION)).await, FORM)
}

#[tokio::test]
async fn next_occasion_lies_on_the_same_weekday_and_takes_nothing_that_is_true_of_the_last_one_only() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let original = Sheet::of(&editor.page(&desk(path)).await, FORM);
    assert_eq!(original.get("jahr"), "2027", "the first year in which it lies ahead");
    let draft = next(&editor, path, "").await;
    assert_eq!(original.get("matter.when"), "20.–21. September 2018");
    assert_eq!(draft.get("matter.when"), "23.–24. September 2027", "Thursday and Friday again");
    assert_eq!(draft.get("matter.certainty"), "expected", "nobody has decided on it");
    assert_eq!(draft.get("matter.title"), original.get("matter.title").replace("2018", "2027"));
    for name in
        ["matter.summary", "body", "table.venue", "table.starts", "table.organisers.zahl", "table.programme.zahl"]
    {
        assert_eq!(draft.get(name), original.get(name), "{name}");
    }
    for name in ["matter.claims.zahl", "matter.gaps.zahl", "matter.attachments.zahl"] {
        assert_eq!(draft.get(name), "0", "{name}");
    }
    assert_ne!(original.get("matter.claims.zahl"), "0");
    assert_eq!((draft.get("table.sign_up"), draft.get("matter.sources")), ("", ""));
    assert_eq!(draft.get("matter.links.zahl"), "1", "the golden thread leads on");
    assert_eq!(draft.get("matter.links.0.relation"), "builds_on");
    assert!(draft.get("matter.links.0.to").contains("Kongress"), "{}", draft.get("matter.links.0.to"));
    let text = desk(&format!("veranstaltungen/{}/sprachen/en", draft.get("slug")));
    let english = Sheet::of(&editor.page(&text).await, FORM);
    assert_eq!(english.get("review"), "draft");
    assert!(english.get("title").contains("2027"), "{}", english.get("title"));
    assert_eq!(next(&editor, path, "2030").await.get("matter.when"), "19.–20. September 2030");
}

#[tokio::test]
async fn year_that_cannot_be_read_comes_back_with_the_form() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let fields = [("jahr", "nächstes"), ("body", "Noch nicht gespeichert")];
    let reply = act(&editor, "veranstaltungen/kongress-2018", "folgejahr", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(page.texts(".error-summary li"), ["Jahr: Nennen Sie ein Jahr mit vier Ziffern, zum Beispiel 2027."]);
    let form = Sheet::of(&page, FORM);
    assert_eq!((form.get("jahr"), form.get("body")), ("nächstes", "Noch nicht gespeichert"));
    let news = editor.page(&desk("aktuelles/neu")).await;
    assert!(!news.source.contains("folgejahr"));
}

/// Keeps an entry as a template, and gives the links with which a new one begins.
async fn keep(editor: &Someone<'_>, path: &str, name: &str) -> Vec<String> {
    let reply = act(editor, path, "vorlage", &[("vorlagenname", name)]).await;
    assert!(["vorlage", "vorlage-ersetzt"].contains(&notice(&reply).as_str()));
    let folder = path.split('/').next().unwrap();
    editor.page(&desk(&format!("{folder}/neu"))).await.attributes(".desk-templates a", "href")
}

#[tokio::test]
async fn entry_that_begins_with_a_template_has_its_content_and_its_translations() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let original = Sheet::of(&editor.page(&desk(path)).await, FORM);
    let links = keep(&editor, path, "Großer Kongress").await;
    assert_eq!(editor.page(&desk("neu")).await.texts(".desk-templates a"), ["Großer Kongress"]);
    let page = editor.page(&links[0]).await;
    assert!(page.text(".desk-templates").contains("»Großer Kongress«"));
    let form = Sheet::of(&page, FORM);
    for name in ["matter.title", "matter.summary", "body", "table.venue", "table.starts", "table.organisers.zahl"] {
        assert_eq!(form.get(name), original.get(name), "{name}");
    }
    assert_eq!(
        (form.get("matter.when"), form.get("matter.claims.zahl"), form.get("matter.links.zahl")),
        ("", "0", "0")
    );
    let new = desk("veranstaltungen/neu");
    let empty = editor.post(&new, &form.clone().set("matter.title", "").pressed("speichern")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "and its template is not forgotten");
    let form = Sheet::of(&empty.page(), FORM).set("matter.title", "Kongress mit Vorlage");
    let reply = editor.post(&new, &form.pressed("speichern")).await;
    assert_eq!(notice(&reply), "angelegt");
    let english = Sheet::of(&editor.page(&desk("veranstaltungen/kongress-mit-vorlage/sprachen/en")).await, FORM);
    assert_ne!(english.get("body"), "");
    assert_eq!(english.get("review"), "draft");
}

#[tokio::test]
async fn template_of_the_same_name_takes_the_place_of_the_former_which_comes_back() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (first, second) = (begin_news(&editor, "Erste Fassung").await, begin_news(&editor, "Zweite Fassung").await);
    let title = async |links: &[String]| {
        assert_eq!(links.len(), 1);
        Sheet::of(&editor.page(&links[0]).await, FORM).get("matter.title").to_owned()
    };
    assert_eq!(title(&keep(&editor, &first, "Meldung").await).await, "Erste Fassung");
    assert_eq!(title(&keep(&editor, &second, "Meldung").await).await, "Zweite Fassung");
    let templates = desk("vorlagen");
    let page = editor.page(&templates).await;
    assert_eq!((page.texts("tbody th").len(), page.texts(".desk-list li").len()), (1, 1));
    let back = page.attributes(".desk-list form", "action").remove(0);
    assert_eq!(notice(&editor.post(&back, &[]).await), "zurueck");
    let links = editor.page(&desk("aktuelles/neu")).await.attributes(".desk-templates a", "href");
    assert_eq!(title(&links).await, "Erste Fassung");
    let delete = editor.page(&templates).await.attributes("tbody form", "action").remove(0);
    assert_eq!(notice(&editor.post(&delete, &[]).await), "geloescht");
    assert_eq!(editor.page(&desk("aktuelles/neu")).await.texts(".desk-templates"), [""; 0]);
    assert_eq!(editor.page(&templates).await.texts(".desk-list li").len(), 2);
    app.clock.advance(SignedDuration::from_hours(24 * 31));
    app.settle().await;
    let later = app.as_role(Role::Editor).await;
    assert_eq!(later.page(&templates).await.texts(".desk-list li").len(), 0, "after thirty days they are gone");
}

#[tokio::test]
async fn template_is_named_and_kept_by_people_who_see_to_all_entries_only() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Ohne Namen").await;
    let reply = act(&editor, &path, "vorlage", &[("notiz", "Bitte ansehen")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(Sheet::of(&reply.page(), FORM).get("notiz"), "Bitte ansehen");
    keep(&editor, "veranstaltungen/kongress-2018", "Kongress").await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    let page = organiser.page(&desk("veranstaltungen/kongress-2018")).await;
    assert!(!page.source.contains("vorlagenname"));
    let refused = act(&organiser, "veranstaltungen/kongress-2018", "vorlage", &[("vorlagenname", "Meine")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let offered = organiser.page(&desk("veranstaltungen/neu")).await;
    assert_eq!(offered.texts(".desk-templates a"), ["Kongress"], "but she begins with it");
}
