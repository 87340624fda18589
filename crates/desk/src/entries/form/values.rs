//! What a form holds: texts by the name of their field.
//!
//! Names are paths in the document (`matter.links.0.to`), and the same document always gives the same
//! values. So a form that was sent, an older version and a newer one can be compared and merged field by
//! field, without knowing what the fields mean.

use std::collections::BTreeMap;

use web::form::Submission;

/// How many rows of a list a form shows.
const COUNT: &str = "zahl";
/// More rows than this in one list are a mistake or an attack.
const MOST_ROWS: usize = 200;

/// Texts by the name of their field. What is not there is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Values(BTreeMap<String, String>);

impl Values {
    /// What a browser sent. Of several values of one name, each stands on a line.
    pub(crate) fn sent(sent: &Submission) -> Self {
        let mut values = Self::default();
        for (name, value) in sent.pairs() {
            let text = values.0.entry(name.to_owned()).or_default();
            if !text.is_empty() && !value.is_empty() {
                text.push('\n');
            }
            text.push_str(value);
        }
        values
    }

    /// The text of a field, without blanks around it.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Sets a field.
    pub(crate) fn set(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.insert(name.into(), text.into());
    }

    /// How many rows a list has.
    pub(crate) fn rows(&self, list: &str) -> usize {
        self.get(&format!("{list}.{COUNT}")).parse().unwrap_or(0).min(MOST_ROWS)
    }

    /// Says how many rows a list has.
    pub(crate) fn set_rows(&mut self, list: &str, rows: usize) {
        self.set(format!("{list}.{COUNT}"), rows.min(MOST_ROWS).to_string());
    }

    /// Takes a row out of a list; those behind it move up.
    pub(crate) fn remove_row(&mut self, list: &str, row: usize) {
        let rows = self.rows(list);
        if row >= rows {
            return;
        }
        for place in row..rows {
            self.clear_row(list, place);
            let next = self.below(&format!("{list}.{}.", place + 1));
            self.0.extend(next.into_iter().map(|(rest, text)| (format!("{list}.{place}.{rest}"), text)));
        }
        self.set_rows(list, rows - 1);
    }

    /// Swaps a row with the one above it.
    pub(crate) fn raise_row(&mut self, list: &str, row: usize) {
        let Some(above) = row.checked_sub(1).filter(|_| row < self.rows(list)) else { return };
        let (lower, upper) = (self.below(&format!("{list}.{row}.")), self.below(&format!("{list}.{above}.")));
        for (place, texts) in [(row, upper), (above, lower)] {
            self.clear_row(list, place);
            self.0.extend(texts.into_iter().map(|(rest, text)| (format!("{list}.{place}.{rest}"), text)));
        }
    }

    /// All fields whose names begin so, with the rest of their names.
    pub(crate) fn below(&self, start: &str) -> BTreeMap<String, String> {
        let fields = self.0.range(start.to_owned()..).take_while(|(name, _)| name.starts_with(start));
        fields.map(|(name, text)| (name[start.len()..].to_owned(), text.clone())).collect()
    }

    /// What one field holds, all its rows included, as one thing to compare. Empty fields do not count.
    pub(crate) fn of(&self, field: &str) -> BTreeMap<String, String> {
        let mut all = self.below(&format!("{field}."));
        if let Some(text) = self.0.get(field) {
            all.insert(String::new(), text.clone());
        }
        all.retain(|_, text| !text.trim().is_empty());
        all.into_iter().map(|(name, text)| (name, text.trim().replace("\r\n", "\n"))).collect()
    }

    /// Puts what another form holds in a field in the place of what is here.
    pub(crate) fn take(&mut self, field: &str, from: &Self) {
        self.0.retain(|name, _| name != field && !name.starts_with(&format!("{field}.")));
        let rows = from.below(&format!("{field}."));
        self.0.extend(rows.into_iter().map(|(rest, text)| (format!("{field}.{rest}"), text)));
        if let Some(text) = from.0.get(field) {
            self.set(field, text.clone());
        }
    }

    fn clear_row(&mut self, list: &str, row: usize) {
        let start = format!("{list}.{row}.");
        self.0.retain(|name, _| !name.starts_with(&start));
    }
}

/// Does what a button of a list asks for (`mehr:matter.links`, `weg:matter.links.2`, `hoch:…`, `suche:…`) and gives
/// the name of the list. `None` if it was no such button: then the form is to be taken.
pub(crate) fn do_with_rows(values: &mut Values, button: &str) -> Option<String> {
    let (act, place) = button.split_once(':')?;
    let row = place.rsplit_once('.').and_then(|(list, row)| Some((list, row.parse().ok()?)));
    match (act, row) {
        ("suche", _) => {}
        ("mehr", _) => values.set_rows(place, values.rows(place) + 1),
        ("weg", Some((list, row))) => values.remove_row(list, row),
        ("hoch", Some((list, row))) => values.raise_row(list, row),
        _ => return None,
    }
    Some(row.map_or(place, |(list, _)| list).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &[&str]) -> Values {
        let mut values = Values::default();
        for (row, text) in texts.iter().enumerate() {
            values.set(format!("list.{row}.a"), *text);
        }
        values.set_rows("list", texts.len());
        values
    }

    #[test]
    fn row_that_is_removed_lets_the_others_move_up() {
        let mut values = list(&["x", "y", "z"]);
        values.remove_row("list", 1);
        assert_eq!(values, list(&["x", "z"]));
        values.remove_row("list", 7);
        assert_eq!(values, list(&["x", "z"]));
    }

    #[test]
    fn row_changes_places_with_the_one_above() {
        let mut values = list(&["x", "y", "z"]);
        values.raise_row("list", 2);
        assert_eq!(values, list(&["x", "z", "y"]));
        values.raise_row("list", 0);
        assert_eq!(values, list(&["x", "z", "y"]));
    }

    #[test]
    fn field_is_taken_over_with_all_its_rows() {
        let (mut mine, theirs) = (list(&["x", "y", "z"]), list(&["a"]));
        mine.set("title", "mine");
        mine.take("list", &theirs);
        assert_eq!((mine.of("list"), mine.get("title")), (theirs.of("list"), "mine"));
        assert_eq!(mine.get("list.1.a"), "");
    }

    #[test]
    fn number_of_rows_is_bounded() {
        let mut values = Values::default();
        values.set("list.zahl", "4000000000");
        assert_eq!(values.rows("list"), MOST_ROWS);
        values.set("list.zahl", "-1");
        assert_eq!(values.rows("list"), 0);
    }
}
