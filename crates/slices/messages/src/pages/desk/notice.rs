//! The flash messages of the inbox.

use web::Notices;

use crate::handling::Refusal;
use crate::inbox::MessageAct;

/// The page of a message: one code for each step, and one for each reason of a refusal.
pub(super) const NOTICES: Notices = Notices {
    done: &[
        (MessageAct::Read.code(), "inbox-notice-read"),
        (MessageAct::Taken.code(), "inbox-notice-taken"),
        (MessageAct::PassedOn.code(), "inbox-notice-passed_on"),
        (MessageAct::Answered.code(), "inbox-notice-answered"),
        (MessageAct::Noted.code(), "inbox-notice-noted"),
        (MessageAct::Closed.code(), "inbox-notice-closed"),
        (MessageAct::PutAway.code(), "inbox-notice-put_away"),
        (MessageAct::Reopened.code(), "inbox-notice-reopened"),
    ],
    refused: &[("moved", "inbox-notice-moved"), ("not_now", "inbox-notice-not_now")],
};

/// The code for the outcome of a step.
pub(super) fn code(act: MessageAct, done: Result<(), Refusal>) -> &'static str {
    match done {
        Ok(()) => act.code(),
        Err(Refusal::Moved) => "moved",
        Err(Refusal::NotNow) => "not_now",
    }
}
