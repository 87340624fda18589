//! The program under trial, which is started, killed and started again at the same address.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};

use super::Stage;
use super::http::Browser;
use crate::program::free_address;

/// The time within which the program must listen.
const START_TIMEOUT: Duration = Duration::from_mins(1);
/// The interval between two checks of a condition.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// The options with which the program is started.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    /// The data directory.
    pub(crate) data: PathBuf,
    /// The address of the database, if it is not the file in the data directory.
    pub(crate) database: Option<String>,
    /// Further options of the command line.
    pub(crate) options: Vec<String>,
    /// Further environment variables.
    pub(crate) environment: Vec<(String, String)>,
    address: SocketAddr,
    binary: PathBuf,
}

impl Setting {
    /// The program on a SQLite file in this directory.
    pub(crate) fn new(stage: &Stage, data: &Path) -> anyhow::Result<Self> {
        Ok(Self {
            data: data.to_owned(),
            database: None,
            options: Vec::new(),
            environment: Vec::new(),
            address: free_address()?,
            binary: stage.binary.clone(),
        })
    }

    /// Adds an option.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.options.extend([name.to_owned(), value.to_owned()]);
        self
    }

    /// The path of the SQLite file.
    pub(crate) fn file(&self) -> PathBuf {
        self.data.join("zukunftsbildung.db")
    }

    /// A command of the program on this data.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command.arg("--data").arg(&self.data).stdin(Stdio::null());
        if let Some(database) = &self.database {
            command.args(["--database", database]);
        }
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// The running program; it is killed when this value is dropped.
pub(crate) struct Server {
    child: Child,
    /// The address on which it listens.
    pub(crate) address: SocketAddr,
    /// The link for the first administrator, if there is none yet.
    pub(crate) first_link: Option<String>,
    log: PathBuf,
}

impl Server {
    /// Starts the program and waits until it answers.
    pub(crate) fn start(setting: &Setting) -> anyhow::Result<Self> {
        fs::create_dir_all(&setting.data)?;
        let log = setting.data.with_extension("log");
        let mut command = setting.command();
        command.args(["serve", "--listen", &setting.address.to_string()]).args(&setting.options);
        command.stdout(Stdio::piped()).stderr(File::options().create(true).append(true).open(&log)?);
        let mut child = command.spawn().with_context(|| format!("{command:?} does not start"))?;
        let stdout = child.stdout.take().context("standard output")?;
        let mut lines = BufReader::new(stdout).lines();
        // From here on the process ends when this value is dropped.
        let mut server = Self { child, address: setting.address, first_link: None, log };
        for line in lines.by_ref().take(3) {
            let line = line?;
            if let Some(link) = line.trim().strip_prefix("http").and_then(|_| line.split_once("/anmelden/")) {
                server.first_link = Some(format!("/anmelden/{}", link.1.trim()));
                break;
            }
            if line.starts_with("The desk") {
                break;
            }
        }
        server.wait_until_it_answers()?;
        Ok(server)
    }

    fn wait_until_it_answers(&mut self) -> anyhow::Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.address).is_err() || !self.is_healthy() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the program ended with {status}: {}", self.log());
            }
            ensure!(start.elapsed() < START_TIMEOUT, "the program does not answer: {}", self.log());
            std::thread::sleep(POLL_INTERVAL);
        }
        Ok(())
    }

    /// True if the health check succeeds.
    pub(crate) fn is_healthy(&self) -> bool {
        self.visitor().get("/healthz").is_ok_and(|answer| answer.status == 200)
    }

    /// A visitor's browser.
    pub(crate) fn visitor(&self) -> Browser {
        Browser::number(self.address, 16_000)
    }

    /// Kills the program, like a power cut.
    pub(crate) fn kill(mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Asks the program to stop and waits until it has ended.
    pub(crate) fn stop(mut self) -> anyhow::Result<()> {
        Command::new("kill").arg(self.child.id().to_string()).status()?;
        let start = Instant::now();
        while self.child.try_wait()?.is_none() {
            ensure!(start.elapsed() < START_TIMEOUT, "the program does not stop: {}", self.log());
            std::thread::sleep(POLL_INTERVAL);
        }
        Ok(())
    }

    /// The peak memory so far, in bytes.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).context("no VmHWM")?;
        Ok(line.split_whitespace().nth(1).context("no number")?.parse::<u64>()? * 1024)
    }

    /// The log of the program.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Polls a condition until it is true and returns the time that took.
///
/// # Errors
/// If it is not true within the limit, or a check fails.
pub(crate) fn until(
    what: &str,
    limit: Duration,
    mut is_true: impl FnMut() -> anyhow::Result<bool>,
) -> anyhow::Result<Duration> {
    let start = Instant::now();
    while !is_true()? {
        ensure!(start.elapsed() < limit, "{what}: not within {limit:?}");
        std::thread::sleep(POLL_INTERVAL);
    }
    Ok(start.elapsed())
}
