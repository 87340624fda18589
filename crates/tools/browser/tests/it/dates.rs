//! Dates in the forms of the desk: how they are understood, while somebody types.

use browser::Visit;
use serde_json::json;

const FORM: &str = "/redaktion/eintraege/veranstaltungen/neu";
const FIELD: &str = "[name='matter.when']";
const UNDERSTOOD: &str = ".desk-when:has([name='matter.when']) .desk-understood";

/// Puts a text into the field, as one keystroke would.
const PUT: &str = "const field = document.querySelector(arguments[0]); field.value = arguments[1]; \
    field.dispatchEvent(new Event('input', { bubbles: true }))";
/// The number of texts about which the server was asked.
const ASKED: &str =
    "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/verstanden')).length";

#[tokio::test(flavor = "multi_thread")]
async fn field_says_how_a_date_is_understood_while_somebody_types() {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    visit.browser.write_into(FIELD, "vielleicht 12.3.2027 9-16 Uhr").await;
    let understood = "Verstanden als: möglicherweise am Freitag, 12. März 2027, 9 bis 16 Uhr. Wie sicher: vielleicht";
    visit.browser.wait_until_says(UNDERSTOOD, understood).await;
    visit.browser.write_into(FIELD, " abends").await;
    let refused =
        "»abends« verstehen wir hier nicht. Schreiben Sie zum Beispiel »20.9.2018«, »Herbst 2020« oder »seit 2018«.";
    visit.browser.wait_until_says(UNDERSTOOD, refused).await;
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn server_is_asked_once_about_a_text_and_not_about_an_empty_one() {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    let put = async |text: &str| visit.browser.run::<()>(PUT, &[json!(FIELD), json!(text)]).await;
    put("Herbst 2026").await;
    visit.browser.wait_until_says(UNDERSTOOD, "Verstanden als: Herbst 2026").await;
    put("Herbst 2026 ").await;
    put("").await;
    visit.browser.wait_until_says(UNDERSTOOD, "").await;
    put("Ende Juni 2027").await;
    visit.browser.wait_until_says(UNDERSTOOD, "Verstanden als: Ende Juni 2027").await;
    assert_eq!(visit.browser.run::<usize>(ASKED, &[]).await, 2);
    visit.end().await;
}
