//! Suggestions for a field that names an entry, for the module that enhances it.

use accounts::{Desk, Sight, can_begin};
use axum::Router;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse as _;
use axum_extra::routing::RouterExt as _;
use golden_thread::Kind;
use serde::Deserialize;
use web::{Answer, AppState};

use crate::paths::SuggestionsPath;
use crate::{form, store};

/// The route of the suggestions.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(list)
}

/// The number of suggestions that fit below a field.
const MOST: i64 = 12;

#[derive(Debug, Deserialize)]
struct SuggestionsQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    art: String,
}

/// The texts of fields that name the entries found.
async fn list(_: SuggestionsPath, desk: Desk, Query(query): Query<SuggestionsQuery>) -> Answer {
    // Drafts that they may edit are among the suggestions.
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let kind = Kind::from_code(&query.art);
    let hits =
        store::suggestions(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &query.q, kind, MOST).await?;
    let texts: Vec<String> = hits.iter().map(form::field).collect();
    Ok(([(header::CONTENT_TYPE, "application/json")], serde_json::to_string(&texts)?).into_response())
}
