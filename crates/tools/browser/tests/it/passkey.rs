//! Signing in with a passkey on a virtual authenticator.

use accounts::directory;
use base::{Ids, Now};
use browser::Visit;

const ADD: &str = "[data-passkey][data-kind=new]";
const SIGN_IN: &str = "[data-passkey][data-kind=who]";

#[tokio::test(flavor = "multi_thread")]
async fn whoever_adds_a_passkey_signs_in_with_it_from_then_on_and_not_once_it_is_removed() {
    let visit = Visit::start_by_name().await;
    visit.browser.carry_authenticator().await;
    let ids = Ids::new(visit.application.clock.clone());
    let now = Now::new(&visit.application.clock, &ids);
    let link = directory::first_link(visit.application.db(), now).await.expect("a database");
    visit.open(&link.expect("nobody is there yet")).await;
    visit.browser.write_into("input[name=name]", "Leitung").await;
    visit.browser.write_into("input[name=email]", "leitung@ort.example").await;
    visit.wait_a_while();
    visit.browser.click("main form button").await;

    visit.open("/redaktion/konto").await;
    visit.browser.write_into(&format!("{ADD} input"), "Notebook").await;
    visit.browser.click(&format!("{ADD} button")).await;
    let page: String = visit.browser.run("return document.querySelector('main').textContent", &[]).await;
    assert!(page.contains("Notebook"), "{page}");

    visit.browser.forget().await;
    visit.open("/anmelden").await;
    visit.browser.click(&format!("{SIGN_IN} button")).await;
    assert_eq!(visit.browser.path().await, "/redaktion");

    visit.open("/redaktion/konto").await;
    visit.browser.click("form[action$='/entfernung'] button").await;
    visit.browser.forget().await;
    visit.open("/anmelden").await;
    visit.browser.touch(&format!("{SIGN_IN} button")).await;
    visit.browser.wait_for(&format!("{SIGN_IN} [role=alert]")).await;
    visit.open("/redaktion").await;
    assert!(visit.browser.path().await.starts_with("/anmelden"), "{}", visit.browser.path().await);
    visit.end().await;
}
