//! What is kept is for the owner alone, whatever the umask of whoever starts the program.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::program::BINARY;

/// Runs the program under a umask that takes nothing away, for as long as a shell line says.
fn under_open_umask(folder: &Path, line: &str) -> String {
    let line = format!("umask 0; {}", line.replace("PROGRAM", BINARY));
    let output =
        Command::new("sh").args(["-c", &line]).current_dir(folder).stdin(Stdio::null()).output().expect("a shell");
    String::from_utf8(output.stderr).unwrap()
}

/// Every file and folder below a folder that others could open, with its mode.
fn open_to_others(folder: &Path) -> Vec<String> {
    let mut open = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        if mode & 0o077 != 0 {
            open.push(format!("{} {:o}", entry.path().display(), mode & 0o7777));
        }
        if entry.path().is_dir() {
            open.extend(open_to_others(&entry.path()));
        }
    }
    open
}

/// Starts the server, waits until it says where it runs, and ends it hard, so that the log stays beside the database.
const SERVE: &str = "PROGRAM serve --listen 127.0.0.1:0 --data data --backup-directory backups > said & \
     for i in $(seq 600); do ls backups/*.sha256 > /dev/null 2>&1 && break; sleep 0.1; done; kill -9 $!; wait $! 2> /dev/null";

#[test]
fn database_log_backups_and_mails_are_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    under_open_umask(folder.path(), SERVE);
    let said = std::fs::read_to_string(folder.path().join("said")).unwrap();
    assert!(said.contains("is running"), "{said}");
    let beside = folder.path().join("data/zukunftsbildung.db-wal");
    assert!(beside.exists(), "the log should lie beside the database");
    std::fs::remove_file(folder.path().join("said")).unwrap();
    assert_eq!(open_to_others(folder.path()), [""; 0]);
    under_open_umask(folder.path(), "PROGRAM backup --data data own.db; PROGRAM restore --data again own.db");
    assert!(folder.path().join("again/zukunftsbildung.db").exists());
    assert_eq!(open_to_others(folder.path()), [""; 0]);
}

#[test]
fn what_was_open_to_others_is_tightened_at_the_start_and_the_log_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    under_open_umask(folder.path(), "PROGRAM user list --data data");
    let file = data.join("zukunftsbildung.db");
    for (path, mode) in [(&data, 0o755), (&file, 0o644)] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    let log = under_open_umask(folder.path(), "PROGRAM user list --data data");
    assert_eq!(log.matches("was open to other users of this machine").count(), 2, "{log}");
    assert_eq!(open_to_others(folder.path()), [""; 0]);
    assert_eq!(under_open_umask(folder.path(), "PROGRAM user list --data data"), "");
}

#[test]
fn mails_that_rest_as_files_are_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mails = folder.path().join("mail");
    std::fs::create_dir(&mails).unwrap();
    std::fs::set_permissions(&mails, std::fs::Permissions::from_mode(0o777)).unwrap();
    // The folder makes its files through this one function.
    db::private::make_folder(&mails).unwrap();
    services::write_whole(&mails.join("a.eml"), b"To: anna@ort.example").unwrap();
    services::write_whole(&mails.join("a.eml"), b"To: ben@ort.example").unwrap();
    assert_eq!(open_to_others(folder.path()), [""; 0]);
    assert_eq!(std::fs::read(mails.join("a.eml")).unwrap(), b"To: ben@ort.example");
}
