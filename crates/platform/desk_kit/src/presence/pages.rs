//! The address at which the script of a form says that it is still open, and hears who else has it open.

use accounts::Desk;
use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum_extra::routing::RouterExt as _;
use web::form::{Submission, YES};
use web::{Answer, AppState, Error};

use super::{others, still_open, store};
use crate::paths::PresencePath;
use crate::unsent::FORM;

/// The field by which a browser says that it leaves the form.
const GONE: &str = "weg";

/// The route of presence.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_post(hear)
}

/// Answers with one sentence on each line.
async fn hear(_: PresencePath, desk: Desk, sent: Submission) -> Answer {
    let form = sent.get(FORM);
    if sent.get(GONE) == YES {
        let mut tx = desk.db().write().await?;
        store::leave(&mut tx.conn(), desk.person.id, form).await?;
        tx.commit().await?;
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if !still_open(desk.state(), desk.person.id, form).await? {
        return Err(Error::NotFound);
    }
    Ok(others(&desk, form).await?.join("\n").into_response())
}
