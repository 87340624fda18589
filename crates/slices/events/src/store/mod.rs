//! Events, their programme and their documents in the database.
//!
//! Queries return published entries only, unless a function says otherwise. An event with an unpublished parent
//! counts as one without a parent.

mod around;
mod documents;
mod list;
mod sheets;
#[cfg(test)]
mod tests;

pub(crate) use around::{
    Organiser, Part, involved_bodies, involvements, neighbours, organisers_of, parent_of, particulars, parts_of,
    programme_of,
};
pub(crate) use documents::{documents_of, urls_of};
pub(crate) use list::{Listed, Stretch, Tally, list, tally, upcoming};
pub(crate) use sheets::{
    DocumentRow, EventRow, OrganiserRow, ProgrammeRow, all_documents, all_events, all_organisers, all_programmes,
    clear_event, insert_document, insert_event, insert_organiser, insert_programme_item, lies_in,
};

use base::Localized;
use db::{Result, unknown};
use edtf::ClockTime;

use crate::event::Role;

fn time(text: Option<&str>) -> Result<Option<ClockTime>> {
    text.map(|text| ClockTime::parse(text).map_err(|_| unknown("time", text))).transpose()
}

fn role(code: &str) -> Result<Role> {
    Role::from_code(code).ok_or_else(|| unknown("role", code))
}

fn localized(de: String, en: Option<String>) -> Localized {
    Localized { de, en }
}
