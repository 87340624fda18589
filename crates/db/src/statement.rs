//! Small parts of statements that both databases and all stores need.

use jiff::Timestamp;

/// `($2, $3, $4, $5)`: parameters for a list of values, the first with number `first`. Neither database
/// understands the other's arrays, so lists of ids are spelled out. There are [`list_length`] of them, so
/// what has a number of its own comes before the list.
pub fn parameters(first: usize, count: usize) -> String {
    let numbers: Vec<String> = (first..first + list_length(count)).map(|number| format!("${number}")).collect();
    format!("({})", numbers.join(", "))
}

/// How many parameters stand for a list of `count` values: the next power of two. So there are few
/// texts of a statement, and each connection keeps them prepared.
pub fn list_length(count: usize) -> usize {
    count.next_power_of_two()
}

/// A stored word that this program does not know is breakage: somebody changed the database.
pub fn unknown(what: &str, value: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("{what} `{value}` is unknown").into())
}

/// The instant that is kept as microseconds.
///
/// # Errors
/// If there is no such instant: somebody changed the database.
pub fn instant(micros: i64) -> Result<Timestamp, sqlx::Error> {
    base::clock::from_micros(micros).map_err(|_| unknown("instant", &micros.to_string()))
}

/// Binds the values of a list that is not empty to the next parameters of a query, as many as
/// [`parameters`] spelled out; a value that stands there twice changes nothing in `IN`.
#[macro_export]
macro_rules! bind_all {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values.iter().cycle().take($crate::list_length($values.len())) {
            query = query.bind(*value);
        }
        query
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_count_on_from_the_first_to_the_next_power_of_two() {
        assert_eq!(parameters(2, 1), "($2)");
        assert_eq!(parameters(2, 3), "($2, $3, $4, $5)");
        assert_eq!(parameters(1, 4), "($1, $2, $3, $4)");
    }
}
