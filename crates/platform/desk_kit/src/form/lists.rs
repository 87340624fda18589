//! The lists from which fields choose: fields of action, towns, sources, media.

use std::collections::HashMap;

use accounts::{Desk, can_begin};
use golden_thread::{Kind, store};
use media::Sort;
use web::Error;
use web::form::Choice;

use super::medium::wished;
use super::values::Values;
use crate::store as desk_store;
use crate::tiles::{self, Tile, Tiles};

/// The media for one field.
#[derive(Debug, Clone, Default)]
pub struct MediaChoice {
    /// Those that fit what somebody looks for.
    pub tiles: Tiles,
    /// The one that the form holds.
    pub held: Option<Tile>,
}

/// The choices that are the same for all forms.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Fields of action, by slug. One that was withdrawn (`true`) is offered only where it is chosen already.
    pub fields: Vec<(Choice, bool)>,
    /// Towns, by official key.
    pub towns: Vec<Choice>,
    /// Sources, by key.
    pub sources: Vec<Choice>,
    /// Media for the fields that ask for one, by their names.
    pub media: HashMap<String, MediaChoice>,
    /// The kinds of entries that can be begun from a field that names one.
    pub may_begin: Vec<Kind>,
    /// True if a source can be added from a field that names one.
    pub may_add_sources: bool,
}

impl Lists {
    /// Reads the lists for a form that asks for no picture.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn load(desk: &Desk) -> Result<Self, Error> {
        let mut reader = desk.db().read().await?;
        let conn = &mut reader.conn();
        let choice = |value: String, label: String| Choice { value, label };
        let fields = desk_store::all_of(conn, Kind::FIELD).await?;
        let towns = desk_store::towns(conn).await?;
        let sources = store::all_sources(conn).await?;
        let told = |title: String, is_gone: bool| {
            if is_gone { desk.t_with("input-choice-withdrawn", "title", title) } else { title }
        };
        let kinds = Kind::all().iter().copied();
        Ok(Self {
            may_add_sources: false,
            may_begin: kinds.filter(|kind| can_begin(&desk.person, *kind)).collect(),
            fields: fields.into_iter().map(|(slug, title, gone)| (choice(slug, told(title, gone)), gone)).collect(),
            towns: towns.into_iter().map(|(key, name)| choice(key, name)).collect(),
            sources: sources.into_iter().map(|source| choice(source.key, source.name_de)).collect(),
            ..Self::default()
        })
    }

    /// As [`Lists::load`], for a form that asks for media in these fields.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn with_media(desk: &Desk, values: &Values, fields: &[(String, Sort)]) -> Result<Self, Error> {
        let mut lists = Self::load(desk).await?;
        let mut reader = desk.db().read().await?;
        let conn = &mut reader.conn();
        // Most rows ask for the same tiles.
        let mut found: Vec<((Sort, &str, usize), Tiles)> = Vec::new();
        for (field, sort) in fields {
            let (words, most) = wished(values, field);
            let asked = (*sort, words, most);
            let known = found.iter().find(|(known, _)| *known == asked);
            let tiles = if let Some((_, tiles)) = known {
                tiles.clone()
            } else {
                let tiles = tiles::find(conn, desk, (*sort, words, most)).await?;
                found.push((asked, tiles.clone()));
                tiles
            };
            let held = tiles::held(conn, desk, values.get(field)).await?;
            lists.media.insert(field.clone(), MediaChoice { tiles, held });
        }
        Ok(lists)
    }

    /// The same for pictures that pages show small, such as a logo: few pixels are enough.
    #[must_use]
    pub fn for_small_pictures(mut self) -> Self {
        for choice in self.media.values_mut() {
            choice.tiles.shown.iter_mut().chain(&mut choice.held).for_each(|tile| tile.narrow.clear());
        }
        self
    }
}
