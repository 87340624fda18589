//! Lists of rows: the fields that are lists, and the buttons of a list.

use golden_thread::Kind;
use golden_thread::sheet::{Asks, Input};

use super::medium;
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

/// Does what a button of a list asks for (`mehr:matter.links`, `weg:matter.links.2`, `hoch:…`, `runter:…`, `kopie:…`,
/// `nach:matter.links.2:0`, `suche:matter.links.2.to`, `bilder:matter.picture`) and gives the row, list or field that it was about, which is empty for
/// [`SHOW`]. `None` if it was no such button: then the form is to be taken.
pub(super) fn press(values: &mut Values, button: &str) -> Option<String> {
    if button == SHOW {
        return Some(String::new());
    }
    let (act, place) = button.split_once(':')?;
    let row = |place: &str| {
        let (list, row) = place.rsplit_once('.')?;
        Some((list.to_owned(), row.parse::<usize>().ok()?))
    };
    match act {
        "suche" => return Some(place.to_owned()),
        "bilder" => {
            medium::show_more(values, place);
            return Some(place.to_owned());
        }
        "mehr" => {
            let rows = values.rows(place);
            values.set_rows(place, rows + 1);
            return Some(format!("{place}.{rows}"));
        }
        "nach" => {
            let (place, target) = place.split_once(':')?;
            let ((list, from), to) = (row(place)?, target.parse().ok()?);
            values.move_row(&list, from, to);
            return Some(format!("{list}.{to}"));
        }
        _ => {}
    }
    let (list, row) = row(place)?;
    let stands = match act {
        "weg" => {
            values.remove_row(&list, row);
            return Some(list);
        }
        "hoch" => {
            values.raise_row(&list, row);
            row.saturating_sub(1)
        }
        "runter" => {
            values.raise_row(&list, row + 1);
            row + 1
        }
        "kopie" => {
            values.copy_row(&list, row);
            row + 1
        }
        _ => return None,
    };
    Some(format!("{list}.{stands}"))
}
