//! The initiative as a JSON document, whose values are read and set by their place (JSON pointer).

use anyhow::Context as _;
use archive::document::Moved;
use db::Conn;
use golden_thread::Kind;
use serde_json::{Map, Value};
use web::initiative::Initiative;

/// The document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Document(Value);

impl Document {
    /// The document with all that a form asks for: what is usual is left out when it is stored.
    pub(super) fn of(initiative: &Initiative) -> anyhow::Result<Self> {
        let mut document = Self(serde_json::to_value(initiative)?);
        document.set("/english", Some(Value::Bool(initiative.english)));
        Ok(document)
    }

    /// As [`Document::of`]; the carriers are called as they are today.
    pub(super) async fn today(conn: &mut Conn<'_>, initiative: &Initiative) -> anyhow::Result<Self> {
        let moved = Moved::load(conn).await?;
        let mut initiative = initiative.clone();
        for slug in &mut initiative.carriers {
            if let Some(today) = moved.today(Kind::BODY, slug) {
                today.clone_into(slug);
            }
        }
        Self::of(&initiative)
    }

    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        Self::of(&serde_json::from_str(text).context("a version of the settings")?)
    }

    /// The initiative, if the document is one.
    pub(super) fn initiative(&self) -> anyhow::Result<Initiative> {
        serde_json::from_value(self.0.clone()).context("the settings do not fit together")
    }

    /// The value at a place.
    pub(super) fn get(&self, at: &str) -> Option<&Value> {
        self.0.pointer(at).filter(|value| !value.is_null())
    }

    /// Puts a value to a place, or takes it away; what is empty around it goes too.
    pub(super) fn set(&mut self, at: &str, value: Option<Value>) {
        let path: Vec<&str> = at.trim_start_matches('/').split('/').collect();
        set(&mut self.0, &path, value);
    }

    /// Whether two documents differ at a place.
    pub(super) fn differs(&self, other: &Self, at: &str) -> bool {
        self.get(at) != other.get(at)
    }
}

fn set(node: &mut Value, path: &[&str], value: Option<Value>) {
    let Some((first, rest)) = path.split_first() else { return };
    if !node.is_object() {
        *node = Value::Object(Map::new());
    }
    let Some(object) = node.as_object_mut() else { return };
    match (rest.is_empty(), value) {
        (true, Some(value)) => {
            object.insert((*first).to_owned(), value);
        }
        (true, None) => {
            object.remove(*first);
        }
        (false, value) => {
            let child = object.entry(*first).or_insert_with(|| Value::Object(Map::new()));
            set(child, rest, value);
            if child.as_object().is_some_and(Map::is_empty) {
                object.remove(*first);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_are_put_and_taken_away_with_what_is_empty_around_them() {
        let mut document = Document(json!({"name": "A", "motto": {"de": "B"}}));
        document.set("/colours/thread/light", Some(json!("#000000")));
        assert_eq!(document.get("/colours/thread/light"), Some(&json!("#000000")));
        document.set("/colours/thread/light", None);
        document.set("/motto/en", Some(json!("C")));
        document.set("/motto/fr", None);
        assert_eq!(document, Document(json!({"name": "A", "motto": {"de": "B", "en": "C"}})));
    }

    #[test]
    fn documents_are_compared_at_a_place() {
        let (one, two) = (Document(json!({"a": 1, "b": 2})), Document(json!({"a": 1, "b": 3})));
        assert_eq!((one.differs(&two, "/a"), one.differs(&two, "/b"), one.differs(&two, "/c")), (false, true, false));
    }
}
