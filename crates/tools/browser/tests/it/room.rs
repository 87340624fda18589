//! No overflow: in a narrow window, with more space in the text, with large letters.

use browser::checks::{fit, fit_spaced};
use browser::{Browser, Visit, Window, record};
use newsroom::checked::Check;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_fits_into_a_window_of_320_pixels() {
    look(Check::Narrow, Visit::start().await, Window::NARROW, fit).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_has_room_for_more_space_between_lines_words_and_letters() {
    look(Check::Spaced, Visit::start().await, Window::PHONE, fit_spaced).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_has_room_for_letters_of_twice_the_size() {
    look(Check::Doubled, Visit::with_letters(32).await, Window::DESK, fit).await;
}

async fn look(check: Check, visit: Visit, window: Window, fits: impl AsyncFn(&Browser) -> Vec<String>) {
    visit.browser.resize(window).await;
    let (views, findings) = visit.look(fits).await;
    visit.end().await;
    record::settle(check, views, findings);
}
