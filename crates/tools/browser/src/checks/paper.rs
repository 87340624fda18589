//! Pages on paper.

use fantoccini::wd::{PrintConfiguration, PrintSize};

use crate::browser::Browser;

/// A4. The margins are those of the style sheet.
pub(crate) fn a4() -> PrintConfiguration {
    let size = PrintSize { width: 21.0, height: 29.7 };
    PrintConfiguration::builder().size(size).background(true).build().expect("A4 is a sound size")
}

/// How many sheets a PDF takes. Chromium writes the object of each page in plain text.
pub fn sheets(pdf: &[u8]) -> usize {
    String::from_utf8_lossy(pdf).matches("/Type /Page\n").count()
}

/// What is wrong with the page that is open and shown as on paper.
pub async fn findings(browser: &Browser) -> Vec<String> {
    browser.run(include_str!("paper.js"), &[]).await
}
