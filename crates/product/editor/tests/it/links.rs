//! Links of the golden thread as editors write them: their verbs, their ground, and those of other entries.

use accounts::Role;
use testing::editor::{FORM, begin_news, change, desk, notice, publish};
use testing::{Sheet, Someone, TestApp};

/// Begins an entry with a title alone and gives its path below the list.
async fn begin(editor: &Someone<'_>, folder: &str, title: &str) -> String {
    let address = desk(&format!("{folder}/neu"));
    let form = Sheet::chosen(&editor.page(&address).await, FORM).set("matter.title", title);
    let reply = editor.post(&address, &form.pressed("speichern")).await;
    let location = reply.header(axum::http::header::LOCATION).to_owned();
    location.trim_start_matches("/redaktion/eintraege/").split('?').next().unwrap().to_owned()
}

/// Adds a link to an entry and publishes it.
async fn link(editor: &Someone<'_>, path: &str, (relation, to, basis): (&str, &str, &str)) {
    let page =
        editor.post(&desk(path), &Sheet::of(&editor.page(&desk(path)).await, FORM).pressed("mehr:matter.links")).await;
    let form = Sheet::of(&page.page(), FORM)
        .set("matter.links.0.relation", relation)
        .set("matter.links.0.to", to)
        .set("matter.links.0.basis", basis);
    notice(&editor.post(&desk(path), &form.pressed("speichern")).await);
    assert_eq!(notice(&publish(editor, path).await), "veroeffentlicht");
}

#[tokio::test]
async fn news_item_reports_on_an_event_and_both_pages_say_so_with_the_ground() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Bericht vom Kongress").await;
    link(&editor, &path, ("reports_on", "veranstaltungen/kongress-2018", "editorial")).await;

    let news = app.page("/aktuelles/bericht-vom-kongress").await;
    let told = "darüber wird berichtet · Zuordnung der Redaktion";
    assert!(news.texts(".path-note").contains(&told.to_owned()), "{:?}", news.texts(".path-note"));
    let list = app.page("/aktuelles").await;
    assert!(list.source.contains("berichtet über"), "the list names the event as what it reports on");
    let event = app.page("/veranstaltungen/kongress-2018").await;
    let told = "ein Bericht darüber · Zuordnung der Redaktion";
    assert!(event.texts(".path-note").contains(&told.to_owned()), "{:?}", event.texts(".path-note"));

    let form = editor.page(&desk("veranstaltungen/kongress-2018")).await;
    let incoming = form.texts(".desk-incoming li");
    assert!(incoming.contains(&"Bericht vom Kongress Meldung berichtet über".to_owned()), "{incoming:?}");
    assert!(form.attributes(".desk-incoming a", "href").contains(&desk(&path)));
}

#[tokio::test]
async fn report_or_mention_is_no_outcome() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin(&editor, "verabredungen", "Wir treffen uns wieder").await;
    assert_eq!(notice(&publish(&editor, &path).await), "veroeffentlicht");
    let missing = "Noch kein Ergebnis überliefert.".to_owned();
    let gaps = async || app.page(&format!("/{path}")).await.texts(".gap");
    assert!(gaps().await.contains(&missing));

    for (title, relation) in [("Meldung darüber", "reports_on"), ("Meldung daneben", "refers_to")] {
        let news = begin_news(&editor, title).await;
        link(&editor, &news, (relation, &path, "")).await;
        assert!(gaps().await.contains(&missing), "{relation} closes no gap");
    }
    let news = begin_news(&editor, "Es geht weiter").await;
    link(&editor, &news, ("builds_on", &path, "stated")).await;
    assert!(!gaps().await.contains(&missing));
}

#[tokio::test]
async fn event_may_be_announced_before_it_and_show_what_came_of_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let project = begin(&editor, "projekte", "Auf der Bühne").await;
    let event = "veranstaltungen/kongress-2018";
    link(&editor, &project, ("presented_at", event, "stated")).await;
    let page = editor
        .post(&desk(event), &Sheet::of(&editor.page(&desk(event)).await, FORM).pressed("mehr:matter.links"))
        .await;
    let form = Sheet::of(&page.page(), FORM);
    let last = form.get("matter.links.zahl").parse::<usize>().unwrap() - 1;
    let form =
        form.set(&format!("matter.links.{last}.relation"), "led_to").set(&format!("matter.links.{last}.to"), &project);
    assert_eq!(notice(&editor.post(&desk(event), &form.pressed("speichern")).await), "gespeichert");
    assert_eq!(notice(&publish(&editor, event).await), "veroeffentlicht", "this is no circle in time");
}

#[tokio::test]
async fn thing_that_lies_ahead_is_not_said_to_have_no_record() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin(&editor, "projekte", "Nächstes Jahrzehnt").await;
    let form = Sheet::of(&editor.page(&desk(&path)).await, FORM).set("matter.when", "2090");
    notice(&editor.post(&desk(&path), &form.pressed("speichern")).await);
    publish(&editor, &path).await;
    let gaps = app.page(&format!("/{path}")).await.texts(".gap");
    assert_eq!(gaps, ["Was dazu führt, ist noch nicht festgehalten.", "Das steht noch bevor."]);
}

#[tokio::test]
async fn event_that_lies_ahead_does_not_speak_of_what_came_of_its_forums() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let event = "veranstaltungen/kongress-2018";
    let invitation = async || app.page(&format!("/{event}")).await.text("a[href=\"#parts\"]");
    assert_eq!(invitation().await, "Sehen, was in den Themenforen entstand");
    notice(&change(&editor, event, &[("matter.when", "2090"), ("table.starts", ""), ("table.ends", "")]).await);
    assert_eq!(notice(&publish(&editor, event).await), "veroeffentlicht");
    assert_eq!(invitation().await, "Sehen, welche Themenforen geplant sind");
}
