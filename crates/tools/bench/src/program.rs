//! Programs under measurement: started on loopback, pinned to a core, observed from outside.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};

/// The time within which a program must listen.
const START_TIMEOUT: Duration = Duration::from_mins(1);
/// The length of a tick in `/proc`, which Linux keeps at a hundredth of a second for all programs.
const TICK: Duration = Duration::from_millis(10);

/// A running program; it is stopped when this value is dropped.
pub(crate) struct Program {
    child: Child,
    /// The process that does the work: the child, or its worker.
    worker: u32,
    /// The address on which it listens.
    pub(crate) address: SocketAddr,
}

/// The release build of this source tree, which xtask builds beside this measurement.
pub(crate) fn release_binary() -> anyhow::Result<PathBuf> {
    let path = std::env::current_exe()?.with_file_name("zukunftsbildung");
    ensure!(path.exists(), "{} is missing: start this with `cargo xtask bench`", path.display());
    Ok(path)
}

/// A free address on loopback.
pub(crate) fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

impl Program {
    /// Starts a command and waits until it listens at `address`. With `core`, it is pinned to that core
    /// if `taskset` is available.
    pub(crate) fn start(mut command: Command, address: SocketAddr, core: Option<usize>) -> anyhow::Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().with_context(|| format!("{command:?} does not start"))?;
        let worker = child.id();
        let mut program = Self { child, worker, address };
        if let Some(core) = core {
            pin(program.worker, core);
        }
        program.wait()?;
        Ok(program)
    }

    /// Observes the worker process that the program starts, as nginx does.
    pub(crate) fn watch_worker(mut self, core: usize) -> anyhow::Result<Self> {
        let start = Instant::now();
        while self.worker == self.child.id() {
            ensure!(start.elapsed() < START_TIMEOUT, "the program has no worker");
            std::thread::sleep(Duration::from_millis(10));
            self.worker = last_child(self.child.id()).unwrap_or(self.worker);
        }
        pin(self.worker, core);
        Ok(self)
    }

    fn wait(&mut self) -> anyhow::Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.address).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("the program ended with {status} before it listened");
            }
            ensure!(start.elapsed() < START_TIMEOUT, "the program does not listen at {}", self.address);
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(())
    }

    /// The resident memory, in bytes.
    pub(crate) fn memory(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.worker))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        Ok(line.split_whitespace().nth(1).context("no number")?.parse::<u64>()? * 1024)
    }

    /// The processor time of all its threads so far.
    pub(crate) fn processor_time(&self) -> anyhow::Result<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.worker))?;
        // The name in parentheses may contain spaces; user and system time are the 14th and 15th field.
        let fields: Vec<&str> = stat.rsplit_once(')').context("no name")?.1.split_whitespace().collect();
        let ticks: u32 = fields[11].parse::<u32>()? + fields[12].parse::<u32>()?;
        Ok(TICK * ticks)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // SIGTERM first, so that nginx stops its worker and we close our database.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && start.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Pins a process and all its threads to one core. Without `taskset` the figures are only noisier.
pub(crate) fn pin(process: u32, core: usize) {
    let _ = Command::new("taskset")
        .args(["--all-tasks", "--cpu-list", "--pid", &core.to_string(), &process.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// The last child of a process: the worker of nginx.
fn last_child(process: u32) -> Option<u32> {
    let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children")).ok()?;
    children.split_whitespace().last()?.parse().ok()
}

/// A temporary directory that is removed when this value is dropped.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Creates the directory.
    pub(crate) fn new(name: &str) -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(format!("zukunftsbildung-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// The path of the directory.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
