//! The manifest of a slice.

use accounts::{Area, Counter, DepartureFn, Right};
use axum::Router;
use db::Migration;
use golden_thread::Kind;
use golden_thread::sheet::TableDef;
use golden_thread::spots::{Host, SpotDef};
use services::audit::AuditEvent;
use services::jobs::{Chore, Workers};
use web::{AppState, Locales, MenuItem};

use crate::attention::AttentionFn;
use crate::involvement::InvolvementsFn;
use crate::{Frontend, Personal};

/// The manifest of a slice. Slices write down the fields that differ from [`Slice::EMPTY`].
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    /// The name of its crate.
    pub name: &'static str,
    /// Texts, styles and scripts.
    pub frontend: Frontend,
    /// The kinds of entries that are its own.
    pub kinds: &'static [Kind],
    /// The tables of these kinds in front matters.
    pub tables: &'static [TableDef],
    /// Its public pages, without language prefix.
    pub public: fn() -> Router<AppState>,
    /// Its pages under `/leicht`, in Leichte Sprache.
    pub easy: fn() -> Router<AppState>,
    /// Its pages at the desk, without language prefix.
    pub desk: fn() -> Router<AppState>,
    /// Its links in the frame of public pages.
    pub menu: &'static [MenuItem],
    /// Its links in the menu of the desk.
    pub areas: &'static [Area],
    /// The numbers beside areas in that menu.
    pub counters: &'static [Counter],
    /// The rights of people in it.
    pub rights: Rights,
    /// Its acts that the audit log records.
    pub audit_events: &'static [AuditEvent],
    /// Adds the handlers of its jobs.
    pub handlers: fn(Workers, &AppState) -> Workers,
    /// Its daily cleaning.
    pub chores: &'static [Chore],
    /// Its sections on pages of other slices.
    pub spots: &'static [SpotDef],
    /// Its own pages that show forms of other slices, so that a form with faults comes back there.
    pub hosts: &'static [Host],
    /// Finds the involvements of a body in its entries.
    pub involvements: Option<InvolvementsFn>,
    /// Finds the things that need somebody's attention.
    pub attention: Option<AttentionFn>,
    /// Gives away what somebody has in it who is deleted from the desk.
    pub departure: Option<DepartureFn>,
    /// Its data about people.
    pub personal: &'static [Personal],
    /// The migrations of its tables.
    pub migrations: &'static [Migration],
}

/// The rights of a slice, as the page „Wer darf was“ groups them.
#[derive(Debug, Clone, Copy)]
pub struct Rights {
    /// Text key of the group's title.
    pub title: &'static str,
    /// The rights, in the order of the page.
    pub list: &'static [Right],
}

impl Rights {
    /// A slice without rights of its own.
    pub const NONE: Self = Self { title: "", list: &[] };
}

impl Slice {
    /// A slice that brings nothing.
    pub const EMPTY: Self = Self {
        name: "",
        frontend: Frontend::of(Locales { de: "", en: "" }),
        kinds: &[],
        tables: &[],
        public: Router::new,
        easy: Router::new,
        desk: Router::new,
        menu: &[],
        areas: &[],
        counters: &[],
        rights: Rights::NONE,
        audit_events: &[],
        handlers: |workers, _| workers,
        chores: &[],
        spots: &[],
        hosts: &[],
        involvements: None,
        attention: None,
        departure: None,
        personal: &[],
        migrations: &[],
    };
}
