//! The numbers that the press page shows, each with its kind and its source.

use db::Conn;
use golden_thread::entry::ClaimLine;
use golden_thread::{Card, EntryId};
use web::{Ctx, Error};

use crate::store;

/// Most entries in the table.
const ENTRIES: i64 = 40;
/// Most numbers that are set large above it.
const TELLING: usize = 6;

/// An entry and the numbers stated about it.
#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) card: Card,
    /// True if editors marked it as important.
    pub(crate) highlight: bool,
    pub(crate) claims: Vec<ClaimLine>,
}

/// The numbers of the newest entries that have any, undated ones last.
pub(crate) async fn newest(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<Counted>, Error> {
    let entries = store::with_claims(conn, ctx.locale(), ENTRIES).await?;
    let ids: Vec<EntryId> = entries.iter().map(|(card, _)| card.id).collect();
    let mut claims = golden_thread::store::claims_of(conn, &ids).await?;
    let counted = |(card, highlight): (Card, bool)| {
        let claims = claims.remove(&card.id).unwrap_or_default();
        Counted { card, highlight, claims }
    };
    Ok(entries.into_iter().map(counted).collect())
}

/// Numbers that may stand alone: for an important entry, the only one that is stated. Where
/// sources differ, no number is picked.
pub(crate) fn telling(entries: &[Counted]) -> Vec<(&Card, &ClaimLine)> {
    let important = entries.iter().filter(|entry| entry.highlight);
    let only = important.filter_map(|entry| match entry.claims.as_slice() {
        [only] => Some((&entry.card, only)),
        _ => None,
    });
    only.take(TELLING).collect()
}

#[cfg(test)]
mod tests {
    use base::{Clock, Ids, Locale, Slug};
    use claims::{Amount, Claim, ClaimKind, Number, Qualifier, Unit};
    use golden_thread::Kind;

    use super::*;

    fn counted(slug: &str, highlight: bool, values: &[u64]) -> Counted {
        let card = Card {
            id: EntryId(Ids::new(Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap())).next()),
            kind: Kind::EVENT,
            form: None,
            slug: Slug::parse(slug).unwrap(),
            number: None,
            when: None,
            field: None,
            municipality: None,
            title: slug.to_owned(),
            summary: String::new(),
            locale: Locale::De,
            updated: "2026-11-23".parse().unwrap(),
        };
        let line = |value: &u64| {
            let amount = Amount::Value(Number::whole(*value).unwrap());
            let claim = Claim::new(amount, Qualifier::About, Unit::People, ClaimKind::Attended).unwrap();
            ClaimLine { claim, source: None }
        };
        Counted { card, highlight, claims: values.iter().map(line).collect() }
    }

    #[test]
    fn only_uncontested_numbers_of_important_entries_stand_alone() {
        let entries =
            [counted("disputed", true, &[500, 600]), counted("small", false, &[20]), counted("sure", true, &[300])];
        let telling: Vec<&str> = telling(&entries).iter().map(|(card, _)| card.title.as_str()).collect();
        assert_eq!(telling, ["sure"]);
    }
}
