//! The editor: everything that the public sees, from the first draft to its history.
//!
//! For one to three people in a coordination office without technical training, and for organisers
//! and facilitators who see to their own events.
//!
//! Invariants:
//! * every save is a fixed version with author and time; none is changed or deleted;
//! * a person who saves after somebody else sees both texts, and loses none (optimistic lock);
//! * public pages change in one transaction, together with search and page cache;
//! * nothing needs JavaScript.

mod acts;
mod entries;
mod jobs;
mod media;
mod overview;
mod personal;
mod registers;
mod remarks;
mod rights;
mod settings;

use accounts::Area;
use accounts::paths::DeskPath;
use accounts::rights::OVERSEE;
use axum::Router;
use db::Migration;
use desk_kit::{Basis, Frontend, Personal, Rights, Slice};
use entries::assignment::Reminders;
use entries::bin::Disposal;
use entries::bulk::{self, BulkWorker};
use entries::paths::EntriesPath;
use entries::{notes, templates};
use personal::PersonalPath;
use registers::{ContactsPath, SourcesPath};
use remarks::Inspection;
use web::{AppState, Locales};

pub use self::media::paths as media_paths;
pub use self::settings::SettingsSection;
pub use self::settings::paths as settings_paths;
pub use entries::paths;
pub use entries::{Public, Schedule};

use self::media::paths::MediaPath;
use self::rights::{CHANGE_LISTS, CHANGE_SETTINGS, UPLOAD};
use self::settings::paths::SettingsPath;

/// The desk as a slice: it brings pages and no kinds.
pub const SLICE: Slice = Slice {
    name: "editor",
    frontend: Frontend {
        desk_css: concat!(
            include_str!("desk.css"),
            include_str!("media/media.css"),
            include_str!("settings/settings.css")
        ),
        modules: &[("upload.js", include_str!("../js/upload.js")), ("logo.js", include_str!("../js/logo.js"))],
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    desk: router,
    areas: &[
        Area { order: 10, path: || DeskPath.to_string(), key: "overview-title", right: None },
        Area { order: 20, path: || EntriesPath.to_string(), key: "desk-area-entries", right: Some(UPLOAD) },
        Area { order: 30, path: || MediaPath.to_string(), key: "desk-area-media", right: Some(UPLOAD) },
        Area { order: 40, path: || ContactsPath.to_string(), key: "register-contacts", right: Some(CHANGE_LISTS) },
        Area { order: 50, path: || SourcesPath.to_string(), key: "register-sources", right: Some(CHANGE_LISTS) },
        Area { order: 100, path: || PersonalPath.to_string(), key: "personal-title", right: Some(OVERSEE) },
        Area { order: 80, path: || SettingsPath.to_string(), key: "settings-title", right: Some(CHANGE_SETTINGS) },
    ],
    counters: &[overview::COUNTER],
    rights: Rights { title: "right-group-editor", list: rights::RIGHTS },
    audit_events: acts::AUDIT_EVENTS,
    attention: Some(|conn, desk, page| Box::pin(remarks::attention(conn, desk, page))),
    handlers: |workers, state| {
        let inspection = Inspection { state: state.clone() };
        workers
            .with(Schedule { state: state.clone() })
            .with(inspection.clone())
            .with(BulkWorker { state: state.clone() })
            .with_daily(inspection)
            .with_daily(Disposal { state: state.clone() })
            .with_daily(Reminders { state: state.clone() })
    },
    chores: &[notes::CHORE, bulk::CHORE, templates::CHORE],
    personal: &[
        Personal {
            table: "approvals",
            columns: &["person", "editor", "remark"],
            purpose: "approval-personal",
            basis: Basis::Task,
            retention: "approval-personal-retention",
        },
        Personal {
            table: "assignments",
            columns: &["person", "giver"],
            purpose: "assignment-personal",
            basis: Basis::Task,
            retention: "assignment-personal-retention",
        },
        Personal {
            table: "bulk_acts",
            columns: &["author"],
            purpose: "editor-personal-bulk",
            basis: Basis::Task,
            retention: "editor-personal-bulk-retention",
        },
        Personal {
            table: "entry_notes",
            columns: &["person", "text"],
            purpose: "note-personal",
            basis: Basis::Task,
            retention: "note-personal-retention",
        },
        Personal {
            table: "entry_templates",
            columns: &["person"],
            purpose: "template-personal",
            basis: Basis::Task,
            retention: "template-personal-retention",
        },
        Personal {
            table: "mentions",
            columns: &["person_id"],
            purpose: "mention-personal",
            basis: Basis::Task,
            retention: "note-personal-retention",
        },
    ],
    migrations: &[
        Migration::new([2026, 11, 30, 45], "templates", include_str!("../migrations/templates.sql")),
        Migration::new([2026, 11, 30, 4], "remarks", include_str!("../migrations/remarks.sql")),
        Migration::new([2026, 11, 30, 20], "first steps", include_str!("../migrations/first_steps.sql")),
        Migration::new([2026, 11, 30, 38], "acts on many entries", include_str!("../migrations/bulk.sql")),
        Migration::new([2026, 11, 30, 41], "approvals", include_str!("../migrations/approvals.sql")),
        Migration::new([2026, 11, 30, 44], "assignments", include_str!("../migrations/assignments.sql")),
        Migration::new([2026, 11, 30, 42], "notes", include_str!("../migrations/notes.sql")),
    ],
    ..Slice::EMPTY
};

/// The routes of the desk. They need a [`Public`], through which previews are rendered, as an `Extension`.
fn router() -> Router<AppState> {
    entries::router()
        .merge(self::media::router())
        .merge(jobs::router())
        .merge(settings::router())
        .merge(overview::router())
        .merge(registers::router())
        .merge(personal::router())
        .merge(remarks::router())
        .merge(rights::router())
}
