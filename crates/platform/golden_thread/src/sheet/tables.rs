//! The tables of all kinds, whatever types their slices gave them.
//!
//! A slice registers its tables with its kinds; the archive, the desk and the search index read, check and keep
//! any of them through [`StoredTable`].

use std::collections::HashMap;
use std::fmt;
use std::sync::{PoisonError, RwLock};

use db::{BoxFuture, Conn};
use toml::Value;
use web::Texts;

use super::{Flaw, Input, Problem, References, Sheet, Table, TableReference};
use crate::full_text::Phrase;
use crate::{EntryId, Kind};

static TABLES: RwLock<Vec<&'static TableDef>> = RwLock::new(Vec::new());

/// A table of whatever type.
type AnyTable = Box<dyn StoredTable>;

/// Reads the table of this name from a file.
type InFile = fn(&Sheet, &'static str) -> Result<AnyTable, Problem>;

/// All tables of one name, by entry.
type AllTables =
    for<'a> fn(&'a mut Conn<'_>, &'a References, &'a mut HashMap<EntryId, Value>) -> BoxFuture<'a, anyhow::Result<()>>;

/// The type of a table in the front matter: its name, and the functions that read and write it.
pub struct TableDef {
    name: &'static str,
    inputs: fn() -> &'static [Input],
    in_file: InFile,
    in_document: fn(&Value) -> Result<AnyTable, Unfit>,
    all: AllTables,
}

/// The reason why a value is no table of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It does not have the keys or types of the table.
    NoTable(String),
    /// One of its values makes no sense.
    Flaw(Flaw),
}

impl fmt::Debug for TableDef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TableDef").field(&self.name).finish()
    }
}

impl TableDef {
    /// The table of this name (`event`) with its type.
    pub const fn of<T: Table>(name: &'static str) -> Self {
        Self { name, inputs: T::inputs, in_file: in_file::<T>, in_document: in_document::<T>, all: all::<T> }
    }

    /// Makes tables known to the whole program. Registering one again changes nothing.
    pub fn register(tables: &'static [Self]) {
        let mut known = TABLES.write().unwrap_or_else(PoisonError::into_inner);
        for table in tables {
            if known.iter().all(|one| one.name != table.name) {
                known.push(table);
            }
        }
    }

    /// The table of a kind; none if the card holds all its values.
    fn of_kind(kind: Kind) -> Option<&'static Self> {
        let name = kind.table()?;
        let known = TABLES.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().copied().find(|table| table.name == name)
    }
}

/// The questions of the desk for the table of a kind, in the order of its form.
pub fn inputs_of(kind: Kind) -> &'static [Input] {
    TableDef::of_kind(kind).map_or(&[], |table| (table.inputs)())
}

/// Reads the table that files of this kind have. [`Table::check`] is left to the document.
///
/// # Errors
/// With the line of the file that does not fit.
pub fn table_in_file(sheet: &Sheet, kind: Kind) -> Result<Box<dyn StoredTable>, Problem> {
    TableDef::of_kind(kind).map_or_else(|| Ok(no_table()), |table| (table.in_file)(sheet, table.name))
}

/// Reads the table that a document of this kind has.
///
/// # Errors
/// [`Unfit`].
pub fn table_in_document(value: Option<&Value>, kind: Kind) -> Result<Box<dyn StoredTable>, Unfit> {
    let Some(table) = TableDef::of_kind(kind) else { return Ok(no_table()) };
    let value = value.ok_or_else(|| Unfit::NoTable("the table is missing".to_owned()))?;
    (table.in_document)(value)
}

/// The table of an entry whose card holds all its values, or whose file has not been read.
pub fn no_table() -> Box<dyn StoredTable> {
    Box::new(NoTable)
}

/// All tables in the database, as TOML, by entry.
///
/// # Errors
/// If the database fails, or a table refers to an entry that is not among `references`.
pub async fn all_tables(conn: &mut Conn<'_>, references: &References) -> anyhow::Result<HashMap<EntryId, Value>> {
    let tables = TABLES.read().unwrap_or_else(PoisonError::into_inner).clone();
    let mut values = HashMap::new();
    for table in tables {
        (table.all)(conn, references, &mut values).await?;
    }
    Ok(values)
}

/// A [`Table`] without its type.
pub trait StoredTable: Send + Sync {
    /// See [`Table::check`].
    fn check(&self) -> Result<(), Flaw>;
    /// See [`Table::form`].
    fn form(&self) -> Option<String>;
    /// See [`Table::references`].
    fn references(&self) -> Vec<TableReference>;
    /// See [`Table::own`].
    fn own(&self) -> Vec<String>;
    /// See [`Table::above`].
    fn above(&self) -> Option<String>;
    /// See [`Table::lies_in`].
    fn lies_in<'a>(&self, conn: &'a mut Conn<'_>, id: EntryId, other: EntryId) -> BoxFuture<'a, db::Result<bool>>;
    /// See [`Table::phrases`].
    fn phrases(&self, kind: Kind, texts: &Texts) -> Vec<Phrase>;
    /// See [`Table::insert`].
    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a>;
    /// [`Table::clear`], then [`Table::insert`].
    fn replace<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a>;
}

/// A write that is done or failed.
pub type Written<'a> = BoxFuture<'a, anyhow::Result<()>>;

struct NoTable;

impl StoredTable for NoTable {
    fn check(&self) -> Result<(), Flaw> {
        Ok(())
    }

    fn form(&self) -> Option<String> {
        None
    }

    fn references(&self) -> Vec<TableReference> {
        Vec::new()
    }

    fn own(&self) -> Vec<String> {
        Vec::new()
    }

    fn above(&self) -> Option<String> {
        None
    }

    fn lies_in<'a>(&self, _: &'a mut Conn<'_>, id: EntryId, other: EntryId) -> BoxFuture<'a, db::Result<bool>> {
        Box::pin(async move { Ok(id == other) })
    }

    fn phrases(&self, _: Kind, _: &Texts) -> Vec<Phrase> {
        Vec::new()
    }

    fn insert<'a>(&'a self, _: &'a mut Conn<'_>, _: EntryId, _: &'a References) -> Written<'a> {
        Box::pin(async { Ok(()) })
    }

    fn replace<'a>(&'a self, _: &'a mut Conn<'_>, _: EntryId, _: &'a References) -> Written<'a> {
        Box::pin(async { Ok(()) })
    }
}

impl<T: Table> StoredTable for T {
    fn check(&self) -> Result<(), Flaw> {
        Table::check(self)
    }

    fn form(&self) -> Option<String> {
        Table::form(self)
    }

    fn references(&self) -> Vec<TableReference> {
        Table::references(self)
    }

    fn own(&self) -> Vec<String> {
        Table::own(self)
    }

    fn above(&self) -> Option<String> {
        Table::above(self)
    }

    fn lies_in<'a>(&self, conn: &'a mut Conn<'_>, id: EntryId, other: EntryId) -> BoxFuture<'a, db::Result<bool>> {
        T::lies_in(conn, id, other)
    }

    fn phrases(&self, kind: Kind, texts: &Texts) -> Vec<Phrase> {
        Table::phrases(self, kind, texts)
    }

    fn insert<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Table::insert(self, conn, id, references)
    }

    fn replace<'a>(&'a self, conn: &'a mut Conn<'_>, id: EntryId, references: &'a References) -> Written<'a> {
        Box::pin(async move {
            T::clear(conn, id).await?;
            Table::insert(self, conn, id, references).await
        })
    }
}

fn in_file<T: Table>(sheet: &Sheet, name: &'static str) -> Result<Box<dyn StoredTable>, Problem> {
    sheet.parse_table::<T>(name).map(|table| Box::new(table) as _)
}

fn in_document<T: Table>(value: &Value) -> Result<Box<dyn StoredTable>, Unfit> {
    let no_table = |error: toml::de::Error| Unfit::NoTable(error.message().to_owned());
    let table: T = value.clone().try_into().map_err(no_table)?;
    Table::check(&table).map_err(Unfit::Flaw)?;
    Ok(Box::new(table))
}

fn all<'a, T: Table>(
    conn: &'a mut Conn<'_>,
    references: &'a References,
    values: &'a mut HashMap<EntryId, Value>,
) -> BoxFuture<'a, anyhow::Result<()>> {
    Box::pin(async move {
        for (id, table) in T::all(conn, references).await? {
            values.insert(id, Value::try_from(table)?);
        }
        Ok(())
    })
}
