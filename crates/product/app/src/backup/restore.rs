//! Restores a backup into a data directory for `serve`: all or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use db::{Address, Db};
use services::Unfinished;

use super::manifest::{self, Manifest};
use super::{Summary, checksum, store};

/// Most files in the way that are named.
const NAMED: usize = 5;

/// The outcome of a restore.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The contents.
    pub summary: Summary,
    /// True if there was a checksum file, and so the checksum was compared.
    pub has_checksum: bool,
    /// True if the pages were compared with those of the backup; false if another build made it, so that
    /// they were only rendered.
    pub are_pages_compared: bool,
}

/// Restores a backup as `database` into an empty folder, or one that is created. Nothing is written there
/// unless everything is sound: the checksum, every page and reference of the file, the numbers and the
/// public pages.
///
/// # Errors
/// With the first check that failed; then the folder is as it was before.
pub async fn restore(file: &Path, folder: &Path, database: &Path) -> anyhow::Result<Restored> {
    let is_new = refuse_if_filled(folder)?;
    if !file.is_file() {
        bail!("there is no backup at {}", file.display());
    }
    db::private::make_folder(folder).with_context(|| format!("data directory {} cannot be made", folder.display()))?;
    let restored = into(file, database).await.context("nothing was restored");
    if restored.is_err() && is_new {
        let _ = fs::remove_dir(folder);
    }
    restored
}

/// True if the folder must be created. Files in it are named, because one may be a database that somebody
/// needs.
fn refuse_if_filled(folder: &Path) -> anyhow::Result<bool> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        read => read.with_context(|| format!("cannot read {}", folder.display()))?,
    };
    let mut names = Vec::new();
    for entry in entries.take(NAMED) {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    if names.is_empty() {
        return Ok(false);
    }
    bail!(
        "{} is not empty, it holds {}: choose another directory; nothing was changed",
        folder.display(),
        names.join(", ")
    )
}

async fn into(file: &Path, database: &Path) -> anyhow::Result<Restored> {
    let expected = checksum::expected(file)?;
    let unfinished = Unfinished::begin(database).with_context(|| format!("cannot write {}", database.display()))?;
    let copy = fs::File::options().write(true).open(unfinished.path())?;
    let found = checksum::copy(file, copy).await?;
    if expected.as_ref().is_some_and(|expected| *expected != found) {
        bail!("{} is not what was backed up: its checksum is {found}", file.display());
    }
    db::check_sqlite(unfinished.path()).await?;
    let (said, found) = compare(unfinished.path().to_owned()).await?;
    let bytes = unfinished.path().metadata()?.len();
    unfinished.finish()?;
    Ok(Restored {
        summary: Summary { bytes, pages: found.pages.len(), counts: found.counts },
        has_checksum: expected.is_some(),
        are_pages_compared: said.build == found.build,
    })
}

/// Opens a copy, migrates it and gathers its contents, to be compared with its manifest, which is then
/// removed.
async fn compare(copy: PathBuf) -> anyhow::Result<(Manifest, Manifest)> {
    let db = Db::open(&Address::File(copy)).await?;
    let compared = async {
        let document = store::find(&mut db.read().await?.conn()).await;
        let document = document.map_err(|_| anyhow!("it was not made by `zukunftsbildung backup`"))?;
        let said: Manifest = serde_json::from_str(&document).context("its manifest cannot be read")?;
        let found = manifest::gather(&db, base::clock::from_micros(said.at)?).await?;
        if let Some(difference) = said.difference(&found) {
            bail!("{difference}");
        }
        let mut tx = db.write().await?;
        store::remove(&mut tx.conn()).await?;
        tx.commit().await?;
        Ok((said, found))
    };
    let compared = compared.await;
    db.close().await;
    compared
}
