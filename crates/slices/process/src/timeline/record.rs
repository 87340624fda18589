//! The record of an item of the timeline: numbers, results, gaps.

use std::collections::HashMap;

use base::Locale;
use db::Conn;
use golden_thread::entry::{ClaimLine, Gap, GapSide, ShortStep};
use golden_thread::store::{FirstSteps, first_steps};
use golden_thread::{Card, EntryId, Kind, LangAttribute, Relation, Side};
use web::{Error, Page};

/// Most numbers in the timeline; the item's own page has all.
const CLAIMS: usize = 12;
/// Most numbers beside the item; more get a table of their own.
const BESIDE: usize = 3;
/// Most results of one kind that are named; more are counted.
const NAMED: usize = 3;
/// Most results of one item that are read.
const STEPS: i64 = 200;

/// The record of one item.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// The numbers stated about it.
    pub(crate) claims: Vec<ClaimLine>,
    /// True if there are more than are shown.
    pub(crate) has_more_claims: bool,
    /// Its outcomes.
    pub(crate) results: Vec<NameOrCount>,
    /// Its parts, such as the forums of a congress.
    pub(crate) parts: Vec<NameOrCount>,
    /// Its documents.
    pub(crate) documents: Vec<NameOrCount>,
    /// Gaps before, after or about it.
    pub(crate) gaps: Vec<Gap>,
}

impl Record {
    /// Gaps after it.
    pub(crate) fn open_ends(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(|gap| gap.side == GapSide::Outcome)
    }

    /// Gaps about it, or before it.
    pub(crate) fn other_gaps(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(|gap| gap.side != GapSide::Outcome)
    }

    /// True if there are so many numbers that a table is easier to read.
    pub(crate) fn has_many_claims(&self) -> bool {
        self.claims.len() > BESIDE
    }

    /// True if there is nothing to show beside the item.
    pub(crate) fn is_silent(&self) -> bool {
        let lists = [&self.results, &self.parts, &self.documents];
        let numbers = !self.claims.is_empty() && !self.has_many_claims();
        !numbers && lists.iter().all(|list| list.is_empty()) && self.open_ends().next().is_none()
    }
}

/// Entries one step further: one by name, or many of a kind by their number.
#[derive(Debug)]
pub(crate) enum NameOrCount {
    /// By name.
    One(Box<Card>),
    /// By number; the word is a kind or, if all have the same, its form.
    Many(String, usize),
}

impl NameOrCount {
    /// Path of the entry, or of the item itself, whose page names the many.
    pub(crate) fn href(&self, page: &Page, item: &Card) -> String {
        match self {
            Self::One(card) => page.href(card.path()),
            Self::Many(..) => format!("{}#outcome", page.href(item.path())),
        }
    }

    /// The text of the link.
    pub(crate) fn title(&self, page: &Page) -> String {
        match self {
            Self::One(card) => card.title.clone(),
            Self::Many(word, count) => page.t_count(&format!("kind-some-{word}"), *count),
        }
    }

    /// The attribute for the language of the title.
    pub(crate) fn lang(&self, page: &Page) -> LangAttribute {
        match self {
            Self::One(card) => card.lang(page),
            Self::Many(..) => LangAttribute::of(page.locale(), page),
        }
    }
}

/// Loads the records of items and of phases. The outcomes of a phase are its items.
pub(crate) async fn load(
    conn: &mut Conn<'_>,
    locale: Locale,
    items: &[EntryId],
    phases: &[EntryId],
) -> Result<HashMap<EntryId, Record>, Error> {
    let all: Vec<EntryId> = items.iter().chain(phases).copied().collect();
    let mut records: HashMap<EntryId, Record> = HashMap::new();
    for (id, lines) in golden_thread::store::claims_of(conn, &all).await? {
        let record = records.entry(id).or_default();
        record.has_more_claims = lines.len() > CLAIMS;
        record.claims = lines.into_iter().take(CLAIMS).collect();
    }
    for (id, gaps) in golden_thread::store::gaps_of(conn, &all).await? {
        records.entry(id).or_default().gaps = gaps;
    }
    for (id, (steps, _)) in first_steps(conn, locale, items, FirstSteps::on(Side::Outcome, STEPS)).await? {
        let (parts, rest): (Vec<ShortStep>, Vec<ShortStep>) =
            steps.into_iter().partition(|step| step.relation == Relation::PartOf);
        let (reports, results): (Vec<ShortStep>, Vec<ShortStep>) =
            rest.into_iter().partition(|step| step.relation == Relation::DocumentedIn || step.relation.only_tells());
        let record = records.entry(id).or_default();
        record.parts = grouped(parts);
        record.results = grouped(results);
        // News and press releases only report on it; documentation is part of its record.
        record.documents = grouped(reports.into_iter().filter(|step| step.card.kind.def().is_record).collect());
    }
    Ok(records)
}

/// Names a few entries of each kind, and counts many.
fn grouped(steps: Vec<ShortStep>) -> Vec<NameOrCount> {
    let mut groups: Vec<Vec<Card>> = Vec::new();
    for card in steps.into_iter().map(|step| step.card) {
        match groups.iter_mut().find(|group| group[0].kind == card.kind) {
            // Two links may lead to the same entry.
            Some(group) if group.iter().any(|known| known.id == card.id) => {}
            Some(group) => group.push(card),
            None => groups.push(vec![card]),
        }
    }
    groups.into_iter().flat_map(name_or_count).collect()
}

fn name_or_count(cards: Vec<Card>) -> Vec<NameOrCount> {
    if cards.len() <= NAMED {
        return cards.into_iter().map(|card| NameOrCount::One(Box::new(card))).collect();
    }
    let all_forums = cards.iter().all(|card| card.kind == Kind::EVENT && card.form.as_deref() == Some("forum"));
    let word = if all_forums { "forum".to_owned() } else { cards[0].kind.to_string() };
    vec![NameOrCount::Many(word, cards.len())]
}

#[cfg(test)]
mod tests {
    use golden_thread::testing::{LEADING, RESULT};

    use super::super::tests::card;
    use super::*;

    fn step(kind: Kind, form: Option<&str>, title: &str) -> ShortStep {
        let mut card = card(kind, title, "2018");
        card.form = form.map(ToOwned::to_owned);
        ShortStep { card, side: Side::Outcome, relation: Relation::LedTo }
    }

    fn shown(lines: &[NameOrCount]) -> Vec<String> {
        lines
            .iter()
            .map(|line| match line {
                NameOrCount::One(card) => card.title.clone(),
                NameOrCount::Many(word, count) => format!("{count} {word}"),
            })
            .collect()
    }

    #[test]
    fn few_of_a_kind_are_named_and_many_are_counted() {
        let mut steps = vec![step(RESULT, None, "a"), step(Kind::EVENT, Some("fair"), "b")];
        steps.extend(["q", "r", "s", "t"].map(|title| step(LEADING, None, title)));
        assert_eq!(shown(&grouped(steps)), ["a", "b", "4 test_leading"]);
    }

    #[test]
    fn many_forums_are_called_forums_and_mixed_events_events() {
        let forums = || ["a", "b", "c", "d"].map(|title| step(Kind::EVENT, Some("forum"), title));
        assert_eq!(shown(&grouped(forums().into())), ["4 forum"]);
        let mixed = forums().into_iter().chain([step(Kind::EVENT, Some("fair"), "e")]);
        assert_eq!(shown(&grouped(mixed.collect())), ["5 event"]);
    }

    #[test]
    fn entry_with_two_links_is_named_once() {
        let first = step(RESULT, None, "a");
        assert_eq!(shown(&grouped(vec![first.clone(), first])), ["a"]);
    }
}
