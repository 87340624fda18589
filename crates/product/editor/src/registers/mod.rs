//! Lists that are edited as a whole: contacts and sources.
//!
//! Like an entry, a list has versions: who saves after somebody else sees both, every version is kept and can be
//! restored. Unlike an entry it has no draft: what is saved is public.

mod actions;
mod pages;
mod paths;
pub(crate) mod source;
mod store;
mod used;

use std::collections::HashSet;

use archive::SourceSheet;
use archive::document::{Fault, Why};
use bodies::sheet::ContactSheet;
use db::Conn;
use desk_kit::form::{Part, Place};
use golden_thread::Kind;
use golden_thread::sheet::{Asks, Flaw, Input, MOST_ROWS, References};
use serde_json::{Value, json};

use self::actions::Refusal;
use self::used::Used;

pub(crate) use pages::router;
pub(crate) use paths::{ContactsPath, SourcesPath};

base::coded! {
    /// A list that is edited as a whole.
    pub enum Register {
        /// The contacts of the initiative.
        Contacts = "contacts",
        /// The sources of claims, links and entries.
        Sources = "sources",
    }
}

const CONTACTS: Input = Input::new("contact", "contacts-rows", Asks::Rows(CONTACT)).hinted("contacts-rows-hint");
const CONTACT: &[Input] = &[
    Input::new("role", "contacts-role", Asks::Localized).required(),
    Input::new("email", "contacts-email", Asks::Email).required(),
    Input::new("body", "contacts-body", Asks::Slug(Kind::BODY)).required(),
    Input::new("fields", "contacts-fields", Asks::Slugs(Kind::FIELD)),
    Input::new("press", "contacts-press", Asks::Flag),
    Input::new("key", "register-key", Asks::Key),
];

const SOURCES: Input = Input::new("source", "sources-rows", Asks::Rows(SOURCE)).hinted("sources-rows-hint");
const SOURCE: &[Input] = &[
    Input::new("name", "sources-name", Asks::Localized).required(),
    Input::new("url", "sources-url", Asks::Address),
    Input::new("key", "register-key", Asks::Key),
];

impl Register {
    /// The list's key in its document.
    fn list(self) -> &'static str {
        self.input().key
    }

    fn input(self) -> &'static Input {
        match self {
            Self::Contacts => &CONTACTS,
            Self::Sources => &SOURCES,
        }
    }

    /// The form: one list of rows.
    fn parts(self) -> Vec<Part> {
        vec![Part {
            id: "text",
            title: self.input().label,
            places: vec![Place { root: "", input: self.input() }],
            folds: false,
        }]
    }

    /// The list as it is.
    async fn load(self, conn: &mut Conn<'_>) -> anyhow::Result<Value> {
        Ok(match self {
            Self::Contacts => {
                let references = names(conn).await?;
                serde_json::to_value(ContactSheet::all(conn, &references).await?)?
            }
            Self::Sources => serde_json::to_value(SourceSheet::all(conn).await?)?,
        })
    }

    /// Puts a document in the place of the list, or tells why not.
    async fn keep(self, conn: &mut Conn<'_>, document: &Value) -> Result<(), Refusal> {
        let list = self.list();
        let rows = document.get(list).and_then(Value::as_array).map_or(0, Vec::len);
        if rows > MOST_ROWS {
            return Err(Refusal::Unfit(vec![Fault::new(list, Why::TooLong(rows))]));
        }
        let fault =
            |place: usize, flaw: Flaw| Fault::new(format!("{list}.{place}.{}", flaw.path), Why::Senseless(flaw));
        match self {
            Self::Contacts => {
                let sheet: ContactSheet = serde_json::from_value(document.clone())?;
                let references = names(conn).await?;
                let flaws = sheet.flaws(&|name| references.knows(name));
                if !flaws.is_empty() {
                    return Err(Refusal::Unfit(flaws.into_iter().map(|(place, flaw)| fault(place, flaw)).collect()));
                }
                sheet.replace(conn, &references).await?;
            }
            Self::Sources => {
                let sheet: SourceSheet = serde_json::from_value(document.clone())?;
                let flaws = sheet.flaws();
                if !flaws.is_empty() {
                    return Err(Refusal::Unfit(flaws.into_iter().map(|(place, flaw)| fault(place, flaw)).collect()));
                }
                let mut used = Vec::new();
                for key in sheet.replace(conn).await? {
                    used.push(Used::find(conn, key).await?);
                }
                if !used.is_empty() {
                    return Err(Refusal::Used(used));
                }
            }
        }
        Ok(())
    }

    /// Fills in keys and numbers, which nobody types.
    fn complete(self, document: &mut Value) {
        let Some(rows) = document.get_mut(self.list()).and_then(Value::as_array_mut) else { return };
        let keys = rows.iter().filter_map(|row| row.get("key")).filter_map(Value::as_str);
        let mut taken: HashSet<String> = keys.map(ToOwned::to_owned).collect();
        for (row, number) in rows.iter_mut().zip(1_i64..) {
            if row.get("key").is_none_or(Value::is_null) {
                let name = row.get(if self == Self::Contacts { "role" } else { "name" });
                let name = name.and_then(|name| name.get("de")).and_then(Value::as_str).unwrap_or_default();
                let slug = base::Slug::from_title(name).map(|slug| slug.to_string());
                let key = free_key(&slug.unwrap_or_else(|| format!("{}-{number}", self.list())), &taken);
                row["key"] = json!(key);
                taken.insert(key);
            }
            if self == Self::Contacts {
                row["number"] = json!(number);
                if row.get("fields").is_none_or(Value::is_null) {
                    row["fields"] = json!([]);
                }
            }
        }
    }
}

/// A key that no other row has: two contacts may have the same role.
fn free_key(wanted: &str, taken: &HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut keys = std::iter::once(wanted.to_owned()).chain(numbered);
    keys.find(|key| !taken.contains(key)).unwrap_or_default()
}

/// The names of entries, and those that they had: an older version of a list refers to them.
async fn names(conn: &mut Conn<'_>) -> db::Result<References> {
    let mut references = References::default();
    for (id, kind, slug) in store::former_names(conn).await? {
        references.learn(&kind.reference(&slug), id);
    }
    for (id, kind, slug) in store::names(conn).await? {
        references.learn(&kind.reference(&slug), id);
    }
    Ok(references)
}
