//! The pages of this slice: two forms on pages of other slices, and the receipt.

mod addressee;
mod barrier;
mod contact;
mod desk;
mod receipt;

use axum::Router;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::routing::RouterExt as _;
use base::Email;
use golden_thread::spots::SpotDef;
use web::form::{Again, Counted, Judgement};
use web::{AppState, Ctx, Error, Peer};

use crate::message::{Message, MessageKind, MessageState, Retention, Topic};
use crate::{ReceiptPath, actions, quotas, store};

pub(crate) use desk::desk_router;

/// The public routes: both forms when they are submitted, and the receipt. The pages around the forms
/// belong to other slices.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_post(contact::receive).typed_post(barrier::receive).typed_get(receipt::show)
}

/// The forms on pages of other slices.
pub(crate) const SPOTS: &[SpotDef] = &[contact::SPOT, barrier::SPOT];

/// A message received now, without content.
fn message(ctx: &Ctx, kind: MessageKind, judgement: &Judgement, mailbox: Email) -> Message {
    let clock = &ctx.state().clock;
    let (received_at, today) = (clock.now(), clock.today());
    let state = MessageState::New;
    Message {
        id: ctx.state().ids.next(),
        kind,
        number: String::new(),
        fingerprint: judgement.fingerprint.clone(),
        topic: Topic::General,
        field: None,
        mailbox,
        page: None,
        name: None,
        email: None,
        text: String::new(),
        locale: ctx.locale(),
        received_at,
        due: kind.due(today, ctx.initiative().replies),
        state,
        purge_on: Retention::ends(kind, state, today),
    }
}

/// Receives a message without faults and redirects to its receipt, or shows the form again with the reason
/// why it must be sent once more. `topic` is the subject of a question in German, for the people who
/// answer.
async fn accept(
    ctx: &Ctx,
    peer: Peer,
    judgement: &Judgement,
    message: Message,
    topic: &str,
) -> Result<Result<Response, Again>, Error> {
    if let Some(suspicion) = judgement.suspicion {
        return Ok(Err(Again::Suspicious(suspicion)));
    }
    let quota = match message.kind {
        MessageKind::Contact => &quotas::CONTACT,
        MessageKind::Barrier => &quotas::BARRIER,
    };
    let same = store::find_same(&mut ctx.db().read().await?.conn(), &judgement.fingerprint).await?;
    let receipt = match same {
        Some(receipt) => receipt,
        None => match ctx.state().shield.admit(quota, Counted::Sender(peer.0)) {
            Ok(()) => actions::receive(ctx, message, topic).await?,
            Err(wait) => return Ok(Err(Again::Wait(wait))),
        },
    };
    Ok(Ok(Redirect::to(&ctx.href(ReceiptPath { receipt })).into_response()))
}

/// The day until which a message of today is answered, in words.
fn answered_by(ctx: &Ctx, kind: MessageKind) -> String {
    base::words::date(kind.due(ctx.state().clock.today(), ctx.initiative().replies), ctx.interface())
}
