//! The manifests of the rooms below, which cannot name the type themselves.

use accounts::paths::{AuditPath, PeoplePath};
use accounts::rights::{self, MANAGE_PEOPLE, OVERSEE};
use accounts::{Area, SendLink, acts};
use db::Migration;
use golden_thread::pages::ThreadPath;
use services::{mail, pass};
use web::{Locales, MenuItem, MenuPart};

use crate::{
    Basis, Frontend, Personal, Rights, Slice, presence, scripts, suggestions, text_preview, understanding, unsent,
};

/// The frame of every page, and the work behind the pages.
pub const FRAME: Slice = Slice {
    name: "frame",
    frontend: Frontend::of(web::LOCALES),
    chores: &[mail::CHORE, pass::CHORE],
    personal: &[
        Personal {
            table: "outbox",
            columns: &["recipient", "reply_to", "subject", "text"],
            purpose: "desk-personal-outbox",
            basis: Basis::Task,
            retention: "desk-personal-outbox-retention",
        },
        Personal {
            table: "jobs",
            columns: &["payload"],
            purpose: "desk-personal-jobs",
            basis: Basis::Task,
            retention: "desk-personal-jobs-retention",
        },
        Personal {
            table: "passes",
            columns: &["detail", "maker"],
            purpose: "desk-personal-passes",
            basis: Basis::Task,
            retention: "desk-personal-passes-retention",
        },
    ],
    ..Slice::EMPTY
};

/// Pictures and files.
pub const MEDIA: Slice = Slice {
    name: "media",
    frontend: Frontend { css: media::CSS, ..Frontend::of(media::LOCALES) },
    public: media::router,
    chores: &[media::CHORE],
    ..Slice::EMPTY
};

/// The golden thread and the search.
pub const GOLDEN_THREAD: Slice = Slice {
    name: "golden_thread",
    frontend: Frontend::of(golden_thread::LOCALES),
    public: golden_thread::pages::router,
    menu: &[
        MenuItem::of(MenuPart::Actions, 20, || ThreadPath.to_string(), "menu-act-thread"),
        MenuItem::of(MenuPart::Questions, 40, || ThreadPath.to_string(), "menu-thread"),
    ],
    personal: &[Personal {
        table: "history",
        columns: &["author"],
        purpose: "desk-personal-history",
        basis: Basis::Task,
        retention: "desk-personal-history-retention",
    }],
    ..Slice::EMPTY
};

/// People of the desk.
pub const ACCOUNTS: Slice = Slice {
    name: "accounts",
    frontend: Frontend {
        desk_css: accounts::DESK_CSS,
        modules: &[accounts::MODULE, accounts::KEYS_MODULE, accounts::SCOPES_MODULE],
        ..Frontend::of(accounts::LOCALES)
    },
    desk: accounts::router,
    areas: &[
        Area { order: 70, path: || PeoplePath.to_string(), key: "people-title", right: Some(MANAGE_PEOPLE) },
        Area { order: 90, path: || AuditPath.to_string(), key: "audit-title", right: Some(OVERSEE) },
    ],
    rights: Rights { title: "right-group-accounts", list: rights::RIGHTS },
    audit_events: acts::AUDIT_EVENTS,
    handlers: |workers, state| workers.with(SendLink { state: state.clone() }),
    chores: &[accounts::CHORE],
    personal: &[
        Personal {
            table: "persons",
            columns: &["email", "name"],
            purpose: "desk-personal-persons",
            basis: Basis::Task,
            retention: "desk-personal-persons-retention",
        },
        Personal {
            table: "sessions",
            columns: &["device"],
            purpose: "desk-personal-sessions",
            basis: Basis::Task,
            retention: "desk-personal-sessions-retention",
        },
        Personal {
            table: "passkeys",
            columns: &["name"],
            purpose: "desk-personal-passkeys",
            basis: Basis::Task,
            retention: "desk-personal-passkeys-retention",
        },
        Personal {
            table: "identities",
            columns: &["issuer", "subject"],
            purpose: "desk-personal-identities",
            basis: Basis::Task,
            retention: "desk-personal-identities-retention",
        },
        Personal {
            table: "audit",
            columns: &["person_name", "label"],
            purpose: "desk-personal-audit",
            basis: Basis::Duty,
            retention: "desk-personal-audit-retention",
        },
    ],
    ..Slice::EMPTY
};

/// The parts of which pages of the desk are made.
pub const DESK_KIT: Slice = Slice {
    name: "desk_kit",
    frontend: Frontend {
        desk_css: include_str!("form/form.css"),
        modules: scripts::MODULES,
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    desk: || {
        suggestions::router()
            .merge(text_preview::router())
            .merge(understanding::router())
            .merge(unsent::router())
            .merge(presence::router())
    },
    attention: Some(|conn, desk, page| Box::pin(unsent::attention(conn, desk, page))),
    chores: &[unsent::CHORE, presence::CHORE],
    personal: &[
        Personal {
            table: "versions",
            columns: &["author"],
            purpose: "desk-personal-versions",
            basis: Basis::Task,
            retention: "desk-personal-history-retention",
        },
        Personal {
            table: "unsent",
            columns: &["title", "body"],
            purpose: "desk-personal-unsent",
            basis: Basis::Task,
            retention: "desk-personal-unsent-retention",
        },
        Personal {
            table: "open_forms",
            columns: &["person_id", "since", "seen_at"],
            purpose: "desk-personal-presence",
            basis: Basis::Task,
            retention: "desk-personal-presence-retention",
        },
    ],
    migrations: &[
        Migration::new([2026, 11, 30, 2], "versions of settings and lists", include_str!("../migrations/versions.sql")),
        Migration::new([2026, 11, 30, 3], "unsent texts", include_str!("../migrations/unsent.sql")),
        Migration::new([2026, 11, 30, 14], "deleted drafts", include_str!("../migrations/bin.sql")),
        Migration::new([2026, 11, 30, 43], "open forms", include_str!("../migrations/presence.sql")),
    ],
    ..Slice::EMPTY
};
