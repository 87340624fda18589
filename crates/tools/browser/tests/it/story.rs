//! The whole way through the desk, as people go it: from the first start to an older version that is restored.
//!
//! Once with the keyboard alone, once without scripts. Both tell the same story.

use std::path::PathBuf;

use accounts::directory;
use base::Ids;
use browser::{Key, Visit};
use jiff::SignedDuration;

/// More stops than a page has.
const END: usize = 900;

const EDITOR: &str = "redaktion@ort.example";
const FORM: &str = "form.desk-form";

/// How somebody works the page.
struct Hands<'v> {
    visit: &'v Visit,
    has_pointer: bool,
}

impl Hands<'_> {
    /// Follows a link or presses a button; another page comes.
    async fn press(&self, selector: &str) {
        if self.has_pointer {
            return self.visit.browser.click(selector).await;
        }
        self.reach(selector).await;
        self.visit.browser.enter().await;
    }

    /// Opens what is folded.
    async fn unfold(&self, selector: &str) {
        if self.has_pointer {
            return self.visit.browser.touch(selector).await;
        }
        self.reach(selector).await;
        self.visit.browser.press(Key::Enter).await;
    }

    /// Types into a field, or chooses from a list by its first letters.
    async fn fill(&self, selector: &str, text: &str) {
        if self.has_pointer {
            return self.visit.browser.write_into(selector, text).await;
        }
        self.reach(selector).await;
        self.visit.browser.type_text(text).await;
    }

    /// Ticks a box or chooses a button.
    async fn tick(&self, selector: &str) {
        if self.has_pointer {
            return self.visit.browser.touch(selector).await;
        }
        self.reach(selector).await;
        self.visit.browser.type_text(" ").await;
    }

    /// Goes on with the tab key until the focus is there.
    async fn reach(&self, selector: &str) {
        let script = format!("return document.activeElement.matches({})", serde_json::json!(selector));
        for _ in 0..END {
            self.visit.browser.press(Key::Tab).await;
            if self.visit.browser.run::<bool>(&script, &[]).await {
                return;
            }
        }
        panic!("{}: the keyboard does not reach {selector}", self.visit.browser.path().await);
    }

    async fn expect_some(&self, selector: &str) {
        let here = self.visit.browser.path().await;
        assert!(self.visit.browser.count(selector).await > 0, "no {selector} on {here}");
    }

    async fn expect(&self, selector: &str, count: usize) {
        let here = self.visit.browser.path().await;
        assert_eq!(self.visit.browser.count(selector).await, count, "{selector} on {here}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_keyboard_alone_a_news_item_goes_from_first_start_to_the_public_and_back() {
    let visit = Visit::start_first().await;
    tell(&Hands { visit: &visit, has_pointer: false }).await;
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_a_news_item_goes_from_first_start_to_the_public_and_back() {
    let visit = Visit::start_first().await;
    visit.browser.forbid_scripts().await;
    tell(&Hands { visit: &visit, has_pointer: true }).await;
    visit.end().await;
}

async fn tell(hands: &Hands<'_>) {
    first_administrator_comes_in(hands).await;
    administrator_invites_an_editor(hands).await;
    editor_comes_in(hands).await;
    editor_adds_a_picture(hands).await;
    editor_writes(hands).await;
    editor_links_it_to_the_congress(hands).await;
    editor_translates(hands).await;
    editor_schedules(hands).await;
    it_appears_at_the_instant(hands).await;
    editor_restores_an_older_version(hands).await;
}

async fn first_administrator_comes_in(hands: &Hands<'_>) {
    let application = &hands.visit.application;
    let now = (&application.clock, &Ids::new(application.clock.clone()));
    let link = directory::first_link(application.db(), now).await.expect("a database").expect("nobody is there yet");
    hands.visit.open(&link).await;
    hands.fill("input[name=name]", "Leitung").await;
    hands.fill("input[name=email]", "leitung@ort.example").await;
    hands.visit.wait_a_while();
    hands.press("main form button").await;
    assert!(hands.visit.browser.path().await.starts_with("/redaktion"), "{}", hands.visit.browser.path().await);
}

async fn administrator_invites_an_editor(hands: &Hands<'_>) {
    hands.press(".desk-areas a[href='/redaktion/personen']").await;
    hands.press("a[href='/redaktion/personen/einladung']").await;
    hands.fill("input[name=name]", "Redaktion").await;
    hands.fill("input[name=email]", EDITOR).await;
    hands.fill("select[name=rolle]", "Redaktion").await;
    hands.press("#form-send").await;
}

async fn editor_comes_in(hands: &Hands<'_>) {
    let mail = hands.visit.application.mail_to(EDITOR).await;
    let address = &hands.visit.application.address;
    let link = mail.split_whitespace().find(|word| word.starts_with(address.as_str())).expect("a link in the mail");
    hands.visit.browser.forget().await;
    hands.visit.browser.open(link).await;
    hands.press("main form button").await;
    assert!(hands.visit.browser.path().await.starts_with("/redaktion"), "{}", hands.visit.browser.path().await);
}

async fn editor_adds_a_picture(hands: &Hands<'_>) {
    let folder = tempfile::tempdir().expect("a temporary directory");
    let file: PathBuf = folder.path().join("Gruppe am Tisch.jpg");
    std::fs::write(&file, media::samples::photo(640, 480, 1)).expect("a file");
    hands.press(".desk-areas a[href='/redaktion/medien']").await;
    hands.press(".desk-head .action").await;
    hands.fill("input[type=file]", &file.display().to_string()).await;
    hands.fill("input[name=titel]", "Gruppe am Tisch").await;
    hands.fill("[name=alternativtext]", "Sechs Menschen arbeiten an einem Tisch.").await;
    hands.fill("input[name=rechte]", "Initiative").await;
    hands.fill("select[name=lizenz]", "CC BY 4").await;
    hands.press("main form .form-send button").await;
    assert!(hands.visit.browser.path().await.starts_with("/redaktion/medien/gruppe-am-tisch"));
    hands.expect("main .notice.is-warning", 0).await;
}

async fn editor_writes(hands: &Hands<'_>) {
    hands.press(".desk-areas a[href='/redaktion/eintraege']").await;
    hands.press("a[href='/redaktion/eintraege/neu']").await;
    hands.press("a[href='/redaktion/eintraege/aktuelles/neu']").await;
    hands.fill("[name='matter.title']", "Neues vom Runden Tisch").await;
    hands.fill("[name='matter.summary']", "Sechs Schulen haben sich verabredet.").await;
    hands.fill("[name='body']", "Der erste Text.").await;
    hands.fill("select[name='matter.picture']", "Gruppe").await;
    hands.fill("[name='matter.when']", "voraussichtlich Herbst 2027").await;
    hands.press(&format!("{FORM} .desk-save button[value=speichern]")).await;
    assert!(hands.visit.browser.path().await.contains("neues-vom-runden-tisch?hinweis=angelegt"));
    hands.expect(".desk-understood", 1).await;
}

async fn editor_links_it_to_the_congress(hands: &Hands<'_>) {
    hands.unfold("#teil-thread > summary").await;
    hands.press("button[value='mehr:matter.links']").await;
    hands.fill("select[name='matter.links.0.relation']", "ist Teil").await;
    hands.fill("input[name='matter.links.0.to']", "Kongress Zu").await;
    hands.press("button[value='suche:matter.links.0.to']").await;
    hands.tick("input[type=radio][value$='veranstaltungen/kongress-2018']").await;
    hands.press(&format!("{FORM} .desk-save button[value=speichern]")).await;
    assert!(hands.visit.browser.path().await.ends_with("hinweis=gespeichert"), "{}", hands.visit.browser.path().await);
}

async fn editor_translates(hands: &Hands<'_>) {
    hands.press("a[href$='/sprachen/en']").await;
    hands.fill("[name=title]", "News from the round table").await;
    hands.fill("[name=body]", "The first text.").await;
    hands.fill("select[name=review]", "fachlich").await;
    hands.press(&format!("{FORM} .actions button[value=speichern]")).await;
    assert!(hands.visit.browser.path().await.ends_with("hinweis=uebersetzt"));
    hands.press(".crumbs li:nth-child(2) a").await;
}

async fn editor_schedules(hands: &Hands<'_>) {
    hands.unfold(".desk-aside .desk-act > summary").await;
    hands.fill("#instant-day", "24.11.2026").await;
    hands.fill("#instant-time", "9 Uhr").await;
    hands.press(".desk-aside form[action$='/termin'] button").await;
    assert!(hands.visit.browser.path().await.ends_with("hinweis=geplant"), "{}", hands.visit.browser.path().await);
}

async fn it_appears_at_the_instant(hands: &Hands<'_>) {
    let visit = hands.visit;
    let instant = "2026-11-24T08:00:00Z".parse().expect("an instant");
    let left: SignedDuration = visit.application.clock.now().duration_until(instant);
    visit.application.clock.advance(left - SignedDuration::from_secs(1));
    visit.application.settle().await;
    visit.open("/aktuelles/neues-vom-runden-tisch").await;
    hands.expect(".error-page", 1).await;
    visit.application.clock.advance(SignedDuration::from_secs(1));
    visit.application.settle().await;
    for (address, words) in [("/aktuelles", "Der erste Text."), ("/en/aktuelles", "The first text.")] {
        visit.open(&format!("{address}/neues-vom-runden-tisch")).await;
        let text: String = visit.browser.run("return document.querySelector('main').textContent", &[]).await;
        assert!(text.contains(words), "{address}: {text}");
        hands.expect_some("main picture img").await;
        hands.expect_some("main a[href$='/veranstaltungen/kongress-2018']").await;
    }
    for address in ["/suche?q=Runden+Tisch", "/en/suche?q=round+table"] {
        visit.open(address).await;
        hands.expect_some("main a[href$='/aktuelles/neues-vom-runden-tisch']").await;
    }
}

async fn editor_restores_an_older_version(hands: &Hands<'_>) {
    let visit = hands.visit;
    visit.application.clock.advance(SignedDuration::from_mins(1));
    let ids = Ids::new(visit.application.clock.clone());
    let email = EDITOR.parse().expect("an address");
    let link = directory::link(visit.application.db(), (&visit.application.clock, &ids), &email).await;
    // The night was longer than a session lasts.
    visit.browser.forget().await;
    visit.open(&link.expect("a link")).await;
    hands.press("main form button").await;
    visit.open("/redaktion/eintraege/aktuelles/neues-vom-runden-tisch").await;
    hands.fill("[name='body']", " Und ein Fehler.").await;
    hands.press(&format!("{FORM} .desk-save button[value=speichern]")).await;
    hands.press(".desk-aside form[action$='/veroeffentlichung'] button").await;
    hands.press(".desk-aside a[href$='/fassungen']").await;
    hands.press("a[href$='/fassungen/3']").await;
    hands.press("form[action$='/wiederherstellung'] button").await;
    hands.press(".desk-aside form[action$='/veroeffentlichung'] button").await;
    visit.open("/aktuelles/neues-vom-runden-tisch").await;
    let text: String = visit.browser.run("return document.querySelector('main').textContent", &[]).await;
    assert!(text.contains("Der erste Text.") && !text.contains("Fehler"), "{text}");
}
