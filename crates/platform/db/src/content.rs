//! Versions of the public content, for the invalidation of cached pages on all nodes.
//!
//! A cached page has a version. [`Tx::publish`] and [`Tx::publish_topics`] increment it in the transaction
//! that changes something, and write it beside the topics that are changed; the node that wrote knows at
//! once, every other node within a second: PostgreSQL notifies it ([`CHANNEL`]), a SQLite file is polled
//! twice a second. Versions only grow, so nodes may learn of them in any order.
//!
//! The table holds the topics of the last [`KEPT`] publications. A node that has missed more than that, or
//! that finds a publication without topics (of programs before there were topics), takes it for a change of
//! all content.

use std::collections::BTreeSet;
use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;

use crate::conn::{Conn, Db, Pools, Tx};
use crate::file::DatabaseFile;
use crate::topic::Topic;
use crate::{BoxFuture, insert_all, on, run};

/// The channel on which PostgreSQL announces a new version (`NOTIFY`).
const CHANNEL: &str = "content_version";
/// Polling interval. Two polls fit into the second that is promised.
const LOOK_EVERY: Duration = Duration::from_millis(450);
/// Time after which to poll despite the announcements: a connection whose other end vanished is silent.
const LISTEN_LIMIT: Duration = Duration::from_secs(10);
/// Number of publications for which a topic stays in the table after its last one.
const KEPT: i64 = 10_000;

const READ: &str = "SELECT version FROM content_version WHERE id = 1";
const RAISE: &str = "UPDATE content_version SET version = version + 1 WHERE id = 1 RETURNING version";
const WRITE_TOPICS: &str = "INSERT INTO topics (name, version) VALUES ($1, $2) \
     ON CONFLICT (name) DO UPDATE SET version = excluded.version";
const FORGET_TOPICS: &str = "DELETE FROM topics WHERE version <= $1 AND name <> 'content'";
const TOPICS_SINCE: &str = "SELECT name, version FROM topics WHERE version > $1";
const ANNOUNCE: &str = "SELECT pg_notify($1, $2)";

impl Tx {
    /// Commits like [`Tx::commit`], and invalidates all public pages on every node.
    pub async fn publish(self) -> crate::Result<()> {
        self.publish_as(BTreeSet::from([Topic::content()])).await
    }

    /// Commits like [`Tx::commit`], and invalidates the pages that depend on one of these topics on every
    /// node.
    pub async fn publish_topics(self, topics: &[Topic]) -> crate::Result<()> {
        self.publish_as(topics.iter().cloned().collect()).await
    }

    async fn publish_as(mut self, topics: BTreeSet<Topic>) -> crate::Result<()> {
        if topics.is_empty() {
            return self.commit().await;
        }
        let version = count_up(&mut self.conn(), &topics).await?;
        let versions = self.versions.clone();
        self.commit().await?;
        versions.learn(version, &topics);
        Ok(())
    }
}

/// Increments the version. Must come last in a transaction, because publishers wait for the row of the
/// version.
async fn count_up(conn: &mut Conn<'_>, topics: &BTreeSet<Topic>) -> crate::Result<i64> {
    let version: i64 = on!(conn, |open| sqlx::query_scalar(RAISE).fetch_one(open).await)?;
    let rows: Vec<&Topic> = topics.iter().collect();
    insert_all!(conn, WRITE_TOPICS, rows, |query, topic| query.bind(topic.name()).bind(version))?;
    run!(conn, sqlx::query(FORGET_TOPICS).bind(version - KEPT))?;
    if let Conn::Postgres(..) = conn {
        for topic in topics {
            run!(conn, sqlx::query(ANNOUNCE).bind(CHANNEL).bind(announcement(version, topic)))?;
        }
    }
    Ok(version)
}

/// A number alone stands for all content, as it did before there were topics.
fn announcement(version: i64, topic: &Topic) -> String {
    if topic.is_content() { version.to_string() } else { format!("{version} {}", topic.name()) }
}

fn read_announcement(payload: &str) -> Option<(i64, Topic)> {
    let (version, topic) = match payload.split_once(' ') {
        Some((version, name)) => (version, Topic::named(name)?),
        None => (payload, Topic::content()),
    };
    Some((version.parse().ok()?, topic))
}

impl Db {
    /// The newest version of the content that this node knows of.
    pub fn content_version(&self) -> i64 {
        self.versions.content()
    }

    /// The newest version of any topic that this node knows of. Reads from now on see at least this
    /// version.
    pub fn latest_version(&self) -> i64 {
        self.versions.latest()
    }

    /// True if this node knows that the content or one of these topics was published after a version.
    pub fn has_changed(&self, topics: &[Topic], since: i64) -> bool {
        self.versions.has_changed(topics, since)
    }

    /// Learns of versions that other nodes publish, until the database is closed. A panic restarts it.
    pub async fn follow_content(self) {
        self.supervise(|db| Box::pin(db.follow())).await;
    }

    async fn supervise(self, work: impl Fn(Self) -> BoxFuture<'static, ()>) {
        while let Err(error) = tokio::spawn(work(self.clone())).await {
            tracing::error!(%error, "following the content broke off and begins anew");
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    async fn follow(self) {
        match &self.pools {
            Pools::Sqlite { file, .. } => self.look_again_and_again(file).await,
            Pools::Postgres(pool) => self.listen(pool).await,
            Pools::Preview(_) => {}
        }
    }

    async fn look_again_and_again(&self, file: &DatabaseFile) {
        let mut was_fine = true;
        while self.look_at_file(file, &mut was_fine).await {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Polls a SQLite file once; false once it is closed.
    pub(crate) async fn look_at_file(&self, file: &DatabaseFile, was_fine: &mut bool) -> bool {
        let is_open = self.look(was_fine).await;
        // Logs if the file was displaced, even while nobody writes.
        let _ = file.verify().await;
        is_open
    }

    async fn listen(&self, pool: &PgPool) {
        let mut was_fine = true;
        while self.look(&mut was_fine).await {
            if let Err(error) = self.hear(pool, &mut was_fine).await {
                tracing::debug!(%error, "waiting for the database server to announce content again");
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Listens to announcements. Returns when the connection is lost, because some may then have been
    /// missed.
    async fn hear(&self, pool: &PgPool, was_fine: &mut bool) -> crate::Result<()> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        // Reads announcements missed since the last poll; later, probes the connection.
        while self.look(was_fine).await {
            while let Ok(heard) = tokio::time::timeout(LISTEN_LIMIT, listener.try_recv()).await {
                let Some(announcement) = heard? else { return Ok(()) };
                if let Some((version, topic)) = read_announcement(announcement.payload()) {
                    self.versions.learn(version, [&topic]);
                }
            }
        }
        Ok(())
    }

    /// Polls once; false once the database is closed. Other failures are temporary, and logged once.
    async fn look(&self, was_fine: &mut bool) -> bool {
        match self.read_versions().await {
            Ok(()) => {
                if !*was_fine {
                    tracing::info!("the version of the content can be read again");
                }
                *was_fine = true;
            }
            Err(sqlx::Error::PoolClosed) => return false,
            Err(error) => {
                if *was_fine {
                    tracing::warn!(%error, "the version of the content cannot be read");
                }
                *was_fine = false;
            }
        }
        true
    }

    /// Reads one number, and the topics only if it has grown.
    async fn read_versions(&self) -> crate::Result<()> {
        let known = self.versions.read_to();
        let mut reader = self.read().await?;
        let conn = &mut reader.conn();
        let version: i64 = on!(conn, |open| sqlx::query_scalar(READ).fetch_one(open).await)?;
        if version <= known {
            return Ok(());
        }
        let rows: Vec<(String, i64)> =
            on!(conn, |open| sqlx::query_as(TOPICS_SINCE).bind(known).fetch_all(open).await)?;
        self.learn_rows(known, version, &rows);
        Ok(())
    }

    /// Records publications after `known`, at least up to `version`.
    fn learn_rows(&self, known: i64, version: i64, rows: &[(String, i64)]) {
        let newest = rows.iter().map(|(_, version)| *version).max().unwrap_or_default();
        let topics: Option<Vec<(Topic, i64)>> =
            rows.iter().map(|(name, version)| Some((Topic::named(name)?, *version))).collect();
        match topics.filter(|_| newest >= version && newest - known <= KEPT) {
            Some(topics) => topics.iter().for_each(|(topic, version)| self.versions.learn(*version, [topic])),
            None => self.versions.learn(version.max(newest), [&Topic::content()]),
        }
        self.versions.have_read_to(version);
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests;
