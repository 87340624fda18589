//! Every rule that a document can break, at its edge.

use golden_thread::sheet::TableDef;
use markdown::MOST_BYTES;
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;

/// The entry of the documents below, a body.
const OWN: EntryId = EntryId(Uuid::from_u128(1));
const CONGRESS: &str = "veranstaltungen/kongress";
/// Where the congress was found before.
const FORMER: &str = "veranstaltungen/kongress-alt";

fn known() -> Known {
    let mut known = Known::default();
    let entries = [
        ("mitwirkende/haus", 1),
        ("mitwirkende/haus-alt", 1),
        (CONGRESS, 2),
        (FORMER, 2),
        ("handlungsfelder/vielfalt", 3),
        ("handlungsfelder/teilhabe", 4),
    ];
    for (reference, id) in entries {
        known.entries.learn(reference, EntryId(Uuid::from_u128(id)));
    }
    known.sources = ["bericht", "protokoll"].map(ToOwned::to_owned).into();
    known.towns = ["05113000".to_owned()].into();
    known
}

/// A sound document of a body.
fn sound() -> Value {
    json!({
        "kind": "body", "slug": "haus", "body": "Ein Text.", "table": {},
        "matter": { "title": "Haus", "summary": "", "updated": "2026-11-23T12:00:00Z" },
    })
}

/// The sound document with these keys of its card.
fn with(matter: &Value) -> Value {
    let mut document = sound();
    for (key, value) in matter.as_object().unwrap() {
        document["matter"][key] = value.clone();
    }
    document
}

/// The sound document with something else at its top.
fn with_part(key: &str, value: Value) -> Value {
    let mut document = sound();
    document[key] = value;
    document
}

fn faults(document: Value) -> Vec<Fault> {
    TableDef::register(bodies::SLICE.tables);
    let document = serde_json::from_value(document).unwrap();
    check(&document, table_of(&document).as_deref(), OWN, &known())
}

fn link(relation: &str, to: &str) -> Value {
    json!({ "relation": relation, "to": to })
}

fn withdrawn(relation: &str, to: &str) -> Value {
    let withdrawn = json!({ "at": "2026-11-22T12:00:00Z", "why": "Ein Irrtum." });
    json!({ "relation": relation, "to": to, "withdrawn": withdrawn })
}

fn claim(source: &str) -> Value {
    json!({ "kind": "reported", "value": 11, "qualifier": "exact", "unit": "people", "source": source })
}

#[test]
fn document_that_names_only_what_is_there_is_sound() {
    let matter = json!({
        "when": "2018", "certainty": "fixed", "municipality": "05113000",
        "fields": ["vielfalt", "teilhabe"], "sources": ["bericht", "protokoll"], "claims": [claim("bericht")],
        "links": [
            { "relation": "led_to", "to": CONGRESS, "asserted_by": "haus", "source": "bericht" },
            link("documented_in", FORMER),
        ],
    });
    assert_eq!(faults(sound()), []);
    assert_eq!(faults(with(&matter)), []);
}

#[test]
fn title_has_something_in_it() {
    assert_eq!(faults(with(&json!({ "title": " \u{a0}\n" }))), [Fault::new("matter.title", Why::Empty)]);
    assert_eq!(faults(with(&json!({ "title": " a " }))), []);
}

#[test]
fn date_and_certainty_go_together() {
    assert_eq!(faults(with(&json!({ "when": "2018" }))), [Fault::new("matter.when", Why::Unpaired)]);
    assert_eq!(faults(with(&json!({ "certainty": "fixed" }))), [Fault::new("matter.certainty", Why::Unpaired)]);
}

#[test]
fn every_entry_that_is_named_exists() {
    let mut document = with(&json!({
        "fields": ["vielfalt", "nie"],
        "links": [{ "relation": "led_to", "to": "projekte/nie", "asserted_by": "nie" }],
    }));
    document["table"] = json!({ "roles": [
        { "role": "carrier", "scope": "initiative" },
        { "role": "carrier", "scope": "veranstaltungen/nie" },
    ] });
    let fault = |path: &str, name: &str| Fault::new(path, Why::NoEntry(name.to_owned()));
    assert_eq!(
        faults(document),
        [
            fault("matter.fields.1", "handlungsfelder/nie"),
            fault("matter.links.0.to", "projekte/nie"),
            fault("matter.links.0.asserted_by", "mitwirkende/nie"),
            fault("table.roles.1.scope", "veranstaltungen/nie"),
        ]
    );
}

#[test]
fn every_source_and_town_that_is_named_exists() {
    let matter = json!({
        "sources": ["bericht", "nie"], "claims": [claim("bericht"), claim("nie")], "municipality": "05113001",
        "links": [{ "relation": "led_to", "to": CONGRESS, "source": "nie" }],
    });
    let fault = |path: &str| Fault::new(path, Why::NoSource("nie".to_owned()));
    assert_eq!(
        faults(with(&matter)),
        [
            fault("matter.claims.1.source"),
            fault("matter.links.0.source"),
            fault("matter.sources.1"),
            Fault::new("matter.municipality", Why::NoTown("05113001".to_owned())),
        ]
    );
}

#[test]
fn entry_is_linked_with_itself_by_none_of_its_addresses() {
    let links = json!([
        link("led_to", "mitwirkende/haus"),
        link("replaced_by", "mitwirkende/haus-alt"),
        withdrawn("continued_as", "mitwirkende/haus"),
    ]);
    let expected = [0, 1].map(|place| Fault::new(format!("matter.links.{place}.to"), Why::WithItself));
    assert_eq!(faults(with(&json!({ "links": links }))), expected);
}

#[test]
fn same_link_stands_there_once_by_whatever_address() {
    let links = json!([
        link("led_to", CONGRESS),
        link("led_to", FORMER),
        link("documented_in", CONGRESS),
        withdrawn("led_to", CONGRESS),
        withdrawn("handed_to", CONGRESS),
        link("handed_to", CONGRESS),
    ]);
    let twice = Why::Twice(Relation::LedTo, FORMER.to_owned());
    assert_eq!(faults(with(&json!({ "links": links }))), [Fault::new("matter.links.1.to", twice)]);
}

#[test]
fn fields_and_sources_are_named_once() {
    let matter =
        json!({ "fields": ["vielfalt", "teilhabe", "vielfalt"], "sources": ["bericht", "bericht", "bericht"] });
    let fault = |path: &str, name: &str| Fault::new(path, Why::Double(name.to_owned()));
    assert_eq!(
        faults(with(&matter)),
        [
            fault("matter.fields.2", "vielfalt"),
            fault("matter.sources.1", "bericht"),
            fault("matter.sources.2", "bericht"),
        ]
    );
}

#[test]
fn list_has_a_thousand_rows_and_not_one_more() {
    let gap = json!({ "side": "origin", "text": { "de": "Unbekannt." } });
    let gaps = |rows| faults(with(&json!({ "gaps": vec![gap.clone(); rows] })));
    assert_eq!(gaps(MOST_ROWS), []);
    for rows in [MOST_ROWS + 1, MOST_ROWS * 5] {
        assert_eq!(gaps(rows), [Fault::new("matter.gaps", Why::TooLong(rows))]);
    }
    let gone = vec![withdrawn("led_to", CONGRESS); MOST_ROWS + 1];
    assert_eq!(faults(with(&json!({ "links": gone }))), [], "links that were taken back do not count");
    let role = |place: usize| json!({ "role": "partner", "scope": CONGRESS, "when": (1000 + place).to_string() });
    let roles: Vec<Value> = (0..=MOST_ROWS).map(role).collect();
    let expected = Fault::new("table.roles", Why::TooLong(MOST_ROWS + 1));
    assert_eq!(faults(with_part("table", json!({ "roles": roles }))), [expected]);
}

#[test]
fn texts_in_every_language_can_be_shown() {
    let texts = |body: &str| {
        let mut document = with_part("body", body.into());
        document["translations"] = json!({ "en": { "title": "House", "body": body } });
        faults(document)
    };
    assert_eq!(texts(&"a".repeat(MOST_BYTES)), []);
    for bytes in [MOST_BYTES + 1, MOST_BYTES * 5] {
        let why = Why::NoMarkdown(markdown::Unfit::TooLong(bytes));
        let expected = ["body", "translations.en.body"].map(|path| Fault::new(path, why.clone()));
        assert_eq!(texts(&"a".repeat(bytes)), expected);
    }
}

#[test]
fn table_is_one_of_its_kind_and_makes_sense() {
    let missing = Why::NoTable("the table is missing".to_owned());
    assert_eq!(faults(with_part("table", Value::Null)), [Fault::new("table", missing)]);
    let [Fault { path, why: Why::NoTable(reason) }] = &faults(with_part("table", json!({ "nie": 1 })))[..] else {
        panic!("a key that no table of a body has");
    };
    assert!(path == "table" && reason.starts_with("unknown field `nie`"), "{path}: {reason}");
    let flaw = Flaw {
        path: "website".to_owned(),
        value: "rvr.ruhr".to_owned(),
        reason: "`rvr.ruhr` is no web address".to_owned(),
        text: "body-input-no-website",
    };
    let expected = Fault::new("table.website", Why::Senseless(flaw));
    assert_eq!(faults(with_part("table", json!({ "website": "rvr.ruhr" }))), [expected]);
}
