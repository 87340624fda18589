//! `/anmelden/dienst` and back: signs in people whom the identity provider and this desk know.
//!
//! An unknown identity is linked to the person whose address the provider has verified; if there is none,
//! somebody has to invite them first.

use askama::Template;
use axum::Extension;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use base::Now;
use serde::Deserialize;
use services::audit::{self, Actor};
use web::form::{Wait, is_embedded};
use web::{Answer, Ctx, Error, Page, Peer};

use super::sign_in::SignInQuery;
use super::{cookie, device_of, enter, until};
use crate::acts::AccountAct;
use crate::paths::{ProviderPath, ReturnPath, SignInPath};
use crate::person::PersonId;
use crate::provider::{Identity, OidcState, Provider};
use crate::quotas::PROVIDER;
use crate::session::Way;
use crate::ways::{SignInWays, note_refusal};
use crate::{actions, store};
use services::Secret;

#[derive(Template)]
#[template(path = "pages/provider_refused.html")]
struct RefusedPage {
    page: Page,
    text: String,
}

/// The query string with which the provider redirects back: a code, or an error.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ProviderReply {
    code: Option<String>,
    state: Option<String>,
}

pub(super) async fn leave(
    _: ProviderPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    Query(query): Query<SignInQuery>,
    (peer, headers): (Peer, HeaderMap),
) -> Answer {
    let provider = ways.provider().ok_or(Error::NotFound)?;
    // An image on a foreign page must not use up the rate limit of its visitors.
    if is_embedded(&headers) {
        return Err(Error::Forbidden);
    }
    ways.admit(&PROVIDER, peer.0).map_err(|wait| too_many(&ctx, wait))?;
    let state = OidcState::begin(ctx.state().clock.now(), query.onward(&ctx))?;
    let address = match provider.address(&back(&ctx), &state.params(ways.key())).await {
        Ok(address) => address,
        Err(cause) => return Err(unreachable(&ctx, provider, &cause)),
    };
    let mut answer = Redirect::to(&address).into_response();
    let state = cookie(&ctx).set_oidc_state(&state.packed(ways.key()));
    answer.headers_mut().append(header::SET_COOKIE, state);
    Ok(answer)
}

pub(super) async fn come_back(
    _: ReturnPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    Query(reply): Query<ProviderReply>,
    (peer, headers): (Peer, HeaderMap),
) -> Answer {
    let provider = ways.provider().ok_or(Error::NotFound)?;
    let (key, now) = (ways.key(), ctx.state().clock.now());
    let state = cookie(&ctx).read_oidc_state(&headers).and_then(|packed| OidcState::unpacked(key, packed, now));
    let Some(state) = state else { return Err(refused(&ctx, StatusCode::BAD_REQUEST, ctx.t("provider-lost"))) };
    let params = state.params(key);
    let (Some(code), true) = (reply.code, reply.state.as_ref() == Some(&params.state)) else {
        return Err(refused(&ctx, StatusCode::BAD_REQUEST, ctx.t("provider-lost")));
    };
    ways.admit(&PROVIDER, peer.0).map_err(|wait| too_many(&ctx, wait))?;
    let identity = match provider.identity(&back(&ctx), code, &params).await {
        Ok(identity) => identity,
        Err(cause) => return Err(unreachable(&ctx, provider, &cause)),
    };
    let Some((person, secret)) = sign_in(&ctx, &ways, &identity, &headers).await? else {
        let text = ctx.t_with("provider-unknown", "name", provider.name());
        return Err(refused(&ctx, StatusCode::FORBIDDEN, text));
    };
    ways.remember(person, peer.0);
    let mut answer: Response = enter(&ctx, state.onward.as_str(), &secret);
    answer.headers_mut().append(header::SET_COOKIE, cookie(&ctx).clear_oidc_state());
    Ok(answer)
}

/// The secret of a new session, if the identity belongs to a person.
async fn sign_in(
    ctx: &Ctx,
    ways: &SignInWays,
    identity: &Identity,
    headers: &HeaderMap,
) -> Result<Option<(PersonId, Secret)>, Error> {
    let state = ctx.state();
    let now = state.now();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let entered = if let Some((id, name)) = find(conn, now, identity).await? {
        let how = (Way::Provider, device_of(headers));
        let before = cookie(ctx).read(headers);
        Some((id, actions::sign_in(conn, now, (id, &name), how, before.as_ref()).await?))
    } else {
        if ways.may_note_refusal(Way::Provider) {
            note_refusal(conn, now, Way::Provider).await?;
        }
        None
    };
    tx.commit().await?;
    Ok(entered)
}

/// The person of an identity. A new identity is linked to the person with its address.
async fn find(conn: &mut db::Conn<'_>, now: Now<'_>, identity: &Identity) -> Result<Option<(PersonId, String)>, Error> {
    let (issuer, subject) = (identity.issuer.as_str(), identity.subject.as_str());
    if let Some((id, name, is_disabled)) = store::find_identity(conn, issuer, subject).await? {
        return Ok((!is_disabled).then_some((id, name)));
    }
    let Some(email) = &identity.email else { return Ok(None) };
    let Some(person) = store::find_account(conn, email).await?.filter(|person| !person.is_disabled) else {
        return Ok(None);
    };
    store::insert_identity(conn, (issuer, subject), person.id, now.clock.now()).await?;
    let by = Actor { id: Some(person.id.0), name: &person.name };
    audit::note(conn, now, by, &AccountAct::WayAdded(Way::Provider)).await?;
    Ok(Some((person.id, person.name)))
}

/// The redirect address registered with the provider, without language.
fn back(ctx: &Ctx) -> String {
    format!("{}{ReturnPath}", ctx.state().public_url)
}

fn unreachable(ctx: &Ctx, provider: &Provider, cause: &anyhow::Error) -> Error {
    tracing::warn!(cause = format!("{cause:#}"), "the provider of identities did not let somebody in");
    refused(ctx, StatusCode::BAD_GATEWAY, ctx.t_with("provider-unreachable", "name", provider.name()))
}

fn too_many(ctx: &Ctx, wait: Wait) -> Error {
    let text = ctx.t_count("provider-wait", wait.minutes());
    until(refused(ctx, StatusCode::TOO_MANY_REQUESTS, text), wait)
}

fn refused(ctx: &Ctx, status: StatusCode, text: String) -> Error {
    let page = Page::new(ctx.clone(), ctx.t("provider-refused")).without_index();
    Error::page(status, &RefusedPage { page, text })
}
