//! Contacts by role, as cards for the pages of all slices, and as mailboxes.

use std::collections::HashMap;

use base::{Email, Locale};
use db::Conn;
use golden_thread::store::{CardFilter, Order, list};
use golden_thread::{Card, EntryId, Kind};
use web::{ContactCard, Ctx, Error};

use crate::store::{self, ContactFilter};

/// Most fields of action that are read. An initiative has half a dozen.
pub(crate) const FIELDS: i64 = 50;

/// The contact for an entry with these fields of action: that of the first field, or else the
/// general one.
pub async fn contact_for(conn: &mut Conn<'_>, ctx: &Ctx, fields: &[Card]) -> Result<Option<ContactCard>, Error> {
    if let Some(field) = fields.first()
        && let Some(contact) = contacts_of_field(conn, ctx, field.id).await?.into_iter().next()
    {
        return Ok(Some(contact));
    }
    let general = store::contacts(conn, ctx.locale(), ContactFilter::General).await?;
    Ok(general.into_iter().next().map(|contact| contact.card(ctx)))
}

/// The contacts that are responsible for a field of action.
pub async fn contacts_of_field(conn: &mut Conn<'_>, ctx: &Ctx, field: EntryId) -> Result<Vec<ContactCard>, Error> {
    let contacts = store::contacts(conn, ctx.locale(), ContactFilter::Field(field)).await?;
    Ok(contacts.into_iter().map(|contact| contact.card(ctx)).collect())
}

/// The contacts for journalists.
pub async fn press_contacts(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<ContactCard>, Error> {
    let contacts = store::contacts(conn, ctx.locale(), ContactFilter::Press).await?;
    Ok(contacts.into_iter().map(|contact| contact.card(ctx)).collect())
}

/// A mailbox that visitors can write to.
#[derive(Debug, Clone)]
pub struct Addressee {
    /// The field of action it is responsible for, if it is one.
    pub field: Option<Card>,
    /// True if it is for journalists.
    pub press: bool,
    /// The address of the mailbox.
    pub mailbox: Email,
}

/// The mailboxes that visitors can write to: for the initiative as a whole, then for each field of action,
/// then for the press. A field without a contact is answered from the general mailbox; `otherwise` is the
/// general mailbox of an initiative without contacts.
///
/// # Errors
/// If the database fails.
pub async fn addressees(conn: &mut Conn<'_>, locale: Locale, otherwise: &Email) -> Result<Vec<Addressee>, Error> {
    let general = store::contacts(conn, locale, ContactFilter::General).await?;
    let general = first_mailbox(general).unwrap_or_else(|| otherwise.clone());
    let mut of_field = HashMap::new();
    for contact in store::contacts(conn, locale, ContactFilter::AnyField).await? {
        of_field.entry(contact.field_id).or_insert(contact);
    }
    let mut addressees = vec![Addressee { field: None, press: false, mailbox: general.clone() }];
    for field in list(conn, locale, CardFilter::of(Kind::FIELD), Order::Numbered, FIELDS, 0).await? {
        let mailbox = first_mailbox(of_field.remove(&Some(field.id))).unwrap_or_else(|| general.clone());
        addressees.push(Addressee { field: Some(field), press: false, mailbox });
    }
    if let Some(mailbox) = first_mailbox(store::contacts(conn, locale, ContactFilter::Press).await?) {
        addressees.push(Addressee { field: None, press: true, mailbox });
    }
    Ok(addressees)
}

fn first_mailbox(contacts: impl IntoIterator<Item = store::Contact>) -> Option<Email> {
    contacts.into_iter().next().map(|contact| contact.email)
}
