//! Rate limits (quotas) for acts of people who have not signed in.
//!
//! Each purpose declares its own, in one line, beside the code that it guards; no purpose uses up the limit
//! of another:
//!
//! ```
//! use web::form::{Quota, Rate};
//!
//! const QUOTA: Quota = Quota::of("registration").per_sender(Rate::per_hour(300)).per_target(Rate::per_hour(5));
//! ```
//!
//! A **sender** is an IPv4 address or an IPv6 /64, which is what a subscriber has; the wider network (IPv4
//! /24, IPv6 /48) is counted besides, so that the owner of a /48 is not 65,536 senders. A **target** is a
//! third party that could suffer: the address that gets a mail, the account whose password is tried. A
//! **total** bounds the storage and the mails that everybody together can cause. It never keeps out a
//! sender whose network has been quiet ([`SPARED`]).
//!
//! Each node counts for itself, in memory, on a monotonic clock. Addresses are sealed at once and never
//! stored.

use std::net::IpAddr;
use std::time::Duration;

use base::Email;
use services::keys::Key;

use super::limiter::Charge;

/// Factor by which the limit of a wider network exceeds that of one sender.
const WIDER: u32 = 4;
/// Uses by a wider network that the total does not limit.
const SPARED: Rate = Rate::per_hour(3);

/// A number of uses within a time. All may come at once; then room for one more returns at a time, evenly
/// (token bucket). No period of this length sees more than twice as many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    most: u32,
    within: Duration,
}

impl Rate {
    /// A number of uses within a time.
    ///
    /// # Panics
    /// If the number or the time is zero: that would refuse everything. In a constant, this is a compile
    /// error.
    pub const fn per(most: u32, within: Duration) -> Self {
        assert!(most > 0 && !within.is_zero(), "a rate lets something in");
        Self { most, within }
    }

    /// A number of uses per hour.
    pub const fn per_hour(most: u32) -> Self {
        Self::per(most, Duration::from_hours(1))
    }

    /// A number of uses per day.
    pub const fn per_day(most: u32) -> Self {
        Self::per(most, Duration::from_hours(24))
    }

    pub(super) const fn within(self) -> Duration {
        self.within
    }

    /// Time until room for one more use returns.
    pub(super) fn step(self) -> Duration {
        self.within / self.most
    }

    const fn times(self, factor: u32) -> Self {
        Self { most: self.most.saturating_mul(factor), within: self.within }
    }
}

/// The rate limits of one purpose.
#[derive(Debug, Clone, Copy)]
pub struct Quota {
    purpose: &'static str,
    sender: Option<Rate>,
    target: Option<Rate>,
    total: Option<Rate>,
}

impl Quota {
    /// A quota without limits. Each purpose needs a name of its own.
    pub const fn of(purpose: &'static str) -> Self {
        Self { purpose, sender: None, target: None, total: None }
    }

    /// Limits each sender, and its wider network to four times as much.
    #[must_use]
    pub const fn per_sender(self, rate: Rate) -> Self {
        Self { sender: Some(rate), ..self }
    }

    /// Limits the mails to each recipient, or the attempts on each account.
    #[must_use]
    pub const fn per_target(self, rate: Rate) -> Self {
        Self { target: Some(rate), ..self }
    }

    /// Limits everybody together, except for uses that are spared.
    #[must_use]
    pub const fn in_total(self, rate: Rate) -> Self {
        Self { total: Some(rate), ..self }
    }

    /// The charges of one use: all of the first, and one of the second.
    pub(super) fn charges(&self, key: &Key, counted: Counted<'_>) -> (Vec<Charge>, Vec<Charge>) {
        let charge = |level: &str, what: &[u8], rate: Option<Rate>| {
            let key = number(key, &[b"quota", self.purpose.as_bytes(), level.as_bytes(), what]);
            Some(Charge { key, rate: rate? })
        };
        let total = charge("total", b"", self.total);
        let spared = |network: &[u8]| charge("spared", network, self.total.map(|_| SPARED));
        let (every, any) = match counted {
            Counted::Sender(address) => {
                let (sender, network) = networks(address);
                let wide = self.sender.map(|rate| rate.times(WIDER));
                let every = [charge("sender", &sender, self.sender), charge("network", &network, wide)];
                (every, [spared(&network), total])
            }
            Counted::Recipient(email) => {
                ([charge("target", mailbox(email).as_bytes(), self.target), None], [total, None])
            }
            Counted::Target(what) => ([charge("target", what.as_bytes(), self.target), None], [total, None]),
            Counted::TargetFrom(what, address) => {
                let what = [&networks(address).0, what.as_bytes()].concat();
                ([charge("target from", &what, self.target), None], [total, None])
            }
        };
        (every.into_iter().flatten().collect(), any.into_iter().flatten().collect())
    }
}

/// The party to which a use is charged.
#[derive(Debug, Clone, Copy)]
pub enum Counted<'a> {
    /// The sender of a request, by IP address.
    Sender(IpAddr),
    /// The recipient of a mail.
    Recipient(&'a Email),
    /// Another third party that could suffer.
    Target(&'a str),
    /// The same, counted apart for one sender.
    TargetFrom(&'a str, IpAddr),
}

/// The time until a limit permits a use again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait(pub(super) Duration);

impl Wait {
    /// In seconds, rounded up, for `Retry-After`.
    pub fn seconds(self) -> u64 {
        self.0.as_secs() + u64::from(self.0.subsec_nanos() > 0)
    }

    /// In minutes, for people: at least one.
    pub fn minutes(self) -> usize {
        usize::try_from(self.seconds().div_ceil(60).max(1)).unwrap_or(usize::MAX)
    }
}

/// The sender and the wider network of an address, tagged so that none equals another.
fn networks(address: IpAddr) -> (Vec<u8>, Vec<u8>) {
    match address.to_canonical() {
        IpAddr::V4(address) => ([b"4", &address.octets()[..]].concat(), [b"4", &address.octets()[..3]].concat()),
        IpAddr::V6(address) => ([b"6", &address.octets()[..8]].concat(), [b"6", &address.octets()[..6]].concat()),
    }
}

/// A sender as it is remembered: as a keyed hash.
pub(super) fn sender(key: &Key, address: IpAddr) -> u64 {
    number(key, &[b"sender", &networks(address).0])
}

/// The mailbox of an address: nearly every mail server delivers `Anna@`, `anna@` and `anna+x@` to the same
/// one.
fn mailbox(email: &Email) -> String {
    let email = email.as_str().to_ascii_lowercase();
    let (local, domain) = email.rsplit_once('@').unwrap_or((&email, ""));
    let local = local.split('+').next().unwrap_or_default();
    format!("{local}@{domain}")
}

fn number(key: &Key, parts: &[&[u8]]) -> u64 {
    key.seal(parts)[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_stands_for_its_subscriber_and_for_its_wider_network() {
        let of = |address: &str| networks(address.parse().unwrap());
        let (sender, network) = of("2001:db8:7:1::5");
        assert_eq!((of("2001:db8:7:1:ffff::9").0 == sender, of("2001:db8:7:2::5").0 == sender), (true, false));
        assert_eq!((of("2001:db8:7:2::5").1 == network, of("2001:db8:8:1::5").1 == network), (true, false));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"), "one address in two ways of writing");
        assert_eq!((of("192.0.2.1").0 == of("192.0.2.2").0, of("192.0.2.1").1 == of("192.0.2.2").1), (false, true));
    }

    #[test]
    fn spellings_of_one_mailbox_are_one_recipient() {
        let of = |text: &str| mailbox(&text.parse().unwrap());
        assert_eq!(of("Anna+Fachtag@Ort.Example"), of("anna@ort.example"));
        assert_ne!(of("anna@ort.example"), of("ben@ort.example"));
    }

    #[test]
    fn wait_is_rounded_so_that_it_works_afterwards() {
        let wait = |millis| Wait(Duration::from_millis(millis));
        assert_eq!([1, 1_000, 29_500].map(|millis| wait(millis).seconds()), [1, 1, 30]);
        assert_eq!([1, 60_000, 60_001, 3_600_000].map(|millis| wait(millis).minutes()), [1, 1, 2, 60]);
    }
}
