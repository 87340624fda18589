//! A content folder in memory, from a directory or from the binary.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use rust_embed::RustEmbed;

/// All files of a content folder: path with `/` between its parts, and text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder(pub BTreeMap<String, String>);

#[derive(RustEmbed)]
#[folder = "../../initiative"]
struct Embedded;

impl Folder {
    /// The first instance's content, as it was when this program was built.
    ///
    /// # Errors
    /// If a file is not UTF-8.
    pub fn embedded() -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        for path in Embedded::iter() {
            let file = Embedded::get(&path).with_context(|| format!("embedded file {path}"))?;
            let text = String::from_utf8(file.data.into_owned()).with_context(|| format!("{path} is not UTF-8"))?;
            files.insert(path.into_owned(), text);
        }
        Ok(Self(files))
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
                let text = std::fs::read_to_string(entry.path()).with_context(|| format!("cannot read file {path}"))?;
                self.0.insert(path, text);
            }
        }
        Ok(())
    }
}
