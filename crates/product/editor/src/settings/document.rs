//! The initiative as a JSON document, and the rules that hold between its fields.

use anyhow::Context as _;
use archive::document::Moved;
use db::Conn;
use desk_kit::form::{Faults, Place, at};
use golden_thread::Kind;
use serde_json::{Value, json};
use web::Ctx;
use web::initiative::{Initiative, Shades};

use super::section::SettingsSection;

/// The document with all that a form asks for: what is usual is left out when it is stored.
pub(super) fn of(initiative: &Initiative) -> anyhow::Result<Value> {
    let mut document = serde_json::to_value(initiative)?;
    document["english"] = json!(initiative.english);
    Ok(document)
}

/// As [`of`], with the names that carriers have today.
pub(super) async fn today(conn: &mut Conn<'_>, initiative: &Initiative) -> anyhow::Result<Value> {
    let moved = Moved::load(conn).await?;
    let mut initiative = initiative.clone();
    for slug in &mut initiative.carriers {
        if let Some(today) = moved.today(Kind::BODY, slug) {
            today.clone_into(slug);
        }
    }
    of(&initiative)
}

/// A version as it was stored.
pub(super) fn parse(text: &str) -> anyhow::Result<Initiative> {
    serde_json::from_str(text).context("a version of the settings")
}

/// The initiative that a document describes.
pub(super) fn initiative(document: Value) -> anyhow::Result<Initiative> {
    serde_json::from_value(document).context("the settings do not fit together")
}

/// Completes a document that was read from a form: an unticked box is a no, a carrier stands there once, a colour that
/// is given for one ground alone is the product's own on the other, and objects without any value go.
pub(super) fn complete(document: &mut Value) {
    if document.get("english").is_none() {
        document["english"] = json!(false);
    }
    let mut once: Vec<String> = Vec::new();
    for carrier in carriers(document) {
        if !once.contains(&carrier) {
            once.push(carrier);
        }
    }
    document["carriers"] = json!(once);
    prune(document);
    for (name, own) in Shades::all_own() {
        if let Some(shades) = document.get_mut("colours").and_then(|colours| colours.get_mut(name)?.as_object_mut()) {
            shades.entry("light").or_insert_with(|| json!(own.light));
            shades.entry("dark").or_insert_with(|| json!(own.dark));
        }
    }
}

/// Puts a section of one document in the place of that of another one.
pub(super) fn put_section(section: SettingsSection, from: &Value, into: &mut Value) {
    for name in names(section) {
        put_at(into, &name, at(from, &name).cloned());
    }
}

/// True if a section of two documents is the same.
pub(super) fn is_same(section: SettingsSection, one: &Value, other: &Value) -> bool {
    names(section).all(|name| at(one, &name) == at(other, &name))
}

/// The paths of the fields of a section.
fn names(section: SettingsSection) -> impl Iterator<Item = String> {
    section.parts().into_iter().flat_map(|part| part.places).map(Place::name)
}

/// Sets the value at a path with points between its steps, or takes it away.
fn put_at(document: &mut Value, path: &str, value: Option<Value>) {
    let (above, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut object = document;
    for step in above.split('.').filter(|step| !step.is_empty()) {
        if object.get(step).is_none_or(Value::is_null) {
            object[step] = json!({});
        }
        object = &mut object[step];
    }
    match (value, object.as_object_mut()) {
        (Some(value), Some(object)) => drop(object.insert(key.to_owned(), value)),
        (None, Some(object)) => drop(object.remove(key)),
        (_, None) => {}
    }
}

/// The slugs of the carriers.
pub(super) fn carriers(document: &Value) -> Vec<String> {
    let carriers = document.get("carriers").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    carriers.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect()
}

/// The faults of a document that was read from a form. `public` are those of its carriers that the public sees.
pub(super) fn faults(ctx: &Ctx, before: &Value, document: &Value, public: &[String]) -> Faults {
    let mut faults = Faults::new();
    let (known, carriers) = (carriers(before), carriers(document));
    if carriers.is_empty() {
        faults.insert("carriers".to_owned(), ctx.t("setting-carrier-missing"));
    } else if !carriers.iter().all(|carrier| known.contains(carrier) || public.contains(carrier)) {
        faults.insert("carriers".to_owned(), ctx.t("setting-carrier-unknown"));
    }
    faults
}

fn prune(value: &mut Value) {
    if let Some(object) = value.as_object_mut() {
        object.values_mut().for_each(prune);
        object.retain(|_, value| !value.as_object().is_some_and(serde_json::Map::is_empty));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_without_any_value_go_and_carriers_stand_there_once() {
        let mut document = json!({
            "name": "A", "mail": {}, "colours": { "thread": {} }, "carriers": ["a", "b", "a"],
            "accessibility": { "barriers": [] },
        });
        complete(&mut document);
        let expected =
            json!({ "name": "A", "carriers": ["a", "b"], "accessibility": { "barriers": [] }, "english": false });
        assert_eq!(document, expected);
    }
}
