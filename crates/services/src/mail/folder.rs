//! Mails as files: where they rest when no server takes them.
//!
//! One file per mail, named by time and id, so that a folder sorts as the mails were written. A file
//! is there whole or not at all: it is written under another name, forced to the disk, then renamed.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::PathBuf;

use jiff::Timestamp;
use uuid::Uuid;

/// The directory of the files; made when the first mail comes.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// A folder at this place.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self(directory.into())
    }

    /// Lays a mail down. The same mail a second time replaces its file.
    pub(super) async fn keep(&self, id: Uuid, created_at: Timestamp, letter: Vec<u8>) -> io::Result<()> {
        let name = format!("{}-{}.eml", created_at.strftime("%Y%m%dT%H%M%SZ"), id.simple());
        let directory = self.0.clone();
        let write = move || write_whole(&directory, &name, &letter);
        tokio::task::spawn_blocking(write).await.map_err(io::Error::other)?
    }
}

fn write_whole(directory: &PathBuf, name: &str, content: &[u8]) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let unfinished = directory.join(format!(".{name}.part"));
    let mut file = File::create(&unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&unfinished, directory.join(name))?;
    // The new name, too, must survive a power cut.
    File::open(directory)?.sync_all()
}
