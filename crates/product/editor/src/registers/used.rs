//! A source that was removed although entries name it: its row is back in the form, and the page says which they are.

use accounts::Desk;
use db::Conn;
use desk_kit::form::{Faults, Values};
use web::Ctx;

use super::Register;
use super::store::{self, Naming};
use crate::entries::paths::EntryPath;

/// Most entries that are named.
const MOST: i64 = 5;

/// A source that entries name.
#[derive(Debug)]
pub(super) struct Used {
    key: String,
    /// The first of them.
    naming: Vec<Naming>,
    total: i64,
}

/// As the page shows it.
#[derive(Debug)]
pub(super) struct ShownUsed {
    pub(super) name: String,
    /// Address and title of the first entries.
    pub(super) entries: Vec<(String, String)>,
    /// The number of those that are left out.
    pub(super) more: i64,
}

impl Used {
    /// The entries that name the source with this key.
    pub(super) async fn find(conn: &mut Conn<'_>, key: String) -> db::Result<Self> {
        let (naming, total) = store::naming(conn, &key, MOST).await?;
        Ok(Self { key, naming, total })
    }

    /// Puts its row back into a form, where it stood in the list as it is, and tells the fault there.
    pub(super) fn put_back(&self, ctx: &Ctx, form: &mut Values, list: &Values, faults: &mut Faults) {
        let name = Register::Sources.list();
        let row_of =
            |values: &Values| (0..values.rows(name)).find(|row| values.get(&format!("{name}.{row}.key")) == self.key);
        let Some(place) = row_of(list) else { return };
        let row = row_of(form).unwrap_or_else(|| insert_row(form, name, place, list));
        let title = self.name(list);
        let args = [("name", title.into()), ("count", self.total.into())];
        faults.insert(format!("{name}.{row}.name.de"), ctx.t_args("sources-in-use", &args));
    }

    /// As the page shows it; `list` is the list as it is.
    pub(super) fn shown(self, desk: &Desk, list: &Values) -> ShownUsed {
        let name = self.name(list);
        let more = self.total - i64::try_from(self.naming.len()).unwrap_or(i64::MAX);
        let entry =
            |one: Naming| (desk.href(EntryPath { folder: one.kind.folder().to_owned(), slug: one.slug }), one.title);
        ShownUsed { name, entries: self.naming.into_iter().map(entry).collect(), more }
    }

    fn name(&self, list: &Values) -> String {
        let name = Register::Sources.list();
        let row = (0..list.rows(name)).find(|row| list.get(&format!("{name}.{row}.key")) == self.key);
        row.map(|row| list.get(&format!("{name}.{row}.name.de")).to_owned()).unwrap_or_default()
    }
}

/// Puts a row of another form in, at its place there or at the end; returns its place.
fn insert_row(form: &mut Values, list: &str, place: usize, from: &Values) -> usize {
    let mut row = form.rows(list);
    for (rest, text) in from.below(&format!("{list}.{place}.")) {
        form.set(format!("{list}.{row}.{rest}"), text);
    }
    form.set_rows(list, row + 1);
    while row > place {
        form.raise_row(list, row);
        row -= 1;
    }
    row
}
