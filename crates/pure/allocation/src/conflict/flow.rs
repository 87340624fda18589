//! The maximum flow through a network (Dinic 1970).

/// A flow network. Nodes are numbered from 0.
pub(super) struct Flow {
    /// The arcs that leave each node; the reverse of an arc has the next number.
    leaving: Vec<Vec<usize>>,
    ends: Vec<usize>,
    room: Vec<i64>,
    /// The distance of each node from the start, and its next arc to be tried.
    level: Vec<usize>,
    next: Vec<usize>,
}

impl Flow {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            leaving: vec![Vec::new(); nodes],
            ends: Vec::new(),
            room: Vec::new(),
            level: Vec::new(),
            next: Vec::new(),
        }
    }

    /// Adds an arc with this capacity.
    pub(super) fn pipe(&mut self, from: usize, to: usize, room: i64) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.leaving[from].push(self.ends.len());
            self.ends.push(to);
            self.room.push(room);
        }
    }

    /// Sends a maximum flow and returns its value.
    pub(super) fn send(&mut self, start: usize, end: usize) -> i64 {
        let mut sent = 0;
        while self.reaches(start, end) {
            self.next = vec![0; self.leaving.len()];
            loop {
                let more = self.push(start, end, i64::MAX);
                if more == 0 {
                    break;
                }
                sent += more;
            }
        }
        sent
    }

    /// Computes the distances from the start along arcs with remaining capacity; true if the end is reachable.
    fn reaches(&mut self, start: usize, end: usize) -> bool {
        self.level = vec![usize::MAX; self.leaving.len()];
        self.level[start] = 0;
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            for pipe in &self.leaving[node] {
                let to = self.ends[*pipe];
                if self.room[*pipe] > 0 && self.level[to] == usize::MAX {
                    self.level[to] = self.level[node] + 1;
                    queue.push_back(to);
                }
            }
        }
        self.level[end] != usize::MAX
    }

    /// Sends at most `most` along one path from level to level.
    fn push(&mut self, node: usize, end: usize, most: i64) -> i64 {
        if node == end {
            return most;
        }
        while let Some(pipe) = self.leaving[node].get(self.next[node]).copied() {
            let to = self.ends[pipe];
            if self.room[pipe] > 0 && self.level[to] == self.level[node] + 1 {
                let sent = self.push(to, end, most.min(self.room[pipe]));
                if sent > 0 {
                    self.room[pipe] -= sent;
                    self.room[pipe ^ 1] += sent;
                    return sent;
                }
            }
            self.next[node] += 1;
        }
        0
    }
}
