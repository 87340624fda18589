//! Connections and transactions that hide which database is behind them.
//!
//! A connection for writing to SQLite returns to its pool only after an explicit commit or rollback. In all
//! other cases it is closed: a full disk, a failed commit, a panic or a cancelled request may have left a
//! transaction behind, and the next writer opens a new connection. SQLite may have ended such a transaction
//! by itself, or may have opened the file for reading only, and neither the driver nor we could tell.

use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::bell::{Bell, Mark};
use crate::file::DatabaseFile;
use crate::preview;
use crate::probe::WriteProbe;
use crate::versions::Versions;

/// Attempts, and the pause between them, to get an open connection for reading while no new one may be
/// opened.
const READ_ATTEMPTS: u32 = 100;
const READ_PAUSE: Duration = Duration::from_millis(10);

/// Runs the same statement on whichever database `$conn` is.
///
/// ```ignore
/// on!(conn, |c| sqlx::query_as(SQL).bind(id).fetch_optional(c).await)
/// ```
#[macro_export]
macro_rules! on {
    ($conn:expr, |$c:ident| $statement:expr) => {
        match &mut *$conn {
            $crate::Conn::Sqlite(open, _) => {
                let $c = &mut **open;
                $statement
            }
            $crate::Conn::Postgres(open, _) => {
                let $c = &mut **open;
                $statement
            }
        }
    };
}

/// Runs a statement that returns no rows; returns the number of rows that it touched.
///
/// ```ignore
/// run!(conn, sqlx::query(SQL).bind(id))
/// ```
#[macro_export]
macro_rules! run {
    ($conn:expr, $query:expr) => {
        $crate::on!($conn, |open| $query.execute(open).await.map(|done| done.rows_affected()))
    };
}

/// A borrowed connection to either database, with the mark of its transaction for stored work.
#[derive(Debug)]
pub enum Conn<'c> {
    /// Embedded SQLite.
    Sqlite(&'c mut SqliteConnection, Mark<'c>),
    /// A PostgreSQL server.
    Postgres(&'c mut PgConnection, Mark<'c>),
}

/// The database of one initiative. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    pub(crate) versions: Versions,
    pub(crate) probe: WriteProbe,
    pub(crate) bell: Bell,
}

/// SQLite has one writer at a time, so its writers queue on a pool of one.
#[derive(Debug, Clone)]
pub(crate) enum Pools {
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
        file: Arc<DatabaseFile>,
        preview: SqlitePool,
    },
    Postgres(PgPool),
    /// The transaction of a preview.
    Preview(Arc<Mutex<Tx>>),
}

impl Db {
    pub(crate) fn new(pools: Pools) -> Self {
        Self { pools, versions: Versions::default(), probe: WriteProbe::default(), bell: Bell::default() }
    }

    /// Lends a connection for reading.
    pub async fn read(&self) -> crate::Result<Reader> {
        Ok(Reader(match &self.pools {
            Pools::Sqlite { read, file, .. } => Lent::Sqlite(reading(read, file).await?),
            Pools::Postgres(pool) => Lent::Postgres(pool.acquire().await?),
            Pools::Preview(tx) => Lent::Preview(Arc::clone(tx).lock_owned().await),
        }))
    }

    /// Begins the one kind of transaction that may write. Dropping it rolls back.
    pub async fn write(&self) -> crate::Result<Tx> {
        let begun = match &self.pools {
            Pools::Sqlite { write, file, .. } => Begun::Sqlite(SqliteTx::begin(write, file).await?),
            Pools::Postgres(pool) => Begun::Postgres(pool.begin().await?),
            // A preview must leave nothing behind.
            Pools::Preview(_) => return Err(sqlx::Error::InvalidArgument("a preview writes nothing".to_owned())),
        };
        Ok(self.tx(begun))
    }

    /// Begins a transaction for [`Db::preview_of`], which sees its own writes and cannot be committed to a
    /// SQLite file. It may write to the table `root`, and to those whose rows refer to it, directly or
    /// through others; `untouched` names those of them that it does not write to.
    pub async fn begin_preview(&self, root: &str, untouched: &[&str]) -> crate::Result<Tx> {
        let Pools::Sqlite { preview, file, .. } = &self.pools else { return self.write().await };
        let mut begun = SqliteTx::begin_preview(preview, file).await?;
        preview::shadow(&mut begun.conn, root, untouched).await?;
        Ok(self.tx(Begun::Sqlite(begun)))
    }

    fn tx(&self, begun: Begun) -> Tx {
        Tx { begun, versions: self.versions.clone(), bell: self.bell.clone(), has_work: false }
    }

    /// The database as a transaction of [`Db::begin_preview`] sees it, to show people the result of a
    /// change. Only for reading, by one reader after the other; when the last clone is dropped, the
    /// transaction is rolled back.
    #[must_use]
    pub fn preview_of(&self, tx: Tx) -> Self {
        Self {
            pools: Pools::Preview(Arc::new(Mutex::new(tx))),
            versions: self.versions.clone(),
            probe: self.probe.clone(),
            bell: self.bell.clone(),
        }
    }

    /// The name of the database product, for log lines and the start message.
    pub fn product(&self) -> &'static str {
        match &self.pools {
            Pools::Sqlite { .. } => "SQLite",
            Pools::Postgres(_) => "PostgreSQL",
            Pools::Preview(_) => "a preview",
        }
    }

    /// True if all writers of all processes follow each other: while one writes, no other can take anything
    /// over.
    pub fn has_one_writer(&self) -> bool {
        matches!(self.pools, Pools::Sqlite { .. })
    }

    /// Closes all connections; SQLite then merges its write-ahead log into the database file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write, file, preview } => {
                preview.close().await;
                read.close().await;
                write.close().await;
                file.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
            Pools::Preview(_) => {}
        }
    }
}

/// While another file is at the path, readers share the connections that are open, one after the other.
async fn reading(pool: &SqlitePool, file: &DatabaseFile) -> crate::Result<PoolConnection<Sqlite>> {
    let Err(displaced) = file.check() else { return pool.acquire().await };
    for _ in 0..READ_ATTEMPTS {
        if let Some(lent) = pool.try_acquire() {
            return Ok(lent);
        }
        if pool.size() == 0 {
            break;
        }
        tokio::time::sleep(READ_PAUSE).await;
    }
    Err(displaced)
}

/// A connection lent for reading; it returns to the pool when dropped.
#[derive(Debug)]
pub struct Reader(Lent);

#[derive(Debug)]
enum Lent {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    Preview(OwnedMutexGuard<Tx>),
}

impl Reader {
    /// The connection, for store functions.
    pub fn conn(&mut self) -> Conn<'_> {
        match &mut self.0 {
            Lent::Sqlite(lent) => Conn::Sqlite(lent, Mark(None)),
            Lent::Postgres(lent) => Conn::Postgres(lent, Mark(None)),
            Lent::Preview(tx) => tx.conn(),
        }
    }
}

/// A write transaction. Nothing is stored unless [`Tx::commit`] or [`Tx::publish`] returns `Ok`.
#[derive(Debug)]
pub struct Tx {
    begun: Begun,
    pub(crate) versions: Versions,
    bell: Bell,
    /// True if it stored work for the workers of this process.
    has_work: bool,
}

#[derive(Debug)]
enum Begun {
    Sqlite(SqliteTx),
    Postgres(Transaction<'static, Postgres>),
}

/// A transaction of the one writer.
#[derive(Debug)]
struct SqliteTx {
    conn: PoolConnection<Sqlite>,
    file: Arc<DatabaseFile>,
    is_at_rest: bool,
}

impl SqliteTx {
    async fn begin(pool: &SqlitePool, file: &Arc<DatabaseFile>) -> crate::Result<Self> {
        file.verify().await?;
        let mut tx = Self { conn: pool.acquire().await?, file: Arc::clone(file), is_at_rest: false };
        // IMMEDIATE: a transaction that reads first and writes later cannot lose its snapshot.
        sqlx::query("BEGIN IMMEDIATE").execute(&mut *tx.conn).await?;
        Ok(tx)
    }

    /// Without `IMMEDIATE`: it sees the file as it is now, and blocks nobody.
    async fn begin_preview(pool: &SqlitePool, file: &Arc<DatabaseFile>) -> crate::Result<Self> {
        let mut tx = Self { conn: pool.acquire().await?, file: Arc::clone(file), is_at_rest: false };
        sqlx::query("BEGIN").execute(&mut *tx.conn).await?;
        Ok(tx)
    }

    async fn commit(mut self) -> crate::Result<()> {
        sqlx::query("COMMIT").execute(&mut *self.conn).await?;
        self.is_at_rest = true;
        // Writes to a file that was removed meanwhile are lost, so they must not be acknowledged.
        self.file.check()
    }

    async fn roll_back(mut self) -> crate::Result<()> {
        sqlx::query("ROLLBACK").execute(&mut *self.conn).await?;
        self.is_at_rest = true;
        Ok(())
    }
}

/// Closing the connection rolls back its transaction.
impl Drop for SqliteTx {
    fn drop(&mut self) {
        if !self.is_at_rest {
            self.conn.close_on_drop();
        }
    }
}

impl Tx {
    /// The connection, for store functions.
    pub fn conn(&mut self) -> Conn<'_> {
        let mark = Mark(Some(&mut self.has_work));
        match &mut self.begun {
            Begun::Sqlite(tx) => Conn::Sqlite(&mut tx.conn, mark),
            Begun::Postgres(tx) => Conn::Postgres(tx, mark),
        }
    }

    /// Sets a savepoint for [`Tx::go_back`].
    pub async fn remember(&mut self) -> crate::Result<()> {
        run!(&mut self.conn(), sqlx::query("SAVEPOINT remembered")).map(drop)
    }

    /// Rolls back to the savepoint of [`Tx::remember`]; the transaction goes on from there, also after a
    /// statement that failed.
    pub async fn go_back(&mut self) -> crate::Result<()> {
        run!(&mut self.conn(), sqlx::query("ROLLBACK TO SAVEPOINT remembered")).map(drop)
    }

    /// Rolls back. Dropping does so too, but on SQLite it costs a connection, because a dropped one may be
    /// broken; refusals should call this.
    pub async fn roll_back(self) -> crate::Result<()> {
        match self.begun {
            Begun::Sqlite(tx) => tx.roll_back().await,
            Begun::Postgres(tx) => tx.rollback().await,
        }
    }

    /// Commits, and wakes the workers if jobs were stored. Changes of public pages are committed with
    /// [`Tx::publish`] instead.
    pub async fn commit(self) -> crate::Result<()> {
        match self.begun {
            Begun::Sqlite(tx) => tx.commit().await,
            Begun::Postgres(mut tx) => {
                // PostgreSQL answers a commit after a failed statement with a rollback, and without an error.
                sqlx::query("SELECT 1").execute(&mut *tx).await?;
                tx.commit().await
            }
        }?;
        if self.has_work {
            self.bell.ring();
        }
        Ok(())
    }
}
