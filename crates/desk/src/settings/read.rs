//! From what was sent to the document as it shall be, or to what is wrong with each field.

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use web::Ctx;
use web::form::Submission;

use super::ask::{Ask, Rows};
use super::document::Document;
use super::form::{ROWS, row_name};
use super::section::SettingsSection;

/// Nobody has more of anything; it bounds the work.
const MOST_ROWS: usize = 200;

/// What is wrong, by the name of the field.
pub(super) type Faults = HashMap<String, String>;

/// Puts what was sent for a section into a document. `bodies` are the slugs that a carrier may have.
pub(super) fn read(
    ctx: &Ctx,
    sent: &Submission,
    section: SettingsSection,
    before: &Document,
    bodies: &[String],
) -> Result<Document, Faults> {
    let (mut document, mut faults) = (before.clone(), Faults::new());
    let asks = section.asks();
    for ask in &asks {
        match ask.read(ctx, sent.get(&ask.name())) {
            Ok(value) => document.set(&ask.at, value),
            Err(fault) => {
                faults.insert(ask.name(), fault);
            }
        }
    }
    whole_pairs(ctx, sent, &asks, &mut faults);
    if let Some(rows) = section.rows() {
        document.set(rows.at, Some(read_rows(ctx, sent, rows, bodies, &mut faults)));
    }
    if faults.is_empty() { Ok(document) } else { Err(faults) }
}

/// An English text needs its German source, and a colour both surroundings.
fn whole_pairs(ctx: &Ctx, sent: &Submission, asks: &[Ask], faults: &mut Faults) {
    for (one, other, key, is_mutual) in
        [("/de", "/en", "setting-german-first", false), ("/light", "/dark", "setting-both-colours", true)]
    {
        for ask in asks {
            let Some(stem) = ask.at.strip_suffix(one) else { continue };
            let name = |end: &str| Ask::new(format!("{stem}{end}"), "", super::ask::Shape::Line).name();
            let (first, second) = (name(one), name(other));
            let is_empty = |name: &str| sent.get(name).is_empty();
            if is_empty(&first) && !is_empty(&second) {
                faults.entry(first).or_insert_with(|| ctx.t(key));
            } else if is_mutual && !is_empty(&first) && is_empty(&second) {
                faults.entry(second).or_insert_with(|| ctx.t(key));
            }
        }
    }
}

fn read_rows(ctx: &Ctx, sent: &Submission, rows: Rows, bodies: &[String], faults: &mut Faults) -> Value {
    let count = sent.get(ROWS).parse().unwrap_or(0).min(MOST_ROWS);
    if rows.parts.is_empty() {
        let slugs = (0..count).map(|index| sent.get(&row_name(rows, index, "", "")).to_owned());
        let mut carriers: Vec<String> = Vec::new();
        for slug in slugs.filter(|slug| bodies.contains(slug)) {
            if !carriers.contains(&slug) {
                carriers.push(slug);
            }
        }
        if carriers.is_empty() {
            faults.insert(row_name(rows, 0, "", ""), ctx.t("setting-carrier-missing"));
        }
        return json!(carriers);
    }
    json!((0..count).filter_map(|index| read_row(ctx, sent, rows, index, faults)).collect::<Vec<_>>())
}

/// A row; none if all of it was left empty.
fn read_row(ctx: &Ctx, sent: &Submission, rows: Rows, index: usize, faults: &mut Faults) -> Option<Value> {
    let text = |part: &str, language: &str| sent.get(&row_name(rows, index, part, language));
    if rows.parts.iter().all(|part| text(part, "de").is_empty() && text(part, "en").is_empty()) {
        return None;
    }
    let mut row = Map::new();
    for part in rows.parts {
        let (de, en) = (text(part, "de"), text(part, "en"));
        if de.is_empty() {
            faults.insert(row_name(rows, index, part, "de"), ctx.t("setting-row-missing"));
        }
        let mut texts = Map::from_iter([("de".to_owned(), json!(de))]);
        if !en.is_empty() {
            texts.insert("en".to_owned(), json!(en));
        }
        row.insert((*part).to_owned(), Value::Object(texts));
    }
    Some(Value::Object(row))
}
