//! Checks that need all files at once: references, cycles, addresses.

use std::collections::HashMap;

use golden_thread::sheet::{Problem, References};
use golden_thread::{EntryId, Kind, find_circle};
use uuid::Uuid;

use crate::Folder;
use crate::document::{Known, check as check_document, senseless};
use crate::read::{Contents, Entry};

/// All faults among the files.
pub(crate) fn check(folder: &Folder, contents: &Contents) -> Vec<Problem> {
    let known = known(contents);
    let mut problems = Vec::new();
    let text = |file: &str| folder.0.get(file).map_or("", String::as_str);
    problems.extend(contents.sources.check("sources.toml", text("sources.toml")));
    problems.extend(contents.municipalities.check("municipalities.toml", text("municipalities.toml")));
    problems.extend(
        contents.contacts.check("contacts.toml", text("contacts.toml"), &|reference| known.entries.knows(reference)),
    );
    problems.extend(carriers(contents, &known, text("initiative.toml")));
    for (place, entry) in contents.entries.iter().enumerate() {
        let flaw = entry.table.check().map_err(senseless);
        let table = flaw.as_ref().map(|()| &*entry.table);
        let faults = check_document(&entry.document(), table, id(place), &known);
        problems.extend(faults.iter().map(|fault| entry.problem(fault)));
    }
    if problems.is_empty() {
        problems.extend(circle(contents));
        problems.extend(in_itself(contents));
    }
    problems
}

/// Everything that the files define. Each entry has its position in the list as its id.
fn known(contents: &Contents) -> Known {
    let mut entries = References::default();
    for (place, entry) in contents.entries.iter().enumerate() {
        entries.learn(&entry.reference, id(place));
    }
    Known {
        entries,
        sources: contents.sources.source.iter().map(|source| source.key.clone()).collect(),
        towns: contents.municipalities.keys().map(ToOwned::to_owned).collect(),
    }
}

fn id(place: usize) -> EntryId {
    EntryId(Uuid::from_u128(place as u128))
}

fn carriers(contents: &Contents, known: &Known, text: &str) -> Vec<Problem> {
    let missing = contents.initiative.carriers.iter().filter(|slug| !known.entries.knows(&Kind::BODY.reference(slug)));
    missing
        .map(|slug| Problem {
            file: "initiative.toml".to_owned(),
            line: golden_thread::sheet::line_of(text, slug),
            reason: format!("there is no organisation `{slug}`"),
        })
        .collect()
}

/// A cycle of time-directed links, reported at the file of its first entry.
fn circle(contents: &Contents) -> Option<Problem> {
    let places: HashMap<&str, usize> =
        contents.entries.iter().enumerate().map(|(place, entry)| (entry.reference.as_str(), place)).collect();
    let links = contents.entries.iter().enumerate().flat_map(|(place, entry)| {
        let links = entry.matter.links.iter().filter(|link| link.relation.is_directed() && link.withdrawn.is_none());
        links.map(move |link| (place, link))
    });
    let directed = links.filter_map(|(place, link)| {
        let ends = link.relation.in_time(place, *places.get(link.to.as_str())?);
        Some((ends.origin, ends.outcome))
    });
    let circle = find_circle(directed)?;
    let names: Vec<&str> = circle.iter().map(|place| contents.entries[*place].reference.as_str()).collect();
    let first = &contents.entries[*circle.first()?];
    Some(first.sheet.problem("[[links]]", format!("the links close a circle in time: {} and back", names.join(" → "))))
}

/// The first event that lies in itself, by way of those above it.
fn in_itself(contents: &Contents) -> Option<Problem> {
    let above = contents.entries.iter().filter(|entry| entry.kind == Kind::EVENT);
    let above: HashMap<&str, String> =
        above.filter_map(|entry| Some((entry.reference.as_str(), entry.table.above()?))).collect();
    let lies_in_itself = |entry: &&Entry| {
        let ways = std::iter::successors(above.get(entry.reference.as_str()), |next| above.get(next.as_str()));
        // After this many steps a cycle has met its start, or there is none.
        ways.take(above.len()).any(|next| *next == entry.reference)
    };
    let entry = contents.entries.iter().find(lies_in_itself)?;
    Some(entry.sheet.problem("parent", format!("the event `{}` would be part of itself", entry.reference)))
}
