//! The folder of mails as files (`.eml`): for installations without a mail server, and for mails that it
//! refused.
//!
//! One file per mail, named by time and id, so that a folder sorts in the order of writing. A file is
//! written whole or not at all, and only its owner may read it: a mail may hold a link that signs in.

use std::path::PathBuf;
use std::{fs, io};

use jiff::Timestamp;
use uuid::Uuid;

use crate::unfinished::write_whole;

/// The directory of the files; created with the first mail.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// A folder at this place.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self(directory.into())
    }

    /// Writes a mail to its file; a former file of the same mail is replaced.
    pub(super) async fn keep(&self, id: Uuid, created_at: Timestamp, letter: Vec<u8>) -> io::Result<()> {
        let (directory, file) = (self.0.clone(), self.file(id, created_at));
        let write = move || {
            db::private::make_folder(&directory)?;
            write_whole(&file, &letter)
        };
        tokio::task::spawn_blocking(write).await.map_err(io::Error::other)?
    }

    /// Deletes the file of a mail that was sent after all.
    pub(super) async fn remove(&self, id: Uuid, created_at: Timestamp) -> io::Result<()> {
        let file = self.file(id, created_at);
        let remove = move || match fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
        tokio::task::spawn_blocking(remove).await.map_err(io::Error::other)?
    }

    fn file(&self, id: Uuid, created_at: Timestamp) -> PathBuf {
        self.0.join(format!("{}-{}.eml", created_at.strftime("%Y%m%dT%H%M%SZ"), id.simple()))
    }
}
