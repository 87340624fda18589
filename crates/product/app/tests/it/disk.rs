//! A disk that is full, and one from which the database vanishes: what the program says, and that it goes on.

use std::path::Path;
use std::time::Duration;

use testing::{encoded, exchange};

use crate::program::{Server, TICKET_AGE};

/// A question that people typed.
const TEXT: &str = "Wann ist der nächste Fachtag?";

fn ticket(server: &Server) -> String {
    let page = server.get("/kontakt");
    let ticket = page.split("name=\"ticket\" value=\"").nth(1).expect(&page);
    ticket.split('"').next().unwrap().to_owned()
}

fn ask(server: &Server, ticket: &str) -> String {
    let fields =
        [("thema", "vielfalt"), ("nachricht", TEXT), ("name", ""), ("email", "a@ort.example"), ("ticket", ticket)];
    let body = encoded(&fields);
    let request = format!(
        "POST /kontakt HTTP/1.1\r\nhost: x\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    exchange(server.address(), &request).unwrap()
}

/// Whether the health becomes this soon: what was said a moment ago holds for a second.
fn soon_healthy(server: &Server, is_healthy: bool) -> bool {
    (0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        let answer = server.get("/healthz");
        assert!(answer.starts_with("HTTP/1.1 200") || answer.starts_with("HTTP/1.1 503"), "{answer}");
        answer.ends_with("ok\n") == is_healthy
    })
}

#[test]
fn after_a_full_disk_everything_works_again_without_a_restart_and_no_text_is_lost() {
    let directory = tempfile::tempdir().unwrap();
    let server = Server::start_on_a_small_disk(&directory.path().join("data"));
    let ticket = ticket(&server);
    std::thread::sleep(TICKET_AGE);
    assert!(soon_healthy(&server, true));
    server.limit_files(Some(1));
    for _ in 0..3 {
        let refusal = ask(&server, &ticket);
        assert!(refusal.starts_with("HTTP/1.1 500") && refusal.contains(TEXT), "{refusal}");
    }
    assert!(soon_healthy(&server, false));
    assert!(server.get("/prozess").starts_with("HTTP/1.1 200"), "pages are read as before");
    server.limit_files(None);
    let taken = ask(&server, &ticket);
    assert!(taken.starts_with("HTTP/1.1 303"), "{taken}");
    assert!(soon_healthy(&server, true));
    let (code, log) = server.stop();
    assert_eq!(code, Some(0), "{log}");
    assert_eq!(log.matches("the database cannot be written").count(), 1, "{log}");
}

/// The database with its log and its index.
fn move_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(|file| file.unwrap()) {
        if file.file_name().to_string_lossy().contains(".db") {
            std::fs::rename(file.path(), to.join(file.file_name())).unwrap();
        }
    }
}

#[test]
fn database_that_vanishes_is_missed_at_once_and_taken_up_again_when_it_is_back() {
    let directory = tempfile::tempdir().unwrap();
    let (data, elsewhere) = (directory.path().join("data"), directory.path().join("elsewhere"));
    let server = Server::start(&data);
    let ticket = ticket(&server);
    std::thread::sleep(TICKET_AGE);
    move_all(&data, &elsewhere);
    for _ in 0..3 {
        let refusal = ask(&server, &ticket);
        assert!(refusal.starts_with("HTTP/1.1 500") && refusal.contains(TEXT), "{refusal}");
    }
    assert!(soon_healthy(&server, false));
    // More pages than there are connections, none of them in memory.
    for year in 2000..2030 {
        assert!(server.get(&format!("/faden?jahr={year}")).starts_with("HTTP/1.1 200"), "{year}");
    }
    assert!(!data.join("zukunftsbildung.db").exists(), "an empty database was made in place of the lost one");
    move_all(&elsewhere, &data);
    let taken = ask(&server, &ticket);
    assert!(taken.starts_with("HTTP/1.1 303"), "{taken}");
    assert!(soon_healthy(&server, true));
    let (_, log) = server.stop();
    assert_eq!(log.matches("until then nothing is written").count(), 1, "said once: {log}");
    assert!(log.contains("is back"), "{log}");
}
