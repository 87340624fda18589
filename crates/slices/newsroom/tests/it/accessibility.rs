//! The accessibility statement says what the suite found, and when.

use newsroom::checked::{Check, Record};
use testing::TestApp;

#[tokio::test]
async fn accessibility_statement_names_every_check_and_its_day() {
    let app = TestApp::new().await;
    let record = Record::latest();
    for path in ["/barrierefreiheit", "/en/barrierefreiheit"] {
        let page = app.page(path).await;
        let checks = page.texts(".news-checks > li");
        assert_eq!(checks.len(), Check::ALL.len(), "{path}");
        for (line, outcome) in checks.iter().zip(&record.checks) {
            assert!(line.contains(&outcome.views.to_string()), "{path}: {line}");
        }
        assert!(page.attributes("time", "datetime").contains(&record.date.to_string()), "{path}");
        assert_eq!(page.texts(".news-checks [lang='en'] li").len(), record.findings(), "{path}");
    }
}
