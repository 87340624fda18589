//! `import` and `export`: a whole initiative from and into a folder.

use std::path::Path;

use archive::Folder;
use base::{Clock, Ids};

use super::{open, say};
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
    db.close().await;
    archive::write_folder(&folder, directory)?;
    say(&format!("exported {} files to {}", folder.0.len(), directory.display()))
}
