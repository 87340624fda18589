//! `/redaktion/medien/neu/auswahl`: media to choose from, for the dialog in which a text gets a picture or a file.

use accounts::{Desk, can_begin};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::Router;
use axum::extract::Query;
use axum_extra::routing::RouterExt as _;
use golden_thread::Kind;
use media::Sort;
use serde::Deserialize;
use web::{Answer, AppState, Ctx};

use super::{FIRST, Tile, Tiles, find};
use crate::paths::MediaChoicePath;

/// The most tiles of one answer.
const MOST: usize = 1_000;

/// The route of the choice.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(list)
}

#[derive(Debug, Deserialize)]
struct ChoiceQuery {
    #[serde(default)]
    q: String,
    /// The code of a [`Sort`].
    #[serde(default)]
    art: String,
    #[serde(default)]
    zahl: String,
}

#[derive(Template)]
#[template(path = "tiles/choice.html")]
struct ChoicePiece {
    page: Ctx,
    tiles: Tiles,
}

async fn list(_: MediaChoicePath, desk: Desk, Query(query): Query<ChoiceQuery>) -> Answer {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let sort = Sort::from_code(&query.art).unwrap_or(Sort::Image);
    let most = query.zahl.parse().unwrap_or(FIRST).min(MOST);
    let tiles = find(&mut desk.db().read().await?.conn(), &desk, (sort, &query.q, most)).await?;
    web::html(&ChoicePiece { page: desk.ctx.clone(), tiles })
}

/// The inside of a tile, as HTML.
#[derive(Debug, Template)]
#[template(path = "tiles/tile.html")]
pub struct PrintedTile<'a> {
    tile: &'a Tile,
}

// Templates escape what they print.
impl HtmlSafe for PrintedTile<'_> {}

impl Tile {
    /// Its picture, title and notes.
    pub fn inside(&self) -> PrintedTile<'_> {
        PrintedTile { tile: self }
    }
}
