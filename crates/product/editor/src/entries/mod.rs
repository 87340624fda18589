//! Entries at the desk: lists, forms, versions, translations, previews, publication.

mod actions;
pub(crate) mod approval;
pub(crate) mod assignment;
pub(crate) mod bin;
mod changes;
mod claims;
mod copied;
pub(crate) mod form;
mod incoming;
mod jobs;
mod languages;
mod layout;
mod letters;
mod not_published;
pub(crate) mod notes;
pub(crate) mod opened;
mod pages;
pub mod paths;
mod rendering;
mod restored;
mod standing;
pub(crate) mod store;

pub(crate) use actions::{By, revision};
pub use jobs::Schedule;
pub use pages::Public;
pub(crate) use pages::{instant_in_words, router};
