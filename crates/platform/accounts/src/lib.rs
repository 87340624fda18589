//! People of the desk: how they come in, what they may do, and the frame of every desk page.
//!
//! For everybody who works at the desk, and for the rooms above, whose handlers take a [`Desk`]. The
//! public site needs no account: none of this is on a public page.
//!
//! Invariants:
//! * a session, and only a session, tells who somebody is; its secret is in one cookie, its hash in
//!   the database, and every sign-in makes a new one;
//! * what somebody may do is decided by the functions of [`rights`] and nowhere else;
//! * the desk always has an administrator, once it had one;
//! * to strangers, an address that we know and one that we do not look the same;
//! * log lines hold neither address nor secret.
//!
//! Absence is `Option`, what is wrong with a field is a text, breakage is `web::Error`.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

mod actions;
mod desk;
mod device;
pub mod directory;
mod frame;
mod jobs;
mod letters;
mod link;
mod onward;
mod pages;
mod passkey;
mod password;
pub mod paths;
mod person;
mod provider;
mod quotas;
pub mod rights;
mod roles;
pub mod session;
mod settings;
mod sight;
mod store;
mod ways;

pub use actions::{Newcomer, Now, Refused};
pub use desk::Desk;
pub use frame::{Area, AreaLink, Areas, DeskPage};
pub use jobs::{CHORE, SendLink};
pub use link::{LINKS, LinkKind};
pub use pages::router;
pub use person::{Grant, Person, PersonId, Profile, Role, Scope, ScopeKind, Standing};
pub use rights::{
    Holding, Subject, can_answer_message, can_begin, can_change_lists, can_change_medium, can_change_settings,
    can_manage_people, can_publish, can_publish_medium, can_read_messages, can_read_personal, can_see_audit,
    can_see_medium, can_see_to_jobs, can_upload, can_write, may_become, uploads_for,
};
pub use settings::{ProviderSettings, SignInSettings};
pub use sight::Sight;
pub use ways::SignInWays;

/// The texts of this room.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of the desk; the public site does not load it.
pub const DESK_CSS: &str = include_str!("desk.css");

/// The module of passkeys; pages that need it ask for it by its name.
pub const MODULE: (&str, &str) = ("passkey.js", include_str!("../js/passkey.js"));

/// The script with the keys of the desk.
pub const KEYS_MODULE: (&str, &str) = ("keys.js", include_str!("../js/keys.js"));
