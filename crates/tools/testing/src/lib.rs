//! The base of handler tests: the application from outside, people at its desk, their browsers.
//!
//! A test begins with a [`TestApp`]: the production router over a database of its own. Steps that the
//! tests of several rooms share stand here once; those of one room stand in that room's tests. Rooms name this one under
//! `[dev-dependencies]` only, so nothing of it is part of the product.
//!
//! Invariants: nothing here stands in for our own code; only [`TestApp::clock`] moves time. With `TEST_DATABASE_URL`
//! the same tests run on PostgreSQL.

#![expect(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a test that cannot go on may panic")]

pub mod authenticator;
pub mod crawl;
mod dice;
pub mod editor;
pub mod generated;
pub mod html;
pub mod identity_provider;
pub mod inbox;
pub mod media_desk;
pub mod media_folder;
mod person;
mod reply;
mod sheet;
mod store;
mod test_app;
pub mod wire;

// Rooms through which the tests of lower ones act. These name only `testing` among what lies above them.
pub use {accounts, archive, media};

pub use person::{Someone, cookie_of};
pub use reply::{Page, Reply, folded};
pub use sheet::Sheet;
pub use store::Letter;
pub use test_app::{PUBLIC_URL, TestApp, encoded, register, shipped};
pub use wire::exchange;
