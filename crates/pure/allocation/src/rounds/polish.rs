//! Local search: improves a whole allocation one round at a time. Each round is seated again, exactly, while the
//! others stay as they are.

use super::groups::make_room;
use super::model::{Model, Schedule};
use super::prices::Prices;
use crate::case::Criteria;
use crate::criteria::Packed;
use crate::exchange::{Offers, Stuck, seat};
use crate::lexicographic::{Lex, in_parts};
use crate::round::Round;

/// The most passes over all rounds; more have never been needed.
const TURNS: usize = 30;

/// Compares allocations by the criteria, then by evenness: the sum of the squares of the costs of
/// everybody's rounds, so that a person with a bad session in one round comes first in the next.
pub(super) struct Polish<'m, 'c, 'p> {
    model: &'m Model<'c, 'p>,
    packed: Packed,
    /// The cost of each code, as the sum of ranks counts it.
    costs: Vec<i64>,
}

impl<'m, 'c, 'p> Polish<'m, 'c, 'p> {
    pub(super) fn new(model: &'m Model<'c, 'p>, criteria: &Criteria) -> Self {
        let costs: Vec<i64> = model.case.grades.costs().into_iter().cycle().take(model.values[0].len()).collect();
        let most = costs.iter().max().copied().unwrap_or(0);
        let owed = model.case.problem.people.iter().map(|person| i64::from(person.owed)).max().unwrap_or(0);
        let total = owed + most * i64::try_from(model.rounds()).unwrap_or(1);
        let nodes = model.case.rounds.iter().map(Round::nodes);
        let mut values: Vec<Vec<i64>> = criteria.values[..criteria.proven()].to_vec();
        values.push(vec![total * total]);
        Self { model, packed: Packed::new(&values, nodes.max().unwrap_or(0)), costs }
    }

    /// Seats round after round until nothing gets better. The input may exceed the bounds of the
    /// sessions: groups without room look for another session at these prices. `None` if no way to keep the
    /// bounds was found.
    pub(super) fn polish(&self, schedules: &mut [Schedule], prices: &Prices) -> Option<()> {
        make_room(self.model, prices, schedules);
        let mut settled = 0;
        for round in (0..self.model.rounds()).cycle().take(TURNS * self.model.rounds()) {
            let (seats, has_changed) = self.seats(schedules, round).ok()?;
            for (unit, people) in self.model.units.iter().enumerate() {
                schedules[unit][round] = seats[people[0]];
            }
            settled = if has_changed { 1 } else { settled + 1 };
            if settled > self.model.rounds() {
                break;
            }
        }
        Some(())
    }

    /// The approximate number of steps of one run.
    pub(super) fn effort(&self) -> usize {
        let sessions: usize = (0..self.model.rounds()).map(|round| self.model.sessions(round)).sum();
        800 * self.model.case.order.len() * sessions
    }

    /// The best seats of one round, and true if their cost differs from before.
    fn seats(&self, schedules: &[Schedule], round: usize) -> Result<(Vec<usize>, bool), Stuck> {
        in_parts!(self.packed.len(), PARTS => self.seat::<PARTS>(schedules, round))
    }

    fn seat<const L: usize>(&self, schedules: &[Schedule], round: usize) -> Result<(Vec<usize>, bool), Stuck> {
        let mut unit_of = vec![0; self.model.case.order.len()];
        for (unit, people) in self.model.units.iter().enumerate() {
            for person in people {
                unit_of[*person] = unit;
            }
        }
        let offers = Offers::<L>::new((0..unit_of.len()).map(|person| {
            let unit = unit_of[person];
            let listed: Vec<(usize, Lex<L>)> =
                self.listed(person, &schedules[unit], round, self.model.units[unit].len() > 1);
            (listed.into_iter(), None)
        }));
        let seats = seat(&self.model.case.rounds[round], &offers)?.sessions;
        let sum = |session: &dyn Fn(usize) -> usize| {
            (0..unit_of.len()).fold(Lex::<L>::ZERO, |sum, person| sum + offers.cost(person, session(person)))
        };
        let before = sum(&|person| schedules[unit_of[person]][round]);
        let after = sum(&|person| seats[person]);
        Ok((seats, before != after))
    }

    /// The sessions that a person can take in a round while their other rounds stay: only their own if they are in a
    /// group, because the others would have to move too.
    fn listed<const L: usize>(
        &self,
        person: usize,
        schedule: &[usize],
        round: usize,
        has_others: bool,
    ) -> Vec<(usize, Lex<L>)> {
        let themes = &self.model.themes;
        let other_rounds = || schedule.iter().enumerate().filter(move |(other, _)| *other != round);
        let is_taken = |theme: usize| other_rounds().any(|(other, session)| themes[other][*session] == theme);
        let owed = i64::from(self.model.case.problem.people[self.model.case.order[person]].owed);
        let cost_of = |(other, session): (usize, &usize)| Some(self.costs[self.model.code(other, person, *session)?]);
        let so_far: i64 = owed + other_rounds().filter_map(cost_of).sum::<i64>();
        let even = self.model.values.len();
        let offer = |session: usize| {
            let code = self.model.code(round, person, session)?;
            let total = so_far + self.costs[code];
            let value =
                |criterion: usize| if criterion == even { total * total } else { self.model.values[criterion][code] };
            Some((session, self.packed.cost::<L>(value)))
        };
        let sessions = 0..self.model.sessions(round);
        if has_others {
            return sessions.filter(|session| *session == schedule[round]).filter_map(offer).collect();
        }
        sessions.filter(|session| !is_taken(themes[round][*session])).filter_map(offer).collect()
    }
}
