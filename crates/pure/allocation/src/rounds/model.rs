//! Several rounds as one model: a schedule for each unit, within rows that bound shared resources.

use crate::case::{Case, Criteria};
use crate::round::Bounds;

/// The unit of prices and costs: integers keep sums exact, and the same on every machine.
pub(super) const SCALE: i64 = 1 << 20;

/// One session for each round, by index.
pub(super) type Schedule = Vec<usize>;

/// The code of a session that a person cannot take.
pub(super) const BARRED: u16 = u16::MAX;

/// A shared resource: the sum of all uses must not exceed the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) of: Resource,
    pub(super) limit: i64,
}

/// The resource of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resource {
    /// People in a session: 1 for each, or −1 for a minimum.
    Session { round: usize, session: usize, sign: i64 },
    /// People in a quota, likewise.
    Quota { round: usize, quota: usize, sign: i64 },
    /// A criterion, by index.
    Criterion(usize),
}

/// The model of a case.
pub(super) struct Model<'c, 'p> {
    pub(super) case: &'c Case<'p>,
    /// People who keep together; each person is in exactly one unit.
    pub(super) units: Vec<Vec<usize>>,
    /// For each round, person and session, the code of its value; see [`Self::code`].
    codes: Vec<Vec<u16>>,
    /// For each criterion and code, its value.
    pub(super) values: Vec<Vec<i64>>,
    /// For each round and session, its theme, numbered from 0.
    pub(super) themes: Vec<Vec<usize>>,
    /// The number of themes.
    pub(super) theme_count: usize,
    /// For each round and theme, its session; any, if there is none.
    pub(super) session_of: Vec<Vec<usize>>,
    pub(super) rows: Vec<Row>,
    /// The number of rows for sessions and quotas; rows of criteria follow them.
    places: usize,
    rows_at: RowsAt,
}

impl<'c, 'p> Model<'c, 'p> {
    pub(super) fn new(case: &'c Case<'p>, criteria: &Criteria) -> Self {
        let count = case.grades.unranked() + 1;
        // Codes for people who would have to move come after those for people who would not.
        let values = (0..criteria.proven()).map(|criterion| {
            let code = |code: usize| criteria.value(criterion, code % count, code >= count, 0);
            (0..2 * count).map(code).collect()
        });
        let rows = rows(case);
        let themes = themes(case);
        let theme_count = themes.iter().flatten().max().map_or(0, |last| last + 1);
        let mut session_of = vec![vec![0; theme_count]; themes.len()];
        for (of_round, themes) in session_of.iter_mut().zip(&themes) {
            for (session, theme) in themes.iter().enumerate() {
                of_round[*theme] = session;
            }
        }
        Self {
            places: rows.len(),
            rows_at: rows_at(case, &rows),
            units: units(case),
            codes: (0..case.rounds.len()).map(|round| codes(case, round, count)).collect(),
            values: values.collect(),
            theme_count,
            session_of,
            themes,
            rows,
            case,
        }
    }

    pub(super) fn rounds(&self) -> usize {
        self.case.rounds.len()
    }

    pub(super) fn sessions(&self, round: usize) -> usize {
        self.case.rounds[round].sessions.len()
    }

    /// The index of a session's value for a person in each list of values; `None` if they cannot take it.
    pub(super) fn code(&self, round: usize, person: usize, session: usize) -> Option<usize> {
        let code = self.codes[round][person * self.sessions(round) + session];
        (code != BARRED).then_some(usize::from(code))
    }

    /// The codes of all sessions of a round for a person; [`BARRED`] where they cannot take it.
    pub(super) fn codes(&self, round: usize, person: usize) -> &[u16] {
        let sessions = self.sessions(round);
        &self.codes[round][person * sessions..(person + 1) * sessions]
    }

    /// Bars a unit from a session.
    pub(super) fn bar(&mut self, unit: usize, round: usize, session: usize) {
        let sessions = self.sessions(round);
        for person in &self.units[unit] {
            self.codes[round][person * sessions + session] = BARRED;
        }
    }

    /// Limits a criterion to this value from now on.
    pub(super) fn keep(&mut self, criterion: usize, most: i64) {
        let values = &self.values[criterion];
        if most > 0 || values.iter().any(|value| *value < 0) {
            self.rows.push(Row { of: Resource::Criterion(criterion), limit: most });
            return;
        }
        // Forbids every session with a positive value.
        for code in self.codes.iter_mut().flatten() {
            if *code != BARRED && values[usize::from(*code)] > 0 {
                *code = BARRED;
            }
        }
    }

    /// The value of a schedule for a unit by one criterion. [`None`] if a person cannot take it.
    pub(super) fn value(&self, criterion: usize, unit: usize, schedule: &[usize]) -> Option<i64> {
        let mut sum = 0;
        for person in &self.units[unit] {
            for (round, session) in schedule.iter().enumerate() {
                sum += self.values[criterion][self.code(round, *person, *session)?];
            }
        }
        Some(sum)
    }

    /// The use of each row by a unit with a schedule; rows without use are left out.
    pub(super) fn uses(&self, unit: usize, schedule: &[usize]) -> Vec<(usize, i64)> {
        let mut uses: Vec<(usize, i64)> = Vec::new();
        self.each_use(unit, schedule, |row, amount| add_to(&mut uses, row, amount));
        uses.retain(|(_, amount)| *amount != 0);
        uses
    }

    /// The use of each row by a unit in a session, without rows of criteria.
    pub(super) fn uses_there(&self, unit: usize, round: usize, session: usize) -> Vec<(usize, i64)> {
        let mut uses = Vec::new();
        for person in &self.units[unit] {
            let class = self.case.rounds[round].class[*person];
            self.rows_at[round][class][session].iter().for_each(|(row, sign)| add_to(&mut uses, *row, *sign));
        }
        uses
    }

    /// Adds a unit's use of each row to the sums.
    pub(super) fn add_uses(&self, unit: usize, schedule: &[usize], sums: &mut [i64]) {
        self.each_use(unit, schedule, |row, amount| sums[row] += amount);
    }

    fn each_use(&self, unit: usize, schedule: &[usize], mut tell: impl FnMut(usize, i64)) {
        for person in &self.units[unit] {
            for (round, session) in schedule.iter().enumerate() {
                let class = self.case.rounds[round].class[*person];
                for (row, sign) in &self.rows_at[round][class][*session] {
                    tell(*row, *sign);
                }
            }
        }
        for (row, it) in self.rows.iter().enumerate().skip(self.places) {
            if let Resource::Criterion(criterion) = it.of {
                tell(row, self.value(criterion, unit, schedule).unwrap_or(0));
            }
        }
    }
}

fn add_to(uses: &mut Vec<(usize, i64)>, row: usize, amount: i64) {
    match uses.iter_mut().find(|(known, _)| *known == row) {
        Some((_, sum)) => *sum += amount,
        None => uses.push((row, amount)),
    }
}

/// For each round, class of people and session, the rows that a person there uses, with their signs.
type RowsAt = Vec<Vec<Vec<Vec<(usize, i64)>>>>;

fn rows_at(case: &Case<'_>, rows: &[Row]) -> RowsAt {
    let there = |round: usize, class: usize, session: usize| {
        let it = &case.rounds[round];
        let quota_there = it.quota_of[class][session];
        let sign = |row: &Row| match row.of {
            Resource::Session { round: of, session: at, sign } if (of, at) == (round, session) => Some(sign),
            Resource::Quota { round: of, quota, sign } if (of, quota) == (round, quota_there) => Some(sign),
            _ => None,
        };
        rows.iter().enumerate().filter_map(|(number, row)| Some((number, sign(row)?))).collect()
    };
    let rounds = case.rounds.iter().enumerate();
    let of_round = rounds.map(|(round, it)| {
        let of_class = |class: usize| (0..it.sessions.len()).map(|session| there(round, class, session)).collect();
        (0..it.quota_of.len()).map(of_class).collect()
    });
    of_round.collect()
}

/// The groups, and a unit for each other person.
fn units(case: &Case<'_>) -> Vec<Vec<usize>> {
    let mut units: Vec<Vec<usize>> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for (number, person) in case.order.iter().enumerate() {
        match &case.problem.people[*person].group {
            Some(group) => {
                let unit = *known.entry(group.as_str()).or_insert(units.len());
                if unit == units.len() {
                    units.push(Vec::new());
                }
                units[unit].push(number);
            }
            None => units.push(vec![number]),
        }
    }
    units
}

fn codes(case: &Case<'_>, round: usize, count: usize) -> Vec<u16> {
    let it = &case.rounds[round];
    let sessions = it.sessions.len();
    let narrow = |code: usize| u16::try_from(code).unwrap_or(BARRED - 1);
    let mut codes = vec![narrow(case.grades.unranked()); case.order.len() * sessions];
    for (person, codes) in codes.chunks_mut(sessions.max(1)).enumerate() {
        for (session, grade) in it.preferences(person) {
            codes[*session] = narrow(*grade);
        }
        if let Some(before) = case.before.and_then(|before| before[case.order[person]][round]) {
            let elsewhere = codes.iter_mut().enumerate().filter(|(session, _)| *session != before);
            elsewhere.for_each(|(_, code)| *code += narrow(count));
        }
        for session in it.barred(person) {
            codes[*session] = BARRED;
        }
    }
    codes
}

fn themes(case: &Case<'_>) -> Vec<Vec<usize>> {
    let mut known: Vec<u32> = case.problem.rounds.iter().flatten().map(|session| session.theme).collect();
    known.sort_unstable();
    known.dedup();
    let number = |theme: u32| known.partition_point(|other| *other < theme);
    case.problem.rounds.iter().map(|round| round.iter().map(|session| number(session.theme)).collect()).collect()
}

/// A row for every bound.
fn rows(case: &Case<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (round, it) in case.rounds.iter().enumerate() {
        for (session, bounds) in it.sessions.iter().enumerate() {
            add(&mut rows, *bounds, |sign| Resource::Session { round, session, sign });
        }
        for (quota, it) in it.quotas.iter().enumerate() {
            add(&mut rows, it.bounds, |sign| Resource::Quota { round, quota, sign });
        }
    }
    rows
}

fn add(rows: &mut Vec<Row>, bounds: Bounds, of: impl Fn(i64) -> Resource) {
    if let Ok(limit) = i64::try_from(bounds.maximum) {
        rows.push(Row { of: of(1), limit });
    }
    if bounds.minimum > 0 {
        rows.push(Row { of: of(-1), limit: -i64::try_from(bounds.minimum).unwrap_or(i64::MAX) });
    }
}
