//! The files of an allocation.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use allocation::{Allocation, LARGEST_RANK, Person, Preference, Problem, SectorBound, Session, Slot};
use anyhow::Context as _;

use super::table::Table;
use super::{AllocateArgs, Refusal, harmless};

/// The parsed files.
pub(super) struct Input {
    pub(super) problem: Problem,
    /// The number of each round in the files.
    pub(super) rounds: Vec<u32>,
    /// The earlier allocation, if there is one.
    pub(super) before: Option<Vec<Vec<Option<usize>>>>,
    /// Round and session in the files, with the slot of the problem; sorted.
    places: Vec<((u32, u32), Slot)>,
    people: HashMap<String, usize>,
}

/// Reads all files.
pub(super) fn read(args: &AllocateArgs) -> anyhow::Result<Input> {
    let mut input = read_sessions(&args.sessions)?;
    if let Some(path) = &args.sectors {
        input.read_sectors(path)?;
    }
    if let Some(path) = &args.people {
        input.read_people(path)?;
    }
    input.read_preferences(&args.preferences, args.people.is_some())?;
    if let Some(path) = &args.before {
        input.read_before(path)?;
    }
    Ok(input)
}

fn read_sessions(path: &Path) -> anyhow::Result<Input> {
    let mut table = Table::open(path, &["round", "session", "capacity", "min"], 3)?;
    let mut lines: Vec<(u32, Session)> = Vec::new();
    let mut seen = HashSet::new();
    while table.next()? {
        let (round, theme) = (table.number(0, "round")?, table.number(1, "session")?);
        let capacity = table.number(2, "capacity")?;
        let minimum = table.number_or_none(3, "min")?.unwrap_or(0);
        if !seen.insert((round, theme)) {
            return Err(table.refuse(format!("session {theme} is there twice in round {round}")).into());
        }
        lines.push((round, Session { theme, capacity, minimum, sectors: Vec::new() }));
    }
    if lines.is_empty() {
        return Err(table.refuse("there is no session".to_owned()).into());
    }
    let mut rounds: Vec<u32> = lines.iter().map(|(round, _)| *round).collect();
    rounds.sort_unstable();
    rounds.dedup();
    let mut problem = Problem { rounds: vec![Vec::new(); rounds.len()], ..Problem::default() };
    let mut places = Vec::with_capacity(lines.len());
    for (number, session) in lines {
        let round = rounds.partition_point(|other| *other < number);
        places.push(((number, session.theme), Slot { round, session: problem.rounds[round].len() }));
        problem.rounds[round].push(session);
    }
    places.sort_unstable_by_key(|(name, _)| *name);
    Ok(Input { problem, rounds, before: None, places, people: HashMap::new() })
}

impl Input {
    fn read_sectors(&mut self, path: &Path) -> anyhow::Result<()> {
        let mut table = Table::open(path, &["round", "session", "sector", "min", "max"], 3)?;
        while table.next()? {
            let place = self.place(&table, table.number(0, "round")?, table.number(1, "session")?)?;
            let sector = table.text(2).to_owned();
            let bounds = &mut self.problem.rounds[place.round][place.session].sectors;
            if bounds.iter().any(|bound| bound.sector == sector) {
                return Err(table.refuse(format!("the sector `{sector}` is bounded twice here")).into());
            }
            let minimum = table.number_or_none(3, "min")?.unwrap_or(0);
            bounds.push(SectorBound { sector, minimum, maximum: table.number_or_none(4, "max")? });
        }
        Ok(())
    }

    fn read_people(&mut self, path: &Path) -> anyhow::Result<()> {
        let mut table = Table::open(path, &["person", "sector", "group", "fixed", "forbidden"], 2)?;
        while table.next()? {
            let id = table.text(0).to_owned();
            if id.is_empty() {
                return Err(table.refuse("the person is missing".to_owned()).into());
            }
            let (fixed, forbidden) = (self.listed(&table, 3)?, self.listed(&table, 4)?);
            // Unquoted, the second of two fixed slots would slip into the next column and be forbidden
            // instead.
            if table.is_divided_by_semicolons() && fixed.len() == 1 && !forbidden.is_empty() {
                let reason = "`fixed` and `forbidden` are both filled, in a table that semicolons divide: put several fixed \
                     places into quotation marks; if one is fixed and others are forbidden, save the table divided by commas";
                return Err(table.refuse(reason.to_owned()).into());
            }
            let group = Some(table.text(2)).filter(|group| !group.is_empty()).map(ToOwned::to_owned);
            let person = Person {
                id: id.clone(),
                sector: table.text(1).to_owned(),
                group,
                fixed,
                forbidden,
                ..Person::default()
            };
            match self.people.entry(id) {
                Entry::Occupied(twice) => {
                    return Err(table.refuse(format!("`{}` is there twice", twice.key())).into());
                }
                Entry::Vacant(new) => new.insert(self.problem.people.len()),
            };
            self.problem.people.push(person);
        }
        Ok(())
    }

    /// Slots that are written as `round:session`, or as `session` for all rounds that have it.
    fn listed(&self, table: &Table, column: usize) -> Result<Vec<Slot>, Refusal> {
        let mut listed = Vec::new();
        let number = |text: &str| {
            let wrong = || table.refuse(format!("`{text}` is no place: write round:session, several divided by ;"));
            text.trim().parse::<u32>().map_err(|_| wrong())
        };
        for item in table.text(column).split([';', ' ', '|']).filter(|item| !item.is_empty()) {
            if let Some((round, session)) = item.split_once(':') {
                listed.push(self.place(table, number(round)?, number(session)?)?);
                continue;
            }
            let session = number(item)?;
            let before = listed.len();
            listed.extend(self.rounds.iter().filter_map(|round| self.find(*round, session)));
            if listed.len() == before {
                return Err(table.refuse(format!("there is no session {session} in any round")));
            }
        }
        Ok(listed)
    }

    fn read_preferences(&mut self, path: &Path, are_all_known: bool) -> anyhow::Result<()> {
        let mut table = Table::open(path, &["person", "round", "rank", "session"], 4)?;
        let mut last = usize::MAX;
        while table.next()? {
            let id = table.text(0);
            // The lines of one person are neighbours in most files.
            if self.problem.people.get(last).is_none_or(|person| person.id != id) {
                last = self.person(&table, are_all_known)?;
            }
            let place = self.place(&table, table.number(1, "round")?, table.number(3, "session")?)?;
            let rank = table.number(2, "rank")?;
            if rank == 0 {
                return Err(table.refuse("the first wish has the rank 1, not 0".to_owned()).into());
            }
            if rank > LARGEST_RANK {
                return Err(table.refuse(format!("the rank {rank} is above {LARGEST_RANK}")).into());
            }
            let preferences = &mut self.problem.people[last].preferences;
            if preferences.iter().any(|preference| preference.slot == place) {
                return Err(table.refuse("this person ranks this session twice".to_owned()).into());
            }
            preferences.push(Preference { slot: place, rank });
        }
        Ok(())
    }

    fn read_before(&mut self, path: &Path) -> anyhow::Result<()> {
        let mut table = Table::open(path, &["person", "round", "session"], 3)?;
        let mut before = vec![vec![None; self.rounds.len()]; self.problem.people.len()];
        while table.next()? {
            // People who have cancelled are missing now, and a session may be gone.
            let Some(person) = self.people.get(harmless::read(table.text(0))) else { continue };
            if let Some(place) = self.find(table.number(1, "round")?, table.number(2, "session")?) {
                before[*person][place.round] = Some(place.session);
            }
        }
        self.before = Some(before);
        Ok(())
    }

    /// The index in the problem of the person in the first column.
    fn person(&mut self, table: &Table, are_all_known: bool) -> Result<usize, Refusal> {
        let id = table.text(0);
        match self.people.get(id) {
            Some(person) => Ok(*person),
            None if id.is_empty() => Err(table.refuse("the person is missing".to_owned())),
            None if are_all_known => Err(table.refuse(format!("`{id}` is not in the file of people"))),
            None => {
                self.people.insert(id.to_owned(), self.problem.people.len());
                self.problem.people.push(Person { id: id.to_owned(), ..Person::default() });
                Ok(self.problem.people.len() - 1)
            }
        }
    }

    fn place(&self, table: &Table, round: u32, session: u32) -> Result<Slot, Refusal> {
        let place = self.find(round, session);
        place.ok_or_else(|| table.refuse(format!("there is no session {session} in round {round}")))
    }

    fn find(&self, round: u32, session: u32) -> Option<Slot> {
        let at = self.places.binary_search_by_key(&(round, session), |(name, _)| *name);
        at.ok().map(|at| self.places[at].1)
    }

    /// The number of a session in the files.
    pub(super) fn theme(&self, place: Slot) -> u32 {
        self.problem.rounds[place.round][place.session].theme
    }
}

/// Writes an allocation, person by person and round by round. An earlier file stays until the new one is
/// complete.
pub(super) fn write(path: &Path, input: &Input, allocation: &Allocation) -> anyhow::Result<()> {
    let about = || format!("cannot write {}", path.display());
    keep(path, &table(input, allocation).with_context(about)?).with_context(about)
}

fn table(input: &Input, allocation: &Allocation) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["person", "round", "session", "rank"])?;
    for (number, person) in input.problem.people.iter().enumerate() {
        for (round, session) in allocation.sessions[number].iter().enumerate() {
            let theme = input.theme(Slot { round, session: *session }).to_string();
            let rank = allocation.rank(&input.problem, number, round).unwrap_or(0).to_string();
            let round = input.rounds[round].to_string();
            writer.write_record([harmless::written(&person.id).as_ref(), &round, &theme, &rank])?;
        }
    }
    Ok(writer.into_inner()?)
}

fn keep(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A pipe or a terminal cannot be replaced, only written to.
    if std::fs::symlink_metadata(path).is_ok_and(|it| !it.is_file()) {
        return std::fs::write(path, bytes);
    }
    services::write_whole(path, bytes)
}
