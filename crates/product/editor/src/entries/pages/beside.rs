//! The fields beside the form of an entry, each with a button of its own. Whatever button is pressed, what stands in the fields
//! of the others comes back.

use accounts::Desk;
use web::Error;
use web::form::{Field, Submission};

use super::act::Withdrawal;
use super::approval::RemarkField;
use super::assignment::{self, AssignmentFields};
use super::instant::InstantFields;
use super::notes::Written;
use super::reuse::ReuseFields;
use crate::entries::opened::Opened;

/// The fields as they were sent, each with its fault.
#[derive(Debug, Default, Clone)]
pub(crate) struct Beside {
    /// Of a scheduled publication.
    pub(crate) instant: InstantFields,
    pub(crate) withdrawal: Withdrawal,
    /// With which the entry is sent back.
    pub(crate) remark: RemarkField,
    pub(crate) assignment: AssignmentFields,
    pub(crate) note: Written,
    /// Of its next use.
    pub(crate) reuse: ReuseFields,
}

impl Beside {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self {
            instant: InstantFields::of(sent),
            withdrawal: Withdrawal::of(sent),
            remark: RemarkField::of(sent),
            assignment: AssignmentFields::of(sent),
            note: Written::of(sent),
            reuse: ReuseFields::of(sent),
        }
    }

    /// True if something was typed whose button was not pressed.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn is_pending(&self, desk: &Desk, opened: &Opened) -> Result<bool, Error> {
        let is_typed = self.instant.is_typed()
            || self.withdrawal.is_typed()
            || !self.remark.text.is_empty()
            || !self.note.text.is_empty()
            || !self.reuse.name.is_empty();
        Ok(is_typed || assignment::is_new(desk, opened, &self.assignment).await?)
    }
}

/// A field beside the form to which it belongs.
pub(super) fn beside(field: Field) -> Field {
    Field { form: Some("desk-form"), ..field }
}
