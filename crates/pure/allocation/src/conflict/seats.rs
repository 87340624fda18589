//! Decides whether one round can be filled. It counts people of the same kind instead of seating each, so that
//! thousands of checks take seconds.

use std::collections::{BTreeMap, HashMap};

use super::Rule;
use super::flow::Flow;
use super::narrow::Set;
use crate::problem::{Problem, Slot};
use crate::round::quotas;

/// One round, without groups and wishes.
pub(super) struct Seats<'p> {
    problem: &'p Problem,
    rules: &'p [Rule],
    round: usize,
    /// The session of each quota.
    quotas: Vec<usize>,
    /// For each class of people, their quota in each session.
    quota_of: Vec<Vec<usize>>,
    classes: HashMap<&'p str, usize>,
    /// A crowd is all people of one class without own rules, or one person with rules: class and number of people.
    crowds: Vec<(usize, i64)>,
    /// The crowd of each person with own rules.
    crowd_of: HashMap<usize, usize>,
}

/// The number of people of a class with the same allowed sessions.
type Crowds<'m> = BTreeMap<(usize, &'m [bool]), i64>;

/// The least and the most people of a session or quota.
#[derive(Clone, Copy)]
struct Between(i64, i64);

impl<'p> Seats<'p> {
    pub(super) fn new(problem: &'p Problem, rules: &'p [Rule], round: usize) -> Self {
        let (quotas, quota_of, classes) = quotas(&problem.rounds[round]);
        let class = |person: usize| classes.get(problem.people[person].sector.as_str()).copied().unwrap_or(0);
        let mut crowds: Vec<(usize, i64)> = (0..quota_of.len()).map(|class| (class, 0)).collect();
        let mut crowd_of = HashMap::new();
        for rule in rules {
            if let Rule::Fixed(person, at) | Rule::Forbidden(person, at) = rule
                && at.round == round
            {
                crowd_of.entry(*person).or_insert_with(|| {
                    crowds.push((class(*person), 1));
                    crowds.len() - 1
                });
            }
        }
        for person in (0..problem.people.len()).filter(|person| !crowd_of.contains_key(person)) {
            crowds[class(person)].1 += 1;
        }
        let quotas = quotas.iter().map(|quota| quota.session).collect();
        Self { problem, rules, round, quotas, quota_of, classes, crowds, crowd_of }
    }

    /// The rules of this round, without groups.
    pub(super) fn its_rules(&self) -> Vec<usize> {
        let is_here = |rule: &usize| self.rules[*rule].slot().is_some_and(|slot| slot.round == self.round);
        (0..self.rules.len()).filter(is_here).collect()
    }

    /// The approximate number of steps of one check.
    pub(super) fn effort(&self) -> usize {
        self.crowds.len() * self.problem.rounds[self.round].len() + self.quotas.len() + 1
    }

    /// True if everybody can have a session while these rules are kept.
    pub(super) fn can_keep(&self, kept: &Set) -> bool {
        let people = i64::try_from(self.problem.people.len()).unwrap_or(i64::MAX);
        let offered = &self.problem.rounds[self.round];
        let mut sessions = vec![Between(0, people); offered.len()];
        let mut quotas = vec![Between(0, people); self.quotas.len()];
        let mut may = vec![vec![true; offered.len()]; self.crowds.len()];
        for rule in kept.iter().map(|rule| &self.rules[*rule]) {
            let Some(Slot { session, .. }) = rule.slot().filter(|slot| slot.round == self.round) else { continue };
            let quota = |sector: &str| self.quota_of[self.classes[sector]][session];
            let bound = |sector: &str| offered[session].sectors.iter().find(|bound| bound.sector == sector);
            match rule {
                Rule::Capacity(_) => sessions[session].1 = i64::from(offered[session].capacity),
                Rule::Minimum(_) => sessions[session].0 = i64::from(offered[session].minimum),
                Rule::SectorMaximum(_, sector) => {
                    quotas[quota(sector)].1 = bound(sector).and_then(|it| it.maximum).map_or(people, i64::from);
                }
                Rule::SectorMinimum(_, sector) => {
                    quotas[quota(sector)].0 = bound(sector).map_or(0, |it| i64::from(it.minimum));
                }
                Rule::Fixed(person, _) => {
                    let may = &mut may[self.crowd_of[person]];
                    may.iter_mut().enumerate().for_each(|(other, may)| *may &= other == session);
                }
                Rule::Forbidden(person, _) => may[self.crowd_of[person]][session] = false,
                Rule::Group(_) | Rule::ThemeOnce => {}
            }
        }
        // People with the same allowed sessions count as one crowd.
        let mut crowds = Crowds::new();
        for ((class, number), may) in self.crowds.iter().zip(&may) {
            *crowds.entry((*class, may)).or_default() += number;
        }
        self.fits(&sessions, &quotas, &crowds, people)
    }

    /// Sends people through quotas and sessions as a flow. The minimum of a quota or session is sent separately and
    /// must arrive in full.
    fn fits(&self, sessions: &[Between], quotas: &[Between], crowds: &Crowds<'_>, people: i64) -> bool {
        if sessions.iter().chain(quotas).any(|Between(least, most)| least > most) {
            return false;
        }
        let (first_quota, first_session) = (crowds.len(), crowds.len() + quotas.len());
        let all = first_session + sessions.len();
        let (start, end) = (all + 1, all + 2);
        let mut flow = Flow::new(all + 3);
        // The supply of each node; negative for a demand.
        let mut begin = vec![0; all + 1];
        begin[all] = -people;
        for (crowd, ((class, may), number)) in crowds.iter().enumerate() {
            begin[crowd] = *number;
            for (quota, _) in self.quota_of[*class].iter().zip(*may).filter(|(_, may)| **may) {
                flow.pipe(crowd, first_quota + quota, *number);
            }
        }
        let to_session = quotas.iter().zip(&self.quotas).enumerate();
        let to_session =
            to_session.map(|(quota, (between, session))| (first_quota + quota, first_session + session, between));
        let to_all = sessions.iter().enumerate().map(|(session, between)| (first_session + session, all, between));
        for (from, to, Between(least, most)) in to_session.chain(to_all) {
            flow.pipe(from, to, most - least);
            begin[from] -= least;
            begin[to] += least;
        }
        let mut needed = 0;
        for (node, begin) in begin.into_iter().enumerate() {
            if begin > 0 {
                flow.pipe(start, node, begin);
                needed += begin;
            } else {
                flow.pipe(node, end, -begin);
            }
        }
        flow.send(start, end) == needed
    }
}
