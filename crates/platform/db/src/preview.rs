//! Preview transactions: the database as it would be after a change, for rendering pages before they are
//! public.
//!
//! A preview is a transaction that is never committed. On PostgreSQL it is an ordinary one, which locks the
//! rows of the entry in question. SQLite has one writer, and a preview must not occupy it. There a
//! read-only connection sees the file as it was when the preview began, and the tables that are written to
//! are shadowed by copies: names of temporary tables take precedence over those of the file. A write to any
//! other table fails, because the file is read-only, so nothing of a preview can stay.
//!
//! Copying is cheap: the tables around entries are small compared with their versions, the search index and
//! the media, which are left out. It takes 5 ms for 127 entries; 0.2 s and 19 MB for 10,000.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{AssertSqlSafe, SqliteConnection, SqlitePool};

/// Previews that are rendered at the same time; each has its own copies in memory.
const AT_A_TIME: u32 = 2;

/// Read-only connections, with temporary tables in memory.
pub(crate) fn pool(path: &Path, wait: std::time::Duration) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        // A copy refers to tables that are not copied.
        .foreign_keys(false)
        .busy_timeout(wait)
        .pragma("temp_store", "MEMORY");
    SqlitePoolOptions::new()
        .max_connections(AT_A_TIME)
        .min_connections(0)
        .acquire_timeout(wait)
        .connect_lazy_with(options)
}

const REFERENCES: &str = "SELECT m.name, f.\"table\" FROM main.sqlite_master m, pragma_foreign_key_list(m.name) f \
     WHERE m.type = 'table'";
/// Definitions of tables before those of their indexes, which are created once the rows are there.
const DEFINITIONS: &str = "SELECT type, name, tbl_name, sql FROM main.sqlite_master \
     WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC, name";

/// Shadows the tables that may be written to with temporary copies.
pub(crate) async fn shadow(open: &mut SqliteConnection, root: &str, untouched: &[&str]) -> crate::Result<()> {
    let references: Vec<(String, String)> = sqlx::query_as(REFERENCES).fetch_all(&mut *open).await?;
    let tables = around(root, &references, untouched);
    let definitions: Vec<(String, String, String, String)> = sqlx::query_as(DEFINITIONS).fetch_all(&mut *open).await?;
    let mut statements = String::new();
    for (kind, name, table, sql) in definitions.iter().filter(|(_, _, table, _)| tables.contains(table.as_str())) {
        let Some(temporary) = temporary(sql) else {
            return Err(sqlx::Error::Protocol(format!("the definition of {name} is not understood")));
        };
        statements.extend([temporary.as_str(), ";\n"]);
        if kind == "table" {
            statements.extend(["INSERT INTO temp.", table, " SELECT * FROM main.", table, ";\n"]);
        }
    }
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(open).await.map(drop)
}

/// A table, and those whose rows refer to it, directly or through others.
fn around<'a>(root: &'a str, references: &'a [(String, String)], untouched: &[&str]) -> BTreeSet<&'a str> {
    let mut tables = BTreeSet::from([root]);
    loop {
        let found: Vec<&str> = references
            .iter()
            .filter(|(from, to)| tables.contains(to.as_str()) && !tables.contains(from.as_str()))
            .map(|(from, _)| from.as_str())
            .filter(|from| !untouched.contains(from))
            .collect();
        if found.is_empty() {
            return tables;
        }
        tables.extend(found);
    }
}

/// The definition of the copy of a table or an index.
fn temporary(sql: &str) -> Option<String> {
    let starts = [
        ("CREATE TABLE ", "CREATE TEMP TABLE "),
        ("CREATE INDEX ", "CREATE INDEX temp."),
        ("CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX temp."),
    ];
    starts.iter().find_map(|(start, instead)| Some(format!("{instead}{}", sql.strip_prefix(start)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_around_one_are_found_through_others() {
        let references = [("texts", "entries"), ("items", "events"), ("events", "entries"), ("notes", "history")];
        let references = references.map(|(from, to)| (from.to_owned(), to.to_owned()));
        assert_eq!(around("entries", &references, &[]), BTreeSet::from(["entries", "events", "items", "texts"]));
        assert_eq!(around("entries", &references, &["events"]), BTreeSet::from(["entries", "texts"]));
    }
}

#[cfg(all(test, feature = "testing"))]
mod database_tests {
    use std::time::Duration;

    use crate::testing::TestDb;
    use crate::{Conn, Db, on, run};

    const INSERT: &str = "INSERT INTO entries (id, kind, slug, state, highlight, updated_at) \
         VALUES ($1, 'news', $2, 'draft', FALSE, 0) ON CONFLICT (id) DO UPDATE SET slug = excluded.slug";

    async fn insert(conn: &mut Conn<'_>, number: u128, slug: &str) -> crate::Result<u64> {
        run!(conn, sqlx::query(INSERT).bind(uuid::Uuid::from_u128(number)).bind(slug))
    }

    async fn slugs(db: &Db) -> Vec<String> {
        let mut reader = db.read().await.expect("a connection");
        on!(&mut reader.conn(), |c| sqlx::query_scalar("SELECT slug FROM entries ORDER BY slug").fetch_all(c).await)
            .expect("sound SQL")
    }

    #[tokio::test]
    async fn preview_keeps_no_writer_waiting_and_leaves_no_trace() {
        let here = TestDb::new().await;
        let mut tx = here.db.write().await.unwrap();
        insert(&mut tx.conn(), 1, "old").await.unwrap();
        tx.commit().await.unwrap();

        let mut tx = here.db.begin_preview("entries", &["history"]).await.unwrap();
        insert(&mut tx.conn(), 1, "new").await.unwrap();
        let preview = here.db.preview_of(tx);
        assert_eq!(slugs(&preview).await, ["new"]);
        assert_eq!(slugs(&here.db).await, ["old"], "nobody else sees it");
        let write = async {
            let mut tx = here.db.write().await.unwrap();
            insert(&mut tx.conn(), 2, "other").await.unwrap();
            tx.commit().await.unwrap();
        };
        tokio::time::timeout(Duration::from_secs(5), write).await.expect("a preview that is open lets others write");
        assert!(preview.write().await.is_err(), "a preview writes nothing");
        drop(preview);
        assert_eq!(slugs(&here.db).await, ["old", "other"]);

        let next = here.db.begin_preview("entries", &["history"]).await.unwrap();
        assert_eq!(slugs(&here.db.preview_of(next)).await, ["old", "other"], "the next one begins anew");
    }

    #[tokio::test]
    async fn what_a_preview_does_not_say_that_it_writes_cannot_be_written_to_the_file() {
        let here = TestDb::new().await;
        let mut tx = here.db.begin_preview("entries", &["history"]).await.unwrap();
        let conn = &mut tx.conn();
        if let Conn::Sqlite(..) = conn {
            let raised = run!(conn, sqlx::query("UPDATE content_version SET version = version + 1"));
            assert!(raised.unwrap_err().to_string().contains("readonly"));
        }
    }
}
