//! The rules of axe-core, which is vendored: WCAG 2.2 on levels A and AA, and good practice.

use crate::browser::Browser;

const SOURCE: &str = include_str!("../../axe/axe.min.js");

/// The version of axe-core.
pub fn version() -> &'static str {
    let head = SOURCE.split_once("axe v").map_or("", |(_, rest)| rest);
    head.lines().next().unwrap_or_default()
}

/// Lets every page that is opened from now on begin with axe.
pub async fn install(browser: &Browser) {
    browser.begin_pages_with(SOURCE).await;
}

/// What the page that is open violates.
pub async fn violations(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("axe.js"), &[]).await
}

#[cfg(test)]
mod tests {
    #[test]
    fn version_is_read_from_the_head_of_the_file() {
        assert_eq!(super::version(), "4.14.1");
    }
}
