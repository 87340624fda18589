//! The real binary: what it says, how it ends, and what it leaves alone.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, Output, Stdio};

const BINARY: &str = env!("CARGO_BIN_EXE_zukunftsbildung");

fn program(data: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command.arg("--data").arg(data).current_dir(data.parent().unwrap_or(data)).stdin(Stdio::null());
    command
}

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

/// A running server, ended with the test.
struct Server {
    child: Child,
    address: String,
    _stdout: BufReader<ChildStdout>,
    stderr: ChildStderr,
}

impl Server {
    fn start(data: &Path) -> Self {
        let mut child = program(data)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("standard output"));
        let stderr = child.stderr.take().expect("standard error");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a line that says where it runs");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next()).expect(&line).to_owned();
        Self { child, address, _stdout: stdout, stderr }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("the server answers");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends SIGTERM and waits; gives what the log said.
    fn stop(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").arg(id).status().unwrap().success());
        let status = self.child.wait().unwrap();
        let mut log = String::new();
        self.stderr.read_to_string(&mut log).unwrap();
        (status.code(), log)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
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
    let mut stream = TcpStream::connect(&server.address).unwrap();
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: x\r\n").unwrap();
    stream.flush().unwrap();
    let id = server.child.id().to_string();
    // The half-sent request is with the server once a second one has been answered.
    assert!(server.get("/healthz").ends_with("ok\n"));
    assert!(Command::new("kill").arg(id).status().unwrap().success());
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
    std::fs::create_dir_all(directory.path().join("data/zukunftsbildung.db")).unwrap();
    let error = refusal(program(&directory.path().join("data")).args(["serve", "--listen", "127.0.0.1:0"]));
    assert!(error.contains("cannot be opened for writing"), "{error}");
}

#[test]
fn damaged_database_is_refused_and_left_as_it_is() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    let file = data.join("zukunftsbildung.db");
    let garbage = [b"no database, but long enough to look like one".as_slice(); 100].concat();
    std::fs::write(&file, &garbage).unwrap();
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
fn example_settings_file_is_sound() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../settings.example.toml");
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
