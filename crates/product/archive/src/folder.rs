//! A content folder in memory, from a directory or from the binary.

use std::collections::BTreeMap;
use std::fs::{DirEntry, File, FileType};
use std::io::Read as _;
use std::os::unix::fs::FileTypeExt as _;
use std::path::Path;

use ::media::intake::LARGEST_FILE;
use anyhow::Context as _;
use golden_thread::sheet::Problem;
use rust_embed::RustEmbed;

use crate::{Refusal, media};

/// Most bytes of an entry's file, like the form at the desk.
const LARGEST_TEXT: usize = 2 << 20;
/// Most bytes of a list such as `sources.toml`.
const LARGEST_LIST: usize = 16 << 20;

/// All files of a content folder, by path with `/` between its parts: the first map holds text, the second
/// the bytes of media.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder(pub BTreeMap<String, String>, pub BTreeMap<String, Vec<u8>>);

#[derive(RustEmbed)]
#[folder = "../../../initiative"]
struct Embedded;

impl Folder {
    /// The first instance's content, as it was when this program was built.
    ///
    /// # Errors
    /// If a file is not UTF-8.
    pub fn embedded() -> anyhow::Result<Self> {
        let mut folder = Self::default();
        for path in Embedded::iter() {
            let file = Embedded::get(&path).with_context(|| format!("embedded file {path}"))?;
            folder.add(path.clone().into_owned(), file.data.into_owned()).with_context(|| path.into_owned())?;
        }
        Ok(folder)
    }

    /// Adds a file. Files beside the sheets of media are bytes; all others are text.
    fn add(&mut self, path: String, bytes: Vec<u8>) -> anyhow::Result<()> {
        if media::is_beside(&path) {
            self.1.insert(path, bytes);
        } else {
            let text = String::from_utf8(bytes).ok().context("this is not UTF-8")?;
            self.0.insert(path, text);
        }
        Ok(())
    }

    /// Reads a directory, which may be a link itself. Hidden files, which editors and file managers create,
    /// are left out. Nothing outside of it is read: links in it are refused, and so are pipes and devices,
    /// because reading one may never end.
    ///
    /// # Errors
    /// [`Refusal::Problems`] with everything that is no regular file, is too large, or is not UTF-8.
    pub fn read(directory: &Path) -> Result<Self, Refusal> {
        let mut folder = Self::default();
        let mut problems = Vec::new();
        folder.gather(directory, "", &mut problems)?;
        if problems.is_empty() { Ok(folder) } else { Err(Refusal::Problems(problems)) }
    }

    fn gather(&mut self, directory: &Path, prefix: &str, problems: &mut Vec<Problem>) -> anyhow::Result<()> {
        let about = || format!("cannot read folder {}", directory.display());
        let mut entries = std::fs::read_dir(directory).with_context(about)?.collect::<Result<Vec<_>, _>>()?;
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            let file_type = entry.file_type()?;
            if file_type.is_dir() {
                self.gather(&entry.path(), &format!("{path}/"), problems)?;
                continue;
            }
            let read = match refuse(file_type) {
                Some(reason) => Err(reason.to_owned()),
                None => read_bounded(&entry.path(), &path)?,
            };
            let added = read.and_then(|bytes| self.add(path.clone(), bytes).map_err(|error| error.to_string()));
            problems.extend(added.err().map(|reason| Problem { file: path, line: 1, reason }));
        }
        Ok(())
    }
}

/// The reason why this type of file is refused; `None` for a regular file.
fn refuse(file_type: FileType) -> Option<&'static str> {
    if file_type.is_file() {
        None
    } else if file_type.is_symlink() {
        Some("this is a link; import reads only what lies in the folder itself: put the file here")
    } else if file_type.is_fifo() {
        Some("this is a pipe and no file")
    } else if file_type.is_socket() {
        Some("this is a socket and no file")
    } else {
        Some("this is a device and no file")
    }
}

/// The bytes of a file, or the reason why there are too many.
fn read_bounded(file: &Path, path: &str) -> anyhow::Result<Result<Vec<u8>, String>> {
    let most = match path {
        _ if media::is_beside(path) => LARGEST_FILE,
        _ if !path.contains('/') => LARGEST_LIST,
        _ => LARGEST_TEXT,
    };
    let about = || format!("cannot read file {path}");
    let mut bytes = Vec::new();
    File::open(file).with_context(about)?.take(most as u64 + 1).read_to_end(&mut bytes).with_context(about)?;
    let is_too_large = bytes.len() > most;
    Ok(if is_too_large { Err(format!("the file has more than {} MB", most >> 20)) } else { Ok(bytes) })
}
