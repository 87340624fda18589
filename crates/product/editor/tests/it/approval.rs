//! Approval: who may not publish hands an entry over; editors publish it or send it back with a remark.

use accounts::Role;
use axum::http::StatusCode;
use testing::editor::{FORM, act, change, desk, notice, press, publish};
use testing::{Letter, Sheet, Someone, TestApp};

/// A result of a forum: its facilitator writes it, editors publish it.
const RESULT: &str = "verabredungen/bildungspartnerschaften-mit-eltern";
const FORUM: &str = "veranstaltungen/forum-4-vielfalt";
const START: &str = "/redaktion";

async fn hand_over(facilitator: &Someone<'_>, title: &str) {
    let reply = press(facilitator, RESULT, "freigabe", &[("matter.title", title)]).await;
    assert_eq!(notice(&reply), "zur-freigabe");
}

fn recipients(letters: &[Letter]) -> Vec<&str> {
    letters.iter().map(|letter| letter.recipient.as_str()).collect()
}

#[tokio::test]
async fn who_may_not_publish_reads_of_no_button_that_does_and_hands_over_what_stands_in_the_form() {
    let app = TestApp::new().await;
    let (editor, boss) = (app.as_role(Role::Editor).await, app.as_role(Role::Administrator).await);
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    let page = facilitator.page(&desk(RESULT)).await;
    assert!(page.attributes("button", "value").iter().all(|value| value != "veroeffentlichen"));
    assert!(!page.text(".desk-aside").contains("»Veröffentlichen«"), "{}", page.text(".desk-aside"));
    hand_over(&facilitator, "Fertig geschrieben").await;

    let letters = app.settle().await;
    assert_eq!(
        recipients(&letters),
        [editor.email.as_str()],
        "an administrator is not disturbed while there are editors"
    );
    assert_eq!(letters[0].subject, "Zur Freigabe: Fertig geschrieben");
    assert!(letters[0].text.contains(&desk(RESULT)), "{}", letters[0].text);
    let page = facilitator.page(&desk(RESULT)).await;
    assert!(
        page.text(".desk-approval").contains("zur Freigabe gegeben, mit Fassung 2"),
        "{}",
        page.text(".desk-approval")
    );
    assert!(page.attributes("button", "value").iter().all(|value| value != "freigabe"), "it is handed over");
    for person in [&editor, &boss] {
        let start = person.page(START).await;
        assert_eq!(start.texts("#approvals"), ["Ein Eintrag zur Freigabe"]);
        assert_eq!(start.attributes("#approvals + table th a", "href"), [desk(RESULT)]);
    }
    assert_eq!(facilitator.page(START).await.texts("#approvals"), [""; 0]);
    let log = boss.page("/redaktion/protokoll").await.texts("tbody td").join(" | ");
    assert!(log.contains("zur Freigabe gegeben"), "{log}");
}

#[tokio::test]
async fn published_by_an_editor_it_is_approved_and_its_author_is_told() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    hand_over(&facilitator, "Fertig").await;
    app.settle().await;
    let reply = change(&facilitator, RESULT, &[("matter.title", "Noch besser")]).await;
    assert_eq!(notice(&reply), "gespeichert-freigabe", "the text stays open, and the page says so");
    assert!(editor.page(&desk(RESULT)).await.text(".desk-approval").contains("Freigegeben wird die neueste Fassung"));

    assert_eq!(notice(&publish(&editor, RESULT).await), "veroeffentlicht");
    assert_eq!(app.page(&format!("/{RESULT}")).await.text("h1"), "Noch besser");
    let letters = app.settle().await;
    assert_eq!(recipients(&letters), [facilitator.email.as_str()]);
    assert_eq!(letters[0].subject, "Veröffentlicht: Noch besser");
    assert_eq!(facilitator.page(&desk(RESULT)).await.texts(".desk-approval"), [""; 0]);
    assert_eq!(editor.page(START).await.texts("#approvals"), [""; 0]);
}

#[tokio::test]
async fn sent_back_it_waits_for_its_author_with_the_remark_until_it_is_handed_over_again() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    hand_over(&facilitator, "Fast fertig").await;
    app.settle().await;
    let refused = act(&editor, RESULT, "freigabe/rueckgabe", &[("matter.title", "Noch im Formular")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a remark is needed");
    assert_eq!(Sheet::of(&refused.page(), FORM).get("matter.title"), "Noch im Formular");
    let remark = [("anmerkung", "Bitte noch die Quelle nennen.")];
    assert_eq!(notice(&act(&editor, RESULT, "freigabe/rueckgabe", &remark).await), "zurueckgegeben");

    let letters = app.settle().await;
    assert_eq!(recipients(&letters), [facilitator.email.as_str()]);
    assert!(letters[0].text.contains("Bitte noch die Quelle nennen."));
    assert_eq!(facilitator.page(START).await.attributes("#sent-back + table th a", "href"), [desk(RESULT)]);
    assert_eq!(facilitator.page(&desk(RESULT)).await.text(".desk-said"), "Bitte noch die Quelle nennen.");
    assert_eq!(editor.page(START).await.texts("#approvals, #sent-back"), [""; 0]);
    let history = facilitator.page(&desk(&format!("{RESULT}/fassungen"))).await;
    assert_eq!(
        history.texts(".desk-history-act")[..2],
        ["Zurückgegeben, mit der Anmerkung", "Fassung 2 zur Freigabe gegeben"]
    );
    assert!(history.text(".desk-history").contains("Bitte noch die Quelle nennen."));

    hand_over(&facilitator, "Mit Quelle").await;
    assert_eq!(recipients(&app.settle().await), [editor.email.as_str()]);
    assert_eq!(facilitator.page(START).await.texts("#sent-back"), [""; 0]);
}

#[tokio::test]
async fn second_of_two_editors_sees_the_answer_of_the_first() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    hand_over(&facilitator, "Fertig").await;
    let form = Sheet::of(&second.page(&desk(RESULT)).await, FORM).set("anmerkung", "Zu lang.");
    assert_eq!(notice(&publish(&first, RESULT).await), "veroeffentlicht");
    let late = second.post(&desk(&format!("{RESULT}/freigabe/rueckgabe")), &form.pressed("")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.page().text(".error-summary").starts_with("Das war nicht mehr möglich"));
    let letters = app.settle().await;
    assert!(letters.iter().all(|letter| !letter.subject.starts_with("Noch etwas zu tun")), "{letters:?}");
}

#[tokio::test]
async fn author_takes_it_back_and_what_is_withdrawn_or_deleted_waits_no_more() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    hand_over(&facilitator, "Doch nicht").await;
    assert_eq!(notice(&act(&facilitator, RESULT, "freigabe/ruecknahme", &[]).await), "freigabe-beendet");
    assert_eq!(editor.page(START).await.texts("#approvals"), [""; 0]);
    app.settle().await;

    hand_over(&facilitator, "Doch").await;
    app.settle().await;
    act(&editor, RESULT, "ruecknahme", &[("grund", "Überholt")]).await;
    let letters = app.settle().await;
    assert_eq!(recipients(&letters), [facilitator.email.as_str()]);
    assert_eq!(letters[0].subject, "Nicht mehr zur Freigabe: Doch");
    assert_eq!(app.number("SELECT COUNT(*) FROM approvals").await, 0);
}

#[tokio::test]
async fn new_entry_is_begun_and_handed_over_with_one_press() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let facilitator = app.limited(Role::Facilitator, FORUM).await;
    let page = facilitator.page(&desk("verabredungen/neu")).await;
    assert!(page.attributes("button", "value").contains(&"freigabe".to_owned()));
    let form = Sheet::of(&page, FORM)
        .set("matter.title", "Neue Verabredung")
        .set("table.status", "open")
        .set("table.event", FORUM);
    let reply = facilitator.post(&desk("verabredungen/neu"), &form.pressed("freigabe")).await;
    assert_eq!(notice(&reply), "zur-freigabe");
    assert_eq!(recipients(&app.settle().await), [editor.email.as_str()]);
    assert_eq!(editor.page(START).await.texts("#approvals + table th a"), ["Neue Verabredung"]);
}
