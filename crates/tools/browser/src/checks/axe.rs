//! The rules of axe-core, which is vendored: WCAG 2.2 on levels A and AA, and best practices.

use crate::browser::Browser;

const SOURCE: &str = include_str!("../../axe/axe.min.js");

/// The version of axe-core, from its source.
pub fn version() -> &'static str {
    let head = SOURCE.split_once("axe v").map_or("", |(_, rest)| rest);
    head.lines().next().unwrap_or_default()
}

/// Injects axe into every page that is opened from now on.
pub async fn install(browser: &Browser) {
    browser.begin_pages_with(SOURCE).await;
}

/// The violations on the current page.
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
