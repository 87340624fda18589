//! The changes of versions in a few words: the fields in which each differs from the one before it.

use std::collections::HashMap;

use accounts::Desk;
use archive::Document;
use archive::document::Moved;
use desk_kit::form::{Difference, Part, Titles, Values, differences};
use golden_thread::history;
use web::{Ctx, Error};

use super::opened::Opened;
use super::{form, languages};

/// The changes of each version from `from` to `to`, by its number; the first of all has none.
///
/// # Errors
/// Breakage.
pub(crate) async fn between(desk: &Desk, opened: &Opened, from: i64, to: i64) -> Result<HashMap<i64, String>, Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let texts = history::revisions(conn, opened.id, (from - 1, to)).await?;
    let moved = Moved::load(conn).await?;
    drop(reader);
    let parts = languages::parts_with_languages(&opened.parts());
    let mut told = HashMap::with_capacity(texts.len());
    let mut before: Option<Values> = None;
    for (number, text) in texts {
        let mut document = Document::from_json(&text)?;
        moved.follow(&mut document);
        let values = values_of(desk, &parts, &document)?;
        if let Some(before) = before {
            told.insert(number, in_words(desk, &differences(&parts, &before, &values)));
        }
        before = Some(values);
    }
    Ok(told)
}

/// The values of a version, without the titles of the entries that it names: those are no part of it.
fn values_of(ctx: &Ctx, parts: &[Part], document: &Document) -> anyhow::Result<Values> {
    let mut values = form::write(ctx, document, parts, &Titles::new())?;
    languages::put(&mut values, document);
    Ok(values)
}

fn in_words(ctx: &Ctx, differences: &[Difference]) -> String {
    if differences.is_empty() {
        return ctx.t("history-changed-else");
    }
    ctx.t_with("history-changed", "fields", labels(ctx, differences))
}

/// The labels of fields that differ.
pub(crate) fn labels(ctx: &Ctx, differences: &[Difference]) -> String {
    differences.iter().map(|one| one.input.label_in(ctx)).collect::<Vec<_>>().join(", ")
}
