//! The `[outcome]` table of the file format.

use std::collections::{HashMap, HashSet};

use db::{BoxFuture, Conn};
use edtf::Edtf;
use golden_thread::full_text::{Phrase, label};
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableDef, TableReference, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;

use crate::outcome::{Party, PartyRole, Status};
use crate::store;

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<OutcomeTable>("outcome")];

/// Progress, due date, event and parties of an outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeTable {
    status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<Edtf>,
    /// Slug of the event in which it came about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    parties: Vec<PartyMatter>,
}

/// A party, as written in the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyMatter {
    /// Slug of the body.
    body: String,
    role: PartyRole,
}

impl Table for OutcomeTable {
    fn references(&self) -> Vec<TableReference> {
        let parties = self.parties.iter().enumerate();
        let parties =
            parties.map(|(place, party)| TableReference::new(format!("parties.{place}.body"), Kind::BODY, &party.body));
        let event = self.event.iter().map(|slug| TableReference::new("event", Kind::EVENT, slug));
        parties.chain(event).collect()
    }

    /// The bodies that promised, wrote, lead or answered it. Its addressees and partners do not decide on
    /// its wording.
    fn own(&self) -> Vec<String> {
        use PartyRole::{AnsweredBy, Author, Lead, PromisedBy};
        let own = self.parties.iter().filter(|party| matches!(party.role, PromisedBy | Author | Lead | AnsweredBy));
        own.map(|party| Kind::BODY.reference(&party.body)).collect()
    }

    fn above(&self) -> Option<String> {
        self.event.as_ref().map(|slug| Kind::EVENT.reference(slug))
    }

    fn phrases(&self, kind: Kind, texts: &Texts) -> Vec<Phrase> {
        // An agreement that is done was kept, a project is finished.
        let args = [("kind", kind.code().into())];
        label(texts, &format!("outcome-status-{}", self.status), &args).into()
    }

    fn check(&self) -> Result<(), Flaw> {
        let mut seen = HashSet::new();
        match self.parties.iter().enumerate().find(|(_, party)| !seen.insert(*party)) {
            Some((place, twice)) => Err(Flaw {
                path: format!("parties.{place}.body"),
                value: twice.body.clone(),
                reason: format!("`{}` is `{}` twice", twice.body, twice.role),
                text: "outcome-input-party-twice",
            }),
            None => Ok(()),
        }
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn clear<'a>(conn: &'a mut Conn<'_>, id: EntryId) -> Written<'a> {
        Box::pin(async move { Ok(store::clear(conn, id).await?) })
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let mut parties = Vec::with_capacity(self.parties.len());
            for party in &self.parties {
                parties.push(Party { body: references.id_in(Kind::BODY.folder(), &party.body)?, role: party.role });
            }
            let event = self.above().map(|event| references.id(&event)).transpose()?;
            Ok(store::insert(conn, id, (self.status, self.due), event, &parties).await?)
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let mut tables = HashMap::new();
            for (id, outcome) in store::all(conn).await? {
                let mut parties = Vec::with_capacity(outcome.parties.len());
                for party in outcome.parties {
                    parties.push(PartyMatter { body: references.slug(party.body)?.to_owned(), role: party.role });
                }
                let due = outcome.due.map(edtf::When::edtf);
                let event = outcome.event.map(|id| references.slug(id).map(ToOwned::to_owned)).transpose()?;
                tables.insert(id, Self { status: outcome.status, due, parties, event });
            }
            Ok(tables)
        })
    }
}

const INPUTS: &[Input] = &[
    Input::new(
        "status",
        "outcome-input-status",
        Asks::Choice(|word| format!("outcome-status-{word}"), || Status::ALL.map(Status::code).to_vec()),
    )
    .required(),
    Input::new("due", "outcome-input-due", Asks::When).hinted("outcome-input-due-hint"),
    Input::new("event", "outcome-input-event", Asks::Slug(Kind::EVENT)).hinted("outcome-input-event-hint"),
    Input::new("parties", "outcome-input-parties", Asks::Rows(PARTY)),
];

const PARTY: &[Input] = &[
    Input::new("body", "outcome-input-body", Asks::Slug(Kind::BODY)).required(),
    Input::new(
        "role",
        "outcome-input-role",
        Asks::Choice(|word| format!("outcome-role-{word}"), || PartyRole::ALL.map(PartyRole::code).to_vec()),
    )
    .required(),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<OutcomeTable, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn table_names_its_bodies() {
        let table = read("status = \"done\"\nparties = [{ body = \"a-b\", role = \"lead\" }]").unwrap();
        assert_eq!(table.references(), [TableReference::new("parties.0.body", Kind::BODY, "a-b")]);
        assert_eq!(table.check(), Ok(()));
    }

    #[test]
    fn body_may_have_two_parts_but_not_the_same_one_twice() {
        let party = |role: &str| format!("{{ body = \"a\", role = \"{role}\" }}");
        let table =
            |roles: [&str; 2]| format!("status = \"open\"\nparties = [{}, {}]", party(roles[0]), party(roles[1]));
        assert_eq!(read(&table(["author", "lead"])).unwrap().check(), Ok(()));
        let flaw = read(&table(["lead", "lead"])).unwrap().check().unwrap_err();
        assert_eq!((flaw.path.as_str(), flaw.value.as_str()), ("parties.1.body", "a"));
    }

    #[test]
    fn unknown_words_and_keys_are_refused() {
        for wrong in [
            "status = \"almost\"",
            "status = \"done\"\nstate = 1",
            "status = \"done\"\ndue = \"soon\"",
            "due = \"2019\"",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
