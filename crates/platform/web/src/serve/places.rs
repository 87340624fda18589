//! Places for connections: how many there are, for everybody together and for one network, and who makes room.
//!
//! When all places are taken, a newcomer gets the place of whoever has rested longest: first of those who have sent
//! nothing for us to do, then of those who do not take their answer. Who is being served is never sent away. So
//! thousands of connections that are merely open keep nobody out. One network has [`Limits::of_one_network`]
//! places, or a single machine could take them all; a reverse proxy that we trust has as many as there are.
//!
//! Time is counted in arrivals, not in seconds: it costs a request one number to write down, and order is all that
//! is asked for.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, oneshot};

/// How many connections there may be at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// All together. Each takes about 20 KiB.
    pub connections: usize,
    /// From one IPv4 address or one IPv6 /64: a school behind one address has that many browsers at once.
    pub of_one_network: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 4_096, of_one_network: 256 }
    }
}

/// All places, and who has them.
#[derive(Debug)]
pub(super) struct Places {
    limits: Limits,
    arrivals: Arc<AtomicU64>,
    seats: Mutex<Seats>,
    freed: Notify,
}

#[derive(Debug, Default)]
struct Seats {
    taken: HashMap<u64, Seat>,
    of_network: HashMap<IpAddr, usize>,
}

/// One connection, until it is asked to leave or has left.
#[derive(Debug)]
struct Seat {
    network: Option<IpAddr>,
    activity: Arc<Activity>,
    leave: oneshot::Sender<()>,
}

/// What a connection is doing. Written by the connection itself, read when somebody needs its place.
#[derive(Debug, Default)]
pub(super) struct Activity {
    /// The newest arrival, of all connections.
    arrivals: Arc<AtomicU64>,
    /// The newest arrival when this one was last sent something.
    since: AtomicU64,
    /// A handler is at work, or we are about to hang up by ourselves.
    is_served: AtomicBool,
    /// The client does not take what we send.
    is_stalled: AtomicBool,
}

/// A taken place; free again when dropped.
#[derive(Debug)]
pub(super) struct Place {
    places: Arc<Places>,
    number: u64,
    pub(super) activity: Arc<Activity>,
}

/// Why there is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Full {
    /// Everybody is being served: wait for the next who is done.
    Everybody,
    /// All whom this network may send are being served.
    Network,
}

impl Places {
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { limits, arrivals: Arc::default(), seats: Mutex::default(), freed: Notify::default() })
    }

    /// Takes a place, if need be that of somebody who rests; they learn it by their receiver. `network` is that of
    /// the client, `None` for those that we trust.
    pub(super) fn take(self: &Arc<Self>, network: Option<IpAddr>) -> Result<(Place, oneshot::Receiver<()>), Full> {
        let mut seats = self.seats();
        let of_network = network.map_or(0, |network| seats.of_network.get(&network).copied().unwrap_or_default());
        if of_network >= self.limits.of_one_network {
            seats.send_away(network).then_some(()).ok_or(Full::Network)?;
        }
        if seats.taken.len() >= self.limits.connections {
            seats.send_away(None).then_some(()).ok_or(Full::Everybody)?;
        }
        let number = self.arrivals.fetch_add(1, Ordering::Relaxed);
        let arrivals = Arc::clone(&self.arrivals);
        let activity = Arc::new(Activity { arrivals, since: number.into(), ..Activity::default() });
        let (leave, asked_to_leave) = oneshot::channel();
        seats.taken.insert(number, Seat { network, activity: Arc::clone(&activity), leave });
        if let Some(network) = network {
            *seats.of_network.entry(network).or_default() += 1;
        }
        Ok((Place { places: Arc::clone(self), number, activity }, asked_to_leave))
    }

    /// Sends away who rests longest, to get back what its connection holds; whether there was anybody.
    pub(super) fn make_room(&self) -> bool {
        self.seats().send_away(None)
    }

    /// Resolves when somebody has left.
    pub(super) async fn freed(&self) {
        self.freed.notified().await;
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seats {
    /// Sends away who rests longest, of one network or of all. Its place counts as free at once.
    fn send_away(&mut self, network: Option<IpAddr>) -> bool {
        let resting = self.taken.iter().filter(|(_, seat)| network.is_none() || seat.network == network);
        let resting = resting.filter_map(|(number, seat)| Some((seat.activity.rest()?, *number)));
        let longest = resting.min().map(|(_, number)| number);
        match longest.and_then(|number| self.leave(number)) {
            // Who has left by itself meanwhile hears nothing.
            Some(seat) => {
                let _ = seat.leave.send(());
                true
            }
            None => false,
        }
    }

    fn leave(&mut self, number: u64) -> Option<Seat> {
        let seat = self.taken.remove(&number)?;
        if let Some(network) = seat.network
            && let Some(count) = self.of_network.get_mut(&network)
        {
            *count -= 1;
            if *count == 0 {
                self.of_network.remove(&network);
            }
        }
        Some(seat)
    }
}

impl Activity {
    /// Since when it rests, those who do not take their answer last; `None` if it is being served.
    fn rest(&self) -> Option<(bool, u64)> {
        let rest = (self.is_stalled.load(Ordering::Relaxed), self.since.load(Ordering::Relaxed));
        (!self.is_served.load(Ordering::Relaxed)).then_some(rest)
    }

    /// Notes that the client has taken something of its answer.
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

impl Drop for Place {
    fn drop(&mut self) {
        self.places.seats().leave(self.number);
        self.places.freed.notify_one();
    }
}

/// The network that an address belongs to: a subscriber has one IPv4 address or a whole IPv6 /64.
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

    fn places(connections: usize, of_one_network: usize) -> Arc<Places> {
        Places::new(Limits { connections, of_one_network })
    }

    #[test]
    fn newcomer_gets_the_place_of_who_has_rested_longest() {
        let places = places(3, 3);
        let (first, mut first_leaves) = places.take(Some(net(1))).unwrap();
        let (_second, mut second_leaves) = places.take(Some(net(2))).unwrap();
        let (_third, mut third_leaves) = places.take(Some(net(3))).unwrap();
        first.activity.touch();
        let (_fourth, _leaves) = places.take(Some(net(4))).unwrap();
        assert!(second_leaves.try_recv().is_ok(), "the first has just done something");
        assert!(first_leaves.try_recv().is_err() && third_leaves.try_recv().is_err());
    }

    #[test]
    fn who_does_not_take_the_answer_goes_after_who_has_nothing_to_get_and_before_nobody() {
        let places = places(2, 2);
        let (stalled, mut stalled_leaves) = places.take(None).unwrap();
        let (_idle, mut idle_leaves) = places.take(None).unwrap();
        stalled.activity.set_stalled(true);
        let (served, _leaves) = places.take(None).unwrap();
        assert!(idle_leaves.try_recv().is_ok() && stalled_leaves.try_recv().is_err());
        served.activity.set_served(true);
        let (other, _leaves) = places.take(None).unwrap();
        assert!(stalled_leaves.try_recv().is_ok());
        other.activity.set_served(true);
        assert_eq!(places.take(None).unwrap_err(), Full::Everybody, "who is being served stays");
        assert!(!places.make_room());
        drop(other);
        assert!(places.take(None).is_ok());
    }

    #[test]
    fn one_network_cannot_take_all_places() {
        let places = places(100, 2);
        let taken: Vec<_> = (0..3).map(|_| places.take(Some(net(1))).unwrap()).collect();
        let left: Vec<bool> = taken.into_iter().map(|(_place, mut leaves)| leaves.try_recv().is_ok()).collect();
        assert_eq!(left, [true, false, false], "the third takes the place of the first");
        let served: Vec<_> = (0..2).map(|_| places.take(Some(net(1))).unwrap().0).collect();
        for place in &served {
            place.activity.set_served(true);
        }
        assert_eq!(places.take(Some(net(1))).unwrap_err(), Full::Network);
        assert!(places.take(Some(net(2))).is_ok());
        let proxy: Vec<_> = (0..50).map(|_| places.take(None).unwrap()).collect();
        assert_eq!(proxy.len(), 50, "whom we trust has as many as there are");
    }

    #[test]
    fn places_are_free_again_and_networks_forgotten() {
        let places = places(10, 10);
        let taken: Vec<_> = (0..30).map(|number| places.take(Some(net(number % 15))).unwrap()).collect();
        assert_eq!(places.seats().taken.len(), 10);
        drop(taken);
        let seats = places.seats();
        assert!(seats.taken.is_empty() && seats.of_network.is_empty());
    }

    #[test]
    fn subscriber_is_one_address_or_a_whole_64() {
        let of = |address: &str| network(address.parse().unwrap()).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!((of("203.0.113.9"), of("::ffff:203.0.113.9")), ("203.0.113.9".into(), "203.0.113.9".into()));
    }
}
