//! The network: nodes for quotas, sessions, everybody, and "anywhere" for each class of people.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Offers;
use crate::lexicographic::Lex;
use crate::round::Round;

/// The people who could leave a quota for a place: the smallest loss first, then the lot.
type Leavers<const L: usize> = BinaryHeap<Reverse<(Lex<L>, u32)>>;

/// The lot that stands for nobody.
const NOBODY: u32 = u32::MAX;

/// A network. Nodes are numbered: quotas, then sessions, then one for everybody, then one "anywhere" for each class.
pub(super) struct Network<'a, const L: usize> {
    pub(super) round: &'a Round,
    offers: &'a Offers<L>,
    /// The quota of each person, and its cost for them.
    seats: Vec<(usize, Lex<L>)>,
    /// For each quota, the people who could leave it for each other quota, and after these, for anywhere.
    leavers: Vec<Leavers<L>>,
    /// The first of each heap, side by side, because searches read all of them again and again.
    first: Vec<(Lex<L>, u32)>,
    /// The number of people that each quota passes on to its session, and each session to the whole.
    pub(super) counted: Vec<usize>,
    /// The people at a node beyond those it passes on; negative where a minimum must still be
    /// filled.
    pub(super) excess: Vec<i64>,
    /// The length of the shortest path to each node so far.
    pub(super) potential: Vec<Lex<L>>,
    /// The number of steps of zero reduced cost that lead to each node.
    pub(super) level: Vec<u32>,
    /// The next arc of each node to be tried.
    pub(super) next: Vec<usize>,
}

impl<'a, const L: usize> Network<'a, L> {
    /// Everybody in their cheapest session; `None` if a person has no session, or bounds contradict each other.
    pub(super) fn new(round: &'a Round, offers: &'a Offers<L>) -> Option<Self> {
        let mut bounds = round.sessions.iter().copied().chain(round.quotas.iter().map(|quota| quota.bounds));
        if bounds.any(|bounds| bounds.minimum > bounds.maximum) {
            return None;
        }
        let quotas = round.quotas.len();
        let anywhere = round.quota_of.len();
        let nodes = quotas + round.sessions.len() + 1 + anywhere;
        let mut network = Self {
            round,
            offers,
            seats: Vec::with_capacity(offers.people()),
            leavers: Vec::new(),
            first: Vec::new(),
            counted: vec![0; quotas + round.sessions.len()],
            excess: vec![0; nodes],
            potential: vec![Lex::ZERO; nodes],
            level: vec![0; nodes],
            next: vec![0; nodes],
        };
        network.sit_down()?;
        network.count();
        Some(network)
    }

    /// Seats everybody in their best session; people without a preference take the session with most room.
    fn sit_down(&mut self) -> Option<()> {
        let mut free: Vec<i64> =
            self.round.sessions.iter().map(|it| i64::try_from(it.maximum).unwrap_or(i64::MAX)).collect();
        let mut anywhere = Vec::new();
        for person in 0..self.offers.people() {
            let best = self.offers.listed(person).iter().min_by_key(|(session, cost)| (*cost, -free[*session]));
            let others = self.offers.others(person);
            let best = best.filter(|(_, cost)| others.is_none_or(|others| *cost < others));
            let (session, cost) = match (best, others) {
                (Some(best), _) => *best,
                (None, Some(cost)) => {
                    anywhere.push(person);
                    (0, cost)
                }
                (None, None) => return None,
            };
            free[session] -= i64::from(best.is_some());
            self.seats.push((self.round.quota(person, session), cost));
        }
        for person in anywhere {
            let cost = self.seats[person].1;
            let session = (0..free.len()).max_by_key(|session| (free[*session], Reverse(*session)))?;
            free[session] -= 1;
            self.seats[person] = (self.round.quota(person, session), cost);
        }
        // Building a heap at once is cheaper than inserting one by one.
        let mut leavers: Vec<Vec<Reverse<(Lex<L>, u32)>>> = vec![Vec::new(); self.heap(self.round.quotas.len(), 0)];
        for person in 0..self.seats.len() {
            self.each_way_out(person, |at, leaver| leavers[at].push(Reverse(leaver)));
        }
        self.leavers = leavers.into_iter().map(Leavers::from).collect();
        self.first = self.leavers.iter().map(first_of).collect();
        Some(())
    }

    /// Passes people on from quotas to sessions and from sessions to the whole, as near to their numbers as the
    /// bounds allow.
    fn count(&mut self) {
        let quotas = self.round.quotas.len();
        let whole = self.whole();
        for (quota, _) in &self.seats {
            self.excess[*quota] += 1;
        }
        for (quota, it) in self.round.quotas.iter().enumerate() {
            self.pass_on(quota, it.bounds.nearest(count(self.excess[quota])), quotas + it.session);
        }
        for (session, bounds) in self.round.sessions.iter().enumerate() {
            self.pass_on(quotas + session, bounds.nearest(count(self.excess[quotas + session])), whole);
        }
        self.excess[whole] -= signed(self.seats.len());
    }

    fn pass_on(&mut self, from: usize, people: usize, to: usize) {
        self.counted[from] = people;
        self.excess[from] -= signed(people);
        self.excess[to] += signed(people);
    }

    /// The node of everybody.
    pub(super) fn whole(&self) -> usize {
        self.round.quotas.len() + self.round.sessions.len()
    }

    pub(super) fn has_excess(&self) -> bool {
        self.excess.iter().any(|excess| *excess > 0)
    }

    /// The session of each person.
    pub(super) fn sessions(&self) -> Vec<usize> {
        self.seats.iter().map(|(quota, _)| self.round.quotas[*quota].session).collect()
    }

    /// Adds a person to the heaps of the quota where they are.
    fn offer(&mut self, person: usize) {
        let (mut leavers, mut first) = (std::mem::take(&mut self.leavers), std::mem::take(&mut self.first));
        self.each_way_out(person, |at, leaver| {
            leavers[at].push(Reverse(leaver));
            first[at] = first[at].min(leaver);
        });
        (self.leavers, self.first) = (leavers, first);
    }

    /// All moves of a person: the heap of each, and the loss and lot of the person.
    fn each_way_out(&self, person: usize, mut tell: impl FnMut(usize, (Lex<L>, u32))) {
        let (quota, cost) = self.seats[person];
        for (session, its) in self.offers.listed(person) {
            let target = self.round.quota(person, *session);
            if target != quota {
                tell(self.heap(quota, target), (*its - cost, lot(person)));
            }
        }
        if let Some(others) = self.offers.others(person) {
            let anywhere = self.round.quotas.len() + self.round.class[person];
            tell(self.heap(quota, anywhere), (others - cost, lot(person)));
        }
    }

    /// The person who loses least by leaving a quota for another, or for anywhere: `target` is a quota, or the
    /// number of quotas plus a class.
    pub(super) fn first_leaver(&self, quota: usize, target: usize) -> Option<(Lex<L>, usize)> {
        let (cost, lot) = self.first[self.heap(quota, target)];
        (lot != NOBODY).then_some((cost, lot as usize))
    }

    fn heap(&self, quota: usize, target: usize) -> usize {
        quota * (self.round.quotas.len() + self.round.quota_of.len()) + target
    }

    /// Moves a person to a quota.
    pub(super) fn move_to(&mut self, person: usize, quota: usize) {
        let (old, _) = self.seats[person];
        let session = self.round.quotas[quota].session;
        self.seats[person] = (quota, self.offers.cost(person, session));
        for at in 0..self.offers.listed(person).len() {
            let (session, _) = self.offers.listed(person)[at];
            self.forget(person, old, self.round.quota(person, session));
        }
        self.forget(person, old, self.round.quotas.len() + self.round.class[person]);
        self.offer(person);
    }

    /// Finds the new first one after this person has left. Heaps keep people who left until they come up.
    fn forget(&mut self, person: usize, quota: usize, target: usize) {
        let at = self.heap(quota, target);
        if self.first[at].1 != lot(person) {
            return;
        }
        let heap = &mut self.leavers[at];
        while heap.peek().is_some_and(|Reverse((_, lot))| self.seats[*lot as usize].0 != quota) {
            heap.pop();
        }
        self.first[at] = first_of(heap);
    }
}

fn first_of<const L: usize>(leavers: &Leavers<L>) -> (Lex<L>, u32) {
    leavers.peek().map_or((Lex::INFINITE, NOBODY), |Reverse(first)| *first)
}

fn lot(person: usize) -> u32 {
    u32::try_from(person).unwrap_or(NOBODY)
}

pub(super) fn signed(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn count(excess: i64) -> usize {
    usize::try_from(excess).unwrap_or(0)
}
