//! Backups hold everything that was acknowledged before they began, and a restore proves it or leaves nothing.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use accounts::Role;
use app::backup::daily::{NightlyBackup, Plan};
use app::backup::{Summary, make, restore};
use axum::http::{Request, StatusCode};
use base::Clock;
use db::{Address, Db};
use jiff::SignedDuration;
use services::jobs::Workers;
use testing::editor::begin_news;
use testing::html::faults;
use testing::{TestApp, encoded};
use web::Peer;

/// The file of the test's database; `None` on PostgreSQL, which is backed up by tools of its own.
fn file(app: &TestApp) -> Option<PathBuf> {
    match &app.db.address {
        Address::File(path) => Some(path.clone()),
        Address::Postgres(_) => None,
    }
}

/// Restores a backup into a folder as the command does.
async fn restored(backup: &Path, data: &Path) -> anyhow::Result<app::backup::Restored> {
    restore(backup, data, &data.join("zukunftsbildung.db")).await
}

/// What is in a folder, with the names of hidden files.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

async fn all(db: &Db, sql: &'static str) -> Vec<String> {
    let mut reader = db.read().await.unwrap();
    db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sql).fetch_all(c).await).unwrap()
}

/// People who write without end: messages in the forms, drafts at the desk.
struct Writers<'a> {
    app: &'a TestApp,
    is_over: AtomicBool,
    messages: AtomicUsize,
    drafts: AtomicUsize,
}

impl Writers<'_> {
    async fn write_messages(&self, ticket: &str, from: u8) {
        for number in 0..120 {
            if self.is_over.load(Ordering::SeqCst) {
                return;
            }
            let text = format!("Nachricht {from}.{number}");
            let form =
                [("thema", "vielfalt"), ("nachricht", &text), ("email", "frage@ort.example"), ("ticket", ticket)];
            let sender = Peer([198, 51, from, number].into());
            let reply = self.app.send_form(Request::post("/kontakt").extension(sender), encoded(&form)).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER);
            self.messages.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn write_drafts(&self) {
        let editor = self.app.as_role(Role::Editor).await;
        while !self.is_over.load(Ordering::SeqCst) {
            let number = self.drafts.load(Ordering::SeqCst);
            begin_news(&editor, &format!("Entwurf {number}")).await;
            self.drafts.store(number + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

#[tokio::test]
async fn whatever_was_acknowledged_before_a_backup_began_is_in_what_is_restored() {
    let app = TestApp::new().await;
    let Some(database) = file(&app) else { return };
    let ticket = app.page("/kontakt").await.attributes("input[name='ticket']", "value").remove(0);
    app.clock.advance(SignedDuration::from_secs(20));
    let writers = Writers { app: &app, is_over: false.into(), messages: 0.into(), drafts: 0.into() };
    let folder = tempfile::tempdir().unwrap();
    let backups = async {
        for number in 0..3 {
            let before = (writers.messages.load(Ordering::SeqCst), writers.drafts.load(Ordering::SeqCst));
            let (backup, data) = (folder.path().join(format!("{number}.db")), folder.path().join(number.to_string()));
            let said = make(&database, &backup, &app.clock, false).await.unwrap();
            let restored = restored(&backup, &data).await.unwrap();
            assert!(restored.has_checksum && restored.are_pages_compared);
            assert_eq!((restored.summary.counts, restored.summary.pages), (said.counts, said.pages));
            let db = Db::open(&Address::File(data.join("zukunftsbildung.db"))).await.unwrap();
            let messages = all(&db, "SELECT text FROM messages").await;
            let drafts = all(&db, "SELECT title FROM entry_texts WHERE title LIKE 'Entwurf %'").await;
            assert!(messages.len() >= before.0 && drafts.len() >= before.1, "{before:?} were acknowledged");
            for draft in 0..before.1 {
                assert!(drafts.contains(&format!("Entwurf {draft}")), "draft {draft} is lost");
            }
            db.close().await;
        }
        writers.is_over.store(true, Ordering::SeqCst);
    };
    let write = async {
        tokio::join!(writers.write_messages(&ticket, 1), writers.write_messages(&ticket, 2), writers.write_drafts());
    };
    tokio::join!(backups, write);
    assert!(writers.messages.load(Ordering::SeqCst) > 10 && writers.drafts.load(Ordering::SeqCst) > 3);
    app.settle().await;
}

#[tokio::test]
async fn backup_that_was_damaged_is_refused_and_nothing_is_left_behind() {
    let app = TestApp::new().await;
    let Some(database) = file(&app) else { return };
    let folder = tempfile::tempdir().unwrap();
    let (backup, data) = (folder.path().join("a.db"), folder.path().join("data"));
    let Summary { counts, pages, .. } = make(&database, &backup, &app.clock, false).await.unwrap();
    assert!(pages > 100 && counts["entries"] > 100 && counts["people"] == 0, "{counts:?}");
    assert_eq!(names(folder.path()), ["a.db", "a.db.sha256"]);
    let refused = |why: &'static str| {
        let (backup, data) = (backup.clone(), data.clone());
        async move {
            let error = format!("{:#}", restored(&backup, &data).await.unwrap_err());
            assert!(error.contains(why) && error.contains("nothing was"), "{error}");
            assert!(!data.exists(), "{why}: {:?}", names(&data));
        }
    };
    let sound = std::fs::read(&backup).unwrap();
    let mut damaged = sound.clone();
    damaged[sound.len() / 2] ^= 1;
    std::fs::write(&backup, &damaged).unwrap();
    refused("is not what was backed up").await;
    // Without the checksum, the file and the pages have to speak for themselves.
    std::fs::remove_file(folder.path().join("a.db.sha256")).unwrap();
    std::fs::write(&backup, &sound[..sound.len() / 2]).unwrap();
    refused("database is damaged").await;
    std::fs::write(&backup, &sound).unwrap();
    let other = Db::open(&Address::File(backup.clone())).await.unwrap();
    let mut tx = other.write().await.unwrap();
    let sql = "UPDATE entry_texts SET title = 'Anderer Titel' WHERE title = 'Kongress 2018' OR entry_id IN (SELECT id FROM entries WHERE slug = 'kongress-2018')";
    db::run!(&mut tx.conn(), sqlx::query(sql)).unwrap();
    tx.commit().await.unwrap();
    other.close().await;
    refused("pages are not as they were").await;
    std::fs::write(&backup, &sound).unwrap();
    let restored = restored(&backup, &data).await.unwrap();
    assert!(!restored.has_checksum && restored.are_pages_compared);
    assert_eq!(names(&data), ["zukunftsbildung.db"]);
}

#[tokio::test]
async fn restore_takes_the_place_of_nothing_and_backup_neither() {
    let app = TestApp::new().await;
    let Some(database) = file(&app) else { return };
    let folder = tempfile::tempdir().unwrap();
    let (backup, data) = (folder.path().join("a.db"), folder.path().join("data"));
    make(&database, &backup, &app.clock, false).await.unwrap();
    let first = std::fs::read(&backup).unwrap();
    let error = make(&database, &backup, &app.clock, false).await.unwrap_err().to_string();
    assert!(error.contains("exists already") && error.contains("--force"), "{error}");
    assert_eq!(std::fs::read(&backup).unwrap(), first);
    make(&database, &backup, &app.clock, true).await.unwrap();
    assert_eq!(names(folder.path()), ["a.db", "a.db.sha256"]);
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("zukunftsbildung.db"), "precious").unwrap();
    let error = restored(&backup, &data).await.unwrap_err().to_string();
    assert!(error.contains("is not empty, it holds zukunftsbildung.db"), "{error}");
    assert_eq!(std::fs::read(data.join("zukunftsbildung.db")).unwrap(), b"precious");
    let nowhere = make(&folder.path().join("none.db"), &folder.path().join("b.db"), &app.clock, false).await;
    assert!(nowhere.unwrap_err().to_string().starts_with("there is no database at"));
    assert_eq!(names(folder.path()), ["a.db", "a.db.sha256", "data"], "a backup that failed left something behind");
}

/// The workers that make the backups of this application, and do nothing else.
fn worker(app: &TestApp, database: &Path, directory: &Path) -> Workers {
    let state = app.service.state().clone();
    let none = Workers::new(app.db.db.clone(), app.clock.clone(), state.ids.clone(), state.crashes.clone());
    let plan = Plan { directory: directory.to_owned(), keep_days: 14 };
    none.with_daily(NightlyBackup { state, database: database.to_owned(), plan })
}

/// As `serve` does when a directory for backups is set.
async fn expect_backups(app: &TestApp, database: &Path, directory: &Path) {
    let post = app::jobs::Post { server: None, from: None, folder: app.mail_folder() };
    let plan = Plan { directory: directory.to_owned(), keep_days: 14 };
    let workers = app::jobs::workers(app.service.state(), post);
    app::jobs::with_backups(workers, app.service.state(), Some((database.to_owned(), plan))).await.unwrap();
}

#[tokio::test]
async fn each_night_a_backup_is_made_and_old_ones_go() {
    let app = TestApp::new().await;
    let Some(database) = file(&app) else { return };
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("backups");
    expect_backups(&app, &database, &directory).await;
    let nightly = worker(&app, &database, &directory);
    assert_eq!(nightly.run_due().await.unwrap(), 1, "the start makes one");
    let first = names(&directory);
    assert_eq!(first, ["zukunftsbildung-20261123T120000Z.db", "zukunftsbildung-20261123T120000Z.db.sha256"]);
    expect_backups(&app, &database, &directory).await;
    assert_eq!(nightly.run_due().await.unwrap(), 0, "a second start on the same day makes none");
    std::fs::write(directory.join("mine.db"), "").unwrap();
    std::fs::write(directory.join("zukunftsbildung-20261109T015959Z.db"), "").unwrap();
    std::fs::write(directory.join(".zukunftsbildung-20261122T020000Z.db.part"), "").unwrap();
    app.clock.advance(SignedDuration::from_hours(15));
    let broken = worker(&app, &folder.path().join("none.db"), &directory);
    assert_eq!(broken.run_due().await.unwrap(), 1);
    assert!(directory.join("zukunftsbildung-20261109T015959Z.db").exists(), "old ones stay until there is a new one");
    app.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(nightly.run_due().await.unwrap(), 1, "the night makes the next");
    let second = ["zukunftsbildung-20261124T030200Z.db", "zukunftsbildung-20261124T030200Z.db.sha256"];
    assert_eq!(
        names(&directory),
        [&["mine.db".to_owned()][..], &first[..], &second.map(ToOwned::to_owned)[..]].concat()
    );
    let admin = app.as_role(Role::Administrator).await;
    assert_eq!(admin.page("/redaktion").await.texts("#backup"), [""; 0]);
}

#[tokio::test]
async fn backup_that_failed_or_is_missing_is_told_to_administrators_at_the_desk() {
    let app = TestApp::new().await;
    let Some(database) = file(&app) else { return };
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("backups");
    // A file where the directory should be: nobody can write there, not even root.
    std::fs::write(&directory, "").unwrap();
    expect_backups(&app, &database, &directory).await;
    let (admin, editor) = (app.as_role(Role::Administrator).await, app.as_role(Role::Editor).await);
    assert_eq!(admin.page("/redaktion").await.texts("#backup"), [""; 0], "nothing is wrong yet");
    worker(&app, &database, &directory).run_due().await.unwrap();
    for (path, language, heading) in
        [("/redaktion", "de", "Die tägliche Sicherung fehlt"), ("/en/redaktion", "en", "The daily backup is missing")]
    {
        let page = admin.page(path).await;
        assert_eq!(page.text("#backup"), heading);
        assert!(page.text("#backup ~ p span[lang='en']").contains("cannot be made"));
        assert_eq!(faults(&page, language), Vec::<String>::new());
    }
    assert_eq!(editor.page("/redaktion").await.texts("#backup"), [""; 0], "who cannot mend it is not asked to");
    std::fs::remove_file(&directory).unwrap();
    app.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(worker(&app, &database, &directory).run_due().await.unwrap(), 1, "it is tried again");
    assert_eq!(admin.page("/redaktion").await.texts("#backup"), [""; 0]);
    // The program runs, but nothing makes backups any more.
    app.clock.advance(SignedDuration::from_hours(49));
    let admin = app.as_role(Role::Administrator).await;
    assert!(admin.page("/redaktion").await.text("#backup + p").contains("vom 23. November 2026"));
}

#[test]
fn commands_back_up_while_the_server_runs_and_restore_what_it_showed() {
    use crate::program::{Server, program};
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    // Pages name the public address, so both have the same.
    let address = ["--public-url", "https://zukunftsbildung.example"];
    let server = Server::start_with(&path("data"), &address);
    let page = server.get("/veranstaltungen/kongress-2018");
    let run = |command: &mut std::process::Command| {
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said, error) = run(program(&path("data")).arg("backup").arg(path("a.db")));
    assert_eq!((code, error.as_str()), (Some(0), ""));
    assert!(
        said.contains("entries") && said.contains("messages") && said.contains("media") && said.contains("seconds")
    );
    server.stop();
    let (code, said, error) = run(program(&path("again")).arg("restore").arg(path("a.db")));
    assert_eq!((code, error.as_str()), (Some(0), ""));
    assert!(said.starts_with("ok: restored to") && said.contains("all as they were"), "{said}");
    let server = Server::start_with(&path("again"), &address);
    let body = |page: &str| page.split_once("\r\n\r\n").unwrap().1.to_owned();
    assert_eq!(body(&server.get("/veranstaltungen/kongress-2018")), body(&page));
    let (code, _, error) = run(program(&path("again")).arg("restore").arg(path("a.db")));
    assert_eq!(code, Some(1));
    assert!(error.contains("is not empty, it holds zukunftsbildung.db"), "{error}");
    let server = ["--database", "postgres://anna:geheim@db.example/x"];
    let (code, said, error) = run(program(&path("again")).arg("backup").arg(path("b.db")).args(server));
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert!(
        error.contains("pg_dump --format=custom --file=") && error.contains("postgres://anna@db.example/x"),
        "{error}"
    );
    assert!(!error.contains("geheim") && !path("b.db").exists(), "{error}");
    let daily = ["--backup-directory", "x"];
    let (code, _, error) = run(program(&path("again")).arg("check-settings").args(server).args(daily));
    assert_eq!(code, Some(1));
    assert!(error.contains("[backup] is for SQLite") && error.contains("pg_dump"), "{error}");
    let (_, said, _) = run(program(&path("again")).arg("check-settings").args(daily));
    assert!(said.contains("each night in x, kept for 14 days"), "{said}");
}

/// The clock of the machine is no part of a backup's pages.
#[tokio::test]
async fn backup_made_yesterday_is_restored_as_it_was() {
    let app = TestApp::new().await;
    let Some(database) = file(&app) else { return };
    let folder = tempfile::tempdir().unwrap();
    let long_ago = Clock::fixed("2018-09-20T10:00:00Z".parse().unwrap());
    make(&database, &folder.path().join("a.db"), &long_ago, false).await.unwrap();
    let restored = restored(&folder.path().join("a.db"), &folder.path().join("data")).await.unwrap();
    assert!(restored.are_pages_compared);
}
