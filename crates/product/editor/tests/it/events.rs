//! What only events have: where people sign up, where they take part online, and formats for all of them.

use accounts::Role;
use axum::http::StatusCode;
use testing::editor::{FORM, change, desk, notice, publish};
use testing::{Sheet, TestApp};

const CONGRESS: &str = "veranstaltungen/kongress-2018";

#[tokio::test]
async fn event_says_where_people_sign_up_until_it_is_over() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let fields = [
        ("matter.when", "2090"),
        ("table.sign_up", "https://anmeldung.example/kongress/"),
        ("table.online", "https://live.example/"),
    ];
    notice(&change(&editor, CONGRESS, &fields).await);
    assert_eq!(notice(&publish(&editor, CONGRESS).await), "veroeffentlicht");

    let links = async || app.page(&format!("/{CONGRESS}")).await.attributes("a[rel~=\"external\"]", "href");
    let links_ahead = links().await;
    let sign_ups = links_ahead.iter().filter(|link| link.starts_with("https://anmeldung.example")).count();
    assert_eq!(sign_ups, 2, "among the facts, and as what one can do: {links_ahead:?}");
    assert!(links_ahead.contains(&"https://live.example/".to_owned()));
    let facts = app.page(&format!("/{CONGRESS}")).await.texts(".facts dd");
    assert!(facts.contains(&"anmeldung.example/kongress".to_owned()), "{facts:?}");

    notice(&change(&editor, CONGRESS, &[("matter.when", "27.9.2018")]).await);
    assert_eq!(notice(&publish(&editor, CONGRESS).await), "veroeffentlicht");
    let links_after = links().await;
    assert!(!links_after.iter().any(|link| link.contains("anmeldung.") || link.contains("live.")), "{links_after:?}");
}

#[tokio::test]
async fn address_that_is_no_web_address_is_refused_at_its_field() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let reply = change(&editor, CONGRESS, &[("table.online", "javascript:alert(1)")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.page().attributes(".error-summary li a", "href"), ["#form-table.online"]);
    assert_eq!(Sheet::of(&reply.page(), FORM).get("table.online"), "javascript:alert(1)");
}

#[tokio::test]
async fn number_counts_what_people_count() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let form = Sheet::of(&editor.page(&desk(CONGRESS)).await, FORM);
    let form = Sheet::of(&editor.post(&desk(CONGRESS), &form.pressed("mehr:matter.claims")).await.page(), FORM);
    let row = form.get("matter.claims.zahl").parse::<usize>().unwrap() - 1;
    let name = |field: &str| format!("matter.claims.{row}.{field}");
    let form = form.set(&name("kind"), "counted").set(&name("qualifier"), "about");
    let form = form.set(&name("value"), "12.000").set(&name("unit"), "euros");
    assert_eq!(notice(&editor.post(&desk(CONGRESS), &form.pressed("speichern")).await), "gespeichert");
    assert_eq!(notice(&publish(&editor, CONGRESS).await), "veroeffentlicht");
    let page = app.page(&format!("/{CONGRESS}")).await;
    assert!(page.source.contains("rund 12.000 Euro") && page.source.contains("gezählt"), "{:?}", page.texts(".claim"));
}
