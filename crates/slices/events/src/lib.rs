//! Events: past and coming ones, their organisers, programmes and documents.
//!
//! For visitors who look for an event or want to know its outcomes.
//!
//! Invariants:
//! * what is not on record is not filled in: an item without a time shows that it has none, a vague
//!   date gets no day;
//! * a sub-event is listed on the page of its parent and in lists that are filtered by its field; other lists
//!   have events without a parent only;
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
use desk_kit::{Frontend, Involvement, Slice};
use golden_thread::{Card, EntryId, Kind, host};
use web::{Ctx, Error};
use web::{Locales, MenuItem, MenuPart};

pub use pages::router;

use paths::{DocumentPath, DocumentsPath, EventPath, EventsPath};

/// The registrations of this slice.
pub const SLICE: Slice = Slice {
    name: "events",
    frontend: Frontend {
        css: include_str!("events.css"),
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    kinds: kinds::KINDS,
    tables: sheet::TABLES,
    public: router,
    menu: &[
        MenuItem::header(40, || EventsPath.to_string(), "menu-events"),
        MenuItem::of(MenuPart::More, 60, || DocumentsPath.to_string(), "menu-documents"),
    ],
    involvements: Some(|conn, ctx, body| Box::pin(involvements(conn, ctx, body))),
    hosts: &[
        host!(Kind::EVENT, |slug| EventPath { slug }, pages::event),
        host!(kinds::DOCUMENT, |slug| DocumentPath { slug }, pages::document),
    ],
    ..Slice::EMPTY
};

/// The next events, for the start page; at most `limit`.
pub async fn upcoming(conn: &mut Conn<'_>, ctx: &Ctx, limit: i64) -> Result<Vec<Card>, Error> {
    Ok(store::upcoming(conn, ctx.locale(), ctx.state().clock.today(), limit).await?)
}

/// The involvements of a body in events, newest first, each with the name of its role.
async fn involvements(conn: &mut Conn<'_>, ctx: &Ctx, body: EntryId) -> Result<Vec<Involvement>, Error> {
    let mut involvements: Vec<Involvement> = Vec::new();
    for (card, role) in store::involvements(conn, ctx.locale(), body).await? {
        let role_label = role.label(ctx);
        match involvements.last_mut() {
            Some(last) if last.card.id == card.id => last.role_label = format!("{}, {role_label}", last.role_label),
            _ => involvements.push(Involvement { card, role_label }),
        }
    }
    Ok(involvements)
}
