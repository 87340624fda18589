//! Organisations: who takes part in which role, where, and whom to ask.
//!
//! For visitors who want to know who stands behind the initiative and who is missing, and for the
//! other slices, whose pages name bodies and contacts.
//!
//! Invariants:
//! * people are never named, only roles and bodies; mailboxes belong to roles;
//! * a role has a scope (the initiative as a whole, or one entry) and, where known, a time;
//! * a sector or a town that takes no part yet is shown as such, not left out;
//! * the public sees published bodies only.
//!
//! Absence is `Option`, refusal is [`golden_thread::sheet::Problem`], breakage is `sqlx::Error` or `anyhow`.

mod body;
mod contact;
mod directory;
mod involvement;
mod link;
mod pages;
mod paths;
pub mod sheet;
mod store;
mod take_part;
mod tile_map;

pub use body::{Role, Sector, Stage};
pub use contact::{Addressee, addressees, contact_for, contacts_of_field, press_contacts};
pub use involvement::{Involvement, InvolvementsFn};
pub use link::{BodyLink, carriers, links_of, roles_in, sectors_of};
pub use pages::{contact_page, router};
pub use paths::{BodiesPath, BodyPath, ContactPath};
pub use store::roles_asked;
pub use take_part::take_part;

/// The texts of this slice.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of what only this slice shows.
pub const CSS: &str = include_str!("bodies.css");
