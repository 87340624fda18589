//! Protection against formula injection (CSV injection).
//!
//! People choose their names, and an organiser opens the result by a double click: `=HYPERLINK(…)` would be
//! a formula then. An apostrophe before it makes it text. Reading an earlier allocation removes the
//! apostrophe again, so that the person is found; a name that has one already gets a second, so no two
//! names become the same.

use std::borrow::Cow;

/// Characters that make a spreadsheet take a cell for a formula.
const STARTS: [char; 4] = ['=', '+', '-', '@'];

/// True if a name begins like a formula, behind any apostrophes.
fn is_formula(name: &str) -> bool {
    name.trim_start_matches('\'').starts_with(STARTS)
}

/// The cell for a name.
pub(super) fn written(name: &str) -> Cow<'_, str> {
    if is_formula(name) { format!("'{name}").into() } else { name.into() }
}

/// The name of a cell.
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
        // A file of an earlier version has no apostrophes.
        assert_eq!(read("=1+1"), "=1+1");
    }
}
