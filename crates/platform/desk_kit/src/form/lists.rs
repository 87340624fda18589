//! The lists from which fields choose: fields of action, towns, sources, pictures.

use accounts::{Desk, can_begin};
use golden_thread::{Kind, store};
use media::Sort;
use web::Error;
use web::form::Choice;

use super::picture::wished;
use super::values::Values;
use crate::store as desk_store;
use crate::tiles::{self, Tile, Tiles};

/// The choices that are the same for all forms.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Fields of action, by slug. One that was withdrawn (`true`) is offered only where it is chosen already.
    pub fields: Vec<(Choice, bool)>,
    /// Towns, by official key.
    pub towns: Vec<Choice>,
    /// Sources, by key.
    pub sources: Vec<Choice>,
    /// Pictures that fit what somebody looks for.
    pub pictures: Tiles,
    /// The picture that the form holds.
    pub picture: Option<Tile>,
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

    /// As [`Lists::load`], for a form that asks for a picture in this field.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn with_pictures(desk: &Desk, values: &Values, field: &str) -> Result<Self, Error> {
        let lists = Self::load(desk).await?;
        let (words, most) = wished(values, field);
        let pictures = tiles::find(desk, Sort::Image, words, most).await?;
        let picture = tiles::held(&mut desk.db().read().await?.conn(), desk, values.get(field)).await?;
        Ok(Self { pictures, picture, ..lists })
    }
}
