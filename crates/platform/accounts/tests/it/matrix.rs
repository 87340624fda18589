//! Every route of the desk and of the way in, asked by every role and by nobody, within the own scope and
//! outside of it, compared with the table in `matrix.txt`. The routes are read from the `paths.rs` of
//! all rooms, so who adds one is asked for its line.
//!
//! What is asked for are entries of the shipped content, messages that visitors wrote, and media that people
//! uploaded; what belongs to whom follows from them. Each answer is named exactly. Forms are sent empty, so a
//! `400`, `404` or `422` says that somebody was let in and what they sent made no sense.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use media::samples::photo;
use testing::inbox::question;
use testing::media_desk::upload;
use testing::{Reply, Someone, TestApp};
use web::Peer;

/// Method and path with the statuses of all columns.
const TABLE: &str = include_str!("matrix.txt");

/// What a column asks for.
#[derive(Clone)]
struct Things {
    entry: &'static str,
    medium: String,
    message: String,
}

/// Who asks in a column, and for what.
struct Column<'a> {
    name: &'static str,
    someone: Option<Someone<'a>>,
    things: Things,
}

/// An event that lies below the congress and in the field, and one that lies in neither.
const EVENT: [&str; 2] = ["veranstaltungen/forum-2-potenzialfoerderung", "veranstaltungen/auftakt-2017"];
/// A result of one of its forums, and one that is tied to no event.
const RESULT: [&str; 2] =
    ["verabredungen/bildungspartnerschaften-mit-eltern", "leitfragen/was-haelt-einen-stadtteil-stabil"];
const CONGRESS: &str = "veranstaltungen/kongress-2018";
const FIELD: &str = "handlungsfelder/potenzialfoerderung";

/// Method and path of every route with its answers, as the table has them.
fn table() -> Vec<(&'static str, &'static str)> {
    let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once("  ").expect("a route and its answers")).collect()
}

/// What stands for the other parts of a path; `{person}` is somebody's id.
const PARTS: [(&str, &str); 8] = [
    ("{language}", "en"),
    ("{section}", "impressum"),
    ("{name}", "x"),
    ("{file}", "480.webp"),
    ("{token}", "x"),
    ("{id}", "01a20846-fe00-7000-8000-000000000000"),
    ("{job}", "01a20846-fe00-7000-8000-000000000000"),
    ("{secret}", "abababababababababababababababababababababababababababababababab"),
];

/// Method and path of every route, as the rooms write it.
fn routes() -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path: PathBuf = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name == "paths.rs") {
                files.push(std::fs::read_to_string(path).expect("a file of ours"));
            }
        }
    }
    let is_ours = |text: &&str| ["/redaktion", "/anmelden", "/vorschau"].iter().any(|begin| text.starts_with(begin));
    let paths: BTreeSet<&str> = files.iter().flat_map(|file| file.split('"')).filter(is_ours).collect();
    paths.into_iter().flat_map(|path| [format!("GET {path}"), format!("POST {path}")]).collect()
}

/// A medium of which everything is still to be said, uploaded by somebody.
async fn medium_of(app: &TestApp, person: &Someone<'_>) -> String {
    let path = upload(app, person, &[("title", "Saal")], ("saal.jpg", &photo(64, 48, 1))).await;
    path.trim_start_matches("/redaktion/medien/").to_owned()
}

/// Everybody, with what is theirs and with what is others'.
async fn columns(app: &TestApp) -> Vec<Column<'_>> {
    let messages = [question(app, "potenzialfoerderung").await, question(app, "vielfalt").await];
    let stranger = app.limited(Role::Organiser, EVENT[1]).await;
    let foreign = medium_of(app, &stranger).await;
    let things = |entries: [&'static str; 2], which: usize| Things {
        entry: entries[which],
        medium: foreign.clone(),
        message: messages[which].clone(),
    };
    let mut columns = vec![Column { name: "nobody", someone: None, things: things(EVENT, 0) }];
    columns.push(Column { name: "no role", someone: Some(app.as_person(&[]).await), things: things(EVENT, 0) });
    for (name, role) in [("admin", Role::Administrator), ("editor", Role::Editor)] {
        let someone = app.as_role(role).await;
        let things = Things { medium: medium_of(app, &someone).await, ..things(EVENT, 0) };
        columns.push(Column { name, someone: Some(someone), things });
    }
    for (names, role, reference, entries) in [
        (["field editor, own", "foreign"], Role::Editor, FIELD, EVENT),
        (["organiser, own", "foreign"], Role::Organiser, CONGRESS, EVENT),
        (["facilitator, own", "foreign"], Role::Facilitator, CONGRESS, RESULT),
    ] {
        for (which, name) in names.into_iter().enumerate() {
            let someone = app.limited(role, reference).await;
            let mut things = things(entries, which);
            if which == 0 {
                things.medium = medium_of(app, &someone).await;
            }
            columns.push(Column { name, someone: Some(someone), things });
        }
    }
    for (name, role) in [("data protection", Role::DataProtection), ("personal reader", Role::PersonalReader)] {
        columns.push(Column { name, someone: Some(app.as_role(role).await), things: things(EVENT, 0) });
    }
    columns
}

/// Asks as somebody, from a computer of the route's and the column's own, so that no limit is met.
async fn ask(app: &TestApp, column: &Column<'_>, route: &str, person: &str) -> Reply {
    let (method, path) = route.split_once(' ').expect("a method and a path");
    let Things { entry, medium, message } = &column.things;
    let (folder, slug) = entry.split_once('/').expect("folder and slug");
    let slug = if path.contains("/medien/") { medium.as_str() } else { slug };
    let number = if path.contains("/nachrichten/") { message.as_str() } else { "1" };
    let path = path.replace("{person}", person).replace("{folder}", folder);
    let path = path.replace("{slug}", slug).replace("{number}", number);
    let path = PARTS.iter().fold(path, |path, (part, value)| path.replace(part, value));
    let sum = route
        .bytes()
        .chain(column.name.bytes())
        .fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let mut request = Request::builder().method(method).uri(path).extension(Peer(IpAddr::V4(Ipv4Addr::from(sum))));
    if let Some(someone) = &column.someone {
        request = request.header(header::COOKIE, &someone.cookie);
    }
    if method == "GET" { app.send(request).await } else { app.press(request, &[]).await }
}

#[tokio::test]
async fn every_route_of_the_desk_answers_everybody_as_the_table_says() {
    let app = TestApp::new().await;
    let columns = columns(&app).await;
    let person = app.as_person(&[]).await.id.to_string();
    let leaver = app.as_person(&[]).await.id.to_string();
    let mut found = Vec::new();
    for route in routes() {
        // The others are asked for somebody who is still there.
        let person = if route.ends_with("/loeschung") { &leaver } else { &person };
        let mut answers = Vec::new();
        for column in &columns {
            let reply = ask(&app, column, &route, person).await;
            assert!(!reply.status.is_server_error(), "{route} for {}", column.name);
            answers.push(reply.status.as_u16().to_string());
        }
        // The path does not take the method.
        if !answers.iter().all(|answer| answer == "405") {
            found.push(format!("{route}  {}", answers.join(" ")));
        }
    }
    app.settle().await;
    let expected: Vec<String> = table().iter().map(|(route, answers)| format!("{route}  {}", answers.trim())).collect();
    assert!(found == expected, "the routes answer:\n{}", found.join("\n"));
}

#[test]
fn no_line_of_the_table_lets_somebody_in_outside_of_their_scope() {
    for (route, answers) in table() {
        let answers: Vec<&str> = answers.split_whitespace().collect();
        let is_of_a_thing = route.contains("/eintraege/{folder}/{slug}") || route.contains("/medien/{slug}");
        for (column, name) in [(5, "field editor"), (7, "organiser"), (9, "facilitator")] {
            assert!(!is_of_a_thing || answers[column] == "403", "{route}: {name}");
        }
    }
}

/// The administrator's column, for tests of every route.
async fn boss(app: &TestApp) -> Column<'_> {
    let someone = app.as_role(Role::Administrator).await;
    let things = Things { entry: EVENT[0], medium: "x".to_owned(), message: "x".to_owned() };
    Column { name: "admin", someone: Some(someone), things }
}

#[tokio::test]
async fn no_route_takes_a_form_that_another_site_sends_in_somebodys_name() {
    let app = TestApp::new().await;
    let boss = boss(&app).await;
    let cookie = &boss.someone.as_ref().unwrap().cookie;
    let person = app.as_person(&[]).await.id.to_string();
    for (route, _) in table().iter().filter(|(route, _)| route.starts_with("POST")) {
        let path = route.trim_start_matches("POST ").replace("{person}", &person).replace("{slug}", "x");
        let path = path.replace("{folder}", "veranstaltungen").replace("{number}", "1");
        let path = PARTS.iter().fold(path, |path, (part, value)| path.replace(part, value));
        for (name, value) in
            [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example")]
        {
            let request = Request::post(&path).header(name, value).header(header::COOKIE, cookie);
            let reply = app.send_form(request, "sitzung=diese").await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path} {name}: {value}");
            let title = reply.page().text("h1");
            assert_eq!(title, "Dieses Formular kam nicht von unserer Seite.", "{path} {name}: {value}");
        }
    }
    let reply = boss.someone.as_ref().unwrap().get("/redaktion/konto").await;
    assert_eq!(reply.status, StatusCode::OK, "nothing was done");
}

#[tokio::test]
async fn answers_of_the_desk_are_kept_by_nobody_and_listed_nowhere() {
    let app = TestApp::new().await;
    let boss = boss(&app).await;
    let stranger = Column { name: "nobody", someone: None, things: boss.things.clone() };
    let person = boss.someone.as_ref().unwrap().id.to_string();
    for (route, _) in table().iter().filter(|(route, _)| !route.contains("/vorschau/{secret}")) {
        for column in [&stranger, &boss] {
            let reply = ask(&app, column, route, &person).await;
            assert_eq!(reply.header(header::CACHE_CONTROL), "no-store", "{route}");
            // Pieces of pages, which scripts ask for, have no head.
            if reply.bytes.starts_with(b"<!doctype html>") {
                assert!(reply.page().source.contains("<meta name=\"robots\" content=\"noindex\">"), "{route}");
            }
        }
    }
    app.settle().await;
}
