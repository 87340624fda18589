//! The heart of the product: index cards and the golden thread between them.
//!
//! Every public thing of every slice keeps one card here, in the same transaction in which it is
//! saved: kind, slug, state, a possibly vague date, and per language title, summary and text.
//! [`Relation`]s say, dated and with a source, what led to what. Slices know this room; it knows
//! no slice, so lists, the thread, search and later feeds exist once.
//!
//! Invariants:
//! * a link is withdrawn, never deleted; a link that would close a circle in time is refused;
//! * contradicting claims stand side by side, none is preferred;
//! * what is missing is said ([`entry::Gap`]), never filled in;
//! * the public sees published entries only, and no path leads through an unpublished one.
//!
//! Absence is `Option`, refusal is [`sheet::Problem`], breakage is `sqlx::Error` or `anyhow`.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

mod aside;
mod attachment;
mod card;
mod circle;
pub mod entry;
mod filter;
pub mod full_text;
pub mod history;
mod kind;
mod order;
pub mod pages;
mod relation;
pub mod sheet;
pub mod spots;
pub mod store;
pub mod testing;

pub use attachment::{Attachment, AttachmentLanguage};
pub use card::{Card, EntryId, LangAttribute, State, Text, kind_label};
pub use circle::find_circle;
pub use filter::{Choice, Filters, Query};
pub use kind::own as kinds;
pub use kind::{Kind, KindDef, Taken, Usage};
pub use relation::{Basis, InTime, Relation, Side};

/// The texts of this room.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };
