//! What visitors write: questions to those who answer for a field of action, and barrier reports.
//!
//! For visitors who want an answer without an account, and for those who answer. A message is stored
//! first; in the same transaction the mails are laid into the outbox that tell the mailbox of the role
//! and confirm the receipt. The visitor takes a case number home and the day until which we answer.
//!
//! Invariants:
//! * what a visitor was told is received is stored, whatever happens to the mail;
//! * a barrier report needs neither name nor address;
//! * a confirmation repeats nothing that the visitor wrote: nobody can have us mail words to others;
//! * content is deleted after [`Retention`]; log lines hold neither text nor address;
//! * at the desk every step is noted, and who comes second sees what the first has done;
//! * nothing is put aside unseen: who is taken for a machine is asked to send once more, and what is
//!   stored stands in the inbox;
//! * whoever floods the forms keeps nobody else out (`quotas`).
//!
//! The pages around the forms belong to other slices (`/kontakt`, `/barrierefreiheit`): the forms stand at their spots.
//! Absence is `Option`, what is wrong with a field is a text, breakage is `web::Error`.

mod actions;
mod attention;
mod draft;
mod handling;
mod inbox;
mod jobs;
mod letters;
mod message;
mod number;
mod pages;
mod paths;
mod quotas;
mod store;

use accounts::{Area, can_read_messages};
use desk_kit::{Basis, Frontend, Personal, Slice};
use web::Locales;

pub use message::{MessageKind, MessageState, Retention, Topic};
pub use paths::{BarrierPath, InboxPath, MessagePath, ReceiptPath};

/// What this slice brings.
pub const SLICE: Slice = Slice {
    name: "messages",
    frontend: Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") }),
    public: pages::router,
    desk: pages::desk_router,
    areas: &[Area { order: 60, path: || InboxPath.to_string(), key: "inbox-title", may: can_read_messages }],
    chores: &[jobs::CHORE],
    spots: pages::SPOTS,
    attention: Some(|conn, desk, page| Box::pin(attention::overdue(conn, desk, page))),
    personal: &[
        Personal {
            table: "messages",
            columns: &["name", "email", "text", "page"],
            purpose: "message-personal-purpose",
            basis: Basis::Task,
            retention: "message-personal-retention",
        },
        Personal {
            table: "message_acts",
            columns: &["person", "text", "detail"],
            purpose: "message-personal-acts",
            basis: Basis::Task,
            retention: "message-personal-retention",
        },
    ],
    ..Slice::EMPTY
};
