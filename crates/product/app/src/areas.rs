//! The desk as the app puts it together: its areas, in the order of the menu, and its routes.

use accounts::{
    Area, Areas, SignInWays, can_change_lists, can_change_settings, can_manage_people, can_read_messages,
    can_see_audit, can_upload,
};
use axum::{Extension, Router};
use desk::Public;
use web::AppState;

/// The menu of the desk. Each page asks again who may.
const AREAS: &[Area] = &[
    Area { path: "/redaktion", key: "overview-title", may: |_| true },
    Area { path: "/redaktion/eintraege", key: "desk-area-entries", may: can_upload },
    Area { path: "/redaktion/medien", key: "desk-area-media", may: can_upload },
    Area { path: "/redaktion/kontakte", key: "register-contacts", may: can_change_lists },
    Area { path: "/redaktion/quellen", key: "register-sources", may: can_change_lists },
    Area { path: "/redaktion/nachrichten", key: "inbox-title", may: can_read_messages },
    Area { path: "/redaktion/personen", key: "people-title", may: can_manage_people },
    Area { path: "/redaktion/einstellungen", key: "settings-title", may: can_change_settings },
    Area { path: "/redaktion/protokoll", key: "audit-title", may: can_see_audit },
];

/// Every page of the desk and the way in, without language prefix.
pub(crate) fn router(ways: SignInWays, public: Public) -> Router<AppState> {
    Router::new()
        .merge(accounts::router(ways))
        .merge(messages::desk_router())
        .merge(desk::router(public))
        .layer(Extension(Areas(AREAS)))
}
