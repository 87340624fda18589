//! Imports a folder into an empty database, in one transaction.

use base::Ids;
use db::{BoxFuture, Conn, Db};
use golden_thread::sheet::{References, StoredTable};
use golden_thread::store;
use golden_thread::{EntryId, Kind};

use crate::document::{self, Document};
use crate::read::{Contents, read};
use crate::{Folder, Refusal, check, index};

/// Numbers of imported things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Entries of all kinds.
    pub entries: usize,
    /// Links among them.
    pub links: usize,
}

/// Checks a folder and imports it, all or nothing.
///
/// # Errors
/// [`Refusal`], with all faults of the folder.
pub fn import<'a>(db: &'a Db, ids: &'a Ids, folder: &'a Folder) -> BoxFuture<'a, Result<Summary, Refusal>> {
    Box::pin(import_now(db, ids, folder))
}

async fn import_now(db: &Db, ids: &Ids, folder: &Folder) -> Result<Summary, Refusal> {
    let contents = read(folder).map_err(Refusal::Problems)?;
    let problems = check::check(folder, &contents);
    if !problems.is_empty() {
        return Err(Refusal::Problems(problems));
    }
    let mut tx = db.write().await?;
    let conn = &mut tx.conn();
    if web::initiative::load(conn).await?.is_some() {
        return Err(Refusal::NotEmpty);
    }
    // Writing the one row first makes a second node that starts at the same time wait here, and see below
    // that the first was faster.
    web::initiative::save(conn, &contents.initiative).await?;
    if !store::is_empty(conn).await? {
        return Err(Refusal::NotEmpty);
    }
    keep(conn, ids, &contents).await?;
    let documents = document::load(conn).await?;
    document::begin(conn, ids, &documents).await?;
    index::make(conn, &documents).await?;
    store::analyze(conn).await?;
    tx.publish().await?;
    Ok(Summary {
        entries: contents.entries.len(),
        links: contents.entries.iter().map(|entry| entry.matter.links.len()).sum(),
    })
}

async fn keep(conn: &mut Conn<'_>, ids: &Ids, contents: &Contents) -> anyhow::Result<()> {
    let mut references = References::default();
    let entries: Vec<(EntryId, Document, &dyn StoredTable)> =
        contents.entries.iter().map(|entry| (EntryId(ids.next()), entry.document(), &*entry.table)).collect();
    for (id, document, _) in &entries {
        references.learn(&document.reference(), *id);
    }
    contents.sources.put(conn).await?;
    contents.municipalities.insert(conn).await?;
    let forms: Vec<Option<String>> = entries.iter().map(|(.., table)| table.form()).collect();
    let mut cards = Vec::with_capacity(entries.len());
    for ((id, document, _), form) in entries.iter().zip(&forms) {
        let matter = &document.matter;
        let card = document::card(document, (*id, matter.state, matter.updated), form.as_deref(), &references)?;
        cards.push(card);
    }
    store::insert_entries(conn, &cards).await?;
    store::insert_ties(conn, &cards).await?;
    let mut links = Vec::new();
    // Organisations first, because other entries refer to them.
    let bodies_first =
        |is_body: bool| entries.iter().filter(move |(_, document, _)| (document.kind == Kind::BODY) == is_body);
    for (id, document, table) in bodies_first(true).chain(bodies_first(false)) {
        table.insert(conn, *id, &references).await?;
        document::around(conn, *id, document).await?;
        links.extend(document::new_links(ids, *id, &document.matter.links, &references)?);
    }
    store::insert_links(conn, &links).await?;
    let claims = entries.iter().map(|(id, document, _)| (*id, document.matter.claims.as_slice()));
    store::insert_claims(conn, &claims.collect::<Vec<_>>()).await?;
    contents.contacts.insert(conn, &references).await?;
    for medium in &contents.media {
        medium.insert(conn, ids).await?;
    }
    Ok(())
}
