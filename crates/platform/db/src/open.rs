//! Opens a database: its address, the possible failures, and the migration of its tables.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, PgConnection};

use crate::conn::{Db, Pools};
use crate::file::DatabaseFile;
use crate::{migrations, preview, private};

/// Connections that read at the same time. More than the cores of a small server help little.
const READERS: u32 = 8;
/// Connections that one node opens to PostgreSQL (whose default limit for all nodes is 100).
const POSTGRES_CONNECTIONS: u32 = 16;
/// Time for which a statement waits for a busy database.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Time for which a request waits in the queue for the one writer of SQLite: a crowd that saves at the same
/// moment is no fault, and this is still less than the timeout of a public page.
const WRITER_QUEUE: Duration = Duration::from_secs(18);

/// The address of a database.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file; it is created if missing.
    File(PathBuf),
    /// A `postgres://` address.
    Postgres(String),
}

/// Leaves the password out.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "File({})", path.display()),
            Self::Postgres(url) => write!(f, "Postgres({})", without_password(url)),
        }
    }
}

/// The reason why a database could not be opened. Each message is one line with the next step for the
/// operator.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address has no known form. Only its scheme is kept.
    #[error(
        "database address{0} is not understood: use postgres://USER:PASSWORD@HOST/NAME or sqlite:PATH; \
         it is not repeated because it may hold a password"
    )]
    Address(String),
    /// The file or its directory is not writable.
    #[error("database file {0} cannot be opened for writing: {1}")]
    NotWritable(PathBuf, String),
    /// The file is missing, but its write-ahead log exists. SQLite would begin anew and lose the log.
    #[error(
        "database file {0} is missing, but its log {0}-wal is there: put the file back beside it, nothing was changed"
    )]
    FileMissing(String),
    /// The server does not answer, or refuses us.
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
    /// There is no database file to copy.
    #[error("there is no database at {0}")]
    Missing(PathBuf),
    /// Only the version that wrote a database can copy it without migration.
    #[error(
        "database was written by another version of this program (it has migration {found}, this version {ours}): \
         make the backup with that version; nothing was changed"
    )]
    OtherVersion {
        /// The newest migration in the file.
        found: i64,
        /// The newest migration of this program.
        ours: i64,
    },
    /// Any other failure, in the words of the database.
    #[error("database cannot be prepared: {0}")]
    Other(String),
}

impl FromStr for Address {
    type Err = OpenError;

    fn from_str(text: &str) -> Result<Self, OpenError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            // The error of the library would repeat the address.
            PgConnectOptions::from_str(text).map_err(|_| OpenError::Address(beginning(text)))?;
            return Ok(Self::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Self::File(path.trim_start_matches("//").into())),
            _ => Err(OpenError::Address(beginning(text))),
        }
    }
}

impl Db {
    /// Opens the database and brings its tables up to date.
    ///
    /// # Errors
    /// [`OpenError`], and in each case the database is as it was before.
    pub async fn open(address: &Address) -> Result<Self, OpenError> {
        Self::open_up_to(address, migrations::newest()).await
    }

    /// Opens the database and runs the migrations up to this number.
    pub(crate) async fn open_up_to(address: &Address, newest: i64) -> Result<Self, OpenError> {
        match address {
            Address::File(path) => open_sqlite(path, newest).await,
            Address::Postgres(url) => open_postgres(url, newest).await,
        }
    }
}

async fn open_sqlite(path: &Path, newest: i64) -> Result<Db, OpenError> {
    let fail = |error: sqlx::Error| sqlite_error(path, &error);
    if !path.exists() && has_log(path) {
        return Err(OpenError::FileMissing(path.display().to_string()));
    }
    private::prepare_database(path);
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: what was acknowledged survives a power cut, not only a crash of the program.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("cache_size", "-16384");
    let anchor = options.connect().await.map_err(fail)?;
    let file = DatabaseFile::new(path, anchor).map_err(|error| fail(error.into()))?;
    let file = Arc::new(file);
    // From here on the file exists. If it is missing later, somebody removed it, and a new empty one would
    // hide that.
    let options = options.create_if_missing(false);
    let write = pool(1, &file).acquire_timeout(WRITER_QUEUE).connect_with(options.clone()).await.map_err(fail)?;
    migrations::sqlite(newest).run(&write).await.map_err(|error| match error {
        MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) => sqlite_error(path, &cause),
        other => migrate_error(&other),
    })?;
    file.remember_log().await.map_err(fail)?;
    let read = pool(READERS, &file).connect_lazy_with(options.pragma("query_only", "ON"));
    let preview = preview::pool(path, BUSY_TIMEOUT);
    Ok(Db::new(Pools::Sqlite { read, write, file, preview }))
}

/// True if a write-ahead log waits beside a SQLite file.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|metadata| metadata.len() > 0)
}

/// A pool whose new connections must reach the file that was opened at the start.
fn pool(connections: u32, file: &Arc<DatabaseFile>) -> SqlitePoolOptions {
    let file = Arc::clone(file);
    SqlitePoolOptions::new().max_connections(connections).acquire_timeout(BUSY_TIMEOUT).after_connect(move |_, _| {
        let is_ours = file.check();
        Box::pin(async move { is_ours })
    })
}

async fn open_postgres(url: &str, newest: i64) -> Result<Db, OpenError> {
    let options = PgConnectOptions::from_str(url).map_err(|_| OpenError::Address(beginning(url)))?;
    // Tuned for data in memory: with the server's defaults, meant for rotating disks, the planner reads
    // whole tables to join a few hundred rows (10 ms instead of 1, measured).
    let options = options.options([("random_page_cost", "1.1"), ("jit", "off")]);
    let pool = PgPoolOptions::new()
        .max_connections(POSTGRES_CONNECTIONS)
        .acquire_timeout(BUSY_TIMEOUT)
        // Instead of the pool's own probe, which a connection inside a transaction passes too.
        .test_before_acquire(false)
        .before_acquire(|conn, _| Box::pin(is_at_rest(conn)))
        .connect_with(options)
        .await
        .map_err(|error| OpenError::Unreachable(error.to_string()))?;
    migrations::postgres(newest).run(&pool).await.map_err(|error| migrate_error(&error))?;
    Ok(Db::new(Pools::Postgres(pool)))
}

/// True if a connection is outside of any transaction. One can be left behind: if a request is cancelled
/// while `BEGIN` is under way, the driver forgets that it was sent. Outside, each statement begins its own
/// transaction. This must be one message, so that the server reads its clock once.
async fn is_at_rest(conn: &mut PgConnection) -> crate::Result<bool> {
    use sqlx::Row as _;
    let row = sqlx::raw_sql("SELECT transaction_timestamp() = statement_timestamp()").fetch_one(conn).await?;
    row.try_get(0)
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
pub(crate) fn sqlite_error(path: &Path, error: &sqlx::Error) -> OpenError {
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

impl Address {
    /// The address for display and for other programs: without the password.
    pub fn without_password(&self) -> String {
        match self {
            Self::File(path) => format!("sqlite:{}", path.display()),
            Self::Postgres(url) => without_password(url),
        }
    }
}

/// A `postgres://` address without password and parameters.
fn without_password(url: &str) -> String {
    let url = url.split('?').next().unwrap_or_default();
    let Some((scheme, rest)) = url.split_once("://") else { return "…".to_owned() };
    match rest.rsplit_once('@') {
        Some((who, place)) => format!("{scheme}://{}@{place}", who.split(':').next().unwrap_or_default()),
        None => url.to_owned(),
    }
}

/// The scheme of an address, if it has the form of one. Nothing behind it may be printed.
fn beginning(address: &str) -> String {
    let is_scheme = |text: &str| (2..=12).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
    match address.split_once(':') {
        Some((scheme, _)) if is_scheme(scheme) => format!(" `{scheme}:…`"),
        _ => String::new(),
    }
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
    fn address_that_is_not_understood_is_refused_without_showing_the_password() {
        for (address, scheme) in [
            ("mysql://root:secret@db/x", "mysql:…"),
            ("postgres:root:secret@db/x", "postgres:…"),
            ("postgres//root:secret@db/x", ""),
            ("postgres://root:secret@db/x?sslmode=perhaps", "postgres:…"),
            ("postgres://root:secret@db:port/x", "postgres:…"),
            ("mysql://db/x?password=secret", "mysql:…"),
            ("root:secret@db", "root:…"),
            ("secret", ""),
        ] {
            let error = address.parse::<Address>().unwrap_err().to_string();
            assert!(error.contains(scheme) && error.contains("sqlite:PATH") && !error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn address_is_shown_without_its_password() {
        for url in ["postgres://anna:secret@db:5432/x?sslmode=require", "postgres://anna@db:5432/x?password=secret"] {
            let address: Address = url.parse().unwrap();
            assert_eq!(address.without_password(), "postgres://anna@db:5432/x");
            assert_eq!(format!("{address:?}"), "Postgres(postgres://anna@db:5432/x)");
        }
    }
}
