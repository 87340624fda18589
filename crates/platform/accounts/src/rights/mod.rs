//! Rights: what a [`Right`] is, and those that are about people of the desk and about entries. The rights of a slice
//! stand in the slice.
//!
//! A handler asks a right ([`Right::allows`], [`Right::covers`]) and passes the answer to [`crate::Desk::require`].
//! Nothing else decides, and nothing here reads the database: the caller supplies a thing with what it belongs to
//! ([`Resource`]).

mod right;
mod subject;
#[cfg(test)]
mod tests;

use golden_thread::Kind;

use self::subject::Beginning;
use crate::person::{Person, Role};

pub use right::{Extent, Only, Resource, Right, Rule};
pub use subject::Subject;

/// Events, and what was written down about them.
const OF_EVENTS: Only = Only { key: "right-only-events", holds: |kind| kind.def().is_of_event };

/// The results of forums.
const RESULTS: Only = Only { key: "right-only-results", holds: |kind| kind.def().is_result };

crate::rights! {
    /// To invite people, change their roles and disable them.
    MANAGE_PEOPLE = {
        code: "manage_people",
        key: "right-manage_people",
        rules: &[Rule::of(Role::Administrator)],
    };

    /// To read the audit log, the register of personal data and the table of rights.
    OVERSEE = {
        code: "oversee",
        key: "right-oversee",
        rules: &[Rule::of(Role::Administrator), Rule::of(Role::DataProtection)],
    };

    /// To begin an entry, provided that it is tied to the scope of the grant then. For one kind ask [`can_begin`].
    BEGIN_ENTRIES = {
        code: "begin_entries",
        key: "right-begin_entries",
        rules: &[
            Rule::of(Role::Administrator),
            Rule::within(Role::Editor),
            Rule::of(Role::Organiser).only(OF_EVENTS),
            Rule::of(Role::Facilitator).only(RESULTS),
        ],
    };

    /// To write an entry, and so see it before it is public.
    WRITE_ENTRIES = {
        code: "write_entries",
        key: "right-write_entries",
        rules: &[
            Rule::of(Role::Administrator),
            Rule::within(Role::Editor),
            Rule::within(Role::Organiser).only(OF_EVENTS),
            Rule::within(Role::Facilitator).only(RESULTS),
        ],
    };

    /// To publish an entry or withdraw it.
    PUBLISH_ENTRIES = {
        code: "publish_entries",
        key: "right-publish_entries",
        rules: &[
            Rule::of(Role::Administrator),
            Rule::within(Role::Editor),
            Rule::within(Role::Organiser).only(OF_EVENTS),
        ],
    };

    /// To read the list of participants. Running the desk is no reason to. No page asks for it yet, but the role that
    /// exists for it can be given.
    READ_PERSONAL = {
        code: "read_personal",
        key: "right-read_personal",
        rules: &[Rule::of(Role::DataProtection), Rule::within(Role::PersonalReader)],
    };
}

/// True if a person may create an entry of a kind, provided that it is tied to the scope of their grant.
pub fn can_begin(person: &Person, kind: Kind) -> bool {
    BEGIN_ENTRIES.covers(person, &Beginning(kind))
}

/// True if a person may save an entry that was `before` as `after`. It may not leave their reach, so that
/// nothing is lost by a slip; and nobody gives themselves the right to publish it by tying it elsewhere.
pub fn may_become(person: &Person, before: &Subject, after: &Subject) -> bool {
    let reaches = WRITE_ENTRIES.covers(person, before) && WRITE_ENTRIES.covers(person, after);
    reaches && (PUBLISH_ENTRIES.covers(person, before) || !PUBLISH_ENTRIES.covers(person, after))
}
