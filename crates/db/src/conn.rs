//! Connections and transactions that hide which database is behind them.

use std::sync::Arc;

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::BoxFuture;
use crate::content::ContentVersion;

/// Runs the same statement on whichever database `$conn` is.
///
/// ```ignore
/// on!(conn, |c| sqlx::query_as(SQL).bind(id).fetch_optional(c).await)
/// ```
#[macro_export]
macro_rules! on {
    ($conn:expr, |$c:ident| $statement:expr) => {
        match &mut *$conn {
            $crate::Conn::Sqlite(open) => {
                let $c = &mut **open;
                $statement
            }
            $crate::Conn::Postgres(open) => {
                let $c = &mut **open;
                $statement
            }
        }
    };
}

/// Runs a statement that returns no rows; gives the number of rows it touched.
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

/// A borrowed connection to either database.
#[derive(Debug)]
pub enum Conn<'c> {
    /// Embedded SQLite.
    Sqlite(&'c mut SqliteConnection),
    /// A PostgreSQL server.
    Postgres(&'c mut PgConnection),
}

/// The database of one initiative. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    pub(crate) pools: Pools,
    pub(crate) content: ContentVersion,
}

/// SQLite has one writer at a time, so its writers queue on a pool of one.
#[derive(Debug, Clone)]
pub(crate) enum Pools {
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
        preview: SqlitePool,
    },
    Postgres(PgPool),
    /// What one transaction sees.
    Preview(Arc<Mutex<Tx>>),
}

impl Db {
    /// Lends a connection for reading.
    pub fn read(&self) -> BoxFuture<'_, crate::Result<Reader>> {
        Box::pin(async move {
            Ok(Reader(match &self.pools {
                Pools::Sqlite { read, .. } => Lent::Sqlite(read.acquire().await?),
                Pools::Postgres(pool) => Lent::Postgres(pool.acquire().await?),
                Pools::Preview(tx) => Lent::Preview(Arc::clone(tx).lock_owned().await),
            }))
        })
    }

    /// Begins the one kind of transaction that may write. Dropping it rolls back.
    pub fn write(&self) -> BoxFuture<'_, crate::Result<Tx>> {
        Box::pin(async move {
            let begun = match &self.pools {
                // IMMEDIATE: a transaction that reads first and writes later cannot lose its snapshot.
                Pools::Sqlite { write, .. } => Begun::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
                Pools::Postgres(pool) => Begun::Postgres(pool.begin().await?),
                // Nothing of a preview may stay.
                Pools::Preview(_) => return Err(sqlx::Error::InvalidArgument("a preview writes nothing".to_owned())),
            };
            Ok(Tx { begun, content: self.content.clone() })
        })
    }

    /// The database as a transaction of [`Db::begin_preview`] sees it, to show people what will be. Only for
    /// reading, by one reader after the other; when the last clone is dropped, the transaction is rolled back.
    #[must_use]
    pub fn preview_of(&self, tx: Tx) -> Self {
        Self { pools: Pools::Preview(Arc::new(Mutex::new(tx))), content: self.content.clone() }
    }

    /// The name of the database product, for log lines and the start message.
    pub fn product(&self) -> &'static str {
        match &self.pools {
            Pools::Sqlite { .. } => "SQLite",
            Pools::Postgres(_) => "PostgreSQL",
            Pools::Preview(_) => "a preview",
        }
    }

    /// Closes all connections; SQLite then folds its write-ahead log into the one file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { read, write, preview } => {
                preview.close().await;
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
            Pools::Preview(_) => {}
        }
    }
}

/// A connection lent for reading; it goes back to the pool when dropped.
#[derive(Debug)]
pub struct Reader(Lent);

#[derive(Debug)]
enum Lent {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    Preview(OwnedMutexGuard<Tx>),
}

impl Reader {
    /// The connection, to hand to a store function.
    pub fn conn(&mut self) -> Conn<'_> {
        match &mut self.0 {
            Lent::Sqlite(lent) => Conn::Sqlite(lent),
            Lent::Postgres(lent) => Conn::Postgres(lent),
            Lent::Preview(tx) => tx.conn(),
        }
    }
}

/// A write transaction. Nothing is kept unless [`Tx::commit`] or [`Tx::publish`] returns `Ok`.
#[derive(Debug)]
pub struct Tx {
    pub(crate) begun: Begun,
    pub(crate) content: ContentVersion,
}

#[derive(Debug)]
pub(crate) enum Begun {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// The connection, to hand to a store function.
    pub fn conn(&mut self) -> Conn<'_> {
        match &mut self.begun {
            Begun::Sqlite(tx) => Conn::Sqlite(tx),
            Begun::Postgres(tx) => Conn::Postgres(tx),
        }
    }

    /// Remembers how things are now, for [`Tx::go_back`].
    pub async fn remember(&mut self) -> crate::Result<()> {
        run!(&mut self.conn(), sqlx::query("SAVEPOINT remembered")).map(drop)
    }

    /// Takes back what was done since [`Tx::remember`]; the transaction goes on from there, also after a
    /// statement that failed.
    pub async fn go_back(&mut self) -> crate::Result<()> {
        run!(&mut self.conn(), sqlx::query("ROLLBACK TO SAVEPOINT remembered")).map(drop)
    }

    /// Makes the work of this transaction permanent. What the public sees is changed with
    /// [`Tx::publish`] instead.
    pub fn commit(self) -> BoxFuture<'static, crate::Result<()>> {
        Box::pin(async move {
            match self.begun {
                Begun::Sqlite(tx) => tx.commit().await,
                Begun::Postgres(tx) => tx.commit().await,
            }
        })
    }
}
