//! The real binary as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::time::Duration;

use testing::{encoded, exchange};

/// The binary under test.
pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_zukunftsbildung");

/// How old a form of a server must be before it is sent: faster than that is a machine. The clock of another process
/// cannot be put forward.
pub(crate) const TICKET_AGE: Duration = Duration::from_millis(3_100);

/// A command with this data directory.
pub(crate) fn program(data: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command.arg("--data").arg(data).current_dir(data.parent().unwrap_or(data)).stdin(Stdio::null());
    command
}

/// A running server, ended with the test.
pub(crate) struct Server {
    child: Child,
    address: String,
    first_link: Option<String>,
    _stdout: BufReader<ChildStdout>,
    stderr: Option<ChildStderr>,
}

impl Server {
    /// Starts on a SQLite file in the data directory.
    pub(crate) fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    /// Starts with more options, and waits for the line that says where it runs.
    pub(crate) fn start_with(data: &Path, options: &[&str]) -> Self {
        Self::run(program(data).args(["serve", "--listen", "127.0.0.1:0"]).args(options))
    }

    /// Starts so that [`Server::limit_files`] makes writing fail as a full disk does, instead of ending the process.
    pub(crate) fn start_on_a_small_disk(data: &Path) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", BINARY, "--data"]).arg(data);
        Self::run(command.args(["serve", "--listen", "127.0.0.1:0"]).stdin(Stdio::null()))
    }

    /// Starts on a SQLite file in the data directory, with no more open files than this.
    pub(crate) fn start_with_few_files(data: &Path, files: usize) -> Self {
        let start =
            format!("ulimit -n {files} && exec '{BINARY}' serve --listen 127.0.0.1:0 --data '{}'", data.display());
        Self::run(Command::new("sh").args(["-c", &start]).stdin(Stdio::null()))
    }

    fn run(command: &mut Command) -> Self {
        // Nobody reads the log before the end, so it has to fit into a pipe: no backtraces.
        command.env("RUST_BACKTRACE", "0").stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("standard output"));
        let stderr = child.stderr.take();
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a line that says where it runs");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next()).expect(&line).to_owned();
        let first_link = first_link(&mut stdout);
        Self { child, address, first_link, _stdout: stdout, stderr }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The link for the first administrator, if it has printed one.
    pub(crate) fn first_link(&self) -> Option<String> {
        self.first_link.clone()
    }

    /// Signs the first administrator in; gives the cookie.
    pub(crate) fn sign_in(&self) -> String {
        let link = self.first_link().expect("nobody is at the desk yet");
        let path = link.split_once("/anmelden").map(|(_, rest)| format!("/anmelden{rest}")).expect("a link");
        let body = encoded(&[("name", "Leitung"), ("email", "leitung@ort.example")]);
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let answer = exchange(&self.address, &request).unwrap();
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect(&answer);
        cookie.split(';').next().unwrap().to_owned()
    }

    /// How much memory it uses, in bytes.
    pub(crate) fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("a line with the memory");
        line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() * 1024
    }

    /// The whole answer to a GET.
    pub(crate) fn get(&self, path: &str) -> String {
        exchange(&self.address, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
            .expect("the server answers")
    }

    /// Lets no file grow beyond so many bytes, or any file, as it was.
    pub(crate) fn limit_files(&self, bytes: Option<u64>) {
        let limit = bytes.map_or("unlimited".to_owned(), |bytes| bytes.to_string());
        let mut command = Command::new("prlimit");
        command.args(["--pid", &self.child.id().to_string(), &format!("--fsize={limit}:unlimited")]);
        assert!(command.status().expect("prlimit, a part of util-linux").success());
    }

    /// Sends a signal, such as `HUP`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// Sends SIGTERM.
    pub(crate) fn ask_to_stop(&self) {
        self.signal("TERM");
    }

    /// Closes the other end of the log, as if its terminal had been closed.
    pub(crate) fn close_log(&mut self) {
        self.stderr = None;
    }

    /// Sends SIGTERM and waits; gives what the log said.
    pub(crate) fn stop(self) -> (Option<i32>, String) {
        self.ask_to_stop();
        self.wait()
    }

    /// Waits until it has ended; gives what the log said.
    pub(crate) fn wait(mut self) -> (Option<i32>, String) {
        let status = self.child.wait().unwrap();
        let mut log = String::new();
        if let Some(stderr) = &mut self.stderr {
            stderr.read_to_string(&mut log).unwrap();
        }
        (status.code(), log)
    }

    /// Ends it as a power cut does: SIGKILL, nothing is finished.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// What stands below the line that asks for an administrator; the line after the address says which case
/// it is.
fn first_link(stdout: &mut BufReader<ChildStdout>) -> Option<String> {
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a second line");
    if !line.starts_with("Nobody is at the desk yet") {
        return None;
    }
    line.clear();
    stdout.read_line(&mut line).expect("the link");
    Some(line.trim().to_owned())
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
