//! Opening a database: where it is, what can go wrong, and bringing its tables up to date.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::conn::{Db, Pools};
use crate::content::ContentVersion;
use crate::{migrations, preview};

/// How many connections read at the same time. More than the cores of a small server help little.
const READERS: u32 = 8;
/// How many connections one node opens to PostgreSQL (its default limit for all nodes is 100).
const POSTGRES_CONNECTIONS: u32 = 16;
/// How long a statement waits for a busy database before it fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file; it is created if missing.
    File(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

/// Why a database could not be opened. Each message is one line that says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address has a scheme that is neither of ours.
    #[error("database address `{0}` is not understood: use postgres://USER:PASSWORD@HOST/NAME or sqlite:PATH")]
    Address(String),
    /// The file or its directory does not let us write.
    #[error("database file {0} cannot be opened for writing: {1}")]
    NotWritable(PathBuf, String),
    /// The server does not answer or refuses us.
    #[error("database server cannot be reached: {0}")]
    Unreachable(String),
    /// A later version of this program has written the tables.
    #[error(
        "database is newer than this program (it has migration {0}): install the newer version again, nothing was changed"
    )]
    Newer(i64),
    /// The tables do not match what this program wrote.
    #[error("database is damaged: {0}; restore a backup, nothing was changed")]
    Damaged(String),
    /// Anything else, with the database's own words.
    #[error("database cannot be prepared: {0}")]
    Other(String),
}

impl FromStr for Address {
    type Err = OpenError;

    fn from_str(text: &str) -> Result<Self, OpenError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Self::File(path.trim_start_matches("//").into())),
            _ => Err(OpenError::Address(without_password(text))),
        }
    }
}

impl Db {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// [`OpenError`], and in each case the database is as it was before.
    pub async fn open(address: &Address) -> Result<Self, OpenError> {
        match address {
            Address::File(path) => open_sqlite(path).await,
            Address::Postgres(url) => open_postgres(url).await,
        }
    }
}

async fn open_sqlite(path: &Path) -> Result<Db, OpenError> {
    let fail = |error: sqlx::Error| sqlite_error(path, &error);
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: what was acknowledged survives a power cut, not only a crash of the program.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("cache_size", "-16384");
    let write = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(PATIENCE)
        .connect_with(options.clone())
        .await
        .map_err(fail)?;
    migrations::sqlite().run(&write).await.map_err(|error| match error {
        MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) => sqlite_error(path, &cause),
        other => migrate_error(&other),
    })?;
    let read = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .connect_lazy_with(options.pragma("query_only", "ON"));
    let preview = preview::pool(path, PATIENCE);
    Ok(Db { pools: Pools::Sqlite { read, write, preview }, content: ContentVersion::default() })
}

async fn open_postgres(url: &str) -> Result<Db, OpenError> {
    let options = PgConnectOptions::from_str(url).map_err(|error| OpenError::Unreachable(error.to_string()))?;
    // Read fast what lies in memory: with the server's defaults, meant for disks that turn, the planner
    // reads whole tables to join a few hundred rows (10 ms instead of 1, measured).
    let options = options.options([("random_page_cost", "1.1"), ("jit", "off")]);
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await
        .map_err(|error| OpenError::Unreachable(error.to_string()))?;
    migrations::postgres().run(&pool).await.map_err(|error| migrate_error(&error))?;
    Ok(Db { pools: Pools::Postgres(pool), content: ContentVersion::default() })
}

fn migrate_error(error: &MigrateError) -> OpenError {
    match error {
        MigrateError::VersionMissing(version) => OpenError::Newer(*version),
        MigrateError::VersionMismatch(version) | MigrateError::Dirty(version) => {
            OpenError::Damaged(format!("migration {version} is not the one this program knows"))
        }
        other => OpenError::Other(other.to_string()),
    }
}

/// SQLite's primary result codes are the low byte of its extended ones.
fn sqlite_error(path: &Path, error: &sqlx::Error) -> OpenError {
    let code = match error {
        sqlx::Error::Database(cause) => cause.code().and_then(|code| code.parse::<u32>().ok()),
        _ => None,
    };
    match code.map(|code| code & 0xff) {
        // SQLITE_CORRUPT, SQLITE_NOTADB
        Some(11 | 26) => OpenError::Damaged(format!("{} is not a sound SQLite file", path.display())),
        // SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN
        Some(3 | 8 | 10 | 13 | 14) => OpenError::NotWritable(path.to_owned(), error.to_string()),
        _ => OpenError::Other(error.to_string()),
    }
}

/// An address as it may be printed: without what stands between `:` and `@`.
fn without_password(address: &str) -> String {
    let (Some(at), Some(scheme)) = (address.rfind('@'), address.find("://")) else {
        return address.to_owned();
    };
    format!("{}…{}", &address[..scheme + 3], &address[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_a_file_or_a_server() {
        assert_eq!("sqlite:/x/y.db".parse::<Address>().unwrap(), Address::File("/x/y.db".into()));
        assert!(matches!("postgres://a@b/c".parse(), Ok(Address::Postgres(_))));
    }

    #[test]
    fn unknown_address_is_refused_without_showing_the_password() {
        let error = "mysql://root:secret@db/x".parse::<Address>().unwrap_err().to_string();
        assert!(error.contains("mysql://…@db/x") && !error.contains("secret"), "{error}");
    }
}
