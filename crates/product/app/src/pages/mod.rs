//! Pages that show several slices at once.

mod start;

use std::future::Future;
use std::pin::Pin;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use db::Conn;
use golden_thread::EntryId;
use messages::Hosts;
use web::{AppState, Ctx, Error};

pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(start::show)
}

/// The pages in which the forms of `messages` stand.
pub(crate) const FORM_HOSTS: Hosts = Hosts {
    contact: |ctx, form| Box::pin(bodies::contact_page(ctx, form)),
    accessibility: |ctx, form| Box::pin(newsroom::accessibility_page(ctx, form)),
};

/// In what a body takes part, from the slices that know.
pub(crate) fn involvements<'a>(
    conn: &'a mut Conn<'_>,
    ctx: &'a Ctx,
    body: EntryId,
) -> Pin<Box<dyn Future<Output = Result<Vec<bodies::Involvement>, Error>> + Send + 'a>> {
    Box::pin(async move {
        let mut found = events::involvements(conn, ctx, body).await?;
        found.extend(outcomes::involvements(conn, ctx, body).await?);
        Ok(found.into_iter().map(|(card, role_label)| bodies::Involvement { card, role_label }).collect())
    })
}
