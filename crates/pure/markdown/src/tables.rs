//! Limits tables that are mostly empty.
//!
//! A row may omit its last cells, and the parser adds them: a table with a thousand columns and a thousand
//! short rows is seven kilobytes of text and five megabytes of cells.

use comrak::nodes::{Node, NodeValue};

/// Larger tables lose the empty cells at the ends of their rows.
const MOST_CELLS: usize = 10_000;

/// Removes the empty cells at the ends of rows from tables that have too many cells.
pub(super) fn trim(root: Node<'_>) {
    let is_large = |node: &Node<'_>| match &node.data().value {
        NodeValue::Table(table) => table.num_columns.saturating_mul(table.num_rows) > MOST_CELLS,
        _ => false,
    };
    for table in root.descendants().filter(is_large).collect::<Vec<_>>() {
        for row in table.children() {
            while let Some(cell) = row.last_child().filter(|cell| cell.first_child().is_none()) {
                cell.detach();
            }
        }
    }
}
