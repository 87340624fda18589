//! Organisations: their roles, places and contacts.
//!
//! For visitors who want to know the bodies behind the initiative, and the sectors and towns that are
//! missing; and for the other slices, whose pages name bodies and contacts.
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

use axum_extra::routing::TypedPath as _;
use desk_kit::{Frontend, Slice};
use golden_thread::spots::{Host, Spot};
use golden_thread::{Kind, host};
use web::{Locales, MenuItem, MenuPart};

pub use body::{Role, Sector, Stage};
pub use contact::{Addressee, addressees, contact_for, contacts_of_field, press_contacts};
pub use link::{BodyLink, carriers, links_of, roles_in, sectors_of};
pub use pages::{bare, router};
pub use paths::{BodiesPath, BodyPath, ContactPath};
pub use store::roles_asked;
pub use take_part::take_part;

/// The spot for a form on the page of contacts.
pub const CONTACT: Spot = Spot::Page(ContactPath::PATH);

/// The registrations of this slice.
pub const SLICE: Slice = Slice {
    name: "bodies",
    frontend: Frontend {
        css: include_str!("bodies.css"),
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    tables: sheet::TABLES,
    public: router,
    menu: &[
        MenuItem::header(50, || BodiesPath.to_string(), "menu-bodies"),
        MenuItem::header(60, || ContactPath.to_string(), "menu-contact"),
        MenuItem::of(MenuPart::Actions, 30, || BodiesPath.to_string(), "menu-act-bodies"),
        MenuItem::of(MenuPart::Actions, 40, || ContactPath.to_string(), "menu-act-contact"),
        MenuItem::of(MenuPart::Questions, 10, || ContactPath.to_string(), "menu-contact-by-field"),
    ],
    hosts: &[
        Host { spot: CONTACT, page: |ctx, _| Box::pin(pages::contact(ctx)) },
        host!(Kind::BODY, |slug| BodyPath { slug }, pages::show),
    ],
    ..Slice::EMPTY
};
