//! The addresses of this slice. The router strips the language, so these paths have none.
//!
//! The contact form has the address of its page, [`bodies::ContactPath`].

use axum_extra::routing::TypedPath;
use serde::Deserialize;
use uuid::Uuid;

/// `/barrierefreiheit`: the accessibility statement with the form to report a barrier.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/barrierefreiheit")]
pub struct BarrierPath;

/// `/nachricht/{receipt}`: the receipt for the sender of a message.
#[derive(Debug, Clone, Copy, TypedPath, Deserialize)]
#[typed_path("/nachricht/{receipt}")]
pub struct ReceiptPath {
    /// The random id of the message, which cannot be guessed.
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
    /// `/redaktion/nachrichten/{number}`: one message with its history.
    pub MessagePath "/redaktion/nachrichten/{number}",
    /// `…/uebernahme`: assigns it to a person.
    pub(crate) TakeoverPath "/redaktion/nachrichten/{number}/uebernahme",
    /// `…/weitergabe`: passes it on to another mailbox.
    pub(crate) PassingPath "/redaktion/nachrichten/{number}/weitergabe",
    /// `…/antwort`: answers the sender by mail.
    pub(crate) AnswerPath "/redaktion/nachrichten/{number}/antwort",
    /// `…/notiz`: adds a note for the colleagues.
    pub(crate) NotePath "/redaktion/nachrichten/{number}/notiz",
    /// `…/abschluss`: closes it.
    pub(crate) ClosingPath "/redaktion/nachrichten/{number}/abschluss",
    /// `…/unbegruendet`: puts it away as spam.
    pub(crate) PuttingAwayPath "/redaktion/nachrichten/{number}/unbegruendet",
    /// `…/wiederaufnahme`: reopens it after it was closed, answered or put away.
    pub(crate) ReopeningPath "/redaktion/nachrichten/{number}/wiederaufnahme",
}
