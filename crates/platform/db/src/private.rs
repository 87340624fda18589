//! Files and folders for their owner alone, regardless of the umask: they hold addresses, messages and
//! keys.
//!
//! Existing ones with looser modes are tightened, and the log says so. If that fails (the file belongs to
//! another user), the log says that too, and the program goes on: the operator decides who may read the
//! file.

use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// Mode bits of the group and of all others.
const OTHERS: u32 = 0o077;
/// The sticky bit, which marks a folder as shared on purpose, as `/tmp` is.
const STICKY: u32 = 0o1000;
/// Endings of the files that SQLite creates beside a database file.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Creates a folder, and missing ones above it, for the owner alone (0700).
///
/// # Errors
/// If it cannot be created, or something else has its name.
pub fn make_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    tighten(path);
    Ok(())
}

/// Creates an empty file for the owner alone (0600).
///
/// # Errors
/// If it exists already, or the folder cannot be written to.
pub fn new_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    // A umask can only take bits away, so the owner's bits are set again.
    file.set_permissions(Permissions::from_mode(0o600))?;
    Ok(file)
}

/// Removes the rights of group and others from a file or folder. A folder with the sticky bit stays as it
/// is.
pub fn tighten(path: &Path) {
    let Ok(found) = std::fs::metadata(path) else { return };
    let mode = found.permissions().mode();
    if mode & OTHERS == 0 {
        return;
    }
    let shown = path.display();
    if found.is_dir() && mode & STICKY != 0 {
        tracing::warn!("{shown} is a folder that everybody shares: choose one for this program alone");
        return;
    }
    match std::fs::set_permissions(path, Permissions::from_mode(mode & 0o7700)) {
        Ok(()) => tracing::warn!("{shown} was open to other users of this machine; now it is for its owner alone"),
        Err(error) => {
            tracing::warn!("{shown} is open to other users of this machine, and that cannot be changed: {error}");
        }
    }
}

/// Makes sure that a SQLite file is for its owner alone before it is opened: the files that SQLite creates
/// beside it take their mode from it. Other faults of the place are left for SQLite to report.
pub(crate) fn prepare_database(path: &Path) {
    let _ = new_file(path);
    if path.is_file() {
        tighten(path);
    }
    for file in beside(path) {
        tighten(&file);
    }
}

/// The files that SQLite may create beside a database.
pub fn beside(path: &Path) -> [PathBuf; 3] {
    BESIDE.map(|ending| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    })
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
    }

    #[test]
    fn what_is_made_or_found_is_for_the_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("a/b");
        make_folder(&data).unwrap();
        let file = data.join("x.db");
        new_file(&file).unwrap();
        assert_eq!((mode(&folder.path().join("a")), mode(&data), mode(&file)), (0o700, 0o700, 0o600));
        for (path, loose) in [(&data, 0o755), (&file, 0o664)] {
            std::fs::set_permissions(path, Permissions::from_mode(loose)).unwrap();
        }
        std::fs::write(data.join("x.db-wal"), "").unwrap();
        std::fs::set_permissions(data.join("x.db-wal"), Permissions::from_mode(0o644)).unwrap();
        make_folder(&data).unwrap();
        prepare_database(&file);
        assert_eq!((mode(&data), mode(&file), mode(&data.join("x.db-wal"))), (0o700, 0o600, 0o600));
    }

    #[test]
    fn folder_that_everybody_shares_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::set_permissions(folder.path(), Permissions::from_mode(0o1777)).unwrap();
        tighten(folder.path());
        assert_eq!(mode(folder.path()), 0o1777);
    }
}
