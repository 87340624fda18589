//! The `WebDriver` server: one process per browser, on a free port of loopback.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// The time within which the server must print its port.
const START_TIMEOUT: Duration = Duration::from_secs(30);

/// The text before the port in the server's output.
const PORT_PREFIX: &str = "started successfully on port ";

/// A running server. It is killed when this value is dropped, also by a panic; its browser is connected by
/// a pipe and ends with it.
#[derive(Debug)]
pub(crate) struct Driver {
    /// The base address.
    pub(crate) address: String,
    process: Child,
    /// Kept open, because the server ends if it cannot print.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Driver {
    /// Starts a server and waits for its port.
    pub(crate) async fn start() -> Self {
        let mut process = Command::new("chromedriver")
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver starts: `cargo xtask check` installs it where it may");
        let mut output = BufReader::new(process.stdout.take().expect("a pipe")).lines();
        let port = timeout(START_TIMEOUT, port(&mut output)).await.expect("chromedriver says its port in time");
        Self { address: format!("http://127.0.0.1:{port}"), process, _output: output }
    }

    /// Kills the server and waits until it has ended.
    pub(crate) async fn end(mut self) {
        self.process.kill().await.expect("chromedriver can be ended");
    }
}

async fn port(output: &mut Lines<BufReader<ChildStdout>>) -> u16 {
    while let Some(line) = output.next_line().await.expect("chromedriver prints text") {
        if let Some((_, port)) = line.split_once(PORT_PREFIX) {
            return port.trim_end_matches('.').parse().expect("a port");
        }
    }
    panic!("chromedriver ended without a port")
}
