//! The involvements of a body, merged from other slices and its own file.

use std::cmp::Reverse;

use base::words::sort_key_de;
use desk_kit::Involvement;
use edtf::When;

/// The involvements of a body, each entry once, newest first. `own` comes from the body's own file; if an entry
/// names the body too, the entry takes precedence, as it does on the page of the entry.
pub(crate) fn merged(mut told: Vec<Involvement>, own: Vec<Involvement>) -> Vec<Involvement> {
    told.extend(
        own.into_iter().filter(|role| told.iter().all(|other| other.card.id != role.card.id)).collect::<Vec<_>>(),
    );
    let mut merged: Vec<Involvement> = Vec::with_capacity(told.len());
    for one in told {
        match merged.iter_mut().find(|other| other.card.id == one.card.id) {
            Some(other) => other.role_label = format!("{}, {}", other.role_label, one.role_label),
            None => merged.push(one),
        }
    }
    merged.sort_by_cached_key(|Involvement { card, .. }| {
        let earliest = card.when.and_then(When::earliest);
        (Reverse(earliest), card.kind, card.number, sort_key_de(&card.title))
    });
    merged
}

#[cfg(test)]
mod tests {
    use base::{Clock, Ids, Locale, Slug};
    use edtf::Certainty;
    use golden_thread::{Card, EntryId, Kind};

    use super::*;

    fn card(ids: &Ids, slug: &str, when: Option<&str>) -> Card {
        Card {
            id: EntryId(ids.next()),
            kind: Kind::EVENT,
            form: None,
            slug: Slug::parse(slug).unwrap(),
            number: None,
            when: when.map(|edtf| When::parse(edtf, Certainty::Fixed).unwrap()),
            field: None,
            municipality: None,
            title: slug.to_owned(),
            summary: String::new(),
            locale: Locale::De,
            updated: base::clock::day_of(base::clock::from_micros(0).unwrap()),
        }
    }

    fn as_a(role: &str, card: &Card) -> Involvement {
        Involvement { card: card.clone(), role_label: role.to_owned() }
    }

    #[test]
    fn every_entry_is_named_once_and_its_own_word_counts_first() {
        let ids = Ids::new(Clock::system());
        let [forum, congress] = ["forum", "congress"].map(|slug| card(&ids, slug, Some("2018-09")));
        let (fair, project) = (card(&ids, "fair", Some("2019")), card(&ids, "project", None));
        let told =
            vec![as_a("host", &forum), as_a("host", &congress), as_a("speaker", &congress), as_a("lead", &project)];
        let merged = merged(told, vec![as_a("partner", &congress), as_a("partner", &fair)]);
        let named: Vec<(&str, &str)> =
            merged.iter().map(|one| (one.card.slug.as_str(), one.role_label.as_str())).collect();
        assert_eq!(named, [("fair", "partner"), ("congress", "host, speaker"), ("forum", "host"), ("project", "lead")]);
    }
}
