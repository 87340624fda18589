//! The round trip of files through the database.

use std::slice::from_ref;

use std::collections::HashMap;

use base::{Clock, Ids};
use db::testing::TestDb;
use golden_thread::sheet::{References, Table, parse_toml, toml_text};
use golden_thread::store::{NewEntry, insert_entries};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;
use serde::Serialize;

use super::{DocumentTable, EventTable};
use crate::kinds;

const CONGRESS: &str = "format = \"congress\"\nvenue = \"Philharmonie\"\naddress = \"Huyssenallee 53, Essen\"\n\
    starts = \"09:30\"\nends = \"17:00\"\nsign_up = \"https://anmeldung.example/\"\nonline = \"https://live.example/\"\n";
const FORUM: &str = "format = \"forum\"\nparent = \"kongress\"\n\
    organisers = [{ body = \"rvr\", role = \"organiser\" }, { body = \"rvr\", role = \"host\" }]\n\
    programme = [{ title = { de = \"Plenum\", en = \"Plenary\" } }, \
    { day = 2, starts = \"10:00\", title = { de = \"Forum\" }, event = \"kongress\" }]\n";
const DOCUMENT: &str = "format = \"minutes\"\nurl = \"https://doku.example/\"\n";

/// A database with cards for the tables, and their names.
async fn shelf(cards: &[(Kind, &str, Option<&str>)]) -> (TestDb, db::Tx, References) {
    let test_db = TestDb::new().await;
    let mut tx = test_db.db.write().await.unwrap();
    let ids = Ids::new(Clock::fixed(Timestamp::UNIX_EPOCH));
    let mut references = References::default();
    for (kind, slug, form) in cards {
        let id = EntryId(ids.next());
        let entry = NewEntry { form: *form, state: State::Draft, ..NewEntry::new(id, *kind, slug) };
        insert_entries(&mut tx.conn(), from_ref(&entry)).await.unwrap();
        assert!(references.learn(&format!("{}/{slug}", kind.folder()), id));
    }
    (test_db, tx, references)
}

fn read<T: Table>(text: &str) -> T {
    parse_toml("file.md", text, 1).unwrap()
}

fn written<T: Serialize>(tables: &HashMap<EntryId, T>, id: EntryId) -> String {
    toml_text(&tables[&id]).unwrap()
}

#[tokio::test]
async fn events_come_out_as_they_went_in() {
    let cards =
        [(Kind::EVENT, "forum", Some("forum")), (Kind::EVENT, "kongress", Some("congress")), (Kind::BODY, "rvr", None)];
    let (_db, mut tx, references) = shelf(&cards).await;
    let conn = &mut tx.conn();
    // The forum comes before the congress that it is a part of, as files do.
    for (slug, text) in [("forum", FORUM), ("kongress", CONGRESS)] {
        let id = references.id_in("veranstaltungen", slug).unwrap();
        read::<EventTable>(text).insert(conn, id, &references).await.unwrap();
    }
    let tables = EventTable::all(conn, &references).await.unwrap();
    for (slug, text) in [("forum", FORUM), ("kongress", CONGRESS)] {
        let expected = toml_text(&read::<EventTable>(text)).unwrap();
        assert_eq!(written(&tables, references.id_in("veranstaltungen", slug).unwrap()), expected);
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn documents_come_out_as_they_went_in() {
    let (_db, mut tx, references) = shelf(&[(kinds::DOCUMENT, "protokoll", Some("minutes"))]).await;
    let conn = &mut tx.conn();
    let id = references.id_in("dokumentation", "protokoll").unwrap();
    read::<DocumentTable>(DOCUMENT).insert(conn, id, &references).await.unwrap();
    assert_eq!(written(&DocumentTable::all(conn, &references).await.unwrap(), id), DOCUMENT);
}

#[tokio::test]
async fn event_is_not_its_own_parent() {
    let (_db, mut tx, references) = shelf(&[(Kind::EVENT, "kongress", Some("congress"))]).await;
    let conn = &mut tx.conn();
    let id = references.id_in("veranstaltungen", "kongress").unwrap();
    let table: EventTable = read("format = \"congress\"\nparent = \"kongress\"\n");
    let refused = table.insert(conn, id, &references).await.unwrap_err();
    assert_eq!(refused.to_string(), "the event `veranstaltungen/kongress` cannot be its own parent");
}
