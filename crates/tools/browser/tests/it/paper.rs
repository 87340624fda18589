//! Print: controls are hidden, folded parts are open, and the source is printed at the end.

use std::fs;

use browser::checks::paper::{findings, sheets};
use browser::{Media, Visit, record};
use newsroom::checked::{Check, Finding};

/// Pages that people print, with the most sheets they may take: the longest event is long,
/// the timeline is made for two.
const PRINTED: [(&str, usize); 5] = [
    ("/", 4),
    ("/prozess", 2),
    ("/veranstaltungen/kongress-2018", 7),
    ("/handlungsfelder/vielfalt", 5),
    ("/barrierefreiheit", 3),
];

#[tokio::test(flavor = "multi_thread")]
async fn printed_pages_are_short_whole_and_name_their_source() {
    let visit = Visit::start().await;
    let mut found = Vec::new();
    for (page, most) in PRINTED {
        visit.open(page).await;
        let pdf = visit.browser.print().await;
        let sheets = sheets(&pdf);
        // For manual inspection: target/tmp/….pdf
        let name = page.trim_matches('/').replace('/', "-");
        fs::write(format!("{}/print-{name}.pdf", env!("CARGO_TARGET_TMPDIR")), &pdf).expect("a writable folder");
        visit.browser.show(Media::Print).await;
        let mut faults = findings(&visit.browser).await;
        visit.browser.show(Media::Light).await;
        if sheets == 0 || sheets > most {
            faults.push(format!("{sheets} sheets of paper, expected at most {most}"));
        }
        found.extend(faults.into_iter().map(|what| Finding { page: page.to_owned(), what }));
    }
    visit.end().await;
    record::settle(Check::Paper, PRINTED.len(), found);
}
