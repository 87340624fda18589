//! The part of a body in agreements, projects, papers and the like, for the body's own page.

use db::Conn;
use desk_kit::Involvement;
use golden_thread::EntryId;
use web::{Ctx, Error};

use crate::store;

/// The newest entries in which a body has a part, each with its part in words; at most 50.
pub(crate) async fn involvements(conn: &mut Conn<'_>, ctx: &Ctx, body: EntryId) -> Result<Vec<Involvement>, Error> {
    let parts = store::parts_of(conn, ctx.locale(), body).await?;
    Ok(parts.into_iter().map(|(card, role)| Involvement { card, role_label: role.part(ctx) }).collect())
}
