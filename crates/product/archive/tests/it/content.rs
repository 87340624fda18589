//! The shipped content: complete in what it promises to be complete in.

use archive::Folder;
use golden_thread::sheet::{Sheet, Translation};

/// Folders whose texts are all there in English, not only titles and summaries.
const FULL_ENGLISH: [&str; 5] = ["ziele/", "handlungsfelder/", "phasen/", "meilensteine/", "seiten/"];

fn entries(folder: &Folder) -> impl Iterator<Item = (&String, &String)> {
    folder.0.iter().filter(|(file, _)| file.contains('/') && file.matches('.').count() == 1)
}

#[test]
fn every_entry_has_an_english_title_and_summary() {
    let folder = Folder::embedded().unwrap();
    let mut seen = 0;
    for (file, _) in entries(&folder) {
        let english = file.replace(".md", ".en.md");
        let text = folder.0.get(&english).unwrap_or_else(|| panic!("{english} is missing"));
        let translation: Translation = Sheet::split(&english, text).unwrap().parse().unwrap();
        assert!(!translation.title.is_empty() && !translation.summary.is_empty(), "{english}");
        seen += 1;
    }
    assert!(seen > 100, "{seen} entries");
}

#[test]
fn goals_fields_process_and_pages_are_english_in_full() {
    let folder = Folder::embedded().unwrap();
    for (file, text) in entries(&folder).filter(|(file, _)| FULL_ENGLISH.iter().any(|start| file.starts_with(start))) {
        let english = file.replace(".md", ".en.md");
        let (german, english) =
            (Sheet::split(file, text).unwrap(), Sheet::split(&english, &folder.0[&english]).unwrap());
        assert_eq!(german.body.is_empty(), english.body.is_empty(), "{file}");
    }
}

#[test]
fn two_pages_exist_in_leichte_sprache() {
    let folder = Folder::embedded().unwrap();
    let easy: Vec<&String> = folder.0.keys().filter(|file| file.ends_with(".leicht.md")).collect();
    assert_eq!(easy, ["seiten/mitmachen.leicht.md", "seiten/was-ist-zukunftsbildung.leicht.md"]);
}
