//! Assignments: an entry is given to somebody until a day, and stands on their start page until it is done.

use accounts::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use testing::editor::{FORM, act, begin_news, desk, notice};
use testing::{Sheet, Someone, TestApp};

const START: &str = "/redaktion";

async fn give(by: &Someone<'_>, path: &str, to: &Someone<'_>, day: &str) {
    let fields = [("zustaendig", to.id.to_string()), ("bis", day.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    assert_eq!(notice(&act(by, path, "zustaendigkeit", &fields).await), "zustaendig");
}

#[tokio::test]
async fn entry_is_given_to_somebody_until_a_day_with_a_mail_at_once_and_one_on_the_day() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&anna, "Bis dann").await;
    give(&anna, &path, &ben, "25.11.2026").await;
    let letters = app.settle().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(
        (letters[0].recipient.as_str(), letters[0].subject.as_str()),
        (ben.email.as_str(), "Bis 25. November 2026: Bis dann")
    );
    assert!(
        ben.page(&desk(&path))
            .await
            .text("#zustaendigkeit + p")
            .contains("bis 25. November 2026. Übertragen von Person 1.")
    );
    let start = ben.page(START).await;
    assert_eq!(start.text("#assignments"), "Für einen Eintrag sind Sie zuständig");
    assert!(start.text("#assignments + table td").ends_with("bis 25. November 2026"));
    assert!(start.text(".desk-areas").contains("eine Sache wartet auf Sie"));
    assert_eq!(anna.page(START).await.texts("#assignments"), [""; 0]);

    app.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(app.settle().await.len(), 0, "not before its day");
    app.clock.advance(SignedDuration::from_hours(24));
    let letters = app.settle().await;
    assert_eq!(
        letters.iter().map(|letter| letter.subject.as_str()).collect::<Vec<_>>(),
        ["Fällig am 25. November 2026: Bis dann"]
    );
    app.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(app.settle().await.len(), 0, "once");
}

#[tokio::test]
async fn done_it_waits_for_nobody_and_its_history_tells_who_was_in_charge() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&anna, "Erledigt").await;
    give(&anna, &path, &ben, "25.11.2026").await;
    give(&anna, &path, &ben, "25. November 2026").await;
    assert_eq!(app.settle().await.len(), 1, "nothing was changed the second time");
    let form = Sheet::of(&anna.page(&desk(&path)).await, FORM);
    assert_eq!((form.get("zustaendig"), form.get("bis")), (ben.id.to_string().as_str(), "25. November 2026"));
    assert_eq!(notice(&act(&ben, &path, "zustaendigkeit/erledigung", &[]).await), "zustaendigkeit-erledigt");
    let late = act(&anna, &path, "zustaendigkeit/erledigung", &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(ben.page(START).await.texts("#assignments"), [""; 0]);
    let history = anna.page(&desk(&format!("{path}/fassungen"))).await.text(".desk-history");
    assert!(history.contains("Person 2, 25. November 2026") && history.contains("Zuständigkeit erledigt"), "{history}");
}

#[tokio::test]
async fn day_that_is_over_or_no_day_and_a_person_who_may_not_open_the_entry_are_refused_with_all_that_was_typed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let stranger = app.limited(Role::Organiser, "veranstaltungen/kongress-2018").await;
    let path = begin_news(&editor, "Bis wann").await;
    let (own, foreign) = (editor.id.to_string(), stranger.id.to_string());
    for (person, day, faulty) in [
        (&own, "1.1.2020", "bis"),
        (&own, "im Herbst", "bis"),
        (&own, "", "bis"),
        (&foreign, "25.11.2026", "zustaendig"),
    ] {
        let fields = [("zustaendig", person.as_str()), ("bis", day), ("body", "Noch nicht gespeichert.")];
        let refused = act(&editor, &path, "zustaendigkeit", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        let page = refused.page();
        assert_eq!(page.attributes("[aria-invalid=true]", "name"), [faulty], "{day}");
        let form = Sheet::of(&page, FORM);
        assert_eq!((form.get("bis"), form.get("body")), (day, "Noch nicht gespeichert."));
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM assignments").await, 0);
}

#[tokio::test]
async fn assignment_of_somebody_who_leaves_stays_with_their_name() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = begin_news(&anna, "Ohne Person").await;
    give(&anna, &path, &ben, "25.11.2026").await;
    app.settle().await;
    let mut tx = app.db.db.write().await.unwrap();
    db::run!(&mut tx.conn(), sqlx::query("DELETE FROM persons WHERE id = $1").bind(ben.id)).unwrap();
    tx.commit().await.unwrap();
    let told = anna.page(&desk(&path)).await.text("#zustaendigkeit + p");
    assert!(told.starts_with("Person 2 (nicht mehr in der Redaktion), bis 25. November 2026"), "{told}");
    app.clock.advance(SignedDuration::from_hours(72));
    assert_eq!(app.settle().await.len(), 0);
}

#[tokio::test]
async fn who_gets_an_entry_on_its_day_is_told_once_and_who_takes_it_oneself_only_on_the_day() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let (today, soon) = (begin_news(&anna, "Heute noch").await, begin_news(&anna, "Morgen").await);
    give(&anna, &today, &ben, "23.11.2026").await;
    give(&anna, &soon, &anna, "24.11.2026").await;
    let letters = app.settle().await;
    assert_eq!(letters.iter().map(|letter| letter.recipient.as_str()).collect::<Vec<_>>(), [ben.email.as_str()]);
    app.clock.advance(SignedDuration::from_hours(24));
    let letters = app.settle().await;
    assert_eq!(letters.iter().map(|letter| letter.recipient.as_str()).collect::<Vec<_>>(), [anna.email.as_str()]);
}
