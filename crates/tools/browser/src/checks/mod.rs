//! The checks of a page: each is a script that measures and a function that runs it.
//!
//! Every function returns one line for each finding.

pub mod axe;
mod fit;
pub mod paper;

use serde_json::json;

use crate::browser::Browser;

pub use fit::{fit, fit_spaced};

/// The script that all measurements share; it runs at the start of every page.
pub(crate) const RULER: &str = include_str!("ruler.js");

/// The longest change, in seconds, that does not count as movement.
const STILL: f64 = 0.01;
/// The longest movement, in seconds, without a preference for reduced motion.
const SHORT: f64 = 0.3;

/// Checks that everything that can be pressed is large enough.
pub async fn targets(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("targets.js"), &[]).await
}

/// Checks that nothing is shown by colour alone, with forced colours.
pub async fn forced(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("forced.js"), &[]).await
}

/// Checks that nothing moves, or only briefly without a preference for reduced motion.
pub async fn motion(browser: &Browser, is_asked_to_rest: bool) -> Vec<String> {
    let limit = if is_asked_to_rest { STILL } else { SHORT };
    browser.run(include_str!("motion.js"), &[json!(limit)]).await
}

/// Checks that the page stores nothing on the device and loads nothing from other sites.
pub async fn frugal(browser: &Browser) -> Vec<String> {
    let mut findings: Vec<String> = browser.run(include_str!("frugal.js"), &[]).await;
    let cookies = browser.command("Storage.getCookies", json!({})).await;
    if cookies["cookies"].as_array().is_none_or(|cookies| !cookies.is_empty()) {
        findings.push(format!("cookies: {cookies}"));
    }
    // An error page for a visitor's mistake is no fault of the page.
    let complaints =
        browser.complaints().await.into_iter().filter(|message| !message.contains("responded with a status of 4"));
    findings.extend(complaints.map(|message| format!("the console says: {message}")));
    findings
}

/// The cumulative layout shift (CLS) while the page was loaded; 0 is best.
pub async fn shift(browser: &Browser) -> f64 {
    browser.run(include_str!("shift.js"), &[]).await
}
