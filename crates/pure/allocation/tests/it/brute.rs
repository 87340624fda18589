//! Brute force: enumerates all allocations.

use std::collections::HashMap;

use allocation::{Objective, Problem, Slot};

/// The best allocation of a small problem by what its objective counts; `None` if no allocation keeps the rules.
pub(crate) fn best(problem: &Problem) -> Option<Vec<i64>> {
    let mut best = None;
    each(problem, &mut |sessions| {
        let value = value(problem, sessions);
        if best.as_ref().is_none_or(|best| value < *best) {
            best = Some(value);
        }
    });
    best
}

/// Calls `look` with every allocation that keeps the rules.
pub(crate) fn each(problem: &Problem, look: &mut impl FnMut(&[Vec<usize>])) {
    for_each(problem, &mut Vec::new(), look);
}

/// The value of the objective, less is better.
pub(crate) fn value(problem: &Problem, sessions: &[Vec<usize>]) -> Vec<i64> {
    let largest = problem.largest_rank();
    let mut count = vec![0; largest as usize + 1];
    for (person, sessions) in sessions.iter().enumerate() {
        for (round, session) in sessions.iter().enumerate() {
            let rank = problem.rank(person, Slot { round, session: *session });
            count[rank.map_or(largest, |rank| rank - 1) as usize] += 1;
        }
    }
    let unranked = i64::from(allocation::unranked_cost(problem));
    match problem.objective {
        Objective::Sum => vec![
            count
                .iter()
                .enumerate()
                .map(|(at, number)| number * if at == largest as usize { unranked } else { i64::try_from(at).unwrap() })
                .sum(),
        ],
        Objective::Generous => count.into_iter().skip(1).rev().collect(),
        Objective::First => count.into_iter().take(largest as usize).map(|number| -number).collect(),
    }
}

/// True if an allocation keeps every rule.
pub(crate) fn keeps_rules(problem: &Problem, sessions: &[Vec<usize>]) -> bool {
    let people = problem.people.iter().zip(sessions);
    people.clone().all(|(person, sessions)| {
        let at = |slot: &Slot| sessions[slot.round] == slot.session;
        person.fixed.iter().all(at) && !person.forbidden.iter().any(at) && has_no_theme_twice(problem, sessions)
    }) && groups_stay_together(problem, sessions)
        && bounds_are_kept(problem, sessions)
}

fn has_no_theme_twice(problem: &Problem, sessions: &[usize]) -> bool {
    let theme = |round: usize| problem.rounds[round][sessions[round]].theme;
    (0..sessions.len()).all(|one| (0..one).all(|other| theme(one) != theme(other)))
}

fn groups_stay_together(problem: &Problem, sessions: &[Vec<usize>]) -> bool {
    let mut together: HashMap<&str, &Vec<usize>> = HashMap::new();
    problem.people.iter().zip(sessions).all(|(person, sessions)| {
        let group = person.group.as_deref();
        group.is_none_or(|group| *together.entry(group).or_insert(sessions) == sessions)
    })
}

fn bounds_are_kept(problem: &Problem, sessions: &[Vec<usize>]) -> bool {
    problem.rounds.iter().enumerate().all(|(round, offered)| {
        offered.iter().enumerate().all(|(at, session)| {
            let here = |sector: Option<&str>| {
                let people = problem.people.iter().zip(sessions).filter(|(_, sessions)| sessions[round] == at);
                let people = people.filter(|(person, _)| sector.is_none_or(|sector| person.sector == sector));
                u32::try_from(people.count()).unwrap()
            };
            (session.minimum..=session.capacity).contains(&here(None))
                && session.sectors.iter().all(|bound| {
                    let count = here(Some(&bound.sector));
                    count >= bound.minimum && bound.maximum.is_none_or(|maximum| count <= maximum)
                })
        })
    })
}

fn for_each(problem: &Problem, chosen: &mut Vec<Vec<usize>>, look: &mut impl FnMut(&[Vec<usize>])) {
    if chosen.len() == problem.people.len() {
        if keeps_rules(problem, chosen) {
            look(chosen);
        }
        return;
    }
    let mut schedule = vec![0; problem.rounds.len()];
    loop {
        chosen.push(schedule.clone());
        for_each(problem, chosen, look);
        chosen.pop();
        let next = (0..schedule.len()).find(|round| schedule[*round] + 1 < problem.rounds[*round].len());
        let Some(next) = next else { return };
        schedule[next] += 1;
        schedule[..next].fill(0);
    }
}
