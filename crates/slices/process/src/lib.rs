//! Why the initiative exists and how it went: goals, fields of action, phases, milestones, and the
//! timeline that puts everything into its time.
//!
//! For visitors who ask »why«, »what about« and »what happened when«, and for the start page, which
//! shows [`goals`] and [`field_cards`].
//!
//! Invariants:
//! * an entry stands in the timeline once, in the phase that a link names, or else in the one whose
//!   time it lies in; what is a part of another event is told on that event's page;
//! * a vague date stays vague, and what is only planned is drawn as planned;
//! * numbers that contradict each other stand side by side, and a gap in the record is said.
//!
//! Absence is `Option` or [`web::Error::NotFound`], refusal is [`golden_thread::sheet::Problem`], breakage
//! is `sqlx::Error` or `anyhow`.

mod field;
pub mod kinds;
mod pages;
mod paths;
pub mod sheet;
mod store;
mod timeline;

pub use field::{FieldCard, field_cards, goals};
pub use pages::router;
pub use paths::{FieldPath, FieldsPath, GoalPath, GoalsPath, MilestonePath, PhasePath, ProcessPath};

/// The texts of this slice.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of what only this slice shows.
pub const CSS: &str = include_str!("process.css");
