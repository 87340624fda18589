//! Checks for overflow: in a window of 320 pixels (WCAG 1.4.10), with more space between
//! lines, words and letters (1.4.12), and with letters of twice the size (1.4.4).

use serde_json::json;

use crate::browser::Browser;

/// A user style sheet with the distances of WCAG 1.4.12.
const SPACING: &str =
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }";

/// Checks the current page.
pub async fn fit(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("fit.js"), &[]).await
}

/// Checks the current page with the user style sheet applied.
pub async fn fit_spaced(browser: &Browser) -> Vec<String> {
    let () = browser.run(include_str!("restyle.js"), &[json!(SPACING)]).await;
    fit(browser).await
}
