//! The `[press_release]` table of the file format.

use std::collections::{HashMap, HashSet};

use db::{BoxFuture, Conn};
use golden_thread::full_text::Phrase;
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableDef, TableReference, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;

use crate::store;

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<PressTable>("press_release")];

/// The bodies that issued a press release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PressTable {
    /// Slugs of the bodies.
    issuers: Vec<String>,
}

impl Table for PressTable {
    fn references(&self) -> Vec<TableReference> {
        let named = |(place, body): (usize, &String)| TableReference::new(format!("issuers.{place}"), Kind::BODY, body);
        self.issuers.iter().enumerate().map(named).collect()
    }

    /// The issuers.
    fn own(&self) -> Vec<String> {
        self.issuers.iter().map(|body| Kind::BODY.reference(body)).collect()
    }

    fn phrases(&self, _: Kind, _: &Texts) -> Vec<Phrase> {
        Vec::new()
    }

    fn check(&self) -> Result<(), Flaw> {
        let mut seen = HashSet::new();
        match self.issuers.iter().enumerate().find(|(_, body)| !seen.insert(*body)) {
            Some((place, twice)) => Err(Flaw {
                path: format!("issuers.{place}"),
                value: twice.clone(),
                reason: format!("`{twice}` is named as issuer twice"),
                text: "news-input-issuer-twice",
            }),
            None => Ok(()),
        }
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn clear<'a>(conn: &'a mut Conn<'_>, id: EntryId) -> Written<'a> {
        Box::pin(async move { Ok(store::clear_issuers(conn, id).await?) })
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let issuers: anyhow::Result<Vec<EntryId>> =
                self.issuers.iter().map(|body| references.id_in(Kind::BODY.folder(), body)).collect();
            Ok(store::insert_issuers(conn, id, &issuers?).await?)
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let mut tables = HashMap::new();
            for (id, bodies) in store::all_issuers(conn).await? {
                let issuers: anyhow::Result<Vec<String>> =
                    bodies.into_iter().map(|body| Ok(references.slug(body)?.to_owned())).collect();
                tables.insert(id, Self { issuers: issuers? });
            }
            Ok(tables)
        })
    }
}

const INPUTS: &[Input] = &[Input::new("issuers", "news-input-issuers", Asks::Slugs(Kind::BODY)).required()];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_are_bodies_and_each_is_named_once() {
        let table: PressTable = toml::from_str("issuers = [\"a\", \"b\"]").unwrap();
        assert_eq!(table.references()[1], TableReference::new("issuers.1", Kind::BODY, "b"));
        assert_eq!(table.own(), ["mitwirkende/a", "mitwirkende/b"]);
        assert_eq!(table.check(), Ok(()));
        let twice: PressTable = toml::from_str("issuers = [\"a\", \"b\", \"a\"]").unwrap();
        assert_eq!(twice.check().unwrap_err().path, "issuers.2");
    }

    #[test]
    fn unknown_keys_and_missing_issuers_are_refused() {
        assert!(toml::from_str::<PressTable>("issuers = []\nauthor = 1").is_err());
        assert!(toml::from_str::<PressTable>("").is_err());
    }
}
