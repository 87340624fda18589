//! Backups of a SQLite database: one file, made while others write, and verified before it is reported as
//! good.
//!
//! The file is a SQLite database itself. It holds everything of the original: content with its history,
//! pictures and files, messages, mails of the last 30 days, accounts, keys. It also holds a `manifest` of
//! its contents. It does not hold the settings, nor mails that were written to files. Its checksum file is
//! `FILE.sha256`, as `sha256sum` writes it.
//!
//! A file is written whole or not at all, and only its owner may read it. Breakage is `anyhow` with a line
//! for people.

mod checksum;
pub mod daily;
mod manifest;
mod restore;
mod store;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::{Context as _, bail};
use base::Clock;
use services::Unfinished;

pub use manifest::MOST_PAGES;
pub use restore::{Restored, restore};

/// The contents of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Size of the file, in bytes.
    pub bytes: u64,
    /// Numbers of things, by name.
    pub counts: BTreeMap<String, i64>,
    /// Number of public pages that were rendered from the copy.
    pub pages: usize,
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} kB", self.bytes.div_ceil(1 << 10))?;
        for (what, count) in &self.counts {
            write!(f, ", {count} {what}")?;
        }
        write!(f, ", {} pages rendered", self.pages)
    }
}

/// Copies a database into a new file. Everything that was acknowledged before the call is in it.
///
/// # Errors
/// If there is a file already and `replace` is false, if the database cannot be read, or if the file cannot
/// be written. Then nothing is left behind, and an earlier file stays.
pub async fn make(database: &Path, file: &Path, clock: &Clock, replace: bool) -> anyhow::Result<Summary> {
    if !replace && file.symlink_metadata().is_ok() {
        bail!("{} exists already: choose another name, or --force to replace it; nothing was changed", file.display());
    }
    let unfinished = Unfinished::begin(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => anyhow::anyhow!(
            "another backup into {} is being made, or was broken off: then remove .{}.part beside it",
            file.display(),
            file.file_name().unwrap_or_default().display(),
        ),
        _ => anyhow::Error::new(error).context(format!("{} cannot be written", file.display())),
    })?;
    let at = clock.now();
    db::copy_sqlite(database, unfinished.path()).await?;
    let manifest = manifest::write(unfinished.path(), at).await?;
    let sum = checksum::of(unfinished.path()).await?;
    let bytes = unfinished.path().metadata()?.len();
    // For a moment without a checksum, rather than with one that does not fit.
    checksum::remove(file)?;
    unfinished.finish().with_context(|| format!("{} cannot be written", file.display()))?;
    checksum::write(file, &sum)?;
    Ok(Summary { bytes, pages: manifest.pages.len(), counts: manifest.counts })
}
