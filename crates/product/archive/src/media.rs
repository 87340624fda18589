//! `medien/`: pictures and files, each a sheet beside its bytes.

use std::collections::BTreeMap;

use base::{Ids, Slug};
use db::Conn;
use golden_thread::sheet::{Problem, line_of, parse_toml, toml_text};
use media::sheet::{FOLDER, MediumSheet};
use media::store::{self, StoredFile};
use media::{FileType, Medium};

use crate::Folder;

/// A medium of a folder, with everything made from its bytes.
pub(crate) struct MediumFile {
    slug: Slug,
    sheet: MediumSheet,
    file_type: FileType,
    files: Vec<StoredFile>,
}

/// True for a text file in the folder of media, where text can only be a sheet.
pub(crate) fn is_sheet(file: &str) -> bool {
    file.strip_prefix(FOLDER).is_some_and(|rest| rest.starts_with('/'))
}

/// True for a file beside a sheet: the bytes of a medium.
pub(crate) fn is_beside(file: &str) -> bool {
    is_sheet(file) && file.rsplit('.').next() != Some("toml")
}

/// Reads all media of a folder.
pub(crate) fn read(folder: &Folder, problems: &mut Vec<Problem>) -> Vec<MediumFile> {
    let mut left: BTreeMap<&str, &Vec<u8>> = folder.1.iter().map(|(file, bytes)| (file.as_str(), bytes)).collect();
    let mut media = Vec::new();
    for (file, text) in folder.0.iter().filter(|(file, _)| is_sheet(file)) {
        let beside = left.keys().find(|other| stem(other) == stem(file)).copied();
        let read = match beside.and_then(|beside| Some((beside, left.remove(beside)?))) {
            Some((beside, bytes)) => medium(file, text, beside, bytes),
            None => Err(problem(file, "the file that it describes is missing beside it".to_owned())),
        };
        match read {
            Ok(medium) => media.push(medium),
            Err(problem) => problems.push(problem),
        }
    }
    problems
        .extend(left.keys().map(|file| problem(file, format!("there is no `{}.toml` that describes it", stem(file)))));
    media
}

fn medium(file: &str, text: &str, beside: &str, bytes: &[u8]) -> Result<MediumFile, Problem> {
    let name = stem(file).rsplit('/').next().unwrap_or_default();
    let slug = Slug::parse(name).map_err(|error| problem(file, error.to_string()))?;
    let sheet: MediumSheet = parse_toml(file, text, 1)?;
    let ending = beside.rsplit('.').next().unwrap_or_default();
    let taken = MediumSheet::take(bytes.to_vec(), ending).map_err(|refusal| problem(beside, refusal.to_string()));
    let (file_type, files) = taken?;
    if file_type.code() != ending {
        return Err(problem(beside, format!("a picture like this is kept as `.{file_type}`")));
    }
    sheet.check(file_type).map_err(|(word, reason)| Problem {
        file: file.to_owned(),
        line: line_of(text, &word),
        reason,
    })?;
    Ok(MediumFile { slug, sheet, file_type, files })
}

fn problem(file: &str, reason: String) -> Problem {
    Problem { file: file.to_owned(), line: 1, reason }
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

impl MediumFile {
    pub(crate) async fn insert(&self, conn: &mut Conn<'_>, ids: &Ids) -> db::Result<()> {
        self.sheet.insert(conn, ids, &self.slug, (self.file_type, &self.files)).await
    }
}

/// Writes all media that are not withdrawn to a folder.
pub(crate) async fn export(conn: &mut Conn<'_>, folder: &mut Folder) -> anyhow::Result<()> {
    for medium in store::all(conn).await? {
        let Medium { slug, file_type, .. } = &medium;
        folder.0.insert(format!("{FOLDER}/{slug}.toml"), toml_text(&MediumSheet::of(&medium))?);
        folder.1.insert(format!("{FOLDER}/{slug}.{file_type}"), store::whole(conn, &medium).await?);
    }
    Ok(())
}
