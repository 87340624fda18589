//! Lists of rows: the fields that are lists, and the buttons of a list.

use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input};

use super::picture;
use super::values::Values;
use crate::unsent::SHOW;

/// True if a field is a list of rows. Fields of action are few, so they are boxes.
pub(super) fn is_list(input: &Input) -> bool {
    match input.asks {
        Asks::Rows(_) | Asks::Standing(_) => true,
        Asks::Slugs(kind) => kind != Kind::FIELD,
        _ => false,
    }
}

/// Does what a button of a list asks for (`mehr:matter.links`, `weg:matter.links.2`, `hoch:…`, `runter:…`, `kopie:…`, `suche:…`,
/// `bilder:…`) and gives
/// the name of the list, which is empty for [`SHOW`]. `None` if it was no such button: then the form is to be taken.
pub(super) fn press(values: &mut Values, button: &str) -> Option<String> {
    if button == SHOW {
        return Some(String::new());
    }
    let (act, place) = button.split_once(':')?;
    let row = place.rsplit_once('.').and_then(|(list, row)| Some((list, row.parse().ok()?)));
    match (act, row) {
        ("suche", _) => {}
        ("bilder", _) => picture::show_more(values, place),
        ("mehr", _) => values.set_rows(place, values.rows(place) + 1),
        ("weg", Some((list, row))) => values.remove_row(list, row),
        ("hoch", Some((list, row))) => values.raise_row(list, row),
        ("runter", Some((list, row))) => values.raise_row(list, row + 1),
        ("kopie", Some((list, row))) => values.copy_row(list, row),
        _ => return None,
    }
    Some(row.map_or(place, |(list, _)| list).to_owned())
}
