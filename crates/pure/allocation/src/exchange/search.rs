//! Shortest paths from nodes with too many people.

use super::network::Network;
use crate::lexicographic::Lex;

impl<const L: usize> Network<'_, L> {
    /// The number of arcs that leave a node; arcs are numbered in a fixed order.
    pub(super) fn arcs(&self, node: usize) -> usize {
        let quotas = self.round.quotas.len();
        let whole = self.whole();
        if node < quotas {
            quotas + self.round.quota_of.len() + 1
        } else if node < whole {
            self.round.quotas.len() + 1
        } else {
            self.round.sessions.len()
        }
    }

    /// The end and the cost of an arc; `None` if nobody can take it now.
    pub(super) fn arc(&self, node: usize, number: usize) -> Option<(usize, Lex<L>)> {
        let quotas = self.round.quotas.len();
        let whole = self.whole();
        if node < quotas {
            return self.arc_of_quota(node, number);
        }
        if node < whole {
            if number == quotas {
                let free = self.counted[node] < self.round.sessions[node - quotas].maximum;
                return free.then_some((whole, Lex::ZERO));
            }
            // Back to one of its quotas: the session counts fewer people of it.
            let quota = self.round.quotas[number];
            let can = quotas + quota.session == node && self.counted[number] > quota.bounds.minimum;
            return can.then_some((number, Lex::ZERO));
        }
        if node == whole {
            let session = quotas + number;
            let can = self.counted[session] > self.round.sessions[number].minimum;
            return can.then_some((session, Lex::ZERO));
        }
        Some((self.round.quota_of[node - whole - 1][number], Lex::ZERO))
    }

    fn arc_of_quota(&self, node: usize, number: usize) -> Option<(usize, Lex<L>)> {
        let quotas = self.round.quotas.len();
        let classes = self.round.quota_of.len();
        if number == quotas + classes {
            let quota = self.round.quotas[node];
            return (self.counted[node] < quota.bounds.maximum).then_some((quotas + quota.session, Lex::ZERO));
        }
        let (cost, _) = self.first_leaver(node, number)?;
        let to = if number < quotas { number } else { self.whole() + 1 + number - quotas };
        Some((to, cost))
    }

    /// The end of an arc if its reduced cost is zero, so that it is part of a shortest path.
    pub(super) fn tight_arc(&self, node: usize, number: usize) -> Option<usize> {
        let (to, cost) = self.arc(node, number)?;
        (cost + self.potential[node] == self.potential[to]).then_some(to)
    }

    /// Finds the shortest paths from all nodes with too many to the nearest with room (Dijkstra 1959), and stores
    /// their lengths as potentials. `None` if there is no such path.
    pub(super) fn search(&mut self) -> Option<()> {
        let nodes = self.excess.len();
        let start = |excess: &i64| if *excess > 0 { Lex::ZERO } else { Lex::INFINITE };
        let mut far: Vec<Lex<L>> = self.excess.iter().map(start).collect();
        let mut is_done = vec![false; nodes];
        let nearest = loop {
            let node = (0..nodes).filter(|node| !is_done[*node]).min_by_key(|node| far[*node])?;
            let here = far[node];
            if here == Lex::INFINITE {
                return None;
            }
            if self.excess[node] < 0 {
                break here;
            }
            is_done[node] = true;
            for number in 0..self.arcs(node) {
                let Some((to, cost)) = self.arc(node, number).filter(|(to, _)| !is_done[*to]) else { continue };
                let length = here + cost + self.potential[node] - self.potential[to];
                far[to] = far[to].min(length);
            }
        };
        for (potential, far) in self.potential.iter_mut().zip(far) {
            *potential += far.min(nearest);
        }
        Some(())
    }
}
