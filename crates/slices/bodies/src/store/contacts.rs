//! Contacts by role: queries for pages, storage, and export.

use std::collections::HashMap;

use base::{Email, Locale, Localized};
use db::{Conn, Result, Where, bind_where, on, run};
use golden_thread::EntryId;
use web::{ContactCard, Ctx};

/// A selection of contacts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ContactFilter {
    /// The contacts of the initiative as a whole.
    General,
    /// The contacts for journalists.
    Press,
    /// The contacts of one field of action.
    Field(EntryId),
    /// The contacts of all fields of action, in the order of the fields.
    AnyField,
    /// All contacts of this body.
    Body(EntryId),
}

impl ContactFilter {
    /// The conditions on the contact `c` and its field `x`, after this many other parameters.
    fn conditions(self, parameters: usize) -> Where {
        let mut conditions = Where::after(parameters);
        match self {
            Self::General => conditions.and("NOT c.press AND x.field_id IS NULL"),
            Self::Press => conditions.and("c.press"),
            Self::Field(field) => conditions.and_some("NOT c.press AND x.field_id = $", Some(field.0)),
            Self::AnyField => conditions.and("NOT c.press AND x.field_id IS NOT NULL"),
            Self::Body(body) => conditions.and_some("c.body_id = $", Some(body.0)),
        }
        conditions
    }
}

/// A contact; one with several fields of action occurs once for each.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Contact {
    role_de: String,
    role_en: Option<String>,
    #[sqlx(try_from = "String")]
    pub(crate) email: Email,
    slug: String,
    body: String,
    /// The field of action for which it is responsible.
    pub(crate) field_id: Option<EntryId>,
    /// The number of that field.
    field: Option<i64>,
}

impl Contact {
    /// The contact in the language of the page.
    pub(crate) fn card(self, ctx: &Ctx) -> ContactCard {
        let role = Localized { de: self.role_de, en: self.role_en };
        ContactCard {
            role: role.get(ctx.locale()).0.to_owned(),
            body: self.body,
            body_href: ctx.href(format!("{}/{}", golden_thread::Kind::BODY.base_path(), self.slug)),
            email: self.email,
            class: self.field.map(|number| format!("field-{number}")).unwrap_or_default(),
        }
    }
}

/// The most contacts on one page; an initiative has a dozen.
const LIMIT: i64 = 100;

const CONTACTS: &str = "SELECT c.role_de, c.role_en, c.email, e.slug, COALESCE(t.title, d.title) AS body, x.field_id, f.number AS field \
     FROM contacts c JOIN entries e ON e.id = c.body_id AND e.state = 'published' \
     JOIN entry_texts d ON d.entry_id = e.id AND d.locale = 'de' \
     LEFT JOIN entry_texts t ON t.entry_id = e.id AND t.locale = $1 \
     LEFT JOIN contact_fields x ON x.contact_key = c.key \
     LEFT JOIN entries f ON f.id = x.field_id";
const BY_FIELD: &str = "ORDER BY f.number IS NULL, f.number, c.number, c.key LIMIT $2";

/// The selected contacts, in their order.
pub(crate) async fn contacts(conn: &mut Conn<'_>, locale: Locale, filter: ContactFilter) -> Result<Vec<Contact>> {
    let conditions = filter.conditions(2);
    on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(CONTACTS, BY_FIELD)).bind(locale.code()).bind(LIMIT);
        bind_where!(query, conditions).fetch_all(c).await
    })
}

/// A contact with everything in its file.
#[derive(Debug)]
pub(crate) struct StoredContact {
    pub(crate) key: String,
    pub(crate) number: i64,
    pub(crate) role: Localized,
    pub(crate) body: EntryId,
    pub(crate) fields: Vec<EntryId>,
    pub(crate) press: bool,
    pub(crate) email: Email,
}

const INSERT_CONTACT: &str = "INSERT INTO contacts (key, position, number, role_de, role_en, body_id, press, email) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const INSERT_CONTACT_FIELD: &str = "INSERT INTO contact_fields (contact_key, field_id, position) VALUES ($1, $2, $3)";

/// Inserts a contact at its position in the file.
pub(crate) async fn insert_contact(conn: &mut Conn<'_>, position: i64, contact: &StoredContact) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT_CONTACT)
            .bind(&contact.key)
            .bind(position)
            .bind(contact.number)
            .bind(&contact.role.de)
            .bind(&contact.role.en)
            .bind(contact.body)
            .bind(contact.press)
            .bind(contact.email.as_str())
    )?;
    for (position, field) in (0_i64..).zip(&contact.fields) {
        run!(conn, sqlx::query(INSERT_CONTACT_FIELD).bind(&contact.key).bind(*field).bind(position))?;
    }
    Ok(())
}

const CLEAR_CONTACTS: &str = "DELETE FROM contacts";

/// Deletes all contacts.
pub(crate) async fn clear_contacts(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(CLEAR_CONTACTS))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ContactRow {
    key: String,
    number: i64,
    role_de: String,
    role_en: Option<String>,
    body_id: EntryId,
    press: bool,
    #[sqlx(try_from = "String")]
    email: Email,
}

const ALL_CONTACTS: &str =
    "SELECT key, number, role_de, role_en, body_id, press, email FROM contacts ORDER BY position";
const ALL_CONTACT_FIELDS: &str = "SELECT contact_key, field_id FROM contact_fields ORDER BY contact_key, position";

/// All contacts, in the order of their file.
pub(crate) async fn all_contacts(conn: &mut Conn<'_>) -> Result<Vec<StoredContact>> {
    let rows: Vec<ContactRow> = on!(conn, |c| sqlx::query_as(ALL_CONTACTS).fetch_all(c).await)?;
    let fields: Vec<(String, EntryId)> = on!(conn, |c| sqlx::query_as(ALL_CONTACT_FIELDS).fetch_all(c).await)?;
    let mut fields_of: HashMap<String, Vec<EntryId>> = HashMap::new();
    for (key, field) in fields {
        fields_of.entry(key).or_default().push(field);
    }
    let stored = rows.into_iter().map(|row| StoredContact {
        fields: fields_of.remove(&row.key).unwrap_or_default(),
        key: row.key,
        number: row.number,
        role: Localized { de: row.role_de, en: row.role_en },
        body: row.body_id,
        press: row.press,
        email: row.email,
    });
    Ok(stored.collect())
}

const ROLES_ASKED: &str = "SELECT body_id AS place, role_de, role_en FROM contacts UNION \
     SELECT x.field_id, c.role_de, c.role_en FROM contact_fields x JOIN contacts c ON c.key = x.contact_key";

/// The roles of all contacts: each organisation and each field of action with the roles of its contacts.
pub async fn roles_asked(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, Localized)>> {
    let rows: Vec<(EntryId, String, Option<String>)> = on!(conn, |c| sqlx::query_as(ROLES_ASKED).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(place, de, en)| (place, Localized { de, en })).collect())
}
