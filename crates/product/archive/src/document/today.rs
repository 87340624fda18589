//! Updates references to entries that were renamed.
//!
//! A document refers to entries by folder and slug, as they were when it was saved. When it is loaded for
//! editing, comparing, publishing or indexing, the slugs are replaced by the present ones, so that a form
//! can offer them.

use std::collections::HashMap;

use db::Conn;
use golden_thread::sheet::{Asks, Input, inputs_of};
use golden_thread::{Kind, history};
use toml::Value;

use super::Document;

/// Updates the references of a document to present slugs.
///
/// # Errors
/// If the database fails.
pub async fn follow(conn: &mut Conn<'_>, document: &mut Document) -> db::Result<()> {
    Moved::load(conn).await?.follow(document);
    Ok(())
}

/// The present slugs, by kind and former slug.
#[derive(Debug, Clone, Default)]
pub struct Moved(HashMap<(Kind, String), String>);

impl Moved {
    /// Loads the former slugs of all entries.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn load(conn: &mut Conn<'_>) -> db::Result<Self> {
        let moved = history::moved(conn).await?;
        Ok(Self(moved.into_iter().map(|(kind, before, today)| ((kind, before), today)).collect()))
    }

    /// The present slug of an entry of this kind that had this one; `None` if it still has.
    pub fn today(&self, kind: Kind, slug: &str) -> Option<&str> {
        self.0.get(&(kind, slug.to_owned())).map(String::as_str)
    }

    /// As [`follow`], for one of many documents.
    pub fn follow(&self, document: &mut Document) {
        if !self.0.is_empty() {
            self.put_into(document);
        }
    }

    fn put_into(&self, document: &mut Document) {
        let matter = &mut document.matter;
        for slug in &mut matter.fields {
            self.rename(Kind::FIELD, slug);
        }
        // A former and the present slug of a field are the same field.
        let mut seen = std::collections::HashSet::new();
        matter.fields.retain(|slug| seen.insert(slug.clone()));
        for link in &mut matter.links {
            self.rename_reference(&mut link.to);
            if let Some(body) = &mut link.asserted_by {
                self.rename(Kind::BODY, body);
            }
        }
        if let Some(Value::Table(table)) = &mut document.table {
            self.rename_inputs(inputs_of(document.kind), table);
        }
    }

    fn rename_inputs(&self, inputs: &[Input], table: &mut toml::Table) {
        for input in inputs {
            match (input.asks, table.get_mut(input.key)) {
                (Asks::Slug(kind), Some(Value::String(slug))) => self.rename(kind, slug),
                (Asks::Entry | Asks::EntryOr(..), Some(Value::String(reference))) => self.rename_reference(reference),
                (Asks::Slugs(kind), Some(Value::Array(slugs))) => {
                    for slug in slugs {
                        if let Value::String(slug) = slug {
                            self.rename(kind, slug);
                        }
                    }
                }
                (Asks::Rows(inputs) | Asks::Standing(inputs), Some(Value::Array(rows))) => {
                    for row in rows.iter_mut().filter_map(Value::as_table_mut) {
                        self.rename_inputs(inputs, row);
                    }
                }
                _ => {}
            }
        }
    }

    fn rename(&self, kind: Kind, slug: &mut String) {
        if let Some(today) = self.today(kind, slug) {
            today.clone_into(slug);
        }
    }

    fn rename_reference(&self, reference: &mut String) {
        let place = Kind::split_reference(reference);
        let today = place.and_then(|(kind, slug)| Some(kind.reference(self.today(kind, slug)?)));
        if let Some(today) = today {
            *reference = today;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved() -> Moved {
        let pair = |kind, before: &str, today: &str| ((kind, before.to_owned()), today.to_owned());
        Moved(HashMap::from([
            pair(Kind::FIELD, "alt", "neu"),
            pair(Kind::BODY, "alt", "haus"),
            pair(Kind::EVENT, "alt", "kongress"),
        ]))
    }

    fn followed(json: serde_json::Value) -> serde_json::Value {
        testing::register();
        let mut document: Document = serde_json::from_value(json).unwrap();
        moved().put_into(&mut document);
        serde_json::to_value(document).unwrap()
    }

    #[test]
    fn every_reference_is_called_as_it_is_today() {
        let updated = "2026-11-23T12:00:00Z";
        let document = |field: &str, body: &str, event: &str| {
            serde_json::json!({
                "kind": "event", "slug": "alt", "body": "",
                "matter": {
                    "title": "a", "summary": "", "updated": updated, "fields": [field, "bleibt"],
                    "links": [{ "relation": "part_of", "to": format!("veranstaltungen/{event}"), "asserted_by": body }],
                },
                "table": {
                    "format": "forum", "parent": event,
                    "organisers": [{ "body": body, "role": "host" }],
                    "programme": [{ "title": { "de": "b" }, "event": event }, { "title": { "de": "alt" } }],
                },
            })
        };
        assert_eq!(followed(document("alt", "alt", "alt")), document("neu", "haus", "kongress"));
        assert_eq!(followed(document("neu", "haus", "kongress")), document("neu", "haus", "kongress"));
    }

    #[test]
    fn field_under_both_of_its_names_is_one_field() {
        let document = |fields: &[&str]| {
            let updated = "2026-11-23T12:00:00Z";
            let matter = serde_json::json!({ "title": "a", "summary": "", "updated": updated, "fields": fields });
            serde_json::json!({ "kind": "news", "slug": "a", "body": "", "matter": matter })
        };
        assert_eq!(followed(document(&["neu", "x", "alt"])), document(&["neu", "x"]));
    }
}
