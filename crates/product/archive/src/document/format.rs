//! The format in which revisions keep documents.
//!
//! Revisions are never changed, so everything that was ever written must stay readable: each older format is brought up
//! to the next one, step by step. Whoever renames or moves a field raises [`FORMAT`], adds a step, and lays documents of
//! the former format into `fixtures/format-N`; a test reads them for ever.

use anyhow::{Context as _, bail};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Document;

/// The format that is written today.
pub const FORMAT: usize = 1;
/// The key of the number. A document without one has format 0, which was written until November 2026.
const KEY: &str = "format";

/// A document as JSON.
type Object = Map<String, Value>;

/// What each format changes, in their order: the first step leads from format 0 to format 1.
const STEPS: [fn(&mut Object); FORMAT] = [
    // Format 1 says its number.
    |_| (),
];

/// Reads a document of any format there ever was.
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

/// Writes a document in today's format.
pub(super) fn write(document: &Document) -> anyhow::Result<String> {
    #[derive(Serialize)]
    struct Numbered<'a> {
        format: usize,
        #[serde(flatten)]
        document: &'a Document,
    }
    Ok(serde_json::to_string(&Numbered { format: FORMAT, document })?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use golden_thread::Kind;

    use super::*;
    use crate::tables::table_of;

    /// The documents of a format by their names: one of each kind, and what was special in it.
    fn fixtures(format: usize) -> BTreeMap<String, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/format-{format}"));
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        let named = files.map(|file| {
            (file.file_stem().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&file).unwrap())
        });
        named.collect()
    }

    #[test]
    fn every_format_there_ever_was_is_read_as_what_it_says() {
        let today = fixtures(FORMAT);
        for format in 0..FORMAT {
            let former = fixtures(format);
            assert!(former.len() >= Kind::all().len());
            for (name, text) in former {
                let expected: Value = serde_json::from_str(&today[&name]).unwrap();
                let found: Value = serde_json::from_str(&write(&read(&text).unwrap()).unwrap()).unwrap();
                assert_eq!(found, expected, "{name} of format {format}");
            }
        }
    }

    #[test]
    fn documents_are_written_as_the_newest_fixtures_say() {
        let today = fixtures(FORMAT);
        for kind in Kind::all() {
            assert!(today.contains_key(kind.code()), "a document of the kind {kind} is missing");
        }
        for (name, text) in today {
            let document = read(&text).unwrap();
            assert_eq!(write(&document).unwrap(), text.trim_end(), "{name}: raise FORMAT, add a step");
            let table = table_of(&document);
            assert!(table.is_ok(), "{name}: its slice does not know its table any more; raise FORMAT, add a step");
        }
    }

    #[test]
    fn document_of_a_newer_program_is_refused_and_says_so() {
        let text = fixtures(FORMAT).remove("news").unwrap().replacen("\"format\":1", "\"format\":2", 1);
        let error = read(&text).unwrap_err().to_string();
        assert_eq!(error, "a newer version of this program has written the document (format 2; this one knows 1)");
        assert!(read("{\"format\":\"eins\"}").unwrap_err().to_string().contains("no number"));
    }
}
