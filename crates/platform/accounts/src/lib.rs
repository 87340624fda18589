//! People of the desk: sign-in, roles and rights, and the layout of every desk page.
//!
//! For everybody who works at the desk, and for the rooms above, whose handlers take a [`Desk`]. The public
//! site needs no account and uses none of this.
//!
//! Invariants:
//! * only a session proves who a person is; its secret is in one cookie, its hash in the database, and
//!   every sign-in makes a new one;
//! * permissions are decided by declared rights ([`Right`]) and nowhere else;
//! * the desk always has an administrator, once it had one;
//! * strangers cannot tell a known address from an unknown one;
//! * log lines hold neither address nor secret.
//!
//! Absence is `Option`, a fault of a field is a text, breakage is `web::Error`.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

mod actions;
pub mod acts;
mod areas;
mod departure;
mod desk;
mod details;
mod device;
pub mod directory;
mod frame;
mod jobs;
mod letters;
mod link;
mod new_address;
mod onward;
mod owner;
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
mod signed_out;
mod store;
mod ways;

pub use actions::{Newcomer, Refusal};
pub use areas::{Area, AreaLink, Areas, CountFn, Counter};
pub use departure::{DepartureFn, Departures};
pub use desk::Desk;
pub use frame::DeskPage;
pub use jobs::{CHORE, SendLink};
pub use link::{LINKS, LinkKind};
pub use owner::{OWNER, OwnerKey};
pub use pages::router;
pub use person::{AccountState, Grant, Person, PersonId, Profile, Role, Scope, ScopeKind};
pub use rights::{Extent, Only, Resource, Right, Rule, Subject, can_begin, may_become};
pub use settings::{ProviderSettings, SignInSettings};
pub use sight::Sight;
pub use signed_out::SignedOut;
pub use ways::SignInWays;

/// The texts of this room.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of the desk; the public site does not load it.
pub const DESK_CSS: &str = include_str!("desk.css");

/// The script for passkeys, as name and text; pages that need it load it by its name.
pub const MODULE: (&str, &str) = ("passkey.js", include_str!("../js/passkey.js"));

/// The script with the keyboard shortcuts of the desk, as name and text.
pub const KEYS_MODULE: (&str, &str) = ("keys.js", include_str!("../js/keys.js"));

/// The script that suggests scopes of roles, as name and text; pages that need it load it by its name.
pub const SCOPES_MODULE: (&str, &str) = ("scopes.js", include_str!("../js/scopes.js"));
