//! Without a mail server, links are passed on by hand.

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use testing::html::faults;
use testing::{PUBLIC_URL, TestApp, cookie_of};

#[tokio::test]
async fn without_a_mail_server_the_link_of_an_invitation_is_shown_to_be_passed_on() {
    let app = TestApp::without_mail_server().await;
    let boss = app.as_role(Role::Administrator).await;
    let page = boss.page("/redaktion/personen/einladung").await;
    assert!(page.texts(".form-next li")[0].starts_with("Es ist kein Mailserver eingerichtet."));
    let fields = [("name", "Berta"), ("email", "berta@ort.example"), ("rolle", "editor"), ("geltung", "initiative")];
    let reply = boss.post("/redaktion/personen/einladung", &fields).await;
    assert_eq!((reply.status, reply.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    let page = reply.page();
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(
        page.text(".notice.is-warning p"),
        "Es ist kein Mailserver eingerichtet, deshalb wurde nichts verschickt."
    );
    assert!(!page.source.contains("unterwegs"));
    assert_eq!(app.settle().await, [], "no mail that nobody gets");
    let address = page.attributes("#link", "value").remove(0);
    let link = address.strip_prefix(PUBLIC_URL).expect("the whole address");
    let entered = app.press(Request::post(link), &[]).await;
    let request = Request::get("/redaktion/konto").header(header::COOKIE, cookie_of(&entered));
    assert_eq!(app.send(request).await.page().texts(".facts dd").remove(0), "Berta");
    assert_eq!(app.press(Request::post(link), &[]).await.status, StatusCode::GONE);
    assert_eq!(boss.page("/redaktion/protokoll?tat=link_shown").await.texts("tbody td:last-child"), ["Berta"]);
}

#[tokio::test]
async fn without_a_mail_server_a_new_link_is_shown_too_and_no_address_waits_for_a_mail() {
    let app = TestApp::without_mail_server().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    let reply = boss.post(&format!("/en/redaktion/personen/{}/anmeldelink", anna.id), &[]).await;
    let page = reply.page();
    assert_eq!(faults(&page, "en"), Vec::<String>::new());
    assert_eq!(page.text("#link-hint"), "Works for 15 minutes and once.");
    let address = page.attributes("#link", "value").remove(0);
    let link = address.strip_prefix(PUBLIC_URL).expect("the whole address");
    assert_eq!(app.press(Request::post(link), &[]).await.status, StatusCode::SEE_OTHER);
    let fields = [
        ("name", "Person 2"),
        ("email", "anna@ort.example"),
        ("name-zuvor", "Person 2"),
        ("email-zuvor", "person-2@ort.example"),
    ];
    let reply = anna.post("/redaktion/konto/angaben", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.page().text("#form-email-error").contains("kein Mailserver"));
    assert_eq!(app.settle().await, []);
}
