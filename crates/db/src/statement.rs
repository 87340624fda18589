//! Small parts of statements that both databases and all stores need.

/// `($2, $3, $4)`: as many parameters as there are values, the first with number `first`. Neither
/// database understands the other's arrays, so lists of ids are spelled out.
pub fn parameters(first: usize, count: usize) -> String {
    let numbers: Vec<String> = (first..first + count).map(|number| format!("${number}")).collect();
    format!("({})", numbers.join(", "))
}

/// A stored word that this program does not know is breakage: somebody changed the database.
pub fn unknown(what: &str, value: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("{what} `{value}` is unknown").into())
}

/// Binds each value of a list to the next parameter of a query.
///
/// Such a statement is not kept: its text differs with the length of the list, and after five runs
/// PostgreSQL would replace its plan by one for any values, which reads whole tables (64 ms instead
/// of 3, measured).
#[macro_export]
macro_rules! bind_all {
    ($query:expr, $values:expr) => {{
        let mut query = $query.persistent(false);
        for value in $values {
            query = query.bind(*value);
        }
        query
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_count_on_from_the_first() {
        assert_eq!(parameters(2, 3), "($2, $3, $4)");
    }
}
