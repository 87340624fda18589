//! Import reads what lies in its folder, and nothing else.

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use archive::{Folder, Refusal};

/// The shipped folder as files, and a place outside of it.
fn laid_out() -> (tempfile::TempDir, PathBuf) {
    let outside = tempfile::tempdir().unwrap();
    let folder = outside.path().join("initiative");
    archive::write_folder(&Folder::embedded().unwrap(), &folder).unwrap();
    (outside, folder)
}

/// What is wrong with a folder. A reader that waits for a pipe would never answer.
fn problems(folder: &Path) -> Vec<String> {
    let (said, heard) = mpsc::channel();
    let folder = folder.to_owned();
    std::thread::spawn(move || said.send(Folder::read(&folder)));
    let read = heard.recv_timeout(Duration::from_mins(1)).expect("reading a folder ends");
    let Err(Refusal::Problems(problems)) = read else { panic!("the folder has faults") };
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn links_are_refused_wherever_they_stand() {
    let (outside, folder) = laid_out();
    std::fs::write(outside.path().join("secret.txt"), "geheim").unwrap();
    std::fs::create_dir(outside.path().join("elsewhere")).unwrap();
    std::fs::create_dir_all(folder.join("medien")).unwrap();
    std::fs::rename(folder.join("sources.toml"), outside.path().join("sources.toml")).unwrap();
    symlink(outside.path().join("sources.toml"), folder.join("sources.toml")).unwrap();
    symlink("/etc/hostname", folder.join("medien/x.txt")).unwrap();
    symlink(outside.path().join("elsewhere"), folder.join("texte")).unwrap();
    symlink("nowhere", folder.join("aktuelles/a.md")).unwrap();
    // A link that stays inside is one too: what it means depends on where the folder lies.
    symlink("kongress-2018.md", folder.join("veranstaltungen/zwei.md")).unwrap();
    // Hidden ones are left out like all that is hidden.
    symlink("/etc/hostname", folder.join("medien/.x.txt")).unwrap();
    let found = problems(&folder);
    let files: Vec<&str> = found.iter().map(|problem| problem.split(':').next().unwrap()).collect();
    assert_eq!(files, ["aktuelles/a.md", "medien/x.txt", "sources.toml", "texte", "veranstaltungen/zwei.md"]);
    assert!(found.iter().all(|problem| problem.contains(":1: this is a link; import reads only")), "{found:?}");
}

#[test]
fn pipes_sockets_and_devices_are_refused_and_never_waited_for() {
    let (_outside, folder) = laid_out();
    std::fs::create_dir_all(folder.join("medien")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.join("medien/x.txt")).status().unwrap().success());
    assert!(Command::new("mkfifo").arg(folder.join("aktuelles/warten.md")).status().unwrap().success());
    let _socket = UnixListener::bind(folder.join("contacts")).unwrap();
    let found = problems(&folder);
    assert_eq!(
        found,
        [
            "aktuelles/warten.md:1: this is a pipe and no file",
            "contacts:1: this is a socket and no file",
            "medien/x.txt:1: this is a pipe and no file",
        ]
    );
}

#[test]
fn file_that_is_larger_than_what_the_desk_takes_is_refused_without_being_read() {
    let (_outside, folder) = laid_out();
    std::fs::create_dir_all(folder.join("medien")).unwrap();
    // Files with holes: they take no room, and would take gigabytes of memory.
    for (file, bytes) in [("aktuelles/lang.md", 4_u64 << 30), ("sources.toml", 8 << 30), ("medien/x.pdf", 16 << 30)] {
        std::fs::File::create(folder.join(file)).unwrap().set_len(bytes).unwrap();
    }
    std::fs::File::create(folder.join("aktuelles/rand.md")).unwrap().set_len(2 << 20).unwrap();
    assert_eq!(
        problems(&folder),
        [
            "aktuelles/lang.md:1: the file has more than 2 MB",
            "medien/x.pdf:1: the file has more than 30 MB",
            "sources.toml:1: the file has more than 16 MB",
        ]
    );
}

#[test]
fn folder_itself_may_be_reached_through_a_link() {
    let (outside, folder) = laid_out();
    let link = outside.path().join("link");
    symlink(&folder, &link).unwrap();
    assert_eq!(Folder::read(&link).unwrap(), Folder::read(&folder).unwrap());
}
