//! Approval: somebody who may not publish an entry hands it over to the editors, who publish it or send it back with a
//! remark.
//!
//! Invariants:
//! * an entry is handed over once at a time; of two editors who answer at once, the second sees the answer of the first;
//! * whoever handed it over is told each outcome by mail, unless it was their own act;
//! * the text stays open for its author: what is approved is the newest version, and the page says so.

pub(crate) mod actions;
mod recipients;
pub(crate) mod store;

use jiff::Timestamp;
use uuid::Uuid;

base::coded! {
    /// The state of a request for approval.
    pub(crate) enum ApprovalState {
        /// Editors are to answer.
        Asked = "asked",
        /// An editor has answered with a remark; it is the author's turn.
        SentBack = "sent_back",
    }
}

/// A request for the approval of an entry.
#[derive(Debug, Clone)]
pub(crate) struct Approval {
    pub(crate) state: ApprovalState,
    /// The version that was handed over.
    pub(crate) number: i64,
    /// The person who handed it over; `None` if they have left.
    pub(crate) person_id: Option<Uuid>,
    /// Their name.
    pub(crate) person: String,
    /// The time of the request, or of the answer.
    pub(crate) at: Timestamp,
    /// The name of the editor who sent it back.
    pub(crate) editor: String,
    /// The remark with which it was sent back.
    pub(crate) remark: String,
}

impl Approval {
    /// True if editors are to answer.
    pub(crate) fn is_open(&self) -> bool {
        self.state == ApprovalState::Asked
    }
}
