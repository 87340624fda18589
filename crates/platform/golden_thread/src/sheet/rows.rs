//! The limit on the length of lists, the same for files and forms.

use toml::Value;

use super::LinkMatter;

/// Most rows of one list: of links, of claims, of the programme. A longer list is refused and never cut.
pub const MOST_ROWS: usize = 1_000;

/// The first list below a value with more than [`MOST_ROWS`] rows: its path from there, and its number of
/// rows. Withdrawn links do not count, because they are never removed.
pub fn too_long(value: &Value) -> Option<(String, usize)> {
    let (path, rows) = match value {
        Value::Table(table) => table.iter().find_map(|(key, value)| {
            let (below, rows) = too_long(value)?;
            Some((if below.is_empty() { key.clone() } else { format!("{key}.{below}") }, rows))
        })?,
        Value::Array(rows) => (String::new(), rows.iter().filter(|row| row.get("withdrawn").is_none()).count()),
        _ => return None,
    };
    (rows > MOST_ROWS).then_some((path, rows))
}

/// Number of links that count towards [`MOST_ROWS`]: those that are not withdrawn.
pub fn standing(links: &[LinkMatter]) -> usize {
    links.iter().filter(|link| link.withdrawn.is_none()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(key: &str, rows: usize, row: &str) -> Value {
        toml::from_str(&format!("a = 1\n[b]\n{key} = [{}]", vec![row; rows].join(","))).unwrap()
    }

    #[test]
    fn list_may_have_a_thousand_rows_and_not_one_more() {
        assert_eq!(too_long(&list("c", MOST_ROWS, "{ d = 1 }")), None);
        assert_eq!(too_long(&list("c", MOST_ROWS + 1, "{ d = 1 }")), Some(("b.c".to_owned(), 1_001)));
        assert_eq!(too_long(&list("c", 5_000, "1")), Some(("b.c".to_owned(), 5_000)));
    }

    #[test]
    fn what_was_withdrawn_does_not_count() {
        assert_eq!(too_long(&list("links", 5_000, "{ withdrawn = { why = \"x\" } }")), None);
    }
}
