//! Suggestions for a field that names an entry, for the module that enhances it.

use accounts::{Desk, Sight, can_begin};
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse as _;
use golden_thread::Kind;
use serde::Deserialize;
use web::Answer;

use crate::entries::paths::SuggestionsPath;
use crate::entries::store;

/// As many suggestions fit below a field.
const MOST: i64 = 12;

#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    art: String,
}

/// What fields would hold that name the entries found.
pub(crate) async fn list(_: SuggestionsPath, desk: Desk, Query(asked): Query<Asked>) -> Answer {
    // Drafts that they may edit are among the suggestions.
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let kind = Kind::from_code(&asked.art);
    let hits =
        store::suggestions(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &asked.q, kind, MOST).await?;
    let texts: Vec<String> = hits.iter().map(store::Suggestion::field).collect();
    Ok(([(header::CONTENT_TYPE, "application/json")], serde_json::to_string(&texts)?).into_response())
}
