//! The error summary of a form, in its order: each message names its field and leads to it.

use std::collections::BTreeSet;

use web::form::{Control, Fault, Field};

use super::faults::{Faults, is_within};
use super::show::{Cell, Item, ShownPart};
use super::source::SourceFields;

/// Every fault, in the order of the form. A fault that no field shows is told behind the others and leads to the list in
/// which it stands, or to the form, so that nothing is refused without a word.
pub fn summary(parts: &[ShownPart], faults: &Faults) -> Vec<Fault> {
    let places = places(parts);
    let shown = places
        .iter()
        .filter_map(|place| Some(Fault { id: place.id.clone(), message: place.told(faults.get(place.name)?) }));
    let mut listed: Vec<Fault> = shown.collect();
    let names: BTreeSet<&str> = places.iter().map(|place| place.name).collect();
    for (name, message) in faults.iter().filter(|(name, _)| !names.contains(name.as_str())) {
        let around = places.iter().filter(|place| is_within(name, place.name)).max_by_key(|place| place.name.len());
        let told = around.map_or_else(|| message.clone(), |place| place.told(message));
        let id = around.or(places.first()).map(|place| place.id.clone()).unwrap_or_default();
        listed.push(Fault { id, message: told });
    }
    listed
}

/// Something of the form that can be wrong: its name, and its id in the page.
struct Place<'a> {
    name: &'a str,
    id: String,
    label: &'a str,
    /// The row in which it stands.
    row: Option<String>,
}

impl Place<'_> {
    /// A message with the name of its field, and of the row in which that stands.
    fn told(&self, message: &str) -> String {
        let names_field = self.label.is_empty() || message.contains(&format!("»{}«", self.label));
        let names_field = names_field || message.contains(&format!("“{}”", self.label));
        // Some labels go on in the sentence of a row.
        let told = [self.row.as_deref(), (!names_field).then(|| self.label.trim_start_matches(['…', ' ']))];
        let told = told.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if told.is_empty() { message.to_owned() } else { format!("{told}: {message}") }
    }
}

fn places(parts: &[ShownPart]) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    for item in parts.iter().flat_map(|part| &part.items) {
        match item {
            Item::One(cell) => places.extend(fields(cell, None)),
            Item::Rows(list) => {
                places.push(Place {
                    name: &list.name,
                    id: format!("form-{}", list.name),
                    label: &list.label,
                    row: None,
                });
                for row in &list.rows {
                    let told = format!("{} {}", list.label, row.place + 1);
                    places.extend(row.cells.iter().flat_map(|cell| fields(cell, Some(&told))));
                }
            }
        }
    }
    places
}

/// The fields of a cell that are in sight.
fn fields<'a>(cell: &'a Cell, row: Option<&str>) -> Vec<Place<'a>> {
    let fields: Vec<&Field> = match cell {
        Cell::Plain(one) | Cell::Markdown(one) | Cell::When(one, _) => vec![one],
        Cell::Pick(pick) => {
            let create = pick.create.iter().flat_map(|create| create.kind.iter().chain(&create.word));
            std::iter::once(&pick.field).chain(create).collect()
        }
        Cell::Source(one, new, _) => std::iter::once(one).chain(new.iter().flat_map(SourceFields::all)).collect(),
        Cell::Medium(picture) => vec![&picture.field],
        Cell::Pair(one, other) => vec![one, other],
    };
    let in_sight = fields.into_iter().filter(|field| !matches!(field.control, Control::Hidden));
    let place = |field: &'a Field| Place {
        name: &field.name,
        id: field.id(),
        label: &field.label,
        row: row.map(ToOwned::to_owned),
    };
    in_sight.map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::super::show::{Fold, List, Row};
    use super::*;

    fn parts() -> Vec<ShownPart> {
        let line = |name: &'static str| Cell::Plain(Field::line(name, "Label".to_owned()));
        let key = Cell::Plain(Field::line("list.0.key", String::new()).with(Control::Hidden));
        let row = Row { place: 0, line: String::new(), is_open: true, cells: vec![line("list.0.a"), key] };
        let list = List {
            name: "list".to_owned(),
            label: "List".to_owned(),
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
            ("Label: <title>", "form-title"),
            ("List: <list>", "form-list"),
            ("List 1, Label: <list.0.a>", "form-list.0.a"),
            ("<>", "form-title"),
            ("List: <list.0.key>", "form-list"),
            ("List: <list.7.b>", "form-list"),
            ("<nowhere.at.all>", "form-title"),
        ];
        assert_eq!(told, expected.map(|(message, id)| (message.to_owned(), id.to_owned())));
    }

    #[test]
    fn message_that_names_its_field_does_not_name_it_twice() {
        let faults = Faults::from([("title".to_owned(), "Bitte füllen Sie »Label« aus.".to_owned())]);
        assert_eq!(summary(&parts(), &faults)[0].message, "Bitte füllen Sie »Label« aus.");
    }
}
