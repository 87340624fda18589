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
//! The pages around the forms belong to other slices (`/kontakt` to `bodies`, `/barrierefreiheit` to
//! `newsroom`), so the app hands over how to print them: [`Hosts`]. Absence is `Option`, what is wrong
//! with a field is a text, breakage is `web::Error`.

mod actions;
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

pub use inbox::{MessageAct, Reach};
pub use jobs::CHORE;
pub use message::{MessageKind, MessageState, Retention, Topic};
pub use pages::{HostFn, Hosts, desk_router, router};
pub use paths::{BarrierPath, InboxPath, MessagePath, ReceiptPath};
pub use store::cases::{Overdue, overdue};

/// The texts of this slice.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };
