//! Watches the forms of the desk: keeps one that came without a session, forgets the text of one that was saved.

use accounts::{OwnerKey, SignedOut};
use axum::Extension;
use axum::extract::{OriginalUri, Request, State};
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;
use web::AppState;
use web::form::{Resend, SentForm, Submission};

use super::{Typed, store};
use crate::paths::UnsentPath;
use crate::presence;

/// The mark of an answer to a form that did something else than save what was typed.
#[derive(Debug, Clone, Copy)]
struct NotSaved;

/// Marks an answer to a form that did something else than save what was typed, so that the text is kept.
#[must_use]
pub fn not_saved(mut answer: Response) -> Response {
    answer.extensions_mut().insert(NotSaved);
    answer
}

/// Middleware around all routes of the desk.
pub async fn watch(
    State(state): State<AppState>,
    Extension(key): Extension<OwnerKey>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let sent = request.extensions().get::<SentForm>().cloned();
    let answer = next.run(request).await;
    let Some(sent) = sent else { return answer };
    let signed_out = answer.extensions().get::<SignedOut>().cloned();
    let is_done = answer.status() == StatusCode::SEE_OTHER;
    if signed_out.is_none() && !is_done {
        still_open(&state, &key, &sent).await;
        return answer;
    }
    let Some(form) = sent.submission().await else { return answer };
    let typed = Typed::of(&key, &form);
    match (signed_out, typed) {
        (Some(signed_out), typed) => without_session(&state, &uri, &signed_out, (&form, typed)).await.unwrap_or(answer),
        (None, Some(typed)) => {
            let is_saved = answer.extensions().get::<NotSaved>().is_none();
            let settled = if is_saved { forget(&state, &typed).await } else { keep(&state, &typed).await.map(drop) };
            if let Err(error) = settled {
                // The act itself is done; a text too many is offered, or one is only in the browser.
                tracing::warn!(%error, "an unsent text is not brought up to date");
            }
            answer
        }
        (None, None) => answer,
    }
}

/// A form that comes back to be gone on with is still open.
async fn still_open(state: &AppState, key: &OwnerKey, sent: &SentForm) {
    let Some(typed) = sent.submission().await.and_then(|form| Typed::of(key, &form)) else { return };
    if let Err(error) = presence::still_open(state, typed.person, &typed.form).await {
        tracing::warn!(%error, "it is not recorded that a form is open");
    }
}

/// The answer to a form that came without a session; `None` if it cannot be shown again.
async fn without_session(
    state: &AppState,
    uri: &Uri,
    signed_out: &SignedOut,
    (form, typed): (&Submission, Option<Typed>),
) -> Option<Response> {
    if let Some(typed) = typed {
        match keep(state, &typed).await {
            Ok(Some(id)) => return Some(signed_out.with_form_kept(UnsentPath { id })),
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "a form without a session cannot be kept"),
        }
    }
    Resend::new(uri, form).map(|form| signed_out.with_form(form))
}

/// Keeps a text; `None` if its author is gone.
pub(super) async fn keep(state: &AppState, typed: &Typed) -> db::Result<Option<Uuid>> {
    let mut tx = state.db.write().await?;
    let id = store::keep(&mut tx.conn(), state.now(), typed).await?;
    tx.commit().await?;
    Ok(id)
}

async fn forget(state: &AppState, typed: &Typed) -> db::Result<()> {
    // Nearly every form has no such text, and reading waits for no other writer.
    if !store::is_kept(&mut state.db.read().await?.conn(), typed.person, &typed.form).await? {
        return Ok(());
    }
    let mut tx = state.db.write().await?;
    store::forget(&mut tx.conn(), typed.person, &typed.form).await?;
    tx.commit().await
}
