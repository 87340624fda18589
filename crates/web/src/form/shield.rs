//! Keeps machines out without asking people to solve anything.
//!
//! * A field that people do not see: who fills it in is a machine. It is answered like everybody else.
//! * A ticket, sealed by us, says when the form was shown: nobody writes a message in three seconds. A
//!   ticket that is missing or forged tells nothing, so the form is shown anew; an old one is fine.
//! * A limit for each sender and for all together.
//!
//! In each case the page comes back with the input and a kind word. A person loses at most a click.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use base::{Clock, Ids};
use jiff::{SignedDuration, Timestamp};
use services::keys::{Key, hex, unhex};
use uuid::Uuid;

use super::Submission;
use super::limit::Limit;

/// The name of the field that people do not see.
pub(super) const DECOY: &str = "homepage";
/// The name of the field that carries the ticket.
pub(super) const TICKET: &str = "ticket";
/// Nobody reads and fills in a form faster.
const FASTEST: SignedDuration = SignedDuration::from_secs(3);
/// Bytes of an id, and of the half of a seal that a ticket carries.
const HALF: usize = 16;

/// Guards the forms of the whole site.
#[derive(Debug)]
pub struct Shield {
    key: Key,
    clock: Clock,
    ids: Ids,
    limit: Mutex<Limit>,
}

/// What the shield thinks of a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The ticket with which the form may be shown again.
    pub ticket: String,
    /// The same for the same content sent twice from the same form, and only then: a second click on
    /// the button is not a second message.
    pub fingerprint: String,
    /// Whether a machine filled it in.
    pub is_spam: bool,
    /// Why it should be sent once more, if it should.
    pub suspicion: Option<Suspicion>,
}

/// Why a form is shown once more although nothing is wrong with its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspicion {
    /// It came back faster than people write.
    TooFast,
    /// Its ticket is missing or not ours.
    NoTicket,
}

impl Shield {
    /// A shield with the key that all nodes share.
    pub fn new(key: Key, clock: Clock, ids: Ids) -> Self {
        Self { key, clock, ids, limit: Mutex::default() }
    }

    /// A ticket for a form that is about to be shown.
    pub fn ticket(&self, form: &str) -> String {
        let id = self.ids.next();
        let seal = self.key.seal(&[b"ticket", form.as_bytes(), id.as_bytes()]);
        format!("{}{}", id.simple(), hex(&seal[..HALF]))
    }

    /// Judges what was sent.
    pub fn judge(&self, form: &str, sent: &Submission) -> Judgement {
        let ticket = sent.get(TICKET);
        let shown = self.shown(form, ticket);
        let suspicion = match shown {
            None => Some(Suspicion::NoTicket),
            Some(at) if self.clock.now().duration_since(at) < FASTEST => Some(Suspicion::TooFast),
            Some(_) => None,
        };
        Judgement {
            ticket: if shown.is_some() { ticket.to_owned() } else { self.ticket(form) },
            fingerprint: self.fingerprint(form, sent),
            is_spam: !sent.get(DECOY).is_empty(),
            suspicion,
        }
    }

    /// Lets a sender in, or says how long to wait. The address is hashed at once.
    pub fn admit(&self, sender: IpAddr) -> Result<(), Duration> {
        let seal = match sender.to_canonical() {
            IpAddr::V4(address) => self.key.seal(&[b"sender", &address.octets()]),
            // A subscriber has a whole /64.
            IpAddr::V6(address) => self.key.seal(&[b"sender", &address.octets()[..8]]),
        };
        let sender = seal[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
        self.limit.lock().unwrap_or_else(PoisonError::into_inner).admit(sender, self.clock.now())
    }

    /// When the form of a ticket was shown, if the ticket is ours.
    fn shown(&self, form: &str, ticket: &str) -> Option<Timestamp> {
        let bytes = unhex(ticket).filter(|bytes| bytes.len() == 2 * HALF)?;
        let (id, seal) = bytes.split_at(HALF);
        if !self.key.proves(&[b"ticket", form.as_bytes(), id], seal) {
            return None;
        }
        let (seconds, nanos) = Uuid::from_slice(id).ok()?.get_timestamp()?.to_unix();
        Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanos).ok()?).ok()
    }

    fn fingerprint(&self, form: &str, sent: &Submission) -> String {
        let fields = sent.pairs().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]);
        let parts: Vec<&[u8]> = [b"content".as_slice(), form.as_bytes()].into_iter().chain(fields).collect();
        hex(&self.key.seal(&parts))
    }
}

#[cfg(test)]
mod tests {
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
    fn foreign_and_forged_tickets_are_replaced() {
        let (shield, clock) = shield();
        let (ticket, other) = (shield.ticket("contact"), shield.ticket("barrier"));
        clock.advance(SignedDuration::from_secs(10));
        let mut forged = ticket.clone();
        forged.replace_range(0..1, "f");
        for bad in ["", "x", &other, &forged, &ticket[..63], &format!("{ticket}00")] {
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
    fn whoever_fills_in_the_decoy_is_a_machine() {
        let (shield, _) = shield();
        assert!(shield.judge("contact", &sent(&[(DECOY, "buy")])).is_spam);
        assert!(!shield.judge("contact", &sent(&[(DECOY, " ")])).is_spam);
    }

    #[test]
    fn addresses_of_one_subscriber_count_together() {
        let (shield, _) = shield();
        let admit = |address: &str| shield.admit(address.parse().unwrap()).is_ok();
        let let_in = (0..50).filter(|host| admit(&format!("2001:db8:0:7::{host:x}"))).count();
        assert_eq!(let_in, super::super::limit::OF_ONE);
        assert!(admit("2001:db8:0:8::1") && admit("192.0.2.1"));
        let mapped = (0..50).filter(|_| admit("::ffff:192.0.2.1")).count();
        assert_eq!(mapped, super::super::limit::OF_ONE - 1, "one address in two ways of writing");
    }
}
