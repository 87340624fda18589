//! Roles in words: `Redaktion (04 Vielfalt)`.

use std::collections::HashMap;

use db::Conn;
use golden_thread::{Card, EntryId};
use web::Ctx;

use crate::person::{Grant, Role};

/// A role with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RoleLine {
    pub(crate) grant: Grant,
    pub(crate) label: String,
}

/// The name of a role.
pub(crate) fn role_label(ctx: &Ctx, role: Role) -> String {
    ctx.t(&format!("role-{}", role.code()))
}

/// The roles of several people with their labels; one statement for all of them.
pub(crate) async fn role_lines(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    people: &[&Vec<Grant>],
) -> db::Result<Vec<Vec<RoleLine>>> {
    let mut ids: Vec<EntryId> =
        people.iter().flat_map(|grants| *grants).filter_map(|grant| grant.scope.entry()).collect();
    ids.sort_unstable();
    ids.dedup();
    let cards = golden_thread::store::cards(conn, ctx.locale(), &ids).await?;
    let titles: HashMap<EntryId, String> = cards.iter().map(|card| (card.id, Card::numbered_title(card))).collect();
    let line = |grant: &Grant| {
        let role = role_label(ctx, grant.role);
        let scope = grant.scope.entry().and_then(|id| titles.get(&id));
        let label = scope.map_or_else(|| role.clone(), |scope| format!("{role} ({scope})"));
        RoleLine { grant: *grant, label }
    };
    Ok(people.iter().map(|grants| grants.iter().map(line).collect()).collect())
}
