//! A content folder in memory, from a directory or from the binary.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use rust_embed::RustEmbed;

use crate::media;

/// All files of a content folder, by path with `/` between its parts: first those that are text, then the
/// bytes of media.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder(pub BTreeMap<String, String>, pub BTreeMap<String, Vec<u8>>);

#[derive(RustEmbed)]
#[folder = "../../initiative"]
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
            folder.add(path.into_owned(), file.data.into_owned())?;
        }
        Ok(folder)
    }

    /// Adds a file. Whatever lies beside the sheets of media is theirs; all else is text.
    fn add(&mut self, path: String, bytes: Vec<u8>) -> anyhow::Result<()> {
        if media::is_beside(&path) {
            self.1.insert(path, bytes);
        } else {
            let text = String::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))?;
            self.0.insert(path, text);
        }
        Ok(())
    }

    /// Reads a directory. Hidden files are left out, as editors and file managers leave them there.
    ///
    /// # Errors
    /// If a file cannot be read or is not UTF-8.
    pub fn read(directory: &Path) -> anyhow::Result<Self> {
        let mut folder = Self::default();
        folder.gather(directory, "")?;
        Ok(folder)
    }

    fn gather(&mut self, directory: &Path, prefix: &str) -> anyhow::Result<()> {
        let entries =
            std::fs::read_dir(directory).with_context(|| format!("cannot read folder {}", directory.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                self.gather(&entry.path(), &format!("{path}/"))?;
            } else {
                let bytes = std::fs::read(entry.path()).with_context(|| format!("cannot read file {path}"))?;
                self.add(path, bytes)?;
            }
        }
        Ok(())
    }
}
