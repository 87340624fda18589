//! The faults of a form, at the fields where they can be mended.

use std::collections::BTreeMap;

use golden_thread::sheet::{Asks, Input, MOST_ROWS};
use serde_json::Value;
use web::Ctx;

use super::layout::Part;
use super::values::{COUNT, Values};
use super::write::{at, is_withdrawn};

/// Sentences by the name of the field; about the form as a whole, by the empty name.
pub type Faults = BTreeMap<String, String>;

/// True if a field is this one, or stands in this row or list: `links.1.to` in `links.1`, but not in the neighbour `link`,
/// nor in `links.10`.
pub(super) fn is_within(name: &str, place: &str) -> bool {
    name.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The rows of the form in which the rows of a document stand: blank rows and withdrawn ones are in one of them only.
#[derive(Debug, Clone, Default)]
pub struct Places(BTreeMap<String, String>);

impl Places {
    /// The places of a document whose form was just made: withdrawn rows are not in it.
    pub fn of(parts: &[Part], json: &Value) -> Self {
        let mut places = Self::default();
        let lists = parts.iter().flat_map(|part| &part.places);
        for place in lists.filter(|place| matches!(place.input.asks, Asks::Standing(_))) {
            places.note(&place.name(), at(json, &place.name()), place.input);
        }
        places
    }

    /// Notes the rows of a list as its form shows them.
    pub(super) fn note(&mut self, list: &str, rows: Option<&Value>, input: &Input) {
        let stands = matches!(input.asks, Asks::Standing(_));
        let rows = rows.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let shown = rows.iter().enumerate().filter(|(_, row)| !stands || !is_withdrawn(row));
        for (row, (place, _)) in shown.enumerate() {
            self.set(list, place, row);
        }
    }

    /// A row of the document stands in this row of the form.
    pub(super) fn set(&mut self, list: &str, place: usize, row: usize) {
        self.0.insert(format!("{list}.{place}"), format!("{list}.{row}"));
    }

    /// The row of the form in which a row of the document stands.
    pub(super) fn row(&self, list: &str, place: usize) -> Option<&str> {
        self.0.get(&format!("{list}.{place}")).map(String::as_str)
    }

    /// Faults of the document at the fields of its form. Each is the path in the document and a sentence; of several at
    /// one field, the first is told.
    pub fn faults(&self, values: &Values, found: impl IntoIterator<Item = (String, String)>) -> Faults {
        let mut faults = Faults::new();
        for (path, message) in found {
            faults.entry(self.name(&path, values)).or_insert(message);
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
        // Boxes and lists are one field as a whole.
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

/// As much of a name as somebody needs to recognise it.
pub fn shortened(name: &str) -> String {
    const TOLD: usize = 100;
    let told: String = name.chars().take(TOLD).collect();
    if told.len() < name.len() { format!("{told} …") } else { told }
}

/// The sentence about a field that must not stay empty.
pub fn missing(ctx: &Ctx, label: &str) -> String {
    ctx.t_with("input-missing", "label", label)
}

/// The sentence about a list with too many rows: its label, and both numbers.
pub fn too_many(ctx: &Ctx, list: &str, rows: usize) -> String {
    let args = [("list", list.into()), ("count", rows.into()), ("most", MOST_ROWS.into())];
    ctx.t_args("input-too-many-rows", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: &str = "matter.links";

    /// A form whose first row was left blank.
    fn places() -> (Places, Values) {
        let (mut places, mut values) = (Places::default(), Values::default());
        for place in 0..12 {
            places.set(LINKS, place, place + 1);
            values.set(format!("{LINKS}.{}.to", place + 1), "x");
            values.set(format!("{LINKS}.{}.note.de", place + 1), "x");
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
