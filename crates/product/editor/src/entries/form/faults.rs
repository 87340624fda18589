//! What is wrong with a form, at the fields where it can be mended.

use std::collections::BTreeMap;

use archive::Document;
use archive::document::{Fault as Unfit, Why};
use golden_thread::sheet::MOST_ROWS;
use web::Ctx;

use super::layout::{ALL_LINKS, Part};
use super::scalar::no_markdown;
use super::values::{COUNT, Values};

/// What is wrong, by the name of the field; of the whole form, by the empty name.
pub(crate) type Faults = BTreeMap<String, String>;

/// Whether a field is this one, or stands in this row or list: `links.1.to` in `links.1`, but not in `links`' neighbour `link`,
/// nor in `links.10`.
pub(crate) fn is_within(name: &str, place: &str) -> bool {
    name.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Where in the form the rows of a document stand: blank rows and withdrawn links are in one of them only.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places(BTreeMap<String, String>);

impl Places {
    /// Those of a document whose form was just made: only links that stand are in it.
    pub(crate) fn of(document: &Document) -> Self {
        let mut places = Self::default();
        let links = document.matter.links.iter().enumerate().filter(|(_, link)| link.withdrawn.is_none());
        for (row, (place, _)) in links.enumerate() {
            places.set(ALL_LINKS, place, row);
        }
        places
    }

    /// A row of the document stands in this row of the form.
    pub(super) fn set(&mut self, list: &str, place: usize, row: usize) {
        self.0.insert(format!("{list}.{place}"), format!("{list}.{row}"));
    }

    /// The row of the form in which a row of the document stands.
    pub(super) fn row(&self, list: &str, place: usize) -> Option<&str> {
        self.0.get(&format!("{list}.{place}")).map(String::as_str)
    }

    /// What does not fit together with other entries, in words, by the name of the field.
    pub(crate) fn faults(&self, ctx: &Ctx, (parts, values): (&[Part], &Values), unfit: &[Unfit]) -> Faults {
        let mut faults = Faults::new();
        for fault in unfit {
            // Of several, the first is told.
            faults.entry(self.name(&fault.path, values)).or_insert_with(|| in_words(ctx, parts, fault));
        }
        faults
    }

    /// The field in which a place of the document is asked for.
    fn name(&self, path: &str, values: &Values) -> String {
        let name = self.in_form(path);
        let known = [name.clone(), format!("{name}.de"), format!("{name}.slug")];
        if let Some(known) = known.into_iter().find(|name| values.has(name)) {
            return known;
        }
        // What a field holds as a whole: boxes, a list.
        match name.rsplit_once('.').filter(|(above, _)| values.has(above) || values.has(&format!("{above}.{COUNT}"))) {
            Some((above, _)) => above.to_owned(),
            None => name,
        }
    }

    fn in_form(&self, path: &str) -> String {
        let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
        let known = ends.filter_map(|end| Some((self.0.get(&path[..end])?, end))).next_back();
        known.map_or_else(|| path.to_owned(), |(row, end)| format!("{row}{}", &path[end..]))
    }
}

/// What does not fit, as a sentence.
fn in_words(ctx: &Ctx, parts: &[Part], fault: &Unfit) -> String {
    match &fault.why {
        Why::NoEntry(name) => ctx.t_with("entry-no-entry", "name", shortened(name)),
        Why::NoSource(name) => ctx.t_with("entry-no-source", "name", shortened(name)),
        Why::NoTown(name) => ctx.t_with("entry-no-town", "name", shortened(name)),
        Why::WithItself => ctx.t("entry-with-itself"),
        Why::InItself(_) => ctx.t("entry-in-itself"),
        Why::Double(_) => ctx.t("entry-named-twice"),
        Why::Twice(..) => ctx.t("entry-link-twice"),
        Why::Circle(_) => ctx.t("entry-circle"),
        Why::Taken(_) => ctx.t("entry-slug-taken"),
        Why::Senseless(flaw) => ctx.t(flaw.text),
        Why::InUse => ctx.t("sources-in-use"),
        Why::Empty => ctx.t("entry-missing"),
        Why::Unpaired => ctx.t("entry-when-unpaired"),
        Why::NoMarkdown(unfit) => no_markdown(ctx, *unfit),
        Why::TooLong(rows) => too_many(ctx, &label(ctx, parts, &fault.path), *rows),
        Why::NoTable(reason) => {
            tracing::warn!(reason, "the table of an entry cannot be read");
            ctx.t("entry-unfit")
        }
    }
}

/// As much of a name is told as somebody needs to recognise it.
fn shortened(name: &str) -> String {
    const TOLD: usize = 100;
    let told: String = name.chars().take(TOLD).collect();
    if told.len() < name.len() { format!("{told} …") } else { told }
}

fn label(ctx: &Ctx, parts: &[Part], name: &str) -> String {
    let mut places = parts.iter().flat_map(|part| &part.places);
    places.find(|place| place.name() == name).map(|place| ctx.t(place.input.label)).unwrap_or_default()
}

/// That a list has too many rows, with its name and both numbers.
pub(crate) fn too_many(ctx: &Ctx, list: &str, rows: usize) -> String {
    let args = [("list", list.into()), ("count", rows.into()), ("most", MOST_ROWS.into())];
    ctx.t_args("entry-too-many-rows", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A form whose first row was left blank.
    fn places() -> (Places, Values) {
        let (mut places, mut values) = (Places::default(), Values::default());
        for place in 0..12 {
            places.set(ALL_LINKS, place, place + 1);
            values.set(format!("{ALL_LINKS}.{}.to", place + 1), "x");
            values.set(format!("{ALL_LINKS}.{}.note.de", place + 1), "x");
        }
        values.set("table.issuers.3.slug", "x");
        values.set("matter.fields", "x");
        (places, values)
    }

    #[test]
    fn row_is_told_from_those_whose_number_begins_alike() {
        let (places, values) = places();
        let name = |path: &str| places.name(path, &values);
        assert_eq!(name("matter.links.1.to"), "matter.links.2.to");
        assert_eq!(name("matter.links.10.to"), "matter.links.11.to");
        assert_eq!(name("matter.links.11.to"), "matter.links.12.to");
    }

    #[test]
    fn place_is_told_at_the_field_that_asks_for_it() {
        let (places, values) = places();
        let name = |path: &str| places.name(path, &values);
        assert_eq!(name("matter.links.0.note"), "matter.links.1.note.de");
        assert_eq!(name("table.issuers.3"), "table.issuers.3.slug");
        assert_eq!(name("matter.fields.7"), "matter.fields");
        assert_eq!(name("table"), "table");
    }

    #[test]
    fn neighbours_are_not_within() {
        assert!(is_within("links.1.to", "links.1") && is_within("links.1", "links.1") && is_within("links.1", "links"));
        assert!(
            !is_within("links.10.to", "links.1") && !is_within("links.1", "link") && !is_within("links", "links.1")
        );
    }
}
