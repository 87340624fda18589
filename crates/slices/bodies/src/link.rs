//! Bodies as the pages of other slices name them: a link, a short name, a role.

use std::collections::HashMap;

use db::Conn;
use golden_thread::{Card, EntryId};
use web::{Ctx, Error, Page};

use crate::{Role, Sector, store};

/// A body to be linked.
#[derive(Debug, Clone)]
pub struct BodyLink {
    /// Gives title and path.
    pub card: Card,
    /// Its short name, if it goes by one.
    pub short: Option<String>,
}

impl BodyLink {
    /// The path of its page, with language prefix.
    pub fn href(&self, page: &Page) -> String {
        page.href(self.card.path())
    }

    /// The shorter of its names.
    pub fn name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.card.title)
    }
}

/// Links to those of the bodies that are public.
pub async fn links_of(conn: &mut Conn<'_>, ctx: &Ctx, ids: &[EntryId]) -> Result<HashMap<EntryId, BodyLink>, Error> {
    let links = store::links_of(conn, ctx.locale(), ids).await?;
    Ok(links.into_iter().map(|link| (link.card.id, link)).collect())
}

/// The bodies with a role in one entry, by role, then by name.
pub async fn roles_in(conn: &mut Conn<'_>, ctx: &Ctx, scope: EntryId) -> Result<Vec<(BodyLink, Role)>, Error> {
    let mut roles = store::roles_in(conn, ctx.locale(), scope).await?;
    roles.sort_by_cached_key(|(link, role)| (*role, base::words::sort_key_de(&link.card.title)));
    Ok(roles)
}

/// The carriers of the initiative, in the order in which it names them itself.
pub async fn carriers(conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Vec<BodyLink>, Error> {
    let order = &ctx.initiative().carriers;
    let place = |link: &BodyLink| order.iter().position(|slug| slug == link.card.slug.as_str()).unwrap_or(order.len());
    let mut carriers = store::with_role(conn, ctx.locale(), Role::Carrier).await?;
    carriers.sort_by_cached_key(|link| (place(link), base::words::sort_key_de(&link.card.title)));
    carriers.dedup_by_key(|link| link.card.id);
    Ok(carriers)
}

/// The sectors of the bodies that have one on record.
pub async fn sectors_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Sector>, Error> {
    Ok(store::sectors_of(conn, ids).await?)
}
