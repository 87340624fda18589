//! The form on `/kontakt`: a question to the people in charge of a field of action, of the initiative as a
//! whole, or of the press. `?feld=vielfalt` chooses the field beforehand.

use askama::Template;
use base::Locale;
use bodies::{Addressee, ContactPath};
use db::Conn;
use golden_thread::spots::{self, SpotDef};
use serde::Deserialize;
use web::form::{Again, Choice, Control, Field, Form, Judgement, Section, Submission};
use web::{Answer, Ctx, Error, Peer};

use super::addressee::{GENERAL, key, label};
use super::{accept, answered_by, message};
use crate::draft::{self, Checked};
use crate::message::{Message, MessageKind, Retention, Topic};

/// Name of the form in its tickets.
const FORM: &str = "contact";

const TOPIC: &str = "thema";
const TEXT: &str = "nachricht";
const NAME: &str = "name";
const EMAIL: &str = "email";

#[derive(Template)]
#[template(path = "pages/contact.html")]
struct ContactForm {
    page: Ctx,
    form: Form,
    /// The day until which we answer, in words.
    due: String,
    is_placeholder: bool,
}

/// The query string, which fills the form in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Preset {
    #[serde(default)]
    feld: String,
}

/// The form on the page of contacts.
pub(super) const SPOT: SpotDef =
    SpotDef { spot: bodies::CONTACT, name: "message-contact", section: |conn, ctx, _| Box::pin(first(conn, ctx)) };

async fn first(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Option<Section>, Error> {
    let addressees = addressees(conn, ctx, ctx.locale()).await?;
    let Preset { feld } = ctx.query();
    let is_known = addressees.iter().any(|addressee| key(addressee) == feld);
    let topic = if is_known { feld.as_str() } else { GENERAL };
    let filled = |name: &str| if name == TOPIC { topic.to_owned() } else { String::new() };
    let ticket = ctx.state().shield.ticket(FORM);
    Ok(Some(section(ctx, form(ctx, &addressees, &filled, Faults::default(), ticket, None))))
}

pub(super) async fn receive(_: ContactPath, ctx: Ctx, peer: Peer, sent: Submission) -> Answer {
    let judgement = ctx.state().shield.judge(FORM, &sent);
    let addressees = addressees(&mut ctx.db().read().await?.conn(), &ctx, ctx.locale()).await?;
    let (faults, again) = match read(&ctx, &sent, &addressees, &judgement) {
        Err(faults) => (faults, None),
        Ok((message, topic)) => {
            let topic = in_german(&ctx, &topic).await?;
            match accept(&ctx, peer, &judgement, message, &topic).await? {
                Ok(receipt) => return Ok(receipt),
                Err(again) => (Faults::default(), Some(again)),
            }
        }
    };
    let form = form(&ctx, &addressees, &|name| sent.get(name).to_owned(), faults, judgement.ticket, again);
    spots::show_again(&ctx, &SPOT, None, section(&ctx, form)).await
}

/// The fault of each field.
#[derive(Debug, Default)]
struct Faults {
    topic: Option<String>,
    text: Option<String>,
    name: Option<String>,
    email: Option<String>,
}

/// The message and the key of its topic, or the faults.
fn read(
    ctx: &Ctx,
    sent: &Submission,
    addressees: &[Addressee],
    judgement: &Judgement,
) -> Result<(Message, String), Faults> {
    let addressee = addressees.iter().find(|addressee| key(addressee) == sent.get(TOPIC));
    let addressee: Checked<&Addressee> = addressee.ok_or_else(|| ctx.t("message-topic-missing"));
    let text = draft::text(ctx, sent, TEXT, "message-text-missing");
    let name = draft::line(ctx, sent, NAME);
    let email = draft::email(ctx, sent, EMAIL).and_then(|email| email.ok_or_else(|| ctx.t("message-email-missing")));
    match (addressee, text, name, email) {
        (Ok(addressee), Ok(text), Ok(name), Ok(email)) => {
            let message = message(ctx, MessageKind::Contact, judgement, addressee.mailbox.clone());
            let topic = match &addressee.field {
                Some(_) => Topic::Field,
                None if addressee.press => Topic::Press,
                None => Topic::General,
            };
            let field = addressee.field.as_ref().map(|field| field.id);
            Ok((Message { topic, field, text, name, email: Some(email), ..message }, key(addressee).to_owned()))
        }
        (addressee, text, name, email) => {
            Err(Faults { topic: addressee.err(), text: text.err(), name: name.err(), email: email.err() })
        }
    }
}

fn form(
    ctx: &Ctx,
    addressees: &[Addressee],
    filled: &dyn Fn(&str) -> String,
    faults: Faults,
    ticket: String,
    again: Option<Again>,
) -> Form {
    let topics = addressees.iter().map(|one| Choice { value: key(one).to_owned(), label: label(ctx, one) }).collect();
    let fields = vec![
        Field::line(TOPIC, ctx.t("message-topic")).required().with(Control::Choice(topics)).checked(faults.topic),
        Field::line(TEXT, ctx.t("message-text"))
            .hinted(ctx.t("message-text-hint"))
            .required()
            .with(Control::Lines(7))
            .checked(faults.text),
        Field::line(NAME, ctx.t("message-name")).with(Control::Line("text", "name")).checked(faults.name),
        Field::line(EMAIL, ctx.t("message-email"))
            .hinted(ctx.t("message-email-hint"))
            .required()
            .with(Control::Line("email", "email"))
            .checked(faults.email),
    ];
    Form { action: ctx.href(ContactPath), fields, ticket, again }.filled(filled)
}

fn section(ctx: &Ctx, form: Form) -> Section {
    let due = answered_by(ctx, MessageKind::Contact);
    let is_placeholder = ctx.initiative().email.is_placeholder();
    form.section(ctx, |form| ContactForm { page: ctx.clone(), form, due, is_placeholder })
}

async fn addressees(conn: &mut Conn<'_>, ctx: &Ctx, locale: Locale) -> Result<Vec<Addressee>, Error> {
    bodies::addressees(conn, locale, &ctx.initiative().email).await
}

/// The German name of a topic.
async fn in_german(ctx: &Ctx, topic: &str) -> Result<String, Error> {
    let addressees = addressees(&mut ctx.db().read().await?.conn(), ctx, Locale::De).await?;
    let german = ctx.in_language(Locale::De);
    Ok(addressees.iter().find(|one| key(one) == topic).map(|one| label(&german, one)).unwrap_or_default())
}
