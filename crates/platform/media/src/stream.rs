//! Streams the bytes of a file piece by piece, as fast as the client reads them.
//!
//! A slow client occupies one piece in memory and no database connection. If the file is replaced
//! meanwhile, the rest of the old bytes is gone: the answer then ends before its promised length, which
//! every client takes for a failure, instead of continuing with bytes of the new file.

use std::ops::Range;

use anyhow::Context as _;
use axum::body::{Body, Bytes};
use db::Db;
use futures_util::stream;

use crate::medium::MediumId;
use crate::store::{self, FileFacts, PIECE};

/// A response body with this range of a file.
pub(crate) fn body(db: Db, facts: &FileFacts, range: Range<u64>) -> Body {
    let reading = Reading { db, id: facts.id, etag: facts.etag.clone(), next: range.start, end: range.end };
    Body::from_stream(stream::try_unfold(reading, |mut reading| async move {
        let piece = reading.piece().await?;
        Ok::<_, anyhow::Error>(piece.map(|piece| (piece, reading)))
    }))
}

/// The state of a stream: the remaining range.
struct Reading {
    db: Db,
    id: MediumId,
    etag: String,
    next: u64,
    end: u64,
}

impl Reading {
    /// The next piece, cut to the range; `None` at the end.
    async fn piece(&mut self) -> anyhow::Result<Option<Bytes>> {
        if self.next >= self.end {
            return Ok(None);
        }
        let (number, inside) = (self.next / PIECE as u64, usize::try_from(self.next % PIECE as u64)?);
        let piece = store::piece(&mut self.db.read().await?.conn(), self.id, &self.etag, number).await?;
        let piece = Bytes::from(piece.context("the file was replaced while it was being sent")?);
        let wanted = usize::try_from(self.end - self.next).unwrap_or(usize::MAX);
        let until = piece.len().min(inside.saturating_add(wanted));
        anyhow::ensure!(inside < until, "a piece of a file is shorter than it should be");
        self.next += (until - inside) as u64;
        Ok(Some(piece.slice(inside..until)))
    }
}
