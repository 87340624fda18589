//! `contacts.toml`: whom to ask, by role and never by name.

use std::collections::HashSet;

use base::{Email, Localized};
use db::Conn;
use serde::{Deserialize, Serialize};
use thread::Kind;
use thread::sheet::{self, Problem, References};

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
    /// The key by which it is told from the others.
    pub key: String,
    /// Its place where contacts are listed.
    pub number: i64,
    /// What one asks this contact about.
    pub role: Localized,
    /// Slug of the organisation that answers.
    pub body: String,
    /// Slugs of the fields of action it is responsible for; none means all.
    pub fields: Vec<String>,
    /// For journalists.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub press: bool,
    /// The mailbox of the role.
    pub email: Email,
}

impl ContactMatter {
    /// The entries to which it refers, as folder and slug.
    fn references(&self) -> impl Iterator<Item = (&str, String)> {
        let body = (self.body.as_str(), format!("{}/{}", Kind::Body.folder(), self.body));
        let fields = self.fields.iter().map(|field| (field.as_str(), format!("{}/{field}", Kind::Field.folder())));
        std::iter::once(body).chain(fields)
    }
}

impl ContactSheet {
    /// Every fault of the file: a key that is there twice, an entry that `knows` does not know,
    /// the press asked per field.
    pub fn check(&self, file: &str, text: &str, knows: &dyn Fn(&str) -> bool) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut report = |word: &str, reason: String| {
            problems.push(Problem {
                file: file.to_owned(),
                line: sheet::line_of(text, &format!("\"{word}\"")),
                reason,
            });
        };
        let mut keys = HashSet::new();
        for contact in &self.contact {
            if !keys.insert(&contact.key) {
                report(&contact.key, format!("contact `{}` is there twice", contact.key));
            }
            if contact.press && !contact.fields.is_empty() {
                report(&contact.key, format!("contact `{}` is for the press, so it has no fields", contact.key));
            }
            for (slug, reference) in contact.references().filter(|(_, reference)| !knows(reference)) {
                report(slug, format!("there is no entry `{reference}`"));
            }
        }
        problems
    }

    /// Keeps these contacts in the place of all others.
    pub async fn replace(&self, conn: &mut Conn<'_>, references: &References) -> anyhow::Result<()> {
        store::clear_contacts(conn).await?;
        self.insert(conn, references).await
    }

    /// Keeps all contacts.
    pub async fn insert(&self, conn: &mut Conn<'_>, references: &References) -> anyhow::Result<()> {
        for (position, contact) in (0_i64..).zip(&self.contact) {
            let fields = contact.fields.iter().map(|slug| references.id_in(Kind::Field.folder(), slug));
            let stored = StoredContact {
                key: contact.key.clone(),
                number: contact.number,
                role: contact.role.clone(),
                body: references.id_in(Kind::Body.folder(), &contact.body)?,
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
