//! Two people at the desk, each in their own browser, while everything happens that loses text elsewhere.

use browser::{Browser, Visit};
use serde_json::json;

const NEW: &str = "/redaktion/eintraege/aktuelles/neu";
const SAVE: &str = ".desk-save button[value=speichern]";
const FIRST: &str = "Der erste Absatz.\n\nDer zweite Absatz.";

async fn body(browser: &Browser) -> String {
    browser.run("return document.querySelector('textarea[name=body]').value.trim()", &[]).await
}

/// Puts a text into the field for the body, as somebody who types over what stands there.
async fn put(browser: &Browser, text: &str) {
    let script = "const field = document.querySelector('textarea[name=body]'); field.value = arguments[0]; \
                  field.dispatchEvent(new Event('input', { bubbles: true }))";
    let () = browser.run(script, &[json!(text)]).await;
    let is_copied = "return new Promise((done) => { const look = () => Object.values(localStorage).some((copy) => \
                     copy.includes(arguments[0])) ? done(true) : setTimeout(look, 25); look(); })";
    let last = text.rsplit('\n').next().unwrap_or_default();
    let words = last.split(' ').next_back().unwrap_or_default().to_owned();
    assert!(browser.run::<bool>(is_copied, &[json!(words.trim_end_matches(['.', '!']))]).await);
}

/// Begins a news item with two paragraphs and returns its path.
async fn begin(visit: &Visit) -> String {
    visit.open(NEW).await;
    visit.browser.write_into("[name='matter.title']", "Zwei am Tisch").await;
    visit.browser.write_into("[name='matter.summary']", "Worum es geht.").await;
    put(&visit.browser, FIRST).await;
    visit.browser.click(SAVE).await;
    let path = visit.browser.path().await;
    path.split('?').next().unwrap_or_default().to_owned()
}

/// Saves, and waits until that is said.
async fn save(browser: &Browser) {
    browser.click(SAVE).await;
    browser.come_to("hinweis=gespeichert").await;
}

/// The session ends while one of them writes.
async fn through_an_ended_session(visit: &Visit, entry: &str) {
    visit.open(entry).await;
    put(&visit.browser, &format!("{FIRST}\n\nEin dritter Absatz.")).await;
    visit.browser.forget().await;
    visit.browser.click(SAVE).await;
    let administrator = visit.application.administrator.clone().expect("somebody is signed in");
    visit.browser.carry(&visit.application.address, &administrator.cookie).await;
    visit.open("/redaktion/angefangen").await;
    visit.browser.click("main tbody th a").await;
    assert!(body(&visit.browser).await.ends_with("Ein dritter Absatz."));
    save(&visit.browser).await;
}

/// The other one has the form open while the entry gets another address, which is returned.
async fn through_a_new_address(visit: &Visit, other: &Browser, entry: &str) -> String {
    other.open(&format!("{}{entry}", visit.application.address)).await;
    visit.open(entry).await;
    let () = visit.browser.run("document.querySelector('[name=slug]').value = 'zwei-am-selben-tisch'", &[]).await;
    save(&visit.browser).await;
    put(other, &format!("{FIRST}\n\nEin dritter Absatz.\n\nEin vierter Absatz.")).await;
    other.click(SAVE).await;
    if other.count(".desk-conflict").await > 0 {
        other.click(SAVE).await;
    }
    other.come_to("hinweis=gespeichert").await;
    assert!(body(other).await.ends_with("Ein vierter Absatz."));
    let path = other.path().await;
    path.split('?').next().unwrap_or_default().to_owned()
}

/// The server dies before what was typed is saved.
async fn through_a_crash(visit: &mut Visit, entry: &str) {
    visit.open(entry).await;
    let text = body(&visit.browser).await;
    put(&visit.browser, &format!("{text}\n\nEin fünfter Absatz vor dem Ausfall.")).await;
    visit.application.crash();
    visit.browser.touch(SAVE).await;
    visit.application.rise().await;
    visit.open(entry).await;
    visit.browser.click(".desk-unsent button.action, .desk-unsent a.action").await;
    assert!(body(&visit.browser).await.ends_with("Ein fünfter Absatz vor dem Ausfall."));
    save(&visit.browser).await;
}

/// Both change the first paragraph, and the one who saves second takes both.
async fn through_a_conflict(visit: &Visit, other: &Browser, entry: &str) {
    let text = body(&visit.browser).await;
    other.open(&format!("{}{entry}", visit.application.address)).await;
    put(&visit.browser, &text.replacen("Der erste Absatz.", "Der erste Absatz, von ihr.", 1)).await;
    save(&visit.browser).await;
    put(other, &text.replacen("Der erste Absatz.", "Der erste Absatz, von mir.", 1)).await;
    other.click(SAVE).await;
    assert_eq!(other.count(".desk-dispute").await, 1);
    other.click("button[value='beide:0']").await;
    save(other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_word_is_lost_through_an_ended_session_a_new_address_a_crash_and_a_conflict() {
    let mut visit = Visit::start_at_desk().await;
    let other = visit.colleague().await;
    let entry = begin(&visit).await;
    through_an_ended_session(&visit, &entry).await;
    let entry = through_a_new_address(&visit, &other, &entry).await;
    assert!(entry.ends_with("/zwei-am-selben-tisch"), "{entry}");
    through_a_crash(&mut visit, &entry).await;
    through_a_conflict(&visit, &other, &entry).await;
    let all = body(&other).await;
    for words in ["von mir.", "von ihr.", "Der zweite", "Ein dritter", "Ein vierter", "Ein fünfter"] {
        assert!(all.contains(words), "{words}: {all}");
    }
    other.end().await;
    visit.end().await;
}
