//! Reads documents back from the tables, all at once: for export, and for the first revisions.

use std::collections::{BTreeMap, HashMap};

use anyhow::bail;
use base::{Locale, VideoAddress};
use claims::Claim;
use db::Conn;
use edtf::When;
use golden_thread::entry::Gap;
use golden_thread::sheet::{AttachmentMatter, LinkMatter, Matter, References, Withdrawal, all_tables};
use golden_thread::store::{self, StoredCard, StoredLink, StoredTranslation};
use golden_thread::{EntryId, State};
use toml::Value;

use super::{Document, Translated, names};

/// All entries with their states.
///
/// # Errors
/// As [`all`].
pub(crate) async fn load(conn: &mut Conn<'_>) -> anyhow::Result<Vec<(EntryId, State, Document)>> {
    let cards = store::all_cards(conn).await?;
    all(conn, &cards, &names(&cards)).await
}

/// The entries of these cards, with their states.
///
/// # Errors
/// If the database fails or an entry has no German text.
pub(crate) async fn all(
    conn: &mut Conn<'_>,
    cards: &[StoredCard],
    references: &References,
) -> anyhow::Result<Vec<(EntryId, State, Document)>> {
    let mut around = Around::load(conn, references).await?;
    cards.iter().map(|card| Ok((card.id, card.state, around.document(card, references)?))).collect()
}

/// The data besides the cards, by entry.
struct Around {
    tables: HashMap<EntryId, Value>,
    claims: HashMap<EntryId, Vec<Claim>>,
    links: HashMap<EntryId, Vec<StoredLink>>,
    gaps: HashMap<EntryId, Vec<Gap>>,
    sign_videos: HashMap<EntryId, VideoAddress>,
    attachments: HashMap<EntryId, Vec<AttachmentMatter>>,
    translations: HashMap<(EntryId, Locale), StoredTranslation>,
}

impl Around {
    async fn load(conn: &mut Conn<'_>, references: &References) -> anyhow::Result<Self> {
        Ok(Self {
            tables: all_tables(conn, references).await?,
            claims: store::all_claims(conn).await?,
            links: store::all_links(conn).await?,
            gaps: store::all_gaps(conn).await?,
            sign_videos: store::all_sign_videos(conn).await?,
            attachments: store::all_attachments(conn).await?,
            translations: store::all_translations(conn).await?,
        })
    }

    fn document(&mut self, card: &StoredCard, references: &References) -> anyhow::Result<Document> {
        let Some(((Locale::De, title, summary, body), others)) = card.texts.split_first() else {
            bail!("{}/{} has no German text", card.kind.folder(), card.slug);
        };
        Ok(Document {
            kind: card.kind,
            slug: base::Slug::parse(&card.slug)?,
            matter: self.matter(card, title, summary, references)?,
            table: self.tables.remove(&card.id),
            body: body.clone(),
            translations: self.translations(card.id, others),
        })
    }

    fn translations(
        &mut self,
        id: EntryId,
        others: &[(Locale, String, String, String)],
    ) -> BTreeMap<Locale, Translated> {
        let mut translations = BTreeMap::new();
        for locale in [Locale::En, Locale::Easy] {
            let known = self.translations.remove(&(id, locale));
            let public = others.iter().find(|(other, ..)| *other == locale);
            let public = public.map(|(_, title, summary, body)| (title.clone(), summary.clone(), body.clone()));
            let (review, original, draft) =
                known.map_or((None, None, None), |known| (known.review, known.original, known.draft));
            if let Some((title, summary, body)) = public.or(draft) {
                translations.insert(locale, Translated { title, summary, body, review, original });
            }
        }
        translations
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
            // The state is not part of a document.
            state: State::Published,
            number: card.number,
            when: card.when.map(When::edtf),
            certainty: card.when.map(When::certainty),
            fields: slugs.collect::<anyhow::Result<_>>()?,
            municipality: card.municipality.clone(),
            sources: card.sources.clone(),
            sign_language: self.sign_videos.remove(&card.id),
            picture: card.picture.clone(),
            highlight: card.highlight,
            updated: card.updated,
            claims: self.claims.remove(&card.id).unwrap_or_default(),
            links: links.into_iter().map(|link| link_matter(link, references)).collect::<anyhow::Result<_>>()?,
            gaps: self.gaps.remove(&card.id).unwrap_or_default(),
            attachments: self.attachments.remove(&card.id).unwrap_or_default(),
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
        basis: link.basis,
        note: link.note,
        withdrawn: link.withdrawn.map(|(at, why)| Withdrawal { at, why }),
    })
}
