//! Checks of printed pages.

use fantoccini::wd::{PrintConfiguration, PrintSize};

use crate::browser::Browser;

/// The size A4. The margins are those of the style sheet.
pub(crate) fn a4() -> PrintConfiguration {
    let size = PrintSize { width: 21.0, height: 29.7 };
    PrintConfiguration::builder().size(size).background(true).build().expect("A4 is a sound size")
}

/// The number of sheets of a PDF. Chromium writes the object of each page in plain text.
pub fn sheets(pdf: &[u8]) -> usize {
    String::from_utf8_lossy(pdf).matches("/Type /Page\n").count()
}

/// The faults of the current page in print.
pub async fn findings(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("paper.js"), &[]).await
}
