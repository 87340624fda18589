//! A temporary PostgreSQL server for one test run.
//!
//! It listens on loopback only, with a random password, keeps its data in a
//! temporary directory and never touches another server of the machine. It is always removed
//! afterwards: a small keeper process waits until its input is closed, which happens
//! when the [`Cluster`] is dropped and also when we are killed. Then it stops the server and removes
//! the directory.

use std::fs::{self, DirBuilder, File};
use std::io::Read as _;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{DirBuilderExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::machine;

/// The environment variable with the address of the server for tests.
pub(crate) const VARIABLE: &str = "TEST_DATABASE_URL";

/// The programs, which must come from one installation.
const PROGRAMS: [&str; 3] = ["initdb", "pg_ctl", "postgres"];

/// The parent of Debian's installations (`VERSION/bin`), which are not on the search path.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Fast settings: no data has to survive a power cut, and every test has its own pool of connections.
const SETTINGS: &str = "
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
jit = off
";

/// Settings that keep acknowledged data if the server is stopped at once. They override earlier lines.
const DURABLE: &str = "
fsync = on
synchronous_commit = on
full_page_writes = on
";

/// The script of the keeper, which ignores signals from the terminal until its input is closed.
const KEEPER: &str = r#"
trap '' INT TERM HUP
read -r _
[ ! -e "$2/data/postmaster.pid" ] || "$1/pg_ctl" stop --pgdata "$2/data" --mode immediate
rm -rf "$2"
"#;

/// The directory with `initdb`, `pg_ctl` and `postgres`, if the machine has one.
pub(crate) fn programs() -> Option<PathBuf> {
    let path = machine::environment("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .filter_map(|directory| Some(directory.join("postgres").canonicalize().ok()?.parent()?.into()));
    on_path.chain(newest_first(Path::new(DEBIAN))).find(|directory| is_complete(directory))
}

fn newest_first(versions: &Path) -> Vec<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(versions)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, directory)| directory).collect()
}

fn is_complete(directory: &Path) -> bool {
    PROGRAMS.iter().all(|program| directory.join(program).is_file())
}

/// A running server; dropping it stops the server and removes its data.
pub(crate) struct Cluster {
    port: u16,
    password: String,
    keeper: Child,
    restart: String,
}

impl Cluster {
    /// Creates a server and waits until it answers.
    pub(crate) fn start() -> Result<Self> {
        Self::start_with(SETTINGS)
    }

    /// Creates a server that loses no acknowledged data when it is stopped at once.
    pub(crate) fn start_durable() -> Result<Self> {
        Self::start_with(&format!("{SETTINGS}{DURABLE}"))
    }

    fn start_with(settings: &str) -> Result<Self> {
        let programs = programs().context("PostgreSQL is not installed")?;
        let (port, password) = (free_port()?, password()?);
        let site = Site::make(programs)?;
        let cluster = Self { port, password, keeper: site.keeper()?, restart: site.restart() };
        let started = cluster.bring_up(&site, settings);
        started.with_context(|| format!("PostgreSQL did not start\n{}", site.log()))?;
        Ok(cluster)
    }

    /// A shell command that restarts the server; its first argument is the mode of stopping: `fast` or `immediate`.
    pub(crate) fn restart(&self) -> &str {
        &self.restart
    }

    /// The address of the server's own database; tests create theirs beside it.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres:{}@127.0.0.1:{}/postgres", self.password, self.port)
    }

    fn bring_up(&self, site: &Site, settings: &str) -> Result<()> {
        site.write("password", &self.password)?;
        site.run("initdb", |command| {
            command.args(["--username=postgres", "--auth=password", "--encoding=UTF8"]);
            command.args(["--locale=C", "--no-sync", "--pgdata=data", "--pwfile=password"])
        })?;
        site.write("data/postgresql.conf", &format!("{settings}port = {}\n", self.port))?;
        site.run("pg_ctl", |command| command.args(["start", "--pgdata=data", "--log=log", "--wait", "--timeout=60"]))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // The keeper's exit code does not matter; when it has ended, its work is done.
        let _ended = self.keeper.wait();
    }
}

/// The server's directory and the account that owns it.
struct Site {
    programs: PathBuf,
    directory: PathBuf,
    owner: Option<(u32, u32)>,
}

impl Site {
    fn make(programs: PathBuf) -> Result<Self> {
        let owner = if machine::is_root() { Some(unprivileged()?) } else { None };
        let name = format!("zukunftsbildung-postgres-{}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        DirBuilder::new()
            .mode(0o700)
            .create(&directory)
            .with_context(|| format!("{} cannot be made", directory.display()))?;
        if let Some((user, group)) = owner {
            chown(&directory, Some(user), Some(group))?;
        }
        Ok(Self { programs, directory, owner })
    }

    /// Starts the keeper: from now on the directory is removed when our end of its input is closed.
    fn keeper(&self) -> Result<Child> {
        let mut command = self.command(Path::new("sh"));
        command.args(["-c", KEEPER, "keeper"]).arg(&self.programs).arg(&self.directory);
        command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().context("the keeper of the server does not start")
    }

    fn restart(&self) -> String {
        let account = self.owner.map_or_else(String::new, |(user, group)| {
            format!("setpriv --reuid={user} --regid={group} --clear-groups ")
        });
        let (programs, directory) = (self.programs.display(), self.directory.display());
        format!(
            "cd '{directory}' && exec {account}'{programs}/pg_ctl' restart --pgdata=data --log=log --wait --timeout=60 \
             --mode \"$1\" >/dev/null"
        )
    }

    /// Writes a file that is readable for the server's account.
    fn write(&self, name: &str, text: &str) -> Result<()> {
        let path = self.directory.join(name);
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        match self.owner {
            Some((user, group)) => Ok(chown(&path, Some(user), Some(group))?),
            None => Ok(()),
        }
    }

    /// The log of the server, to explain why it did not start.
    fn log(&self) -> String {
        fs::read_to_string(self.directory.join("log")).unwrap_or_default()
    }

    fn run(&self, program: &str, with: impl FnOnce(&mut Command) -> &mut Command) -> Result<()> {
        let mut command = self.command(&self.programs.join(program));
        let output = with(&mut command).stdin(Stdio::null()).output()?;
        if !output.status.success() {
            bail!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(())
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.directory);
        if let Some((user, group)) = self.owner {
            command.uid(user).gid(group);
        }
        command
    }
}

/// An account to run PostgreSQL, which refuses to run as root.
fn unprivileged() -> Result<(u32, u32)> {
    ["postgres", "nobody"]
        .into_iter()
        .find_map(machine::account)
        .context("PostgreSQL does not run as root, and there is no account `postgres` or `nobody`")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn password() -> Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.map(|byte| format!("{byte:02x}")).concat())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{is_complete, newest_first};

    #[test]
    fn the_newest_version_comes_first_and_ten_is_newer_than_nine() {
        let versions = std::env::temp_dir().join(format!("xtask-versions-{}", std::process::id()));
        for version in ["9", "15", "10", "common"] {
            fs::create_dir_all(versions.join(version)).unwrap();
        }
        let found = newest_first(&versions);
        fs::remove_dir_all(&versions).unwrap();
        assert_eq!(found, ["15/bin", "10/bin", "9/bin"].map(|path| versions.join(path)));
    }

    #[test]
    fn a_directory_without_all_programs_is_no_installation() {
        assert!(!is_complete(Path::new("/")));
    }
}
