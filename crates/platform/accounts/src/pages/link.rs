//! `/anmelden/link/{secret}`: shows a button, and for the first administrator a form; only its submission
//! signs in.
//!
//! An invalid link costs one look-up in an index: it is neither counted nor logged. Nobody guesses a
//! secret, and links opened by strangers must not use up the rate limits of others.

use askama::Template;
use axum::Extension;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::{Email, Now};
use services::audit::Actor;
use web::form::{Control, Field, Form, Section, Submission};
use web::{Answer, Ctx, Error, Page, Peer};

use super::{cookie, desk_form, device_of, enter, is_refused, section};
use crate::actions::{self, Newcomer, Refusal};
use crate::link::{self, Link, LinkKind};
use crate::paths::{LinkPath, SignInPath};
use crate::person::{self, Grant, PersonId, Role, Scope};
use crate::session::Way;
use crate::store;
use crate::ways::SignInWays;

const NAME: &str = "name";
const EMAIL: &str = "email";

#[derive(Template)]
#[template(path = "pages/link.html")]
struct LinkPage {
    page: Page,
    /// Name of the person; none for the first administrator.
    name: Option<String>,
    form: Section,
}

#[derive(Template)]
#[template(path = "pages/link_gone.html")]
struct GonePage {
    page: Page,
}

pub(super) async fn show(path: LinkPath, ctx: Ctx) -> Answer {
    let Some(link) = find(&ctx, &path).await? else { return Err(gone(&ctx)) };
    let fields = fields(&ctx, &link, Faults::default());
    page(&ctx, &path, &link, fields)
}

pub(super) async fn follow(
    path: LinkPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    peer: Peer,
    headers: HeaderMap,
    sent: Submission,
) -> Answer {
    let Some(link) = find(&ctx, &path).await? else { return Err(gone(&ctx)) };
    let newcomer = match (&link.person, read(&ctx, &sent)) {
        (Some(_), _) => None,
        (None, Ok(newcomer)) => Some(newcomer),
        (None, Err(faults)) => {
            let fields = fields(&ctx, &link, faults);
            let fields = fields.into_iter().map(|field| {
                let value = sent.get(&field.name).to_owned();
                field.filled(&value)
            });
            let fields = fields.collect();
            return page(&ctx, &path, &link, fields);
        }
    };
    let Some((person, answer)) = use_up(&ctx, (&path, link.kind), newcomer, &headers).await? else {
        return Err(gone(&ctx));
    };
    ways.remember(person, peer.0);
    Ok(answer)
}

async fn find(ctx: &Ctx, path: &LinkPath) -> Result<Option<Link>, Error> {
    Ok(link::find(&mut ctx.db().read().await?.conn(), &path.secret, ctx.state().clock.now()).await?)
}

/// Uses the link up and signs in; `None` if it is not valid any more.
async fn use_up(
    ctx: &Ctx,
    (path, kind): (&LinkPath, LinkKind),
    newcomer: Option<Newcomer>,
    headers: &HeaderMap,
) -> Result<Option<(PersonId, Response)>, Error> {
    let state = ctx.state();
    let now = state.now();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    store::touch_desk(conn).await?;
    let Some(link) = link::take(conn, kind, &path.secret, state.clock.now()).await? else { return Ok(None) };
    let (id, name) = match (link.person, newcomer) {
        (Some((id, name)), _) => (id, name),
        (None, Some(newcomer)) if !store::is_anybody(conn).await? => {
            let by = Actor { id: None, name: &newcomer.name };
            (add_first(conn, now, by, &newcomer).await?, newcomer.name.clone())
        }
        (None, _) => return Ok(None),
    };
    let how = (Way::Link, device_of(headers));
    let before = cookie(ctx).read(headers);
    let secret = actions::sign_in(conn, now, (id, &name), how, before.as_ref()).await?;
    tx.commit().await?;
    Ok(Some((id, enter(ctx, &link.onward, &secret))))
}

async fn add_first(
    conn: &mut db::Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    newcomer: &Newcomer,
) -> Result<PersonId, Error> {
    actions::add(conn, now, by, newcomer).await.map_err(|refused| match refused {
        Refusal::Broken(cause) => Error::Broken(cause),
        other => Error::Broken(other.into()),
    })
}

/// The fault of each field.
#[derive(Debug, Default)]
struct Faults {
    name: Option<String>,
    email: Option<String>,
}

/// The first administrator, or the faults.
fn read(ctx: &Ctx, sent: &Submission) -> Result<Newcomer, Faults> {
    let name = person::name(sent.get(NAME)).ok_or_else(|| ctx.t("person-name-missing"));
    let email = Email::parse(sent.get(EMAIL)).map_err(|_| ctx.t("sign-in-email-wrong"));
    let grants = Grant::new(Role::Administrator, Scope::Initiative).into_iter().collect();
    match (name, email) {
        (Ok(name), Ok(email)) => Ok(Newcomer { name, email, grants }),
        (name, email) => Err(Faults { name: name.err(), email: email.err() }),
    }
}

/// The link of a person has no fields; the first one asks for name and address.
fn fields(ctx: &Ctx, link: &Link, faults: Faults) -> Vec<Field> {
    if link.kind != LinkKind::First {
        return Vec::new();
    }
    vec![
        Field::line(NAME, ctx.t("person-name")).required().with(Control::Line("text", "name")).checked(faults.name),
        Field::line(EMAIL, ctx.t("sign-in-email"))
            .hinted(ctx.t("sign-in-first-email"))
            .required()
            .with(Control::Line("email", "email"))
            .checked(faults.email),
    ]
}

fn page(ctx: &Ctx, path: &LinkPath, link: &Link, fields: Vec<Field>) -> Answer {
    let form: Form = desk_form(ctx.href(path), fields);
    let title = if link.person.is_some() { "sign-in-link-title" } else { "sign-in-first-title" };
    let page = Page::new(ctx.clone(), ctx.t(title)).without_index().refused(is_refused(&form));
    let form = section(ctx, form, "sign-in-link-button");
    let name = link.person.as_ref().map(|(_, name)| name.clone());
    form.answer(&LinkPage { page, name, form: form.clone() })
}

/// The page for a link that is not valid, or never was.
fn gone(ctx: &Ctx) -> Error {
    let page = Page::new(ctx.clone(), ctx.t("sign-in-gone")).without_index();
    Error::page(StatusCode::GONE, &GonePage { page })
}
