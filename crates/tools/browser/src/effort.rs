//! The effort of a task at the desk: clicks, page loads and scrolled pixels of a person who knows the way.
//!
//! A field into which something is typed is one click, a choice from a list two. Loads and scrolling are counted in the
//! pages themselves; the page on which the person stands at the beginning does not count.

use std::fmt::Write as _;
use std::path::Path;

use crate::browser::Browser;
use crate::visit::Visit;

/// The environment variable with the folder into which a counted task is written, for `cargo xtask bench effort`.
const VARIABLE: &str = "EFFORT_RECORD";

/// Counts in every page. The sum outlives the page, but not the tab.
const COUNTER: &str = "if (top === self) { \
    const add = (name, more) => sessionStorage.setItem(name, Number(sessionStorage.getItem(name) ?? 0) + more); \
    add('effort-loads', 1); let last = scrollY; \
    addEventListener('scroll', () => { add('effort-scrolled', Math.abs(scrollY - last)); last = scrollY; }, { passive: true }); }";

/// A task that is being done.
#[derive(Debug)]
pub struct Effort<'a> {
    browser: &'a Browser,
    clicks: u32,
}

/// What a task took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Taken {
    /// Clicks of a mouse.
    clicks: u32,
    /// Pages that were loaded.
    loads: u32,
    /// CSS pixels by which pages were scrolled, up and down.
    scrolled: u32,
}

/// The most that a task may take.
#[derive(Debug, Clone, Copy)]
pub struct Allowed {
    /// Clicks of a mouse.
    pub clicks: u32,
    /// Pages that are loaded.
    pub loads: u32,
}

impl<'a> Effort<'a> {
    /// Begins at a page.
    pub async fn begin(visit: &'a Visit, path: &str) -> Self {
        visit.browser.begin_pages_with(COUNTER).await;
        visit.open(path).await;
        let () = visit.browser.run("sessionStorage.removeItem('effort-loads')", &[]).await;
        Self { browser: &visit.browser, clicks: 0 }
    }

    /// Clicks something that leads to no other page.
    pub async fn press(&mut self, selector: &str) {
        self.clicks += 1;
        self.browser.touch(selector).await;
    }

    /// Clicks something that leads to another page.
    pub async fn follow(&mut self, selector: &str) {
        self.clicks += 1;
        self.browser.click(selector).await;
    }

    /// Clicks into a field and types.
    pub async fn write(&mut self, selector: &str, text: &str) {
        self.press(selector).await;
        self.browser.type_text(text).await;
    }

    /// Clicks into a field, takes what is in it away by the keyboard, and types.
    pub async fn overwrite(&mut self, selector: &str, text: &str) {
        self.press(selector).await;
        self.browser.press_with_control('a').await;
        self.browser.type_text(text).await;
    }

    /// Opens a list and chooses.
    pub async fn choose(&mut self, selector: &str, value: &str) {
        self.clicks += 2;
        self.browser.touch(&format!("{selector} option[value='{value}']")).await;
    }

    /// Chooses a file in the window of the system, which takes one click there.
    pub async fn pick_file(&mut self, selector: &str, file: &Path) {
        self.clicks += 1;
        self.browser.write_into(selector, &file.to_string_lossy()).await;
    }

    /// Presses Enter in a field and comes to another page: no click.
    pub async fn enter(&mut self) {
        self.browser.enter().await;
    }

    /// Ends the task, and writes down what it took where it was asked for.
    ///
    /// # Panics
    /// If it took more than allowed.
    pub async fn end(self, task: &str, allowed: Allowed) {
        let sum = "return ['effort-loads', 'effort-scrolled'].map((name) => Math.round(Number(sessionStorage.getItem(name) ?? 0)))";
        let [loads, scrolled]: [u32; 2] = self.browser.run(sum, &[]).await;
        let taken = Taken { clicks: self.clicks, loads, scrolled };
        if let Some(folder) = folder() {
            std::fs::write(Path::new(&folder).join(task), line(task, taken, allowed)).expect("the figures are written");
        }
        assert!(
            taken.clicks <= allowed.clicks && taken.loads <= allowed.loads,
            "{task}: {taken:?} is more than {allowed:?}"
        );
    }
}

/// The folder into which the figures are written, if somebody asks for them.
#[expect(clippy::disallowed_methods, reason = "tools of tests read the environment they run in")]
fn folder() -> Option<String> {
    std::env::var(VARIABLE).ok()
}

/// A line of the table.
fn line(task: &str, taken: Taken, allowed: Allowed) -> String {
    let mut line = String::new();
    let _ = writeln!(
        line,
        "| {task} | {} of {} | {} of {} | {} px |",
        taken.clicks, allowed.clicks, taken.loads, allowed.loads, taken.scrolled
    );
    line
}
