//! A check without findings proves nothing: each check must find the fault that is planted for it.

use browser::checks::{self, axe};
use browser::{Browser, Media, Visit, Window};

#[tokio::test(flavor = "multi_thread")]
async fn planted_faults_are_found() {
    let visit = Visit::start().await;
    let browser = &visit.browser;
    axe::install(browser).await;
    browser.resize(Window::NARROW).await;

    plant(browser, "<p style='white-space:nowrap'>A line that is far too long for a window of 320 pixels").await;
    assert_found(&checks::fit(browser).await, &["the page is", "text is cut by the window"]);

    plant(browser, "<p>One</p><p style='margin-top:-2.4em'>Two</p>").await;
    assert_found(&checks::fit(browser).await, &["text lies over"]);

    plant(browser, "<div style='overflow:auto'><p style='width:900px'>Wide</p></div>").await;
    assert_found(&checks::fit(browser).await, &["cannot be reached by keyboard", "has no role and name"]);

    plant(browser, "<a href='/a' style='font-size:8px'>a</a><br><a href='/b' style='font-size:8px'>b</a>").await;
    assert_found(&checks::targets(browser).await, &["a target of", "a target of"]);

    plant(browser, "<p style='transition:color 2s'>Slow</p>").await;
    assert_found(&checks::motion(browser, false).await, &["changes over 2 s"]);

    plant(browser, "<p><img src='data:,'></p>").await;
    assert_found(&axe::violations(browser).await, &["image-alt"]);

    browser.show(Media::ForcedColours).await;
    plant(browser, "<main><p style='forced-color-adjust:none;color:Canvas'>Gone</p></main>").await;
    assert_found(&checks::forced(browser).await, &["text has vanished"]);

    browser.show(Media::Print).await;
    plant(browser, "<form><button>Send</button></form>").await;
    assert_found(&checks::paper::findings(browser).await, &["still there", "the source is missing"]);
    visit.end().await;
}

async fn plant(browser: &Browser, body: &str) {
    browser.open(&format!("data:text/html,<!doctype html><html lang=en><title>Planted</title><body>{body}")).await;
}

fn assert_found(findings: &[String], expected: &[&str]) {
    for fault in expected {
        assert!(findings.iter().any(|finding| finding.contains(fault)), "{fault} is not among {findings:#?}");
    }
}
