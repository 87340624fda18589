//! Which slice's table belongs to which kind. The one place that knows all of them.

use std::collections::HashMap;

use db::Conn;
use golden_thread::full_text::Phrase;
use golden_thread::sheet::{Input, Problem, References, Sheet, Table};
use golden_thread::{EntryId, Kind};
use serde::Deserialize;
use toml::Value;
use web::Texts;

use crate::document::{Fault, Why};

/// A table that is none of its kind.
fn none(reason: &str) -> Fault {
    Fault { path: "table".to_owned(), why: Why::NoTable(reason.to_owned()) }
}

macro_rules! tables {
    ($( $(#[$meta:meta])* $variant:ident ($name:ident: $type:ty) = $($kind:ident)|+ ),+ $(,)?) => {
        /// The table of one file; `None` where the kind has none.
        pub(crate) enum KindTable {
            /// The card says it all.
            None,
            $( $(#[$meta])* $variant($type), )+
        }

        impl KindTable {
            /// Reads the table that files of this kind have.
            pub(crate) fn read(sheet: &Sheet, kind: Kind) -> Result<Self, Problem> {
                match kind {
                    $( $(Kind::$kind)|+ => {
                        #[derive(Deserialize)]
                        struct Front { $name: $type }
                        let front: Front = sheet.parse()?;
                        front.$name.check().map_err(|flaw| sheet.problem(&flaw.value, flaw.reason))?;
                        Ok(Self::$variant(front.$name))
                    } )+
                    _ => Ok(Self::None),
                }
            }

            /// Reads the table that a document of this kind has.
            pub(crate) fn of(value: Option<&Value>, kind: Kind) -> Result<Self, Fault> {
                match kind {
                    $( $(Kind::$kind)|+ => {
                        let value = value.cloned().ok_or_else(|| none("the table is missing"))?;
                        let table: $type = value.try_into().map_err(|error: toml::de::Error| none(error.message()))?;
                        table.check().map_err(|flaw| Fault {
                            path: format!("table.{}", flaw.path),
                            why: Why::Senseless(flaw.text),
                        })?;
                        Ok(Self::$variant(table))
                    } )+
                    _ => Ok(Self::None),
                }
            }

            /// The kind more closely.
            pub(crate) fn form(&self) -> Option<String> {
                match self {
                    Self::None => None,
                    $( Self::$variant(table) => table.form(), )+
                }
            }

            /// The entries to which it refers.
            pub(crate) fn references(&self) -> Vec<String> {
                match self {
                    Self::None => Vec::new(),
                    $( Self::$variant(table) => table.references(), )+
                }
            }

            /// The bodies and events to which the entry itself belongs.
            pub(crate) fn own(&self) -> Vec<String> {
                match self {
                    Self::None => Vec::new(),
                    $( Self::$variant(table) => table.own(), )+
                }
            }

            /// The event of which the entry is a part.
            pub(crate) fn above(&self) -> Option<String> {
                match self {
                    Self::None => None,
                    $( Self::$variant(table) => table.above(), )+
                }
            }

            /// What visitors can read of it.
            pub(crate) fn phrases(&self, kind: Kind, texts: &Texts) -> Vec<Phrase> {
                match self {
                    Self::None => Vec::new(),
                    $( Self::$variant(table) => table.phrases(kind, texts), )+
                }
            }

            /// Keeps it in the place of what was there.
            pub(crate) async fn replace(&self, conn: &mut Conn<'_>, id: EntryId, references: &References) -> anyhow::Result<()> {
                match self {
                    Self::None => {}
                    $( Self::$variant(_) => <$type>::clear(conn, id).await?, )+
                }
                self.insert(conn, id, references).await
            }

            /// Keeps it.
            pub(crate) async fn insert(&self, conn: &mut Conn<'_>, id: EntryId, references: &References) -> anyhow::Result<()> {
                match self {
                    Self::None => Ok(()),
                    $( Self::$variant(table) => table.insert(conn, id, references).await, )+
                }
            }
        }

        /// What the desk asks for in the table of a kind.
        pub fn inputs(kind: Kind) -> &'static [Input] {
            match kind {
                $( $(Kind::$kind)|+ => <$type>::inputs(), )+
                _ => &[],
            }
        }

        /// All tables in the database, as TOML, by entry.
        pub(crate) async fn all(conn: &mut Conn<'_>, references: &References) -> anyhow::Result<HashMap<EntryId, Value>> {
            let mut values = HashMap::new();
            $( for (id, table) in <$type>::all(conn, references).await? {
                values.insert(id, Value::try_from(table)?);
            } )+
            Ok(values)
        }
    };
}

tables! {
    /// Pattern and lead body of a field of action.
    Field(field: process::sheet::FieldTable) = Field,
    /// Place, organisers and programme of an event.
    Event(event: events::sheet::EventTable) = Event,
    /// Form and address of a document.
    Document(document: events::sheet::DocumentTable) = Document,
    /// Parties and state of what came out.
    Outcome(outcome: outcomes::sheet::OutcomeTable) = Question | Idea | Agreement | Project | Paper | Recommendation | HandOver | Reply,
    /// Issuers of a press release.
    Press(press_release: newsroom::sheet::PressTable) = PressRelease,
    /// Sector, stages and roles of an organisation.
    Body(body: bodies::sheet::BodyTable) = Body,
}
