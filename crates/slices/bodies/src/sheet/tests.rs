//! The round trip of files byte for byte, and the refusal of values that make no sense, with their lines.

use std::slice::from_ref;

use base::Clock;
use db::Conn;
use db::testing::TestDb;
use golden_thread::sheet::{References, Table, parse_toml, print, toml_text};
use golden_thread::store::{NewEntry, insert_entries};
use golden_thread::{EntryId, Kind};

use super::*;

const TOWNS: &str = r#"[[municipality]]
ags = "05113000"
name = "Essen"
column = 5
row = 5

[[municipality]]
ags = "05112000"
name = "Alpen"
district = "Wesel"
column = 1
row = 3
"#;

const CONTACTS: &str = r#"[[contact]]
key = "vielfalt"
number = 4
role = { de = "Themenverantwortung Vielfalt", en = "Lead for diversity" }
body = "ruhrfutur"
fields = ["vielfalt", "digitalisierung"]
email = "vielfalt@zukunftsbildung.example"

[[contact]]
key = "presse"
number = 1
role = { de = "Pressestelle" }
body = "ruhrfutur"
fields = []
press = true
email = "presse@zukunftsbildung.example"
"#;

const BODY: &str = r#"short = "RF"
sector = "civil_society"
stages = ["university", "kita"]
website = "https://ruhrfutur.de"
roles = [
    { role = "carrier", scope = "initiative", when = "2017/.." },
    { role = "partner", scope = "handlungsfelder/vielfalt" },
]
"#;

/// Stores the cards to which the samples refer.
async fn keep_cards(conn: &mut Conn<'_>) -> References {
    let ids = base::Ids::new(Clock::system());
    let mut references = References::default();
    for (kind, slug) in [(Kind::BODY, "ruhrfutur"), (Kind::FIELD, "vielfalt"), (Kind::FIELD, "digitalisierung")] {
        let id = EntryId(ids.next());
        let entry = NewEntry { texts: Vec::new(), ..NewEntry::new(id, kind, slug) };
        insert_entries(conn, from_ref(&entry)).await.unwrap();
        references.learn(&format!("{}/{slug}", kind.folder()), id);
    }
    references
}

#[tokio::test]
async fn towns_come_out_as_they_went_in() {
    let test = TestDb::new().await;
    let mut tx = test.db.write().await.unwrap();
    let conn = &mut tx.conn();
    let sheet: MunicipalitySheet = parse_toml("municipalities.toml", TOWNS, 1).unwrap();
    assert_eq!(sheet.check("municipalities.toml", TOWNS), []);
    sheet.insert(conn).await.unwrap();
    assert_eq!(toml_text(&MunicipalitySheet::all(conn).await.unwrap()).unwrap(), TOWNS);
}

#[tokio::test]
async fn bodies_and_contacts_come_out_as_they_went_in() {
    let test = TestDb::new().await;
    let mut tx = test.db.write().await.unwrap();
    let conn = &mut tx.conn();
    let references = keep_cards(conn).await;
    let id = references.id("mitwirkende/ruhrfutur").unwrap();
    let body: BodyTable = parse_toml("ruhrfutur.md", BODY, 1).unwrap();
    body.insert(conn, id, &references).await.unwrap();
    let mut bodies = BodyTable::all(conn, &references).await.unwrap();
    let table = toml::Value::try_from(bodies.remove(&id).unwrap()).unwrap();
    assert_eq!(print(&toml::Table::new(), Some(("body", table)), "").unwrap(), format!("+++\n[body]\n{BODY}+++\n"));
    assert!(bodies.is_empty());

    let contacts: ContactSheet = parse_toml("contacts.toml", CONTACTS, 1).unwrap();
    assert_eq!(contacts.check("contacts.toml", CONTACTS, &|reference| references.knows(reference)), []);
    contacts.insert(conn, &references).await.unwrap();
    assert_eq!(toml_text(&ContactSheet::all(conn, &references).await.unwrap()).unwrap(), CONTACTS);
}

#[test]
fn faulty_towns_are_refused_with_their_line() {
    let text = TOWNS.replace("05112000", "5112000").replace("column = 1\nrow = 3", "column = 5\nrow = 5");
    let sheet: MunicipalitySheet = parse_toml("t", &text, 1).unwrap();
    let problems: Vec<String> = sheet.check("t", &text).iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "t:8: `5112000` is no official key: it has eight digits",
            "t:9: the tile of Alpen in column 5, row 5 is taken"
        ]
    );
    let text = TOWNS.replace("05112000", "05113000").replace("column = 1", "column = 12");
    let sheet: MunicipalitySheet = parse_toml("t", &text, 1).unwrap();
    let problems: Vec<String> = sheet.check("t", &text).iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        ["t:2: municipality `05113000` is there twice", "t:9: Alpen lies outside the map of 12 columns and 9 rows"]
    );
}

#[test]
fn faulty_contacts_are_refused_with_their_line() {
    let text = CONTACTS.replace("key = \"presse\"", "key = \"vielfalt\"").replace("fields = []", "fields = [\"neu\"]");
    let sheet: ContactSheet = parse_toml("c", &text, 1).unwrap();
    let problems = sheet.check("c", &text, &|reference| reference != "handlungsfelder/neu");
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "c:2: contact `vielfalt` is there twice",
            "c:2: contact `vielfalt` is for the press, so it has no fields",
            "c:14: there is no entry `handlungsfelder/neu`"
        ]
    );
}

#[test]
fn faulty_bodies_are_refused() {
    let refused = |from: &str, to: &str| {
        let body: BodyTable = parse_toml("b", &BODY.replace(from, to), 1).unwrap();
        body.check().unwrap_err().reason
    };
    assert_eq!(refused("https://ruhrfutur.de", "javascript:alert(1)"), "`javascript:alert(1)` is no web address");
    assert_eq!(refused("\"kita\"]", "\"university\"]"), "stage `university` is there twice");
    assert_eq!(
        refused(
            "partner\", scope = \"handlungsfelder/vielfalt\"",
            "carrier\", scope = \"initiative\", when = \"2017/..\""
        ),
        "role `carrier` in `initiative` is there twice"
    );
}

#[test]
fn roles_refer_to_the_entries_they_concern() {
    let body: BodyTable = parse_toml("b", BODY, 1).unwrap();
    assert_eq!(body.references().into_iter().map(|one| one.to).collect::<Vec<_>>(), ["handlungsfelder/vielfalt"]);
    assert_eq!(body.check(), Ok(()));
}
