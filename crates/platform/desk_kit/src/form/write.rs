//! From a document to the texts of its form.

use base::{Email, Locale};
use edtf::{Certainty, Edtf, When};
use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input};
use serde_json::Value;
use web::Ctx;
use web::form::YES;

use super::layout::Part;
use super::picks::Titles;
use super::values::Values;

/// The mark between the title of an entry and its reference in a field that picks an entry.
pub(super) const BETWEEN: &str = " · ";

/// The texts of a document's form. `titles` are those of the entries to which it refers.
pub fn write(ctx: &Ctx, json: &Value, parts: &[Part], titles: &Titles) -> Values {
    let mut writer = Writer { ctx, titles, values: Values::default() };
    for place in parts.iter().flat_map(|part| &part.places) {
        let name = place.name();
        let value = at(json, &name);
        writer.put(&name, value, place.input);
    }
    writer.values
}

/// The value at a path with points between its steps.
pub fn at<'j>(json: &'j Value, path: &str) -> Option<&'j Value> {
    let pointer = format!("/{}", path.replace('.', "/"));
    json.pointer(&pointer).filter(|value| !value.is_null())
}

/// True if a row was taken back.
pub(super) fn is_withdrawn(row: &Value) -> bool {
    row.get("withdrawn").is_some_and(|gone| !gone.is_null())
}

/// The text by which a field names an entry: its title, and how entries refer to it.
pub(super) fn named(reference: &str, titles: &Titles) -> String {
    match titles.get(reference) {
        Some(title) => format!("{title}{BETWEEN}{reference}"),
        None => reference.to_owned(),
    }
}

struct Writer<'a> {
    ctx: &'a Ctx,
    titles: &'a Titles,
    values: Values,
}

impl Writer<'_> {
    fn put(&mut self, name: &str, value: Option<&Value>, input: &Input) {
        match input.asks {
            Asks::Localized | Asks::LocalizedText => {
                for language in ["de", "en"] {
                    let text = value.and_then(|value| value.get(language)).and_then(Value::as_str);
                    self.values.set(format!("{name}.{language}"), text.unwrap_or_default());
                }
            }
            Asks::Rows(inputs) => self.rows(name, value, inputs, |_| true),
            // Those that were taken back are told beside the form.
            Asks::Standing(inputs) => self.rows(name, value, inputs, |row| !is_withdrawn(row)),
            Asks::Slugs(kind) if kind != Kind::FIELD => self.slugs(name, value, kind),
            _ => {
                let text = value.map(|value| self.text(value, input)).unwrap_or_default();
                self.values.set(name, text);
            }
        }
    }

    fn rows(&mut self, name: &str, value: Option<&Value>, inputs: &[Input], keep: fn(&Value) -> bool) {
        let rows = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let mut count = 0;
        for row in rows.iter().filter(|row| keep(row)) {
            for input in inputs {
                self.put(&format!("{name}.{count}.{}", input.key), at(row, input.key), input);
            }
            count += 1;
        }
        self.values.set_rows(name, count);
    }

    fn slugs(&mut self, name: &str, value: Option<&Value>, kind: Kind) {
        let slugs = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (row, slug) in slugs.iter().filter_map(Value::as_str).enumerate() {
            let text = named(&kind.reference(slug), self.titles);
            self.values.set(format!("{name}.{row}.slug"), text);
        }
        self.values.set_rows(name, slugs.len());
    }

    fn text(&self, value: &Value, input: &Input) -> String {
        match (input.asks, value) {
            (Asks::Email, Value::String(address)) => Email::shown(address),
            (Asks::When, Value::String(edtf)) => when_text(edtf, self.ctx.interface()),
            (Asks::Slug(kind), Value::String(slug)) => named(&kind.reference(slug), self.titles),
            (Asks::EntryOr(word, key), Value::String(text)) if text == word => self.ctx.t(key),
            (Asks::Entry | Asks::EntryOr(..), Value::String(reference)) => named(reference, self.titles),
            (Asks::Amount, Value::Number(number)) => match self.ctx.interface() {
                Locale::En => number.to_string(),
                _ => number.to_string().replace('.', ","),
            },
            (Asks::Flag, Value::Bool(true)) => YES.to_owned(),
            (Asks::Shaped(shape), value) => shape.typed(self.ctx, value),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => number.to_string(),
            (_, Value::Array(items)) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
            _ => String::new(),
        }
    }
}

/// A date as people would type it, if it is read back as the same date; else as it is written.
fn when_text(edtf: &str, locale: Locale) -> String {
    let Ok(date) = Edtf::parse(edtf) else { return edtf.to_owned() };
    let words = When::new(date, Certainty::Fixed).in_words(locale);
    let today = jiff::civil::date(2000, 1, 1);
    let same = When::read(&words, today, locale).is_ok_and(|read| read.when.edtf() == date && read.hours.is_none());
    if same { words } else { edtf.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_form_shows_of_a_date_is_read_as_the_same_date() {
        for edtf in
            ["2018", "2018-09-20/2018-09-21", "2020-23", "2018/..", "2018-08-31/", "2018/2019~", "201X", "../2018"]
        {
            let today = jiff::civil::date(2026, 11, 23);
            let text = when_text(edtf, Locale::De);
            let read = When::read(&text, today, Locale::De).unwrap_or_else(|error| panic!("{edtf}: {text}: {error}"));
            assert_eq!(read.when.edtf().to_string(), edtf, "{text}");
            assert_eq!(read.when.certainty(), Certainty::Fixed, "{text}");
        }
    }
}
