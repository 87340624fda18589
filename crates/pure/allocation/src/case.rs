//! A prepared problem: people in the order of their lots, ranks as grades.

use crate::criteria::{Grades, Packed};
use crate::exchange::Offers;
use crate::lexicographic::Lex;
use crate::lottery::lot;
use crate::outcome::{Gap, Measure};
use crate::problem::{Objective, Problem};
use crate::round::Round;

/// A prepared problem. People are numbered in the order of their lots; smaller numbers give way first.
pub(crate) struct Case<'p> {
    pub(crate) problem: &'p Problem,
    /// The index in the problem of the person with each number.
    pub(crate) order: Vec<usize>,
    pub(crate) grades: Grades,
    pub(crate) rounds: Vec<Round>,
    /// The session of each person in each round of an earlier allocation, if there is one: people should stay.
    pub(crate) before: Option<&'p [Vec<Option<usize>>]>,
}

impl<'p> Case<'p> {
    pub(crate) fn new(problem: &'p Problem, before: Option<&'p [Vec<Option<usize>>]>) -> Self {
        let mut order: Vec<usize> = (0..problem.people.len()).collect();
        let lots: Vec<u64> = problem.people.iter().map(|person| lot(problem.seed, &person.id)).collect();
        // The id decides between two equal lots, so that the order in a file never does.
        order.sort_by_key(|person| (lots[*person], &problem.people[*person].id));
        let grades =
            Grades::new(problem.people.iter().flat_map(|person| &person.preferences).map(|preference| preference.rank));
        let rounds = (0..problem.rounds.len()).map(|number| Round::new(problem, number, &order, &grades)).collect();
        Self { problem, order, grades, rounds, before }
    }

    /// Converts sessions by round and number to sessions by person and round.
    pub(crate) fn by_person(&self, rounds: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut sessions = vec![Vec::new(); self.order.len()];
        for (number, person) in self.order.iter().enumerate() {
            sessions[*person] = rounds.iter().map(|round| round[number]).collect();
        }
        sessions
    }

    /// The criteria in order: moves where people should stay, then the objective, then the amounts owed.
    pub(crate) fn criteria(&self) -> Criteria {
        let mut values = self.grades.criteria(self.problem.objective);
        let costs = self.grades.costs();
        let moves = self.before.is_some();
        if moves {
            values.insert(0, vec![0, 1]);
        }
        let most = self.problem.people.iter().map(|person| i64::from(person.owed)).max().unwrap_or(0);
        let owed = (most > 0).then(|| costs.iter().map(|cost| cost * most).collect());
        let is_owed = owed.is_some();
        values.extend(owed);
        Criteria { values, costs, moves, is_owed }
    }

    /// The gap of the first criterion that is not proven.
    pub(crate) fn gap(&self, criterion: usize, found: i64, bound: i64) -> Gap {
        let moves = usize::from(self.before.is_some());
        let objective = self.problem.objective;
        let measure = match (criterion.checked_sub(moves), objective) {
            (None, _) => Measure::Moves,
            (Some(_), Objective::Sum) => Measure::Cost,
            (Some(0), Objective::Generous) => Measure::Unranked,
            (Some(at), Objective::Generous) => Measure::Rank(self.grades.rank(self.grades.unranked() - at)),
            (Some(at), Objective::First) => Measure::Rank(self.grades.rank(at)),
        };
        // More first wishes are better: they are counted as negative numbers, and reported as positive ones. No other
        // criterion is negative.
        let bound = if objective.wants_more() { bound } else { bound.max(0) };
        Gap { measure, found: found.unsigned_abs(), bound: bound.unsigned_abs() }
    }

    /// The cost of every session of a round for every person.
    pub(crate) fn offers<const L: usize>(&self, number: usize, criteria: &Criteria, packed: &Packed) -> Offers<L> {
        let round = &self.rounds[number];
        let sessions = round.sessions.len();
        Offers::new((0..self.order.len()).map(|person| {
            let input = self.order[person];
            let owed = i64::from(self.problem.people[input].owed);
            let stayed = self.before.and_then(|before| before[input][number]);
            let cost = |session: Option<usize>, grade: usize| {
                let has_moved = stayed.is_some_and(|stayed| session != Some(stayed));
                packed.cost::<L>(|criterion| criteria.value(criterion, grade, has_moved, owed))
            };
            let barred = round.barred(person);
            let preferences = round.preferences(person);
            let unranked = self.grades.unranked();
            let one_by_one = !barred.is_empty();
            let may = move |session: &usize| !barred.contains(session);
            let all = (0..if one_by_one { sessions } else { 0 }).filter(may);
            let all: Vec<_> = all.map(|it| (it, cost(Some(it), round.grade(person, it, &self.grades)))).collect();
            let ranked = preferences.iter().filter(|_| !one_by_one).map(|(it, grade)| (*it, cost(Some(*it), *grade)));
            let stay = stayed.filter(|it| !one_by_one && !preferences.iter().any(|(preferred, _)| preferred == it));
            let stay = stay.map(|it| (it, cost(Some(it), unranked)));
            let listed: Vec<(usize, Lex<L>)> = all.into_iter().chain(ranked).chain(stay).collect();
            (listed.into_iter(), (!one_by_one).then(|| cost(None, unranked)))
        }))
    }
}

/// The criteria, in the order of their importance.
#[derive(Debug)]
pub(crate) struct Criteria {
    pub(crate) values: Vec<Vec<i64>>,
    costs: Vec<i64>,
    moves: bool,
    is_owed: bool,
}

impl Criteria {
    /// The number of criteria of the organiser's objective; the amounts owed only decide between equals.
    pub(crate) fn proven(&self) -> usize {
        self.values.len() - usize::from(self.is_owed)
    }

    /// The value of a criterion for a person with this grade, move and amount owed.
    pub(crate) fn value(&self, criterion: usize, grade: usize, has_moved: bool, owed: i64) -> i64 {
        if self.moves && criterion == 0 {
            i64::from(has_moved)
        } else if self.is_owed && criterion + 1 == self.values.len() {
            owed * self.costs[grade]
        } else {
            self.values[criterion][grade]
        }
    }
}
