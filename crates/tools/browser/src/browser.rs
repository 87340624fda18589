//! A headless Chromium with an empty profile, and its commands for tests.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::commands::{DevTools, Log};
use crate::driver::Driver;
use crate::media::Media;
use crate::stop::Stop;

/// Opens a closed `<details>` around an element whose content a wide window shows by style: nothing changes for the eyes, but
/// the driver takes such content for hidden.
const SHOWN_BY_STYLE: &str = "
    for (let at = document.querySelector(arguments[0])?.closest('details:not([open])'); at; at = at.parentElement.closest('details:not([open])')) {
        const summary = at.querySelector('summary');
        if (summary && getComputedStyle(summary).display === 'none') at.open = true;
    }";

/// The timeout of a command.
const BROWSER_TIMEOUT: Duration = Duration::from_mins(1);

/// The interval between two checks for the next page.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// Headless, and without connections to anybody but the application. The pipe ends the browser with its driver.
const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
];

/// The size of a window in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The width.
    pub width: u32,
    /// The height.
    pub height: u32,
}

impl Window {
    /// A usual screen.
    pub const DESK: Self = Self { width: 1280, height: 900 };
    /// A usual phone.
    pub const PHONE: Self = Self { width: 390, height: 844 };
    /// The narrowest window in which a page has to work (WCAG 1.4.10).
    pub const NARROW: Self = Self { width: 320, height: 800 };
}

/// A browser with one window.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    driver: Driver,
    /// True if pages may run scripts.
    has_scripts: AtomicBool,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with a new, empty profile and this default font size in pixels; browsers
    /// usually have 16.
    pub async fn start(letters: u32) -> Self {
        let driver = Driver::start().await;
        let profile = tempfile::tempdir().expect("a temporary directory");
        let capabilities = capabilities(profile.path(), letters);
        let connect = async {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities)
                .connect(&driver.address)
                .await
                .expect("Chromium starts")
        };
        let client = tokio::time::timeout(BROWSER_TIMEOUT, connect).await.expect("Chromium starts in time");
        Self { client, driver, has_scripts: AtomicBool::new(true), _profile: profile }
    }

    /// Closes the browser and its driver.
    pub async fn end(self) {
        self.client.close().await.expect("the browser closes");
        self.driver.end().await;
    }

    /// The name and the major version: `chrome 156`.
    pub fn version(&self) -> String {
        let value = |key: &str| self.client.capabilities().and_then(|all| all.get(key)?.as_str()).unwrap_or_default();
        let version = value("browserVersion").split('.').next().unwrap_or_default();
        format!("{} {version}", value("browserName"))
    }

    /// Opens an address and waits until the page is loaded, including its fonts.
    pub async fn open(&self, url: &str) {
        within_timeout(url, self.client.goto(url)).await;
        self.settle().await;
    }

    /// Waits until the current page is loaded.
    pub async fn settle(&self) {
        // Promises never resolve without scripts; the driver itself waits for the page.
        if !self.has_scripts.load(Ordering::Relaxed) {
            return;
        }
        let () = self.run(include_str!("settle.js"), &[]).await;
    }

    /// The path and query of the current page.
    pub async fn path(&self) -> String {
        let url = within_timeout("the address", self.client.current_url()).await;
        url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
    }

    /// The title of the page.
    pub async fn title(&self) -> String {
        within_timeout("the title", self.client.title()).await
    }

    /// The number of elements that match a selector.
    pub async fn count(&self, selector: &str) -> usize {
        within_timeout(selector, self.client.find_all(Locator::Css(selector))).await.len()
    }

    /// The focused element; `None` if the focus has left the page.
    pub async fn stop(&self) -> Option<Stop> {
        self.run(include_str!("stop.js"), &[]).await
    }

    /// Runs a script in the page; a promise is awaited.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = within_timeout(script, self.client.execute(script, arguments.to_vec())).await;
        serde_json::from_value(value).expect("the script answers in the form it should")
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    pub async fn command(&self, name: &'static str, parameters: Value) -> Value {
        within_timeout(name, self.client.issue_cmd(DevTools { name, parameters })).await
    }

    /// The messages of the console since the last call.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = within_timeout("the log", self.client.issue_cmd(Log)).await;
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries.iter().map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Sets the size of the window.
    pub async fn resize(&self, window: Window) {
        let size = json!({"width": window.width, "height": window.height, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Emulates the media features of a device.
    pub async fn show(&self, media: Media) {
        self.command("Emulation.setEmulatedMedia", media.parameters()).await;
    }

    /// Runs a script at the start of every page that is opened from now on.
    pub async fn begin_pages_with(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    }

    /// Sets a cookie (`name=value`) for the site at this address.
    pub async fn carry(&self, address: &str, cookie: &str) {
        let (name, value) = cookie.split_once('=').unwrap_or((cookie, ""));
        self.command("Network.setCookie", json!({"url": address, "name": name, "value": value})).await;
    }

    /// Disables JavaScript in pages.
    pub async fn forbid_scripts(&self) {
        self.command("Emulation.setScriptExecutionDisabled", json!({"value": true})).await;
        self.has_scripts.store(false, Ordering::Relaxed);
    }

    /// Presses one key, by its code point in `WebDriver`.
    pub async fn press(&self, key: Key) {
        let key = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        within_timeout("a key", self.client.perform_actions(keys)).await;
    }

    /// Presses a letter while the control key is down.
    pub async fn press_with_control(&self, letter: char) {
        let control = char::from(Key::Control);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value: letter })
            .then(KeyAction::Up { value: letter })
            .then(KeyAction::Up { value: control });
        within_timeout("a shortcut", self.client.perform_actions(keys)).await;
    }

    /// Adds a virtual authenticator that stores passkeys and confirms without asking.
    pub async fn carry_authenticator(&self) {
        self.command("WebAuthn.enable", json!({})).await;
        let device = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "automaticPresenceSimulation": true,
        });
        self.command("WebAuthn.addVirtualAuthenticator", json!({"options": device})).await;
    }

    /// Types a text into the focused element.
    pub async fn type_text(&self, text: &str) {
        let element = within_timeout("the focus", self.client.active_element()).await;
        within_timeout(text, element.send_keys(text)).await;
    }

    /// Types a text into the first field that matches a selector.
    pub async fn write_into(&self, selector: &str, text: &str) {
        within_timeout(text, self.find(selector).await.send_keys(text)).await;
    }

    async fn find(&self, selector: &str) -> Element {
        within_timeout(selector, self.client.find(Locator::Css(selector))).await
    }

    /// Clicks the first element that matches a selector and waits for the next page.
    pub async fn click(&self, selector: &str) {
        let () = self.run("window.isLeft = true", &[]).await;
        self.touch(selector).await;
        self.arrive(selector).await;
        self.settle().await;
    }

    /// Clicks the first element that matches a selector and stays on the page.
    pub async fn touch(&self, selector: &str) {
        let element = self.find(selector).await;
        let () = self.run(SHOWN_BY_STYLE, &[selector.into()]).await;
        within_timeout(selector, element.click()).await;
    }

    /// Presses Enter, which follows a link or sends a form, and waits for the next page.
    pub async fn enter(&self) {
        let () = self.run("window.isLeft = true", &[]).await;
        self.press(Key::Enter).await;
        self.arrive("the enter key").await;
        self.settle().await;
    }

    /// Deletes all cookies, as for another person.
    pub async fn forget(&self) {
        self.command("Network.clearBrowserCookies", json!({})).await;
    }

    /// Waits until the address ends like this.
    ///
    /// # Panics
    /// If it does not within the timeout.
    pub async fn come_to(&self, ending: &str) {
        for _ in 0..BROWSER_TIMEOUT.as_millis() / POLL_INTERVAL.as_millis() {
            if self.path().await.ends_with(ending) {
                return self.settle().await;
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        panic!("no page follows whose address ends with {ending}");
    }

    /// Waits until an element has text, and returns it.
    ///
    /// # Panics
    /// If it has none within the timeout.
    pub async fn wait_for(&self, selector: &str) -> String {
        let script = format!("return document.querySelector({}).textContent.trim()", json!(selector));
        for _ in 0..BROWSER_TIMEOUT.as_millis() / POLL_INTERVAL.as_millis() {
            let said: String = self.run(&script, &[]).await;
            if !said.is_empty() {
                return said;
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        panic!("{selector} says nothing");
    }

    /// Waits until an element is there.
    ///
    /// # Panics
    /// If it is not within the timeout.
    pub async fn wait_until_there(&self, selector: &str) {
        for _ in 0..BROWSER_TIMEOUT.as_millis() / POLL_INTERVAL.as_millis() {
            if self.count(selector).await > 0 {
                return;
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        panic!("there is no {selector}");
    }

    /// Waits until an element says exactly this.
    ///
    /// # Panics
    /// If it does not within the timeout.
    pub async fn wait_until_says(&self, selector: &str, text: &str) {
        let script = format!("return document.querySelector({}).textContent.trim()", json!(selector));
        let mut said = String::new();
        for _ in 0..BROWSER_TIMEOUT.as_millis() / POLL_INTERVAL.as_millis() {
            said = self.run(&script, &[]).await;
            if said == text {
                return;
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        panic!("{selector} says {said:?} instead of {text:?}");
    }

    /// Waits until another page has replaced the one that was left.
    async fn arrive(&self, selector: &str) {
        for _ in 0..BROWSER_TIMEOUT.as_millis() / POLL_INTERVAL.as_millis() {
            let script = "return !window.isLeft && document.readyState === 'complete'";
            // Between two pages no script can run.
            if let Ok(Value::Bool(true)) = self.client.execute(script, Vec::new()).await {
                return;
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
        panic!("no page follows a click on {selector}");
    }

    /// Prints the page on A4 as PDF.
    pub async fn print(&self) -> Vec<u8> {
        within_timeout("a print", self.client.print(crate::checks::paper::a4())).await
    }
}

async fn within_timeout<T, E: std::fmt::Debug>(what: &str, answer: impl Future<Output = Result<T, E>>) -> T {
    let answer = tokio::time::timeout(BROWSER_TIMEOUT, answer).await;
    let answer = answer.unwrap_or_else(|_| panic!("the browser does not answer in time: {what:.80}"));
    answer.unwrap_or_else(|error| panic!("{what:.80}: {error:?}"))
}

fn capabilities(profile: &Path, letters: u32) -> Capabilities {
    let mut arguments = ARGUMENTS.map(ToOwned::to_owned).to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let all = json!({
        "goog:chromeOptions": {"args": arguments, "prefs": {"webkit.webprefs.default_font_size": letters}},
        "goog:loggingPrefs": {"browser": "ALL"},
    });
    all.as_object().cloned().unwrap_or_default()
}
