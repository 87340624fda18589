//! One prepared round: quotas instead of sectors, grades instead of ranks.

use std::collections::HashMap;

use crate::criteria::Grades;
use crate::problem::{Problem, Slot};

/// The least and the most people of a session or quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) minimum: usize,
    pub(crate) maximum: usize,
}

impl Bounds {
    /// No restriction.
    pub(crate) const NONE: Self = Self { minimum: 0, maximum: usize::MAX };

    /// The allowed number that is nearest to this one.
    pub(crate) fn nearest(self, count: usize) -> usize {
        count.clamp(self.minimum, self.maximum)
    }
}

/// The part of a session for people of one sector, or for all people whose sector it does not bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quota {
    pub(crate) session: usize,
    pub(crate) bounds: Bounds,
}

/// One round. People are numbered in the order of their lots.
#[derive(Debug, Clone)]
pub(crate) struct Round {
    pub(crate) sessions: Vec<Bounds>,
    pub(crate) quotas: Vec<Quota>,
    /// For each class of people, their quota in each session.
    pub(crate) quota_of: Vec<Vec<usize>>,
    /// The class of each person: people whose sectors have the same quota in every session share one.
    pub(crate) class: Vec<usize>,
    /// The wishes of each person: session and grade.
    preferences: Rows<(usize, usize)>,
    /// The sessions that each person cannot take.
    barred: Rows<usize>,
}

impl Round {
    /// The round with this number, for people in this order.
    pub(crate) fn new(problem: &Problem, number: usize, order: &[usize], grades: &Grades) -> Self {
        let sessions = &problem.rounds[number];
        let (quotas, quota_of, classes) = quotas(sessions);
        let class = |person: &usize| classes.get(problem.people[*person].sector.as_str()).copied().unwrap_or(0);
        let here = |slot: &Slot| (slot.round == number).then_some(slot.session);
        let preferences = order.iter().map(|person| {
            let preferences = &problem.people[*person].preferences;
            preferences.iter().filter_map(move |preference| Some((here(&preference.slot)?, grades.of(preference.rank))))
        });
        let barred = order.iter().map(|person| {
            let person = &problem.people[*person];
            let fixed: Vec<usize> = person.fixed.iter().filter_map(here).collect();
            let elsewhere = (0..sessions.len()).filter(move |it| fixed.iter().any(|fixed| fixed != it));
            person.forbidden.iter().filter_map(here).chain(elsewhere)
        });
        Self {
            preferences: Rows::new(preferences),
            barred: Rows::new(barred),
            class: order.iter().map(class).collect(),
            sessions: sessions
                .iter()
                .map(|it| Bounds { minimum: it.minimum as usize, maximum: it.capacity as usize })
                .collect(),
            quotas,
            quota_of,
        }
    }

    /// The most nodes of a path through the round.
    pub(crate) fn nodes(&self) -> usize {
        self.quotas.len() + self.sessions.len() + self.quota_of.len() + 1
    }

    /// The sessions that a person ranked, with their grades.
    pub(crate) fn preferences(&self, person: usize) -> &[(usize, usize)] {
        self.preferences.row(person)
    }

    /// The sessions that a person cannot take.
    pub(crate) fn barred(&self, person: usize) -> &[usize] {
        self.barred.row(person)
    }

    /// The quota of a person in a session.
    pub(crate) fn quota(&self, person: usize, session: usize) -> usize {
        self.quota_of[self.class[person]][session]
    }

    /// The grade of a session for a person.
    pub(crate) fn grade(&self, person: usize, session: usize, grades: &Grades) -> usize {
        let preference = self.preferences(person).iter().find(|(preferred, _)| *preferred == session);
        preference.map_or(grades.unranked(), |(_, grade)| *grade)
    }
}

/// The class of each sector that is bounded anywhere; everybody else has class 0.
pub(crate) type Classes<'p> = HashMap<&'p str, usize>;

/// Makes one quota for each session, and one more for each sector that it bounds.
pub(crate) fn quotas(sessions: &[crate::Session]) -> (Vec<Quota>, Vec<Vec<usize>>, Classes<'_>) {
    let mut classes = HashMap::new();
    for bound in sessions.iter().flat_map(|session| &session.sectors) {
        let next = classes.len() + 1;
        classes.entry(bound.sector.as_str()).or_insert(next);
    }
    let mut quotas: Vec<Quota> = (0..sessions.len()).map(|session| Quota { session, bounds: Bounds::NONE }).collect();
    let mut quota_of = vec![(0..sessions.len()).collect::<Vec<_>>(); classes.len() + 1];
    for (session, bounded) in sessions.iter().enumerate() {
        for bound in &bounded.sectors {
            quota_of[classes[bound.sector.as_str()]][session] = quotas.len();
            let maximum = bound.maximum.map_or(usize::MAX, |maximum| maximum as usize);
            quotas.push(Quota { session, bounds: Bounds { minimum: bound.minimum as usize, maximum } });
        }
    }
    (quotas, quota_of, classes)
}

/// Lists of different lengths, stored one behind the other.
#[derive(Debug, Clone)]
pub(crate) struct Rows<T> {
    ends: Vec<usize>,
    items: Vec<T>,
}

impl<T> Rows<T> {
    pub(crate) fn new(rows: impl Iterator<Item = impl Iterator<Item = T>>) -> Self {
        let mut all = Self { ends: vec![0], items: Vec::new() };
        for row in rows {
            all.items.extend(row);
            all.ends.push(all.items.len());
        }
        all
    }

    pub(crate) fn row(&self, number: usize) -> &[T] {
        &self.items[self.ends[number]..self.ends[number + 1]]
    }
}
