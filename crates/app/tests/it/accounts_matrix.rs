//! Every route of the desk and of the way in, asked by every role and by nobody, compared with the table
//! below. The routes are read from the `paths.rs` of all rooms, so who adds one is asked for its line.
//!
//! The columns are: nobody, no role, administrator, editor, organiser, facilitator, data protection,
//! reader of personal lists; organiser and facilitator work on the congress. `o` is a page, `>` is led on
//! (to the door, or after something was done), `x` is refused, `?` is let in and told that what was sent
//! makes no sense or that there is no such thing. Forms are sent empty.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use accounts::{Grant, Role, Scope};
use axum::http::{Request, StatusCode, header};
use thread::EntryId;
use web::Peer;

use crate::person::Someone;
use crate::test_app::{Reply, TestApp};

/// Method and path with what answers.
const TABLE: &[(&str, &str)] = &[
    ("GET /anmelden", "o>>>>>>>"),
    ("POST /anmelden", "????????"),
    ("GET /anmelden/dienst", "????????"),
    ("GET /anmelden/dienst/rueckkehr", "????????"),
    ("GET /anmelden/link/{secret}", "????????"),
    ("POST /anmelden/link/{secret}", "????????"),
    ("POST /anmelden/passkey", "????????"),
    ("POST /anmelden/passkey/frage", "oooooooo"),
    ("GET /anmelden/passwort", "????????"),
    ("POST /anmelden/passwort", "????????"),
    ("GET /anmelden/unterwegs", "oooooooo"),
    ("GET /redaktion", ">ooooooo"),
    ("GET /redaktion/auftraege", ">xoxxxxx"),
    ("POST /redaktion/auftraege/{job}/verzicht", "xx>xxxxx"),
    ("POST /redaktion/auftraege/{job}/wiederholung", "xx>xxxxx"),
    ("GET /redaktion/einstellungen", ">xoxxxxx"),
    ("POST /redaktion/einstellungen/post/probe", "xx>xxxxx"),
    ("GET /redaktion/einstellungen/verlauf", ">xoxxxxx"),
    ("GET /redaktion/einstellungen/verlauf/{number}", ">x?xxxxx"),
    ("POST /redaktion/einstellungen/verlauf/{number}/wiederherstellung", "xx?xxxxx"),
    ("GET /redaktion/einstellungen/{section}", ">xoxxxxx"),
    ("POST /redaktion/einstellungen/{section}", "xx?xxxxx"),
    ("GET /redaktion/eintraege", ">xooooxx"),
    ("GET /redaktion/eintraege/neu", ">xooooxx"),
    ("GET /redaktion/eintraege/vorschlaege", ">xooooxx"),
    ("GET /redaktion/eintraege/{folder}/neu", ">xoooxxx"),
    ("POST /redaktion/eintraege/{folder}/neu", "xx???xxx"),
    ("GET /redaktion/eintraege/{folder}/{slug}", ">xoooxxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}", "xx???xxx"),
    ("GET /redaktion/eintraege/{folder}/{slug}/fassungen", ">xoooxxx"),
    ("GET /redaktion/eintraege/{folder}/{slug}/fassungen/{number}", ">xoooxxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/fassungen/{number}/wiederherstellung", "xx???xxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/ruecknahme", "xx???xxx"),
    ("GET /redaktion/eintraege/{folder}/{slug}/sprachen/{language}", ">xoooxxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/sprachen/{language}", "xx???xxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/termin", "xx???xxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/termin/aufhebung", "xx>>>xxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/veroeffentlichung", "xx???xxx"),
    ("POST /redaktion/eintraege/{folder}/{slug}/vorschau", "xx>>>xxx"),
    ("GET /redaktion/kontakte", ">xooxxxx"),
    ("POST /redaktion/kontakte", "xx??xxxx"),
    ("POST /redaktion/kontakte/fassungen/{number}/wiederherstellung", "xx??xxxx"),
    ("GET /redaktion/konto", ">ooooooo"),
    ("POST /redaktion/konto/abmeldungen", "x???????"),
    ("POST /redaktion/konto/passkeys", "x???????"),
    ("POST /redaktion/konto/passkeys/entfernung", "x???????"),
    ("POST /redaktion/konto/passkeys/frage", "xooooooo"),
    ("GET /redaktion/konto/passwort", ">???????"),
    ("POST /redaktion/konto/passwort", "x???????"),
    ("POST /redaktion/konto/passwort/entfernung", "x???????"),
    ("GET /redaktion/medien", ">xooooxx"),
    ("GET /redaktion/medien/neu", ">xooooxx"),
    ("POST /redaktion/medien/neu", "x???????"),
    ("GET /redaktion/medien/{slug}", ">x????xx"),
    ("POST /redaktion/medien/{slug}", "xx????xx"),
    ("GET /redaktion/medien/{slug}/bild/{file}", ">x????xx"),
    ("GET /redaktion/medien/{slug}/datei/{name}", ">x????xx"),
    ("POST /redaktion/medien/{slug}/ersatz", "x???????"),
    ("POST /redaktion/medien/{slug}/ruecknahme", "xx????xx"),
    ("POST /redaktion/medien/{slug}/wiederherstellung", "xx????xx"),
    ("GET /redaktion/nachrichten", ">xooxxox"),
    ("GET /redaktion/nachrichten/{number}", ">x??xx?x"),
    ("POST /redaktion/nachrichten/{number}/abschluss", "xx??xx?x"),
    ("POST /redaktion/nachrichten/{number}/antwort", "xx??xx?x"),
    ("POST /redaktion/nachrichten/{number}/notiz", "xx??xx?x"),
    ("POST /redaktion/nachrichten/{number}/uebernahme", "xx??xx?x"),
    ("POST /redaktion/nachrichten/{number}/unbegruendet", "xx??xx?x"),
    ("POST /redaktion/nachrichten/{number}/weitergabe", "xx??xx?x"),
    ("POST /redaktion/nachrichten/{number}/wiederaufnahme", "xx??xx?x"),
    ("GET /redaktion/personen", ">xoxxxxx"),
    ("GET /redaktion/personen/einladung", ">xoxxxxx"),
    ("POST /redaktion/personen/einladung", "xx?xxxxx"),
    ("GET /redaktion/personen/{person}", ">xoxxxxx"),
    ("POST /redaktion/personen/{person}/anmeldelink", "xx>xxxxx"),
    ("POST /redaktion/personen/{person}/entzug", "xx?xxxxx"),
    ("POST /redaktion/personen/{person}/freigabe", "xx>xxxxx"),
    ("GET /redaktion/personen/{person}/rollen", ">xoxxxxx"),
    ("POST /redaktion/personen/{person}/rollen", "xx?xxxxx"),
    ("POST /redaktion/personen/{person}/sperre", "xx>xxxxx"),
    ("GET /redaktion/protokoll", ">xoxxxox"),
    ("GET /redaktion/quellen", ">xooxxxx"),
    ("POST /redaktion/quellen", "xx??xxxx"),
    ("POST /redaktion/quellen/fassungen/{number}/wiederherstellung", "xx??xxxx"),
];

/// What stands for the parts of a path; `{person}` is somebody's id.
const PARTS: [(&str, &str); 10] = [
    ("{folder}", "veranstaltungen"),
    ("{slug}", "kongress-2018"),
    ("{number}", "1"),
    ("{language}", "en"),
    ("{section}", "impressum"),
    ("{name}", "x"),
    ("{file}", "x"),
    ("{token}", "x"),
    ("{job}", "01a20846-fe00-7000-8000-000000000000"),
    ("{secret}", "abababababababababababababababababababababababababababababababab"),
];

/// Method and path of every route, as the rooms write it.
fn routes() -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
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
    let is_ours = |text: &&str| text.starts_with("/redaktion") || text.starts_with("/anmelden");
    let paths: BTreeSet<&str> = files.iter().flat_map(|file| file.split('"')).filter(is_ours).collect();
    paths.into_iter().flat_map(|path| [format!("GET {path}"), format!("POST {path}")]).collect()
}

/// `None` if the path does not take the method.
fn mark(reply: &Reply) -> Option<char> {
    match reply.status {
        StatusCode::OK => Some('o'),
        StatusCode::SEE_OTHER => Some('>'),
        StatusCode::FORBIDDEN => Some('x'),
        StatusCode::METHOD_NOT_ALLOWED => None,
        status if status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS => Some('?'),
        _ => Some('!'),
    }
}

/// Somebody with each role, limited where it has to be.
async fn everybody(app: &TestApp) -> Vec<Option<Someone<'_>>> {
    let event = congress(app).await;
    let limited = |role| Grant::new(role, Scope::Initiative).or(Grant::new(role, Scope::Event(event)));
    let mut people = vec![None, Some(app.as_person(&[]).await)];
    for role in Role::ALL {
        people.push(Some(app.as_person(&[limited(role).expect("a scope that fits")]).await));
    }
    people
}

async fn congress(app: &TestApp) -> EntryId {
    let sql = "SELECT id FROM entries WHERE kind = 'event' AND slug = 'kongress-2018'";
    let mut reader = app.db.db.read().await.unwrap();
    let (id,) = db::on!(&mut reader.conn(), |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
    id
}

/// Asks as somebody, from a computer of the route's own, so that no limit is met.
async fn ask(app: &TestApp, someone: Option<&Someone<'_>>, route: &str, person: &str) -> Reply {
    let (method, path) = route.split_once(' ').expect("a method and a path");
    let path = PARTS.iter().fold(path.replace("{person}", person), |path, (part, value)| path.replace(part, value));
    let sum = route.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    let mut request = Request::builder().method(method).uri(path).extension(Peer(IpAddr::V4(Ipv4Addr::from(sum))));
    if let Some(someone) = someone {
        request = request.header(header::COOKIE, &someone.cookie);
    }
    if method == "GET" { app.send(request).await } else { app.press(request, &[]).await }
}

#[tokio::test]
async fn every_route_of_the_desk_lets_in_whom_the_table_says() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let person = app.as_person(&[]).await.id.to_string();
    let mut found = Vec::new();
    for route in routes() {
        let mut marks = String::new();
        for someone in &people {
            marks.extend(mark(&ask(&app, someone.as_ref(), &route, &person).await));
        }
        if !marks.is_empty() {
            found.push(format!("    (\"{route}\", \"{marks}\"),"));
        }
    }
    app.settle().await;
    let expected: Vec<String> = TABLE.iter().map(|(route, marks)| format!("    (\"{route}\", \"{marks}\"),")).collect();
    assert!(found == expected, "the routes answer:\n{}", found.join("\n"));
}

#[tokio::test]
async fn who_works_on_one_event_is_refused_at_every_route_of_another() {
    let app = TestApp::new().await;
    let event = congress(&app).await;
    for role in [Role::Editor, Role::Organiser, Role::Facilitator] {
        let someone = app.as_person(&[Grant::new(role, Scope::Event(event)).unwrap()]).await;
        for (route, _) in TABLE.iter().filter(|(route, _)| route.contains("/eintraege/{folder}/{slug}")) {
            let route = route.replace("{slug}", "auftakt-2017");
            assert_eq!(mark(&ask(&app, Some(&someone), &route, "").await), Some('x'), "{role} at {route}");
        }
    }
}

#[tokio::test]
async fn no_route_takes_a_form_that_another_site_sends_in_somebodys_name() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let person = app.as_person(&[]).await.id.to_string();
    for (route, _) in TABLE.iter().filter(|(route, _)| route.starts_with("POST")) {
        let path = route.trim_start_matches("POST ").replace("{person}", &person);
        let path = PARTS.iter().fold(path, |path, (part, value)| path.replace(part, value));
        for (name, value) in
            [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example")]
        {
            let request = Request::post(&path).header(name, value).header(header::COOKIE, &boss.cookie);
            let reply = app.send_form(request, "sitzung=diese").await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{path} {name}: {value}");
            let title = reply.page().text("h1");
            assert_eq!(title, "Dieses Formular kam nicht von unserer Seite.", "{path} {name}: {value}");
        }
    }
    assert_eq!(boss.get("/redaktion/konto").await.status, StatusCode::OK, "nothing was done");
}

#[tokio::test]
async fn answers_of_the_desk_are_kept_by_nobody_and_listed_nowhere() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let person = boss.id.to_string();
    for (route, _) in TABLE {
        for someone in [None, Some(&boss)] {
            let reply = ask(&app, someone, route, &person).await;
            assert_eq!(reply.header(header::CACHE_CONTROL), "no-store", "{route}");
            if reply.header(header::CONTENT_TYPE).starts_with("text/html") {
                assert!(reply.page().source.contains("<meta name=\"robots\" content=\"noindex\">"), "{route}");
            }
        }
    }
    app.settle().await;
}
