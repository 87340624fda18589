//! Bodies, their roles, towns and contacts in the database.
//!
//! Queries return published bodies only, unless a function says otherwise.

mod bodies;
mod contacts;
mod details;
mod links;
mod members;
mod towns;

pub(crate) use bodies::{StoredBody, StoredRole, all_bodies, clear_body, insert_body};
pub use contacts::roles_asked;
pub(crate) use contacts::{
    Contact, ContactFilter, StoredContact, all_contacts, clear_contacts, contacts, insert_contact,
};
pub(crate) use details::{Details, RoleLine, details, roles_of};
pub(crate) use links::{links_of, others_in, roles_in, sectors_of, with_role};
pub(crate) use members::members;
pub(crate) use towns::{count_in, entries_in, insert_town, town_name, towns};
