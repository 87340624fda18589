//! The versioned format in which revisions store documents.
//!
//! Revisions are never changed, so every format that was ever written must stay readable: each older one is
//! migrated to the next, step by step. To rename or move a field, raise [`FORMAT`], add a step, and put
//! documents of the former format into `fixtures/format-N` of the slice that has the kind; a test reads
//! them for ever.

use anyhow::{Context as _, bail};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Document;

/// The format that is written at present.
pub const FORMAT: usize = 1;
/// The key of the number. A document without one has format 0, which was written until November 2026.
const KEY: &str = "format";

/// A document as JSON.
type Object = Map<String, Value>;

/// Migrations in their order: the first one leads from format 0 to format 1.
const STEPS: [fn(&mut Object); FORMAT] = [
    // Format 1 adds its number.
    |_| (),
];

/// Reads a document of any format.
pub(super) fn read(text: &str) -> anyhow::Result<Document> {
    let mut object: Object = serde_json::from_str(text)?;
    let format = match object.remove(KEY) {
        None => 0,
        Some(format) => usize::try_from(format.as_u64().context("the format of a document is no number")?)?,
    };
    if format > FORMAT {
        bail!("a newer version of this program has written the document (format {format}; this one knows {FORMAT})");
    }
    for step in STEPS.iter().skip(format) {
        step(&mut object);
    }
    Ok(serde_json::from_value(Value::Object(object))?)
}

/// Writes a document in the present format.
pub(super) fn write(document: &Document) -> anyhow::Result<String> {
    #[derive(Serialize)]
    struct Numbered<'a> {
        format: usize,
        #[serde(flatten)]
        document: &'a Document,
    }
    Ok(serde_json::to_string(&Numbered { format: FORMAT, document })?)
}
