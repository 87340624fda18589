//! Two databases behind one SQL text.
//!
//! SQLite is the default, PostgreSQL the choice for several nodes. Every statement of the product is
//! written once, in a portable dialect, and runs on both:
//!
//! * types `TEXT BIGINT BOOLEAN UUID BYTEA DOUBLE PRECISION`, parameters `$1…`, `RETURNING`,
//!   `ON CONFLICT`, common table expressions, windows, partial indexes;
//! * never `FOR UPDATE`, `NOW()`, date arithmetic, `ILIKE`, arrays.
//!
//! Reading goes through [`Db::read`]; [`Db::write`] is the only way to write, and one write transaction is
//! one business act. Errors of single statements are breakage and travel as [`sqlx::Error`]; failures to
//! open a database have a message for people: [`OpenError`].
//!
#![doc = include_str!("../ARCHITECTURE.md")]

mod bell;
mod boxed;
mod conditions;
mod conn;
mod content;
mod copy;
#[cfg(all(test, feature = "testing"))]
mod faults;
mod file;
mod migrations;
mod open;
mod preview;
pub mod private;
mod probe;
mod statement;
#[cfg(feature = "testing")]
pub mod testing;
mod topic;
mod versions;

pub use bell::{Mark, Wakeups};
pub use boxed::BoxFuture;
pub use conditions::{Value, Where};
pub use conn::{Conn, Db, Reader, Tx};
pub use copy::{check_sqlite, copy_sqlite};
pub use migrations::{Migration, MigrationError, register_migrations};
pub use open::{Address, OpenError};
pub use probe::Unhealthy;
pub use statement::{ROWS_AT_ONCE, instant, list_length, parameters, unknown, with_rows};
pub use topic::{Topic, TopicKind};

/// The result of a single statement.
pub type Result<T> = std::result::Result<T, sqlx::Error>;
