//! Pictures and files: their upload, storage, display and delivery.
//!
//! For the desk, which uploads and describes them, and for every page that shows one. Media live
//! in the database: one file contains everything, one transaction stores it, and all nodes share it. A medium's
//! address (`/medien/SLUG`) stays when it is replaced.
//!
//! Invariants:
//! * no byte of an uploaded picture is served: pictures are decoded and encoded again ([`intake`]);
//! * a file is served as an attachment with a content type of ours, and none of our pages opens it;
//! * the public sees a medium only when it is complete: an alternative text, the holder of the rights, and a
//!   licence ([`About::missing`]);
//! * the public sees a medium only after a person who may publish has released it ([`Medium::missing`]);
//! * withdrawing and replacing can be undone for [`Medium::KEPT_DAYS`].
//!
//! Absence is `Option`, refusal is [`intake::Refusal`] or [`actions::Refusal`], breakage is
//! `sqlx::Error` or `anyhow`.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod actions;
pub mod intake;
mod jobs;
mod logo;
mod medium;
mod paths;
mod picture;
mod range;
#[cfg(any(test, feature = "testing"))]
pub mod samples;
pub mod serve;
pub mod sheet;
pub mod store;
mod stream;
mod upload;

pub use jobs::CHORE;
pub use logo::{logo_picture, shown_logo};
pub use medium::{About, Crop, FileType, Focus, Former, Licence, Medium, MediumId, Missing, Sort};
pub use paths::{MediumPath, router};
pub use picture::{Illustrated, Look, Picture, illustrate, pictures};
pub use upload::{InMemory, Received, Upload};

/// The texts of this room, in German and English.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style sheet of pictures.
pub const CSS: &str = include_str!("media.css");
