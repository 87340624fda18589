//! Passkeys: our script asks here for a challenge, and brings the answer of the authenticator.
//!
//! Answers are JSON, because a script reads them. A challenge is deleted before its answer is checked, so
//! no answer counts twice.

use axum::Extension;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use jiff::SignedDuration;
use serde_json::{Value, json};
use services::audit;
use uuid::Uuid;
use web::form::{Submission, Wait};
use web::{Answer, Ctx, Error, Peer};

use super::notice::ACCOUNT;
use super::sign_in::SignInQuery;
use super::{cookie, device_of, until};
use crate::acts::AccountAct;
use crate::desk::Desk;
use crate::passkey::{self, Challenge, Site};
use crate::paths::{AccountPath, KeyRemovalPath, KeysPath, NewKeyPath, PasskeyPath, WhoPath};
use crate::person::{self, PersonId};
use crate::quotas::PASSKEY;
use crate::session::Way;
use crate::ways::{SignInWays, note_refusal};
use crate::{actions, store};

/// Lifetime of a challenge.
const ANSWER_TIME: SignedDuration = SignedDuration::from_mins(5);
/// Purposes of challenges, so that an answer to one kind does not count for another.
const WHO: &str = "who";
const NEW: &str = "new";
/// Names of the script's form fields.
const CHALLENGE: &str = "frage";
const ANSWER: &str = "antwort";
const NAME: &str = "name";
/// Name of the form field for the passkey to remove.
pub(super) const KEY: &str = "passkey";

/// A challenge for any passkey of this site.
pub(super) async fn ask_who(
    _: WhoPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    peer: Peer,
    _: Submission,
) -> Answer {
    let site = site(&ctx)?;
    ways.admit(&PASSKEY, peer.0).map_err(|wait| too_many(&ctx, wait))?;
    keep(&ctx, WHO, None, site.ask_who()?).await
}

/// Signs in with a passkey. A malformed answer costs nothing; a refusal is recorded only if a known passkey
/// was refused, and within a rate limit.
pub(super) async fn sign_in(
    _: PasskeyPath,
    ctx: Ctx,
    Extension(ways): Extension<SignInWays>,
    Query(query): Query<SignInQuery>,
    (peer, headers): (Peer, HeaderMap),
    sent: Submission,
) -> Answer {
    let site = site(&ctx)?;
    let unknown = || refused(&ctx, StatusCode::UNPROCESSABLE_ENTITY, "passkey-unknown");
    let answer = passkey::Answer::read(sent.get(ANSWER)).map_err(|_| unknown())?;
    ways.admit(&PASSKEY, peer.0).map_err(|wait| too_many(&ctx, wait))?;
    let state = ctx.state();
    let now = state.now();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let challenge = take(conn, &sent, WHO, state.clock.now()).await?;
    let known = store::find_passkey(conn, answer.person(), &answer.credential_id()).await?;
    let is_known = known.is_some();
    let found = challenge.zip(known).and_then(|((_, challenge), (id, name, key))| {
        let changing = site.check(&challenge, &answer, &key).ok()?;
        Some((id, (answer.person(), name), changing))
    });
    let Some((key, (person, name), changing)) = found else {
        if is_known && ways.may_note_refusal(Way::Passkey) {
            note_refusal(conn, now, Way::Passkey).await?;
        }
        tx.commit().await?;
        return Err(unknown());
    };
    store::use_passkey(conn, key, &changing, state.clock.now()).await?;
    let how = (Way::Passkey, device_of(&headers));
    let secret = actions::sign_in(conn, now, (person, &name), how, cookie(&ctx).read(&headers).as_ref()).await?;
    tx.commit().await?;
    ways.remember(person, peer.0);
    let mut answer = said(StatusCode::OK, &json!({ "onward": query.onward(&ctx).as_str() }));
    answer.headers_mut().append(header::SET_COOKIE, cookie(&ctx).set(&secret));
    Ok(answer)
}

/// A challenge for registering a new passkey of the person.
pub(super) async fn ask_for_key(_: NewKeyPath, desk: Desk, _: Submission) -> Answer {
    let site = site(&desk)?;
    require_fresh(&desk)?;
    let known = store::credential_ids(&mut desk.db().read().await?.conn(), desk.person.id).await?;
    keep(&desk, NEW, Some(desk.person.id), site.ask_for_key(&desk.person, &known)?).await
}

/// Registers a new passkey of the person.
pub(super) async fn add(_: KeysPath, desk: Desk, sent: Submission) -> Answer {
    let site = site(&desk)?;
    require_fresh(&desk)?;
    let state = desk.state();
    let now = state.now();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let challenge = take(conn, &sent, NEW, state.clock.now()).await?;
    let challenge = challenge.filter(|(person, _)| *person == Some(desk.person.id));
    let key = challenge.and_then(|(_, challenge)| site.key_of(&challenge, sent.get(ANSWER)).ok());
    let name = person::name(sent.get(NAME)).unwrap_or_else(|| desk.t("passkey-unnamed"));
    let is_new = match &key {
        Some(key) => {
            let ids = (state.ids.next(), desk.person.id);
            store::insert_passkey(conn, ids, &name, key, state.clock.now()).await?
        }
        None => false,
    };
    if is_new {
        audit::note(conn, now, desk.actor(), &AccountAct::WayAdded(Way::Passkey)).await?;
    }
    // The challenge is used up in either case.
    tx.commit().await?;
    if is_new {
        return Ok(said(StatusCode::OK, &json!({ "onward": ACCOUNT.address(&desk, AccountPath, "passkey") })));
    }
    Err(refused(&desk, StatusCode::UNPROCESSABLE_ENTITY, "passkey-not-added"))
}

/// Removes a passkey of the person.
pub(super) async fn remove(_: KeyRemovalPath, desk: Desk, sent: Submission) -> Answer {
    let id: Uuid = sent.get(KEY).parse().map_err(|_| Error::NotFound)?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    if !store::remove_passkey(&mut tx.conn(), desk.person.id, id).await? {
        return Err(Error::NotFound);
    }
    audit::note(&mut tx.conn(), state.now(), desk.actor(), &AccountAct::WayRemoved(Way::Passkey)).await?;
    tx.commit().await?;
    Ok(ACCOUNT.redirect(&desk, AccountPath, "ohne-passkey"))
}

/// A passkey may be added soon after a sign-in only. The page says so too, but it may have been open for
/// long.
fn require_fresh(desk: &Desk) -> Result<(), Error> {
    if desk.is_fresh() { Ok(()) } else { Err(refused(desk, StatusCode::FORBIDDEN, "fresh-passkey")) }
}

/// The site of passkeys; these pages do not exist if it can have none.
fn site(ctx: &Ctx) -> Result<Site, Error> {
    Site::of(&ctx.state().public_url).ok_or(Error::NotFound)
}

/// Stores a challenge and sends it to the script.
async fn keep(ctx: &Ctx, kind: &str, person: Option<PersonId>, challenge: Challenge) -> Answer {
    let state = ctx.state();
    let id = state.ids.next();
    let mut tx = state.db.write().await?;
    let ends_at = state.clock.now() + ANSWER_TIME;
    // Anybody may ask for a challenge, so expired ones are deleted at once and not only at night.
    store::purge_challenges(&mut tx.conn(), state.clock.now()).await?;
    store::insert_challenge(&mut tx.conn(), (id, kind), person, &challenge.state, ends_at).await?;
    tx.commit().await?;
    Ok(said(StatusCode::OK, &json!({ "question": id, "options": challenge.options })))
}

/// Deletes the challenge that an answer names, and returns it.
async fn take(
    conn: &mut db::Conn<'_>,
    sent: &Submission,
    kind: &str,
    now: jiff::Timestamp,
) -> db::Result<Option<(Option<PersonId>, Vec<u8>)>> {
    match sent.get(CHALLENGE).parse() {
        Ok(id) => store::take_challenge(conn, (id, kind), now).await,
        Err(_) => Ok(None),
    }
}

fn too_many(ctx: &Ctx, wait: Wait) -> Error {
    let message = ctx.t_count("passkey-wait", wait.minutes());
    until(told_why(StatusCode::TOO_MANY_REQUESTS, &message), wait)
}

fn refused(ctx: &Ctx, status: StatusCode, key: &str) -> Error {
    told_why(status, &ctx.t(key))
}

/// An error with a message that the script shows to the person.
fn told_why(status: StatusCode, message: &str) -> Error {
    Error::Page(Box::new(said(status, &json!({ "message": message }))))
}

fn said(status: StatusCode, what: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], what.to_string()).into_response()
}
