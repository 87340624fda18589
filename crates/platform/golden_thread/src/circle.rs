//! Nothing can have led to itself: finds a cycle among time-directed links.

use std::collections::HashMap;
use std::hash::Hash;

/// One cycle among links `(origin, outcome)`, as the entries along it, or `None`.
///
/// Takes time and memory in proportion to the number of links. The path is kept on a list of its own instead
/// of the call stack, so it may be of any length.
pub fn find_circle<T: Copy + Eq + Hash>(links: impl IntoIterator<Item = (T, T)>) -> Option<Vec<T>> {
    let mut outcomes: HashMap<T, Vec<T>> = HashMap::new();
    let mut order = Vec::new();
    for (origin, outcome) in links {
        outcomes
            .entry(origin)
            .or_insert_with(|| {
                order.push(origin);
                Vec::new()
            })
            .push(outcome);
    }
    let mut walk = Walk { outcomes: &outcomes, state: HashMap::new(), way: Vec::new() };
    order.into_iter().find_map(|start| walk.from(start))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    OnTheWay,
    Done,
}

struct Walk<'a, T> {
    outcomes: &'a HashMap<T, Vec<T>>,
    state: HashMap<T, Seen>,
    /// Each entry with the number of its outcomes that have been tried.
    way: Vec<(T, usize)>,
}

impl<T: Copy + Eq + Hash> Walk<'_, T> {
    fn from(&mut self, start: T) -> Option<Vec<T>> {
        self.enter(start);
        while let Some((entry, tried)) = self.way.last_mut() {
            let next = self.outcomes.get(entry).and_then(|outcomes| outcomes.get(*tried)).copied();
            *tried += 1;
            match next {
                None => {
                    self.state.insert(*entry, Seen::Done);
                    self.way.pop();
                }
                Some(next) if self.state.get(&next) == Some(&Seen::OnTheWay) => {
                    let begin = self.way.iter().position(|(entry, _)| *entry == next).unwrap_or(0);
                    return Some(self.way[begin..].iter().map(|(entry, _)| *entry).collect());
                }
                Some(next) => self.enter(next),
            }
        }
        None
    }

    fn enter(&mut self, entry: T) {
        if self.state.contains_key(&entry) {
            return;
        }
        self.state.insert(entry, Seen::OnTheWay);
        self.way.push((entry, 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thread_that_parts_and_meets_again_is_no_circle() {
        assert_eq!(find_circle([(1, 2), (1, 3), (2, 4), (3, 4), (4, 5)]), None);
    }

    #[test]
    fn circle_is_named_without_the_way_that_leads_into_it() {
        assert_eq!(find_circle([(0, 1), (1, 2), (2, 3), (3, 1)]), Some(vec![1, 2, 3]));
    }

    #[test]
    fn very_long_thread_is_walked_to_its_end() {
        let long = (0..200_000).map(|number| (number, number + 1));
        assert_eq!(find_circle(long.clone()), None);
        assert_eq!(find_circle(long.chain([(200_000, 0)])).map(|circle| circle.len()), Some(200_001));
    }
}
