//! What is looked at on a page: each a script that measures and a function that runs it.
//!
//! Every function answers with one line for each thing that is not as it should be.

pub mod axe;
mod fit;
pub mod paper;

use serde_json::json;

use crate::browser::Browser;

pub use fit::{fit, fit_spaced};

/// The script with which every page begins: what all measurements share.
pub(crate) const RULER: &str = include_str!("ruler.js");

/// Changes that end within this time, in seconds, are no movement.
const STILL: f64 = 0.01;
/// Changes may take this time, in seconds, if nobody asked for rest.
const SHORT: f64 = 0.3;

/// Whether everything that can be pressed is large enough.
pub async fn targets(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("targets.js"), &[]).await
}

/// Whether what was told by colour alone is still told with forced colours.
pub async fn forced(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("forced.js"), &[]).await
}

/// Whether nothing moves, or, where that was not asked for, only shortly.
pub async fn motion(browser: &Browser, is_asked_to_rest: bool) -> Vec<String> {
    let limit = if is_asked_to_rest { STILL } else { SHORT };
    browser.run(include_str!("motion.js"), &[json!(limit)]).await
}

/// Whether the page keeps nothing on the device and asks nobody else.
pub async fn frugal(browser: &Browser) -> Vec<String> {
    let mut findings: Vec<String> = browser.run(include_str!("frugal.js"), &[]).await;
    let cookies = browser.command("Storage.getCookies", json!({})).await;
    if cookies["cookies"].as_array().is_none_or(|cookies| !cookies.is_empty()) {
        findings.push(format!("cookies: {cookies}"));
    }
    // That a page answers with a mistake of the visitor is no mistake of the page.
    let complaints =
        browser.complaints().await.into_iter().filter(|message| !message.contains("responded with a status of 4"));
    findings.extend(complaints.map(|message| format!("the console says: {message}")));
    findings
}

/// How far things moved while the page was loaded (CLS); 0 is best.
pub async fn shift(browser: &Browser) -> f64 {
    browser.run(include_str!("shift.js"), &[]).await
}
