//! What waits for a person: on the start page, and as numbers in the menu of every page of the desk.

use accounts::Role;
use testing::editor::{desk, press};
use testing::html::faults;
use testing::inbox::{question, step};
use testing::{Page, TestApp};

const RESULT: &str = "verabredungen/bildungspartnerschaften-mit-eltern";
const START: &str = "/redaktion";

/// The areas with a number, as people hear them.
fn numbers(page: &Page) -> Vec<String> {
    page.texts(".desk-areas li").into_iter().filter(|area| area.contains('(')).collect()
}

#[tokio::test]
async fn message_without_an_answer_waits_for_everybody_who_answers_until_somebody_takes_it() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let reader = app.as_role(Role::DataProtection).await;
    let number = question(&app, "vielfalt").await;
    question(&app, "potenzialfoerderung").await;
    let of_field = app.limited(Role::Editor, "handlungsfelder/vielfalt").await;
    let page = anna.page("/redaktion/eintraege").await;
    assert_eq!(numbers(&page), ["Nachrichten 2 (2 Nachrichten warten auf Sie)"]);
    assert_eq!(numbers(&of_field.page(START).await), ["Nachrichten 1 (eine Nachricht wartet auf Sie)"]);
    assert_eq!(numbers(&reader.page(START).await), [""; 0], "who may not answer is not asked to");
    let start = anna.page(START).await;
    assert_eq!(
        (start.text("#waiting"), start.text("#new-messages")),
        ("Wartet auf Sie".into(), "2 Nachrichten ohne Antwort".into())
    );
    assert_eq!(start.texts("#new-messages + table th a").len(), 2);

    let id = anna.id.to_string();
    step(&anna, &number, "uebernahme", &[("person", &id)]).await;
    assert_eq!(
        numbers(&anna.page(START).await),
        ["Nachrichten 2 (2 Nachrichten warten auf Sie)"],
        "hers is not answered"
    );
    assert_eq!(numbers(&ben.page(START).await), ["Nachrichten 1 (eine Nachricht wartet auf Sie)"]);
    for (path, language) in [(START, "de"), ("/en/redaktion", "en")] {
        assert_eq!(faults(&anna.page(path).await, language), Vec::<String>::new());
    }
}

#[tokio::test]
async fn start_page_says_in_the_menu_how_many_entries_wait_and_counts_what_the_person_can_do_only() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let facilitator = app.limited(Role::Facilitator, "veranstaltungen/forum-4-vielfalt").await;
    let near = app.limited(Role::Editor, "veranstaltungen/forum-4-vielfalt").await;
    let far = app.limited(Role::Editor, "veranstaltungen/forum-2-potenzialfoerderung").await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/forum-4-vielfalt").await;
    press(&facilitator, RESULT, "freigabe", &[]).await;
    for person in [&editor, &near] {
        let page = person.page(&desk(RESULT)).await;
        assert_eq!(numbers(&page), ["Was ansteht 1 (eine Sache wartet auf Sie)"]);
        assert_eq!(person.page(START).await.texts("#approvals + table th a").len(), 1);
    }
    for person in [&facilitator, &far, &organiser] {
        let page = person.page(START).await;
        assert_eq!((numbers(&page), page.texts("#approvals")), (vec![], vec![]));
    }
    let letters = app.settle().await;
    assert_eq!(letters.iter().map(|letter| letter.recipient.as_str()).collect::<Vec<_>>(), [near.email.as_str()]);
}

#[tokio::test]
async fn organiser_is_not_asked_to_see_to_the_whole_site_and_every_link_of_her_start_page_opens() {
    let app = TestApp::new().await;
    app.clock.advance(jiff::SignedDuration::from_hours(24 * 400));
    let editor = app.as_role(Role::Editor).await;
    let organiser = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    testing::editor::begin_news(&editor, "Nicht für Sie").await;
    let page = organiser.page(START).await;
    assert_eq!(page.texts("#missing, #review"), [""; 0]);
    assert!(!page.source.contains("Nicht für Sie"));
    for link in page.attributes("main a", "href") {
        assert_eq!(organiser.get(&link).await.status, axum::http::StatusCode::OK, "{link}");
    }
}
