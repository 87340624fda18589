//! From what was sent to the document as it shall be, or to what is wrong with each field.

use std::collections::HashMap;

use golden_thread::sheet::MOST_ROWS;
use serde_json::{Map, Value, json};
use web::form::Submission;
use web::{Ctx, Error};

use super::ask::{Ask, Rows};
use super::document::Document;
use super::form::{ROWS, row_name};
use super::section::SettingsSection;
use crate::entries::form::values::as_sent;

/// A form with more rows is not read at all; between this and [`MOST_ROWS`] it comes back with what is wrong.
const MOST_READ: usize = 2 * MOST_ROWS;

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
        let typed = sent.get(&ask.name());
        // What was left as it was stays so to the letter, even if today it would be refused.
        if let Some(value) = before.get(&ask.at)
            && as_sent(&ask.typed(ctx, Some(value))) == typed
        {
            continue;
        }
        match ask.read(ctx, typed) {
            Ok(value) => document.set(&ask.at, value),
            Err(fault) => {
                faults.insert(ask.name(), fault);
            }
        }
    }
    whole_pairs(ctx, sent, &asks, &mut faults);
    if let Some(rows) = section.rows() {
        let old = before.get(rows.at).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        document.set(rows.at, Some(read_rows(ctx, sent, rows, (old, bodies), &mut faults)));
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

/// How many rows a form has. A form that does not say it was cut off, and must not be taken for one without rows.
///
/// # Errors
/// If it does not say it, or says more than anybody reads.
pub(super) fn count(sent: &Submission) -> Result<usize, Error> {
    let count = sent.get(ROWS).parse().map_err(|_| Error::CutOff)?;
    if count > MOST_READ { Err(Error::TooLarge) } else { Ok(count) }
}

fn read_rows(
    ctx: &Ctx,
    sent: &Submission,
    rows: Rows,
    (old, bodies): (&[Value], &[String]),
    faults: &mut Faults,
) -> Value {
    let count = count(sent).unwrap_or(0);
    let read: Vec<(usize, Value)> = if rows.parts.is_empty() {
        read_carriers(ctx, sent, (rows, count), (old, bodies), faults)
    } else {
        (0..count).filter_map(|index| Some((index, read_row(ctx, sent, (rows, index), old, faults)?))).collect()
    };
    if let Some((index, _)) = read.get(MOST_ROWS) {
        let part = rows.parts.first().copied().unwrap_or_default();
        let language = if part.is_empty() { "" } else { "de" };
        let args = [("count", read.len().into()), ("most", MOST_ROWS.into())];
        faults.insert(row_name(rows, *index, part, language), ctx.t_args("setting-too-many-rows", &args));
    }
    read.into_iter().map(|(_, row)| row).collect()
}

/// The carriers, each once: organisations that can be chosen, and those that were carriers before, even if they are in no list now.
fn read_carriers(
    ctx: &Ctx,
    sent: &Submission,
    (rows, count): (Rows, usize),
    (old, bodies): (&[Value], &[String]),
    faults: &mut Faults,
) -> Vec<(usize, Value)> {
    let mut carriers: Vec<(usize, Value)> = Vec::new();
    for index in 0..count {
        let name = row_name(rows, index, "", "");
        let slug = sent.get(&name);
        let value = json!(slug);
        if slug.is_empty() || carriers.iter().any(|(_, known)| *known == value) {
            continue;
        }
        if !bodies.iter().any(|body| body == slug) && !old.contains(&value) {
            faults.insert(name, ctx.t("setting-carrier-unknown"));
        }
        carriers.push((index, value));
    }
    if carriers.is_empty() {
        faults.insert(row_name(rows, 0, "", ""), ctx.t("setting-carrier-missing"));
    }
    carriers
}

/// A row; none if all of it was left empty.
fn read_row(
    ctx: &Ctx,
    sent: &Submission,
    (rows, index): (Rows, usize),
    old: &[Value],
    faults: &mut Faults,
) -> Option<Value> {
    let text = |part: &str, language: &str| sent.get(&row_name(rows, index, part, language));
    let before = |part: &str, language: &str| old.get(index)?.get(part)?.get(language)?.as_str().map(as_sent);
    let is_unchanged = |part: &&str| {
        ["de", "en"].iter().all(|language| text(part, language) == before(part, language).unwrap_or_default())
    };
    if let Some(row) = old.get(index).filter(|_| rows.parts.iter().all(is_unchanged)) {
        return Some(row.clone());
    }
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
