//! The texts of a form, by the name of their field.
//!
//! Names are paths in the document (`matter.links.0.to`), and the same document always gives the same
//! values. So a form that was sent, an older version and a newer one can be compared and merged field by
//! field, without knowing what the fields mean.

use std::collections::BTreeMap;

use golden_thread::sheet::MOST_ROWS;
use web::Error;
use web::form::Whole;

use super::layout::Part;
use super::rows::is_list;

/// The end of the name of the field with the number of a list's rows.
pub(super) const COUNT: &str = "zahl";
/// The name of the field of a row that names it for others.
const KEY: &str = "key";
/// A form with more rows in one list is not read at all, so that nobody makes us print millions. Between this and
/// [`MOST_ROWS`] it comes back with what is wrong.
const MOST_READ: usize = 2 * MOST_ROWS;

/// Texts by the name of their field. What is not there is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, String>);

impl Values {
    /// The values that a browser sent. Of several of one name, each stands on a line.
    pub fn sent<'s>(pairs: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let mut values = Self::default();
        for (name, value) in pairs {
            let text = values.0.entry(name.to_owned()).or_default();
            if !text.is_empty() && !value.is_empty() {
                text.push('\n');
            }
            text.push_str(value);
        }
        values
    }

    /// As [`Values::sent`], for a form with these fields. Each list says how many rows it has; one that does not was lost on its
    /// way, and must not be taken for an empty one.
    ///
    /// # Errors
    /// If a list is missing, or is longer than anybody reads.
    pub fn sent_for(parts: &[Part], sent: &Whole) -> Result<Self, Error> {
        let values = Self::sent(sent.pairs());
        for place in parts.iter().flat_map(|part| &part.places) {
            if !is_list(place.input) {
                continue;
            }
            let name = place.name();
            match values.get(&format!("{name}.{COUNT}")).parse::<usize>() {
                Err(_) => return Err(Error::CutOff),
                Ok(_) if values.rows(&name) > MOST_READ => return Err(Error::TooLarge),
                Ok(_) => {}
            }
        }
        Ok(values)
    }

    /// The text of a field, without blanks around it.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |text| text.trim())
    }

    /// Sets a field.
    pub fn set(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.insert(name.into(), text.into());
    }

    /// The number of a list's rows: never more than one behind the last that the form holds.
    pub fn rows(&self, list: &str) -> usize {
        let said = self.get(&format!("{list}.{COUNT}")).parse().unwrap_or(0);
        let held = self.names_below(list).filter_map(row_of).max().map_or(1, |last| last.saturating_add(2));
        held.min(said)
    }

    /// Sets the number of a list's rows.
    pub fn set_rows(&mut self, list: &str, rows: usize) {
        self.set(format!("{list}.{COUNT}"), rows.to_string());
    }

    /// True if there is a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The rest of the names of all fields below a list.
    fn names_below<'v>(&'v self, list: &str) -> impl Iterator<Item = &'v str> {
        let start = format!("{list}.");
        let length = start.len();
        self.0
            .range(start.clone()..)
            .take_while(move |(name, _)| name.starts_with(&start))
            .map(move |(name, _)| &name[length..])
    }

    /// Takes a row out of a list; those behind it move up.
    pub fn remove_row(&mut self, list: &str, row: usize) {
        let rows = self.rows(list);
        if row >= rows {
            return;
        }
        let start = format!("{list}.");
        let fields = self.below(&start);
        self.0.retain(|name, _| !name.starts_with(&start));
        for (rest, text) in fields {
            let name = match (row_of(&rest), rest.split_once('.')) {
                (Some(place), _) if place == row => continue,
                (Some(place), Some((_, key))) if place > row => format!("{start}{}.{key}", place - 1),
                _ => format!("{start}{rest}"),
            };
            self.0.insert(name, text);
        }
        self.set_rows(list, rows - 1);
    }

    /// Swaps a row with the one above it.
    pub fn raise_row(&mut self, list: &str, row: usize) {
        let Some(above) = row.checked_sub(1).filter(|_| row < self.rows(list)) else { return };
        let (lower, upper) = (self.below(&format!("{list}.{row}.")), self.below(&format!("{list}.{above}.")));
        for (place, texts) in [(row, upper), (above, lower)] {
            self.clear_row(list, place);
            self.0.extend(texts.into_iter().map(|(rest, text)| (format!("{list}.{place}.{rest}"), text)));
        }
    }

    /// Puts a row in another place; those between move up or down.
    pub fn move_row(&mut self, list: &str, from: usize, to: usize) {
        if from.max(to) >= self.rows(list) {
            return;
        }
        for row in (to + 1..=from).rev() {
            self.raise_row(list, row);
        }
        for row in from..to {
            self.raise_row(list, row + 1);
        }
    }

    /// Puts a copy of a row behind it. A key is not copied: it names one row alone.
    pub fn copy_row(&mut self, list: &str, row: usize) {
        let rows = self.rows(list);
        if row >= rows {
            return;
        }
        self.set_rows(list, rows + 1);
        let copied = self.below(&format!("{list}.{row}."));
        for (key, text) in copied.into_iter().filter(|(key, _)| key != KEY) {
            self.set(format!("{list}.{rows}.{key}"), text);
        }
        for place in (row + 2..=rows).rev() {
            self.raise_row(list, place);
        }
    }

    /// All fields whose names begin so, with the rest of their names.
    pub fn below(&self, start: &str) -> BTreeMap<String, String> {
        let fields = self.0.range(start.to_owned()..).take_while(|(name, _)| name.starts_with(start));
        fields.map(|(name, text)| (name[start.len()..].to_owned(), text.clone())).collect()
    }

    /// The texts of one field with all its rows, to compare them. Empty ones do not count.
    pub fn of(&self, field: &str) -> BTreeMap<String, String> {
        let mut all = self.below(&format!("{field}."));
        if let Some(text) = self.0.get(field) {
            all.insert(String::new(), text.clone());
        }
        all.retain(|_, text| !text.trim().is_empty());
        all.into_iter().map(|(name, text)| (name, as_sent(&text))).collect()
    }

    /// Takes a field over from another form, with all its rows.
    pub fn take(&mut self, field: &str, from: &Self) {
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

/// The row to which the rest of a field's name belongs: 2 for `2.to`.
fn row_of(rest: &str) -> Option<usize> {
    rest.split('.').next()?.parse().ok()
}

/// A text as a browser sends it back that was shown it: without blanks around it, with simple line ends, and without
/// characters that nobody can type.
pub fn as_sent(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    text.trim().to_owned()
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
    fn row_is_put_in_another_place_and_those_between_make_room() {
        for (from, to, expected) in [
            (0, 2, ["y", "z", "x", "w"]),
            (3, 1, ["x", "w", "y", "z"]),
            (2, 2, ["x", "y", "z", "w"]),
            (0, 4, ["x", "y", "z", "w"]),
        ] {
            let mut values = list(&["x", "y", "z", "w"]);
            values.move_row("list", from, to);
            assert_eq!(values, list(&expected), "{from} to {to}");
        }
    }

    #[test]
    fn copy_of_a_row_stands_behind_it_without_its_key() {
        let mut values = list(&["x", "y", "z"]);
        values.set("list.0.key", "k");
        values.copy_row("list", 0);
        let mut expected = list(&["x", "x", "y", "z"]);
        expected.set("list.0.key", "k");
        assert_eq!(values, expected);
        values.copy_row("list", 9);
        assert_eq!(values, expected);
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
    fn number_of_rows_is_that_of_the_rows_that_are_there() {
        let mut values = Values::default();
        values.set("list.zahl", "4000000000");
        assert_eq!(values.rows("list"), 1);
        values.set("list.1499.a", "x");
        assert_eq!(values.rows("list"), 1_501);
        values.set("list.zahl", "-1");
        assert_eq!(values.rows("list"), 0);
    }
}
