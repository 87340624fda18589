//! Two people write the same text at the same time: paragraphs of both are put together, and what both changed is settled.

use accounts::Role;
use axum::http::StatusCode;
use testing::editor::{FORM, begin_news, change, desk, notice};
use testing::{Page, Sheet, Someone, TestApp};

const TEXT: &str = "Eins.\n\nZwei.\n\nDrei.";

/// The page after the second person has saved `mine`, while the first one has saved `theirs`.
async fn conflict(first: &Someone<'_>, second: &Someone<'_>, path: &str, (theirs, mine): (&str, &str)) -> Page {
    change(first, path, &[("body", TEXT)]).await;
    let form = Sheet::of(&second.page(&desk(path)).await, FORM).set("body", mine);
    change(first, path, &[("body", theirs)]).await;
    let conflict = second.post(&desk(path), &form.pressed("speichern")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    conflict.page()
}

/// The page after a button of the conflict.
async fn choose(person: &Someone<'_>, path: &str, page: &Page, button: &str) -> Page {
    let form = Sheet::of(page, FORM);
    let chosen = person.post(&desk(path), &form.pressed(button)).await;
    assert_eq!(chosen.status, StatusCode::OK);
    chosen.page()
}

fn body(page: &Page) -> String {
    Sheet::of(page, FORM).get("body").trim().to_owned()
}

#[tokio::test]
async fn two_who_write_in_different_paragraphs_need_not_choose() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Zwei Absätze").await;
    let page = conflict(&first, &second, &path, ("Eins!\n\nZwei.\n\nDrei.", "Eins.\n\nZwei.\n\nDrei!\n\nVier!")).await;
    assert_eq!(body(&page), "Eins!\n\nZwei.\n\nDrei!\n\nVier!");
    assert!(page.texts(".desk-dispute").is_empty());
    assert_eq!(
        page.texts(".desk-conflict h3"),
        ["Zusammengeführt: Absätze der anderen Person stehen jetzt in Ihrem Text"]
    );
    let saved = second.post(&desk(&path), &Sheet::of(&page, FORM).pressed("speichern")).await;
    assert_eq!(notice(&saved), "gespeichert");
}

#[tokio::test]
async fn paragraph_that_both_changed_is_shown_with_its_words_and_taken_by_one_press() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Ein Absatz").await;
    let texts = ("Eins!\n\nZwei, ihres.\n\nDrei.", "Eins.\n\nZwei, meines.\n\nDrei.");
    let page = conflict(&first, &second, &path, texts).await;
    assert_eq!(body(&page), "Eins!\n\nZwei, meines.\n\nDrei.", "mine stays until I choose");
    assert_eq!(page.texts(".desk-dispute h4"), ["Text, ein Absatz"]);
    assert_eq!(page.texts(".desk-dispute mark"), ["ihres.", "meines."]);

    let theirs = choose(&second, &path, &page, "ihre:0").await;
    assert_eq!(body(&theirs), "Eins!\n\nZwei, ihres.\n\nDrei.");
    assert!(theirs.texts(".desk-dispute").is_empty());
    let both = choose(&second, &path, &page, "beide:0").await;
    assert_eq!(body(&both), "Eins!\n\nZwei, meines.\n\nZwei, ihres.\n\nDrei.");
    let mine = choose(&second, &path, &page, "meine:0").await;
    assert_eq!(body(&mine), "Eins!\n\nZwei, meines.\n\nDrei.");
    for page in [theirs, both, mine] {
        assert!(page.text(".desk-conflict").contains("Alles ist entschieden."), "{}", page.text(".desk-conflict"));
    }
}

#[tokio::test]
async fn paragraph_that_one_removed_and_the_other_changed_stays_until_somebody_removes_it() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Gestrichen").await;
    let page = conflict(&first, &second, &path, ("Eins.\n\nZwei, ihres.\n\nDrei.", "Eins.\n\nDrei.")).await;
    assert_eq!(body(&page), "Eins.\n\nZwei, ihres.\n\nDrei.");
    assert_eq!(page.texts(".desk-dispute em"), ["gestrichen"]);
    assert_eq!(body(&choose(&second, &path, &page, "meine:0").await), "Eins.\n\nDrei.");
    assert_eq!(body(&choose(&second, &path, &page, "ihre:0").await), "Eins.\n\nZwei, ihres.\n\nDrei.");
}

#[tokio::test]
async fn passage_that_was_changed_in_the_form_meanwhile_is_left_alone() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Weitergeschrieben").await;
    let texts = ("Eins.\n\nZwei, ihres.\n\nDrei.", "Eins.\n\nZwei, meines.\n\nDrei.");
    let page = conflict(&first, &second, &path, texts).await;
    let form = Sheet::of(&page, FORM).set("body", "Ganz anders.");
    let missed = second.post(&desk(&path), &form.pressed("ihre:0")).await.page();
    assert_eq!(body(&missed), "Ganz anders.");
    assert_eq!(missed.texts(".desk-dispute").len(), 1, "the choice is still there");
    assert!(missed.text(".desk-conflict").contains("Diese Stelle haben Sie im Formular inzwischen geändert."));
}

#[tokio::test]
async fn what_is_open_stays_in_sight_while_rows_are_added() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&first, "Noch offen").await;
    let page = conflict(&first, &second, &path, ("Eins, ihres.", "Eins, meines.")).await;
    let page = choose(&second, &path, &page, "mehr:matter.links").await;
    assert_eq!(page.texts(".desk-dispute").len(), 1);
    assert_eq!(body(&choose(&second, &path, &page, "ihre:0").await), "Eins, ihres.");
}

#[tokio::test]
async fn list_and_title_that_both_changed_are_taken_as_a_whole() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = "veranstaltungen/kongress-2018";
    let form = Sheet::of(&second.page(&desk(path)).await, FORM);
    let rows = form.get("table.programme.zahl").to_owned();
    let fewer = Sheet::of(&first.post(&desk(path), &form.pressed("weg:table.programme.0")).await.page(), FORM);
    notice(&first.post(&desk(path), &fewer.set("matter.title", "Ihr Titel").pressed("speichern")).await);
    let mine = Sheet::of(&second.post(&desk(path), &form.pressed("hoch:table.programme.1")).await.page(), FORM);
    let mine = mine.set("matter.title", "Mein Titel");
    let page = second.post(&desk(path), &mine.pressed("speichern")).await.page();
    assert_eq!(page.texts(".desk-dispute h4").len(), 2);
    let page = choose(&second, path, &page, "ihre:0").await;
    let page = choose(&second, path, &page, "ihre:0").await;
    let taken = Sheet::of(&page, FORM);
    let fewer: usize = rows.parse::<usize>().unwrap() - 1;
    assert_eq!(
        (taken.get("matter.title"), taken.get("table.programme.zahl")),
        ("Ihr Titel", fewer.to_string().as_str())
    );
    let saved = second.post(&desk(path), &taken.pressed("speichern")).await;
    assert_eq!(notice(&saved), "unveraendert", "with both taken, nothing of mine is left");
}

#[tokio::test]
async fn paragraphs_of_a_translation_are_put_together_too() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = format!("{}/sprachen/en", begin_news(&first, "Übersetzt").await);
    let filled = async |person: &Someone<'_>, text: &str| {
        let form = Sheet::of(&person.page(&desk(&path)).await, FORM);
        form.set("title", "Translated").set("summary", "About.").set("body", text)
    };
    notice(&first.post(&desk(&path), &filled(&first, "One.\n\nTwo.").await.pressed("speichern")).await);
    let mine = filled(&second, "One, mine.\n\nTwo.\n\nThree.").await;
    notice(&first.post(&desk(&path), &filled(&first, "One, theirs.\n\nTwo.").await.pressed("speichern")).await);
    let page = second.post(&desk(&path), &mine.pressed("speichern")).await.page();
    assert_eq!(body(&page), "One, mine.\n\nTwo.\n\nThree.");
    let page = choose(&second, &path, &page, "ihre:0").await;
    assert_eq!(body(&page), "One, theirs.\n\nTwo.\n\nThree.");
    notice(&second.post(&desk(&path), &Sheet::of(&page, FORM).pressed("speichern")).await);
}

#[tokio::test]
async fn nobody_can_publish_with_the_enter_key_while_there_is_something_to_look_at() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Mit Lücke").await;
    change(&editor, &path, &[("body", "Siehe [dort](/aktuelles/gibt-es-nicht).")]).await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM);
    let asked = editor.post_and_follow(&desk(&path), &form.pressed("veroeffentlichen")).await;
    let buttons = asked.attributes("button[form='desk-form'], #desk-form button", "value");
    assert!(buttons.contains(&"trotzdem".to_owned()));
    assert_eq!(buttons[0], "speichern", "the key presses the first button of the form");
}
