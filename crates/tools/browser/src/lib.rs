//! The accessibility suite: every kind of page of the shipped site in a real browser.
//!
//! A test begins with a [`Visit`]: the production application on its own port and a headless
//! Chromium that is driven through `WebDriver`. A check examines pages and returns findings. The number of views
//! and the findings are compared with the record that the accessibility statement prints
//! ([`record`]), so that the statement never says more than the suite found.
//!
//! Invariants: everything is loaded from the application, on loopback; every wait is bounded; a
//! browser ends with its test, however the test ends. Scripts run in the page only to measure it.

#![expect(clippy::missing_panics_doc, reason = "tools of tests: what does not work ends the test")]

mod application;
mod browser;
pub mod checks;
mod commands;
pub mod desk;
mod driver;
mod effort;
mod kinds;
mod media;
pub mod record;
mod routes;
mod stop;
mod store;
mod visit;

pub use application::Application;
pub use browser::{Browser, Window};
pub use effort::{Allowed, Effort};
pub use fantoccini::key::Key;
pub use kinds::{Form, Page};
pub use media::Media;
pub use stop::Stop;
pub use visit::Visit;
