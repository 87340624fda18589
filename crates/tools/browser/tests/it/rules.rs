//! Every page against the rules of axe, in light and in dark colours.

use browser::checks::{axe, targets};
use browser::{Media, Visit, Window, record};
use newsroom::checked::Check;

#[tokio::test(flavor = "multi_thread")]
async fn no_page_violates_a_rule_in_light_colours() {
    follow_the_rules(Check::Light, Media::Light).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_violates_a_rule_in_dark_colours() {
    follow_the_rules(Check::Dark, Media::Dark).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_can_be_pressed_is_large_enough_for_a_finger() {
    let visit = Visit::start().await;
    visit.browser.resize(Window::PHONE).await;
    let (views, findings) = visit.look(targets).await;
    visit.end().await;
    record::settle(Check::Targets, views, findings);
}

async fn follow_the_rules(check: Check, media: Media) {
    let visit = Visit::start().await;
    axe::install(&visit.browser).await;
    visit.browser.show(media).await;
    let (views, findings) = visit.look(axe::violations).await;
    visit.end().await;
    record::settle(check, views, findings);
}
