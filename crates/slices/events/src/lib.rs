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
use desk_kit::{Frontend, Involvement, Slice};
use golden_thread::{Card, EntryId, Kind, host};
use web::{Ctx, Error};
use web::{Locales, MenuItem, MenuPart};

pub use pages::router;

use paths::{DocumentPath, DocumentsPath, EventPath, EventsPath};

/// What this slice brings.
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

/// The events for which a body did something, newest first, and what it is called for it.
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
