//! Names and addresses of people are corrected: by an administrator, and by themselves.

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use testing::html::faults;
use testing::{Letter, PUBLIC_URL, Someone, TestApp};

const OWN: &str = "/redaktion/konto/angaben";

fn page_of(someone: &Someone<'_>) -> String {
    format!("/redaktion/personen/{}/angaben", someone.id)
}

/// The form with what was shown, and what is wanted instead.
fn correction<'a>(shown: [&'a str; 2], wanted: [&'a str; 2]) -> [(&'static str, &'a str); 4] {
    [("name", wanted[0]), ("email", wanted[1]), ("name-zuvor", shown[0]), ("email-zuvor", shown[1])]
}

/// The path of the link in a mail.
fn link_in(letter: &Letter) -> String {
    letter.text.lines().find_map(|line| line.strip_prefix(PUBLIC_URL)).expect("a link in the mail").to_owned()
}

/// True if somebody has exactly this name and address.
async fn is_there(app: &TestApp, name: &str, email: &str) -> bool {
    app.number(&format!("SELECT COUNT(*) FROM persons WHERE name = '{name}' AND email = '{email}'")).await == 1
}

#[tokio::test]
async fn administrator_corrects_name_and_address_and_the_former_address_is_told() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    boss.post_and_follow(&format!("/redaktion/personen/{}/anmeldelink", anna.id), &[]).await;
    let before = link_in(&app.settle().await.remove(0));
    for (path, language) in [(page_of(&anna), "de"), (format!("/en{}", page_of(&anna)), "en")] {
        let page = boss.page(&path).await;
        assert_eq!(faults(&page, language), Vec::<String>::new());
        assert_eq!(
            page.attributes("main form.form input", "value"),
            ["Person 2", "person-2@ort.example", "Person 2", "person-2@ort.example"]
        );
    }
    let fields = correction(["Person 2", "person-2@ort.example"], [" Änne  Ölmann ", "aenne@ort.example"]);
    let page = boss.post_and_follow(&page_of(&anna), &fields).await;
    assert!(page.text(".notice p").starts_with("Die Adresse ist geändert."), "{}", page.text(".notice p"));
    assert_eq!(
        (page.text("h1"), page.texts(".facts dd").remove(0)),
        ("Änne Ölmann".to_owned(), "aenne@ort.example".to_owned())
    );
    let [letter]: [Letter; 1] = app.settle().await.try_into().expect("one mail");
    assert_eq!(letter.recipient, "person-2@ort.example");
    assert!(letter.text.starts_with("Guten Tag, Änne Ölmann,") && !letter.text.contains("aenne@"), "{}", letter.text);
    assert_eq!(app.get(&before).await.status, StatusCode::GONE, "a link that went to the former address");
    assert_eq!(anna.page("/redaktion/konto").await.texts(".facts dd").remove(0), "Änne Ölmann", "the session goes on");
    app.sign_in("aenne@ort.example").await;
    let told =
        async |event: &str| boss.page(&format!("/redaktion/protokoll?tat={event}")).await.texts("tbody td:last-child");
    assert_eq!(told("person_renamed").await, ["Person 2 → Änne Ölmann"]);
    assert_eq!(told("address_changed").await, ["Änne Ölmann: person-2@ort.example → aenne@ort.example"]);
    let same = correction(["Änne Ölmann", "aenne@ort.example"], ["Änne Ölmann", "aenne@ort.example"]);
    let page = boss.post_and_follow(&page_of(&anna), &same).await;
    assert_eq!(page.text(".notice p"), "Das war schon so, geändert wurde nichts.");
}

#[tokio::test]
async fn correction_with_a_fault_comes_back_and_changes_nothing() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    let shown = ["Person 2", "person-2@ort.example"];
    for (wanted, expected) in [
        (["", "x"], &["#form-name", "#form-email"][..]),
        (["Anna", "Person-1@ort.example"], &["#form-email"]),
        (["Anna", "a@ort.example\r\nBcc: b@ort.example"], &["#form-email"]),
    ] {
        let reply = boss.post(&page_of(&anna), &correction(shown, wanted)).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{wanted:?}");
        assert_eq!(reply.page().attributes(".error-summary a", "href"), expected, "{wanted:?}");
        assert_eq!(faults(&reply.page(), "de"), Vec::<String>::new());
    }
    assert!(is_there(&app, "Person 2", "person-2@ort.example").await);
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn two_who_correct_the_same_person_see_each_others_work_before_they_overwrite_it() {
    let app = TestApp::new().await;
    let (boss, other) = (app.as_role(Role::Administrator).await, app.as_role(Role::Administrator).await);
    let anna = app.as_role(Role::Editor).await;
    let shown = ["Person 3", "person-3@ort.example"];
    boss.post_and_follow(&page_of(&anna), &correction(shown, ["Anna", shown[1]])).await;
    let reply = other.post(&page_of(&anna), &correction(shown, ["Hanna", shown[1]])).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(page.attributes(".error-summary a", "href"), ["#form-name"]);
    assert!(page.text("#form-name-error").contains("»Anna«"), "{}", page.text("#form-name-error"));
    assert_eq!(page.attributes("main form.form input", "value"), ["Hanna", shown[1], "Anna", shown[1]]);
    assert!(is_there(&app, "Anna", shown[1]).await);
    // Who has seen it may say so once more.
    other.post_and_follow(&page_of(&anna), &correction(["Anna", shown[1]], ["Hanna", shown[1]])).await;
    // Who changes the address alone leaves the name that somebody else has changed meanwhile.
    boss.post_and_follow(&page_of(&anna), &correction(["Anna", shown[1]], ["Anna", "hanna@ort.example"])).await;
    assert!(is_there(&app, "Hanna", "hanna@ort.example").await);
    app.settle().await;
}

#[tokio::test]
async fn person_corrects_their_own_name_at_any_time() {
    let app = TestApp::new().await;
    let anna = app.as_person(&[]).await;
    app.clock.advance(SignedDuration::from_hours(2));
    let page = anna.page("/redaktion/konto").await;
    assert_eq!(page.attributes(&format!("main a[href='{OWN}']"), "href").len(), 1);
    assert_eq!(faults(&anna.page(OWN).await, "de"), Vec::<String>::new());
    assert_eq!(faults(&anna.page(&format!("/en{OWN}")).await, "en"), Vec::<String>::new());
    let shown = ["Person 1", "person-1@ort.example"];
    let page = anna.post_and_follow(OWN, &correction(shown, ["Anna Ölmann", shown[1]])).await;
    assert_eq!(page.text(".notice p"), "Die Angaben sind gespeichert.");
    assert_eq!(page.texts(".facts dd")[..2], ["Anna Ölmann", "person-1@ort.example"]);
    // An old sign-in is no proof of who sits at the computer.
    let reply = anna.post(OWN, &correction(["Anna Ölmann", shown[1]], ["Anna", "anna@ort.example"])).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        reply.page().text("#form-email-error"),
        "Fehler: Melden Sie sich noch einmal an, bevor Sie die Adresse ändern."
    );
    assert!(is_there(&app, "Anna Ölmann", shown[1]).await);
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn own_address_counts_once_it_is_confirmed_by_the_person_themselves() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_person(&[]).await, app.as_person(&[]).await);
    let shown = ["Person 1", "person-1@ort.example"];
    let page = anna.post_and_follow(OWN, &correction(shown, ["Anna", "anna@ort.example"])).await;
    assert!(page.text(".notice p").starts_with("An die neue Adresse ist ein Link unterwegs."));
    assert!(is_there(&app, "Anna", "person-1@ort.example").await, "the name at once, the address not yet");
    let [letter]: [Letter; 1] = app.settle().await.try_into().expect("one mail");
    assert_eq!(letter.recipient, "anna@ort.example");
    let link = link_in(&letter);
    // A stranger who gets the mail by a slip of the keyboard cannot do anything with it.
    assert_eq!(app.get(&link).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.press(Request::post(&link), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ben.get(&link).await.status, StatusCode::GONE);
    assert_eq!(ben.post(&link, &[]).await.status, StatusCode::GONE);
    app.clock.advance(SignedDuration::from_hours(12) - SignedDuration::from_secs(1));
    let page = anna.page(&link).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.texts(".facts dd"), ["person-1@ort.example", "anna@ort.example"]);
    let page = anna.post_and_follow(&link, &[]).await;
    assert_eq!(page.text(".notice p"), "Die neue Adresse gilt. Anmeldelinks kommen ab jetzt dort an.");
    assert!(is_there(&app, "Anna", "anna@ort.example").await);
    assert_eq!(app.settle().await.remove(0).recipient, "person-1@ort.example");
    assert_eq!(anna.post(&link, &[]).await.status, StatusCode::GONE, "once");
}

#[tokio::test]
async fn link_for_an_address_ends_with_a_newer_one_with_another_change_and_after_a_day() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_person(&[]).await;
    let shown = ["Person 2", "person-2@ort.example"];
    let mut links = Vec::new();
    for wanted in ["a@ort.example", "b@ort.example"] {
        anna.post_and_follow(OWN, &correction(shown, [shown[0], wanted])).await;
        links.push(link_in(&app.settle().await.remove(0)));
    }
    assert_eq!(anna.get(&links[0]).await.status, StatusCode::GONE, "the newest counts");
    assert_eq!(anna.get(&links[1]).await.status, StatusCode::OK);
    boss.post_and_follow(&page_of(&anna), &correction(shown, [shown[0], "c@ort.example"])).await;
    app.settle().await;
    assert_eq!(anna.post(&links[1], &[]).await.status, StatusCode::GONE);
    assert!(is_there(&app, "Person 2", "c@ort.example").await);
    let reply = anna.post(OWN, &correction([shown[0], "c@ort.example"], [shown[0], "d@ort.example"])).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let link = link_in(&app.settle().await.remove(0));
    app.clock.advance(SignedDuration::from_hours(24));
    let cookie = app.sign_in("c@ort.example").await;
    let reply = app.send(Request::get(&link).header(header::COOKIE, cookie)).await;
    assert_eq!(reply.status, StatusCode::GONE);
}

#[tokio::test]
async fn nobody_uses_the_desk_to_send_mails_to_many_addresses() {
    let app = TestApp::new().await;
    let anna = app.as_person(&[]).await;
    let shown = ["Person 1", "person-1@ort.example"];
    for number in 0..5 {
        let wanted = format!("nummer-{number}@ort.example");
        let reply = anna.post(OWN, &correction(shown, [shown[0], &wanted])).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{number}");
    }
    let reply = anna.post(OWN, &correction(shown, [shown[0], "nummer-5@ort.example"])).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.page().attributes(".error-summary a", "href"), ["#form-email"]);
    assert_eq!(app.settle().await.len(), 5);
}

#[tokio::test]
async fn administrator_confirms_their_own_address_too() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    assert_eq!(boss.get(&page_of(&boss)).await.header(header::LOCATION), OWN);
    let shown = ["Person 1", "person-1@ort.example"];
    let reply = boss.post(&page_of(&boss), &correction(shown, ["Person 1", "neu@ort.example"])).await;
    assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, OWN));
    assert!(is_there(&app, "Person 1", "person-1@ort.example").await);
}
