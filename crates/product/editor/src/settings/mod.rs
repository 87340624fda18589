//! The settings: name, logo, languages, carriers, colours, imprint, accessibility statement, mail, register of personal
//! fields.
//!
//! For administrators. The document is one ([`web::initiative::Initiative`]); each section of it has a page of its own,
//! whose fields are a table of inputs. Invariants:
//! * what the law asks for cannot be taken away: such a form comes back;
//! * no colour goes out that cannot be read;
//! * no picture becomes the logo that the public does not see;
//! * every save is a version with author and time, can be looked at and restored;
//! * two people who save the same section both see both versions, and nothing is lost.

mod actions;
mod colours;
mod document;
mod inputs;
mod logo;
mod pages;
pub mod paths;
mod section;
mod shapes;

pub(crate) use pages::router;
pub use section::SettingsSection;
