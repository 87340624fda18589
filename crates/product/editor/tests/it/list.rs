//! The list of entries: what its search and its filters find, in which order, and what it says when it is empty.

use accounts::Role;
use axum::http::StatusCode;
use testing::editor::{begin_news, change, desk, notice, publish};
use testing::{Someone, TestApp};

const LIST: &str = "/redaktion/eintraege";

/// The titles of a view, in their order.
async fn titles(person: &Someone<'_>, query: &str) -> Vec<String> {
    person.page(&format!("{LIST}?{query}")).await.texts(".desk-table tbody th")
}

#[tokio::test]
async fn words_are_found_in_any_order_in_titles_and_texts_and_drafts_too() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    assert_eq!(titles(&editor, "q=kongress+2018&art=event").await[0], "Kongress ZukunftsBildung Ruhr 2018");
    let path = begin_news(&editor, "Quokkas im Viertel").await;
    notice(&change(&editor, &path, &[("body", "Das **Bürgerbüro** der Hochschule lädt ein.")]).await);
    for words in ["viertel+quokkas", "b%C3%BCrgerb%C3%BCro", "buergerbuero", "burgerburo", "BUERO+schule+quokka"] {
        assert_eq!(titles(&editor, &format!("q={words}")).await[0], "Quokkas im Viertel", "{words}");
    }
    assert!(titles(&editor, "q=quokkas+kongress").await.is_empty(), "every word must be there");
    assert!(titles(&editor, "q=%3F%21").await.is_empty());
}

#[tokio::test]
async fn search_follows_the_newest_version_and_titles_come_first() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let titled = begin_news(&editor, "Wombats").await;
    let told = begin_news(&editor, "Später angelegt").await;
    notice(&change(&editor, &told, &[("body", "Von Wombats.")]).await);
    assert_eq!(titles(&editor, "q=wombat").await, ["Wombats", "Später angelegt"]);
    notice(&publish(&editor, &titled).await);
    notice(&change(&editor, &titled, &[("body", "Auch Kängurus.")]).await);
    assert_eq!(titles(&editor, "q=k%C3%A4nguru").await, ["Wombats"], "before the public sees it");
    notice(&change(&editor, &told, &[("body", "Von nichts.")]).await);
    assert_eq!(titles(&editor, "q=wombat").await, ["Wombats"]);
}

#[tokio::test]
async fn empty_list_offers_to_look_without_filters_before_anything_is_begun() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&format!("{LIST}?q=kongress+2018&stand=withdrawn")).await;
    let elsewhere = page.attributes(".desk-main p a", "href").into_iter().find(|href| href.contains("q=")).unwrap();
    assert!(!elsewhere.contains("stand") && !titles_at(&editor, &elsewhere).await.is_empty(), "{elsewhere}");
    assert!(!page.source.contains("gibt es hier noch nicht"));
    let page = editor.page(&format!("{LIST}?q=ornithorhynchus")).await;
    assert!(page.source.contains("gibt es hier noch nicht"));
    let page = editor.page(&format!("{LIST}?stand=withdrawn")).await;
    assert!(page.source.contains("Mit diesen Filtern passt kein Eintrag."));
}

async fn titles_at(person: &Someone<'_>, path: &str) -> Vec<String> {
    person.page(path).await.texts(".desk-table tbody th")
}

#[tokio::test]
async fn filters_pick_by_belonging_person_language_and_picture_and_work_together() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let other = app.as_role(Role::Editor).await;
    let mine = begin_news(&editor, "Von mir").await;
    let theirs = begin_news(&other, "Von anderen").await;
    assert_eq!(titles(&editor, "person=ich").await, ["Von mir"]);
    assert_eq!(titles(&editor, &format!("person={}", other.id.0)).await, ["Von anderen"]);
    notice(&change(&other, &mine, &[("body", "Von beiden.")]).await);
    assert_eq!(titles(&editor, "person=ich").await, ["Von mir"], "who began it stays");
    assert_eq!(titles(&other, "person=ich&stand=draft&folge=titel").await, ["Von anderen", "Von mir"]);

    let field = [("matter.fields", "vielfalt")];
    notice(&change(&editor, &theirs, &field).await);
    let of_field = titles(&editor, "feld=vielfalt&art=news").await;
    assert_eq!(of_field, ["Von anderen", "Fachtag: Eltern und Einrichtungen als Partner"]);
    assert!(titles(&editor, "organisation=ruhrfutur").await.len() > 3);
    assert!(titles(&editor, "organisation=ruhrfutur&art=news&stand=draft").await.is_empty());

    let languages = [("sprache=en", false), ("sprache=ohne-en", true), ("sprache=ungeprueft", false)];
    for (query, is_there) in languages {
        assert_eq!(titles(&editor, &format!("{query}&q=von+mir")).await.contains(&"Von mir".to_owned()), is_there);
    }
    let path = desk(&format!("{mine}/sprachen/en"));
    let form = testing::Sheet::of(&editor.page(&path).await, "form.desk-form").set("title", "By me");
    assert_eq!(editor.post(&path, &form.pressed("speichern")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(titles(&editor, "sprache=ungeprueft").await, ["Von mir"]);
    assert!(titles(&editor, "bild=ohne&person=ich").await.contains(&"Von mir".to_owned()));
}

#[tokio::test]
async fn order_and_columns_are_chosen_and_the_pager_keeps_them() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page(&format!("{LIST}?folge=titel&spalte=felder&spalte=datum&spalte=sprachen")).await;
    assert_eq!(page.texts(".desk-table thead th"), ["Titel", "Datum", "Handlungsfelder", "Sprachen"]);
    let first = page.texts(".desk-table tbody th");
    let next = page.attributes(".pager a[rel=next]", "href").remove(0);
    assert!(next.contains("folge=titel") && next.contains("spalte=felder"), "{next}");
    let page = editor.page(&next).await;
    assert_eq!(page.texts(".desk-table thead th").len(), 4);
    let key = |title: &String| base::fold::words(title);
    let all: Vec<String> = first.iter().chain(&page.texts(".desk-table tbody th")).map(key).collect();
    assert_eq!(all.len(), 100);
    assert!(all.is_sorted(), "{all:?}");
    assert_eq!(page.attributes(".desk-views [aria-current]", "href"), [LIST], "the view is the same in any order");
}

#[tokio::test]
async fn view_of_a_limited_person_holds_only_their_own_and_names_no_colleague() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    begin_news(&editor, "Vertrauliche Sache").await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-4-vielfalt").await;
    let page = organiser.page(&format!("{LIST}?q=vertrauliche+sache&stand=draft")).await;
    assert!(page.texts(".desk-table tbody th").is_empty() && !page.source.contains("Vertrauliche Sache"));
    assert_eq!(page.texts("#filter-person option"), ["alle", "mir"]);
    assert_eq!(titles(&organiser, "").await, ["Themenforum 04: Vielfalt"]);
}

#[tokio::test]
async fn entries_of_an_older_database_are_found_after_the_next_start() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let all = titles(&editor, "q=kongress").await;
    app.execute("DELETE FROM desk_cards").await;
    archive::document::complete(&app.db.db).await.unwrap();
    assert_eq!(titles(&editor, "q=kongress").await, all);
    assert_eq!(app.number("SELECT COUNT(*) FROM desk_cards").await, 127);
}
