//! The reasons and the course of the initiative: goals, fields of action, phases, milestones, and the
//! timeline of everything.
//!
//! For visitors who ask »why«, »what about« and »what happened when«, and for the start page, which shows
//! [`goals`] and [`field_cards`].
//!
//! Invariants:
//! * an entry appears in the timeline once, in the phase that a link names, or else in the one that covers
//!   its date; parts of another event are shown on that event's page;
//! * a vague date stays vague, and planned entries are drawn as planned;
//! * numbers that contradict each other stand side by side, and a gap in the record is named.
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

use desk_kit::{Frontend, Slice};
use golden_thread::{Kind, host};
use web::{Locales, MenuItem, MenuPart};

pub use field::{FieldCard, field_cards, goals};
pub use pages::router;
pub use paths::{FieldPath, FieldsPath, GoalPath, GoalsPath, MilestonePath, PhasePath, ProcessPath};

/// The registrations of this slice.
pub const SLICE: Slice = Slice {
    name: "process",
    frontend: Frontend {
        css: include_str!("process.css"),
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    kinds: kinds::KINDS,
    tables: sheet::TABLES,
    public: router,
    menu: &[
        MenuItem::header(20, || ProcessPath.to_string(), "menu-process"),
        MenuItem::header(30, || FieldsPath.to_string(), "menu-fields"),
        MenuItem::of(MenuPart::Actions, 10, || FieldsPath.to_string(), "menu-act-field"),
        MenuItem::of(MenuPart::Questions, 30, || GoalsPath.to_string(), "menu-goals"),
    ],
    hosts: &[
        host!(kinds::GOAL, |slug| GoalPath { slug }, pages::goal),
        host!(Kind::FIELD, |slug| FieldPath { slug }, pages::field),
        host!(Kind::PHASE, |slug| PhasePath { slug }, pages::phase),
        host!(kinds::MILESTONE, |slug| MilestonePath { slug }, pages::milestone),
    ],
    ..Slice::EMPTY
};
