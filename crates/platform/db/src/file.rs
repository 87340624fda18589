//! The SQLite file below our connections, and whether it still is the one at its path.
//!
//! A process keeps writing into a file that somebody deleted, moved away or replaced, and every acknowledgement
//! would be a lie; opening the path once more would make an empty database, or take a stranger for ours. So the
//! file is compared with what was opened before each write, before each new connection, and after each commit.
//!
//! Only [`std::fs::metadata`] may be used here: to open the file a second time and close it would drop the locks
//! that SQLite holds on it (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).

use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use sqlx::{Connection as _, SqliteConnection};

const PAGES: &str = "SELECT page_count, page_size FROM pragma_page_count, pragma_page_size";

/// What a file is to the operating system, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

/// Why nothing may be written.
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
    /// Never taken back: what comes to stand in a file that was cut off does not fit to what we have in memory.
    is_cut_off: AtomicBool,
    /// Set before we let go of the file: then SQLite removes the log, and nobody took it away.
    is_closed: AtomicBool,
    /// What the log has been told last.
    told: Mutex<Option<Displaced>>,
    /// Hardly used, always open: as long as one connection is, SQLite leaves its log of changes in place, so
    /// that a log that vanishes was taken away by somebody.
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
            told: Mutex::default(),
            anchor: tokio::sync::Mutex::new(Some(anchor)),
        })
    }

    /// Remembers the log of changes, which is there from the first statement on.
    pub(crate) async fn remember_log(&self) -> crate::Result<()> {
        if let Some(anchor) = self.anchor.lock().await.as_mut() {
            sqlx::query("PRAGMA user_version").fetch_one(anchor).await?;
        }
        if let Ok(metadata) = std::fs::metadata(&self.log) {
            let _ = self.log_identity.set(Identity::of(&metadata));
        }
        Ok(())
    }

    /// Refuses if the file is no longer the one that was opened. The log says it once, and once when it is over.
    pub(crate) fn check(&self) -> crate::Result<()> {
        let found = self.displaced();
        // Asked last: what was found may be our own doing.
        if self.is_closed.load(Ordering::Acquire) {
            return Err(sqlx::Error::PoolClosed);
        }
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if *told != found {
            let file = self.path.display();
            if let Some(why) = found {
                tracing::error!("the database file {file} {why}; until then nothing is written");
            } else {
                tracing::info!("the database file {file} is back, writing goes on");
            }
            *told = found;
        }
        match found {
            Some(why) => Err(sqlx::Error::Io(io::Error::other(format!("the database file {why}")))),
            None => Ok(()),
        }
    }

    /// The same, but first looks whether a file that has become smaller was cut off. After `VACUUM` all pages of
    /// the database stand in the smaller file.
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

    /// How large the database is, wherever its pages stand.
    async fn bytes_of_pages(&self) -> crate::Result<u64> {
        let mut anchor = self.anchor.lock().await;
        let anchor = anchor.as_mut().ok_or(sqlx::Error::PoolClosed)?;
        let (pages, size): (i64, i64) = sqlx::query_as(PAGES).fetch_one(anchor).await?;
        Ok(u64::try_from(pages.saturating_mul(size)).unwrap_or_default())
    }

    /// Lets go of the file, so that SQLite can fold its log into it.
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
            // Whatever else keeps us from looking, SQLite itself will say.
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
