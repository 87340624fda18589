//! The form on `/barrierefreiheit`: a barrier report, without name or address if somebody wishes so.
//! `?seite-adresse=/prozess` fills in the page that is concerned.

use askama::Template;
use axum_extra::routing::TypedPath as _;
use base::Locale;
use golden_thread::spots::{self, Spot, SpotDef};
use serde::Deserialize;
use web::form::{Again, Control, Field, Form, Judgement, Section, Submission};
use web::{Answer, Ctx, Error, Peer};

use super::{accept, answered_by, message};
use crate::BarrierPath;
use crate::draft;
use crate::message::{Message, MessageKind, Retention};

/// Name of the form in its tickets.
const FORM: &str = "barrier";

const TEXT: &str = "barriere";
const PAGE: &str = "seite-adresse";
const EMAIL: &str = "email";

#[derive(Template)]
#[template(path = "pages/barrier.html")]
struct BarrierForm {
    page: Ctx,
    form: Form,
    /// The day until which we answer, in words.
    due: String,
    is_placeholder: bool,
}

/// The query string, which fills the form in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Preset {
    #[serde(default, rename = "seite-adresse")]
    page: String,
}

/// The form on the accessibility statement.
pub(super) const SPOT: SpotDef = SpotDef {
    spot: Spot::Page(BarrierPath::PATH),
    name: "message-barrier",
    section: |_, ctx, _| Box::pin(async move { Ok(Some(first(ctx))) }),
};

fn first(ctx: &Ctx) -> Section {
    let Preset { page } = ctx.query();
    let filled = |name: &str| if name == PAGE { page.clone() } else { String::new() };
    let ticket = ctx.state().shield.ticket(FORM);
    section(ctx, form(ctx, &filled, Faults::default(), ticket, None))
}

pub(super) async fn receive(_: BarrierPath, ctx: Ctx, peer: Peer, sent: Submission) -> Answer {
    let judgement = ctx.state().shield.judge(FORM, &sent);
    let (faults, again) = match read(&ctx, &sent, &judgement).await? {
        Err(faults) => (faults, None),
        Ok(message) => match accept(&ctx, peer, &judgement, message, "").await? {
            Ok(receipt) => return Ok(receipt),
            Err(again) => (Faults::default(), Some(again)),
        },
    };
    let form = form(&ctx, &|name| sent.get(name).to_owned(), faults, judgement.ticket, again);
    spots::show_again(&ctx, &SPOT, None, section(&ctx, form)).await
}

/// The fault of each field.
#[derive(Debug, Default)]
struct Faults {
    text: Option<String>,
    page: Option<String>,
    email: Option<String>,
}

/// The message, or the faults. It goes to the general mailbox.
async fn read(ctx: &Ctx, sent: &Submission, judgement: &Judgement) -> Result<Result<Message, Faults>, Error> {
    let text = draft::text(ctx, sent, TEXT, "message-barrier-missing");
    let (page, email) = (draft::line(ctx, sent, PAGE), draft::email(ctx, sent, EMAIL));
    let (text, page, email) = match (text, page, email) {
        (Ok(text), Ok(page), Ok(email)) => (text, page, email),
        (text, page, email) => return Ok(Err(Faults { text: text.err(), page: page.err(), email: email.err() })),
    };
    let general = &ctx.initiative().email;
    let addressees = bodies::addressees(&mut ctx.db().read().await?.conn(), Locale::De, general).await?;
    let mailbox = addressees.into_iter().next().map_or_else(|| general.clone(), |first| first.mailbox);
    let message = message(ctx, MessageKind::Barrier, judgement, mailbox);
    Ok(Ok(Message { page, email, text, ..message }))
}

fn form(ctx: &Ctx, filled: &dyn Fn(&str) -> String, faults: Faults, ticket: String, again: Option<Again>) -> Form {
    let fields = vec![
        Field::line(TEXT, ctx.t("message-barrier"))
            .hinted(ctx.t("message-barrier-hint"))
            .required()
            .with(Control::Lines(6))
            .checked(faults.text),
        Field::line(PAGE, ctx.t("message-page")).hinted(ctx.t("message-page-hint")).checked(faults.page),
        Field::line(EMAIL, ctx.t("message-email"))
            .hinted(ctx.t("message-barrier-email-hint"))
            .with(Control::Line("email", "email"))
            .checked(faults.email),
    ];
    Form { action: ctx.href(BarrierPath), fields, ticket, again }.filled(filled)
}

fn section(ctx: &Ctx, form: Form) -> Section {
    let due = answered_by(ctx, MessageKind::Barrier);
    let is_placeholder = ctx.initiative().email.is_placeholder();
    form.section(ctx, |form| BarrierForm { page: ctx.clone(), form, due, is_placeholder })
}
