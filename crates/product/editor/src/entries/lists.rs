//! Lists to choose from, which are the same for all entries: fields of action, towns, sources, pictures.

use accounts::{Desk, Sight};
use base::Slug;
use bodies::sheet::MunicipalitySheet;
use golden_thread::{Kind, store};
use media::Sort;
use media::store::ListFilter;
use web::Error;
use web::form::Choice;

use super::form::show::Lists;
use super::store as desk_store;

/// The number of pictures in the list, the newest ones; others can be named.
const PICTURES: i64 = 100;

/// Reads the lists for a form that holds this picture, if any.
///
/// # Errors
/// If the database fails.
pub(crate) async fn load(desk: &Desk, picture: &str) -> Result<Lists, Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let choice = |value: String, label: String| Choice { value, label };
    let fields = desk_store::all_of(conn, Kind::FIELD).await?;
    let towns = MunicipalitySheet::all(conn).await?.municipality;
    let sources = store::all_sources(conn).await?;
    let seen = Sight::of(&desk.person).media();
    let wanted = ListFilter { sort: Some(Sort::Image), seen, ..ListFilter::default() };
    let mut pictures = media::store::list(conn, &wanted, PICTURES, 0).await?;
    let is_listed = |slug: &Slug| pictures.iter().any(|one| one.slug == *slug);
    if let Some(slug) = Slug::parse(picture).ok().filter(|slug| !is_listed(slug)) {
        pictures.extend(media::store::find(conn, &slug).await?);
    }
    let told = |title: String, is_gone: bool| {
        if is_gone { desk.t_with("entry-choice-withdrawn", "title", title) } else { title }
    };
    Ok(Lists {
        fields: fields.into_iter().map(|(slug, title, gone)| (choice(slug, told(title, gone)), gone)).collect(),
        towns: towns.into_iter().map(|town| choice(town.ags, town.name)).collect(),
        sources: sources.into_iter().map(|source| choice(source.key, source.name_de)).collect(),
        pictures: pictures
            .into_iter()
            .map(|one| choice(one.slug.to_string(), told(one.about.title, one.withdrawn.is_some())))
            .collect(),
    })
}
