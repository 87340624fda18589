//! The error summary of a form, in its order: each message leads to its field.

use std::collections::BTreeSet;

use web::form::{Control, Fault, Field};

use super::faults::{Faults, is_within};
use super::show::{Cell, Item, ShownPart};

/// Every fault, in the order of the form. A fault that no field shows is told behind the others and leads to the list in
/// which it stands, or to the form, so that nothing is refused without a word.
pub fn summary(parts: &[ShownPart], faults: &Faults) -> Vec<Fault> {
    let places = places(parts);
    let shown = places.iter().filter_map(|place| {
        let message = faults.get(place.name)?.clone();
        Some(Fault { id: place.id.clone(), message })
    });
    let mut listed: Vec<Fault> = shown.collect();
    let names: BTreeSet<&str> = places.iter().map(|place| place.name).collect();
    for (name, message) in faults.iter().filter(|(name, _)| !names.contains(name.as_str())) {
        let around = places.iter().filter(|place| is_within(name, place.name)).max_by_key(|place| place.name.len());
        let id = around.or(places.first()).map(|place| place.id.clone()).unwrap_or_default();
        listed.push(Fault { id, message: message.clone() });
    }
    listed
}

/// Something of the form that can be wrong: its name, and its id in the page.
struct Place<'a> {
    name: &'a str,
    id: String,
}

fn places(parts: &[ShownPart]) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    for item in parts.iter().flat_map(|part| &part.items) {
        match item {
            Item::One(cell) => places.extend(fields(cell)),
            Item::Rows(list) => {
                places.push(Place { name: &list.name, id: format!("form-{}", list.name) });
                places.extend(list.rows.iter().flat_map(|row| &row.cells).flat_map(fields));
            }
        }
    }
    places
}

/// The fields of a cell that are in sight.
fn fields(cell: &Cell) -> Vec<Place<'_>> {
    let fields: Vec<&Field> = match cell {
        Cell::Plain(one) | Cell::Markdown(one) | Cell::When(one, _) | Cell::Pick(one, ..) => vec![one],
        Cell::Picture(picture) => vec![&picture.field],
        Cell::Pair(one, other) => vec![one, other],
    };
    let in_sight = fields.into_iter().filter(|field| !matches!(field.control, Control::Hidden));
    in_sight.map(|field| Place { name: &field.name, id: field.id() }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::show::{Fold, List, Row};
    use super::*;

    fn parts() -> Vec<ShownPart> {
        let line = |name: &'static str| Cell::Plain(Field::line(name, String::new()));
        let key = Cell::Plain(Field::line("list.0.key", String::new()).with(Control::Hidden));
        let row = Row { place: 0, line: String::new(), is_open: true, cells: vec![line("list.0.a"), key] };
        let list = List {
            name: "list".to_owned(),
            label: String::new(),
            hint: String::new(),
            error: None,
            rows: vec![row],
            stands: false,
        };
        let items = vec![Item::One(line("title")), Item::Rows(list)];
        vec![ShownPart { id: "text", title: String::new(), items, fold: Fold::Never }]
    }

    #[test]
    fn every_fault_is_told_and_leads_somewhere() {
        let names = ["", "list", "list.0.a", "list.0.key", "list.7.b", "nowhere.at.all", "title"];
        let faults: Faults = names.iter().map(|name| ((*name).to_owned(), format!("<{name}>"))).collect();
        let told: Vec<(String, String)> =
            summary(&parts(), &faults).into_iter().map(|fault| (fault.message, fault.id)).collect();
        let expected = [
            ("<title>", "form-title"),
            ("<list>", "form-list"),
            ("<list.0.a>", "form-list.0.a"),
            ("<>", "form-title"),
            ("<list.0.key>", "form-list"),
            ("<list.7.b>", "form-list"),
            ("<nowhere.at.all>", "form-title"),
        ];
        assert_eq!(told, expected.map(|(message, id)| (message.to_owned(), id.to_owned())));
    }
}
