//! Where editors work: everything that the public sees, from the first draft to its history.
//!
//! For one to three people in a coordination office without technical training, and for organisers
//! and facilitators who see to their own events.
//!
//! Invariants:
//! * every save is a fixed version with author and time; none is changed or deleted;
//! * who saves after somebody else sees both texts, and loses none;
//! * what the public sees changes in one transaction, together with search and page cache;
//! * nothing needs JavaScript.

mod entries;
mod jobs;
mod media;
mod overview;
mod registers;
mod settings;

use axum::Router;
use web::AppState;

pub use self::media::paths as media_paths;
pub use self::settings::SettingsSection;
pub use self::settings::paths as settings_paths;
pub use entries::paths;
pub use entries::{Public, Schedule};

/// The routes of the desk that belong to no other room. `public` is what a preview is rendered through.
pub fn router(public: Public) -> Router<AppState> {
    entries::router(public)
        .merge(self::media::router())
        .merge(jobs::router())
        .merge(settings::router())
        .merge(overview::router())
        .merge(registers::router())
}

/// The style of the editor's pages.
pub const DESK_CSS: &str = concat!(include_str!("desk.css"), include_str!("media/media.css"));

/// The module that enhances the forms.
pub const MODULE: (&str, &str) = ("desk.js", include_str!("../js/desk.js"));

/// The module that shows how far an upload is.
pub const UPLOAD_MODULE: (&str, &str) = ("upload.js", include_str!("../js/upload.js"));

/// The texts of this room.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };
