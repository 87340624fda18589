//! `[document]`: format, web address and event of a document.

use std::collections::HashMap;

use anyhow::Context as _;
use db::{BoxFuture, Conn};
use golden_thread::full_text::Phrase;
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableReference, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;

use super::check_web_address;
use crate::event::DocumentFormat;
use crate::store;

/// The facts about a document beyond its card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentTable {
    /// Stored as the form of the card.
    pub format: DocumentFormat,
    /// Web address of the document itself, if it is online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Slug of the event to which it belongs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

impl Table for DocumentTable {
    fn form(&self) -> Option<String> {
        Some(self.format.to_string())
    }

    fn references(&self) -> Vec<TableReference> {
        self.event.iter().map(|slug| TableReference::new("event", Kind::EVENT, slug)).collect()
    }

    fn above(&self) -> Option<String> {
        self.event.as_ref().map(|slug| Kind::EVENT.reference(slug))
    }

    fn phrases(&self, _: Kind, _: &Texts) -> Vec<Phrase> {
        Vec::new()
    }

    fn check(&self) -> Result<(), Flaw> {
        check_web_address("url", self.url.as_deref())
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let event_id = self.above().map(|event| references.id(&event)).transpose()?;
            let row = store::DocumentRow { entry_id: id, form: None, url: self.url.clone(), event_id };
            Ok(store::insert_document(conn, &row).await?)
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let rows = store::all_documents(conn).await?.into_iter();
            rows.map(|row| Ok((row.entry_id, table(row, references)?))).collect()
        })
    }
}

const INPUTS: &[Input] = &[
    Input::new(
        "format",
        "document-input-format",
        Asks::Choice(|word| format!("kind-document-{word}"), || DocumentFormat::ALL.map(DocumentFormat::code).to_vec()),
    )
    .required(),
    Input::new("url", "document-input-url", Asks::Address).hinted("document-input-url-hint").of_occasion(),
    Input::new("event", "document-input-event", Asks::Slug(Kind::EVENT))
        .hinted("document-input-event-hint")
        .of_occasion(),
];

fn table(row: store::DocumentRow, references: &References) -> anyhow::Result<DocumentTable> {
    let format = row.form.as_deref().and_then(DocumentFormat::from_code);
    let format = format.with_context(|| format!("format {:?} of document {} is unknown", row.form, row.entry_id.0))?;
    let event = row.event_id.map(|id| references.slug(id).map(ToOwned::to_owned)).transpose()?;
    Ok(DocumentTable { format, url: row.url, event })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_linked() {
        let table =
            |url: &str| DocumentTable { format: DocumentFormat::Report, url: Some(url.to_owned()), event: None };
        assert_eq!(table("https://doku.example/fachtag").check(), Ok(()));
        for url in ["javascript:alert(1)", "https://", "//doku.example", "https://doku.example/a b", ""] {
            let flaw = table(url).check().unwrap_err();
            assert_eq!((flaw.path.as_str(), flaw.value.as_str()), ("url", url));
            assert_eq!(flaw.reason, "`url` begins with https:// or http://");
        }
    }
}
