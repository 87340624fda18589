//! Honeypot, form ticket and rate limit: spam protection without puzzles for people.
//!
//! * A honeypot: a field that people do not see. Programs fill it in, but so do password managers now and
//!   then; so the form is shown again with the field emptied, and the second submission is accepted with
//!   any value in it. No message is dropped.
//! * A ticket, sealed by us, holds the time at which the form was shown: nobody writes a message in three
//!   seconds. If it is missing or forged, the form is shown anew; an old one is fine, and so is one from
//!   the future, because then the clock was set.
//! * Rate limits: a [`Quota`] for each purpose.
//!
//! In each case the form is shown again with the input and a kind word. A person loses at most a click.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use base::clock::{from_micros, micros};
use base::{Clock, Ids};
use jiff::{SignedDuration, Timestamp};
use services::keys::{Key, hex, unhex};

use super::Submission;
use super::limiter::Limiter;
use super::quota::{self, Counted, Quota, Wait};

/// Name of the honeypot field. Programs that fill in forms look for words like `url`, `company` or `phone`;
/// this is none of them in any language.
pub(super) const HONEYPOT: &str = "freilassen";
/// Name of the field that carries the ticket.
pub(super) const TICKET: &str = "ticket";
/// Least time between showing and submission. Nobody reads and fills in a form faster.
const FASTEST: SignedDuration = SignedDuration::from_secs(3);
/// Bytes of a ticket: a unique id, the time, and half a seal.
const ID: usize = 16;
const TIME: usize = 8;
const SEAL: usize = 16;
/// Purposes of seals: for a form that is shown first, or again because of the honeypot.
const FIRST: &[u8] = b"ticket";
const SECOND: &[u8] = b"second ticket";

/// Honeypot, tickets and rate limits of the whole site.
#[derive(Debug)]
pub struct Shield {
    key: Key,
    clock: Clock,
    ids: Ids,
    limiter: Mutex<Limiter>,
}

/// The judgement of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The ticket with which the form may be shown again.
    pub ticket: String,
    /// The same for the same content sent twice from the same form, and only then: a second click on the
    /// button is not a second message.
    pub fingerprint: String,
    /// The reason why it must be sent once more, if it must.
    pub suspicion: Option<Suspicion>,
}

/// The reason why a form is shown again although its content has no fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspicion {
    /// The honeypot was filled in.
    Honeypot,
    /// It was submitted faster than people write.
    TooFast,
    /// Its ticket is missing or not ours.
    NoTicket,
}

/// The content of a valid ticket.
struct Shown {
    at: Timestamp,
    /// True if the form was shown again because the honeypot was filled in.
    is_second: bool,
}

impl Shield {
    /// A shield with the key that all nodes share.
    pub fn new(key: Key, clock: Clock, ids: Ids) -> Self {
        Self { key, clock, ids, limiter: Mutex::default() }
    }

    /// A ticket for a form that is about to be shown.
    pub fn ticket(&self, form: &str) -> String {
        self.sealed(FIRST, form)
    }

    /// Judges a submission.
    pub fn judge(&self, form: &str, sent: &Submission) -> Judgement {
        let ticket = sent.get(TICKET);
        let shown = self.shown(form, ticket);
        let suspicion = match &shown {
            Some(Shown { is_second: true, .. }) => None,
            _ if !sent.get(HONEYPOT).is_empty() => Some(Suspicion::Honeypot),
            None => Some(Suspicion::NoTicket),
            Some(Shown { at, .. }) if is_too_fast(self.clock.now().duration_since(*at)) => Some(Suspicion::TooFast),
            Some(_) => None,
        };
        let ticket = match suspicion {
            Some(Suspicion::Honeypot) => self.sealed(SECOND, form),
            Some(Suspicion::NoTicket) => self.ticket(form),
            Some(Suspicion::TooFast) | None => ticket.to_owned(),
        };
        Judgement { ticket, fingerprint: self.fingerprint(form, sent), suspicion }
    }

    /// Rate limit: charges one use, before the work that it permits, or returns the time to wait. So
    /// simultaneous attempts are all counted.
    ///
    /// # Errors
    /// The time to wait, if the quota is used up.
    pub fn admit(&self, quota: &Quota, counted: Counted<'_>) -> Result<(), Wait> {
        let (every, any) = quota.charges(&self.key, counted);
        let mut limiter = self.limiter.lock().unwrap_or_else(PoisonError::into_inner);
        limiter.admit(&every, &any, self.clock.elapsed()).map_err(Wait)
    }

    /// A keyed hash of a sender, from which the address cannot be recovered.
    pub fn sender(&self, address: IpAddr) -> u64 {
        quota::sender(&self.key, address)
    }

    fn sealed(&self, as_what: &[u8], form: &str) -> String {
        let time = micros(self.clock.now()).to_be_bytes();
        let told = [&self.ids.next().as_bytes()[..], &time].concat();
        let seal = self.key.seal(&[as_what, form.as_bytes(), &told]);
        hex(&[&told, &seal[..SEAL]].concat())
    }

    /// The content of a ticket, if its seal is ours.
    fn shown(&self, form: &str, ticket: &str) -> Option<Shown> {
        let bytes = unhex(ticket).filter(|bytes| bytes.len() == ID + TIME + SEAL)?;
        let (told, seal) = bytes.split_at(ID + TIME);
        let is = |what: &[u8]| self.key.proves(&[what, form.as_bytes(), told], seal);
        let is_second = is(SECOND);
        if !is_second && !is(FIRST) {
            return None;
        }
        let at = from_micros(i64::from_be_bytes(told[ID..].try_into().ok()?)).ok()?;
        Some(Shown { at, is_second })
    }

    fn fingerprint(&self, form: &str, sent: &Submission) -> String {
        let fields = sent.pairs().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
        let parts: Vec<&[u8]> = [b"content".as_slice(), form.as_bytes()].into_iter().chain(fields).collect();
        hex(&self.key.seal(&parts))
    }
}

/// True if too little time has passed. A negative time means that the clock was set back meanwhile: that
/// tells nothing.
fn is_too_fast(passed: SignedDuration) -> bool {
    !passed.is_negative() && passed < FASTEST
}

#[cfg(test)]
mod tests {
    use super::super::Rate;
    use super::*;

    fn shield() -> (Shield, Clock) {
        let clock = Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap());
        (Shield::new(Key::random().unwrap(), clock.clone(), Ids::new(clock.clone())), clock)
    }

    fn sent(pairs: &[(&str, &str)]) -> Submission {
        Submission::of(pairs)
    }

    #[test]
    fn ticket_tells_when_the_form_was_shown() {
        let (shield, clock) = shield();
        let ticket = shield.ticket("contact");
        let judge = || shield.judge("contact", &sent(&[(TICKET, &ticket)]));
        clock.advance(SignedDuration::from_millis(2_999));
        assert_eq!((judge().suspicion, judge().ticket), (Some(Suspicion::TooFast), ticket.clone()));
        clock.advance(SignedDuration::from_millis(1));
        assert_eq!(judge().suspicion, None);
        clock.advance(SignedDuration::from_hours(24 * 400));
        assert_eq!(judge().suspicion, None, "an old form is fine");
    }

    #[test]
    fn after_the_clock_was_set_back_old_and_fresh_forms_are_taken() {
        let (shield, clock) = shield();
        for by in [1, 24 * 2, 24 * 365 * 70] {
            clock.set_by(SignedDuration::from_hours(by));
            let before = shield.ticket("contact");
            clock.set_by(SignedDuration::from_hours(-by));
            let judge = |ticket: &str| shield.judge("contact", &sent(&[(TICKET, ticket)])).suspicion;
            assert_eq!(judge(&before), None, "shown {by} hours ahead");
            let fresh = shield.ticket("contact");
            assert_eq!(judge(&fresh), Some(Suspicion::TooFast));
            clock.advance(SignedDuration::from_secs(3));
            assert_eq!(judge(&fresh), None, "shown after it was set back");
        }
    }

    #[test]
    fn ids_that_stay_ahead_of_a_clock_that_was_set_back_do_not_matter() {
        // Ids keep growing when a clock is set back; a ticket must not take its time from them.
        let (ahead, clock) = (Clock::fixed("2030-01-01T00:00:00Z".parse().unwrap()), shield().1);
        let shield = Shield::new(Key::random().unwrap(), clock.clone(), Ids::new(ahead));
        let ticket = shield.ticket("contact");
        let judge = || shield.judge("contact", &sent(&[(TICKET, &ticket)])).suspicion;
        assert_eq!(judge(), Some(Suspicion::TooFast));
        clock.advance(SignedDuration::from_secs(3));
        assert_eq!(judge(), None);
    }

    #[test]
    fn foreign_and_forged_tickets_are_replaced() {
        let (shield, clock) = shield();
        let (ticket, other) = (shield.ticket("contact"), shield.ticket("barrier"));
        clock.advance(SignedDuration::from_secs(10));
        let mut forged = ticket.clone();
        forged.replace_range(0..1, "f");
        for bad in ["", "x", &other, &forged, &ticket[1..], &format!("{ticket}00")] {
            let judgement = shield.judge("contact", &sent(&[(TICKET, bad)]));
            assert_eq!(judgement.suspicion, Some(Suspicion::NoTicket), "{bad}");
            assert_ne!(judgement.ticket, bad);
        }
    }

    #[test]
    fn fingerprint_is_the_same_for_a_second_click_only() {
        let (shield, _) = shield();
        let of =
            |text: &str, ticket: &str| shield.judge("contact", &sent(&[("text", text), (TICKET, ticket)])).fingerprint;
        assert_eq!(of("a", "1"), of("a", "1"));
        assert_ne!(of("a", "1"), of("b", "1"), "another text from the same form is another message");
        assert_ne!(of("a", "1"), of("a", "2"));
    }

    #[test]
    fn whoever_falls_into_the_honeypot_is_asked_once_and_then_believed() {
        let (shield, clock) = shield();
        let judge = |pairs: &[(&str, &str)]| shield.judge("contact", &sent(pairs));
        let ticket = shield.ticket("contact");
        clock.advance(SignedDuration::from_secs(10));
        assert_eq!(judge(&[(HONEYPOT, " "), (TICKET, &ticket)]).suspicion, None);
        let asked = judge(&[(HONEYPOT, "https://ort.example"), (TICKET, &ticket)]);
        assert_eq!(asked.suspicion, Some(Suspicion::Honeypot));
        assert_eq!(judge(&[(TICKET, &asked.ticket)]).suspicion, None, "at once, emptied");
        let again = judge(&[(HONEYPOT, "https://ort.example"), (TICKET, &asked.ticket)]);
        assert_eq!(again.suspicion, None, "a password manager may fill it in again");
        let other = shield.judge("barrier", &sent(&[(HONEYPOT, "x"), (TICKET, &asked.ticket)]));
        assert_eq!(other.suspicion, Some(Suspicion::Honeypot), "each form asks for itself");
        assert_eq!(judge(&[(HONEYPOT, "x")]).suspicion, Some(Suspicion::Honeypot), "one click, also without a ticket");
    }

    const QUOTA: Quota = Quota::of("test").per_sender(Rate::per_hour(10));

    fn let_in(shield: &Shield, quota: &Quota, addresses: impl Iterator<Item = String>) -> usize {
        let admit = |address: String| shield.admit(quota, Counted::Sender(address.parse().unwrap()));
        addresses.filter(|address| admit(address.clone()).is_ok()).count()
    }

    #[test]
    fn addresses_of_one_subscriber_count_together_and_those_of_one_network_do_too() {
        let (shield, _) = shield();
        let admitted = |addresses: Vec<String>| let_in(&shield, &QUOTA, addresses.into_iter());
        assert_eq!(admitted((0..50).map(|host| format!("2001:db8:0:7::{host:x}")).collect()), 10);
        assert_eq!(admitted((0..5_000).map(|net| format!("2001:db8:1:{net:x}::1")).collect()), 40, "one /48");
        assert_eq!(admitted((0..250).map(|host| format!("192.0.2.{host}")).collect()), 40, "one /24");
        assert_eq!(admitted(vec!["2001:db8:2::1".to_owned(), "198.51.100.1".to_owned()]), 2);
        assert_eq!(admitted(vec!["::ffff:198.51.100.1".to_owned(); 50]), 9, "one address in two ways of writing");
    }

    #[test]
    fn each_purpose_has_its_own_quota() {
        let (shield, _) = shield();
        let one = || (0..50).map(|_| "192.0.2.1".to_owned());
        assert_eq!(let_in(&shield, &QUOTA, one()), 10);
        assert_eq!(let_in(&shield, &Quota::of("other").per_sender(Rate::per_hour(120)), one()), 50);
        assert_eq!(let_in(&shield, &QUOTA, one()), 0);
    }

    #[test]
    fn total_bounds_everybody_together_but_keeps_out_nobody_whose_network_was_quiet() {
        let (shield, _) = shield();
        let quota = QUOTA.in_total(Rate::per_day(100));
        // 100 networks send ten each: three of each are spared, and a hundred more come through.
        let flood = (0..1_000).map(|number| format!("10.{}.0.1", number / 10));
        assert_eq!(let_in(&shield, &quota, flood), 3 * 100 + 100);
        assert_eq!(let_in(&shield, &quota, std::iter::once("192.0.2.1".to_owned())), 1);
    }

    #[test]
    fn limits_do_not_care_how_the_clock_is_set() {
        let (shield, clock) = shield();
        let one = || (0..50).map(|_| "192.0.2.1".to_owned());
        assert_eq!(let_in(&shield, &QUOTA, one()), 10);
        clock.set_by(SignedDuration::from_hours(24 * 400));
        assert_eq!(let_in(&shield, &QUOTA, one()), 0, "set forward, it opens nothing");
        clock.set_by(SignedDuration::from_hours(-24 * 800));
        clock.advance(SignedDuration::from_hours(1));
        assert_eq!(let_in(&shield, &QUOTA, one()), 10, "set back, it closes nothing");
    }

    #[test]
    fn mail_to_one_recipient_is_bounded_however_the_address_is_spelt() {
        let (shield, _) = shield();
        let quota = Quota::of("receipt").per_target(Rate::per_hour(3));
        let admit = |email: &str| shield.admit(&quota, Counted::Recipient(&email.parse().unwrap())).is_ok();
        let spelt =
            (0..300).map(|number| format!("{}+{number}@ort.example", if number % 2 == 0 { "Opa" } else { "opa" }));
        assert_eq!(spelt.filter(|email| admit(email)).count(), 3);
        assert!(admit("oma@ort.example"));
    }

    #[test]
    fn mails_to_everybody_together_are_bounded_too() {
        let (shield, clock) = shield();
        let quota = Quota::of("receipt").per_target(Rate::per_hour(3)).in_total(Rate::per_hour(60));
        let admit = |number: usize| {
            let email = format!("person-{number}@ort.example").parse().unwrap();
            shield.admit(&quota, Counted::Recipient(&email))
        };
        assert_eq!((0..1_000).filter(|number| admit(*number).is_ok()).count(), 60);
        assert_eq!(admit(1_000).map_err(Wait::seconds), Err(60));
        clock.advance(SignedDuration::from_mins(1));
        assert_eq!((0..1_000).filter(|number| admit(*number).is_ok()).count(), 1);
    }
}
