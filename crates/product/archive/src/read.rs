//! Parses the files of a folder, and finds all faults that concern a single file.

use std::collections::BTreeMap;

use base::{Locale, Slug};
use bodies::sheet::{ContactSheet, MunicipalitySheet};
use golden_thread::Kind;
use golden_thread::sheet::{MOST_ROWS, Matter, Problem, Sheet, StoredTable, Translation, parse_toml, table_in_file};
use serde::de::DeserializeOwned;
use web::initiative::Initiative;

use crate::Folder;
use crate::document::{Document, Fault, Translated, Why};
use crate::media::{self, MediumFile};
use crate::sources::SourceSheet;

/// A folder whose files are valid, each by itself.
pub(crate) struct Contents {
    pub(crate) initiative: Initiative,
    pub(crate) sources: SourceSheet,
    pub(crate) municipalities: MunicipalitySheet,
    pub(crate) contacts: ContactSheet,
    pub(crate) entries: Vec<Entry>,
    pub(crate) media: Vec<MediumFile>,
}

/// An entry with its files.
pub(crate) struct Entry {
    pub(crate) kind: Kind,
    pub(crate) slug: Slug,
    /// Folder and slug.
    pub(crate) reference: String,
    pub(crate) sheet: Sheet,
    pub(crate) matter: Matter,
    pub(crate) table: Box<dyn StoredTable>,
    /// The table as TOML, as in the file.
    pub(crate) value: Option<toml::Value>,
    /// Texts in other languages: title and summary, Markdown.
    pub(crate) translations: BTreeMap<Locale, (Translation, Sheet)>,
}

impl Entry {
    /// The entry as one value.
    pub(crate) fn document(&self) -> Document {
        let translated = |(front, sheet): &(Translation, Sheet)| {
            let Translation { title, summary, review, original } = front.clone();
            Translated { title, summary, body: sheet.body.clone(), review, original }
        };
        let translations = self.translations.iter().map(|(locale, text)| (*locale, translated(text)));
        Document {
            kind: self.kind,
            slug: self.slug.clone(),
            matter: self.matter.clone(),
            table: self.value.clone(),
            body: self.sheet.body.clone(),
            translations: translations.collect(),
        }
    }

    /// Maps a fault of the document to file and line.
    pub(crate) fn problem(&self, fault: &Fault) -> Problem {
        let of_text = |sheet: &Sheet| match &fault.why {
            Why::NoMarkdown(unfit) => sheet.line_at("body", None) + unfit.line().map_or(0, |line| line - 1),
            _ => sheet.line_at(&fault.path, self.kind.table()),
        };
        let translated = fault.path.strip_prefix("translations.").and_then(|rest| rest.split_once('.'));
        let sheet = translated.and_then(|(code, _)| Some(&self.translations.get(&Locale::from_code(code)?)?.1));
        let sheet = sheet.unwrap_or(&self.sheet);
        let reason = match &fault.why {
            Why::TooLong(rows) => {
                let list = fault.path.replacen("table", self.kind.table().unwrap_or_default(), 1);
                let list = list.trim_start_matches("matter.");
                format!("`{list}` has {rows} rows; a list has at most {MOST_ROWS}")
            }
            why => why.to_string(),
        };
        Problem { file: sheet.file.clone(), line: of_text(sheet), reason }
    }
}

/// The only file of a folder that is not imported.
const README: &str = "README.md";

/// Parses all files.
pub(crate) fn read(folder: &Folder) -> Result<Contents, Vec<Problem>> {
    let mut problems = Vec::new();
    let initiative = top::<Initiative>(folder, "initiative.toml", &mut problems);
    let sources = top::<SourceSheet>(folder, "sources.toml", &mut problems);
    let municipalities = top::<MunicipalitySheet>(folder, "municipalities.toml", &mut problems);
    let contacts = top::<ContactSheet>(folder, "contacts.toml", &mut problems);
    let entries = entries(folder, &mut problems);
    let media = media::read(folder, &mut problems);
    match (initiative, sources, municipalities, contacts) {
        (Some(initiative), Some(sources), Some(municipalities), Some(contacts)) if problems.is_empty() => {
            Ok(Contents { initiative, sources, municipalities, contacts, entries, media })
        }
        _ => Err(problems),
    }
}

fn top<T: DeserializeOwned>(folder: &Folder, file: &str, problems: &mut Vec<Problem>) -> Option<T> {
    let Some(text) = folder.0.get(file) else {
        problems.push(Problem { file: file.to_owned(), line: 1, reason: "the file is missing".to_owned() });
        return None;
    };
    parse_toml(file, text, 1).map_err(|problem| problems.push(problem)).ok()
}

const TOP: [&str; 5] = [README, "initiative.toml", "sources.toml", "municipalities.toml", "contacts.toml"];

fn entries(folder: &Folder, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut translations = Vec::new();
    let is_entry = |file: &str| !TOP.contains(&file) && !media::is_sheet(file);
    for (file, text) in folder.0.iter().filter(|(file, _)| is_entry(file)) {
        let read = place(file).and_then(|(kind, slug, locale)| {
            let sheet = Sheet::split(file, text)?;
            if locale == Locale::De {
                let entry = entry(kind, slug, sheet)?;
                entries.insert(entry.reference.clone(), entry);
            } else {
                translations.push((kind.reference(slug.as_str()), locale, sheet.parse::<Translation>()?, sheet));
            }
            Ok(())
        });
        problems.extend(read.err());
    }
    for (reference, locale, translation, sheet) in translations {
        match entries.get_mut(&reference) {
            Some(entry) => _ = entry.translations.insert(locale, (translation, sheet)),
            None => problems.push(Problem {
                reason: format!("there is no German file `{reference}.md` for this translation, or it has faults"),
                file: sheet.file,
                line: 1,
            }),
        }
    }
    entries.into_values().collect()
}

/// Kind, slug and language of a path.
fn place(file: &str) -> Result<(Kind, Slug, Locale), Problem> {
    let problem = |reason: String| Problem { file: file.to_owned(), line: 1, reason };
    let stem = file.strip_suffix(".md").ok_or_else(|| problem("only Markdown files (.md) belong here".to_owned()))?;
    let (folder, name) =
        stem.split_once('/').ok_or_else(|| problem("the file belongs into the folder of its kind".to_owned()))?;
    let kind = Kind::from_folder(folder).ok_or_else(|| {
        let folders: Vec<&str> = Kind::all().iter().copied().map(Kind::folder).collect();
        problem(format!("folder `{folder}` is unknown; there are {}", folders.join(", ")))
    })?;
    let (slug, locale) = match name.split_once('.') {
        None => (name, Locale::De),
        Some((slug, code)) => (
            slug,
            Locale::from_code(code)
                .filter(|locale| *locale != Locale::De)
                .ok_or_else(|| problem(format!("`.{code}` is no language of ours; there are `.en` and `.leicht`")))?,
        ),
    };
    let slug = Slug::parse(slug).map_err(|error| problem(error.to_string()))?;
    Ok((kind, slug, locale))
}

fn entry(kind: Kind, slug: Slug, sheet: Sheet) -> Result<Entry, Problem> {
    let (matter, value) = Matter::read(&sheet, kind)?;
    let table = table_in_file(&sheet, kind)?;
    let reference = kind.reference(slug.as_str());
    Ok(Entry { kind, slug, reference, sheet, matter, table, value, translations: BTreeMap::new() })
}
