//! Tests: faults of disk, file and server, and recovery from them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::Connection as _;
use tokio::time::timeout;

use crate::conn::Pools;
use crate::testing::TestDb;
use crate::{Address, Conn, Db, Result, Unhealthy, on, run};

/// An empty SQLite database in a directory of its own, also when the tests run on PostgreSQL.
async fn sqlite() -> (tempfile::TempDir, PathBuf, Db) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("test.db");
    let db = Db::open(&Address::File(path.clone())).await.unwrap();
    execute(&db, "CREATE TABLE notes (text TEXT NOT NULL)").await.unwrap();
    (directory, path, db)
}

async fn execute(db: &Db, sql: &str) -> Result<()> {
    let mut tx = db.write().await?;
    run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql)))?;
    tx.commit().await
}

async fn note(db: &Db, text: &str) -> Result<()> {
    execute(db, &format!("INSERT INTO notes (text) VALUES ('{text}')")).await
}

async fn notes(db: &Db) -> Vec<String> {
    let mut reader = db.read().await.unwrap();
    let sql = "SELECT text FROM notes ORDER BY text";
    on!(&mut reader.conn(), |open| sqlx::query_scalar(sql).fetch_all(open).await).unwrap()
}

#[tokio::test]
async fn after_a_full_disk_the_next_write_works() {
    let (_directory, _, db) = sqlite().await;
    // The database may not grow any more, like on a full disk; SQLite then rolls back by itself.
    execute(&db, "PRAGMA max_page_count = 1").await.unwrap();
    let error = execute(&db, "INSERT INTO notes (text) VALUES (hex(zeroblob(500000)))").await.unwrap_err();
    assert!(error.to_string().contains("full"), "{error}");
    note(&db, "again").await.unwrap();
    assert_eq!(notes(&db).await, ["again"]);
}

#[tokio::test]
async fn connection_that_came_to_be_read_only_is_not_used_again() {
    let (_directory, _, db) = sqlite().await;
    execute(&db, "PRAGMA query_only = ON").await.unwrap();
    let error = note(&db, "lost").await.unwrap_err();
    assert!(error.to_string().contains("readonly"), "{error}");
    note(&db, "kept").await.unwrap();
    assert_eq!(notes(&db).await, ["kept"]);
}

#[tokio::test]
async fn whoever_gives_up_or_panics_inside_a_transaction_leaves_nothing_behind() {
    let here = TestDb::new().await;
    execute(&here.db, "CREATE TABLE notes (text TEXT NOT NULL)").await.unwrap();
    for round in 0..3 {
        let db = here.db.clone();
        let endless = async {
            let mut tx = db.write().await.unwrap();
            run!(&mut tx.conn(), sqlx::query("INSERT INTO notes (text) VALUES ('given up')")).unwrap();
            std::future::pending::<()>().await;
        };
        timeout(Duration::from_millis(50), endless).await.unwrap_err();
        let db = here.db.clone();
        let panics = tokio::spawn(async move {
            let mut tx = db.write().await.unwrap();
            run!(&mut tx.conn(), sqlx::query("INSERT INTO notes (text) VALUES ('panicked')")).unwrap();
            panic!("a fault of ours");
        });
        assert!(panics.await.unwrap_err().is_panic());
        note(&here.db, &format!("kept {round}")).await.unwrap();
    }
    assert_eq!(notes(&here.db).await, ["kept 0", "kept 1", "kept 2"]);
}

#[tokio::test]
async fn commit_that_fails_keeps_nothing_and_hinders_nobody() {
    let here = TestDb::new().await;
    execute(&here.db, "CREATE TABLE notes (text TEXT PRIMARY KEY)").await.unwrap();
    let replies = "CREATE TABLE replies (note TEXT REFERENCES notes (text) DEFERRABLE INITIALLY DEFERRED)";
    execute(&here.db, replies).await.unwrap();
    for _ in 0..3 {
        let mut tx = here.db.write().await.unwrap();
        run!(&mut tx.conn(), sqlx::query("INSERT INTO notes (text) VALUES ('lost')")).unwrap();
        run!(&mut tx.conn(), sqlx::query("INSERT INTO replies (note) VALUES ('to nothing')")).unwrap();
        tx.commit().await.unwrap_err();
    }
    note(&here.db, "kept").await.unwrap();
    assert_eq!(notes(&here.db).await, ["kept"]);
}

#[tokio::test]
async fn what_a_commit_acknowledges_is_kept_even_after_a_statement_that_failed() {
    let here = TestDb::new().await;
    execute(&here.db, "CREATE TABLE notes (text TEXT PRIMARY KEY)").await.unwrap();
    let mut tx = here.db.write().await.unwrap();
    run!(&mut tx.conn(), sqlx::query("INSERT INTO notes (text) VALUES ('once')")).unwrap();
    run!(&mut tx.conn(), sqlx::query("INSERT INTO notes (text) VALUES ('once')")).unwrap_err();
    let is_acknowledged = tx.commit().await.is_ok();
    assert_eq!(notes(&here.db).await.len(), usize::from(is_acknowledged));
}

#[tokio::test]
async fn connection_that_was_left_inside_a_transaction_is_not_used_again() {
    let here = TestDb::new().await;
    execute(&here.db, "CREATE TABLE notes (text TEXT NOT NULL)").await.unwrap();
    let mut reader = here.db.read().await.unwrap();
    // Readers of SQLite never begin a transaction, so they leave none behind.
    if let Conn::Postgres(open, _) = &mut reader.conn() {
        sqlx::raw_sql("BEGIN").execute(&mut **open).await.unwrap();
        sqlx::raw_sql("SELECT nonsense").execute(&mut **open).await.unwrap_err();
    }
    drop(reader);
    for _ in 0..5 {
        assert_eq!(notes(&here.db).await, Vec::<String>::new());
        note(&here.db, "kept").await.unwrap();
        execute(&here.db, "DELETE FROM notes").await.unwrap();
    }
}

/// The database with its log and its index, moved to another directory and back.
fn move_all(from: &Path, to: &Path) {
    for end in ["", "-wal", "-shm"] {
        let name = format!("test.db{end}");
        std::fs::rename(from.join(&name), to.join(&name)).unwrap();
    }
}

#[tokio::test]
async fn database_that_is_moved_away_is_read_but_not_written_until_it_is_back() {
    let (directory, path, db) = sqlite().await;
    note(&db, "before").await.unwrap();
    assert_eq!(notes(&db).await, ["before"]);
    let elsewhere = directory.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();
    move_all(directory.path(), &elsewhere);
    for _ in 0..3 {
        let error = note(&db, "into the void").await.unwrap_err();
        assert!(error.to_string().contains("was deleted or moved away"), "{error}");
    }
    // More readers at a time than connections are open: none may open a new one, and none makes a new file.
    let readers = (0..20).map(|_| {
        tokio::spawn({
            let db = db.clone();
            async move { notes(&db).await }
        })
    });
    for reader in readers.collect::<Vec<_>>() {
        assert_eq!(reader.await.unwrap(), ["before"]);
    }
    assert!(!path.exists(), "a new database was made in place of the lost one");
    move_all(&elsewhere, directory.path());
    note(&db, "behind").await.unwrap();
    assert_eq!(notes(&db).await, ["before", "behind"]);
}

#[tokio::test]
async fn deleted_database_is_not_made_anew_by_connections_that_open_later() {
    let (_directory, path, db) = sqlite().await;
    std::fs::remove_file(&path).unwrap();
    // No reader has opened anything yet.
    db.read().await.unwrap_err();
    note(&db, "into the void").await.unwrap_err();
    assert!(!path.exists());
}

#[tokio::test]
async fn database_whose_file_is_missing_beside_its_log_is_not_begun_anew() {
    let (directory, path, _db) = sqlite().await;
    let log = directory.path().join("copy.db-wal");
    std::fs::copy(path.with_extension("db-wal"), &log).unwrap();
    let before = std::fs::read(&log).unwrap();
    let copy = directory.path().join("copy.db");
    let error = Db::open(&Address::File(copy.clone())).await.unwrap_err();
    assert!(error.to_string().contains("is missing, but its log"), "{error}");
    assert!(!copy.exists() && std::fs::read(&log).unwrap() == before, "something was changed");
}

#[tokio::test]
async fn database_of_somebody_else_is_not_taken_for_ours() {
    let (_directory, path, db) = sqlite().await;
    let (_other_directory, other, other_db) = sqlite().await;
    other_db.close().await;
    std::fs::copy(&other, path.with_extension("new")).unwrap();
    std::fs::rename(path.with_extension("new"), &path).unwrap();
    let error = note(&db, "to the wrong one").await.unwrap_err();
    assert!(error.to_string().contains("was replaced"), "{error}");
}

#[tokio::test]
async fn database_whose_log_vanished_is_not_written() {
    let (_directory, path, db) = sqlite().await;
    std::fs::remove_file(path.with_extension("db-wal")).unwrap();
    let error = note(&db, "lost").await.unwrap_err();
    assert!(error.to_string().contains("-wal"), "{error}");
}

#[tokio::test]
async fn database_that_we_closed_is_not_taken_for_one_whose_log_vanished() {
    let (_directory, path, db) = sqlite().await;
    note(&db, "kept").await.unwrap();
    db.close().await;
    assert!(!path.with_file_name("test.db-wal").exists());
    assert!(matches!(db.read().await.err(), Some(sqlx::Error::PoolClosed)));
    assert!(matches!(db.write().await.err(), Some(sqlx::Error::PoolClosed)));
    timeout(Duration::from_secs(10), db.follow_content()).await.expect("whoever follows the content stops");
}

#[tokio::test]
async fn transaction_during_which_the_database_vanished_is_not_acknowledged() {
    let (_directory, path, db) = sqlite().await;
    let mut tx = db.write().await.unwrap();
    run!(&mut tx.conn(), sqlx::query("INSERT INTO notes (text) VALUES ('lost')")).unwrap();
    std::fs::remove_file(&path).unwrap();
    tx.commit().await.unwrap_err();
}

/// Polls the file like a node that follows the content.
async fn look_twice(db: &Db) {
    let Pools::Sqlite { file, .. } = &db.pools else { panic!("no file") };
    let mut was_fine = true;
    for _ in 0..2 {
        assert!(db.look_at_file(file, &mut was_fine).await);
    }
}

/// True if the health becomes this as soon as the former result has expired.
async fn soon_healthy(db: &Db, health: std::result::Result<(), Unhealthy>) -> bool {
    let becomes = async {
        while db.check_health().await != health {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(10), becomes).await.is_ok()
}

/// Truncates a file with another process: closing it in this one would drop the locks on it.
fn truncate(path: &Path) {
    assert!(std::process::Command::new("truncate").args(["-s", "0"]).arg(path).status().unwrap().success());
}

#[tokio::test]
async fn database_that_was_cut_off_is_not_written_even_if_something_comes_to_stand_in_it() {
    let (_directory, path, db) = sqlite().await;
    note(&db, "before").await.unwrap();
    let copy = std::fs::read(&path).unwrap();
    truncate(&path);
    let error = note(&db, "lost").await.unwrap_err();
    assert!(error.to_string().contains("was cut off"), "{error}");
    look_twice(&db).await;
    std::fs::write(&path, copy).unwrap();
    look_twice(&db).await;
    note(&db, "into a patchwork").await.unwrap_err();
}

#[tokio::test]
async fn database_that_shrank_by_itself_is_written_on() {
    let (_directory, path, db) = sqlite().await;
    execute(&db, "INSERT INTO notes (text) VALUES (hex(zeroblob(500000)))").await.unwrap();
    // The command of an operator in the SQLite shell.
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let mut operator = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
    let fold = "PRAGMA wal_checkpoint(TRUNCATE)";
    sqlx::raw_sql(fold).execute(&mut operator).await.unwrap();
    execute(&db, "DELETE FROM notes").await.unwrap();
    let large = std::fs::metadata(&path).unwrap().len();
    look_twice(&db).await;
    sqlx::raw_sql("VACUUM").execute(&mut operator).await.unwrap();
    sqlx::raw_sql(fold).execute(&mut operator).await.unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() < large, "the file did not shrink");
    look_twice(&db).await;
    note(&db, "small").await.unwrap();
    assert_eq!(notes(&db).await, ["small"]);
}

#[tokio::test]
async fn health_is_asked_at_most_once_a_second_and_knows_whether_writing_works() {
    let here = TestDb::new().await;
    let asked = (0..50).map(|_| {
        let db = here.db.clone();
        tokio::spawn(async move { db.check_health().await })
    });
    for answer in asked.collect::<Vec<_>>() {
        assert_eq!(answer.await.unwrap(), Ok(()));
    }
    let mut reader = here.db.read().await.unwrap();
    let sql = "SELECT tries FROM write_probe";
    let tries: i64 = on!(&mut reader.conn(), |open| sqlx::query_scalar(sql).fetch_one(open).await).unwrap();
    assert!((1..=3).contains(&tries), "{tries} tries for fifty questions");
    drop(reader);
    assert_eq!(here.db.content_version(), 0, "nothing is published");
    execute(&here.db, "ALTER TABLE write_probe RENAME TO probe_away").await.unwrap();
    assert!(soon_healthy(&here.db, Err(Unhealthy::Unreadable)).await);
}

#[tokio::test]
async fn health_fails_while_pages_can_be_read_but_nothing_can_be_written() {
    let (_directory, path, db) = sqlite().await;
    assert_eq!(db.check_health().await, Ok(()));
    assert_eq!(notes(&db).await, Vec::<String>::new());
    let away = path.with_extension("away");
    std::fs::rename(&path, &away).unwrap();
    assert!(soon_healthy(&db, Err(Unhealthy::Unwritable)).await);
    std::fs::rename(&away, &path).unwrap();
    assert!(soon_healthy(&db, Ok(())).await);
}
