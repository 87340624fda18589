//! The table `[book]` in front matters.

use std::collections::HashMap;

use db::{BoxFuture, Conn};
use golden_thread::full_text::Phrase;
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableReference, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;

use super::store;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BookTable {
    pages: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
}

const INPUTS: &[Input] = &[
    Input::new("pages", "trial-pages", Asks::Number).required(),
    Input::new("publisher", "trial-publisher", Asks::Slug(Kind::BODY)),
];

impl Table for BookTable {
    fn references(&self) -> Vec<TableReference> {
        self.publisher.iter().map(|slug| TableReference::new("publisher", Kind::BODY, slug)).collect()
    }

    fn own(&self) -> Vec<String> {
        self.publisher.iter().map(|slug| Kind::BODY.reference(slug)).collect()
    }

    fn phrases(&self, _: Kind, _: &Texts) -> Vec<Phrase> {
        Vec::new()
    }

    fn check(&self) -> Result<(), Flaw> {
        if self.pages > 0 {
            return Ok(());
        }
        Err(Flaw {
            path: "pages".to_owned(),
            value: self.pages.to_string(),
            reason: "a book has pages".to_owned(),
            text: "trial-no-pages",
        })
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn clear<'a>(conn: &'a mut Conn<'_>, id: EntryId) -> Written<'a> {
        Box::pin(async move { Ok(store::remove_book(conn, id).await?) })
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let publisher = self.publisher.as_deref().map(|slug| references.id_in(Kind::BODY.folder(), slug));
            Ok(store::insert_book(conn, id, self.pages, publisher.transpose()?).await?)
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let mut tables = HashMap::new();
            for (id, pages, publisher) in store::all_books(conn).await? {
                let publisher = publisher.map(|body| references.slug(body).map(ToOwned::to_owned)).transpose()?;
                tables.insert(id, Self { pages, publisher });
            }
            Ok(tables)
        })
    }
}
