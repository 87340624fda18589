//! Messages of visitors: questions to the people who answer for a field of action, and barrier reports.
//!
//! For visitors who want an answer without an account, and for the people who answer. A message is stored
//! first; in the same transaction the mails are queued in the outbox that notify the mailbox of the role
//! and confirm the receipt. The visitor sees a case number and the day until which we answer.
//!
//! Invariants:
//! * a message whose receipt was confirmed is stored, even if all mail fails;
//! * a barrier report needs neither name nor address;
//! * a confirmation repeats nothing that the visitor wrote: nobody can have us mail words to others;
//! * content is deleted after [`Retention`]; log lines hold neither text nor address;
//! * at the desk every step is recorded, and the second of two people sees the step of the first;
//! * no message is dropped: a submission that looks like a machine's must be sent once more, and every
//!   stored message appears in the inbox;
//! * a flood of submissions from one sender keeps nobody else out (rate limits, `quotas`).
//!
//! The pages around the forms belong to other slices (`/kontakt`, `/barrierefreiheit`): the forms stand at
//! their spots. Absence is `Option`, a fault of a field is a text, breakage is `web::Error`.

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
mod rights;
mod store;

use accounts::Area;
use desk_kit::{Basis, Frontend, Personal, Rights, Slice};
use web::Locales;

use self::rights::READ_MESSAGES;

pub use message::{MessageKind, MessageState, Retention, Topic};
pub use paths::{BarrierPath, InboxPath, MessagePath, ReceiptPath};

/// The registrations of this slice.
pub const SLICE: Slice = Slice {
    name: "messages",
    frontend: Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") }),
    public: pages::router,
    desk: pages::desk_router,
    areas: &[Area { order: 60, path: || InboxPath.to_string(), key: "inbox-title", right: Some(READ_MESSAGES) }],
    counters: &[attention::COUNTER],
    rights: Rights { title: "right-group-messages", list: rights::RIGHTS },
    chores: &[jobs::CHORE],
    spots: pages::SPOTS,
    attention: Some(|conn, desk, page| Box::pin(attention::attention(conn, desk, page))),
    departure: Some(|conn, person| Box::pin(store::cases::fall_back(conn, person))),
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
