//! Databases that live as long as one test.
//!
//! With `TEST_DATABASE_URL=postgres://…` every test gets a database of its own on that server, otherwise a
//! SQLite file in a temporary directory. The temporary server is thrown away as a whole after the tests, so
//! nothing is dropped here.

use std::path::Path;

use sqlx::{Connection as _, PgConnection};

use crate::{Address, Db, OpenError, migrations};

/// The database of one test, with all tables.
#[derive(Debug)]
pub struct TestDb {
    /// The open database.
    pub db: Db,
    /// Address for opening it a second time.
    pub address: Address,
    directory: tempfile::TempDir,
}

impl TestDb {
    /// Creates an empty database on the server that the environment names, or in a file.
    ///
    /// # Panics
    /// If it cannot be created: a test has no use for a half-made database.
    pub async fn new() -> Self {
        Self::up_to(migrations::newest()).await
    }

    /// Creates a database with the tables of a former version of this program: after the migration of this
    /// number. [`TestDb::reopen`] runs the others.
    ///
    /// # Panics
    /// As [`TestDb::new`].
    pub async fn up_to(migration: i64) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let address = match server() {
            Some(url) => Address::Postgres(create(&url).await),
            None => Address::File(directory.path().join("test.db")),
        };
        let db = Db::open_up_to(&address, migration).await.expect("an empty database opens");
        Self { db, address, directory }
    }

    /// A temporary directory that is deleted with this value.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }

    /// Opens the same database again, as a restarted process would.
    pub async fn reopen(&self) -> Result<Db, OpenError> {
        Db::open(&self.address).await
    }
}

/// The PostgreSQL server for tests, if the environment names one.
#[expect(clippy::disallowed_methods, reason = "the test runner hands the server over in the environment")]
pub fn server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok().filter(|url| !url.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "databases of tests that run at the same time need different names")]
async fn create(server: &str) -> String {
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    let mut conn = PgConnection::connect(server).await.expect("the test server answers");
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&mut conn)
        .await
        .expect("the test server lets us create databases");
    conn.close().await.expect("the connection closes");
    let base = server.rsplit_once('/').map_or(server, |(base, _)| base);
    format!("{base}/{name}")
}
