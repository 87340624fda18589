//! Every route of the desk, asked by every role and by nobody, compared with the table below. Who adds
//! a route adds a line.
//!
//! The columns are: nobody, no role, administrator, editor, organiser, facilitator, data protection,
//! reader of personal lists. `o` is a page, `>` is led on after something was done (or to the door, in
//! the first column), `x` is refused, `?` is let in and told that what was sent makes no sense.

use accounts::{Grant, Role, Scope};
use axum::http::{Request, StatusCode, header};
use thread::EntryId;

use crate::person::Someone;
use crate::test_app::{Reply, TestApp};

/// Method and path with what answers; `PERSON` stands for somebody's id.
const TABLE: &[(&str, &str)] = &[
    ("GET  /anmelden", "o>>>>>>>"),
    ("GET  /anmelden/unterwegs", "oooooooo"),
    ("POST /anmelden/passkey/frage", "oooooooo"),
    ("POST /anmelden/passkey", "????????"),
    ("GET  /redaktion/konto", ">ooooooo"),
    ("POST /redaktion/konto/passkeys/frage", "xooooooo"),
    ("POST /redaktion/konto/passkeys", "x???????"),
    ("POST /redaktion/konto/passkeys/entfernung", "x???????"),
    ("POST /redaktion/konto/abmeldungen", "x???????"),
    ("GET  /redaktion/personen", ">xoxxxxx"),
    ("GET  /redaktion/personen/einladung", ">xoxxxxx"),
    ("POST /redaktion/personen/einladung", "xx?xxxxx"),
    ("GET  /redaktion/personen/PERSON", ">xoxxxxx"),
    ("GET  /redaktion/personen/PERSON/rollen", ">xoxxxxx"),
    ("POST /redaktion/personen/PERSON/rollen", "xx?xxxxx"),
    ("POST /redaktion/personen/PERSON/entzug", "xx?xxxxx"),
    ("POST /redaktion/personen/PERSON/sperre", "xx>xxxxx"),
    ("POST /redaktion/personen/PERSON/freigabe", "xx>xxxxx"),
    ("POST /redaktion/personen/PERSON/anmeldelink", "xx>xxxxx"),
    ("GET  /redaktion/protokoll", ">xoxxxox"),
];

fn mark(reply: &Reply) -> char {
    match reply.status {
        StatusCode::OK => 'o',
        StatusCode::SEE_OTHER => '>',
        StatusCode::FORBIDDEN => 'x',
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND => '?',
        _ => '!',
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

async fn ask(app: &TestApp, someone: Option<&Someone<'_>>, line: &str, target: &str) -> Reply {
    let (method, path) = line.split_once('/').expect("a path");
    let path = format!("/{path}").replace("PERSON", target);
    match (method.trim(), someone) {
        ("GET", Some(someone)) => someone.get(&path).await,
        ("GET", None) => app.get(&path).await,
        (_, Some(someone)) => someone.post(&path, &[]).await,
        (_, None) => app.press(Request::post(path), &[]).await,
    }
}

#[tokio::test]
async fn every_route_of_the_desk_lets_in_whom_the_table_says() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let target = app.as_person(&[]).await.id.to_string();
    let mut found = Vec::new();
    for (line, _) in TABLE {
        let mut marks = String::new();
        for someone in &people {
            marks.push(mark(&ask(&app, someone.as_ref(), line, &target).await));
        }
        found.push((*line, marks));
    }
    app.settle().await;
    let expected: Vec<(&str, String)> = TABLE.iter().map(|(line, marks)| (*line, (*marks).to_owned())).collect();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn no_route_takes_a_form_that_another_site_sends_in_somebodys_name() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let target = app.as_person(&[]).await.id.to_string();
    for (line, _) in TABLE.iter().filter(|(line, _)| line.starts_with("POST")) {
        let path = line.trim_start_matches("POST ").replace("PERSON", &target);
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
    let target = boss.id.to_string();
    for (line, _) in TABLE {
        for someone in [None, Some(&boss)] {
            let reply = ask(&app, someone, line, &target).await;
            assert_eq!(reply.header(header::CACHE_CONTROL), "no-store", "{line}");
            if reply.header(header::CONTENT_TYPE).starts_with("text/html") {
                assert!(reply.page().source.contains("<meta name=\"robots\" content=\"noindex\">"), "{line}");
            }
        }
    }
}
