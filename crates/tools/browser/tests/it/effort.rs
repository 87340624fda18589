//! What the daily tasks of an office take: clicks and page loads of somebody who knows the way. `cargo xtask bench effort`
//! prints the figures.

use browser::{Allowed, Effort, Visit};

const START: &str = "/redaktion";

#[tokio::test(flavor = "multi_thread")]
async fn person_is_invited_for_one_organisation() {
    let visit = Visit::start_at_desk().await;
    let mut effort = Effort::begin(&visit, START).await;
    effort.follow(".desk-areas a[href='/redaktion/personen']").await;
    effort.follow("a[href='/redaktion/personen/einladung']").await;
    effort.write("[name=name]", "Organisatorin").await;
    effort.write("[name=email]", "organisatorin@hochschule.example").await;
    effort.press("[name=rolle][value=organiser]").await;
    effort.write("[name=eintrag]", "Duisburg-Essen").await;
    // The list of suggestions belongs to the browser; choosing from it is a click.
    let suggestion = "#scopes option[value*='Universität Duisburg-Essen']";
    visit.browser.wait_until_there(suggestion).await;
    let chosen: String =
        visit.browser.run(&format!("return document.querySelector(\"{suggestion}\").value"), &[]).await;
    effort.overwrite("[name=eintrag]", &chosen).await;
    effort.follow("#form-send").await;
    let path = visit.browser.path().await;
    assert!(path.starts_with("/redaktion/personen/") && !path.contains("einladung"), "{path}");
    effort.end("invite a person, bound to one organisation", Allowed { clicks: 8, loads: 3 }).await;
    visit.end().await;
}
