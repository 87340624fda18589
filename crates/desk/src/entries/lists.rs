//! What can be chosen from lists that are the same for all entries: fields of action, towns, sources, pictures.

use accounts::{Desk, Sight};
use bodies::sheet::MunicipalitySheet;
use media::Sort;
use media::store::ListFilter;
use thread::{Kind, store};
use web::Error;
use web::form::Choice;

use super::form::show::Lists;
use super::store as desk_store;

/// As many pictures can be chosen from a list, the newest; older ones are found among the media.
const PICTURES: i64 = 100;

/// Reads the lists.
///
/// # Errors
/// If the database fails.
pub(crate) async fn load(desk: &Desk) -> Result<Lists, Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let choice = |value: String, label: String| Choice { value, label };
    let fields = desk_store::all_of(conn, Kind::Field).await?;
    let towns = MunicipalitySheet::all(conn).await?.municipality;
    let sources = store::all_sources(conn).await?;
    let seen = Sight::of(&desk.person).media();
    let wanted = ListFilter { sort: Some(Sort::Image), seen, ..ListFilter::default() };
    let pictures = media::store::list(conn, &wanted, PICTURES, 0).await?;
    Ok(Lists {
        fields: fields.into_iter().map(|(slug, title)| choice(slug, title)).collect(),
        towns: towns.into_iter().map(|town| choice(town.ags, town.name)).collect(),
        sources: sources.into_iter().map(|source| choice(source.key, source.name_de)).collect(),
        pictures: pictures.into_iter().map(|one| choice(one.slug.to_string(), one.about.title)).collect(),
    })
}
