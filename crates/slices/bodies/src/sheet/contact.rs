//! `contacts.toml`: contacts by role, never by name.

use std::collections::HashSet;

use base::{Email, Localized};
use db::Conn;
use golden_thread::Kind;
use golden_thread::sheet::{self, Flaw, MOST_ROWS, Problem, References};
use serde::{Deserialize, Serialize};

use crate::store::{self, StoredContact};

/// The file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactSheet {
    /// All contacts, in the order of the file.
    #[serde(default)]
    pub contact: Vec<ContactMatter>,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactMatter {
    /// Unique in the file.
    pub key: String,
    /// Sort key in lists of contacts.
    pub number: i64,
    /// The subject of the contact, printed above the mailbox.
    pub role: Localized,
    /// Slug of the organisation that answers.
    pub body: String,
    /// Slugs of the fields of action it is responsible for; none means all.
    pub fields: Vec<String>,
    /// True for the contact for journalists.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub press: bool,
    /// The mailbox of the role.
    pub email: Email,
}

impl ContactMatter {
    /// The entries to which it refers: key in the file, slug, and folder and slug.
    fn references(&self) -> impl Iterator<Item = (&'static str, &str, String)> {
        let body = ("body", self.body.as_str(), Kind::BODY.reference(&self.body));
        let field = |field| Kind::FIELD.reference(field);
        let fields = self.fields.iter().map(move |slug| ("fields", slug.as_str(), field(slug)));
        std::iter::once(body).chain(fields)
    }
}

impl ContactSheet {
    /// All faults of the file: duplicate keys, entries that `knows` does not know, press contacts that are
    /// bound to fields.
    pub fn check(&self, file: &str, text: &str, knows: &dyn Fn(&str) -> bool) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut report = |word: &str, reason: String| {
            problems.push(Problem {
                file: file.to_owned(),
                line: sheet::line_of(text, &format!("\"{word}\"")),
                reason,
            });
        };
        if self.contact.len() > MOST_ROWS {
            report("contact", format!("there are {} contacts; a list has at most {MOST_ROWS}", self.contact.len()));
        }
        for (_, flaw) in self.flaws(knows) {
            report(&flaw.value, flaw.reason);
        }
        problems
    }

    /// The values that make no sense, each with the position of its contact and the path within it.
    pub fn flaws(&self, knows: &dyn Fn(&str) -> bool) -> Vec<(usize, Flaw)> {
        let mut flaws = Vec::new();
        let mut keys = HashSet::new();
        for (place, contact) in self.contact.iter().enumerate() {
            let mut report = |path: &str, value: &str, reason: String, text| {
                let (path, value) = (path.to_owned(), value.to_owned());
                flaws.push((place, Flaw { path, value, reason, text }));
            };
            let key = &contact.key;
            if !keys.insert(key) {
                report("role", key, format!("contact `{key}` is there twice"), "contact-twice");
            }
            if contact.press && !contact.fields.is_empty() {
                let reason = format!("contact `{key}` is for the press, so it has no fields");
                report("press", key, reason, "contact-press-with-fields");
            }
            for (path, slug, reference) in contact.references().filter(|(.., reference)| !knows(reference)) {
                report(path, slug, format!("there is no entry `{reference}`"), "contact-no-entry");
            }
        }
        flaws
    }

    /// Replaces all stored contacts by these.
    pub async fn replace(&self, conn: &mut Conn<'_>, references: &References) -> anyhow::Result<()> {
        store::clear_contacts(conn).await?;
        self.insert(conn, references).await
    }

    /// Inserts all contacts.
    pub async fn insert(&self, conn: &mut Conn<'_>, references: &References) -> anyhow::Result<()> {
        for (position, contact) in (0_i64..).zip(&self.contact) {
            let fields = contact.fields.iter().map(|slug| references.id_in(Kind::FIELD.folder(), slug));
            let stored = StoredContact {
                key: contact.key.clone(),
                number: contact.number,
                role: contact.role.clone(),
                body: references.id_in(Kind::BODY.folder(), &contact.body)?,
                fields: fields.collect::<anyhow::Result<_>>()?,
                press: contact.press,
                email: contact.email.clone(),
            };
            store::insert_contact(conn, position, &stored).await?;
        }
        Ok(())
    }

    /// All contacts, as in the file they came from.
    pub async fn all(conn: &mut Conn<'_>, references: &References) -> anyhow::Result<Self> {
        let contacts = store::all_contacts(conn).await?;
        let contact = contacts.into_iter().map(|stored| {
            let fields = stored.fields.iter().map(|id| references.slug(*id).map(ToOwned::to_owned));
            Ok(ContactMatter {
                key: stored.key,
                number: stored.number,
                role: stored.role,
                body: references.slug(stored.body)?.to_owned(),
                fields: fields.collect::<anyhow::Result<_>>()?,
                press: stored.press,
                email: stored.email,
            })
        });
        Ok(Self { contact: contact.collect::<anyhow::Result<_>>()? })
    }
}
