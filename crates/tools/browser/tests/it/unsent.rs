//! Text that somebody types outlives the page: in the browser at once, at the server every few seconds.

use browser::Visit;

const ENTRY: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018";
const TEXT: &str = "textarea[name='body']";

/// Resolves when the browser holds a copy with these words.
const IS_COPIED: &str = "return new Promise((done) => { const look = () => \
    Object.values(localStorage).some((copy) => copy.includes(arguments[0])) ? done(true) : setTimeout(look, 25); look(); })";

/// Types into the text of an entry, and waits until the copy in the browser is made.
async fn write(visit: &Visit, text: &str) {
    visit.browser.write_into(TEXT, text).await;
    assert!(visit.browser.run::<bool>(IS_COPIED, &[encoded(text).into()]).await);
}

/// As the copy holds it.
fn encoded(text: &str) -> String {
    text.trim().replace(' ', "+")
}

async fn holds(visit: &Visit, text: &str) -> bool {
    visit
        .browser
        .run("return document.querySelector(arguments[0]).value.includes(arguments[1])", &[TEXT.into(), text.into()])
        .await
}

/// The number of copies in the browser.
async fn copies(visit: &Visit) -> usize {
    visit.browser.run("return Object.keys(localStorage).filter((key) => key.startsWith('unsent:')).length", &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn text_is_offered_again_after_the_browser_was_closed_and_forgotten_once_it_is_saved() {
    let visit = Visit::start_at_desk().await;
    visit.open(ENTRY).await;
    write(&visit, " Noch ein Satz.").await;
    visit.open("/redaktion").await;
    visit.open(ENTRY).await;
    assert!(!holds(&visit, "Noch ein Satz.").await);
    visit.browser.click(".desk-unsent button.action").await;
    assert!(holds(&visit, "Noch ein Satz.").await);
    visit.browser.click(".desk-save button[value=speichern]").await;
    visit.browser.come_to("hinweis=gespeichert").await;
    assert!(holds(&visit, "Noch ein Satz.").await);
    assert_eq!(copies(&visit).await, 0);
    visit.open(ENTRY).await;
    assert_eq!(visit.browser.count(".desk-unsent").await, 0);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn text_is_kept_at_the_server_when_the_page_is_left_and_found_by_another_browser() {
    let visit = Visit::start_at_desk().await;
    visit.open(ENTRY).await;
    write(&visit, " Bis nachher.").await;
    let leave = "Object.defineProperty(document, 'hidden', { value: true }); \
                 document.dispatchEvent(new Event('visibilitychange'))";
    let () = visit.browser.run(leave, &[]).await;
    visit.browser.wait_for(".desk-kept").await;
    // Another browser has no copy of its own.
    let () = visit.browser.run("localStorage.clear()", &[]).await;
    visit.open(ENTRY).await;
    visit.browser.click(".desk-unsent a.action").await;
    assert!(holds(&visit, "Bis nachher.").await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_signs_out_leaves_nothing_behind_and_who_drops_a_copy_is_not_asked_again() {
    let visit = Visit::start_at_desk().await;
    visit.open(ENTRY).await;
    write(&visit, " Vertraulich.").await;
    visit.open(ENTRY).await;
    visit.browser.touch(".desk-unsent button.desk-button").await;
    assert_eq!((copies(&visit).await, visit.browser.count(".desk-unsent").await), (0, 0));
    write(&visit, " Vertraulich.").await;
    visit.open("/redaktion").await;
    visit.browser.touch(".desk-person summary").await;
    visit.browser.click(".desk-menu button").await;
    assert_eq!(copies(&visit).await, 0);
    visit.end().await;
}
