//! Problems generated from a seed: small ones for every rule, large ones for speed.

use allocation::{Objective, Person, Preference, Problem, SectorBound, Session, Slot};

/// A pseudorandom generator (xorshift64*, Vigna 2016).
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below this one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap() % end
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn number(&mut self, end: usize) -> u32 {
        u32::try_from(self.below(end)).unwrap()
    }
}

/// The properties of a small problem.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Traits {
    pub(crate) rounds: usize,
    pub(crate) groups: bool,
    pub(crate) tight: bool,
}

/// A problem that is small enough to enumerate all allocations.
pub(crate) fn small(seed: u64, traits: Traits) -> Problem {
    let mut numbers = Numbers::new(seed);
    let people = 1 + numbers.below(if traits.rounds > 1 { 4 } else { 5 });
    let sessions = traits.rounds.max(2) + numbers.below(2);
    let room = people.div_ceil(sessions) + usize::from(!traits.tight);
    let session = |numbers: &mut Numbers, theme: usize| Session {
        theme: u32::try_from(theme).unwrap(),
        capacity: u32::try_from(room).unwrap() + numbers.number(2),
        minimum: u32::from(numbers.one_in(4)),
        sectors: bounds(numbers),
    };
    let rounds: Vec<Vec<Session>> =
        (0..traits.rounds).map(|_| (0..sessions).map(|theme| session(&mut numbers, theme)).collect()).collect();
    let objective = [Objective::Sum, Objective::Generous, Objective::First][numbers.below(3)];
    let people = (0..people).map(|number| person(&mut numbers, number, &rounds, traits)).collect();
    Problem { people, rounds, objective, seed }
}

fn bounds(numbers: &mut Numbers) -> Vec<SectorBound> {
    let mut bounds = Vec::new();
    for sector in ["schule", "stadt"] {
        if numbers.one_in(6) {
            let minimum = numbers.number(2);
            let maximum = numbers.one_in(2).then(|| minimum + numbers.number(2));
            bounds.push(SectorBound { sector: sector.to_owned(), minimum, maximum });
        }
    }
    bounds
}

fn person(numbers: &mut Numbers, number: usize, rounds: &[Vec<Session>], traits: Traits) -> Person {
    let mut person = Person {
        id: format!("p{number}"),
        sector: ["schule", "stadt", ""][numbers.below(3)].to_owned(),
        group: (traits.groups && numbers.one_in(2)).then(|| format!("g{}", numbers.below(2))),
        ..Person::default()
    };
    for (round, sessions) in rounds.iter().enumerate() {
        let slot = |session: usize| Slot { round, session };
        let mut left: Vec<usize> = (0..sessions.len()).collect();
        for rank in 1..=numbers.number(sessions.len() + 1) {
            let session = left.swap_remove(numbers.below(left.len()));
            person.preferences.push(Preference { slot: slot(session), rank });
        }
        if numbers.one_in(8) {
            person.fixed.push(slot(numbers.below(sessions.len())));
        }
        if numbers.one_in(6) {
            person.forbidden.push(slot(numbers.below(sessions.len())));
        }
    }
    person
}

/// A congress: few sessions are liked by many, and a tenth of the seats stays free. Everybody gives `preferences`
/// ranks.
pub(crate) fn congress(people: usize, sessions: usize, rounds: usize, preferences: usize) -> Problem {
    let mut numbers = Numbers::new(2_018);
    let capacity = u32::try_from((people * 11).div_ceil(sessions * 10)).unwrap();
    let session = |theme| Session { theme, capacity, ..Session::default() };
    let themes = u32::try_from(sessions).unwrap();
    let person = |number: usize| {
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < preferences {
            let session = numbers.below(1_000) * numbers.below(1_000) * sessions / 1_000_000;
            if !chosen.contains(&session) {
                chosen.push(session);
            }
        }
        let preference =
            |round: usize, (rank, session): (u32, &usize)| Preference { slot: Slot { round, session: *session }, rank };
        let preferences = (0..rounds).flat_map(|round| (1..).zip(&chosen).map(move |ranked| preference(round, ranked)));
        Person { id: format!("p{number}"), preferences: preferences.collect(), ..Person::default() }
    };
    Problem {
        people: (0..people).map(person).collect(),
        rounds: vec![(0..themes).map(session).collect(); rounds],
        objective: Objective::Sum,
        seed: 7,
    }
}
