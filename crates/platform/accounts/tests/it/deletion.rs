//! A person is deleted: what goes, what stays, and who cannot be deleted.

use accounts::Role;
use axum::http::{Request, StatusCode};
use testing::html::faults;
use testing::inbox::{place, question, step_on};
use testing::{Someone, TestApp};

fn page_of(someone: &Someone<'_>) -> String {
    format!("/redaktion/personen/{}", someone.id)
}

fn deletion_of(someone: &Someone<'_>) -> String {
    format!("{}/loeschung", page_of(someone))
}

#[tokio::test]
async fn deleted_person_is_gone_but_their_name_stays_with_what_they_did() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    let number = question(&app, "vielfalt").await;
    app.settle().await;
    let page = step_on(&anna, &number, "uebernahme", &[("person", &anna.id.to_string())]).await;
    assert!(page.source.contains("Person 2"));
    app.execute(
        "INSERT INTO unsent (id, person_id, form, path, title, body, at) \
         SELECT id, id, 'f', '/redaktion', 'Titel', 'name=x', 1 FROM persons WHERE name = 'Person 2'",
    )
    .await;
    let page = boss.post_and_follow(&deletion_of(&anna), &[]).await;
    assert_eq!(page.text(".notice p"), "Die Person ist gelöscht.");
    assert_eq!(page.texts("tbody th"), ["Person 1"]);
    for (table, of_the_boss) in [("sessions", 1), ("grants", 1), ("unsent", 0)] {
        assert_eq!(app.number(&format!("SELECT COUNT(*) FROM {table}")).await, of_the_boss, "{table}");
    }
    assert_eq!(anna.get("/redaktion/konto").await.status, StatusCode::SEE_OTHER, "out at once");
    assert_eq!(boss.get(&page_of(&anna)).await.status, StatusCode::NOT_FOUND);
    let page = boss.page(&place(&number)).await;
    assert!(page.source.contains("Person 2"), "the history of the message keeps the name");
    let unassigned = "SELECT COUNT(*) FROM messages WHERE state = 'new' AND assignee_id IS NULL";
    assert_eq!(app.number(unassigned).await, 1, "the message waits in its mailbox again");
    step_on(&boss, &number, "uebernahme", &[("person", &boss.id.to_string())]).await;
    let log = boss.page("/redaktion/protokoll").await;
    assert!(log.texts("tbody th").contains(&"Person 2".to_owned()));
    let links = log.attributes("tbody a", "href");
    assert!(
        !links.contains(&page_of(&anna)) && links.contains(&page_of(&boss)),
        "no link to a page that is gone: {links:?}"
    );
    let deleted = boss.page("/redaktion/protokoll?tat=person_deleted").await;
    assert_eq!(deleted.texts("tbody td:last-child"), ["Person 2"]);
    assert_eq!(deleted.attributes("tbody a", "href"), Vec::<String>::new(), "there is no page any more");
    assert_eq!(boss.post(&deletion_of(&anna), &[]).await.status, StatusCode::NOT_FOUND, "deleted once");
}

#[tokio::test]
async fn deletion_is_asked_for_on_a_page_of_its_own_in_both_languages() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    let page = boss.page(&page_of(&anna)).await;
    assert_eq!(page.attributes(&format!("a[href='{}']", deletion_of(&anna)), "href").len(), 1);
    for (path, language) in [(deletion_of(&anna), "de"), (format!("/en{}", deletion_of(&anna)), "en")] {
        assert_eq!(faults(&boss.page(&path).await, language), Vec::<String>::new());
    }
    assert_eq!(boss.page(&deletion_of(&anna)).await.text("h1"), "Person 2 löschen?");
    assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 2, "nothing is done by looking");
}

#[tokio::test]
async fn link_of_a_deleted_person_opens_nothing_and_their_address_can_be_invited_again() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let invitation =
        [("name", "Berta"), ("email", "berta@ort.example"), ("rolle", "editor"), ("geltung", "initiative")];
    let invited = boss.post("/redaktion/personen/einladung", &invitation).await;
    let page = invited.header(axum::http::header::LOCATION).split('?').next().unwrap().to_owned();
    let letter = app.settle().await.remove(0);
    let link = letter.text.lines().find_map(|line| line.strip_prefix(testing::PUBLIC_URL)).unwrap().to_owned();
    boss.post_and_follow(&format!("{page}/loeschung"), &[]).await;
    assert_eq!(app.get(&link).await.status, StatusCode::GONE);
    assert_eq!(app.press(Request::post(&link), &[]).await.status, StatusCode::GONE);
    let again = boss.post_and_follow("/redaktion/personen/einladung", &invitation).await;
    assert_eq!(again.text("h1"), "Berta");
    app.settle().await;
}

#[tokio::test]
async fn nobody_deletes_themselves() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    app.as_role(Role::Administrator).await;
    let page = boss.page(&page_of(&boss)).await;
    assert_eq!(page.attributes(&format!("a[href='{}']", deletion_of(&boss)), "href"), Vec::<String>::new());
    for page in [
        boss.page(boss.get(&deletion_of(&boss)).await.header(axum::http::header::LOCATION)).await,
        boss.post_and_follow(&deletion_of(&boss), &[]).await,
    ] {
        assert!(page.text(".notice.is-warning p").starts_with("Sich selbst können Sie nicht löschen."));
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_administrators_who_delete_each_other_at_the_same_time_leave_one() {
    for _ in 0..5 {
        let app = TestApp::new().await;
        let (anna, ben) = (app.as_role(Role::Administrator).await, app.as_role(Role::Administrator).await);
        let (one, two) = (deletion_of(&ben), deletion_of(&anna));
        tokio::join!(anna.post(&one, &[]), ben.post(&two, &[]));
        assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 1);
    }
}
