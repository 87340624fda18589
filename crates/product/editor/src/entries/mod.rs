//! Entries at the desk: lists, forms, versions, translations, previews, publication.

mod actions;
pub(crate) mod form;
mod jobs;
mod languages;
pub(crate) mod lists;
mod not_published;
pub(crate) mod opened;
mod pages;
pub mod paths;
mod pieces;
mod rendering;
mod shown_difference;
mod standing;
pub(crate) mod store;

pub(crate) use actions::By;
pub use jobs::Schedule;
pub use pages::Public;
pub(crate) use pages::{instant_in_words, router};
pub(crate) use shown_difference::{ShownDifference, shown};
