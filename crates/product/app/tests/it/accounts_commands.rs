//! People of the desk from the command line, with the real binary.

use std::path::Path;
use std::process::{Command, Output};

use testing::exchange;

use crate::program::{Server, program};

fn output(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

/// What a command says that succeeds.
fn said(data: &Path, line: &[&str]) -> String {
    let output = output(program(data).args(line));
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Exit code and the one line with which a command fails.
fn refused(data: &Path, line: &[&str]) -> (Option<i32>, String) {
    let output = output(program(data).args(line));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) || error.lines().count() == 1, "{error}");
    (output.status.code(), error)
}

#[test]
fn first_start_prints_a_link_that_makes_the_administrator_and_later_ones_do_not() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let server = Server::start(&data);
    let link = server.first_link().expect("a link");
    let path = link.strip_prefix(&format!("http://{}", server.address())).expect(&link).to_owned();
    assert!(server.get(&path).starts_with("HTTP/1.1 200 OK"));
    let body = "name=Erste&email=erste%40ort.example";
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = exchange(server.address(), &request).unwrap();
    assert!(answer.starts_with("HTTP/1.1 303 See Other"), "{answer}");
    // There is no TLS on this machine, so the cookie has its plain name.
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
    assert!(cookie.starts_with("session=") && !cookie.contains("Secure"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    let request =
        format!("GET /redaktion/personen HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: {cookie}\r\n\r\n");
    let page = exchange(server.address(), &request).unwrap();
    assert!(page.starts_with("HTTP/1.1 200 OK") && page.contains("erste@ort.example"), "{page}");
    let (_, log) = server.stop();
    let secret = path.rsplit_once('/').unwrap().1;
    assert!(!log.contains(secret) && !log.contains("erste@ort.example"), "{log}");
    let again = Server::start(&data);
    assert_eq!(again.first_link(), None);
}

#[test]
fn every_start_prints_a_new_link_until_somebody_has_used_one() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let first = Server::start(&data);
    let earlier = first.first_link().expect("a link");
    first.stop();
    let second = Server::start(&data);
    let later = second.first_link().expect("a link");
    assert_ne!(earlier.rsplit_once('/').unwrap().1, later.rsplit_once('/').unwrap().1);
}

#[test]
fn person_is_added_let_in_listed_and_disabled() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    Server::start(&data).stop();
    let added = said(&data, &["user", "add", "anna@ort.example", "--name", "Anna", "--role", "administrator"]);
    assert_eq!(added, "added Anna: let them in with `zukunftsbildung user link anna@ort.example`\n");
    let scope =
        ["user", "add", "ben@ort.example", "--name", "Ben", "--role", "editor", "--scope", "handlungsfelder/vielfalt"];
    said(&data, &scope);
    let link = said(&data, &["user", "link", "anna@ort.example", "--public-url", "https://zukunft.example/"]);
    let secret = link.trim_end().strip_prefix("https://zukunft.example/anmelden/link/").expect(&link);
    assert_eq!(secret.len(), 64);
    let list = said(&data, &["user", "list"]);
    assert_eq!(
        list,
        "anna@ort.example\tAnna\tadministrator\tnot signed in yet\nben@ort.example\tBen\teditor (field)\tnot signed in yet\n"
    );
    assert_eq!(said(&data, &["user", "disable", "BEN@ort.example"]), "disabled; all sessions have ended\n");
    assert!(said(&data, &["user", "list"]).lines().nth(1).unwrap().contains("\tdisabled since 2"));
    let server = Server::start(&data);
    assert_eq!(server.first_link(), None, "somebody is at the desk");
    assert!(
        server.get(link.trim_end().strip_prefix("https://zukunft.example").unwrap()).starts_with("HTTP/1.1 200 OK")
    );
}

#[test]
fn what_cannot_be_done_is_said_in_one_line_without_the_address() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    Server::start(&data).stop();
    said(&data, &["user", "add", "anna@ort.example", "--name", "Anna", "--role", "editor"]);
    said(&data, &["user", "disable", "anna@ort.example"]);
    let add = |email: &'static str, name: &'static str, role: &'static str, scope: &'static str| {
        vec!["user", "add", email, "--name", name, "--role", role, "--scope", scope]
    };
    for (line, code, words) in [
        (add("Anna@ort.example", "Anna", "editor", "initiative"), 1, "there is already a person with this address"),
        (add("ben@ort.example", " ", "editor", "initiative"), 1, "a name has 1 to 100 characters"),
        (
            add("ben@ort.example", "Ben", "organiser", "initiative"),
            1,
            "the role organiser can be limited to: body, event",
        ),
        (add("ben@ort.example", "Ben", "editor", "handlungsfelder/keins"), 1, "there is no field, body or event"),
        (add("ben", "Ben", "editor", "initiative"), 2, "an e-mail address needs"),
        (add("ben@ort.example", "Ben", "chief", "initiative"), 2, "there is no such role"),
        (vec!["user", "link", "niemand@ort.example"], 1, "there is no such person"),
        (vec!["user", "link", "anna@ort.example"], 1, "this person is disabled"),
        (vec!["user", "disable", "anna@ort.example"], 1, "it is so already"),
        (vec!["user"], 2, "Usage"),
    ] {
        let (status, error) = refused(&data, &line);
        assert_eq!(status, Some(code), "{line:?}: {error}");
        assert!(error.contains(words), "{line:?}: {error}");
        assert!(code == 2 || !error.contains("ort.example"), "{error}");
    }
}
