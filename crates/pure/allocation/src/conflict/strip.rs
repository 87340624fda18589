//! Relaxed problems, which lack some rules of the original one.

use super::Rule;
use super::narrow::Set;
use crate::problem::{Problem, Slot};

/// The problem with only these rules, and without wishes.
pub(super) fn with_rules(problem: &Problem, rules: &[Rule], kept: &Set) -> Problem {
    let mut bare = bare(problem);
    for rule in kept.iter().map(|rule| &rules[*rule]) {
        match rule {
            Rule::Capacity(at) => bare.rounds[at.round][at.session].capacity = its(problem, *at).capacity,
            Rule::Minimum(at) => bare.rounds[at.round][at.session].minimum = its(problem, *at).minimum,
            Rule::SectorMaximum(at, sector) | Rule::SectorMinimum(at, sector) => {
                let bounds = its(problem, *at).sectors.iter().zip(&mut bare.rounds[at.round][at.session].sectors);
                for (theirs, bound) in bounds.filter(|(bound, _)| bound.sector == *sector) {
                    match rule {
                        Rule::SectorMaximum(..) => bound.maximum = theirs.maximum,
                        _ => bound.minimum = theirs.minimum,
                    }
                }
            }
            Rule::Fixed(person, at) => bare.people[*person].fixed.push(*at),
            Rule::Forbidden(person, at) => bare.people[*person].forbidden.push(*at),
            Rule::Group(group) => {
                let theirs = problem.people.iter().zip(&mut bare.people);
                let members = theirs.filter(|(person, _)| person.group.as_ref() == Some(group));
                members.for_each(|(_, person)| person.group = Some(group.clone()));
            }
            Rule::ThemeOnce => {
                let rounds = problem.rounds.iter().zip(&mut bare.rounds);
                rounds.flat_map(|(its, bare)| its.iter().zip(bare)).for_each(|(its, bare)| bare.theme = its.theme);
            }
        }
    }
    bare
}

fn its(problem: &Problem, slot: Slot) -> &crate::Session {
    &problem.rounds[slot.round][slot.session]
}

/// The problem without any rule.
fn bare(problem: &Problem) -> Problem {
    let mut bare = problem.clone();
    for (theme, session) in (0..).zip(bare.rounds.iter_mut().flatten()) {
        session.theme = theme;
        session.capacity = u32::try_from(problem.people.len()).unwrap_or(u32::MAX);
        session.minimum = 0;
        for bound in &mut session.sectors {
            (bound.minimum, bound.maximum) = (0, None);
        }
    }
    for person in &mut bare.people {
        person.preferences.clear();
        person.fixed.clear();
        person.forbidden.clear();
        person.group = None;
    }
    bare
}
