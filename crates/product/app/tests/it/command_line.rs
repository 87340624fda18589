//! The real binary: what it says, how it ends, and what it leaves alone.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};

use crate::program::{BINARY, Server, program};

/// Output of a command that must end by itself.
fn output(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

/// The one line on standard error with which a command must have failed.
fn refusal(command: &mut Command) -> String {
    let output = output(command);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
    error
}

#[test]
fn first_start_fills_an_empty_directory_and_serves_the_site() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let server = Server::start(&data);
    let page = server.get("/");
    assert!(page.starts_with("HTTP/1.1 200 OK"), "{page}");
    assert!(page.contains("ZukunftsBildung Ruhr"));
    let (code, log) = server.stop();
    assert_eq!(code, Some(0));
    assert!(log.contains("content imported") && log.contains("stopped"), "{log}");
    let again = Server::start(&data);
    assert!(again.get("/prozess").starts_with("HTTP/1.1 200 OK"));
    assert!(!again.stop().1.contains("content imported"), "the second start imports nothing");
}

#[test]
fn request_that_is_running_is_finished_before_the_server_stops() {
    let directory = tempfile::tempdir().unwrap();
    let server = Server::start(&directory.path().join("data"));
    let mut stream = TcpStream::connect(server.address()).unwrap();
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: x\r\n").unwrap();
    stream.flush().unwrap();
    // The half-sent request is with the server once a second one has been answered.
    assert!(server.get("/healthz").ends_with("ok\n"));
    server.ask_to_stop();
    write!(stream, "Connection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.ends_with("ok\n"), "{answer}");
}

#[test]
fn taken_port_is_refused_before_anything_is_touched() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let error = refusal(program(&data).args(["serve", "--listen", &address]));
    assert!(error.contains(&format!("{address} is already taken")) && error.contains("--listen"), "{error}");
    assert!(!data.exists(), "a data directory was made");
}

#[test]
fn data_directory_that_cannot_be_made_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file");
    std::fs::write(&file, "x").unwrap();
    let error = refusal(program(&file).args(["serve", "--listen", "127.0.0.1:0"]));
    assert!(error.contains("data directory") && error.contains("cannot be made"), "{error}");
    assert_eq!(std::fs::read(&file).unwrap(), b"x");
}

#[test]
fn database_that_cannot_be_written_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    // A directory in the place of the file cannot be opened by anybody, not even by root.
    db::private::make_folder(&directory.path().join("data/zukunftsbildung.db")).unwrap();
    let error = refusal(program(&directory.path().join("data")).args(["serve", "--listen", "127.0.0.1:0"]));
    assert!(error.contains("cannot be opened for writing"), "{error}");
}

#[test]
fn damaged_database_is_refused_and_left_as_it_is() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    db::private::make_folder(&data).unwrap();
    let file = data.join("zukunftsbildung.db");
    let garbage = [b"no database, but long enough to look like one".as_slice(); 100].concat();
    db::private::new_file(&file).unwrap().write_all(&garbage).unwrap();
    let error = refusal(program(&data).args(["serve", "--listen", "127.0.0.1:0"]));
    assert!(error.contains("database is damaged") && error.contains("backup"), "{error}");
    assert_eq!(std::fs::read(&file).unwrap(), garbage);
}

#[tokio::test]
async fn database_of_a_newer_version_is_refused_on_both_databases() {
    let test = db::testing::TestDb::new().await;
    let mut tx = test.db.write().await.unwrap();
    let sql = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (9999, 'later', TRUE, $1, 0)";
    db::run!(&mut tx.conn(), sqlx::query(sql).bind(Vec::<u8>::new())).unwrap();
    tx.commit().await.unwrap();
    let address = match &test.address {
        db::Address::File(path) => format!("sqlite:{}", path.display()),
        db::Address::Postgres(url) => url.clone(),
    };
    let error = refusal(program(&test.directory().join("data")).args([
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--database",
        &address,
    ]));
    assert!(error.contains("database is newer than this program") && error.contains("9999"), "{error}");
}

#[test]
fn unknown_setting_is_refused_wherever_it_stands() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let file = directory.path().join("settings.toml");
    std::fs::write(&file, "listen = \"127.0.0.1:0\"\nlisten_on = 1\n").unwrap();
    let error = refusal(program(&data).arg("check-settings"));
    assert!(error.contains("settings.toml:2:") && error.contains("listen_on"), "{error}");
    std::fs::remove_file(&file).unwrap();
    let error = refusal(program(&data).arg("check-settings").env("ZUKUNFTSBILDUNG_LISTEN_ON", "1"));
    assert!(error.contains("unknown setting ZUKUNFTSBILDUNG_LISTEN_ON"), "{error}");
    let usage = output(program(&data).args(["serve", "--listen-on", "1"]));
    assert_eq!(usage.status.code(), Some(2));
}

#[test]
fn command_line_comes_before_environment_before_file() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    std::fs::write(directory.path().join("settings.toml"), "listen = \"127.0.0.1:1\"\nlog = \"warn\"\n").unwrap();
    let said = |command: &mut Command| String::from_utf8(output(command.arg("check-settings")).stdout).unwrap();
    assert!(said(&mut program(&data)).contains("127.0.0.1:1\n"));
    assert!(said(program(&data).env("ZUKUNFTSBILDUNG_LISTEN", "127.0.0.1:2")).contains("127.0.0.1:2\n"));
    let both = said(program(&data).env("ZUKUNFTSBILDUNG_LISTEN", "127.0.0.1:2").args(["--listen", "127.0.0.1:3"]));
    assert!(both.contains("127.0.0.1:3\n") && both.contains("log         warn"), "{both}");
    assert!(!data.exists(), "checking settings makes nothing");
}

#[test]
fn mail_server_is_named_without_its_password() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let file = directory.path().join("settings.toml");
    std::fs::write(&file, "[mail]\nsmtp = \"smtps://post:geheim@mail.example:465\"\nfrom = \"post@mail.example\"\n")
        .unwrap();
    let said = |command: &mut Command| String::from_utf8(output(command.arg("check-settings")).stdout).unwrap();
    let from_file = said(&mut program(&data));
    assert!(
        from_file.contains("smtps://mail.example:465\n") && from_file.contains("post@mail.example\n"),
        "{from_file}"
    );
    assert!(!from_file.contains("geheim"));
    let from_line = said(program(&data).args(["--mail-smtp", "smtp://127.0.0.1:25"]));
    assert!(from_line.contains("smtp://127.0.0.1:25\n"), "{from_line}");
    let refused = refusal(
        program(&data).arg("check-settings").env("ZUKUNFTSBILDUNG_MAIL_SMTP", "ftp://post:geheim@mail.example"),
    );
    assert!(refused.contains("smtps://USER:PASSWORD@HOST:465") && !refused.contains("geheim"), "{refused}");
}

#[test]
fn example_settings_file_is_sound() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../settings.example.toml");
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let checked = output(program(&data).arg("check-settings").arg("--settings").arg(example));
    assert!(checked.status.success(), "{checked:?}");
}

#[test]
fn import_and_export_by_hand_give_the_same_bytes() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name);
    let server = Server::start(&path("first"));
    server.stop();
    assert!(output(program(&path("first")).arg("export").arg(path("one"))).status.success());
    let imported = output(program(&path("second")).arg("import").arg(path("one")));
    assert!(imported.status.success(), "{imported:?}");
    assert!(output(program(&path("second")).arg("export").arg(path("two"))).status.success());
    assert_eq!(archive::Folder::read(&path("one")).unwrap(), archive::Folder::read(&path("two")).unwrap());
    let refused = refusal(program(&path("second")).arg("import").arg(path("one")));
    assert!(refused.contains("already holds an initiative"), "{refused}");
}

#[test]
fn version_is_told() {
    let said = output(Command::new(BINARY).arg("--version"));
    assert_eq!(String::from_utf8(said.stdout).unwrap(), format!("zukunftsbildung {}\n", env!("CARGO_PKG_VERSION")));
}
