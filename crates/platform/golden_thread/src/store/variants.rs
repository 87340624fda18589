//! Variants of an entry's text beside translations: Leichte Sprache and German Sign Language.

use std::collections::HashMap;

use base::VideoAddress;
use db::{Conn, Result, on, run, unknown};

use crate::EntryId;
use crate::entry::Variants;

const VARIANTS: &str = "SELECT EXISTS (SELECT 1 FROM entry_texts WHERE entry_id = $1 AND locale = 'leicht'), \
     (SELECT address FROM sign_videos WHERE entry_id = $1)";

/// The variants that an entry has.
pub async fn variants(conn: &mut Conn<'_>, id: EntryId) -> Result<Variants> {
    let (easy, signed): (bool, Option<String>) = on!(conn, |c| sqlx::query_as(VARIANTS).bind(id).fetch_one(c).await)?;
    Ok(Variants { easy, signed: signed.as_deref().map(address).transpose()? })
}

const HAS_EASY: &str = "SELECT EXISTS (SELECT 1 FROM entries e JOIN entry_texts t ON t.entry_id = e.id \
     WHERE t.locale = 'leicht' AND e.state = 'published')";

/// True if the public can read anything in Leichte Sprache.
pub async fn has_easy(conn: &mut Conn<'_>) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(HAS_EASY).fetch_one(c).await)
}

const INSERT_SIGN_VIDEO: &str = "INSERT INTO sign_videos (entry_id, address) VALUES ($1, $2)";

/// Stores the address of the video in German Sign Language.
pub async fn insert_sign_video(conn: &mut Conn<'_>, id: EntryId, address: &VideoAddress) -> Result<()> {
    run!(conn, sqlx::query(INSERT_SIGN_VIDEO).bind(id).bind(address.as_str()))?;
    Ok(())
}

const SIGN_VIDEOS: &str = "SELECT entry_id, address FROM sign_videos";

/// The addresses of all videos, for export.
pub async fn all_sign_videos(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, VideoAddress>> {
    let rows: Vec<(EntryId, String)> = on!(conn, |c| sqlx::query_as(SIGN_VIDEOS).fetch_all(c).await)?;
    rows.into_iter().map(|(id, text)| Ok((id, address(&text)?))).collect()
}

fn address(text: &str) -> Result<VideoAddress> {
    VideoAddress::parse(text).map_err(|_| unknown("video address", text))
}
