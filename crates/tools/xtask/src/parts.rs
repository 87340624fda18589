//! Files that the tests of a suite leave in a temporary folder, for a task that joins them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::machine;

/// A temporary folder that is removed when this value is dropped.
pub(crate) struct Parts(PathBuf);

impl Parts {
    /// Makes an empty folder.
    pub(crate) fn make(name: &str) -> Result<Self> {
        let path = machine::scratch(name);
        fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(Self(path))
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The names and texts of the files in the folder, sorted by name.
    pub(crate) fn read(&self) -> Result<Vec<(String, String)>> {
        let mut parts = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            parts.push((entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?));
        }
        parts.sort();
        Ok(parts)
    }
}

impl Drop for Parts {
    fn drop(&mut self) {
        // A folder that cannot be removed stays among the temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}
