//! Names that a spreadsheet would run.
//!
//! People choose their names, and an organiser opens the result by a double click: `=HYPERLINK(…)` would be a formula then.
//! An apostrophe before it makes it text. Reading an earlier allocation takes the apostrophe away again, so the person is
//! found; a name that has one already gets a second, so no two names become the same.

use std::borrow::Cow;

/// What makes a spreadsheet take a cell for a formula.
const STARTS: [char; 4] = ['=', '+', '-', '@'];

/// Whether a name begins like a formula, behind any apostrophes.
fn is_formula(name: &str) -> bool {
    name.trim_start_matches('\'').starts_with(STARTS)
}

/// A name as it is written into a table.
pub(super) fn written(name: &str) -> Cow<'_, str> {
    if is_formula(name) { format!("'{name}").into() } else { name.into() }
}

/// The name that was written so.
pub(super) fn read(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|name| is_formula(name)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_every_name_comes_back() {
        for (name, cell) in [
            ("=1+1", "'=1+1"),
            ("+49 201 1", "'+49 201 1"),
            ("-Ada", "'-Ada"),
            ("@sum", "'@sum"),
            ("'=1", "''=1"),
            ("'Ada", "'Ada"),
            ("Jörg-Größe", "Jörg-Größe"),
            ("", ""),
        ] {
            assert_eq!(written(name), cell);
            assert_eq!(read(cell), name);
        }
        // A file that an earlier version wrote has no apostrophes.
        assert_eq!(read("=1+1"), "=1+1");
    }
}
