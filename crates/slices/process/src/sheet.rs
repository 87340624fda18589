//! `[field]`, the table of a field of action.

use std::collections::HashMap;

use anyhow::Context as _;
use db::{BoxFuture, Conn};
use golden_thread::full_text::Phrase;
use golden_thread::sheet::{Asks, Flaw, Input, References, Table, TableDef, TableReference, Written};
use golden_thread::{EntryId, Kind};
use serde::{Deserialize, Serialize};
use web::Texts;
use web::pattern::Pattern;

use crate::store;

/// The tables of this slice in front matters.
pub const TABLES: &[TableDef] = &[TableDef::of::<FieldTable>("field")];

/// The facts about a field of action beyond its card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldTable {
    /// Code of the pattern that its covers are drawn with.
    pub pattern: String,
    /// Slug of the body that leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
}

impl Table for FieldTable {
    fn form(&self) -> Option<String> {
        Some(self.pattern.clone())
    }

    fn references(&self) -> Vec<TableReference> {
        self.lead.iter().map(|slug| TableReference::new("lead", Kind::BODY, slug)).collect()
    }

    /// The body that leads the field, which gives no rights in the entries of the field.
    fn own(&self) -> Vec<String> {
        self.lead.iter().map(|slug| Kind::BODY.reference(slug)).collect()
    }

    fn phrases(&self, _: Kind, _: &Texts) -> Vec<Phrase> {
        Vec::new()
    }

    fn check(&self) -> Result<(), Flaw> {
        if Pattern::from_code(&self.pattern).is_some() {
            return Ok(());
        }
        let known: Vec<&str> = Pattern::ALL.into_iter().map(Pattern::code).collect();
        Err(Flaw {
            path: "pattern".to_owned(),
            value: self.pattern.clone(),
            reason: format!("there is no pattern `{}`, only {}", self.pattern, known.join(", ")),
            text: "process-input-no-pattern",
        })
    }

    fn inputs() -> &'static [Input] {
        INPUTS
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            let lead = self.lead.as_deref().map(|slug| references.id_in(Kind::BODY.folder(), slug)).transpose()?;
            Ok(store::insert_field(conn, id, lead).await?)
        })
    }

    fn all<'a>(
        conn: &'a mut Conn<'_>,
        references: &'a References,
    ) -> BoxFuture<'a, anyhow::Result<HashMap<EntryId, Self>>> {
        Box::pin(async move {
            let mut tables = HashMap::new();
            for field in store::stored_fields(conn).await? {
                let pattern = field.form.with_context(|| format!("field {} has no pattern", field.id.0))?;
                let lead = field.lead_id.map(|lead| references.slug(lead)).transpose()?.map(ToOwned::to_owned);
                tables.insert(field.id, Self { pattern, lead });
            }
            Ok(tables)
        })
    }
}

const INPUTS: &[Input] = &[
    Input::new(
        "pattern",
        "process-input-pattern",
        Asks::Choice(
            |word| format!("process-pattern-{word}"),
            || Pattern::ALL.into_iter().map(Pattern::code).collect(),
        ),
    )
    .required()
    .hinted("process-input-pattern-hint"),
    Input::new("lead", "process-input-lead", Asks::Slug(Kind::BODY)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_pattern_is_refused_with_those_that_exist() {
        let table = FieldTable { pattern: "photo".to_owned(), lead: None };
        let flaw = table.check().unwrap_err();
        assert_eq!((flaw.path.as_str(), flaw.value.as_str()), ("pattern", "photo"));
        assert_eq!(flaw.reason, "there is no pattern `photo`, only arcs, grid, bricks, waves, knots, weave");
        assert_eq!(FieldTable { pattern: "waves".to_owned(), lead: None }.check(), Ok(()));
    }

    #[test]
    fn lead_is_referred_to_by_folder_and_slug() {
        let table = FieldTable { pattern: "waves".to_owned(), lead: Some("ruhrfutur".to_owned()) };
        assert_eq!(table.references(), [TableReference::new("lead", Kind::BODY, "ruhrfutur")]);
        assert_eq!(table.form().as_deref(), Some("waves"));
    }
}
