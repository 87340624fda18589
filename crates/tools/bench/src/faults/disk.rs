//! Trials of the database file: the disk is full, turns read-only, or the file is moved or emptied.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, ensure};

use super::figures::Figures;
use super::people::People;
use super::server::{Server, Setting, until};
use super::watch::Watch;
use super::{Outcome, Stage};

/// The number of visitors who write at the same time.
const VISITORS: usize = 3;
/// The time after which the trial is given up.
const TRIAL_TIMEOUT: Duration = Duration::from_mins(1);
/// The mount option for the size of the small disk.
const DISK: &str = "size=32m";
/// The time between the fault and its repair.
const FAULT_DURATION: Duration = Duration::from_secs(3);

/// The disk becomes full while visitors write, and is emptied again.
pub(crate) fn full(stage: &Stage) -> anyhow::Result<Outcome> {
    let Some(disk) = Mount::memory(&stage.folder("full")?) else {
        return Ok(Outcome::LeftOut("a small disk in memory can be mounted as root only".to_owned()));
    };
    let ballast = disk.0.join("ballast");
    inject(
        stage,
        &disk.0.join("data"),
        || {
            // Fill it to the last byte, in smaller and smaller pieces.
            let mut file = fs::File::create(&ballast)?;
            for size in [1 << 20, 4096, 1] {
                while std::io::Write::write_all(&mut file, &vec![0; size]).is_ok() {}
            }
            Ok(())
        },
        || Ok(fs::remove_file(&ballast)?),
    )
}

/// The file system turns read-only while visitors write, which only a restart can repair.
pub(crate) fn read_only(stage: &Stage) -> anyhow::Result<Outcome> {
    let Some(disk) = Mount::that_can_break(&stage.folder("read-only")?) else {
        return Ok(Outcome::LeftOut("a file system in a file can be mounted and broken as root only".to_owned()));
    };
    let setting = Setting::new(stage, &disk.0.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let writing = people.write(VISITORS);
    writing.wait_for(stage.count(20, 200))?;
    let watch = Watch::start(server.address);
    disk.break_it()?;
    until("the program notices", TRIAL_TIMEOUT, || Ok(!server.is_healthy()))?;
    std::thread::sleep(FAULT_DURATION);
    let start_page = watch.p99();
    let memory = server.memory()?;
    writing.pause()?;
    server.kill()?;
    disk.mend()?;
    let server = Server::start(&setting)?;
    let recovery = until("people are taken again", TRIAL_TIMEOUT, || Ok(people.send()? == 303))?;
    let lost = people.lost(&server, &setting)?;
    let told = "after mending the disk and a new start; meanwhile all is read as before".to_owned();
    let acknowledged = people.acknowledged();
    Ok(Figures { acknowledged, lost, recovery: Some(recovery), start_page, memory, told }.into())
}

/// The database is moved away and back.
pub(crate) fn moved_away(stage: &Stage) -> anyhow::Result<Outcome> {
    let data = stage.folder("moved")?.join("data");
    let away = data.with_extension("away");
    let names = ["zukunftsbildung.db", "zukunftsbildung.db-wal", "zukunftsbildung.db-shm"];
    inject(
        stage,
        &data,
        || {
            fs::create_dir_all(&away)?;
            for name in names {
                fs::rename(data.join(name), away.join(name))?;
            }
            Ok(())
        },
        || {
            ensure!(!data.join(names[0]).exists(), "an empty database was made in its place");
            for name in names.iter().rev() {
                fs::rename(away.join(name), data.join(name))?;
            }
            Ok(())
        },
    )
}

/// The database is emptied, which only a backup can repair.
pub(crate) fn truncated(stage: &Stage) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, &stage.folder("truncated")?.join("data"))?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let writing = people.write(VISITORS);
    writing.wait_for(stage.count(20, 100))?;
    writing.pause()?;
    let watch = Watch::start(server.address);
    fs::File::options().write(true).open(setting.file())?.set_len(0)?;
    let noticed = until("the program notices", TRIAL_TIMEOUT, || Ok(!server.is_healthy()))?;
    let before = people.acknowledged();
    let writing = people.write(VISITORS);
    std::thread::sleep(FAULT_DURATION);
    writing.pause()?;
    ensure!(people.acknowledged() == before, "writes were acknowledged after the database was emptied");
    let told =
        format!("noticed after {:.2} s; writes are refused, no line is written into the ruin", noticed.as_secs_f64());
    let (acknowledged, memory) = (before, server.memory()?);
    Ok(Figures { acknowledged, start_page: watch.p99(), memory, told, ..Figures::default() }.into())
}

/// Injects a fault while visitors write, repairs it, and checks that they can write again without a restart.
fn inject(
    stage: &Stage,
    data: &Path,
    break_it: impl FnOnce() -> anyhow::Result<()>,
    mend: impl FnOnce() -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let setting = Setting::new(stage, data)?;
    let server = Server::start(&setting)?;
    let people = People::arrive(&server)?;
    let writing = people.write(VISITORS);
    writing.wait_for(stage.count(20, 200))?;
    let watch = Watch::start(server.address);
    break_it()?;
    let noticed = until("the program notices", TRIAL_TIMEOUT, || Ok(!server.is_healthy()))?;
    std::thread::sleep(FAULT_DURATION);
    mend()?;
    let recovery = until("people are taken again", TRIAL_TIMEOUT, || Ok(server.is_healthy() && people.send()? == 303))?;
    writing.wait_for(stage.count(20, 200))?;
    writing.pause()?;
    let start_page = watch.p99();
    let lost = people.lost(&server, &setting)?;
    let told = format!("/healthz says so after {:.2} s", noticed.as_secs_f64());
    let (acknowledged, memory) = (people.acknowledged(), server.memory()?);
    Ok(Figures { acknowledged, lost, recovery: Some(recovery), start_page, memory, told }.into())
}

/// A file system for the trial; it is unmounted when this value is dropped.
struct Mount(PathBuf);

impl Mount {
    /// A small file system in memory, if this machine allows it.
    fn memory(folder: &Path) -> Option<Self> {
        let is_mounted = succeeds("mount", &["-t", "tmpfs", "-o", DISK, "tmpfs"], folder);
        is_mounted.then(|| Self(folder.to_owned()))
    }

    /// A file system in a file that turns read-only at the first error, if this machine allows it.
    fn that_can_break(folder: &Path) -> Option<Self> {
        let image = folder.with_extension("image");
        fs::File::create(&image).ok()?.set_len(64 << 20).ok()?;
        let is_mounted = succeeds("mkfs.ext4", &["-q", "-e", "remount-ro"], &image)
            && succeeds("mount", &["-o", "loop", &image.display().to_string()], folder);
        let mount = is_mounted.then(|| Self(folder.to_owned()))?;
        mount.trigger().ok()?.exists().then_some(mount)
    }

    /// The kernel's interface for reporting an error of a file system.
    fn trigger(&self) -> anyhow::Result<PathBuf> {
        let mounts = fs::read_to_string("/proc/mounts")?;
        let folder = self.0.display().to_string();
        let line = mounts.lines().find(|line| line.split(' ').nth(1) == Some(&folder)).context("not mounted")?;
        let device = line.split(' ').next().and_then(|device| device.strip_prefix("/dev/")).context("no device")?;
        Ok(PathBuf::from(format!("/sys/fs/ext4/{device}/trigger_fs_error")))
    }

    fn break_it(&self) -> anyhow::Result<()> {
        Ok(fs::write(self.trigger()?, "1")?)
    }

    /// Unmounts, repairs and mounts it again.
    fn mend(&self) -> anyhow::Result<()> {
        let image = self.0.with_extension("image");
        ensure!(succeeds("umount", &[], &self.0), "the broken file system cannot be unmounted");
        let _ = Command::new("fsck.ext4").args(["-y", "-f"]).arg(&image).output()?;
        let is_back = succeeds("mount", &["-o", "loop", &image.display().to_string()], &self.0);
        ensure!(is_back, "the repaired file system cannot be mounted");
        Ok(())
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = succeeds("umount", &["--lazy"], &self.0);
    }
}

fn succeeds(program: &str, arguments: &[&str], path: &Path) -> bool {
    let output = Command::new(program).args(arguments).arg(path).output();
    output.is_ok_and(|output| output.status.success())
}
