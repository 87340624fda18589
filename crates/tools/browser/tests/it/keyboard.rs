//! With the keyboard alone: the focus is always visible and in order, and all tasks can be done.

use browser::{Key, Stop, Visit, Window, record};
use newsroom::checked::{Check, Finding};

/// Pages on which every stop is checked: menus, lists, picture, sticky
/// years, form.
const WALKED: [&str; 7] = [
    "/",
    "/prozess",
    "/handlungsfelder",
    "/veranstaltungen",
    "/veranstaltungen/kongress-2018",
    "/kontakt",
    "/barrierefreiheit",
];

/// A limit: more stops than a page has.
const MOST_STOPS: usize = 600;

#[tokio::test(flavor = "multi_thread")]
async fn every_stop_of_the_keyboard_is_seen_and_in_order() {
    let visit = Visit::start().await;
    let mut stops = 0;
    let mut findings = Vec::new();
    for window in [Window::DESK, Window::PHONE] {
        visit.browser.resize(window).await;
        for page in WALKED {
            visit.open(page).await;
            let walked = walk(&visit).await;
            stops += walked.len();
            let found = walked
                .iter()
                .flat_map(Stop::faults)
                .chain(walked.windows(2).filter_map(|pair| pair[1].jumps_back_from(&pair[0])));
            findings.extend(found.map(|what| Finding { page: format!("{page} ({} px)", window.width), what }));
        }
    }
    visit.end().await;
    record::settle(Check::Keyboard, stops, findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn skip_link_comes_first_and_leads_past_the_menu() {
    let visit = Visit::start().await;
    visit.open("/").await;
    assert_eq!(tab(&visit).await.href.as_deref(), Some("#content"));
    visit.browser.press(Key::Enter).await;
    assert_eq!(visit.browser.run::<String>("return document.activeElement.id", &[]).await, "content");
    tab(&visit).await;
    assert!(visit.browser.run::<bool>("return Boolean(document.activeElement.closest('main'))", &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_keyboard_leads_from_the_start_page_to_a_message_that_is_sent() {
    let visit = Visit::start().await;
    visit.browser.resize(Window::PHONE).await;
    visit.open("/").await;
    until(&visit, |stop| stop.tag == "summary").await;
    visit.browser.press(Key::Enter).await;
    follow(&visit, |href| href == "/handlungsfelder").await;
    follow(&visit, |href| href.starts_with("/handlungsfelder/")).await;
    follow(&visit, |href| href.starts_with("/veranstaltungen/")).await;
    assert!(visit.browser.run::<bool>("return Boolean(document.getElementById('origin'))", &[]).await);
    until(&visit, |stop| stop.section == "origin").await;
    visit.browser.press(Key::Enter).await;
    visit.browser.settle().await;
    follow(&visit, |href| href == "/kontakt").await;
    write_and_send(&visit).await;
    visit.end().await;
}

/// Fills in the contact form and sends it without a pointer.
async fn write_and_send(visit: &Visit) {
    let form = visit.browser.path().await;
    until(visit, |stop| stop.tag == "select" && stop.section == "form").await;
    visit.browser.type_text("06 Change").await;
    until(visit, |stop| stop.tag == "textarea").await;
    visit.browser.type_text("Wir möchten mit unserer Schule dabei sein.").await;
    until(visit, |stop| stop.name.contains("email")).await;
    visit.browser.type_text("besuch@schule.example").await;
    visit.wait_a_while();
    until(visit, |stop| stop.tag == "button" && stop.section == "form").await;
    visit.browser.press(Key::Enter).await;
    visit.browser.settle().await;
    assert_ne!(visit.browser.path().await, form, "the form was not sent");
}

/// Tabs to a link with a wanted target and follows it.
async fn follow(visit: &Visit, is_wanted: impl Fn(&str) -> bool) {
    let stop = until(visit, |stop| stop.section != "crumbs" && stop.href.as_deref().is_some_and(&is_wanted)).await;
    visit.browser.press(Key::Enter).await;
    visit.browser.settle().await;
    assert_eq!(visit.browser.path().await, stop.href.unwrap_or_default().split('#').next().unwrap_or_default());
}

/// Tabs to a wanted stop. The focus must be visible at every stop on the way.
async fn until(visit: &Visit, is_wanted: impl Fn(&Stop) -> bool) -> Stop {
    for _ in 0..MOST_STOPS {
        let stop = tab(visit).await;
        assert_eq!(stop.faults(), Vec::<String>::new(), "{}", visit.browser.path().await);
        if is_wanted(&stop) {
            return stop;
        }
    }
    panic!("{} has no such stop", visit.browser.path().await);
}

async fn tab(visit: &Visit) -> Stop {
    visit.browser.press(Key::Tab).await;
    visit.browser.stop().await.unwrap_or_else(|| panic!("the keyboard has left the page"))
}

/// All stops of the current page.
async fn walk(visit: &Visit) -> Vec<Stop> {
    let mut stops = Vec::new();
    for _ in 0..MOST_STOPS {
        visit.browser.press(Key::Tab).await;
        match visit.browser.stop().await {
            Some(stop) => stops.push(stop),
            None => return stops,
        }
    }
    panic!("{} holds the keyboard fast", visit.browser.path().await)
}
