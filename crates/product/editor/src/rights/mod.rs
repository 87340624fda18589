//! The rights of this room: media at the desk, the lists that all entries share, settings and jobs; and the page that
//! shows the rights of all slices.

mod holding;
mod table;

use accounts::{Role, Rule, ScopeKind};
use axum::Router;
use axum_extra::routing::RouterExt as _;
use web::AppState;

pub(crate) use holding::{Holding, can_see_medium, uploads_for};

accounts::rights! {
    /// To add pictures and files, and to use public ones: everybody who writes.
    UPLOAD = {
        code: "upload",
        key: "right-upload",
        rules: &[
            Rule::of(Role::Administrator),
            Rule::of(Role::Editor),
            Rule::of(Role::Organiser),
            Rule::of(Role::Facilitator),
        ],
    };

    /// To change a medium: the uploader may until it is public.
    CHANGE_MEDIA = {
        code: "change_media",
        key: "right-change_media",
        rules: &[
            Rule::of(Role::Administrator),
            Rule::within(Role::Editor),
            Rule::own(Role::Editor),
            Rule::within(Role::Organiser),
            Rule::own(Role::Organiser),
            Rule::own(Role::Facilitator),
        ],
    };

    /// To decide on the publication of a medium: release it, and then change or withdraw it.
    PUBLISH_MEDIA = {
        code: "publish_media",
        key: "right-publish_media",
        rules: &[Rule::of(Role::Administrator), Rule::within(Role::Editor), Rule::within(Role::Organiser)],
    };

    /// To change the lists that all entries share: contacts, sources.
    CHANGE_LISTS = {
        code: "change_lists",
        key: "right-change_lists",
        rules: &[Rule::of(Role::Administrator), Rule::of(Role::Editor).with_scope(&[ScopeKind::Initiative])],
    };

    /// To keep templates of entries for all, and to delete them.
    KEEP_TEMPLATES = {
        code: "keep_templates",
        key: "right-keep_templates",
        rules: &[Rule::of(Role::Administrator), Rule::of(Role::Editor).with_scope(&[ScopeKind::Initiative])],
    };

    /// To change the settings of the site.
    CHANGE_SETTINGS = {
        code: "change_settings",
        key: "right-change_settings",
        rules: &[Rule::of(Role::Administrator)],
    };

    /// To see failed background jobs, and have them retried.
    SEE_TO_JOBS = {
        code: "see_to_jobs",
        key: "right-see_to_jobs",
        rules: &[Rule::of(Role::Administrator)],
    };
}

/// The route of the table.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(table::show)
}
