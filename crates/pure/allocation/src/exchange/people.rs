//! What each person would lose where.

use crate::lexicographic::Lex;
use crate::round::Rows;

/// The sessions that people can take, with what each costs them.
#[derive(Debug, Clone)]
pub(crate) struct Offers<const L: usize> {
    listed: Rows<(usize, Lex<L>)>,
    /// The cost of every session that is not listed; `None` where only listed ones will do.
    others: Vec<Option<Lex<L>>>,
}

impl<const L: usize> Offers<L> {
    /// Offers for each person: listed sessions with costs, and the cost of any other.
    ///
    /// No listed session costs more than the others do.
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

    /// The sessions that are listed for a person.
    pub(crate) fn listed(&self, person: usize) -> &[(usize, Lex<L>)] {
        self.listed.row(person)
    }

    /// What any session costs a person that is not listed.
    pub(crate) fn others(&self, person: usize) -> Option<Lex<L>> {
        self.others[person]
    }

    /// What a session costs a person who may take it.
    pub(crate) fn cost(&self, person: usize, session: usize) -> Lex<L> {
        let listed = self.listed(person).iter().find(|(listed, _)| *listed == session);
        listed.map_or_else(|| self.others[person].unwrap_or(Lex::INFINITE), |(_, cost)| *cost)
    }
}
