//! The form on the pages of events: somebody wishes for a book about it.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use axum_extra::routing::TypedPath;
use base::{Email, Locale, Slug};
use golden_thread::spots::{self, Spot, SpotDef};
use golden_thread::{Card, Kind, store as cards};
use serde::Deserialize;
use services::audit::{self, Act, Actor, AuditEvent};
use services::jobs;
use web::form::{Control, Counted, Field, Form, Quota, Rate, Section, Submission};
use web::{Answer, Ctx, Error, Page, Peer, html};

use super::desk::WishesPath;
use super::jobs::Thanks;
use super::{WISHED, store};

/// The form, as its tickets name it.
const FORM: &str = "trial-wish";
const EMAIL: &str = "email";
const WISHES: Quota = Quota::of("trial-wish").per_sender(Rate::per_hour(120)).in_total(Rate::per_day(1_000));

/// `/veranstaltungen/{slug}/buchwuensche`
#[derive(TypedPath, Deserialize)]
#[typed_path("/veranstaltungen/{slug}/buchwuensche")]
pub(super) struct WishPath {
    slug: Slug,
}

/// `/buchwuensche/danke`
#[derive(TypedPath, Deserialize)]
#[typed_path("/buchwuensche/danke")]
pub(super) struct ThanksPath;

/// The place on the pages of events.
pub(super) const SPOT: SpotDef = SpotDef {
    spot: Spot::BelowFacts(Kind::EVENT),
    name: "trial-wish",
    section: |_, ctx, card| {
        Box::pin(async move {
            let ticket = ctx.state().shield.ticket(FORM);
            Ok(card.map(|card| section(ctx, &card.slug, "", None, ticket)))
        })
    },
};

#[derive(Template)]
#[template(ext = "html", source = "<section><h2>{{ title }}</h2>{{ form.shown(page, &button) }}</section>")]
struct Wish {
    page: Ctx,
    form: Form,
    title: String,
    button: String,
}

fn section(ctx: &Ctx, slug: &Slug, email: &str, fault: Option<String>, ticket: String) -> Section {
    let field = Field::line(EMAIL, ctx.t("trial-email")).required().with(Control::Line("email", "email"));
    let fields = vec![field.filled(email).checked(fault)];
    let form = Form { action: ctx.href(WishPath { slug: slug.clone() }), fields, ticket, again: None };
    let (title, button) = (ctx.t("trial-wish"), ctx.t("trial-wish-send"));
    form.section(ctx, |form| Wish { page: ctx.clone(), form, title, button })
}

pub(super) async fn receive(path: WishPath, ctx: Ctx, peer: Peer, sent: Submission) -> Answer {
    let judgement = ctx.state().shield.judge(FORM, &sent);
    let found = cards::find(&mut ctx.db().read().await?.conn(), Locale::De, Kind::EVENT, &path.slug).await?;
    let event = found.ok_or(Error::NotFound)?;
    let typed = sent.get(EMAIL);
    let is_admitted = || ctx.state().shield.admit(&WISHES, Counted::Sender(peer.0)).is_ok();
    let fault = match Email::parse(typed) {
        Err(_) => ctx.t("trial-no-email"),
        Ok(email) if is_admitted() => {
            keep(&ctx, &event, &email).await?;
            return Ok(Redirect::to(&ctx.href(ThanksPath)).into_response());
        }
        Ok(_) => ctx.t("trial-wait"),
    };
    let section = section(&ctx, &path.slug, typed, Some(fault), judgement.ticket);
    spots::show_again(&ctx, &SPOT, Some(path.slug), section).await
}

/// Somebody wished for a book about this event.
struct Wished<'a>(&'a Card);

impl Act for Wished<'_> {
    fn event(&self) -> AuditEvent {
        WISHED
    }

    fn subject(&self) -> String {
        WishesPath.to_string()
    }

    fn label(&self) -> String {
        self.0.title.clone()
    }
}

/// Keeps a wish, and in the same transaction the job that thanks for it and the note in the audit log.
async fn keep(ctx: &Ctx, event: &Card, email: &Email) -> Result<(), Error> {
    let now = ctx.state().now();
    let mut tx = ctx.db().write().await?;
    store::insert_wish(&mut tx.conn(), now.ids.next(), event.id, email, now.clock.now()).await?;
    let job = Thanks { email: email.as_str().to_owned(), event: event.title.clone() };
    jobs::enqueue(&mut tx.conn(), now, &job).await?;
    audit::note(&mut tx.conn(), now, Actor::NOBODY, &Wished(event)).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{%- extends \"layout.html\" -%}{%- block content %}<p>{{ page.title() }}</p>{% endblock -%}"
)]
struct ThanksPage {
    page: Page,
}

pub(super) async fn thanks(_: ThanksPath, ctx: Ctx) -> Answer {
    let title = ctx.t("trial-thanks");
    html(&ThanksPage { page: Page::new(ctx, title) })
}
