//! Faults that only show when all files are seen together: references into nothing, circles.

use std::collections::{HashMap, HashSet};

use golden_thread::sheet::{LinkMatter, Problem};
use golden_thread::{Kind, find_circle};

use crate::Folder;
use crate::read::{Contents, Entry};

/// Every fault among the files.
pub(crate) fn check(folder: &Folder, contents: &Contents) -> Vec<Problem> {
    let known = Known::of(contents);
    let mut problems = Vec::new();
    let text = |file: &str| folder.0.get(file).map_or("", String::as_str);
    problems.extend(contents.sources.check("sources.toml", text("sources.toml")));
    problems.extend(contents.municipalities.check("municipalities.toml", text("municipalities.toml")));
    problems
        .extend(contents.contacts.check("contacts.toml", text("contacts.toml"), &|reference| known.entry(reference)));
    problems.extend(carriers(contents, &known, text("initiative.toml")));
    for entry in &contents.entries {
        problems.extend(known.faults(entry));
    }
    if problems.is_empty() {
        problems.extend(circle(contents));
        problems.extend(in_itself(contents));
    }
    problems
}

struct Known<'a> {
    entries: HashSet<&'a str>,
    sources: HashSet<&'a str>,
    towns: HashSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(contents: &'a Contents) -> Self {
        Self {
            entries: contents.entries.iter().map(|entry| entry.reference.as_str()).collect(),
            sources: contents.sources.source.iter().map(|source| source.key.as_str()).collect(),
            towns: contents.municipalities.keys().collect(),
        }
    }

    fn entry(&self, reference: &str) -> bool {
        self.entries.contains(reference)
    }

    fn faults(&self, entry: &Entry) -> Vec<Problem> {
        let matter = &entry.matter;
        let mut problems = Vec::new();
        let mut report =
            |word: &str, reason: String| problems.push(entry.sheet.problem(&format!("\"{word}\""), reason));
        for field in matter.fields.iter().filter(|field| !self.entry(&in_folder(Kind::FIELD, field))) {
            report(field, format!("there is no field of action `{field}`"));
        }
        for field in doubles(&matter.fields) {
            report(field, format!("the field of action `{field}` is named twice"));
        }
        for source in doubles(&matter.sources) {
            report(source, format!("the source `{source}` is named twice"));
        }
        for source in claimed_sources(entry).filter(|source| !self.sources.contains(source)) {
            report(source, format!("there is no source `{source}` in sources.toml"));
        }
        if let Some(town) = matter.municipality.as_deref().filter(|town| !self.towns.contains(town)) {
            report(town, format!("there is no municipality `{town}` in municipalities.toml"));
        }
        for reference in entry.table.references().iter().filter(|reference| !self.entry(reference)) {
            let word = reference.split_once('/').map_or(reference.as_str(), |(_, slug)| slug);
            report(word, format!("there is no entry `{reference}`"));
        }
        for (place, link) in matter.links.iter().enumerate() {
            if let Some((word, reason)) = self.link_fault(entry, link, &matter.links[..place]) {
                report(word, reason);
            }
        }
        problems
    }

    fn link_fault<'l>(&self, entry: &Entry, link: &'l LinkMatter, before: &[LinkMatter]) -> Option<(&'l str, String)> {
        if !self.entry(&link.to) {
            return Some((&link.to, format!("there is no entry `{}`", link.to)));
        }
        if link.to == entry.reference {
            return Some((&link.to, "an entry cannot be linked with itself".to_owned()));
        }
        if let Some(body) = link.asserted_by.as_ref().filter(|body| !self.entry(&in_folder(Kind::BODY, body))) {
            return Some((body, format!("there is no organisation `{body}`")));
        }
        let is_twin = |other: &LinkMatter| {
            other.relation == link.relation
                && other.to == link.to
                && other.withdrawn.is_none()
                && link.withdrawn.is_none()
        };
        before
            .iter()
            .any(is_twin)
            .then(|| (link.to.as_str(), format!("the link `{}` to `{}` is there twice", link.relation, link.to)))
    }
}

/// Names that stand in a list before.
fn doubles(names: &[String]) -> impl Iterator<Item = &String> {
    names.iter().enumerate().filter(|(place, name)| names[..*place].contains(name)).map(|(_, name)| name)
}

fn in_folder(kind: Kind, slug: &str) -> String {
    format!("{}/{slug}", kind.folder())
}

fn claimed_sources(entry: &Entry) -> impl Iterator<Item = &str> {
    let matter = &entry.matter;
    let claims = matter.claims.iter().filter_map(|claim| claim.source.as_deref());
    let links = matter.links.iter().filter_map(|link| link.source.as_deref());
    matter.sources.iter().map(String::as_str).chain(claims).chain(links)
}

fn carriers(contents: &Contents, known: &Known, text: &str) -> Vec<Problem> {
    let missing = contents.initiative.carriers.iter().filter(|slug| !known.entry(&in_folder(Kind::BODY, slug)));
    missing
        .map(|slug| Problem {
            file: "initiative.toml".to_owned(),
            line: golden_thread::sheet::line_of(text, slug),
            reason: format!("there is no organisation `{slug}`"),
        })
        .collect()
}

/// A circle of time-directed links, reported at the file of the first entry on it.
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
        // Whoever is met within so many steps, or never.
        ways.take(above.len()).any(|next| *next == entry.reference)
    };
    let entry = contents.entries.iter().find(lies_in_itself)?;
    Some(entry.sheet.problem("parent", format!("the event `{}` would be part of itself", entry.reference)))
}
