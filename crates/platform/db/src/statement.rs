//! Small parts of statements that both databases and all stores need.

use jiff::Timestamp;

/// `($2, $3, $4, $5)`: parameters for a list of values, the first with number `first`. Neither database
/// understands the other's arrays, so lists of ids are spelled out. There are [`list_length`] of them, so
/// parameters with numbers of their own come before the list.
pub fn parameters(first: usize, count: usize) -> String {
    let numbers: Vec<String> = (first..first + list_length(count)).map(|number| format!("${number}")).collect();
    format!("({})", numbers.join(", "))
}

/// Number of parameters for a list of `count` values: the next power of two. So there are few texts of a
/// statement, and each connection keeps them prepared.
pub fn list_length(count: usize) -> usize {
    count.next_power_of_two()
}

/// Rows that one statement inserts. Both databases take far more parameters, but SQLite looks the number of
/// each up in a list: with four times as many it would be slower again.
pub const ROWS_AT_ONCE: usize = 50;

/// `INSERT … VALUES ($1, $2)` for `count` rows: `VALUES ($1, $2), ($3, $4)`. A statement without a list of
/// values is left as it is.
pub fn with_rows(sql: &str, count: usize) -> String {
    let parts = sql.split_once("VALUES (").and_then(|(begin, rest)| Some((begin, rest.split_once(')')?)));
    let Some((begin, (row, end))) = parts else { return sql.to_owned() };
    let columns = row.split(',').count();
    let row = |row: usize| {
        let numbers: Vec<String> = (1..=columns).map(|column| format!("${}", row * columns + column)).collect();
        format!("({})", numbers.join(", "))
    };
    format!("{begin}VALUES {}{end}", (0..count).map(row).collect::<Vec<_>>().join(", "))
}

/// Inserts many rows with few statements, so that an import does not wait for a hundred thousand answers of
/// a server. The statement is written for one row whose values are all parameters in their order.
///
/// ```ignore
/// insert_all!(conn, "INSERT INTO t (a, b) VALUES ($1, $2)", &rows, |query, (a, b)| query.bind(a).bind(b))?;
/// ```
#[macro_export]
macro_rules! insert_all {
    ($conn:expr, $sql:expr, $rows:expr, |$query:ident, $row:pat_param| $bound:expr) => {
        async {
            for some in $rows.chunks($crate::ROWS_AT_ONCE) {
                let sql = $crate::with_rows($sql, some.len());
                let query = || sqlx::AssertSqlSafe(sql.as_str());
                $crate::run!($conn, some.iter().fold(sqlx::query(query()), |$query, $row| $bound))?;
            }
            $crate::Result::Ok(())
        }
        .await
    };
}

/// An error for a stored word that this program does not know: somebody changed the database.
pub fn unknown(what: &str, value: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("{what} `{value}` is unknown").into())
}

/// The instant of a column with microseconds.
///
/// # Errors
/// If there is no such instant: somebody changed the database.
pub fn instant(micros: i64) -> Result<Timestamp, sqlx::Error> {
    base::clock::from_micros(micros).map_err(|_| unknown("instant", &micros.to_string()))
}

/// Binds the values of a list that is not empty to the next parameters of a query, as many as
/// [`parameters`] spelled out; values are repeated to fill them, which changes nothing in `IN`.
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

    #[test]
    fn statement_for_one_row_becomes_one_for_many() {
        let sql = "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING";
        assert_eq!(with_rows(sql, 1), sql);
        assert_eq!(with_rows(sql, 2), "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT (a) DO NOTHING");
        assert_eq!(with_rows("DELETE FROM t", 3), "DELETE FROM t");
    }
}
