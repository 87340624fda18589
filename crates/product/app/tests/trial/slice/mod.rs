//! A slice that exists only here: books that came out of the initiative, and wishes for them.
//!
//! It has everything that a slice can have: a kind with a table and a page, a form on the page of another slice's
//! entries, a job with a mail, a page and a list at the desk, a right, an audit event, personal data with its deletion, tables of its own. Its
//! manifest is the only thing that anybody else names.

mod book;
mod desk;
mod jobs;
mod page;
mod store;
mod wish;

use accounts::{Area, Role, Rule};
use axum::Router;
use axum_extra::routing::RouterExt as _;
use db::Migration;
use desk_kit::{Basis, Frontend, Personal, Rights, Slice};
use golden_thread::sheet::TableDef;
use web::{Locales, MenuItem, MenuPart};

golden_thread::kinds! {
    /// A book.
    BOOK = {
        code: "trial_book", order: 2_001, folder: "buecher", base_path: "/buecher", table: Some("book"),
        is_of_body: true,
    };
}

accounts::rights! {
    /// To read who wishes for a book.
    READ_WISHES = {
        code: "trial_read_wishes",
        key: "trial-right",
        rules: &[Rule::of(Role::Administrator), Rule::of(Role::Editor)],
    };
}

services::audit_events! {
    /// Somebody wished for a book.
    WISHED = { code: "trial_wished", key: "trial-audit-event" };
}

/// What this slice brings.
pub(crate) const SLICE: Slice = Slice {
    name: "trial",
    frontend: Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") }),
    kinds: KINDS,
    tables: &[TableDef::of::<book::BookTable>("book")],
    public: || Router::new().typed_get(page::show).typed_post(wish::receive).typed_get(wish::thanks),
    desk: || Router::new().typed_get(desk::show),
    menu: &[MenuItem::of(MenuPart::More, 200, || "/faden?art=trial_book".to_owned(), "trial-menu")],
    areas: &[Area { order: 65, path: || desk::WishesPath.to_string(), key: "trial-wishes", right: Some(READ_WISHES) }],
    rights: Rights { title: "trial-wishes", list: RIGHTS },
    audit_events: AUDIT_EVENTS,
    handlers: |workers, state| workers.with(jobs::SendThanks { state: state.clone() }),
    chores: &[jobs::CHORE],
    spots: &[wish::SPOT],
    attention: Some(|conn, desk, page| Box::pin(desk::waiting(conn, desk, page))),
    personal: &[Personal {
        table: "trial_wishes",
        columns: &["email"],
        purpose: "trial-personal",
        basis: Basis::Contract,
        retention: "trial-personal-retention",
    }],
    migrations: &[Migration::new([2026, 11, 30, 1], "trial books and wishes", include_str!("trial.sql"))],
    ..Slice::EMPTY
};
