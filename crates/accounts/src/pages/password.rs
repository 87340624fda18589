//! `/anmelden/passwort`: signs in by address and password, where the settings allow it.
//!
//! An account that is not there, has no password or is disabled gets the same answer after the same
//! work. Wrong passwords are counted for each address that somebody types, and for each computer.

use askama::Template;
use axum::Extension;
use axum::extract::Query;
use axum::http::HeaderMap;
use base::Email;
use services::audit::{self, Act, Deed};
use web::form::{Again, Control, Field, Form, Section, Submission};
use web::{Answer, Ctx, Error, Page, Peer};

use super::sign_in::SignInQuery;
use super::{cookie, device_of, enter, section};
use crate::doors::Doors;
use crate::jobs::WINDOW;
use crate::onward::Onward;
use crate::password::Passwords;
use crate::paths::{PasswordPath, SignInPath};
use crate::session::Way;
use crate::{actions, store};

/// How many wrong passwords an account takes within the hour.
pub(crate) const WRONG: i64 = 10;
/// The name of the form, for its ticket.
const FORM: &str = "password";
const EMAIL: &str = "email";
const PASSWORD: &str = "passwort";

#[derive(Template)]
#[template(path = "pages/password.html")]
struct PasswordPage {
    page: Page,
    form: Section,
    sign_in: String,
}

pub(super) async fn show(
    _: PasswordPath,
    ctx: Ctx,
    Extension(doors): Extension<Doors>,
    Query(query): Query<SignInQuery>,
) -> Answer {
    doors.passwords().ok_or(Error::NotFound)?;
    let onward = query.onward(&ctx);
    let form = form(&ctx, &onward, None, doors.shield().ticket(FORM), None);
    page(&ctx, &onward, &form)
}

pub(super) async fn receive(
    _: PasswordPath,
    ctx: Ctx,
    Extension(doors): Extension<Doors>,
    Query(query): Query<SignInQuery>,
    (peer, headers): (Peer, HeaderMap),
    sent: Submission,
) -> Answer {
    let passwords = doors.passwords().ok_or(Error::NotFound)?;
    let (onward, judgement) = (query.onward(&ctx), doors.shield().judge(FORM, &sent));
    let email = Email::parse(sent.get(EMAIL)).ok().filter(|_| !judgement.is_spam);
    let again = match judgement.suspicion {
        Some(suspicion) => Some(Again::Suspicious(suspicion)),
        None => doors.shield().admit(peer.0).err().map(Again::Wait),
    };
    let outcome = match (&email, again) {
        (_, Some(again)) => Err(again),
        (None, None) => Ok(None),
        (Some(email), None) => try_it(&ctx, (&doors, passwords), email, sent.get(PASSWORD), &headers).await?,
    };
    let (fault, again) = match outcome {
        Ok(Some(secret)) => return Ok(enter(&ctx, onward.as_str(), &secret)),
        Ok(None) => (Some(ctx.t("password-wrong")), None),
        Err(again) => (None, Some(again)),
    };
    let typed = |name: &str| if name == EMAIL { sent.get(EMAIL).to_owned() } else { String::new() };
    let form = form(&ctx, &onward, fault, judgement.ticket, again).filled(&typed);
    page(&ctx, &onward, &form)
}

/// The secret of a new session if the password is right; else how long the account must be left alone.
async fn try_it(
    ctx: &Ctx,
    (doors, passwords): (&Doors, &Passwords),
    email: &Email,
    password: &str,
    headers: &HeaderMap,
) -> Result<Result<Option<crate::Secret>, Again>, Error> {
    let state = ctx.state();
    let now = (&state.clock, &state.ids);
    let account = doors.account(email);
    let mut reader = state.db.read().await?;
    if store::count_wrong(&mut reader.conn(), &account, state.clock.now() - WINDOW).await? >= WRONG {
        return Ok(Err(Again::Wait(WINDOW.unsigned_abs())));
    }
    let person = store::find_account(&mut reader.conn(), email).await?.filter(|person| !person.is_disabled);
    drop(reader);
    let kept = person.as_ref().and_then(|person| person.password.clone());
    let is_right = passwords.is_right(password.to_owned(), kept).await?;
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let secret = if let Some(person) = person.filter(|_| is_right) {
        let how = (Way::Password, device_of(headers));
        let before = cookie(ctx).read(headers);
        Some(actions::sign_in(conn, now, (person.id, &person.name), how, before.as_ref()).await?)
    } else {
        store::insert_wrong(conn, state.ids.next(), &account, state.clock.now()).await?;
        let act = Act { deed: Deed::SignInRefused, by: None, subject: "", label: Way::Password.code() };
        audit::note(conn, now, &act).await?;
        None
    };
    tx.commit().await?;
    Ok(Ok(secret))
}

fn form(ctx: &Ctx, onward: &Onward, fault: Option<String>, ticket: String, again: Option<Again>) -> Form {
    let fields = vec![
        Field::line(EMAIL, ctx.t("sign-in-email")).required().with(Control::Line("email", "username")),
        Field::line(PASSWORD, ctx.t("password-field"))
            .required()
            .with(Control::Line("password", "current-password"))
            .checked(fault),
    ];
    Form { action: ctx.href(PasswordPath) + &onward.as_query(), fields, ticket, again }
}

fn page(ctx: &Ctx, onward: &Onward, form: &Form) -> Answer {
    let form = section(ctx, form, "sign-in-link-button")?;
    let page = Page::new(ctx.clone(), ctx.t("password-title")).without_index().refused(form.is_refused());
    let sign_in = ctx.href(SignInPath) + &onward.as_query();
    form.answer(&PasswordPage { page, form: form.clone(), sign_in })
}
