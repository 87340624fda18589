//! The costs of sessions for each person.

use crate::lexicographic::Lex;
use crate::round::Rows;

/// The sessions that each person can take, with their costs.
#[derive(Debug, Clone)]
pub(crate) struct Offers<const L: usize> {
    listed: Rows<(usize, Lex<L>)>,
    /// The cost of every session that is not listed; `None` for people who can only take listed ones.
    others: Vec<Option<Lex<L>>>,
}

impl<const L: usize> Offers<L> {
    /// Takes the listed sessions of each person with their costs, and the cost of any other. No listed session may
    /// cost more than the others.
    pub(crate) fn new<I: Iterator<Item = (usize, Lex<L>)>>(people: impl Iterator<Item = (I, Option<Lex<L>>)>) -> Self {
        let mut others = Vec::new();
        let listed = Rows::new(people.map(|(listed, other)| {
            others.push(other);
            listed
        }));
        Self { listed, others }
    }

    pub(crate) fn people(&self) -> usize {
        self.others.len()
    }

    /// The listed sessions of a person.
    pub(crate) fn listed(&self, person: usize) -> &[(usize, Lex<L>)] {
        self.listed.row(person)
    }

    /// The cost of a session that is not listed for a person.
    pub(crate) fn others(&self, person: usize) -> Option<Lex<L>> {
        self.others[person]
    }

    /// The cost of a session for a person who may take it.
    pub(crate) fn cost(&self, person: usize, session: usize) -> Lex<L> {
        let listed = self.listed(person).iter().find(|(listed, _)| *listed == session);
        listed.map_or_else(|| self.others[person].unwrap_or(Lex::INFINITE), |(_, cost)| *cost)
    }
}
