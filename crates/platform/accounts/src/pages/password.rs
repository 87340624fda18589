//! `/anmelden/passwort`: signs in with address and password, if the settings allow it.
//!
//! An account that does not exist, has no password or is disabled gets the same answer after the same work
//! (no account enumeration). Attempts are counted for each address typed and for each sender, before a hash
//! is computed, so that simultaneous attempts are counted too.

use askama::Template;
use axum::Extension;
use axum::extract::Query;
use axum::http::HeaderMap;
use base::Email;
use web::form::{Again, Control, Field, Form, Section, Submission, Wait};
use web::{Answer, Ctx, Error, Page, Peer};

use super::sign_in::SignInQuery;
use super::{cookie, desk_form, device_of, enter, section};
use crate::onward::Onward;
use crate::password::Passwords;
use crate::paths::{PasswordPath, SignInPath};
use crate::session::Way;
use crate::ways::{SignInWays, note_refusal};
use crate::{actions, quotas, store};

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
    Extension(ways): Extension<SignInWays>,
    Query(query): Query<SignInQuery>,
) -> Answer {
    ways.passwords().ok_or(Error::NotFound)?;
    let onward = query.onward(&ctx);
    let form = form(&ctx, &onward, None, None);
    page(&ctx, &onward, form)
}

pub(super) async fn receive(
    _: PasswordPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    Query(query): Query<SignInQuery>,
    (peer, headers): (Peer, HeaderMap),
    sent: Submission,
) -> Answer {
    let passwords = ways.passwords().ok_or(Error::NotFound)?;
    let onward = query.onward(&ctx);
    let outcome = match (ways.admit(&quotas::PASSWORD, peer.0), Email::parse(sent.get(EMAIL))) {
        (Err(wait), _) => Err(wait),
        (Ok(()), Err(_)) => Ok(None),
        (Ok(()), Ok(email)) => {
            let how = Attempt { email: &email, password: sent.get(PASSWORD), peer, headers: &headers };
            try_it(&ctx, (&ways, passwords), how).await?
        }
    };
    let (fault, again) = match outcome {
        Ok(Some(secret)) => return Ok(enter(&ctx, onward.as_str(), &secret)),
        Ok(None) => (Some(ctx.t("password-wrong")), None),
        Err(wait) => (None, Some(Again::Wait(wait))),
    };
    let typed = |name: &str| if name == EMAIL { sent.get(EMAIL).to_owned() } else { String::new() };
    let form = form(&ctx, &onward, fault, again).filled(&typed);
    page(&ctx, &onward, form)
}

/// An attempt to sign in, with the sender.
struct Attempt<'a> {
    email: &'a Email,
    password: &'a str,
    peer: Peer,
    headers: &'a HeaderMap,
}

/// The secret of a new session if the password is right; else the time for which the account is locked.
async fn try_it(
    ctx: &Ctx,
    (ways, passwords): (&SignInWays, &Passwords),
    Attempt { email, password, peer, headers }: Attempt<'_>,
) -> Result<Result<Option<services::Secret>, Wait>, Error> {
    let state = ctx.state();
    let now = state.now();
    let found = store::find_account(&mut state.db.read().await?.conn(), email).await?;
    let person = found.filter(|person| !person.is_disabled);
    if let Err(wait) = ways.admit_password(email, person.as_ref().map(|person| person.id), peer.0) {
        return Ok(Err(wait));
    }
    let kept = person.as_ref().and_then(|person| person.password.clone());
    let is_right = passwords.is_right(password.to_owned(), kept).await?;
    let person = person.filter(|_| is_right);
    if person.is_none() && !ways.may_note_refusal(Way::Password) {
        return Ok(Ok(None));
    }
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let secret = if let Some(person) = person {
        let how = (Way::Password, device_of(headers));
        let before = cookie(ctx).read(headers);
        ways.remember(person.id, peer.0);
        Some(actions::sign_in(conn, now, (person.id, &person.name), how, before.as_ref()).await?)
    } else {
        note_refusal(conn, now, Way::Password).await?;
        None
    };
    tx.commit().await?;
    Ok(Ok(secret))
}

fn form(ctx: &Ctx, onward: &Onward, fault: Option<String>, again: Option<Again>) -> Form {
    let fields = vec![
        Field::line(EMAIL, ctx.t("sign-in-email")).required().with(Control::Line("email", "username")),
        Field::line(PASSWORD, ctx.t("password-field"))
            .required()
            .with(Control::Line("password", "current-password"))
            .checked(fault),
    ];
    Form { again, ..desk_form(ctx.href(PasswordPath) + &onward.as_query(), fields) }
}

fn page(ctx: &Ctx, onward: &Onward, form: Form) -> Answer {
    let form = section(ctx, form, "sign-in-link-button");
    let page = Page::new(ctx.clone(), ctx.t("password-title")).without_index().refused(form.is_refused());
    let sign_in = ctx.href(SignInPath) + &onward.as_query();
    form.answer(&PasswordPage { page, form: form.clone(), sign_in })
}
