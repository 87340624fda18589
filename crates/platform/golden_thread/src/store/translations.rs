//! The state of review of translations, and the drafts that nobody has reviewed yet.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, on, run, unknown};

use crate::EntryId;
use crate::sheet::Review;

const NOTE: &str = "UPDATE entry_texts SET review = $3, original = $4, stale = $5 WHERE entry_id = $1 AND locale = $2";

/// Notes the review of a stored translation, the fingerprint of its original, and if that original has
/// changed since.
pub async fn note_translation(
    conn: &mut Conn<'_>,
    (id, locale): (EntryId, Locale),
    review: Option<Review>,
    original: Option<&str>,
    stale: bool,
) -> Result<()> {
    let review = review.map(Review::code);
    run!(conn, sqlx::query(NOTE).bind(id).bind(locale.code()).bind(review).bind(original).bind(stale))?;
    Ok(())
}

const DRAFT: &str = "INSERT INTO translation_drafts (entry_id, locale, title, summary, body, original) \
     VALUES ($1, $2, $3, $4, $5, $6)";

/// Stores a draft of a translation, which the public does not see: title, summary, body.
pub async fn draft_translation(
    conn: &mut Conn<'_>,
    (id, locale): (EntryId, Locale),
    (title, summary, body): (&str, &str, &str),
    original: Option<&str>,
) -> Result<()> {
    run!(conn, sqlx::query(DRAFT).bind(id).bind(locale.code()).bind(title).bind(summary).bind(body).bind(original))?;
    Ok(())
}

/// The review of a translation; of a draft also its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTranslation {
    /// State of review.
    pub review: Option<Review>,
    /// Fingerprint of its original.
    pub original: Option<String>,
    /// Title, summary and body of a draft.
    pub draft: Option<(String, String, String)>,
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    entry_id: EntryId,
    locale: String,
    review: Option<String>,
    original: Option<String>,
}

#[derive(sqlx::FromRow)]
struct DraftRow {
    entry_id: EntryId,
    locale: String,
    title: String,
    summary: String,
    body: String,
    original: Option<String>,
}

const NOTES: &str =
    "SELECT entry_id, locale, review, original FROM entry_texts WHERE review IS NOT NULL OR original IS NOT NULL";
const DRAFTS: &str = "SELECT entry_id, locale, title, summary, body, original FROM translation_drafts";

/// The reviews of all translations, for export.
pub async fn all_translations(conn: &mut Conn<'_>) -> Result<HashMap<(EntryId, Locale), StoredTranslation>> {
    let notes: Vec<NoteRow> = on!(conn, |c| sqlx::query_as(NOTES).fetch_all(c).await)?;
    let drafts: Vec<DraftRow> = on!(conn, |c| sqlx::query_as(DRAFTS).fetch_all(c).await)?;
    let mut all = HashMap::new();
    for NoteRow { entry_id, locale, review, original } in notes {
        let review = review.map(|code| Review::from_code(&code).ok_or_else(|| unknown("review", &code))).transpose()?;
        all.insert((entry_id, language(&locale)?), StoredTranslation { review, original, draft: None });
    }
    for DraftRow { entry_id, locale, title, summary, body, original } in drafts {
        let draft = Some((title, summary, body));
        let stored = StoredTranslation { review: Some(Review::Draft), original, draft };
        all.insert((entry_id, language(&locale)?), stored);
    }
    Ok(all)
}

fn language(code: &str) -> Result<Locale> {
    Locale::from_code(code).ok_or_else(|| unknown("language", code))
}
