//! The manifest of a backup: numbers of things, and the hash of each public page.
//!
//! Pages are rendered from the copy, at the instant of the backup, and once more from the restored
//! database: if both give the same bytes, the restored site shows the same pages. Templates are a part of
//! the program, so pages are compared only if the same build made both; another build only checks that it
//! can render them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, ensure};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use base::{Clock, Ids};
use db::{Address, Db};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use services::keys::hex;
use sha2::{Digest as _, Sha256};

use super::store;
use crate::compose;

/// Most pages that are compared: the start page and the first entries in the order of kind and address.
pub const MOST_PAGES: usize = 1_000;
/// The public address in these pages. The real one is a setting and may differ after a restore.
const PUBLIC_URL: &str = "https://zukunftsbildung.example";
/// Most bytes of a page.
const LARGEST_PAGE: usize = 64 << 20;

/// The contents of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Time of the backup, in microseconds since 1970.
    pub(super) at: i64,
    /// The build that made it.
    pub(super) build: String,
    /// Numbers of things, by name.
    pub(super) counts: BTreeMap<String, i64>,
    /// SHA-256 of each page, by its address.
    pub(super) pages: BTreeMap<String, String>,
}

impl Manifest {
    /// The first difference between the manifest of a backup and the contents found; `None` if there is
    /// none.
    pub(super) fn difference(&self, found: &Self) -> Option<String> {
        for (what, count) in &self.counts {
            let there = found.counts.get(what).copied().unwrap_or_default();
            if there != *count {
                return Some(format!("it should hold {count} {what} and holds {there}"));
            }
        }
        if self.build != found.build {
            return None;
        }
        let differing: Vec<&str> = self
            .pages
            .iter()
            .filter(|(path, hash)| found.pages.get(*path) != Some(*hash))
            .map(|(path, _)| path.as_str())
            .collect();
        let first = differing.iter().take(3).copied().collect::<Vec<_>>().join(", ");
        (!differing.is_empty()).then(|| format!("{} pages are not as they were: {first} …", differing.len()))
    }
}

/// Writes the manifest of a copy into the copy.
pub(super) async fn write(copy: &Path, at: Timestamp) -> anyhow::Result<Manifest> {
    let db = Db::open(&Address::File(copy.to_owned())).await?;
    let written = async {
        let manifest = gather(&db, at).await?;
        let mut tx = db.write().await?;
        store::keep(&mut tx.conn(), &serde_json::to_string(&manifest)?).await?;
        tx.commit().await?;
        Ok(manifest)
    };
    let written = written.await;
    db.close().await;
    written
}

/// The manifest of a database, with pages rendered as of an instant.
pub(super) async fn gather(db: &Db, at: Timestamp) -> anyhow::Result<Manifest> {
    let mut reader = db.read().await?;
    let counts = store::counts(&mut reader.conn()).await?;
    let entries = store::public_pages(&mut reader.conn(), MOST_PAGES - 1).await?;
    drop(reader);
    let clock = Clock::fixed(at);
    let ids = Ids::new(clock.clone());
    let site = compose::service(db.clone(), clock, ids, PUBLIC_URL.to_owned()).await?.uncached();
    let mut pages = BTreeMap::new();
    for path in std::iter::once("/".to_owned()).chain(entries) {
        let response = site.answer(Request::get(&path).body(Body::empty())?).await;
        let status = response.status();
        ensure!(!status.is_server_error(), "the page {path} cannot be rendered from the copy");
        let body = to_bytes(response.into_body(), LARGEST_PAGE).await?;
        let hash = Sha256::new().chain_update(status.as_str()).chain_update(&body).finalize();
        pages.insert(path, hex(&hash));
    }
    Ok(Manifest { at: base::clock::micros(at), build: build()?, counts, pages })
}

/// Identifies the running build: its version, and the length of the program, which differs between two
/// builds of one version.
fn build() -> anyhow::Result<String> {
    let length = std::env::current_exe().and_then(std::fs::metadata).context("the program cannot find itself")?.len();
    Ok(format!("{} {length}", env!("CARGO_PKG_VERSION")))
}
