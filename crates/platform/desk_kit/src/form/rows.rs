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
    match act {
        "suche" => Some(place.to_owned()),
        "bilder" => {
            medium::show_more(values, place);
            Some(place.to_owned())
        }
        "mehr" => {
            let rows = values.rows(place);
            values.set_rows(place, rows + 1);
            Some(format!("{place}.{rows}"))
        }
        "nach" => {
            let (place, target) = place.split_once(':')?;
            let ((list, row), target) = (row_at(place)?, target.parse().ok()?);
            values.move_row(list, row, target);
            Some(format!("{list}.{target}"))
        }
        _ => press_row(values, act, row_at(place)?),
    }
}

/// List and number of a row.
fn row_at(place: &str) -> Option<(&str, usize)> {
    let (list, row) = place.rsplit_once('.')?;
    Some((list, row.parse().ok()?))
}

fn press_row(values: &mut Values, act: &str, (list, row): (&str, usize)) -> Option<String> {
    let stands = match act {
        "weg" => {
            values.remove_row(list, row);
            return Some(list.to_owned());
        }
        "hoch" => {
            values.raise_row(list, row);
            row.saturating_sub(1)
        }
        "runter" => {
            values.raise_row(list, row + 1);
            row + 1
        }
        "kopie" => {
            values.copy_row(list, row);
            row + 1
        }
        _ => return None,
    };
    Some(format!("{list}.{stands}"))
}
