//! Pages that show several slices at once.

mod paths;
mod start;

use axum::Router;
use axum_extra::routing::RouterExt as _;
use desk_kit::{Frontend, Slice};
use web::Locales;

/// The start page as a slice.
pub(crate) const SLICE: Slice = Slice {
    name: "start",
    frontend: Frontend {
        css: include_str!("../start.css"),
        ..Frontend::of(Locales { de: include_str!("../../locales/de.ftl"), en: include_str!("../../locales/en.ftl") })
    },
    audit_events: crate::acts::AUDIT_EVENTS,
    public: || Router::new().typed_get(start::show),
    ..Slice::EMPTY
};
