//! Files that are there whole or not at all, whatever happens on the way.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file under another name, forces it to the disk, then gives it its name: until then, what was there stays.
///
/// # Errors
/// If the path names no file, or the folder cannot be written to.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let unfinished = folder.join(format!(".{}.part", name.to_string_lossy()));
    let mut file = File::create(&unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    // The new name, too, must survive a power cut.
    File::open(folder)?.sync_all()
}
