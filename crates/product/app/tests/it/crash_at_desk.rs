//! A version that was acknowledged outlives the process, however it ends, and the history has no hole.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use db::Address;
use db::testing::TestDb;
use testing::{encoded, exchange};

use crate::program::Server;

const KILLS: usize = 15;
const EDITORS: usize = 3;
/// Versions that a life of the server acknowledges before it is killed, however slow the machine is.
const SAVED_PER_LIFE: usize = 2;
/// The entry that everybody edits.
const PATH: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/leicht";

/// What the editors know.
struct Editors {
    cookie: String,
    /// Texts of which the server said that they are saved.
    saved: Mutex<BTreeSet<String>>,
    sent: AtomicUsize,
}

impl Editors {
    /// Signs the first administrator in with the link that the server printed.
    fn sign_in(server: &Server) -> Self {
        Self { cookie: server.sign_in(), saved: Mutex::default(), sent: AtomicUsize::new(0) }
    }

    /// Saves one version after the other until the server is gone.
    fn write(&self, server: &str) {
        loop {
            let get = format!("GET {PATH} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: {}\r\n\r\n", self.cookie);
            let Ok(page) = exchange(server, &get) else { return };
            let head = page.split("name=\"fassung\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let Some(head) = head else { return };
            let text = format!("Text {}.", self.sent.fetch_add(1, Ordering::Relaxed));
            let body = encoded(&[
                ("fassung", head),
                ("title", "Leicht"),
                ("body", &text),
                ("do", "speichern"),
                ("ende", "ja"),
            ]);
            let Ok(answer) = exchange(server, &post(PATH, &self.cookie, &body)) else { return };
            if answer.starts_with("HTTP/1.1 303") {
                self.saved.lock().unwrap().insert(text);
            }
        }
    }

    /// # Panics
    ///
    /// If so many versions are not acknowledged within a minute.
    fn wait_until_saved(&self, count: usize) {
        for _ in 0..12_000 {
            if self.saved.lock().unwrap().len() >= count {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{count} versions were never acknowledged");
    }
}

fn post(path: &str, cookie: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\ncookie: {cookie}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn fifteen_times_killed_while_people_edit_and_no_version_is_lost() {
    let db = TestDb::new().await;
    let address = match &db.address {
        Address::File(path) => format!("sqlite:{}", path.display()),
        Address::Postgres(url) => url.clone(),
    };
    let data = db.directory().join("data");
    let start = || Server::start_with(&data, &["--database", &address]);
    let server = start();
    let editors = Arc::new(Editors::sign_in(&server));
    server.kill();
    for life in 0..KILLS {
        let server = start();
        let threads: Vec<_> = (0..EDITORS)
            .map(|_| {
                let (editors, place) = (Arc::clone(&editors), server.address().to_owned());
                std::thread::spawn(move || editors.write(&place))
            })
            .collect();
        editors.wait_until_saved((life + 1) * SAVED_PER_LIFE);
        // Not always at the same step of a save.
        std::thread::sleep(Duration::from_millis(life as u64 * 29 % 211));
        server.kill();
        for thread in threads {
            thread.join().unwrap();
        }
    }
    let saved = editors.saved.lock().unwrap().clone();
    let kept = texts(&db).await;
    let lost: Vec<&String> = saved.iter().filter(|text| !kept.contains(*text)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    // Version by version, without a hole, and each with its line in the history.
    let heads = "SELECT head - (SELECT COUNT(*) FROM revisions r WHERE r.entry_id = w.entry_id) FROM work w \
         ORDER BY head DESC LIMIT 1";
    assert_eq!(number(&db, heads).await, 0);
    let untold = "SELECT COUNT(*) FROM revisions r WHERE NOT EXISTS \
         (SELECT 1 FROM history h WHERE h.entry_id = r.entry_id AND h.number = r.number)";
    assert_eq!(number(&db, untold).await, 0, "of {} versions {saved:?}", kept.len());
    let told = "SELECT COUNT(*) FROM history WHERE act = 'saved'";
    assert_eq!(number(&db, told).await, i64::try_from(kept.len()).unwrap());
}

/// The texts in Leichte Sprache of all versions.
async fn texts(db: &TestDb) -> BTreeSet<String> {
    testing::register();
    let sql = "SELECT document FROM revisions WHERE document LIKE '%\"leicht\"%'";
    let mut reader = db.db.read().await.unwrap();
    let documents: Vec<String> = db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_all(c).await).unwrap();
    let documents = documents.iter().map(|text| archive::Document::from_json(text).unwrap());
    let bodies = documents.filter_map(|document| Some(document.translations.get(&base::Locale::Easy)?.body.clone()));
    // Two of the shipped pages have one too.
    bodies.filter(|body| body.starts_with("Text ")).collect()
}

async fn number(db: &TestDb, sql: &'static str) -> i64 {
    let mut reader = db.db.read().await.unwrap();
    db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
}
