//! Authentication and authorisation of desk pages, as an extractor.
//!
//! A handler that takes a [`Desk`] runs for people who are signed in only. Everybody else is redirected to
//! the sign-in page and from there back (GET), or to a page that keeps what they sent (POST, [`SignedOut`]). Rights decide about permissions
//! ([`crate::Right`]); handlers pass their answer to [`Desk::require`].

use std::ops::Deref;

use askama::Template;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::Timestamp;
use services::audit::Actor;
use web::{AppState, Ctx, Error};

use crate::areas::{Areas, Waiting};
use crate::frame::DeskPage;
use crate::onward::{AGAIN, Onward};
use crate::owner::OwnerKey;
use crate::paths::SignInPath;
use crate::person::Person;
use crate::session::{Cookie, FRESH, SessionId};
use crate::signed_out::SignedOut;
use crate::store;

/// The header in which browsers say what the answer is for.
const DESTINATION: &str = "sec-fetch-dest";
/// Its value for requests of scripts.
const OF_SCRIPTS: &[u8] = b"empty";

/// A signed-in person's request.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The request as public pages see it.
    pub ctx: Ctx,
    /// The person who is signed in.
    pub person: Person,
    pub(crate) session: SessionId,
    signed_in_at: Timestamp,
    pub(crate) areas: Areas,
    /// What waits for them.
    pub(crate) waiting: Vec<Waiting>,
    /// Their mark for forms ([`OwnerKey`]).
    mark: String,
}

impl Desk {
    async fn of(ctx: Ctx, opened: store::Opened, parts: &Parts) -> db::Result<Self> {
        let store::Opened { id: session, started_at: signed_in_at, person, .. } = opened;
        let areas: Areas = parts.extensions.get().cloned().unwrap_or_default();
        let key: Option<&OwnerKey> = parts.extensions.get();
        let mark = key.map(|key| key.mark(person.id)).unwrap_or_default();
        // Scripts get no page with a menu.
        let waiting = match parts.headers.get(DESTINATION).map(HeaderValue::as_bytes) {
            Some(OF_SCRIPTS) => Vec::new(),
            _ => areas.waiting(&mut ctx.state().db.read().await?.conn(), &person).await?,
        };
        Ok(Self { ctx, person, session, signed_in_at, areas, waiting, mark })
    }

    /// Continues if `allowed`, else answers with a page that names the people to ask.
    ///
    /// # Errors
    /// [`Error::Page`] if not.
    pub fn require(&self, allowed: bool) -> Result<(), Error> {
        if allowed {
            return Ok(());
        }
        let page = DeskPage::new(self, self.t("desk-not-allowed"));
        Err(Error::page(StatusCode::FORBIDDEN, &NotAllowedPage { page }))
    }

    /// True if the last sign-in is recent enough for sensitive acts ([`FRESH`]). A clock that was set back makes no
    /// old sign-in recent again; another node's clock may be a little ahead.
    pub(crate) fn is_fresh(&self) -> bool {
        self.state().clock.now().duration_since(self.signed_in_at).abs() <= FRESH
    }

    /// The path of the sign-in page, from which the person comes back to `back`.
    pub(crate) fn sign_in_again(&self, back: impl std::fmt::Display) -> String {
        let back = Onward::parse(&self.href(back)).map(|back| back.as_query());
        format!("{}{}&{AGAIN}=ja", self.href(SignInPath), back.unwrap_or_else(|| "?".to_owned()))
    }

    /// Their mark for forms ([`OwnerKey`]).
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// The person as actor of the audit log.
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

impl FromRequestParts<AppState> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let Ok(ctx) = <Ctx as FromRequestParts<_>>::from_request_parts(parts, state).await;
        let is_reading = matches!(parts.method, Method::GET | Method::HEAD);
        if !is_reading && web::form::is_from_another_site(&parts.headers, &state.public_url) {
            return Err(Error::Forbidden.into_response());
        }
        match signed_in(parts, state).await {
            Ok(Some(opened)) => Self::of(ctx, opened, parts).await.map_err(|error| Error::from(error).into_response()),
            Ok(None) if is_reading => Err(Redirect::to(&sign_in_page(&ctx)).into_response()),
            Ok(None) => Err(SignedOut::answer(ctx)),
            Err(error) => Err(Error::from(error).into_response()),
        }
    }
}

/// For pages that are also public: `Option<Desk>`.
impl OptionalFromRequestParts<AppState> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Option<Self>, Response> {
        let found = signed_in(parts, state).await.map_err(|error| Error::from(error).into_response())?;
        let Some(opened) = found else { return Ok(None) };
        let Ok(ctx) = <Ctx as FromRequestParts<_>>::from_request_parts(parts, state).await;
        Self::of(ctx, opened, parts).await.map(Some).map_err(|error| Error::from(error).into_response())
    }
}

/// The session of the request, by its cookie; records that it was used.
pub(crate) async fn signed_in(parts: &Parts, state: &AppState) -> db::Result<Option<store::Opened>> {
    let Some(secret) = Cookie::of(&state.public_url).read(&parts.headers) else { return Ok(None) };
    let now = state.clock.now();
    let found = store::find_by_secret(&mut state.db.read().await?.conn(), &secret, now).await?;
    let Some(opened) = found else { return Ok(None) };
    if opened.is_due {
        let mut tx = state.db.write().await?;
        store::mark_used(&mut tx.conn(), opened.id, now).await?;
        tx.commit().await?;
    }
    Ok(Some(opened))
}

/// The path of the sign-in page, from which the person comes back to this page.
fn sign_in_page(ctx: &Ctx) -> String {
    let here = Onward::parse(&ctx.same_page_in(ctx.interface()));
    ctx.href(SignInPath) + &here.map(|here| here.as_query()).unwrap_or_default()
}
