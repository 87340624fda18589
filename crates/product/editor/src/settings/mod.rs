//! What an initiative says of itself, changed in the browser: name, languages, carriers, colours, imprint,
//! accessibility statement, mail, register of personal fields.
//!
//! For administrators. The document is one ([`web::initiative::Initiative`]); each section of it has a
//! page of its own. Invariants:
//! * what the law asks for cannot be taken away: such a form comes back;
//! * no colour goes out that cannot be read;
//! * every save is a version with author and time, can be looked at and brought back;
//! * who saves a section that somebody else changed meanwhile sees both, and loses nothing.
//!
//! Forms are tables of [`ask::Ask`]s; a fault is a text, breakage `web::Error`.

mod actions;
mod ask;
mod document;
mod form;
mod pages;
pub mod paths;
mod read;
mod section;
mod store;

pub(crate) use pages::router;
pub use section::SettingsSection;
