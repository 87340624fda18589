//! Keeps a folder in an empty database, in one transaction.

use base::{Ids, Locale};
use db::{Conn, Db};
use thread::sheet::{References, Review};
use thread::store::{self, NewEntry, NewLink};
use thread::{EntryId, Kind};

use crate::read::{Contents, Entry, read};
use crate::{Folder, Refused, check, document, index};

/// What was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Entries of all kinds.
    pub entries: usize,
    /// Links among them.
    pub links: usize,
}

/// Checks a folder and keeps it. Nothing is kept unless everything is.
///
/// # Errors
/// [`Refused`], with all faults of the folder.
pub async fn import(db: &Db, ids: &Ids, folder: &Folder) -> Result<Summary, Refused> {
    let contents = read(folder).map_err(Refused::Problems)?;
    let problems = check::check(folder, &contents);
    if !problems.is_empty() {
        return Err(Refused::Problems(problems));
    }
    let mut tx = db.write().await?;
    let conn = &mut tx.conn();
    if web::initiative::load(conn).await?.is_some() {
        return Err(Refused::NotEmpty);
    }
    // Keeping the one row first makes a second node that starts at the same time wait here, and see
    // below that the first was faster.
    web::initiative::save(conn, &contents.initiative).await?;
    if !store::is_empty(conn).await? {
        return Err(Refused::NotEmpty);
    }
    keep(conn, ids, &contents).await?;
    document::begin(conn, ids).await?;
    index::make(conn).await?;
    store::analyze(conn).await?;
    tx.publish().await?;
    Ok(Summary {
        entries: contents.entries.len(),
        links: contents.entries.iter().map(|entry| entry.matter.links.len()).sum(),
    })
}

async fn keep(conn: &mut Conn<'_>, ids: &Ids, contents: &Contents) -> anyhow::Result<()> {
    let mut references = References::default();
    let entry_ids: Vec<EntryId> = contents.entries.iter().map(|_| EntryId(ids.next())).collect();
    for (entry, id) in contents.entries.iter().zip(&entry_ids) {
        references.learn(&entry.reference, *id);
    }
    contents.sources.insert(conn).await?;
    contents.municipalities.insert(conn).await?;
    let forms: Vec<Option<String>> = contents.entries.iter().map(|entry| entry.table.form()).collect();
    let mut cards = Vec::with_capacity(entry_ids.len());
    for ((entry, id), form) in contents.entries.iter().zip(&entry_ids).zip(&forms) {
        let card = card(entry, *id, form.as_deref(), &references)?;
        store::insert_entry(conn, &card).await?;
        cards.push(card);
    }
    for card in &cards {
        store::insert_ties(conn, card).await?;
    }
    // Organisations first: what others say of them must find them.
    let bodies_first = |is_body: bool| {
        contents.entries.iter().zip(&entry_ids).filter(move |(entry, _)| (entry.kind == Kind::Body) == is_body)
    };
    for (entry, id) in bodies_first(true).chain(bodies_first(false)) {
        entry.table.insert(conn, *id, &references).await?;
        store::insert_claims(conn, *id, &entry.matter.claims).await?;
        store::insert_gaps(conn, *id, &entry.matter.gaps).await?;
        if let Some(video) = &entry.matter.sign_language {
            store::insert_sign_video(conn, *id, video).await?;
        }
        keep_translations(conn, entry, *id).await?;
        keep_links(conn, ids, entry, *id, &references).await?;
    }
    contents.contacts.insert(conn, &references).await?;
    for medium in &contents.media {
        medium.insert(conn, ids).await?;
    }
    Ok(())
}

fn card<'a>(
    entry: &'a Entry,
    id: EntryId,
    form: Option<&'a str>,
    references: &References,
) -> anyhow::Result<NewEntry<'a>> {
    let matter = &entry.matter;
    let mut texts = vec![(Locale::De, matter.title.as_str(), matter.summary.as_str(), entry.sheet.body.as_str())];
    let public = entry.translations.iter().filter(|(_, (front, _))| front.review != Some(Review::Draft));
    texts.extend(public.map(|(locale, (front, body))| (*locale, &*front.title, &*front.summary, &**body)));
    Ok(NewEntry {
        id,
        kind: entry.kind,
        form,
        slug: entry.slug.as_str(),
        number: matter.number,
        state: matter.state,
        when: matter.when(),
        municipality: matter.municipality.as_deref(),
        picture: matter.picture.as_deref(),
        highlight: matter.highlight,
        updated: matter.updated,
        texts,
        fields: matter
            .fields
            .iter()
            .map(|slug| references.id_in(Kind::Field.folder(), slug))
            .collect::<anyhow::Result<_>>()?,
        sources: &matter.sources,
    })
}

/// What is known of translations beside their texts, and those that are drafts.
async fn keep_translations(conn: &mut Conn<'_>, entry: &Entry, id: EntryId) -> anyhow::Result<()> {
    for (locale, (front, body)) in &entry.translations {
        let original = front.original.as_deref();
        if front.review == Some(Review::Draft) {
            let words = (front.title.as_str(), front.summary.as_str(), body.as_str());
            store::draft_translation(conn, (id, *locale), words, original).await?;
        } else if front.review.is_some() || original.is_some() {
            let today = document::fingerprint(&entry.matter.title, &entry.matter.summary, &entry.sheet.body);
            let stale = original.is_some_and(|original| original != today);
            store::note_translation(conn, (id, *locale), front.review, original, stale).await?;
        }
    }
    Ok(())
}

async fn keep_links(
    conn: &mut Conn<'_>,
    ids: &Ids,
    entry: &Entry,
    from: EntryId,
    references: &References,
) -> anyhow::Result<()> {
    for (position, link) in (0_i64..).zip(&entry.matter.links) {
        let edtf = link.when.map(|when| when.to_string());
        let asserted_by =
            link.asserted_by.as_ref().map(|slug| references.id_in(Kind::Body.folder(), slug)).transpose()?;
        let link = NewLink {
            id: ids.next(),
            from,
            relation: link.relation,
            to: references.id(&link.to)?,
            position,
            edtf: edtf.as_deref(),
            asserted_by,
            source: link.source.as_deref(),
            note: link.note.as_ref(),
            withdrawn: link.withdrawn.as_ref().map(|withdrawn| (withdrawn.at, withdrawn.why.as_str())),
        };
        store::insert_link(conn, &link).await?;
    }
    Ok(())
}
