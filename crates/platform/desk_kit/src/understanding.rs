//! The understanding of a date while somebody types it, for the module that shows it. It reads the text and nothing else, so
//! that an answer costs next to nothing.

use accounts::Desk;
use axum::Router;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse as _;
use axum_extra::routing::RouterExt as _;
use serde::{Deserialize, Serialize};
use web::form::YES;
use web::{Answer, AppState, Ctx};

use crate::form::{Room, understood};
use crate::paths::UnderstandingPath;

/// The route of the understanding.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(show)
}

/// The address that answers for a field with this room; the text is added to its query as `text`.
pub(crate) fn address(ctx: &Ctx, room: Room) -> String {
    let word = |has_room| if has_room { YES } else { "" };
    format!("{}?uhrzeit={}&sicherheit={}", ctx.href(UnderstandingPath), word(room.hours), word(room.certainty))
}

#[derive(Debug, Deserialize)]
struct UnderstandingQuery {
    #[serde(default)]
    text: String,
    /// [`YES`] if there is room for hours.
    #[serde(default)]
    uhrzeit: String,
    /// [`YES`] if there is room for how certain it is.
    #[serde(default)]
    sicherheit: String,
}

/// A sentence: the understanding, or the fault.
#[derive(Debug, Serialize)]
struct Told {
    sentence: String,
    fault: bool,
}

async fn show(_: UnderstandingPath, desk: Desk, Query(query): Query<UnderstandingQuery>) -> Answer {
    let room = Room { hours: query.uhrzeit == YES, certainty: query.sicherheit == YES };
    let read = understood(&desk, query.text.trim(), room);
    let fault = read.is_err();
    let told = Told { sentence: read.unwrap_or_else(|fault| fault), fault };
    Ok(([(header::CONTENT_TYPE, "application/json")], serde_json::to_string(&told)?).into_response())
}
