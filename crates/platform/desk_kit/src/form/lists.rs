//! The lists from which fields choose: fields of action, towns, sources, pictures.

use accounts::{Desk, Sight, can_begin};
use base::Slug;
use golden_thread::{Kind, store};
use media::Sort;
use media::store::ListFilter;
use web::Error;
use web::form::Choice;

use crate::store as desk_store;

/// The number of pictures in the list, the newest; others can be named.
const PICTURES: i64 = 100;

/// The choices that are the same for all forms.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Fields of action, by slug. One that was withdrawn (`true`) is offered only where it is chosen already.
    pub fields: Vec<(Choice, bool)>,
    /// Towns, by official key.
    pub towns: Vec<Choice>,
    /// Sources, by key.
    pub sources: Vec<Choice>,
    /// Pictures, by slug: the newest, and the one that the form holds.
    pub pictures: Vec<Choice>,
    /// The kinds of entries that can be begun from a field that names one.
    pub may_begin: Vec<Kind>,
    /// True if a source can be added from a field that names one.
    pub may_add_sources: bool,
}

impl Lists {
    /// Reads the lists for a form that holds this picture; empty if it holds none.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn load(desk: &Desk, picture: &str) -> Result<Self, Error> {
        let mut reader = desk.db().read().await?;
        let conn = &mut reader.conn();
        let choice = |value: String, label: String| Choice { value, label };
        let fields = desk_store::all_of(conn, Kind::FIELD).await?;
        let towns = desk_store::towns(conn).await?;
        let sources = store::all_sources(conn).await?;
        let seen = Sight::of(&desk.person).media();
        let wanted = ListFilter { sort: Some(Sort::Image), seen, ..ListFilter::default() };
        let mut pictures = media::store::list(conn, &wanted, PICTURES, 0).await?;
        let is_listed = |slug: &Slug| pictures.iter().any(|one| one.slug == *slug);
        if let Some(slug) = Slug::parse(picture).ok().filter(|slug| !is_listed(slug)) {
            pictures.extend(media::store::find(conn, &slug).await?);
        }
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
            pictures: pictures
                .into_iter()
                .map(|one| choice(one.slug.to_string(), told(one.about.title, one.withdrawn.is_some())))
                .collect(),
        })
    }
}
