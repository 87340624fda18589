//! Pictures and files: how they come in, where they are kept, how they are shown and served.
//!
//! For the desk, which uploads and describes them, and for every page that shows one. A medium lives
//! in the database: one file holds everything, one transaction keeps it, and all nodes share it. Its
//! address (`/medien/SLUG`) stays when it is replaced.
//!
//! Invariants:
//! * no byte of an uploaded picture is served: pictures are decoded and written anew ([`intake`]);
//! * a file is served as an attachment, with a type of ours, and a page of ours never opens it;
//! * the public sees a medium only when it is complete: what it shows, who holds the rights, on what
//!   terms ([`About::missing`]);
//! * the public sees nothing that nobody has released who may publish ([`Medium::missing`]);
//! * withdrawing and replacing can be undone for [`Medium::KEPT_DAYS`].
//!
//! Absence is `Option`, refusal is [`intake::Refusal`] or [`actions::Refused`], breakage is
//! `sqlx::Error` or `anyhow`.

pub mod actions;
pub mod intake;
mod jobs;
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
pub use medium::{About, FileType, Former, Licence, Medium, MediumId, Missing, Sort};
pub use paths::{MediumPath, router};
pub use picture::{Illustrated, Look, Picture, illustrate, pictures};
pub use upload::Upload;

/// The texts of this room.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of pictures.
pub const CSS: &str = include_str!("media.css");
