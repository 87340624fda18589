//! The list as a table for a spreadsheet: every row and every column, whatever the page shows.
//!
//! CSV as Excel and `LibreOffice` open it in German: semicolons, UTF-8 with its mark, a line ends with CR LF. A cell that a
//! spreadsheet would take for a formula begins with an apostrophe.

use std::collections::HashMap;
use std::fmt::Write as _;

use accounts::{Desk, Sight, can_begin};
use axum::extract::RawQuery;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use golden_thread::{EntryId, Kind, State};
use web::{Answer, Error};

use super::page::{by_entry, cell};
use super::store::{self, Listed};
use super::wanted::{Column, Wanted};
use crate::entries::paths::{EntryPath, TablePath};

/// The list as its filters have it.
pub(super) async fn show(_: TablePath, desk: Desk, RawQuery(query): RawQuery) -> Answer {
    let wanted = Wanted::of_query(desk.person.id.0, query.as_deref().unwrap_or_default())?;
    table(&desk, &wanted, None).await
}

/// The entries of a list that somebody may edit, or those of them that are named.
///
/// # Errors
/// Breakage.
pub(crate) async fn table(desk: &Desk, wanted: &Wanted, among: Option<&[EntryId]>) -> Result<Response, Error> {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let listed = store::select(conn, Sight::of(&desk.person), wanted, among).await?;
    let ids: Vec<EntryId> = listed.iter().map(|one| one.id).collect();
    let fields = by_entry(store::fields(conn, &ids).await?);
    drop(reader);
    let mut text = String::from('\u{feff}');
    row(&mut text, &head(desk));
    for one in &listed {
        row(&mut text, &cells(desk, &fields, one));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"eintraege.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}

fn head(desk: &Desk) -> Vec<String> {
    let columns = Column::ALL.map(|column| desk.t(&format!("entry-column-{column}")));
    let mut head = vec![desk.t("entry-column-title")];
    head.extend(columns);
    head.extend(["entry-table-author", "entry-table-desk", "entry-table-public"].map(|key| desk.t(key)));
    head
}

fn cells(desk: &Desk, fields: &HashMap<EntryId, String>, one: &Listed) -> Vec<String> {
    let absolute = |path: String| format!("{}{path}", desk.state().public_url.trim_end_matches('/'));
    let mut cells = vec![one.title.clone()];
    let mut author = String::new();
    for column in Column::ALL {
        let (text, more) = cell(desk, column, fields, one);
        if column == Column::Changed {
            author = more;
        }
        cells.push(text);
    }
    cells.push(author);
    cells.push(absolute(desk.href(EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug.clone() })));
    let public = (one.state == State::Published).then(|| desk.href(format!("{}/{}", one.kind.base_path(), one.slug)));
    cells.push(public.map(absolute).unwrap_or_default());
    cells
}

fn row(text: &mut String, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        let before = if place == 0 { "" } else { ";" };
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        // Writing to a text never fails.
        let _ = write!(text, "{before}\"{guard}{}\"", cell.replace('"', "\"\""));
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cell_is_no_formula_and_keeps_its_quotes() {
        let mut text = String::new();
        row(&mut text, &["=1+2", "Ein \"Wort\"; zwei", "", "-5"].map(str::to_owned));
        assert_eq!(text, "\"'=1+2\";\"Ein \"\"Wort\"\"; zwei\";\"\";\"'-5\"\r\n");
    }
}
