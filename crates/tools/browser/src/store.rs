//! Queries and inserts of the suite on the application's database.

use db::{Db, on, run};

const NEWEST_MAIL: &str = "SELECT text FROM outbox WHERE recipient = $1 ORDER BY id DESC LIMIT 1";

/// The text of the newest mail to an address.
pub(crate) async fn newest_mail_to(db: &Db, email: &str) -> String {
    let mut reader = db.read().await.expect("a connection");
    on!(&mut reader.conn(), |c| sqlx::query_scalar(NEWEST_MAIL).bind(email).fetch_one(c).await).expect("a mail")
}

const VERSION: &str = "INSERT INTO versions (document, number, content, note, author, at) \
     SELECT 'settings', $1, document, $2, $3, $1 FROM initiative";

const FAILED_JOB: &str = "INSERT INTO jobs (id, kind, payload, run_at, attempts, failed_at, last_error) \
     SELECT id, 'publish-entry', 'null', 0, 20, 1, 'it does not fit together' FROM entries ORDER BY id LIMIT 1";

/// Inserts a job that has failed for good.
pub(crate) async fn add_failed_job(db: &Db) {
    let mut tx = db.write().await.expect("a transaction");
    run!(&mut tx.conn(), sqlx::query(FAILED_JOB)).expect("sound SQL");
    tx.commit().await.expect("a commit");
}

/// Inserts earlier versions of the settings.
pub(crate) async fn add_settings_version(db: &Db) {
    let mut tx = db.write().await.expect("a transaction");
    for (number, section, person) in [(0_i64, "imported", ""), (1, "name", "Leitung")] {
        run!(&mut tx.conn(), sqlx::query(VERSION).bind(number).bind(section).bind(person)).expect("sound SQL");
    }
    tx.commit().await.expect("a commit");
}
