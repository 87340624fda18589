//! `import` and `export`: a whole initiative from and into a folder.

use std::path::Path;

use archive::Folder;
use base::{Clock, Ids, Now};
use db::Db;
use services::audit::{self, Actor};

use super::{open, say};
use crate::acts::Exported;
use crate::settings::Settings;

pub(crate) async fn import(settings: &Settings, directory: &Path) -> anyhow::Result<()> {
    let folder = Folder::read(directory)?;
    let db = open(settings).await?;
    let summary = archive::import(&db, &Ids::new(Clock::system()), &folder).await?;
    db.close().await;
    say(&format!("imported {} entries with {} links", summary.entries, summary.links))
}

pub(crate) async fn export(settings: &Settings, directory: &Path) -> anyhow::Result<()> {
    let db = open(settings).await?;
    let folder = archive::export(&db).await?;
    note_export(&db, directory).await?;
    db.close().await;
    archive::write_folder(&folder, directory)?;
    say(&format!("exported {} files to {}", folder.0.len() + folder.1.len(), directory.display()))
}

/// Records an export in the audit log.
async fn note_export(db: &Db, directory: &Path) -> anyhow::Result<()> {
    let clock = Clock::system();
    let ids = Ids::new(clock.clone());
    let by = Actor { id: None, name: "zukunftsbildung export" };
    let mut tx = db.write().await?;
    audit::note(&mut tx.conn(), Now::new(&clock, &ids), by, &Exported(directory)).await?;
    Ok(tx.commit().await?)
}
