//! Where the pages of this slice are. The router strips the language, so these paths have none.
//!
//! The contact form has the address of its page, [`bodies::ContactPath`].

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/barrierefreiheit`: the accessibility statement with the form to report a barrier.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/barrierefreiheit")]
pub struct BarrierPath;

/// `/nachricht/{receipt}`: what the sender of a message takes home.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/nachricht/{receipt}")]
pub struct ReceiptPath {
    /// The id of the message; nobody can guess it.
    pub receipt: Uuid,
}

/// `/redaktion/nachrichten`: the inbox.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/redaktion/nachrichten")]
pub struct InboxPath;

macro_rules! of_message {
    ($($(#[$meta:meta])* $visibility:vis $name:ident $path:literal),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, TypedPath, Deserialize)]
        #[typed_path($path)]
        $visibility struct $name {
            /// The case number of the message.
            $visibility number: String,
        }
    )+};
}

of_message! {
    /// `/redaktion/nachrichten/{number}`: one message with what was done about it.
    pub MessagePath "/redaktion/nachrichten/{number}",
    /// `…/uebernahme`: somebody sees to it.
    pub(crate) TakeoverPath "/redaktion/nachrichten/{number}/uebernahme",
    /// `…/weitergabe`: another mailbox answers it.
    pub(crate) PassingPath "/redaktion/nachrichten/{number}/weitergabe",
    /// `…/antwort`: the sender is answered by mail.
    pub(crate) AnswerPath "/redaktion/nachrichten/{number}/antwort",
    /// `…/notiz`: something for the colleagues.
    pub(crate) NotePath "/redaktion/nachrichten/{number}/notiz",
    /// `…/abschluss`: nothing more is to do.
    pub(crate) ClosingPath "/redaktion/nachrichten/{number}/abschluss",
    /// `…/unbegruendet`: a machine wrote it.
    pub(crate) PuttingAwayPath "/redaktion/nachrichten/{number}/unbegruendet",
    /// `…/wiederaufnahme`: undoes the end, the answer and the putting away.
    pub(crate) ReopeningPath "/redaktion/nachrichten/{number}/wiederaufnahme",
}
