//! Turns an objective into costs: a list of criteria in the order of their importance.

use crate::lexicographic::Lex;
use crate::problem::Objective;

/// The ranks that occur in the wishes of all people, numbered as grades.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grades {
    /// The ranks that anybody gave, the best first. The grade of a session for a person is the index of its
    /// rank in this list or, if they did not rank it, the length of the list.
    ranks: Vec<u32>,
}

impl Grades {
    pub(crate) fn new(ranks: impl Iterator<Item = u32>) -> Self {
        let mut ranks: Vec<u32> = ranks.collect();
        ranks.sort_unstable();
        ranks.dedup();
        Self { ranks }
    }

    /// The grade of a session that a person did not rank.
    pub(crate) fn unranked(&self) -> usize {
        self.ranks.len()
    }

    /// The rank of a grade; panics for [`Self::unranked`].
    pub(crate) fn rank(&self, grade: usize) -> u32 {
        self.ranks[grade]
    }

    /// The grade of a rank that occurs in the wishes.
    pub(crate) fn of(&self, rank: u32) -> usize {
        self.ranks.partition_point(|known| *known < rank)
    }

    /// The cost of each grade under [`Objective::Sum`].
    pub(crate) fn costs(&self) -> Vec<i64> {
        let unranked = self.ranks.last().map_or(0, |largest| 2 * i64::from(*largest));
        self.ranks.iter().map(|rank| i64::from(*rank) - 1).chain([unranked]).collect()
    }

    /// The value of each grade for each criterion, the most important criterion first.
    pub(crate) fn criteria(&self, objective: Objective) -> Vec<Vec<i64>> {
        let last = self.unranked();
        let count =
            |sign: i64| move |counted: usize| (0..=last).map(|grade| sign * i64::from(grade == counted)).collect();
        match objective {
            // Without any wishes, all allocations are equally good.
            _ if last == 0 => vec![vec![0]],
            Objective::Sum => vec![self.costs()],
            Objective::Generous => (1..=last).rev().map(count(1)).collect(),
            Objective::First => (0..last).map(count(-1)).collect(),
        }
    }
}

/// Several criteria packed into few numbers. A number contains as many as fit if no sum is longer than a path through
/// `nodes` nodes and back, so that numbers compare two paths as the separate criteria would.
#[derive(Debug, Clone)]
pub(crate) struct Packed {
    /// For each number, the criteria in it and their weights.
    parts: Vec<Vec<(usize, i64)>>,
}

impl Packed {
    pub(crate) fn new(criteria: &[Vec<i64>], nodes: usize) -> Self {
        let mut parts: Vec<Vec<(usize, i64)>> = Vec::new();
        // The largest possible total of the last number so far.
        let mut reach = i64::MAX;
        for (criterion, values) in criteria.iter().enumerate() {
            let largest = values.iter().map(|value| value.abs()).max().unwrap_or(0).max(1);
            // Twice for the difference of two values, twice for the difference of two paths.
            let longest = i64::try_from(4 * (nodes + 2)).unwrap_or(i64::MAX).saturating_mul(largest);
            match parts.last_mut() {
                Some(part) if reach.saturating_mul(longest) < i64::MAX / 16 => {
                    for (_, weight) in part.iter_mut() {
                        *weight *= 2 * longest;
                    }
                    part.push((criterion, 1));
                    reach = reach * 2 * longest + longest;
                }
                _ => {
                    parts.push(vec![(criterion, 1)]);
                    reach = longest;
                }
            }
        }
        Self { parts }
    }

    /// The count of numbers.
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }

    /// The packed cost, where `value` gives the value of each criterion.
    pub(crate) fn cost<const L: usize>(&self, value: impl Fn(usize) -> i64) -> Lex<L> {
        let mut cost = Lex::ZERO;
        for (number, part) in cost.0.iter_mut().zip(&self.parts) {
            *number = part.iter().map(|(criterion, weight)| weight * value(*criterion)).sum();
        }
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generous_looks_at_the_worst_first_and_first_at_the_best() {
        let grades = Grades::new([2, 1, 5, 1].into_iter());
        assert_eq!(grades.costs(), [0, 1, 4, 10]);
        assert_eq!(grades.of(5), 2);
        assert_eq!(grades.criteria(Objective::Generous), [[0, 0, 0, 1], [0, 0, 1, 0], [0, 1, 0, 0]]);
        assert_eq!(grades.criteria(Objective::First), [[-1, 0, 0, 0], [0, -1, 0, 0], [0, 0, -1, 0]]);
        assert_eq!(Grades::new(std::iter::empty()).criteria(Objective::Sum), [[0]]);
    }

    #[test]
    fn packed_criteria_compare_as_one_by_one() {
        let criteria: Vec<Vec<i64>> = (0..30).map(|_| vec![0, 1]).collect();
        let packed = Packed::new(&criteria, 400);
        assert!(packed.len() < 30);
        let better: Lex<8> = packed.cost(|criterion| i64::from(criterion == 3));
        let worse: Lex<8> = packed.cost(|criterion| i64::from(criterion > 3) * 800);
        assert!(better > worse && better > Lex::ZERO);
    }

    #[test]
    fn all_ranks_that_can_be_given_fit_into_the_numbers_that_there_are() {
        let grades = Grades::new(1..=crate::LARGEST_RANK);
        for objective in [Objective::Generous, Objective::First] {
            let parts = Packed::new(&grades.criteria(objective), 100_000).len();
            assert!(parts > 64 && parts <= crate::lexicographic::MOST, "{parts} parts");
        }
    }
}
