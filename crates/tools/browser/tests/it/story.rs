//! The whole workflow of the desk, from the first start to the restoration of an older version.
//!
//! Two tests go through it, once with the keyboard alone and once without scripts.

use std::path::PathBuf;

use accounts::directory;
use base::{Ids, Now};
use browser::{Key, Visit};
use jiff::SignedDuration;

/// A limit: more stops than a page has.
const MOST_STOPS: usize = 900;

const EDITOR: &str = "redaktion@ort.example";
const FORM: &str = "form.desk-form";

/// A person's way to operate the page: with or without a pointer.
struct User<'v> {
    visit: &'v Visit,
    has_pointer: bool,
}

impl User<'_> {
    /// Follows a link or presses a button, which leads to another page.
    async fn press(&self, selector: &str) {
        if self.has_pointer {
            return self.visit.browser.click(selector).await;
        }
        self.reach(selector).await;
        self.visit.browser.enter().await;
    }

    /// Presses a button of a list, and waits for what it brings: a new page, or with scripts the list alone.
    async fn press_in_list(&self, selector: &str, brings: &str) {
        if self.has_pointer {
            return self.visit.browser.click(selector).await;
        }
        self.reach(selector).await;
        self.visit.browser.press(Key::Enter).await;
        self.visit.browser.wait_until_there(brings).await;
    }

    /// Opens a folded part.
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

    /// Selects the second of several radio buttons of which none is chosen: with the keyboard by an arrow on the first.
    async fn pick_second(&self, first: &str, second: &str) {
        if self.has_pointer {
            return self.visit.browser.touch(second).await;
        }
        self.reach(first).await;
        self.visit.browser.press(Key::Down).await;
    }

    /// Ticks a checkbox or selects a radio button.
    async fn tick(&self, selector: &str) {
        if self.has_pointer {
            return self.visit.browser.touch(selector).await;
        }
        self.reach(selector).await;
        self.visit.browser.type_text(" ").await;
    }

    /// Presses Tab until the element has the focus.
    async fn reach(&self, selector: &str) {
        let script = format!("return document.activeElement.matches({})", serde_json::json!(selector));
        for _ in 0..MOST_STOPS {
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
    tell(&User { visit: &visit, has_pointer: false }).await;
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_a_news_item_goes_from_first_start_to_the_public_and_back() {
    let visit = Visit::start_first().await;
    visit.browser.forbid_scripts().await;
    tell(&User { visit: &visit, has_pointer: true }).await;
    visit.end().await;
}

async fn tell(user: &User<'_>) {
    first_administrator_comes_in(user).await;
    administrator_invites_an_editor(user).await;
    editor_comes_in(user).await;
    editor_adds_a_picture(user).await;
    editor_writes(user).await;
    editor_links_it_to_the_congress(user).await;
    editor_translates(user).await;
    editor_schedules(user).await;
    it_appears_at_the_instant(user).await;
    editor_restores_an_older_version(user).await;
}

async fn first_administrator_comes_in(user: &User<'_>) {
    let application = &user.visit.application;
    let ids = Ids::new(application.clock.clone());
    let now = Now::new(&application.clock, &ids);
    let link = directory::first_link(application.db(), now).await.expect("a database").expect("nobody is there yet");
    user.visit.open(&link).await;
    user.fill("input[name=name]", "Leitung").await;
    user.fill("input[name=email]", "leitung@ort.example").await;
    user.visit.wait_a_while();
    user.press("main form button").await;
    assert!(user.visit.browser.path().await.starts_with("/redaktion"), "{}", user.visit.browser.path().await);
}

async fn administrator_invites_an_editor(user: &User<'_>) {
    user.press(".desk-areas a[href='/redaktion/personen']").await;
    user.press("a[href='/redaktion/personen/einladung']").await;
    user.fill("input[name=name]", "Redaktion").await;
    user.fill("input[name=email]", EDITOR).await;
    user.pick_second("input[name=rolle]", "input[name=rolle][value=editor]").await;
    user.press("#form-send").await;
}

async fn editor_comes_in(user: &User<'_>) {
    let mail = user.visit.application.mail_to(EDITOR).await;
    let address = &user.visit.application.address;
    let link = mail.split_whitespace().find(|word| word.starts_with(address.as_str())).expect("a link in the mail");
    user.visit.browser.forget().await;
    user.visit.browser.open(link).await;
    user.press("main form button").await;
    assert!(user.visit.browser.path().await.starts_with("/redaktion"), "{}", user.visit.browser.path().await);
}

async fn editor_adds_a_picture(user: &User<'_>) {
    let folder = tempfile::tempdir().expect("a temporary directory");
    let file: PathBuf = folder.path().join("Gruppe am Tisch.jpg");
    std::fs::write(&file, media::samples::photo(640, 480, 1)).expect("a file");
    user.press(".desk-areas a[href='/redaktion/medien']").await;
    user.press(".desk-head .action").await;
    user.fill("input[type=file]", &file.display().to_string()).await;
    user.fill("input[name=title]", "Gruppe am Tisch").await;
    user.fill("[name='alt.de']", "Sechs Menschen arbeiten an einem Tisch.").await;
    user.fill("input[name=holder]", "Initiative").await;
    user.fill("select[name=licence]", "CC BY 4").await;
    user.press("main form .form-send button").await;
    assert!(user.visit.browser.path().await.starts_with("/redaktion/medien/gruppe-am-tisch"));
    user.expect("main .notice.is-warning", 0).await;
}

async fn editor_writes(user: &User<'_>) {
    user.press(".desk-areas a[href='/redaktion/eintraege']").await;
    user.press("a[href='/redaktion/eintraege/neu']").await;
    user.press("a[href='/redaktion/eintraege/aktuelles/neu']").await;
    user.fill("[name='matter.title']", "Neues vom Runden Tisch").await;
    user.fill("[name='matter.summary']", "Sechs Schulen haben sich verabredet.").await;
    user.fill("[name='body']", "Der erste Text.").await;
    user.unfold(".desk-picture-choice > summary").await;
    user.pick_second("[name='matter.picture']", ".desk-picture-choice input[value='gruppe-am-tisch']").await;
    user.fill("[name='matter.when']", "voraussichtlich Herbst 2027").await;
    user.press(&format!("{FORM} .desk-save button[value=speichern]")).await;
    assert!(user.visit.browser.path().await.contains("neues-vom-runden-tisch?hinweis=angelegt"));
    user.expect(".desk-understood:not(:empty)", 1).await;
}

async fn editor_links_it_to_the_congress(user: &User<'_>) {
    user.unfold("#teil-thread > summary").await;
    user.press_in_list("button[value='mehr:matter.links']", "[name='matter.links.0.to']").await;
    user.fill("select[name='matter.links.0.relation']", "ist Teil").await;
    user.fill("input[name='matter.links.0.to']", "Kongress Zu").await;
    user.press_in_list("button[value='suche:matter.links.0.to']", ".desk-hits").await;
    user.tick("input[type=radio][value$='veranstaltungen/kongress-2018']").await;
    user.press(&format!("{FORM} .desk-save button[value=speichern]")).await;
    assert!(user.visit.browser.path().await.ends_with("hinweis=gespeichert"), "{}", user.visit.browser.path().await);
}

async fn editor_translates(user: &User<'_>) {
    user.press("a[href$='/sprachen/en']").await;
    user.fill("[name=title]", "News from the round table").await;
    user.fill("[name=body]", "The first text.").await;
    user.fill("select[name=review]", "fachlich").await;
    user.press(&format!("{FORM} .actions button[value=speichern]")).await;
    assert!(user.visit.browser.path().await.ends_with("hinweis=uebersetzt"));
    user.press(".crumbs li:nth-child(2) a").await;
}

async fn editor_schedules(user: &User<'_>) {
    user.unfold(".desk-aside .desk-act > summary").await;
    user.fill("#form-tag", "24.11.2026").await;
    user.fill("#form-uhrzeit", "9 Uhr").await;
    user.press(".desk-act button[value=planen]").await;
    assert!(user.visit.browser.path().await.ends_with("hinweis=geplant"), "{}", user.visit.browser.path().await);
}

async fn it_appears_at_the_instant(user: &User<'_>) {
    let visit = user.visit;
    let instant = "2026-11-24T08:00:00Z".parse().expect("an instant");
    let left: SignedDuration = visit.application.clock.now().duration_until(instant);
    visit.application.clock.advance(left - SignedDuration::from_secs(1));
    visit.application.settle().await;
    visit.open("/aktuelles/neues-vom-runden-tisch").await;
    user.expect(".error-page", 1).await;
    visit.application.clock.advance(SignedDuration::from_secs(1));
    visit.application.settle().await;
    for (address, words) in [("/aktuelles", "Der erste Text."), ("/en/aktuelles", "The first text.")] {
        visit.open(&format!("{address}/neues-vom-runden-tisch")).await;
        let text: String = visit.browser.run("return document.querySelector('main').textContent", &[]).await;
        assert!(text.contains(words), "{address}: {text}");
        user.expect_some("main picture img").await;
        user.expect_some("main a[href$='/veranstaltungen/kongress-2018']").await;
    }
    for address in ["/suche?q=Runden+Tisch", "/en/suche?q=round+table"] {
        visit.open(address).await;
        user.expect_some("main a[href$='/aktuelles/neues-vom-runden-tisch']").await;
    }
}

async fn editor_restores_an_older_version(user: &User<'_>) {
    let visit = user.visit;
    visit.application.clock.advance(SignedDuration::from_mins(1));
    let ids = Ids::new(visit.application.clock.clone());
    let email = EDITOR.parse().expect("an address");
    let link = directory::link(visit.application.db(), Now::new(&visit.application.clock, &ids), &email).await;
    // More time has passed than a session lasts.
    visit.browser.forget().await;
    visit.open(&link.expect("a link")).await;
    user.press("main form button").await;
    visit.open("/redaktion/eintraege/aktuelles/neues-vom-runden-tisch").await;
    user.fill("[name='body']", " Und ein Fehler.").await;
    user.press(&format!("{FORM} .desk-save button[value=speichern]")).await;
    user.press(".desk-aside button[value=veroeffentlichen]").await;
    user.press(".desk-aside a[href$='/fassungen']").await;
    user.press("a[href$='/fassungen/3']").await;
    user.press("form[action$='/wiederherstellung'] button").await;
    user.press(".desk-aside button[value=veroeffentlichen]").await;
    visit.open("/aktuelles/neues-vom-runden-tisch").await;
    let text: String = visit.browser.run("return document.querySelector('main').textContent", &[]).await;
    assert!(text.contains("Der erste Text.") && !text.contains("Fehler"), "{text}");
}
