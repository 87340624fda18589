//! The door of the desk: who asks, and whether they may.
//!
//! A handler that takes a [`Desk`] is reached by people who are signed in only. Who is not is led to
//! the sign-in page and from there back (GET), or told so (POST). What a person may do is asked from
//! the functions in [`crate::rights`] and handed to [`Desk::require`].

use std::ops::Deref;

use askama::Template;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use db::BoxFuture;
use services::audit::Actor;
use web::{AppState, Ctx, Error, Page};

use crate::frame::{Areas, DeskPage};
use crate::onward::Onward;
use crate::paths::SignInPath;
use crate::person::Person;
use crate::session::{Cookie, SessionId};
use crate::store;

/// A signed-in person's request.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The surroundings.
    pub ctx: Ctx,
    /// Who asks.
    pub person: Person,
    pub(crate) session: SessionId,
    pub(crate) areas: Areas,
}

impl Desk {
    /// Goes on if somebody may, else answers with a page that says whom to ask.
    ///
    /// # Errors
    /// [`Error::Said`] if not.
    pub fn require(&self, allowed: bool) -> Result<(), Error> {
        if allowed {
            return Ok(());
        }
        let page = DeskPage::new(self, self.t("desk-not-allowed"));
        Err(Error::said(StatusCode::FORBIDDEN, &NotAllowedPage { page }))
    }

    /// Who asks, as the audit log names them.
    pub fn actor(&self) -> Actor<'_> {
        Actor { id: Some(self.person.id.0), name: &self.person.name }
    }
}

impl Deref for Desk {
    type Target = Ctx;

    fn deref(&self) -> &Ctx {
        &self.ctx
    }
}

#[derive(Template)]
#[template(path = "desk/not_allowed.html")]
struct NotAllowedPage {
    page: DeskPage,
}

#[derive(Template)]
#[template(path = "desk/signed_out.html")]
struct SignedOutPage {
    page: Page,
    /// Where one signs in and comes back to the page one was on.
    sign_in: String,
}

impl FromRequestParts<AppState> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let Ok(ctx) = <Ctx as FromRequestParts<_>>::from_request_parts(parts, state).await;
        let is_reading = matches!(parts.method, Method::GET | Method::HEAD);
        if !is_reading && web::form::is_from_another_site(&parts.headers, &state.public_url) {
            return Err(Error::Forbidden.into_response());
        }
        let areas = parts.extensions.get().copied().unwrap_or_default();
        match signed_in(parts, state).await {
            Ok(Some((session, person))) => Ok(Self { ctx, person, session, areas }),
            Ok(None) => Err(signed_out(&ctx, is_reading).into_response()),
            Err(error) => Err(Error::from(error).into_response()),
        }
    }
}

/// For pages that strangers see too: `Option<Desk>`.
impl OptionalFromRequestParts<AppState> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Option<Self>, Response> {
        let found = signed_in(parts, state).await.map_err(|error| Error::from(error).into_response())?;
        let Some((session, person)) = found else { return Ok(None) };
        let Ok(ctx) = <Ctx as FromRequestParts<_>>::from_request_parts(parts, state).await;
        let areas = parts.extensions.get().copied().unwrap_or_default();
        Ok(Some(Self { ctx, person, session, areas }))
    }
}

/// Who asks, by the cookie of the request; notes that the session was used.
pub(crate) fn signed_in<'a>(
    parts: &'a Parts,
    state: &'a AppState,
) -> BoxFuture<'a, db::Result<Option<(SessionId, Person)>>> {
    Box::pin(async move {
        let Some(secret) = Cookie::of(&state.public_url).read(&parts.headers) else { return Ok(None) };
        let now = state.clock.now();
        let found = store::find_by_secret(&mut state.db.read().await?.conn(), &secret, now).await?;
        let Some((session, is_due, person)) = found else { return Ok(None) };
        if is_due {
            let mut tx = state.db.write().await?;
            store::mark_used(&mut tx.conn(), session, now).await?;
            tx.commit().await?;
        }
        Ok(Some((session, person)))
    })
}

fn signed_out(ctx: &Ctx, is_reading: bool) -> Result<Redirect, Error> {
    let here = Onward::parse(&ctx.same_page_in(ctx.interface()));
    let sign_in = ctx.href(SignInPath) + &here.map(|here| here.as_query()).unwrap_or_default();
    if is_reading {
        return Ok(Redirect::to(&sign_in));
    }
    let page = Page::new(ctx.clone(), ctx.t("desk-signed-out")).without_index();
    Err(Error::said(StatusCode::FORBIDDEN, &SignedOutPage { page, sign_in }))
}
