//! A visit: the running application with a browser.

use jiff::SignedDuration;
use newsroom::checked::Finding;
use serde_json::json;

use crate::application::Application;
use crate::browser::{Browser, Window};
use crate::checks;
use crate::kinds::{Form, Page};
use crate::media::Media;

/// Forms that change something; searches and filters use GET.
const FORM: &str = "form[method=post]";

/// Longer than the minimum time before a form may be sent, and than the window of any rate limit.
const FORM_PAUSE: SignedDuration = SignedDuration::from_hours(2);

/// The environment of a test.
#[derive(Debug)]
pub struct Visit {
    /// The application under test.
    pub application: Application,
    /// The browser with one window.
    pub browser: Browser,
}

impl Visit {
    /// Starts both, with a usual screen, the usual font size and light colours.
    pub async fn start() -> Self {
        Self::with_letters(16).await
    }

    /// Starts both with this default font size in pixels.
    pub async fn with_letters(pixels: u32) -> Self {
        let (application, browser) = tokio::join!(Application::start(), Browser::start(pixels));
        browser.resize(Window::DESK).await;
        browser.show(Media::Light).await;
        browser.begin_pages_with(checks::RULER).await;
        Self { application, browser }
    }

    /// Starts both with the pages of the desk and a signed-in administrator.
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

    /// Starts the browser of the second person at the desk.
    pub async fn colleague(&self) -> Browser {
        let (browser, cookie) = tokio::join!(Browser::start(16), self.application.colleague());
        browser.resize(Window::DESK).await;
        browser.carry(&self.application.address, &cookie).await;
        browser
    }

    /// Starts both without an administrator, as after the first start of the program.
    pub async fn start_first() -> Self {
        let (application, browser) = tokio::join!(Application::without_pages(), Browser::start(16));
        browser.resize(Window::DESK).await;
        browser.show(Media::Light).await;
        browser.begin_pages_with(checks::RULER).await;
        Self { application, browser }
    }

    /// Starts both under a host name instead of an IP address.
    pub async fn start_by_name() -> Self {
        let (application, browser) = tokio::join!(Application::called("localhost"), Browser::start(16));
        browser.resize(Window::DESK).await;
        Self { application, browser }
    }

    /// Every kind of page, in every language.
    pub fn pages(&self) -> &[Page] {
        &self.application.pages
    }

    /// Checks every kind of page in every language. Returns the number of views and the findings.
    pub async fn look(&self, check: impl AsyncFn(&Browser) -> Vec<String>) -> (usize, Vec<Finding>) {
        let mut findings = Vec::new();
        for page in self.pages() {
            self.open_page(page).await;
            let found = check(&self.browser).await;
            findings.extend(found.into_iter().map(|what| Finding { page: page.to_string(), what }));
        }
        (self.pages().len(), findings)
    }

    /// Opens a page and treats its form as required.
    pub async fn open_page(&self, page: &Page) {
        self.open(&page.address).await;
        if let Some(form) = page.form {
            let () = self.browser.run(include_str!("fill.js"), &[json!(FORM), json!(form == Form::Filled)]).await;
            self.send().await;
        }
    }

    /// Sends the form on the page after a while, because a form that is sent too fast counts as spam.
    pub async fn send(&self) {
        self.wait_a_while();
        self.browser.click(&format!("{FORM} [type=submit], {FORM} button:not([type])")).await;
    }

    /// Advances the application's clock by two hours.
    pub fn wait_a_while(&self) {
        self.application.clock.advance(FORM_PAUSE);
    }

    /// Opens a page of the application by path and query.
    pub async fn open(&self, path: &str) {
        self.browser.open(&format!("{}{path}", self.application.address)).await;
    }

    /// Closes the browser.
    pub async fn end(self) {
        self.browser.end().await;
    }
}
