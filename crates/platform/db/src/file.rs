//! Guards against a SQLite file that was deleted, moved or replaced while we have it open.
//!
//! A process keeps writing into a deleted file, and every acknowledgement would be a lie; opening the path
//! once more would create an empty database, or take a foreign one for ours. So the file is compared with
//! the opened one before each write, before each new connection, and after each commit.
//!
//! Only [`std::fs::metadata`] may be used here: opening the file a second time and closing it would drop
//! the locks that SQLite holds on it (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).

use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use sqlx::{Connection as _, SqliteConnection};

const PAGES: &str = "SELECT page_count, page_size FROM pragma_page_count, pragma_page_size";

/// Device and inode: the identity of a file, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

/// The reason why nothing may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Displaced {
    #[error("was deleted or moved away; put it back, with its -wal and -shm files, and writing goes on")]
    Gone,
    #[error("was replaced by another file; put the former one back, or start the program again with the new one")]
    Replaced,
    #[error("has lost its -wal file; put it back, and writing goes on")]
    LogGone,
    #[error("was cut off; stop the program, restore a backup and start again")]
    CutOff,
}

/// The file that was opened at the start.
#[derive(Debug)]
pub(crate) struct DatabaseFile {
    path: PathBuf,
    /// The log of changes, beside the file itself even if `path` is a symbolic link.
    log: PathBuf,
    identity: Identity,
    log_identity: OnceLock<Identity>,
    /// The largest size seen, in bytes. The file only grows, unless somebody runs `VACUUM`.
    largest: AtomicU64,
    /// Never reset: new content of a truncated file does not fit the pages that we have in memory.
    is_cut_off: AtomicBool,
    /// Set before we close the file: then SQLite deletes the log, and nobody else did.
    is_closed: AtomicBool,
    /// The fault that was logged last.
    logged: Mutex<Option<Displaced>>,
    /// Hardly used, always open: while one connection is open, SQLite leaves its write-ahead log in place, so
    /// that a log that vanishes was deleted by somebody.
    anchor: tokio::sync::Mutex<Option<SqliteConnection>>,
}

impl DatabaseFile {
    /// The file that `anchor` has opened at `path`.
    pub(crate) fn new(path: &Path, anchor: SqliteConnection) -> io::Result<Self> {
        let metadata = std::fs::metadata(path)?;
        let mut log = std::fs::canonicalize(path)?.into_os_string();
        log.push("-wal");
        Ok(Self {
            path: path.to_owned(),
            log: log.into(),
            identity: Identity::of(&metadata),
            log_identity: OnceLock::new(),
            largest: AtomicU64::new(metadata.len()),
            is_cut_off: AtomicBool::new(false),
            is_closed: AtomicBool::new(false),
            logged: Mutex::default(),
            anchor: tokio::sync::Mutex::new(Some(anchor)),
        })
    }

    /// Remembers the write-ahead log, which exists from the first statement on.
    pub(crate) async fn remember_log(&self) -> crate::Result<()> {
        if let Some(anchor) = self.anchor.lock().await.as_mut() {
            sqlx::query("PRAGMA user_version").fetch_one(anchor).await?;
        }
        if let Ok(metadata) = std::fs::metadata(&self.log) {
            let _ = self.log_identity.set(Identity::of(&metadata));
        }
        Ok(())
    }

    /// Refuses if the file is no longer the one that was opened. Logs the fault once, and once its end.
    pub(crate) fn check(&self) -> crate::Result<()> {
        let found = self.displaced();
        // Checked last: we may have closed the file ourselves meanwhile.
        if self.is_closed.load(Ordering::Acquire) {
            return Err(sqlx::Error::PoolClosed);
        }
        let mut logged = self.logged.lock().unwrap_or_else(PoisonError::into_inner);
        if *logged != found {
            let file = self.path.display();
            if let Some(why) = found {
                tracing::error!("the database file {file} {why}; until then nothing is written");
            } else {
                tracing::info!("the database file {file} is back, writing goes on");
            }
            *logged = found;
        }
        match found {
            Some(why) => Err(sqlx::Error::Io(io::Error::other(format!("the database file {why}")))),
            None => Ok(()),
        }
    }

    /// As [`Self::check`], but first finds out if a file that has become smaller was truncated. After
    /// `VACUUM` the smaller file holds all pages of the database.
    pub(crate) async fn verify(&self) -> crate::Result<()> {
        if let Ok(metadata) = std::fs::metadata(&self.path)
            && Identity::of(&metadata) == self.identity
            && metadata.len() < self.largest.load(Ordering::Acquire)
        {
            let size = metadata.len();
            match self.bytes_of_pages().await {
                Ok(bytes) if size >= bytes => self.largest.store(size, Ordering::Release),
                Err(sqlx::Error::PoolClosed) => return Err(sqlx::Error::PoolClosed),
                _ => self.is_cut_off.store(true, Ordering::Release),
            }
        }
        self.check()
    }

    /// Size of the database by its number of pages, those in the log included.
    async fn bytes_of_pages(&self) -> crate::Result<u64> {
        let mut anchor = self.anchor.lock().await;
        let anchor = anchor.as_mut().ok_or(sqlx::Error::PoolClosed)?;
        let (pages, size): (i64, i64) = sqlx::query_as(PAGES).fetch_one(anchor).await?;
        Ok(u64::try_from(pages.saturating_mul(size)).unwrap_or_default())
    }

    /// Closes the file, so that SQLite can merge its log into it.
    pub(crate) async fn close(&self) {
        self.is_closed.store(true, Ordering::Release);
        if let Some(anchor) = self.anchor.lock().await.take() {
            // Nothing was written with it, so nothing can be lost.
            let _ = anchor.close().await;
        }
    }

    fn displaced(&self) -> Option<Displaced> {
        if self.is_cut_off.load(Ordering::Acquire) {
            return Some(Displaced::CutOff);
        }
        match std::fs::metadata(&self.path) {
            Err(error) if is_missing(&error) => return Some(Displaced::Gone),
            // Other errors are left for SQLite to report.
            Err(_) => return None,
            Ok(metadata) if Identity::of(&metadata) != self.identity => return Some(Displaced::Replaced),
            Ok(metadata) if metadata.len() < self.largest.load(Ordering::Acquire) => return Some(Displaced::CutOff),
            Ok(metadata) => {
                self.largest.fetch_max(metadata.len(), Ordering::AcqRel);
            }
        }
        let known = self.log_identity.get()?;
        match std::fs::metadata(&self.log) {
            Err(error) if is_missing(&error) => Some(Displaced::LogGone),
            Ok(metadata) if Identity::of(&metadata) != *known => Some(Displaced::LogGone),
            _ => None,
        }
    }
}

impl Identity {
    fn of(metadata: &std::fs::Metadata) -> Self {
        Self { device: metadata.dev(), inode: metadata.ino() }
    }
}

fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
