//! The pages of this room: sign-in, one's own account, people, and the audit log.

mod account;
mod audit;
mod deletion;
mod details;
mod details_form;
mod grant_form;
mod handover;
mod invitation;
mod link;
mod new_address;
mod new_password;
mod notice;
mod own_details;
mod passkeys;
mod password;
mod people;
mod person;
mod provider;
mod roles;
mod sent;
mod sign_in;

use askama::Template;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::{Extension, Router};
use axum_extra::routing::RouterExt as _;
use web::form::{Fault, Form, FormLimit, Section, Wait};
use web::{AppState, Ctx, Error};

use crate::device::device;
use crate::session::Cookie;
use services::Secret;

/// The routes of sign-in and of people, without language prefix. They need the [`SignInWays`](crate::SignInWays) of the
/// installation as an `Extension`.
pub fn router() -> Router<AppState> {
    Router::new()
        .typed_get(sign_in::show)
        .typed_post(sign_in::receive)
        .typed_get(sent::show)
        .typed_get(link::show)
        .typed_post(link::follow)
        .typed_get(account::show)
        .typed_post(account::sign_out)
        .typed_get(own_details::show)
        .typed_post(own_details::receive)
        .typed_get(new_address::show)
        .typed_post(new_address::confirm)
        .typed_get(provider::leave)
        .typed_get(provider::come_back)
        .typed_get(password::show)
        .typed_post(password::receive)
        .typed_get(new_password::show)
        .typed_post(new_password::receive)
        .typed_post(new_password::remove)
        .typed_post(passkeys::ask_who)
        .typed_post(passkeys::sign_in)
        .typed_post(passkeys::ask_for_key)
        .typed_post(passkeys::add)
        .typed_post(passkeys::remove)
        .merge(people_at_the_desk())
        .typed_get(audit::show)
        .layer(Extension(FormLimit::PUBLIC))
}

/// The pages on which administrators look after people.
fn people_at_the_desk() -> Router<AppState> {
    Router::new()
        .typed_get(people::show)
        .typed_get(invitation::show)
        .typed_post(invitation::receive)
        .typed_get(grant_form::suggest)
        .typed_get(person::show)
        .typed_get(details::show)
        .typed_post(details::receive)
        .typed_get(deletion::show)
        .typed_post(deletion::delete)
        .typed_post(person::lock)
        .typed_post(person::unlock)
        .typed_post(person::send_link)
        .typed_post(person::take_role)
        .typed_get(roles::show)
        .typed_post(roles::receive)
}

/// A rendered form with its button.
#[derive(Template)]
#[template(path = "desk/sheet.html")]
struct Sheet {
    page: Ctx,
    form: Form,
    button: String,
}

/// The form of a page, with the label of its button.
fn section(ctx: &Ctx, form: Form, button: &str) -> Section {
    form.section(ctx, |form| Sheet { page: ctx.clone(), form, button: ctx.t(button) })
}

/// A form without honeypot and ticket: at the desk people have signed in, and sign-in has rate limits.
fn desk_form(action: String, fields: Vec<web::form::Field>) -> Form {
    Form { action, fields, ticket: String::new(), again: None }
}

/// True if a form has faults.
fn is_refused(form: &Form) -> bool {
    let faults: Vec<Fault> = form.faults();
    !faults.is_empty() || form.again.is_some()
}

/// Adds the time after which to try again (`Retry-After`) to a refusal.
fn until(error: Error, wait: Wait) -> Error {
    match error {
        Error::Page(mut answer) => {
            answer.headers_mut().insert(header::RETRY_AFTER, wait.seconds().into());
            Error::Page(answer)
        }
        other => other,
    }
}

/// Redirects to a page and sets the cookie of a new session.
fn enter(ctx: &Ctx, onward: &str, secret: &Secret) -> Response {
    let mut answer = Redirect::to(onward).into_response();
    answer.headers_mut().append(header::SET_COOKIE, cookie(ctx).set(secret));
    answer
}

fn cookie(ctx: &Ctx) -> Cookie {
    Cookie::of(&ctx.state().public_url)
}

/// A short name of the browser.
fn device_of(headers: &HeaderMap) -> String {
    device(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default())
}
