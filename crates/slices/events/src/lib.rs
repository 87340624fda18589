//! Events: what took place or will, who organised it, what was on the programme, and what was
//! written down about it.
//!
//! For visitors who look for an event or want to know what became of one.
//!
//! Invariants:
//! * what is not on record is not filled in: an item without a time shows that it has none, a vague
//!   date gets no day;
//! * a sub-event stands on the page of its parent and, where a list is that of its field, in the
//!   list; otherwise lists name events without a parent only;
//! * a body is named once per event, with what it did;
//! * everything is bounded: 50 sub-events, 100 bodies, 200 programme items on a page.
//!
//! Absence is `Option` or [`web::Error::NotFound`], refusal is [`golden_thread::sheet::Problem`], breakage
//! is `sqlx::Error` or `anyhow`.

pub mod event;
pub mod kinds;
mod organisers;
mod pages;
pub mod paths;
mod place;
mod programme;
mod sector_ring;
pub mod sheet;
mod store;

use db::Conn;
use golden_thread::{Card, EntryId};
use web::{Ctx, Error};

pub use pages::router;

/// The texts of this slice.
pub const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of this slice.
pub const CSS: &str = include_str!("events.css");

/// The next events, for the start page; at most `limit`.
pub async fn upcoming(conn: &mut Conn<'_>, ctx: &Ctx, limit: i64) -> Result<Vec<Card>, Error> {
    Ok(store::upcoming(conn, ctx.locale(), ctx.state().clock.today(), limit).await?)
}

/// Whether an event is another one, or lies in it by way of those above it, as their tables say.
pub async fn lies_in(conn: &mut Conn<'_>, event: EntryId, other: EntryId) -> db::Result<bool> {
    store::lies_in(conn, event, other).await
}

/// The events for which a body did something, newest first, and what it is called for it.
pub async fn involvements(conn: &mut Conn<'_>, ctx: &Ctx, body: EntryId) -> Result<Vec<(Card, String)>, Error> {
    let mut involvements: Vec<(Card, String)> = Vec::new();
    for (card, role) in store::involvements(conn, ctx.locale(), body).await? {
        let label = role.label(ctx);
        match involvements.last_mut() {
            Some((last, labels)) if last.id == card.id => *labels = format!("{labels}, {label}"),
            _ => involvements.push((card, label)),
        }
    }
    Ok(involvements)
}
