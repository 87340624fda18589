//! Writes a whole initiative as a folder; the same content always gives the same bytes.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context as _, bail};
use base::{Claim, Locale, VideoAddress, When};
use bodies::sheet::{ContactSheet, MunicipalitySheet};
use db::{Conn, Db};
use thread::EntryId;
use thread::entry::Gap;
use thread::sheet::{LinkMatter, Matter, References, Translation, Withdrawal, print, toml_text};
use thread::store::{self, StoredCard, StoredLink};
use toml::Value;

use crate::sources::SourceSheet;
use crate::{Folder, tables};

/// The content of the database as a folder in memory.
///
/// # Errors
/// If the database fails or holds no initiative.
pub async fn export(db: &Db) -> anyhow::Result<Folder> {
    let mut reader = db.read().await?;
    let conn = &mut reader.conn();
    let initiative = web::initiative::load(conn).await?.context("the database holds no initiative")?;
    let cards = store::all_cards(conn).await?;
    let mut references = References::default();
    for card in &cards {
        references.learn(&format!("{}/{}", card.kind.folder(), card.slug), card.id);
    }
    let mut files = BTreeMap::from([
        ("initiative.toml".to_owned(), toml_text(&initiative)?),
        ("sources.toml".to_owned(), toml_text(&SourceSheet::all(conn).await?)?),
        ("municipalities.toml".to_owned(), toml_text(&MunicipalitySheet::all(conn).await?)?),
        ("contacts.toml".to_owned(), toml_text(&ContactSheet::all(conn, &references).await?)?),
    ]);
    let mut rest = Rest::load(conn, &references).await?;
    for card in &cards {
        rest.write(&mut files, card, &references)?;
    }
    Ok(Folder(files))
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
    for (file, text) in &folder.0 {
        let path = directory.join(file);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("cannot create {}", parent.display()))?;
        }
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// What stands around the cards, by entry.
struct Rest {
    tables: HashMap<EntryId, Value>,
    claims: HashMap<EntryId, Vec<Claim>>,
    links: HashMap<EntryId, Vec<StoredLink>>,
    gaps: HashMap<EntryId, Vec<Gap>>,
    sign_videos: HashMap<EntryId, VideoAddress>,
}

impl Rest {
    async fn load(conn: &mut Conn<'_>, references: &References) -> anyhow::Result<Self> {
        Ok(Self {
            tables: tables::all(conn, references).await?,
            claims: store::all_claims(conn).await?,
            links: store::all_links(conn).await?,
            gaps: store::all_gaps(conn).await?,
            sign_videos: store::all_sign_videos(conn).await?,
        })
    }

    fn write(
        &mut self,
        files: &mut BTreeMap<String, String>,
        card: &StoredCard,
        references: &References,
    ) -> anyhow::Result<()> {
        let name = format!("{}/{}", card.kind.folder(), card.slug);
        let Some((german, others)) = card.texts.split_first().filter(|((locale, ..), _)| *locale == Locale::De) else {
            bail!("{name} has no German text");
        };
        let matter = self.matter(card, &german.1, &german.2, references)?;
        let table = card.kind.table().and_then(|table| Some((table, self.tables.remove(&card.id)?)));
        files.insert(format!("{name}.md"), print(&matter, table, &german.3)?);
        for (locale, title, summary, body) in others {
            let translation = Translation { title: title.clone(), summary: summary.clone() };
            files.insert(format!("{name}.{}.md", locale.code()), print(&translation, None, body)?);
        }
        Ok(())
    }

    fn matter(
        &mut self,
        card: &StoredCard,
        title: &str,
        summary: &str,
        references: &References,
    ) -> anyhow::Result<Matter> {
        let slugs = card.fields.iter().map(|id| references.slug(*id).map(ToOwned::to_owned));
        let links = self.links.remove(&card.id).unwrap_or_default();
        Ok(Matter {
            title: title.to_owned(),
            summary: summary.to_owned(),
            state: card.state,
            number: card.number,
            when: card.when.map(When::edtf),
            certainty: card.when.map(When::certainty),
            fields: slugs.collect::<anyhow::Result<_>>()?,
            municipality: card.municipality.clone(),
            sources: card.sources.clone(),
            sign_language: self.sign_videos.remove(&card.id),
            highlight: card.highlight,
            updated: card.updated,
            claims: self.claims.remove(&card.id).unwrap_or_default(),
            links: links.into_iter().map(|link| link_matter(link, references)).collect::<anyhow::Result<_>>()?,
            gaps: self.gaps.remove(&card.id).unwrap_or_default(),
        })
    }
}

fn link_matter(link: StoredLink, references: &References) -> anyhow::Result<LinkMatter> {
    Ok(LinkMatter {
        relation: link.relation,
        to: references.reference(link.to)?.to_owned(),
        when: link.when,
        asserted_by: link.asserted_by.map(|id| references.slug(id).map(ToOwned::to_owned)).transpose()?,
        source: link.source,
        note: link.note,
        withdrawn: link.withdrawn.map(|(at, why)| Withdrawal { at, why }),
    })
}
