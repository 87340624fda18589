//! The application and a browser in front of it.

use jiff::SignedDuration;
use newsroom::checked::Finding;
use serde_json::json;

use crate::application::Application;
use crate::browser::{Browser, Window};
use crate::checks;
use crate::kinds::{Form, Page};
use crate::media::Media;

/// The form on a page that is sent to us; searches and filters only ask.
const FORM: &str = "form[method=post]";

/// Longer than any trap for machines that fill in forms, and than any limit of their number.
const A_WHILE: SignedDuration = SignedDuration::from_hours(2);

/// What a test works with.
#[derive(Debug)]
pub struct Visit {
    /// The application.
    pub application: Application,
    /// The browser.
    pub browser: Browser,
}

impl Visit {
    /// Starts both, with a usual screen, usual letters and light colours.
    pub async fn start() -> Self {
        Self::with_letters(16).await
    }

    /// The same for a person who has set the size of letters in their browser, in pixels.
    pub async fn with_letters(pixels: u32) -> Self {
        let (application, browser) = tokio::join!(Application::start(), Browser::start(pixels));
        browser.resize(Window::DESK).await;
        browser.show(Media::Light).await;
        browser.begin_pages_with(checks::RULER).await;
        Self { application, browser }
    }

    /// The desk, with an administrator in front of it who is signed in.
    pub async fn start_at_desk() -> Self {
        let (application, browser) = tokio::join!(Application::start_at_desk(), Browser::start(16));
        browser.resize(Window::DESK).await;
        browser.show(Media::Light).await;
        browser.begin_pages_with(checks::RULER).await;
        if let Some(administrator) = &application.administrator {
            browser.carry(&application.address, &administrator.cookie).await;
        }
        Self { application, browser }
    }

    /// The application as after its first start, with nobody at the desk.
    pub async fn start_first() -> Self {
        let (application, browser) = tokio::join!(Application::without_pages(), Browser::start(16));
        browser.resize(Window::DESK).await;
        browser.show(Media::Light).await;
        browser.begin_pages_with(checks::RULER).await;
        Self { application, browser }
    }

    /// The same under a name of this machine instead of its number.
    pub async fn start_by_name() -> Self {
        let (application, browser) = tokio::join!(Application::called("localhost"), Browser::start(16));
        browser.resize(Window::DESK).await;
        Self { application, browser }
    }

    /// Every kind of page, in every language.
    pub fn pages(&self) -> &[Page] {
        &self.application.pages
    }

    /// Looks at every kind of page in every language. Gives the number of views and what was found.
    pub async fn look(&self, check: impl AsyncFn(&Browser) -> Vec<String>) -> (usize, Vec<Finding>) {
        let mut findings = Vec::new();
        for page in self.pages() {
            self.open_page(page).await;
            let found = check(&self.browser).await;
            findings.extend(found.into_iter().map(|what| Finding { page: page.to_string(), what }));
        }
        (self.pages().len(), findings)
    }

    /// Opens a page and does with its form what it asks for.
    pub async fn open_page(&self, page: &Page) {
        self.open(&page.address).await;
        if let Some(form) = page.form {
            let () = self.browser.run(include_str!("fill.js"), &[json!(FORM), json!(form == Form::Filled)]).await;
            self.send().await;
        }
    }

    /// Sends the form on the page, after a while, as people do.
    pub async fn send(&self) {
        self.wait_a_while();
        self.browser.click(&format!("{FORM} [type=submit], {FORM} button:not([type])")).await;
    }

    /// Lets the application's clock go on, as if somebody took their time.
    pub fn wait_a_while(&self) {
        self.application.clock.advance(A_WHILE);
    }

    /// Opens a page of the application by path and query.
    pub async fn open(&self, path: &str) {
        self.browser.open(&format!("{}{path}", self.application.address)).await;
    }

    /// Ends both.
    pub async fn end(self) {
        self.browser.end().await;
    }
}
