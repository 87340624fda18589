//! Connection slots: their number in total and for one network, and the choice of the one to free.
//!
//! When all slots are taken, a newcomer gets the slot of the connection that has been idle longest: first
//! of those that have no request running, then of those whose client does not read the answer. A connection
//! that is being served is never closed. So thousands of connections that are merely open keep nobody out.
//! One network has [`Limits::of_one_network`] slots, or a single machine could take them all; a trusted
//! reverse proxy may have all.
//!
//! Idle time is counted in arrivals, not in seconds: it costs a request one number to record, and the order
//! is all that matters.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, oneshot};

/// Limits on the number of connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// In total. Each takes about 20 KiB.
    pub connections: usize,
    /// From one IPv4 address or one IPv6 /64: a school behind one address has that many browsers at once.
    pub of_one_network: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 4_096, of_one_network: 256 }
    }
}

/// All slots, and the connections that have them.
#[derive(Debug)]
pub(super) struct Slots {
    limits: Limits,
    arrivals: Arc<AtomicU64>,
    holders: Mutex<Holders>,
    freed: Notify,
}

#[derive(Debug, Default)]
struct Holders {
    taken: HashMap<u64, Holder>,
    of_network: HashMap<IpAddr, usize>,
}

/// A connection with a slot, until it is asked to leave or has left.
#[derive(Debug)]
struct Holder {
    network: Option<IpAddr>,
    activity: Arc<Activity>,
    leave: oneshot::Sender<()>,
}

/// The activity of a connection. Written by the connection itself, read when another needs its slot.
#[derive(Debug, Default)]
pub(super) struct Activity {
    /// Number of the newest arrival, of all connections.
    arrivals: Arc<AtomicU64>,
    /// Number of the newest arrival when this one was last sent something.
    since: AtomicU64,
    /// A handler is at work, or we are about to close the connection ourselves.
    is_served: AtomicBool,
    /// The client does not read the answer.
    is_stalled: AtomicBool,
}

/// A taken slot; free again when dropped.
#[derive(Debug)]
pub(super) struct Slot {
    slots: Arc<Slots>,
    number: u64,
    pub(super) activity: Arc<Activity>,
}

/// The reason why there is no slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Full {
    /// All connections are being served: wait for the next one that is done.
    Everybody,
    /// All connections of this network are being served.
    Network,
}

impl Slots {
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, arrivals: Arc::default(), holders: Mutex::default(), freed: Notify::default() })
    }

    /// Takes a slot, if need be that of an idle connection, which learns it by its receiver. `network` is
    /// that of the client, `None` for trusted proxies.
    pub(super) fn take(self: &Arc<Self>, network: Option<IpAddr>) -> Result<(Slot, oneshot::Receiver<()>), Full> {
        let mut holders = self.holders();
        let of_network = network.map_or(0, |network| holders.of_network.get(&network).copied().unwrap_or_default());
        if of_network >= self.limits.of_one_network {
            holders.send_away(network).then_some(()).ok_or(Full::Network)?;
        }
        if holders.taken.len() >= self.limits.connections {
            holders.send_away(None).then_some(()).ok_or(Full::Everybody)?;
        }
        let number = self.arrivals.fetch_add(1, Ordering::Relaxed);
        let arrivals = Arc::clone(&self.arrivals);
        let activity = Arc::new(Activity { arrivals, since: number.into(), ..Activity::default() });
        let (leave, asked_to_leave) = oneshot::channel();
        holders.taken.insert(number, Holder { network, activity: Arc::clone(&activity), leave });
        if let Some(network) = network {
            *holders.of_network.entry(network).or_default() += 1;
        }
        Ok((Slot { slots: Arc::clone(self), number, activity }, asked_to_leave))
    }

    /// Closes the connection that has been idle longest, to free its memory; false if there is none.
    pub(super) fn make_room(&self) -> bool {
        self.holders().send_away(None)
    }

    /// Resolves when a slot becomes free.
    pub(super) async fn freed(&self) {
        self.freed.notified().await;
    }

    fn holders(&self) -> MutexGuard<'_, Holders> {
        self.holders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Holders {
    /// Asks the connection that has been idle longest to leave, of one network or of all. Its slot counts
    /// as free at once.
    fn send_away(&mut self, network: Option<IpAddr>) -> bool {
        let resting = self.taken.iter().filter(|(_, holder)| network.is_none() || holder.network == network);
        let resting = resting.filter_map(|(number, holder)| Some((holder.activity.rest()?, *number)));
        let longest = resting.min().map(|(_, number)| number);
        match longest.and_then(|number| self.leave(number)) {
            // A connection that has ended by itself meanwhile hears nothing.
            Some(holder) => {
                let _ = holder.leave.send(());
                true
            }
            None => false,
        }
    }

    fn leave(&mut self, number: u64) -> Option<Holder> {
        let holder = self.taken.remove(&number)?;
        if let Some(network) = holder.network
            && let Some(count) = self.of_network.get_mut(&network)
        {
            *count -= 1;
            if *count == 0 {
                self.of_network.remove(&network);
            }
        }
        Some(holder)
    }
}

impl Activity {
    /// Sort key by idle time, stalled ones last; `None` if it is being served.
    fn rest(&self) -> Option<(bool, u64)> {
        let rest = (self.is_stalled.load(Ordering::Relaxed), self.since.load(Ordering::Relaxed));
        (!self.is_served.load(Ordering::Relaxed)).then_some(rest)
    }

    /// Records that the client has read something of its answer.
    pub(super) fn touch(&self) {
        self.since.store(self.arrivals.load(Ordering::Relaxed), Ordering::Relaxed);
    }

    pub(super) fn is_served(&self) -> bool {
        self.is_served.load(Ordering::Relaxed)
    }

    pub(super) fn set_served(&self, is_served: bool) {
        self.is_served.store(is_served, Ordering::Relaxed);
    }

    pub(super) fn set_stalled(&self, is_stalled: bool) {
        self.is_stalled.store(is_stalled, Ordering::Relaxed);
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.slots.holders().leave(self.number);
        self.slots.freed.notify_one();
    }
}

/// The network of an address: a subscriber has one IPv4 address or a whole IPv6 /64.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        IpAddr::V4(address) => address.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(number: u8) -> IpAddr {
        IpAddr::from([203, 0, 113, number])
    }

    fn slots(connections: usize, of_one_network: usize) -> Arc<Slots> {
        Slots::new(Limits { connections, of_one_network })
    }

    #[test]
    fn newcomer_gets_the_place_of_who_has_rested_longest() {
        let slots = slots(3, 3);
        let (first, mut first_leaves) = slots.take(Some(net(1))).unwrap();
        let (_second, mut second_leaves) = slots.take(Some(net(2))).unwrap();
        let (_third, mut third_leaves) = slots.take(Some(net(3))).unwrap();
        first.activity.touch();
        let (_fourth, _leaves) = slots.take(Some(net(4))).unwrap();
        assert!(second_leaves.try_recv().is_ok(), "the first has just done something");
        assert!(first_leaves.try_recv().is_err() && third_leaves.try_recv().is_err());
    }

    #[test]
    fn who_does_not_take_the_answer_goes_after_who_has_nothing_to_get_and_before_nobody() {
        let slots = slots(2, 2);
        let (stalled, mut stalled_leaves) = slots.take(None).unwrap();
        let (_idle, mut idle_leaves) = slots.take(None).unwrap();
        stalled.activity.set_stalled(true);
        let (served, _leaves) = slots.take(None).unwrap();
        assert!(idle_leaves.try_recv().is_ok() && stalled_leaves.try_recv().is_err());
        served.activity.set_served(true);
        let (other, _leaves) = slots.take(None).unwrap();
        assert!(stalled_leaves.try_recv().is_ok());
        other.activity.set_served(true);
        assert_eq!(slots.take(None).unwrap_err(), Full::Everybody, "who is being served stays");
        assert!(!slots.make_room());
        drop(other);
        assert!(slots.take(None).is_ok());
    }

    #[test]
    fn one_network_cannot_take_all_slots() {
        let slots = slots(100, 2);
        let taken: Vec<_> = (0..3).map(|_| slots.take(Some(net(1))).unwrap()).collect();
        let left: Vec<bool> = taken.into_iter().map(|(_place, mut leaves)| leaves.try_recv().is_ok()).collect();
        assert_eq!(left, [true, false, false], "the third takes the place of the first");
        let served: Vec<_> = (0..2).map(|_| slots.take(Some(net(1))).unwrap().0).collect();
        for slot in &served {
            slot.activity.set_served(true);
        }
        assert_eq!(slots.take(Some(net(1))).unwrap_err(), Full::Network);
        assert!(slots.take(Some(net(2))).is_ok());
        let proxy: Vec<_> = (0..50).map(|_| slots.take(None).unwrap()).collect();
        assert_eq!(proxy.len(), 50, "whom we trust has as many as there are");
    }

    #[test]
    fn slots_are_free_again_and_networks_forgotten() {
        let slots = slots(10, 10);
        let taken: Vec<_> = (0..30).map(|number| slots.take(Some(net(number % 15))).unwrap()).collect();
        assert_eq!(slots.holders().taken.len(), 10);
        drop(taken);
        let holders = slots.holders();
        assert!(holders.taken.is_empty() && holders.of_network.is_empty());
    }

    #[test]
    fn subscriber_is_one_address_or_a_whole_64() {
        let of = |address: &str| network(address.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!((of("203.0.113.9"), of("::ffff:203.0.113.9")), ("203.0.113.9".into(), "203.0.113.9".into()));
    }
}
