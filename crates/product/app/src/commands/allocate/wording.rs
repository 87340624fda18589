//! The texts for the person at the terminal.

use std::fmt::Write as _;
use std::time::Duration;

use allocation::{Allocation, Conflict, Gap, Measure, Narrowed, Objective, Problem, Progress, Proof, Rule, Slot};

use super::files::Input;

/// Most names in a sentence.
const NAMES: usize = 5;

/// The report on an allocation.
pub(super) fn found(problem: &Problem, allocation: &Allocation, moves: Option<usize>, time: Duration) -> String {
    let mut text = format!("total cost  {}\n", allocation.cost);
    let _ = writeln!(text, "{}", bound(problem.objective, allocation, moves.is_some()));
    let proof = match &allocation.proof {
        Proof::Optimal if moves.is_some() => "no allocation has fewer moves, or as few and is better".to_owned(),
        Proof::Optimal => "no allocation is better".to_owned(),
        Proof::Gap(gap) => format!("not complete: {}", gap_in_words(gap)),
    };
    let _ = writeln!(text, "proof       {proof}");
    if let Some(moves) = moves {
        let _ = writeln!(text, "moves       {moves}");
    }
    let places: u64 = allocation.profile.ranked.iter().sum::<u64>() + allocation.profile.unranked;
    let mut rows: Vec<(String, u64)> = (1..).map(ordinal).zip(allocation.profile.ranked.iter().copied()).collect();
    rows.push(("not ranked".to_owned(), allocation.profile.unranked));
    let mut name = "profile";
    for (preference, count) in rows.into_iter().filter(|(_, count)| *count > 0) {
        #[expect(clippy::cast_precision_loss, reason = "a share for people")]
        let share = 100.0 * count as f64 / places as f64;
        let _ = writeln!(text, "{name:<12}{preference:<12}{count:>8} {share:>5.1} %");
        name = "";
    }
    let _ = write!(text, "people      {}\nseconds     {:.2}", problem.people.len(), time.as_secs_f64());
    text
}

/// The proven bound; after an earlier allocation, moves count first.
fn bound(objective: Objective, allocation: &Allocation, has_moves: bool) -> String {
    match &allocation.proof {
        Proof::Optimal if has_moves => "bound       the moves, then the profile below".to_owned(),
        Proof::Optimal if objective == Objective::Sum => format!("lower bound {}", allocation.cost),
        Proof::Optimal => "bound       the profile below".to_owned(),
        Proof::Gap(Gap { measure: Measure::Cost, bound, .. }) => format!("lower bound {bound}"),
        Proof::Gap(gap) => {
            let wants_more = objective.wants_more() && matches!(gap.measure, Measure::Rank(_));
            let most = if wants_more { "at most" } else { "at least" };
            format!("bound       {most} {} {}", gap.bound, measured(gap.measure))
        }
    }
}

/// The unit of a gap.
fn measured(measure: Measure) -> String {
    match measure {
        Measure::Cost => "in all".to_owned(),
        Measure::Unranked => "places that were not ranked".to_owned(),
        Measure::Rank(rank) => format!("places that are a {}", ordinal(rank)),
        Measure::Moves => "places that change".to_owned(),
    }
}

fn ordinal(rank: u32) -> String {
    let ending = match (rank % 100, rank % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{rank}{ending} wish")
}

fn gap_in_words(gap: &Gap) -> String {
    match gap.measure {
        Measure::Cost => format!("a better one may exist, by {:.2} % at most", 100.0 * gap.share()),
        measure => format!("a better one may exist; this one has {} {}", gap.found, measured(measure)),
    }
}

/// A line about a long run.
pub(super) fn progress(progress: &Progress, time: Duration) -> String {
    // Measures to be maximized are counted below zero.
    let found = progress.found.map(i64::unsigned_abs);
    let found = found.map_or("nothing found yet".to_owned(), |found| format!("best so far {found}"));
    let bound = progress.bound.map(i64::unsigned_abs).map_or(String::new(), |bound| format!(", bound {bound}"));
    let (step, steps) = (progress.criterion + 1, progress.criteria);
    format!("{:>4} s  criterion {step} of {steps}: {found}{bound}", time.as_secs())
}

/// Number of people whose sessions differ from the earlier allocation.
pub(super) fn moves(before: &[Vec<Option<usize>>], allocation: &Allocation) -> usize {
    let rows = before.iter().zip(&allocation.sessions);
    rows.filter(|(before, now)| before.iter().zip(*now).any(|(before, now)| before.is_some_and(|it| it != *now)))
        .count()
}

/// The rules that contradict each other.
pub(super) fn conflict(input: &Input, conflict: &Conflict) -> String {
    let people = input.problem.people.len();
    let mut text = format!("no allocation is possible: {people} people each need one session in every round, but\n");
    let (places, others): (Vec<&Rule>, Vec<&Rule>) =
        conflict.rules.iter().partition(|rule| !matches!(rule, Rule::Fixed(..) | Rule::Forbidden(..)));
    let lines: Vec<String> = capacities(input, &places).into_iter().chain(of_people(input, &others)).collect();
    for line in &lines {
        let _ = writeln!(text, "  - {line}");
    }
    text.push_str(match (lines.len(), conflict.narrowed) {
        (1, _) => "Change this, and the other rules can be kept.",
        (_, Narrowed::Fewest) => "Give up any one of these; no fewer rules contradict each other.",
        (_, Narrowed::NoneSpare) => "Give up any one of these.",
        (_, Narrowed::Started) => "Some of these contradict each other; there are too many rules to tell which.",
    });
    text
}

/// Rules of sessions, one line each, for groups and themes; the slots of a whole round are added up.
fn capacities(input: &Input, rules: &[&Rule]) -> Vec<String> {
    let mut lines = Vec::new();
    for (round, sessions) in input.problem.rounds.iter().enumerate() {
        let full = |rule: &&&Rule| matches!(rule, Rule::Capacity(place) if place.round == round);
        let full: Vec<&&Rule> = rules.iter().filter(full).collect();
        let is_whole = full.len() == sessions.len() && full.len() > 1;
        if is_whole {
            let places: u64 = sessions.iter().map(|session| u64::from(session.capacity)).sum();
            let missing = (input.problem.people.len() as u64).saturating_sub(places);
            let more = if missing > 0 { format!("; {missing} more needed, in any of them") } else { String::new() };
            lines.push(format!("all sessions of round {} together have {places} places{more}", input.rounds[round]));
        }
        let here = rules.iter().filter(|rule| rule.slot().is_some_and(|place| place.round == round));
        let here = here.filter(|rule| !(is_whole && matches!(rule, Rule::Capacity(_))));
        lines.extend(here.map(|rule| in_words(input, rule)));
    }
    lines.extend(groups(rules));
    lines.extend(rules.contains(&&Rule::ThemeOnce).then(|| "nobody gets the same session in two rounds".to_owned()));
    lines
}

/// Groups that keep together, in one line.
fn groups(rules: &[&Rule]) -> Option<String> {
    let name = |rule: &&Rule| if let Rule::Group(group) = rule { Some(group.clone()) } else { None };
    let names: Vec<String> = rules.iter().filter_map(name).collect();
    match names.len() {
        0 => None,
        1 => Some(format!("the group {} keeps together", names[0])),
        count => Some(format!("{count} groups ({}) keep together", listed(&names))),
    }
}

/// The first few names.
fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMES).map(AsRef::as_ref).collect();
    let more = names.len() - shown.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    shown.join(", ") + &more
}

/// Rules of people, those of one session in one line.
fn of_people(input: &Input, rules: &[&Rule]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut places: Vec<(bool, Slot)> = rules.iter().filter_map(|rule| Some((is_fixed(rule), rule.slot()?))).collect();
    places.sort_unstable();
    places.dedup();
    for (fixed, place) in places {
        let here = rules.iter().filter(|rule| is_fixed(rule) == fixed && rule.slot() == Some(place));
        let names: Vec<&str> = here.filter_map(|rule| name_of(input, rule)).collect();
        let verb = if fixed { "fixed in" } else { "forbidden in" };
        lines.push(format!("{} ({}) {verb} {}", counted(names.len()), listed(&names), session(input, place)));
    }
    lines
}

fn counted(people: usize) -> String {
    if people == 1 { "1 person".to_owned() } else { format!("{people} people") }
}

fn is_fixed(rule: &Rule) -> bool {
    matches!(rule, Rule::Fixed(..))
}

fn name_of<'i>(input: &'i Input, rule: &Rule) -> Option<&'i str> {
    match rule {
        Rule::Fixed(person, _) | Rule::Forbidden(person, _) => Some(&input.problem.people[*person].id),
        _ => None,
    }
}

fn session(input: &Input, place: Slot) -> String {
    format!("session {} of round {}", input.theme(place), input.rounds[place.round])
}

fn in_words(input: &Input, rule: &Rule) -> String {
    let its = |place: &Slot| &input.problem.rounds[place.round][place.session];
    let bound = |place: &Slot, sector: &str| its(place).sectors.iter().find(|bound| bound.sector == *sector).cloned();
    match rule {
        Rule::Capacity(place) => format!("{} has {} places", session(input, *place), its(place).capacity),
        Rule::Minimum(place) => format!("{} needs {} people", session(input, *place), its(place).minimum),
        Rule::SectorMaximum(place, sector) => {
            let most = bound(place, sector).and_then(|bound| bound.maximum).unwrap_or(0);
            format!("{} takes at most {most} people of the sector {sector}", session(input, *place))
        }
        Rule::SectorMinimum(place, sector) => {
            let least = bound(place, sector).map_or(0, |bound| bound.minimum);
            format!("{} needs {least} people of the sector {sector}", session(input, *place))
        }
        Rule::Fixed(..) | Rule::Forbidden(..) | Rule::Group(_) | Rule::ThemeOnce => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(objective: Objective, proof: Proof, moves: Option<usize>) -> String {
        let allocation = Allocation { sessions: Vec::new(), profile: allocation::Profile::default(), cost: 9, proof };
        found(&Problem { objective, ..Problem::default() }, &allocation, moves, Duration::ZERO)
    }

    #[test]
    fn bound_and_proof_say_what_was_counted() {
        let gap = |measure| Proof::Gap(Gap { measure, found: 8, bound: 7 });
        for (objective, proof, moves, expected) in [
            (Objective::Sum, Proof::Optimal, None, "lower bound 9\nproof       no allocation is better\n"),
            (Objective::First, Proof::Optimal, None, "bound       the profile below\n"),
            (Objective::Sum, Proof::Optimal, Some(2), "bound       the moves, then the profile below\n"),
            (
                Objective::Sum,
                gap(Measure::Cost),
                None,
                "lower bound 7\nproof       not complete: a better one may exist, by 14.29 %",
            ),
            (Objective::First, gap(Measure::Rank(2)), None, "bound       at most 7 places that are a 2nd wish\n"),
            (Objective::Generous, gap(Measure::Rank(23)), None, "bound       at least 7 places that are a 23rd wish\n"),
            (Objective::Generous, gap(Measure::Unranked), None, "bound       at least 7 places that were not ranked\n"),
            (Objective::First, gap(Measure::Moves), Some(8), "bound       at least 7 places that change\n"),
        ] {
            let told = told(objective, proof, moves);
            assert!(told.contains(expected), "{told}\nnot {expected}");
        }
    }

    #[test]
    fn ordinals_are_english() {
        let said = [1, 2, 3, 4, 11, 12, 13, 21, 22, 111].map(ordinal);
        let endings = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "111th"];
        assert_eq!(said, endings.map(|ending| format!("{ending} wish")));
    }
}
