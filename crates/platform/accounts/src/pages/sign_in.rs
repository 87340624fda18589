//! `/anmelden`: asks for an address, and sends a link if it belongs to a person.
//!
//! Everybody gets the same answer, equally fast: a job does the rest. The form has no honeypot and no least
//! time, because password managers fill in and submit such forms by themselves.

use askama::Template;
use axum::Extension;
use axum::extract::Query;
use axum::response::{IntoResponse as _, Redirect};
use base::Email;
use serde::Deserialize;
use services::jobs;
use web::form::{Again, Control, Field, Form, Section, Submission, Wait};
use web::{Answer, Ctx, Notice, Page, Peer};

use super::notice::SIGN_IN;
use super::{desk_form, section};
use crate::desk::Desk;
use crate::jobs::Request;
use crate::onward::Onward;
use crate::passkey::Site;
use crate::paths::{DeskPath, PasskeyPath, PasswordPath, ProviderPath, SentPath, SignInPath, WhoPath};
use crate::quotas::LINK;
use crate::ways::SignInWays;

const EMAIL: &str = "email";

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignInPage {
    page: Page,
    form: Section,
    /// Says that the person has signed out, or why they are to sign in once more.
    notice: Option<Notice>,
    /// Path for the answers of passkeys, if browsers make them for this site.
    passkey: Option<String>,
    /// Path of the sign-in with a password, if there is one.
    password: Option<String>,
    /// Name and path of the identity provider, if there is one.
    provider: Option<(String, String)>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct SignInQuery {
    weiter: Option<String>,
    /// Set if the person is to sign in once more ([`AGAIN`]).
    neu: Option<String>,
}

impl SignInQuery {
    /// The page to go to afterwards; by default the start of the desk.
    pub(super) fn onward(&self, ctx: &Ctx) -> Onward {
        let start = || Onward::parse(&ctx.href(DeskPath)).expect("the path of the desk is one of ours");
        self.weiter.as_deref().and_then(Onward::parse).unwrap_or_else(start)
    }
}

pub(super) async fn show(
    _: SignInPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    Query(query): Query<SignInQuery>,
    desk: Option<Desk>,
) -> Answer {
    let onward = query.onward(&ctx);
    let again = query.neu.is_some();
    if desk.is_some() && !again {
        return Ok(Redirect::to(onward.as_str()).into_response());
    }
    let form = form(&ctx, &onward, None, None);
    let notice =
        if again { Some(Notice { text: ctx.t("sign-in-fresh"), is_warning: false }) } else { SIGN_IN.find(&ctx) };
    page((ctx, &ways), form, &onward, notice)
}

pub(super) async fn receive(
    _: SignInPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    Query(query): Query<SignInQuery>,
    peer: Peer,
    sent: Submission,
) -> Answer {
    let onward = query.onward(&ctx);
    let email = match (sent.get(EMAIL), Email::parse(sent.get(EMAIL))) {
        ("", _) => Err(NoLink::Fault(ctx.t("sign-in-email-missing"))),
        (_, Err(_)) => Err(NoLink::Fault(ctx.t("sign-in-email-wrong"))),
        (_, Ok(email)) => ways.admit(&LINK, peer.0).map(|()| email).map_err(NoLink::Wait),
    };
    let (fault, again) = match email {
        Ok(email) => {
            let request = Request { email, locale: ctx.interface(), onward: onward.as_str().to_owned() };
            ask_for_link(&ctx, request).await?;
            return Ok(Redirect::to(&ctx.href(SentPath)).into_response());
        }
        Err(NoLink::Fault(fault)) => (Some(fault), None),
        Err(NoLink::Wait(wait)) => (None, Some(Again::Wait(wait))),
    };
    let form = form(&ctx, &onward, fault, again).filled(&|name| sent.get(name).to_owned());
    page((ctx, &ways), form, &onward, None)
}

/// The reason why no link is sent.
enum NoLink {
    /// The fault of the address.
    Fault(String),
    /// The rate limit of the sender is used up.
    Wait(Wait),
}

async fn ask_for_link(ctx: &Ctx, request: Request) -> Result<(), web::Error> {
    let state = ctx.state();
    let mut tx = state.db.write().await?;
    jobs::enqueue(&mut tx.conn(), state.now(), &request).await?;
    Ok(tx.commit().await?)
}

fn form(ctx: &Ctx, onward: &Onward, fault: Option<String>, again: Option<Again>) -> Form {
    let email =
        Field::line(EMAIL, ctx.t("sign-in-email")).required().with(Control::Line("email", "email")).checked(fault);
    Form { again, ..desk_form(ctx.href(SignInPath) + &onward.as_query(), vec![email]) }
}

fn page((ctx, ways): (Ctx, &SignInWays), form: Form, onward: &Onward, notice: Option<Notice>) -> Answer {
    let provider =
        ways.provider().map(|provider| (provider.name().to_owned(), ctx.href(ProviderPath) + &onward.as_query()));
    let password = ways.passwords().map(|_| ctx.href(PasswordPath) + &onward.as_query());
    let passkey = Site::of(&ctx.state().public_url).map(|_| ctx.href(PasskeyPath) + &onward.as_query());
    let form = section(&ctx, form, "sign-in-send");
    let page = Page::new(ctx.clone(), ctx.t("sign-in-title")).without_index().refused(form.is_refused());
    form.answer(&SignInPage { page, form: form.clone(), notice, passkey, password, provider })
}
