//! No secret reaches the log or standard error, whatever breaks.

use std::path::Path;
use std::process::Command;

use crate::program::{Server, program};

/// What a command says on standard error when it is refused.
fn refusal(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!output.status.success(), "{said}");
    said
}

/// Removes a table from the database of a running server.
fn break_table(data: &Path, table: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    app::register().unwrap();
    runtime.block_on(async {
        let db = db::Db::open(&db::Address::File(data.join("zukunftsbildung.db"))).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let sql = format!("ALTER TABLE {table} RENAME TO lost_{table}");
        db::run!(&mut tx.conn(), sqlx::query(sqlx::AssertSqlSafe(sql))).unwrap();
        tx.commit().await.unwrap();
        db.close().await;
    });
}

#[test]
fn broken_page_is_logged_by_its_pattern_and_not_with_what_lets_people_in() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = Server::start_with(&data, &["--log", "debug"]);
    let secret = "5ec2e7a1".repeat(8);
    break_table(&data, "passes");
    break_table(&data, "sessions");
    // One request: the log of two with their traces does not fit into the pipe that nobody reads meanwhile.
    let link = server.get(&format!("/en/anmelden/link/{secret}?weiter=%2F{secret}"));
    assert!(link.starts_with("HTTP/1.1 500"), "{link}");
    let (_, log) = server.stop();
    assert!(!log.contains(&secret), "{log}");
    assert!(log.contains("page is broken") && log.contains("route=\"/en/anmelden/link/{secret}\""), "{log}");
}

#[test]
fn settings_that_are_not_understood_are_refused_without_their_passwords() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for address in [
        "postgres:anna:geheim@db.example/x",
        "postgres//anna:geheim@db.example/x",
        "postgres://anna:geheim@db.example/x?sslmode=perhaps",
        "postgres://anna:geheim@db.example:many/x",
        "mysql://anna:geheim@db.example/x",
        "anna:geheim@db.example",
    ] {
        for command in ["check-settings", "serve"] {
            let said = refusal(program(&data).arg(command).args(["--listen", "127.0.0.1:0", "--database", address]));
            assert!(said.contains("database address") && !said.contains("geheim"), "{said}");
        }
    }
    let unreachable = "postgres://anna:geheim@127.0.0.1:1/x";
    let said = refusal(program(&data).args(["serve", "--listen", "127.0.0.1:0", "--database", unreachable]));
    assert!(said.contains("cannot be reached") && !said.contains("geheim"), "{said}");
    let file = folder.path().join("settings.toml");
    let oidc = "[sign_in.oidc]\nname = \"x\"\nissuer = \"https://x.example\"\nclient_id = \"x\"\n";
    for text in [
        "[mail]\nsmtp = geheim\n".to_owned(),
        "[mail]\nsmtp = \"smtps://anna:geheim@mail.example:465\nfrom = \"a@ort.example\"\n".to_owned(),
        "[mail]\nsmtp = \"mail:anna:geheim@mail.example\"\n".to_owned(),
        "database = [\"postgres://anna:geheim@db.example\"]\n".to_owned(),
        "database = \"postgres:anna:geheim@db.example\"\n".to_owned(),
        format!("{oidc}client_secret = geheim\n"),
        format!("{oidc}client_secret = {{ geheim = \"geheim\" }}\n"),
        format!("{oidc}client_secret = \"geheim\n"),
    ] {
        std::fs::write(&file, &text).unwrap();
        let said = refusal(program(&data).arg("check-settings"));
        assert!(!said.contains("geheim"), "{text}: {said}");
    }
    std::fs::write(&file, format!("{oidc}client_secret = 47114711\n")).unwrap();
    let said = refusal(program(&data).arg("check-settings"));
    assert!(said.contains("settings.toml:5") && !said.contains("47114711"), "{said}");
}
