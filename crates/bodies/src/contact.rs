//! Whom to ask: contacts by role, as cards for the pages of all slices.

use db::Conn;
use thread::{Card, EntryId};
use web::{ContactCard, Ctx, Error};

use crate::store::{self, Asked};

/// The contact for an entry with these fields of action: that of the first field, or else the
/// general one.
pub async fn contact_for(conn: &mut Conn<'_>, ctx: &Ctx, fields: &[Card]) -> Result<Option<ContactCard>, Error> {
    if let Some(field) = fields.first()
        && let Some(contact) = contacts_of_field(conn, ctx, field.id).await?.into_iter().next()
    {
        return Ok(Some(contact));
    }
    let general = store::contacts(conn, ctx.locale(), Asked::General).await?;
    Ok(general.into_iter().next().map(|contact| contact.card(ctx)))
}

/// Who is responsible for a field of action.
pub async fn contacts_of_field(conn: &mut Conn<'_>, ctx: &Ctx, field: EntryId) -> Result<Vec<ContactCard>, Error> {
    let contacts = store::contacts(conn, ctx.locale(), Asked::Field(field)).await?;
    Ok(contacts.into_iter().map(|contact| contact.card(ctx)).collect())
}

/// Whom journalists can ask.
pub async fn press_contacts(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<ContactCard>, Error> {
    let contacts = store::contacts(conn, ctx.locale(), Asked::Press).await?;
    Ok(contacts.into_iter().map(|contact| contact.card(ctx)).collect())
}
