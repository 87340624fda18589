//! Documents of every format there ever was: each slice keeps one of each of its kinds in `fixtures/format-N`.

use std::collections::BTreeMap;
use std::fs::read_dir;
use std::path::{Path, PathBuf};

use archive::Document;
use archive::document::FORMAT;
use golden_thread::Kind;
use golden_thread::sheet::table_in_document;
use serde_json::Value;

/// The folders and files in a folder; none if it is not there.
fn within(folder: &Path) -> Vec<PathBuf> {
    read_dir(folder).map(|files| files.map(|file| file.unwrap().path()).collect()).unwrap_or_default()
}

/// The documents of a format by their names: one of each kind, and what was special in it.
fn fixtures(format: usize) -> BTreeMap<String, String> {
    testing::register();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let rooms = within(&crates).into_iter().flat_map(|floor| within(&floor));
    let files = rooms.flat_map(|room| within(&room.join(format!("fixtures/format-{format}"))));
    let name = |file: &Path| file.file_stem().unwrap().to_str().unwrap().to_owned();
    files.map(|file| (name(&file), std::fs::read_to_string(&file).unwrap())).collect()
}

#[test]
fn every_format_there_ever_was_is_read_as_what_it_says() {
    let today = fixtures(FORMAT);
    for format in 0..FORMAT {
        let former = fixtures(format);
        assert!(former.len() >= 18, "format {format}: there were 18 kinds when documents got a format");
        for (name, text) in former {
            let expected: Value = serde_json::from_str(&today[&name]).unwrap();
            let found: Value = serde_json::from_str(&Document::from_json(&text).unwrap().to_json().unwrap()).unwrap();
            assert_eq!(found, expected, "{name} of format {format}");
        }
    }
}

#[test]
fn documents_are_written_as_the_newest_fixtures_say() {
    let today = fixtures(FORMAT);
    for kind in Kind::all() {
        assert!(today.contains_key(kind.code()), "lay a document of the kind {kind} into its slice");
    }
    for (name, text) in today {
        let document = Document::from_json(&text).unwrap();
        assert_eq!(document.to_json().unwrap(), text.trim_end(), "{name}: raise FORMAT, add a step");
        let table = table_in_document(document.table.as_ref(), document.kind);
        assert!(table.is_ok(), "{name}: its slice does not know its table any more; raise FORMAT, add a step");
    }
}

#[test]
fn document_of_a_newer_program_is_refused_and_says_so() {
    let text = fixtures(FORMAT).remove("news").unwrap().replacen("\"format\":1", "\"format\":2", 1);
    let error = Document::from_json(&text).unwrap_err().to_string();
    assert_eq!(error, "a newer version of this program has written the document (format 2; this one knows 1)");
    assert!(Document::from_json("{\"format\":\"eins\"}").unwrap_err().to_string().contains("no number"));
}
