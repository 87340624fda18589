//! Bodies, their roles, towns and contacts in the database.
//!
//! Reading gives published bodies only, unless a function says otherwise.

mod bodies;
mod contacts;
mod details;
mod links;
mod members;
mod towns;

pub(crate) use bodies::{StoredBody, StoredRole, all_bodies, insert_body};
pub(crate) use contacts::{Asked, StoredContact, all_contacts, contacts, insert_contact};
pub(crate) use details::{Details, RoleLine, details, roles_of};
pub(crate) use links::{links_of, others_in, roles_in, sectors_of};
pub(crate) use members::members;
pub(crate) use towns::{count_in, entries_in, insert_town, town_name, towns};

/// `($2, $3, $4)`: as many parameters as there are values, the first with number `first`.
fn parameters(first: usize, count: usize) -> String {
    let numbers: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", numbers.join(", "))
}

/// A stored word that this program does not know is breakage: somebody changed the database.
fn unknown(what: &str, value: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("{what} `{value}` is unknown").into())
}
