//! The progress of an outcome, its parties, and the time since the last thing on record.

use bodies::BodyLink;
use edtf::{Certainty, When};
use golden_thread::{EntryId, Kind};
use jiff::civil::Date;
use web::Ctx;

base::coded! {
    /// The progress of an outcome.
    pub enum Status {
        /// Nobody has begun.
        Open = "open",
        /// Work has begun.
        InProgress = "in_progress",
        /// It has been carried out.
        Done = "done",
        /// It has reached its addressee.
        HandedOver = "handed_over",
        /// Its addressee has replied.
        Answered = "answered",
        /// Everyone can read it.
        Published = "published",
        /// Not on record.
        Unknown = "unknown",
    }
}

impl Status {
    /// The CSS class of its mark: `is-in-progress`.
    pub fn class(self) -> String {
        format!("is-{}", self.code().replace('_', "-"))
    }

    /// Its name for this kind: an agreement that is done was kept, a project is finished.
    pub fn label(self, ctx: &Ctx, kind: Kind) -> String {
        ctx.t_with(&format!("outcome-status-{self}"), "kind", kind.code())
    }

    /// True if nothing more is expected.
    const fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Answered | Self::Published)
    }
}

base::coded! {
    /// The part of a body in an outcome. The order is the one in which pages list the roles.
    pub enum PartyRole {
        /// Gave the promise.
        PromisedBy = "promised_by",
        /// Got the promise.
        PromisedTo = "promised_to",
        /// Wrote it.
        Author = "author",
        /// Is meant to act on it.
        Addressee = "addressee",
        /// Is in charge.
        Lead = "lead",
        /// Works on it too.
        Partner = "partner",
        /// Replied.
        AnsweredBy = "answered_by",
    }
}

impl PartyRole {
    /// The words before a list of such bodies: `zugesagt von`.
    pub fn label(self, ctx: &Ctx) -> String {
        ctx.t(&format!("outcome-role-{self}"))
    }

    /// The words after the name of such a body: `hat es zugesagt`.
    pub fn part(self, ctx: &Ctx) -> String {
        ctx.t(&format!("outcome-part-{self}"))
    }
}

/// The facts about an outcome beyond its card.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its progress.
    pub status: Status,
    /// The due date, if it is on record.
    pub due: Option<When>,
    /// The event in which it came about, as named in its own file: people who may edit that event may edit
    /// the outcome too.
    pub event: Option<EntryId>,
    /// Its parties, in the order that editors gave them.
    pub parties: Vec<Party>,
}

/// A body with a part in an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Party {
    /// Public or not.
    pub body: EntryId,
    /// Its part.
    pub role: PartyRole,
}

impl Outcome {
    /// True if it is not settled and its due date has passed.
    pub(crate) fn is_overdue(&self, today: Date) -> bool {
        !self.status.is_settled() && self.due.and_then(When::latest).is_some_and(|day| day < today)
    }

    /// The date of the last thing on record about an outcome that is neither settled nor still running.
    /// `last_step` is the date of its last outcome so far. Plans do not count, and the date stays as vague
    /// as it was written.
    pub(crate) fn silent_since(&self, when: Option<When>, last_step: Option<When>, today: Date) -> Option<When> {
        if self.status.is_settled() || when.is_some_and(|when| is_running(when, today)) {
            return None;
        }
        let signs = [when, last_step].into_iter().flatten().filter(|sign| is_past(*sign, today));
        signs.max_by_key(|sign| end(*sign))
    }

    /// The bodies with this part, in their order, as far as they are public.
    pub(crate) fn bodies(&self, role: PartyRole, links: &BodyLinks) -> Vec<BodyLink> {
        let parties = self.parties.iter().filter(|party| party.role == role);
        parties.filter_map(|party| links.get(&party.body).cloned()).collect()
    }
}

/// Public bodies by id.
pub(crate) type BodyLinks = std::collections::HashMap<EntryId, BodyLink>;

/// True if it goes on today or is still to come. An open end goes on, an unknown one does not.
fn is_running(when: When, today: Date) -> bool {
    match when.latest() {
        Some(day) => day >= today,
        None => when.earliest().is_some_and(|day| day >= today) || when.covers_year(today.year()),
    }
}

/// True if it is known to have happened.
fn is_past(when: When, today: Date) -> bool {
    let has_happened = matches!(when.certainty(), Certainty::Fixed | Certainty::Reported);
    has_happened && end(when).is_some_and(|day| day < today)
}

/// Its last day, or the first if the last is not known.
fn end(when: When) -> Option<Date> {
    when.latest().or(when.earliest())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn outcome(status: Status, due: Option<&str>) -> Outcome {
        Outcome { status, due: due.map(when), event: None, parties: Vec::new() }
    }

    fn when(edtf: &str) -> When {
        When::parse(edtf, Certainty::Fixed).unwrap()
    }

    #[test]
    fn open_commitment_is_silent_since_its_own_date_or_its_last_step() {
        let open = outcome(Status::Open, None);
        let own = Some(when("2018-09-20/2018-09-21"));
        assert_eq!(open.silent_since(own, None, TODAY), own);
        let step = Some(when("2019-23"));
        assert_eq!(open.silent_since(own, step, TODAY), step);
        assert_eq!(open.silent_since(own, Some(when("2018")), TODAY), Some(when("2018")));
        assert_eq!(open.silent_since(None, step, TODAY), step);
        assert_eq!(open.silent_since(None, None, TODAY), None);
    }

    #[test]
    fn what_was_only_planned_is_no_sign_of_life() {
        let open = outcome(Status::Unknown, None);
        let planned = When::parse("2020-23", Certainty::Expected).unwrap();
        assert_eq!(open.silent_since(Some(planned), None, TODAY), None);
        assert_eq!(open.silent_since(Some(when("2018")), Some(planned), TODAY), Some(when("2018")));
    }

    #[test]
    fn settled_commitment_is_never_silent() {
        for status in Status::ALL {
            let silent = outcome(status, None).silent_since(Some(when("2018")), None, TODAY).is_some();
            let settled = matches!(status, Status::Done | Status::Answered | Status::Published);
            assert_eq!(silent, !settled, "{status}");
        }
    }

    #[test]
    fn what_still_runs_or_is_to_come_is_not_silent() {
        let open = outcome(Status::Unknown, None);
        for running in ["2018/..", "2026-12-01", "2026", "2018/2027", "2030/"] {
            assert_eq!(open.silent_since(Some(when(running)), None, TODAY), None, "{running}");
        }
        // An unknown end is a gap in the record, so the start counts.
        let begun = Some(when("2018-08-31/"));
        assert_eq!(open.silent_since(begun, None, TODAY), begun);
    }

    #[test]
    fn commitment_is_overdue_from_the_day_after_its_due_date_until_it_is_settled() {
        assert!(outcome(Status::Open, Some("2026-11-22")).is_overdue(TODAY));
        assert!(!outcome(Status::Open, Some("2026-11-23")).is_overdue(TODAY));
        assert!(!outcome(Status::Open, Some("2026")).is_overdue(TODAY));
        assert!(!outcome(Status::Done, Some("2018")).is_overdue(TODAY));
        assert!(!outcome(Status::Open, None).is_overdue(TODAY));
    }

    #[test]
    fn class_of_a_status_is_the_one_of_the_style_sheet() {
        assert_eq!(Status::InProgress.class(), "is-in-progress");
        assert_eq!(Status::Done.class(), "is-done");
    }
}
