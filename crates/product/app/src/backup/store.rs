//! Reads from a copy, and the one table that only copies have.

use std::collections::BTreeMap;

use base::Slug;
use db::{Conn, Result, on, run, unknown};
use golden_thread::Kind;
use sqlx::AssertSqlSafe;

/// The things that are counted: name and table.
const COUNTED: [(&str, &str); 5] = [
    ("entries", "entries"),
    ("revisions", "revisions"),
    ("messages", "messages"),
    ("media", "media"),
    ("people", "persons"),
];

/// Numbers of things, by name.
pub(super) async fn counts(conn: &mut Conn<'_>) -> Result<BTreeMap<String, i64>> {
    let mut counts = BTreeMap::new();
    for (what, table) in COUNTED {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let count = on!(conn, |c| sqlx::query_scalar(AssertSqlSafe(sql.as_str())).fetch_one(c).await)?;
        counts.insert(what.to_owned(), count);
    }
    Ok(counts)
}

const PAGES: &str = "SELECT kind, slug FROM entries WHERE state = 'published' ORDER BY kind, slug LIMIT $1";

/// The addresses of public entries.
pub(super) async fn public_pages(conn: &mut Conn<'_>, most: usize) -> Result<Vec<String>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows: Vec<(String, String)> = on!(conn, |c| sqlx::query_as(PAGES).bind(most).fetch_all(c).await)?;
    let path = |(kind, slug): (String, String)| {
        let kind = Kind::from_code(&kind).ok_or_else(|| unknown("kind", &kind))?;
        Ok(kind.path(&Slug::parse(&slug).map_err(|_| unknown("slug", &slug))?))
    };
    rows.into_iter().map(path).collect()
}

// A copy of a started copy has the table already.
const MAKE: &str = "CREATE TABLE IF NOT EXISTS backup_manifest (document TEXT NOT NULL)";
const EMPTY: &str = "DELETE FROM backup_manifest";
const KEEP: &str = "INSERT INTO backup_manifest (document) VALUES ($1)";
const FIND: &str = "SELECT document FROM backup_manifest";
const DROP: &str = "DROP TABLE backup_manifest";

/// Writes the manifest into a copy.
pub(super) async fn keep(conn: &mut Conn<'_>, document: &str) -> Result<()> {
    run!(conn, sqlx::query(MAKE))?;
    run!(conn, sqlx::query(EMPTY))?;
    run!(conn, sqlx::query(KEEP).bind(document)).map(drop)
}

/// The manifest of a copy; an error if it has none.
pub(super) async fn find(conn: &mut Conn<'_>) -> Result<String> {
    on!(conn, |c| sqlx::query_scalar(FIND).fetch_one(c).await)
}

/// Deletes the manifest: from now on the copy is a database like any other.
pub(super) async fn remove(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(DROP)).map(drop)
}
