//! The reach of rights: through the ties that an entry declares, and never through mentions in either direction.

use std::collections::BTreeSet;

use accounts::Role;
use axum::http::{StatusCode, header};
use testing::editor::{change, notice, press, publish};
use testing::{Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

async fn opens(person: &Someone<'_>, path: &str) -> bool {
    match person.get(&desk(path)).await.status {
        StatusCode::OK => true,
        StatusCode::FORBIDDEN => false,
        other => panic!("{path}: {other}"),
    }
}

#[tokio::test]
async fn organiser_of_a_forum_reaches_neither_the_congress_that_shows_it_nor_what_links_to_it() {
    let app = TestApp::new().await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-2-potenzialfoerderung").await;
    assert!(opens(&organiser, "veranstaltungen/forum-2-potenzialfoerderung").await);
    for foreign in ["veranstaltungen/kongress-2018", "veranstaltungen/talentmesse-ruhr-2019"] {
        assert!(!opens(&organiser, foreign).await, "{foreign}");
        let withdrawal = [("grund", "x"), ("fassung", "1"), ("ende", "ja")];
        let reply = organiser.post(&desk(&format!("{foreign}/ruecknahme")), &withdrawal).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{foreign}");
        for button in ["speichern", "veroeffentlichen", "planen", "vorschau"] {
            let form = [("fassung", "1"), ("do", button), ("ende", "ja")];
            let reply = organiser.post(&desk(foreign), &form).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{foreign} {button}");
        }
    }
    assert_eq!(app.get("/veranstaltungen/kongress-2018").await.status, StatusCode::OK);
    let other = app.limited(Role::Organiser, "veranstaltungen/talentmesse-ruhr-2019").await;
    assert!(!opens(&other, "veranstaltungen/forum-2-potenzialfoerderung").await, "its forum links to the fair");
}

#[tokio::test]
async fn editor_of_a_field_does_not_reach_what_only_links_to_the_field() {
    let app = TestApp::new().await;
    let chief = app.as_role(Role::Editor).await;
    let reply = change(
        &chief,
        "veranstaltungen/forum-4-vielfalt",
        &[("matter.links.0.relation", "part_of"), ("matter.links.0.to", "handlungsfelder/potenzialfoerderung")],
    )
    .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let editor = app.limited(Role::Editor, "handlungsfelder/potenzialfoerderung").await;
    assert!(opens(&editor, "veranstaltungen/forum-2-potenzialfoerderung").await);
    assert!(opens(&editor, "handlungsfelder/potenzialfoerderung").await);
    assert!(!opens(&editor, "veranstaltungen/forum-4-vielfalt").await);
}

#[tokio::test]
async fn grant_for_an_event_reaches_everything_below_it_and_nothing_above() {
    let app = TestApp::new().await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    let editor = app.limited(Role::Editor, "veranstaltungen/kongress-2018").await;
    for number in 1..=6 {
        let forums = app.number(&format!("SELECT COUNT(*) FROM entries WHERE slug LIKE 'forum-{number}-%'")).await;
        assert_eq!(forums, 1);
    }
    assert!(opens(&organiser, "veranstaltungen/forum-4-vielfalt").await, "one step");
    assert!(opens(&editor, "verabredungen/bildungspartnerschaften-mit-eltern").await, "two steps: of a forum");
    assert!(!opens(&organiser, "verabredungen/bildungspartnerschaften-mit-eltern").await, "no event, no document");
    let facilitator = app.limited(Role::Facilitator, "veranstaltungen/forum-4-vielfalt").await;
    assert!(opens(&facilitator, "verabredungen/bildungspartnerschaften-mit-eltern").await);
    let other = app.limited(Role::Facilitator, "veranstaltungen/forum-2-potenzialfoerderung").await;
    assert!(!opens(&other, "verabredungen/bildungspartnerschaften-mit-eltern").await);
    let body = app.limited(Role::Organiser, "mitwirkende/ruhrfutur").await;
    assert!(opens(&body, "dokumentation/fachtag-gemeinsam-chancen-schaffen").await, "of an event that it runs");
    let partner = app.limited(Role::Organiser, "mitwirkende/laki-nrw").await;
    assert!(!opens(&partner, "veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019").await, "only a partner");
}

#[tokio::test]
async fn circle_of_events_is_walked_once() {
    let app = TestApp::new().await;
    let (first, second) =
        (app.entry("veranstaltungen/auftakt-2017").await, app.entry("veranstaltungen/werkstaetten-2018").await);
    let mut tx = app.db.db.write().await.unwrap();
    for (from, to) in [(first, second), (second, first)] {
        let sql = "INSERT INTO rights_ties (entry_id, to_id) VALUES ($1, $2)";
        db::run!(&mut tx.conn(), sqlx::query(sql).bind(from).bind(to)).unwrap();
    }
    tx.commit().await.unwrap();
    let organiser = app.limited(Role::Organiser, "veranstaltungen/auftakt-2017").await;
    assert!(opens(&organiser, "veranstaltungen/auftakt-2017").await);
    assert!(opens(&organiser, "veranstaltungen/werkstaetten-2018").await, "it lies below");
    assert_eq!(listed(&organiser).await.len(), 2);
}

/// All entries in the list of a person, over all its pages.
async fn listed(person: &Someone<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for number in 1.. {
        let page = person.page(&format!("/redaktion/eintraege?seite={number}")).await;
        let lines = page.attributes(".desk-table tbody th a", "href");
        if lines.is_empty() {
            return found;
        }
        found.extend(lines.into_iter().map(|path| path.trim_start_matches("/redaktion/eintraege/").to_owned()));
    }
    found
}

/// The list asks the database for all entries at once, a page asks the rule for one. They are the same rule.
#[tokio::test]
async fn list_shows_exactly_the_entries_that_open() {
    let app = TestApp::new().await;
    let all = listed(&app.as_role(Role::Editor).await).await;
    assert_eq!(all.len(), 127);
    let mut people = Vec::new();
    for (role, reference, least) in [
        (Role::Editor, "handlungsfelder/vielfalt", 3),
        (Role::Editor, "mitwirkende/ruhrfutur", 5),
        (Role::Editor, "veranstaltungen/kongress-2018", 8),
        (Role::Organiser, "mitwirkende/ruhrfutur", 8),
        (Role::Organiser, "veranstaltungen/forum-4-vielfalt", 1),
        (Role::Facilitator, "handlungsfelder/vielfalt", 2),
        (Role::Facilitator, "veranstaltungen/kongress-2018", 1),
    ] {
        people.push((format!("{role} of {reference}"), app.limited(role, reference).await, least));
    }
    let both = [
        app.grant(Role::Organiser, "veranstaltungen/talentmesse-ruhr-2019").await,
        app.grant(Role::Facilitator, "handlungsfelder/innovationslabore").await,
    ];
    people.push(("two roles".to_owned(), app.as_person(&both).await, 2));
    for (name, person, least) in &people {
        let listed = listed(person).await;
        assert!(listed.len() >= *least && listed.len() < all.len(), "{name}: {listed:?}");
        for path in &all {
            assert_eq!(opens(person, path).await, listed.contains(path), "{name}: {path}");
        }
    }
}

#[tokio::test]
async fn nobody_gives_themselves_the_right_to_publish_by_tying_an_entry_to_their_own_event() {
    let app = TestApp::new().await;
    let own = app.grant(Role::Editor, "veranstaltungen/talentmesse-ruhr-2019").await;
    let person = app.as_person(&[own, app.grant(Role::Facilitator, "handlungsfelder/vielfalt").await]).await;
    let path = "verabredungen/bildungspartnerschaften-mit-eltern";
    assert!(opens(&person, path).await, "as facilitator");
    assert_eq!(press(&person, path, "veroeffentlichen", &[]).await.status, StatusCode::FORBIDDEN);
    let reply = change(&person, path, &[("table.event", "veranstaltungen/talentmesse-ruhr-2019")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.header(header::LOCATION));
    let told = "Mit dieser Zuordnung könnten Sie den Eintrag selbst veröffentlichen.";
    assert!(reply.page().text(".error-summary li").starts_with(told));
    assert_eq!(press(&person, path, "veroeffentlichen", &[]).await.status, StatusCode::FORBIDDEN);
    let reply = change(&person, path, &[("table.event", ""), ("matter.summary", "Kurz.")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "the field of action still ties it to the facilitator");
}

#[tokio::test]
async fn entry_does_not_leave_the_reach_of_who_saves_it() {
    let app = TestApp::new().await;
    let facilitator = app.limited(Role::Facilitator, "veranstaltungen/forum-4-vielfalt").await;
    let path = "verabredungen/bildungspartnerschaften-mit-eltern";
    for event in ["", "veranstaltungen/talentmesse-ruhr-2019"] {
        let reply = change(&facilitator, path, &[("table.event", event)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{event}");
    }
    assert!(opens(&facilitator, path).await);
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-4-vielfalt").await;
    let reply = change(&organiser, "veranstaltungen/forum-4-vielfalt", &[("table.parent", "")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "their own event they may take out of the congress");
    let congress = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    assert!(!opens(&congress, "veranstaltungen/forum-4-vielfalt").await, "the newest version decides");
}

#[tokio::test]
async fn new_event_of_an_old_name_takes_no_right_along() {
    let app = TestApp::new().await;
    let chief = app.as_role(Role::Editor).await;
    let event = begin(&chief, "veranstaltungen", &[("matter.title", "Sommerfest"), ("table.format", "fachtag")]).await;
    assert_eq!(event, "veranstaltungen/sommerfest");
    let note = begin(
        &chief,
        "dokumentation",
        &[("matter.title", "Protokoll"), ("table.format", "report"), ("table.event", &event)],
    )
    .await;
    let organiser = app.limited(Role::Organiser, &event).await;
    assert!(opens(&organiser, &note).await);
    assert_eq!(change(&chief, &event, &[("slug", "sommerfest-alt")]).await.status, StatusCode::SEE_OTHER);
    let other = begin(&chief, "veranstaltungen", &[("matter.title", "Sommerfest"), ("table.format", "fachtag")]).await;
    assert_eq!(other, "veranstaltungen/sommerfest-2", "what names a draft by its old address still finds it");
    let stranger = app.limited(Role::Organiser, &other).await;
    assert!(opens(&stranger, &other).await && !opens(&stranger, &note).await);
    assert!(opens(&organiser, &note).await);
}

/// Begins an entry and gives its address.
async fn begin(person: &Someone<'_>, folder: &str, fields: &[(&str, &str)]) -> String {
    let path = desk(&format!("{folder}/neu"));
    let form =
        fields.iter().fold(Sheet::of(&person.page(&path).await, FORM), |form, (name, value)| form.set(name, value));
    let reply = testing::editor::begin(person, folder, &form).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", String::from_utf8_lossy(&reply.bytes));
    let location = reply.header(header::LOCATION).trim_start_matches("/redaktion/eintraege/");
    location.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn drafts_of_others_stand_in_no_list_and_no_suggestion_and_have_no_title() {
    let app = TestApp::new().await;
    let chief = app.as_role(Role::Editor).await;
    let secret = begin(&chief, "aktuelles", &[("matter.title", "Vertrauliche Sache")]).await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-4-vielfalt").await;
    let suggestions = "/redaktion/eintraege/vorschlaege?q=vertraulich";
    assert!(String::from_utf8_lossy(&chief.get(suggestions).await.bytes).contains("Vertrauliche Sache"));
    assert_eq!(organiser.get(suggestions).await.bytes, b"[]");
    let public = "/redaktion/eintraege/vorschlaege?q=auftakt";
    assert!(String::from_utf8_lossy(&organiser.get(public).await.bytes).contains("auftakt-2017"), "public ones help");
    for path in
        ["/redaktion", "/redaktion/eintraege", "/redaktion/eintraege?stand=draft", "/redaktion/eintraege?q=sache"]
    {
        assert!(!organiser.page(path).await.source.contains("Vertrauliche Sache"), "{path}");
    }
    assert!(chief.page("/redaktion").await.source.contains("Vertrauliche Sache"));
    // Somebody who may edit both has linked to it.
    let forum = "veranstaltungen/forum-4-vielfalt";
    let fields = [("matter.links.0.relation", "documented_in"), ("matter.links.0.to", secret.as_str())];
    assert_eq!(change(&chief, forum, &fields).await.status, StatusCode::SEE_OTHER);
    let page = organiser.page(&desk(forum)).await;
    assert!(page.source.contains(&secret) && !page.source.contains("Vertrauliche Sache"));
    assert_eq!(change(&organiser, forum, &[("matter.summary", "Neu.")]).await.status, StatusCode::SEE_OTHER);
    assert!(organiser.page(&desk(forum)).await.source.contains(&secret), "the link stays as it is");
    notice(&publish(&chief, forum).await);
    let start = organiser.page("/redaktion").await;
    assert!(start.source.contains("vertrauliche-sache") && !start.source.contains("Vertrauliche Sache"));
}
