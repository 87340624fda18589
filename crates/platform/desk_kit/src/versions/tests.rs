//! The versions of a document: kept one on top of the other, those of the version of this program before included.

use db::Db;
use db::testing::TestDb;
use jiff::Timestamp;
use uuid::Uuid;

use super::*;
use crate::platform::DESK_KIT;

/// The last step before settings and lists had one table of versions.
const BEFORE: i64 = 34;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

async fn save_on(db: &Db, head: i64, content: &str) -> Option<i64> {
    let new = NewVersion { content, note: "name", author_id: Some(Uuid::from_u128(7)), author: "Anna", at: at(10) };
    let mut tx = db.write().await.unwrap();
    let saved = save(&mut tx.conn(), "settings", head, Some("before"), new).await.unwrap();
    tx.commit().await.unwrap();
    saved
}

#[tokio::test]
async fn version_is_saved_on_top_of_the_one_that_was_seen_and_the_state_before_is_kept() {
    crate::register(&[&DESK_KIT]).unwrap();
    let test = TestDb::new().await;
    assert_eq!(save_on(&test.db, 0, "one").await, Some(1));
    assert_eq!(save_on(&test.db, 0, "another").await, None, "somebody else was faster");
    assert_eq!(save_on(&test.db, 1, "two").await, Some(2));
    let mut reader = test.db.read().await.unwrap();
    let conn = &mut reader.conn();
    let mut contents = Vec::new();
    for version in list(conn, "settings", 9, 0).await.unwrap() {
        contents.push((
            version.number,
            version.author,
            content(conn, "settings", version.number).await.unwrap().unwrap(),
        ));
    }
    let expected = [(2, "Anna", "two"), (1, "Anna", "one"), (0, "", "before")];
    assert_eq!(contents, expected.map(|(number, author, text)| (number, author.to_owned(), text.to_owned())));
    assert_eq!((count(conn, "settings").await.unwrap(), head(conn, "contacts").await.unwrap()), (3, 0));
}

#[tokio::test]
async fn versions_of_settings_and_lists_that_the_program_before_has_kept_are_still_there() {
    crate::register(&[&DESK_KIT]).unwrap();
    let test = TestDb::up_to(BEFORE).await;
    let mut tx = test.db.write().await.unwrap();
    for sql in [
        "INSERT INTO settings_versions (number, document, section, person_id, person, at) \
         VALUES (0, '{}', 'beginning', NULL, '', 1000000), (1, '{\"a\":1}', 'colours', NULL, 'Anna', 2000000)",
        "INSERT INTO register_versions (register, number, document, author_id, author, at) \
         VALUES ('contacts', 0, '[]', NULL, '', 1000000), ('contacts', 1, '[1]', NULL, 'Ben', 3000000), \
         ('sources', 0, '[]', NULL, '', 1000000)",
    ] {
        db::run!(&mut tx.conn(), sqlx::query(sql)).unwrap();
    }
    tx.commit().await.unwrap();
    let db = test.reopen().await.unwrap();
    let mut reader = db.read().await.unwrap();
    let conn = &mut reader.conn();
    let newest = Version { number: 1, note: "colours".to_owned(), author: "Anna".to_owned(), at: at(2) };
    assert_eq!(find(conn, "settings", 1).await.unwrap(), Some(newest));
    assert_eq!(content(conn, "settings", 1).await.unwrap().as_deref(), Some("{\"a\":1}"));
    assert_eq!(content(conn, "contacts", 1).await.unwrap().as_deref(), Some("[1]"));
    let counts = [("settings", 2), ("contacts", 2), ("sources", 1)];
    for (document, expected) in counts {
        assert_eq!(count(conn, document).await.unwrap(), expected, "{document}");
    }
}
