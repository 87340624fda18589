//! The conditions of a statement with filters: a small query builder.
//!
//! A statement names only the conditions that are set, and so each combination of filters has its index. A
//! condition that may be none (`$2 IS NULL OR …`) keeps both databases from using one.
//!
//! Conditions are constant text, with `$` where their value belongs; values are always bound. Nothing that
//! a person has typed becomes part of a statement.

use sqlx::AssertSqlSafe;
use uuid::Uuid;

/// The conditions of a statement, all of which must hold, and the values of their parameters.
#[derive(Debug, Clone)]
pub struct Where {
    /// The number of parameters before those of the conditions.
    before: usize,
    conditions: Vec<String>,
    values: Vec<Value>,
}

/// A value of a condition, in a type that both databases have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// An id.
    Uuid(Uuid),
    /// A number, day or instant.
    Integer(i64),
    /// A word or a pattern.
    Text(String),
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Uuid(id)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Where {
    /// No conditions yet, for a statement that has this many other parameters. Those are bound first.
    pub fn after(parameters: usize) -> Self {
        Self { before: parameters, conditions: Vec::new(), values: Vec::new() }
    }

    /// Adds a condition without a value.
    pub fn and(&mut self, condition: &'static str) {
        self.conditions.push(condition.to_owned());
    }

    /// Adds a condition if its value is set. Each `$` in it stands for the value.
    pub fn and_some(&mut self, condition: &'static str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            let number = self.parameter(value);
            self.conditions.push(condition.replace('$', &format!("${number}")));
        }
    }

    /// Adds the condition that a column has one of these values; nothing matches an empty list.
    pub fn and_among<V: Into<Value>>(&mut self, column: &'static str, values: impl IntoIterator<Item = V>) {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        let Some(repeated) = values.last().cloned() else { return self.and("1 = 0") };
        let parameters = crate::parameters(self.next(), values.len());
        // Repeated values change nothing in `IN`.
        values.resize(crate::list_length(values.len()), repeated);
        self.values.extend(values);
        self.conditions.push(format!("{column} IN {parameters}"));
    }

    /// Adds a condition that is put together from constants, such as a list of codes, and from numbers of
    /// [`Where::parameter`].
    pub fn and_built(&mut self, condition: String) {
        self.conditions.push(condition);
    }

    /// Adds a value without a condition, and returns the number of its parameter. The statement must use
    /// it, because PostgreSQL refuses a parameter that it does not find.
    pub fn parameter(&mut self, value: impl Into<Value>) -> usize {
        let number = self.next();
        self.values.push(value.into());
        number
    }

    /// The statement with its conditions between `head` and `tail`, which are constant text.
    pub fn statement(&self, head: &str, tail: &str) -> AssertSqlSafe<String> {
        AssertSqlSafe(if self.conditions.is_empty() {
            format!("{head} {tail}")
        } else {
            format!("{head} WHERE ({}) {tail}", self.conditions.join(") AND ("))
        })
    }

    /// The values, in the order of their parameters; [`bind_where!`](crate::bind_where) binds them.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    fn next(&self) -> usize {
        self.before + self.values.len() + 1
    }
}

/// Binds the values of a [`Where`] to the next parameters of a query.
///
/// ```ignore
/// bind_where!(sqlx::query_as(filter.statement(HEAD, "LIMIT $1")).bind(limit), filter).fetch_all(c).await
/// ```
#[macro_export]
macro_rules! bind_where {
    ($query:expr, $filter:expr) => {{
        let mut query = $query;
        for value in $filter.values() {
            query = match value {
                $crate::Value::Uuid(id) => query.bind(*id),
                $crate::Value::Integer(number) => query.bind(*number),
                $crate::Value::Text(text) => query.bind(text.as_str()),
            };
        }
        query
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sql(filter: &Where) -> String {
        filter.statement("SELECT 1 FROM t", "LIMIT $1").0
    }

    #[test]
    fn conditions_that_are_not_set_leave_nothing_behind() {
        let mut filter = Where::after(1);
        filter.and_some("a = $", None::<i64>);
        assert_eq!(sql(&filter), "SELECT 1 FROM t LIMIT $1");
        assert_eq!(filter.values(), []);
    }

    #[test]
    fn parameters_are_numbered_after_those_of_the_statement() {
        let mut filter = Where::after(1);
        filter.and("a");
        filter.and_some("b = $ OR c < $", Some(7));
        filter.and_some("d = $", None::<&str>);
        let number = filter.parameter("x");
        filter.and_built(format!("e IN (1, 2) AND f > ${number}"));
        filter.and_some("g LIKE $", Some("%y%"));
        assert_eq!(
            sql(&filter),
            "SELECT 1 FROM t WHERE (a) AND (b = $2 OR c < $2) AND (e IN (1, 2) AND f > $3) AND (g LIKE $4) LIMIT $1"
        );
        assert_eq!(filter.values(), [7.into(), "x".into(), "%y%".into()]);
    }

    #[test]
    fn list_of_values_is_filled_up_to_its_length() {
        let mut filter = Where::after(0);
        filter.and_among("a", [1, 2, 3]);
        filter.and_some("b = $", Some(4));
        assert_eq!(filter.statement("S", "").0.trim_end(), "S WHERE (a IN ($1, $2, $3, $4)) AND (b = $5)");
        assert_eq!(filter.values(), [1, 2, 3, 3, 4].map(Value::from));
    }

    #[test]
    fn nothing_is_among_no_values() {
        let mut filter = Where::after(1);
        filter.and_among("a", None::<i64>);
        assert_eq!(sql(&filter), "SELECT 1 FROM t WHERE (1 = 0) LIMIT $1");
    }
}

#[cfg(all(test, feature = "testing"))]
mod on_databases {
    use super::*;
    use crate::testing::TestDb;
    use crate::{on, run};

    #[tokio::test]
    async fn both_databases_understand_every_type_of_value() {
        let test = TestDb::new().await;
        let mut tx = test.db.write().await.unwrap();
        let conn = &mut tx.conn();
        run!(conn, sqlx::query("CREATE TABLE things (id UUID, size BIGINT, name TEXT)")).unwrap();
        for (id, size, name) in [(1, 10_i64, "Aal"), (2, 20, "Bär"), (3, 30, "Bison")] {
            let row = "INSERT INTO things VALUES ($1, $2, $3)";
            run!(conn, sqlx::query(row).bind(Uuid::from_u128(id)).bind(size).bind(name)).unwrap();
        }
        let mut names = async |filter: &Where| -> Vec<String> {
            on!(conn, |c| {
                let query = sqlx::query_scalar(filter.statement("SELECT name FROM things", "ORDER BY id LIMIT $1"));
                bind_where!(query.bind(2_i64), filter).fetch_all(c).await
            })
            .unwrap()
        };
        let mut filter = Where::after(1);
        assert_eq!(names(&filter).await, ["Aal", "Bär"]);
        filter.and_some("name LIKE $", Some("B%"));
        assert_eq!(names(&filter).await, ["Bär", "Bison"]);
        filter.and_some("size <= $", Some(30));
        filter.and_among("id", [3, 4, 5].map(Uuid::from_u128));
        assert_eq!(names(&filter).await, ["Bison"]);
        filter.and_among("size", None::<i64>);
        assert_eq!(names(&filter).await, [""; 0]);
    }
}
