//! `/kontakt`: contacts in general and per field of action. A form above the mailboxes belongs to another
//! slice ([`crate::CONTACT`]).

use std::collections::HashMap;

use askama::Template;
use golden_thread::store::{CardFilter, Order, list};
use golden_thread::{Card, EntryId, Kind, spots};
use web::{Answer, ContactCard, Ctx, Page, Sections};

use crate::contact::FIELDS;
use crate::store::{self, ContactFilter};
use crate::{CONTACT, ContactPath};

#[derive(Template)]
#[template(path = "pages/contact.html")]
struct Contacts {
    page: Page,
    forms: Sections,
    general: Vec<ContactCard>,
    fields: Vec<(Card, Vec<ContactCard>)>,
    press: Vec<ContactCard>,
    /// True if the addresses are placeholders to which mail cannot be delivered.
    is_placeholder: bool,
}

pub(super) async fn show(_: ContactPath, ctx: Ctx) -> Answer {
    page(ctx).await
}

/// The contact page, with the forms of other slices on top.
pub(crate) async fn page(ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let forms = spots::at(conn, &ctx, CONTACT, None).await?;
    let locale = ctx.locale();
    let general = store::contacts(conn, locale, ContactFilter::General).await?;
    let press = store::contacts(conn, locale, ContactFilter::Press).await?;
    let mut of_field: HashMap<Option<EntryId>, Vec<ContactCard>> = HashMap::new();
    for contact in store::contacts(conn, locale, ContactFilter::AnyField).await? {
        of_field.entry(contact.field_id).or_default().push(contact.card(&ctx));
    }
    let fields = list(conn, locale, CardFilter::of(Kind::FIELD), Order::Numbered, FIELDS, 0).await?;
    let fields = fields.into_iter().map(|field| {
        let contacts = of_field.remove(&Some(field.id)).unwrap_or_default();
        (field, contacts)
    });
    let title = ctx.t("body-contact-title");
    let page = Page::new(ctx.clone(), title).described(ctx.t("body-contact-lead")).refused(forms.is_refused());
    forms.clone().answer(&Contacts {
        fields: fields.collect(),
        general: general.into_iter().map(|contact| contact.card(&ctx)).collect(),
        press: press.into_iter().map(|contact| contact.card(&ctx)).collect(),
        is_placeholder: ctx.initiative().email.is_placeholder(),
        page,
        forms,
    })
}
