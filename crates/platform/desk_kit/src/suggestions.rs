//! Suggestions for a field that names an entry, for the module that enhances it.

use accounts::{Desk, Sight, can_begin};
use axum::Router;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse as _;
use axum_extra::routing::RouterExt as _;
use golden_thread::Kind;
use serde::{Deserialize, Serialize};
use web::{Answer, AppState};

use crate::paths::SuggestionsPath;
use crate::store::Suggestion;
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
    #[serde(default)]
    als: String,
}

/// The value of `als` with which entries are asked for to be linked.
const AS_LINK: &str = "link";

/// An entry to which a text can link.
#[derive(Debug, Serialize)]
struct Target {
    title: String,
    kind: String,
    address: String,
}

/// An entry that a field can name.
#[derive(Debug, Serialize)]
struct Named {
    /// The text of the field.
    text: String,
    /// What tells it from others: kind, year, place, state.
    about: String,
}

/// The texts of fields that name the entries found, or the entries as targets of a link.
async fn list(_: SuggestionsPath, desk: Desk, Query(query): Query<SuggestionsQuery>) -> Answer {
    // Drafts that they may edit are among the suggestions.
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let kind = Kind::from_code(&query.art);
    let found =
        store::suggestions(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &query.q, kind, MOST).await?;
    let hits = found.hits;
    let found = if query.als == AS_LINK {
        let target = |hit: &Suggestion| Target {
            title: hit.title.clone(),
            kind: desk.t(&format!("kind-{}", hit.kind)),
            address: format!("{}/{}", hit.kind.base_path(), hit.slug),
        };
        serde_json::to_string(&hits.iter().map(target).collect::<Vec<_>>())?
    } else {
        let option = |hit: &Suggestion| Named { text: form::field(hit), about: form::about(&desk, hit) };
        serde_json::to_string(&hits.iter().map(option).collect::<Vec<_>>())?
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], found).into_response())
}
