//! The form of a section, filled from a document or from what was sent.

use serde_json::Value;
use web::Ctx;
use web::form::{Choice, Control, Field, Form, Submission};

use super::ask::Rows;
use super::document::Document;
use super::paths::SectionPath;
use super::read::{self, Faults};
use super::section::SettingsSection;

/// The number of the version that a form goes on from.
pub(super) const VERSION: &str = "stand";
/// How many rows a form has.
pub(super) const ROWS: &str = "zeilen";
/// Empty rows behind those that are filled in.
const SPARE: usize = 2;

/// A body that can be a carrier: its slug and its name.
pub(super) type Body = (String, String);

/// The form with the values of a document.
pub(super) fn form(ctx: &Ctx, section: SettingsSection, document: &Document, bodies: &[Body]) -> Form {
    let count = row_count(section, document);
    form_of(ctx, section, document, bodies, count)
}

/// The form as it comes back: with what was sent and what is wrong.
pub(super) fn returned(
    ctx: &Ctx,
    section: SettingsSection,
    bodies: &[Body],
    (document, sent): (&Document, &Submission),
    faults: &Faults,
) -> Form {
    let count = read::count(sent).unwrap_or(0).max(row_count(section, document));
    let mut form = form_of(ctx, section, document, bodies, count).filled(&|name| sent.get(name).to_owned());
    for field in &mut form.fields {
        field.error = faults.get(field.name.as_ref()).cloned();
    }
    form
}

/// How many rows a form of this document shows.
pub(super) fn row_count(section: SettingsSection, document: &Document) -> usize {
    let filled = |rows: Rows| document.get(rows.at).and_then(Value::as_array).map_or(0, Vec::len);
    section.rows().map_or(0, |rows| filled(rows) + SPARE)
}

/// The name of a field in a row.
pub(super) fn row_name(rows: Rows, index: usize, part: &str, language: &str) -> String {
    let key = rows.key;
    if part.is_empty() { format!("{key}-{index}") } else { format!("{key}-{index}-{part}-{language}") }
}

fn form_of(ctx: &Ctx, section: SettingsSection, document: &Document, bodies: &[Body], rows: usize) -> Form {
    let mut fields: Vec<Field> = section.asks().iter().map(|ask| ask.field(ctx, document.get(&ask.at))).collect();
    if let Some(asked) = section.rows() {
        fields.extend((0..rows).flat_map(|index| row(ctx, asked, index, document, bodies)));
    }
    let action = ctx.href(SectionPath { section: section.slug().to_owned() });
    Form { action, fields, ticket: String::new(), again: None }
}

fn row(ctx: &Ctx, rows: Rows, index: usize, document: &Document, bodies: &[Body]) -> Vec<Field> {
    let label = ctx.t_with(&format!("setting-{}", rows.key), "number", i64::try_from(index + 1).unwrap_or(i64::MAX));
    if rows.parts.is_empty() {
        let chosen = document.get(&format!("{}/{index}", rows.at)).and_then(Value::as_str).unwrap_or_default();
        let none = Choice { value: String::new(), label: ctx.t("setting-carrier-none") };
        let choices = bodies.iter().map(|(slug, name)| Choice { value: slug.clone(), label: name.clone() });
        let choices = [none].into_iter().chain(choices).collect();
        return vec![Field::line(row_name(rows, index, "", ""), label).with(Control::Choice(choices)).filled(chosen)];
    }
    let mut fields = Vec::new();
    for part in rows.parts {
        let part_label = format!("{label}: {}", ctx.t(&format!("setting-{}-{part}", rows.key)));
        for (language, key) in [("de", "setting-in-german"), ("en", "setting-in-english")] {
            let at = format!("{}/{index}/{part}/{language}", rows.at);
            let value = document.get(&at).and_then(Value::as_str).unwrap_or_default();
            let label = ctx.t_with(key, "label", &part_label);
            fields
                .push(Field::line(row_name(rows, index, part, language), label).with(Control::Lines(2)).filled(value));
        }
    }
    fields
}
