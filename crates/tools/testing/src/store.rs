//! The database of a test, read and changed behind the application's back.

use golden_thread::{EntryId, Kind};

use crate::test_app::TestApp;

impl TestApp {
    /// The one number that a statement gives.
    pub async fn number(&self, sql: &str) -> i64 {
        let mut reader = self.db.db.read().await.expect("a connection");
        let sql = sqlx::AssertSqlSafe(sql);
        let (number,): (i64,) =
            db::on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_one(c).await).expect("sound SQL");
        number
    }

    /// The one id that a statement gives.
    pub async fn uuid(&self, sql: &str) -> uuid::Uuid {
        let mut reader = self.db.db.read().await.expect("a connection");
        let sql = sqlx::AssertSqlSafe(sql);
        db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).expect("sound SQL")
    }

    /// Changes the content behind the application's back.
    pub async fn execute(&self, sql: &str) {
        let mut tx = self.db.db.write().await.expect("a transaction");
        db::run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql))).expect("sound SQL");
        tx.publish().await.expect("a commit");
    }

    /// The id of an entry by its German address: `veranstaltungen/kongress-2018`.
    pub async fn entry(&self, reference: &str) -> EntryId {
        let (folder, slug) = reference.split_once('/').expect("folder and slug");
        let kind = Kind::from_folder(folder).expect("a folder of a kind");
        EntryId(self.uuid(&format!("SELECT id FROM entries WHERE kind = '{kind}' AND slug = '{slug}'")).await)
    }

    /// The number of people at the desk.
    pub(crate) async fn persons(&self) -> i64 {
        self.number("SELECT COUNT(*) FROM persons").await
    }

    /// The number of jobs that failed at least once and are not done.
    pub(crate) async fn failed_jobs(&self) -> i64 {
        self.number("SELECT COUNT(*) FROM jobs WHERE last_error IS NOT NULL").await
    }

    /// The mails that left since the last time.
    pub(crate) async fn take_letters(&self) -> Vec<Letter> {
        let sql = "SELECT recipient, reply_to, subject, text FROM outbox WHERE state = 'kept' ORDER BY id";
        let mut reader = self.db.db.read().await.expect("a connection");
        let letters: Vec<Letter> =
            db::on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_all(c).await).expect("sound SQL");
        drop(reader);
        self.execute("DELETE FROM outbox WHERE state = 'kept'").await;
        letters
    }
}

/// A mail that left.
#[derive(Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Letter {
    /// The recipient's address.
    pub recipient: String,
    /// The address for answers.
    pub reply_to: Option<String>,
    /// The subject line.
    pub subject: String,
    /// The plain text.
    pub text: String,
}
