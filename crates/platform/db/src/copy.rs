//! Hot backups of a SQLite file, and its integrity check.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use crate::migrations;
use crate::open::{OpenError, sqlite_error};

/// Timeout for a busy database.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Copies a database into an empty file, as it is at one instant. Others write meanwhile; the copy reads
/// from a snapshot and blocks nobody. The copied database is not changed: a running server may have it
/// open.
///
/// # Errors
/// If there is no database, if another version of this program has written it, or if the copy cannot be written.
pub async fn copy_sqlite(from: &Path, to: &Path) -> Result<(), OpenError> {
    if !from.is_file() {
        return Err(OpenError::Missing(from.to_owned()));
    }
    let mut conn = connect(from).await?;
    let newest: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations")
        .fetch_one(&mut conn)
        .await
        .map_err(|error| sqlite_error(from, &error))?;
    if newest != Some(migrations::newest()) {
        return Err(OpenError::OtherVersion { found: newest.unwrap_or_default(), ours: migrations::newest() });
    }
    let name = to.to_str().ok_or_else(|| OpenError::NotWritable(to.to_owned(), "its name is not UTF-8".to_owned()))?;
    let copied = sqlx::query("VACUUM INTO $1").bind(name).execute(&mut conn).await;
    copied.map_err(|error| sqlite_error(to, &error))?;
    conn.close().await.map_err(|error| sqlite_error(from, &error))
}

/// Reads a whole SQLite file: every page, every index, every reference between tables.
///
/// # Errors
/// [`OpenError::Damaged`] with the first things that do not fit.
pub async fn check_sqlite(path: &Path) -> Result<(), OpenError> {
    let fail = |error: sqlx::Error| sqlite_error(path, &error);
    let mut conn = connect(path).await?;
    let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(5)").fetch_all(&mut conn).await.map_err(fail)?;
    if said != ["ok"] {
        return Err(OpenError::Damaged(said.join("; ")));
    }
    let dangling: Vec<String> = sqlx::query_scalar("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
        .fetch_all(&mut conn)
        .await
        .map_err(fail)?;
    if !dangling.is_empty() {
        return Err(OpenError::Damaged(format!("rows of {} name what is not there", dangling.join(", "))));
    }
    conn.close().await.map_err(fail)
}

async fn connect(path: &Path) -> Result<SqliteConnection, OpenError> {
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(BUSY_TIMEOUT);
    options.connect().await.map_err(|error| sqlite_error(path, &error))
}
