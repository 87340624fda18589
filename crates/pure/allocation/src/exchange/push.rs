//! Blocking flow: moves as many people as possible along shortest paths.

use std::collections::VecDeque;

use super::network::Network;

/// The level of a node that is not reachable at zero reduced cost.
const UNREACHED: u32 = u32::MAX;

impl<const L: usize> Network<'_, L> {
    /// Computes levels along arcs of zero reduced cost. False if none of them leads to where there is room.
    pub(super) fn levels(&mut self) -> bool {
        self.level.fill(UNREACHED);
        self.next.fill(0);
        let mut queue: VecDeque<usize> = (0..self.excess.len()).filter(|node| self.excess[*node] > 0).collect();
        for node in &queue {
            self.level[*node] = 0;
        }
        let mut has_room = false;
        while let Some(node) = queue.pop_front() {
            has_room |= self.excess[node] < 0;
            for number in 0..self.arcs(node) {
                let Some(to) = self.tight_arc(node, number) else { continue };
                if self.level[to] == UNREACHED {
                    self.level[to] = self.level[node] + 1;
                    queue.push_back(to);
                }
            }
        }
        has_room
    }

    /// Moves people from level to level until no more can go.
    pub(super) fn push_all(&mut self) {
        for node in 0..self.excess.len() {
            while self.excess[node] > 0 && self.push(node).is_some() {
                self.excess[node] -= 1;
            }
        }
    }

    /// Sends one person on from a node, and returns the first quota of the path, including the node itself: a person
    /// who is sent anywhere goes there.
    fn push(&mut self, node: usize) -> Option<usize> {
        if self.excess[node] < 0 {
            self.excess[node] += 1;
            return Some(node);
        }
        while self.next[node] < self.arcs(node) {
            let number = self.next[node];
            if let Some(to) = self.tight_arc(node, number)
                && self.level[to] == self.level[node] + 1
                && let Some(quota) = self.push(to)
            {
                return Some(self.go(node, number, to, quota));
            }
            self.next[node] += 1;
        }
        None
    }

    /// Moves one person along an arc.
    fn go(&mut self, node: usize, number: usize, to: usize, quota: usize) -> usize {
        let quotas = self.round.quotas.len();
        let whole = self.whole();
        if node > whole {
            return quota;
        }
        if node < quotas && number < quotas + self.round.quota_of.len() {
            if let Some((_, person)) = self.first_leaver(node, number) {
                self.move_to(person, quota);
            }
        } else if to > node {
            self.counted[node] += 1;
        } else {
            self.counted[to] -= 1;
        }
        node
    }
}
