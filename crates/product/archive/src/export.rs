//! Writes a whole initiative as a folder; the same content always gives the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use bodies::sheet::{ContactSheet, MunicipalitySheet};
use db::{BoxFuture, Db};
use golden_thread::sheet::{print, toml_text};
use golden_thread::store;

use crate::document::{self, Document};
use crate::sources::SourceSheet;
use crate::{Folder, media};

/// The content of the database as a folder in memory.
///
/// # Errors
/// If the database fails or holds no initiative.
pub fn export(db: &Db) -> BoxFuture<'_, anyhow::Result<Folder>> {
    Box::pin(export_now(db))
}

async fn export_now(db: &Db) -> anyhow::Result<Folder> {
    let mut reader = db.read().await?;
    let conn = &mut reader.conn();
    let initiative = web::initiative::load(conn).await?.context("the database holds no initiative")?;
    let cards = store::all_cards(conn).await?;
    let references = document::names(&cards);
    let mut files = BTreeMap::from([
        ("initiative.toml".to_owned(), toml_text(&initiative)?),
        ("sources.toml".to_owned(), toml_text(&SourceSheet::all(conn).await?)?),
        ("municipalities.toml".to_owned(), toml_text(&MunicipalitySheet::all(conn).await?)?),
        ("contacts.toml".to_owned(), toml_text(&ContactSheet::all(conn, &references).await?)?),
    ]);
    for (_, state, document) in document::all(conn, &cards, &references).await? {
        write(&mut files, &document.in_state(state))?;
    }
    let mut folder = Folder(files, BTreeMap::new());
    media::export(conn, &mut folder).await?;
    Ok(folder)
}

fn write(files: &mut BTreeMap<String, String>, document: &Document) -> anyhow::Result<()> {
    let name = document.reference();
    let table = document.kind.table().zip(document.table.clone());
    files.insert(format!("{name}.md"), print(&document.matter, table, &document.body)?);
    for (locale, translated) in &document.translations {
        files.insert(format!("{name}.{}.md", locale.code()), print(&translated.front(), None, &translated.body)?);
    }
    Ok(())
}

/// Writes a folder to disk, into a directory that is empty or does not exist yet.
///
/// # Errors
/// If the directory holds something, or cannot be written.
pub fn write_folder(folder: &Folder, directory: &Path) -> anyhow::Result<()> {
    let is_taken = directory.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if is_taken {
        bail!("{} is not empty; export needs an empty or new directory, nothing was changed", directory.display());
    }
    let texts = folder.0.iter().map(|(file, text)| (file, text.as_bytes()));
    let bytes = folder.1.iter().map(|(file, bytes)| (file, bytes.as_slice()));
    for (file, bytes) in texts.chain(bytes) {
        let path = directory.join(file);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        std::fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}
