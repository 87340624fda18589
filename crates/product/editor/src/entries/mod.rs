//! Entries at the desk: lists, forms, versions, translations, previews, publication.

mod actions;
pub(crate) mod alike;
pub(crate) mod approval;
pub(crate) mod assignment;
pub(crate) mod bin;
pub(crate) mod bulk;
mod calendar;
mod changes;
mod claims;
pub(crate) mod form;
pub(crate) mod in_place;
mod incoming;
mod jobs;
mod languages;
mod layout;
mod letters;
mod list;
mod not_published;
pub(crate) mod notes;
pub(crate) mod opened;
mod pages;
pub mod paths;
mod rendering;
mod restored;
mod reused;
mod standing;
pub(crate) mod store;
pub(crate) mod templates;

pub(crate) use actions::{By, revision};
pub use jobs::Schedule;
pub use pages::Public;
pub(crate) use pages::instant_in_words;

use axum::Router;
use web::AppState;

/// The routes of entries. They need a [`Public`] as an `Extension`.
pub(crate) fn router() -> Router<AppState> {
    pages::router().merge(list::router()).merge(bulk::router()).merge(calendar::router())
}
