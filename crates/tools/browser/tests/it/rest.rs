//! Reduced motion, and layout shift.

use browser::{Browser, Media, Visit, checks, record};
use newsroom::checked::Check;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_moves_for_people_who_want_rest_and_little_for_others() {
    let visit = Visit::start().await;
    let look = async |browser: &Browser| {
        let mut findings = checks::motion(browser, false).await;
        browser.show(Media::ReducedMotion).await;
        findings.extend(checks::motion(browser, true).await);
        browser.show(Media::Light).await;
        findings
    };
    let (pages, findings) = visit.look(look).await;
    visit.end().await;
    record::settle(Check::Still, 2 * pages, findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_shifts_while_the_start_page_is_loaded() {
    let visit = Visit::start().await;
    for window in [browser::Window::PHONE, browser::Window::DESK] {
        visit.browser.resize(window).await;
        visit.open("/").await;
        let shift = checks::shift(&visit.browser).await;
        assert!(shift < f64::EPSILON, "{window:?}: {shift}");
    }
    visit.end().await;
}
