//! Sources that are added in the place where they are needed, beside the field that names one.

use golden_thread::sheet::{Asks, Input};
use web::Ctx;
use web::form::Field;

use super::filled::Filled;
use super::layout::Part;
use super::values::Values;

/// What the names of its fields have between the name of the field and their own end.
const SOURCE: &str = "quelle";
const TITLE: &str = "name";
const DAY: &str = "tag";
const ADDRESS: &str = "url";

/// A source that somebody has typed beside a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSource {
    /// The name of the field.
    pub name: String,
    /// True if the field can name several.
    is_one_of_many: bool,
    /// Its title; may be empty.
    pub title: String,
    /// Its day, as it was typed; may be empty.
    pub day: String,
    /// Its address in the web; may be empty.
    pub address: String,
}

impl Filled {
    /// The sources that were typed; of a button that adds one (`quelle:matter.claims.0.source`), that one alone.
    pub fn new_sources(&self, parts: &[Part], button: Option<&str>) -> Vec<NewSource> {
        let typed = asked(parts, &self.values).into_iter().map(|(name, is_one_of_many)| {
            let text = |end: &str| self.values.get(&field_name(&name, end)).to_owned();
            NewSource { title: text(TITLE), day: text(DAY), address: text(ADDRESS), name, is_one_of_many }
        });
        match button {
            Some(name) => typed.filter(|one| one.name == name).collect(),
            None => {
                typed.filter(|one| !(one.title.is_empty() && one.day.is_empty() && one.address.is_empty())).collect()
            }
        }
    }

    /// The title of a source is missing or wrong.
    pub fn source_lacks_title(&mut self, new: &NewSource, message: String) {
        self.source_lacks(new, TITLE, message);
    }

    /// The address of a source is wrong.
    pub fn source_lacks_address(&mut self, new: &NewSource, message: String) {
        self.source_lacks(new, ADDRESS, message);
    }

    fn source_lacks(&mut self, new: &NewSource, end: &str, message: String) {
        self.faults.insert(field_name(&new.name, end), message);
        self.touched.clone_from(&new.name);
    }

    /// The source is there, under this key: the field names it.
    pub fn source_added(&mut self, new: &NewSource, key: &str, told: String) {
        let NewSource { name, .. } = new;
        let held = self.values.get(name);
        let names_it = held.lines().any(|one| one == key);
        let value = match held {
            _ if !new.is_one_of_many => key.to_owned(),
            held if names_it => held.to_owned(),
            "" => key.to_owned(),
            held => format!("{held}\n{key}"),
        };
        self.values.set(name, value);
        for end in [TITLE, DAY, ADDRESS] {
            self.values.set(field_name(name, end), "");
        }
        self.told.insert(name.clone(), told);
        self.touched.clone_from(name);
    }
}

fn field_name(name: &str, end: &str) -> String {
    format!("{name}.{SOURCE}.{end}")
}

/// The fields that name sources, and if they can name several.
fn asked(parts: &[Part], values: &Values) -> Vec<(String, bool)> {
    let mut asked = Vec::new();
    for place in parts.iter().flat_map(|part| &part.places) {
        gather(&place.name(), place.input, values, &mut asked);
    }
    asked
}

fn gather(name: &str, input: &Input, values: &Values, asked: &mut Vec<(String, bool)>) {
    match input.asks {
        Asks::Source => asked.push((name.to_owned(), false)),
        Asks::Sources => asked.push((name.to_owned(), true)),
        Asks::Rows(inputs) | Asks::Standing(inputs) => {
            for row in 0..values.rows(name) {
                for input in inputs {
                    gather(&format!("{name}.{row}.{}", input.key), input, values, asked);
                }
            }
        }
        _ => {}
    }
}

/// The fields for a source that is not there yet.
#[derive(Debug)]
pub struct SourceFields {
    /// Its title.
    pub title: Field,
    /// Its day.
    pub day: Field,
    /// Its address in the web.
    pub address: Field,
    /// The value of the button that adds it.
    pub button: String,
}

impl SourceFields {
    pub(super) fn of(ctx: &Ctx, name: &str, filled: &Filled) -> Self {
        let field = |end: &str, key: &str| {
            let name = field_name(name, end);
            let field = Field::line(name.clone(), ctx.t(key)).filled(filled.values.get(&name));
            field.checked(filled.faults.get(&name).cloned())
        };
        Self {
            title: field(TITLE, "input-source-title").hinted(ctx.t("input-source-title-hint")),
            day: field(DAY, "input-source-day").hinted(ctx.t("input-source-day-hint")),
            address: field(ADDRESS, "input-source-address"),
            button: format!("{SOURCE}:{name}"),
        }
    }

    /// True if something was typed, or is wrong.
    pub fn is_open(&self) -> bool {
        self.all().iter().any(|field| !field.value.is_empty() || field.error.is_some())
    }

    pub(super) fn all(&self) -> [&Field; 3] {
        [&self.title, &self.day, &self.address]
    }
}
