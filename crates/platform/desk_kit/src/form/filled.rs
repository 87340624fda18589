//! A form with what it holds.

use std::collections::BTreeMap;

use accounts::Sight;
use db::Conn;
use web::Error;
use web::form::Whole;

use super::begin;
use super::conflict::Conflict;
use super::faults::Faults;
use super::layout::Part;
use super::merge::Merged;
use super::picks::{self, Picks};
use super::rows;
use super::values::Values;

/// The texts of a form with its faults.
#[derive(Debug, Default)]
pub struct Filled {
    /// The texts of its fields.
    pub values: Values,
    /// The entries that they name.
    pub picks: Picks,
    /// The faults.
    pub faults: Faults,
    /// The row, list or field whose button was pressed; it stays in sight.
    pub touched: String,
    /// Ids of entries that can be begun beside a field.
    pub ids: BTreeMap<String, String>,
    /// What was done at fields, as sentences, by their names.
    pub told: BTreeMap<String, String>,
    /// True if somebody has sent it, so that it may hold text that is saved nowhere.
    pub is_sent: bool,
    /// What another person saved meanwhile, as far as it is not settled.
    pub conflict: Option<Conflict>,
}

impl Filled {
    /// A form as somebody sent it, with the entries that it names as far as they see them.
    ///
    /// # Errors
    /// If the form was cut off on its way or has more rows than anybody reads; breakage.
    pub async fn sent(conn: &mut Conn<'_>, sight: Sight, parts: &[Part], sent: &Whole) -> Result<Self, Error> {
        let mut values = Values::sent_for(parts, sent)?;
        let ids = begin::take_ids(parts, &mut values);
        let picks = picks::find(conn, sight, parts, &mut values).await?;
        let conflict = Conflict::sent(sent);
        Ok(Self { values, picks, ids, is_sent: true, conflict, ..Self::default() })
    }

    /// Does what a button asks for that saves nothing: one of a list, or one of a conflict. False if it was no such button: then
    /// the form is to be taken.
    pub fn press(&mut self, button: &str) -> bool {
        if let Some(conflict) = &mut self.conflict
            && conflict.press(&mut self.values, button)
        {
            return true;
        }
        match rows::press(&mut self.values, button) {
            Some(touched) => {
                self.touched = touched;
                true
            }
            None => false,
        }
    }

    /// The form after somebody else has saved `theirs`: both put together.
    #[must_use]
    pub fn merged(self, merged: Merged, conflict: Conflict) -> Self {
        Self { values: merged.values, conflict: Some(conflict), ..self }
    }

    /// A form that holds these texts.
    pub fn with(values: Values) -> Self {
        Self { values, ..Self::default() }
    }
}
