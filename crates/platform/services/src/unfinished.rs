//! Atomic writes of files: a file exists whole or not at all, and only its owner may read it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A file that is being written under another name. [`Unfinished::finish`] renames it, replacing a former
/// file; if that never happens, dropping this deletes it.
#[derive(Debug)]
pub struct Unfinished {
    path: PathBuf,
    goal: PathBuf,
    is_done: bool,
}

impl Unfinished {
    /// Creates an empty file beside its goal, for the owner alone.
    ///
    /// # Errors
    /// If the goal names no file, its folder cannot be written to, or another process is writing the same
    /// file.
    pub fn begin(goal: &Path) -> io::Result<Self> {
        let path = part_of(goal).ok_or(io::ErrorKind::InvalidInput)?;
        db::private::new_file(&path)?;
        Ok(Self { path, goal: goal.to_owned(), is_done: false })
    }

    /// The present path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Forces the file to the disk and renames it.
    ///
    /// # Errors
    /// If the disk does not take it; then the file is deleted.
    pub fn finish(mut self) -> io::Result<()> {
        File::open(&self.path)?.sync_all()?;
        fs::rename(&self.path, &self.goal)?;
        self.is_done = true;
        // The rename, too, must survive a power cut.
        File::open(folder_of(&self.goal))?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.is_done {
            let _ = fs::remove_file(&self.path);
            for file in db::private::beside(&self.path) {
                let _ = fs::remove_file(file);
            }
        }
    }
}

/// Writes a file under another name, forces it to the disk, then renames it: until then, a former file
/// stays.
///
/// # Errors
/// If the path names no file, or the folder cannot be written to.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let unfinished = match Unfinished::begin(path) {
        // Left by a process that died; files this small are never long in the making.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            part_of(path).map_or(Ok(()), fs::remove_file)?;
            Unfinished::begin(path)?
        }
        begun => begun?,
    };
    File::options().write(true).open(unfinished.path())?.write_all(content)?;
    unfinished.finish()
}

/// The temporary name of a file.
fn part_of(goal: &Path) -> Option<PathBuf> {
    let name = goal.file_name()?.to_string_lossy();
    Some(folder_of(goal).join(format!(".{name}.part")))
}

/// The folder of a path.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
