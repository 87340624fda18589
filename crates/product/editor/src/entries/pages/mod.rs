//! The editor's pages.

mod act;
mod approval;
mod assignment;
mod begin;
mod beside;
mod bin;
mod button;
mod choose;
mod edit;
mod history;
mod instant;
mod not_saved;
mod notes;
mod preview;
mod preview_link;
mod restoration;
mod reuse;
mod sent;
mod submit;
mod templates;
mod translation;
mod version;

use axum::Router;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum_extra::routing::RouterExt as _;
use web::{AppState, Notices};

use super::rendering::Rendered;

pub(crate) use act::instant_in_words;
pub(super) use begin::free_slug;
pub(crate) use bin::binned;
pub use preview::Public;

/// The editor's routes. They need a [`Public`] as an `Extension`.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .typed_get(choose::choose)
        .typed_get(begin::show)
        .typed_post(begin::create)
        .typed_get(edit::show)
        .typed_post(submit::save)
        .typed_post(act::unschedule)
        .typed_post(act::withdraw)
        .typed_post(approval::send_back)
        .typed_post(approval::end)
        .typed_get(bin::show)
        .typed_post(bin::delete)
        .typed_post(bin::bring_back)
        .typed_post(reuse::copy)
        .typed_post(reuse::next)
        .typed_post(reuse::keep)
        .typed_get(templates::show)
        .typed_post(templates::delete)
        .typed_post(templates::bring_back)
        .typed_post(assignment::give)
        .typed_post(assignment::end)
        .typed_post(notes::add)
        .typed_post(notes::mark)
        .typed_post(notes::delete)
        .typed_post(notes::bring_back)
        .typed_get(history::show)
        .typed_get(version::show)
        .typed_post(restoration::restore)
        .typed_get(translation::show)
        .typed_post(translation::save)
        .typed_post(preview_link::revoke)
        .typed_get(preview::show)
        .layer(axum::Extension(Rendered::new()))
}

/// The flash messages of the pages of an entry.
const NOTICES: Notices = Notices {
    done: &[
        ("angelegt", "entry-notice-angelegt"),
        ("gespeichert", "entry-notice-gespeichert"),
        ("unveraendert", "entry-notice-unveraendert"),
        ("veroeffentlicht", "entry-notice-veroeffentlicht"),
        ("geplant", "entry-notice-geplant"),
        ("entplant", "entry-notice-entplant"),
        ("zurueckgezogen", "entry-notice-zurueckgezogen"),
        ("wiederhergestellt", "entry-notice-wiederhergestellt"),
        ("geloescht", "entry-notice-geloescht"),
        ("zurueckgeholt", "entry-notice-zurueckgeholt"),
        ("kopiert", "entry-notice-kopiert"),
        ("folgejahr", "reuse-notice-folgejahr"),
        ("vorlage", "reuse-notice-vorlage"),
        ("vorlage-ersetzt", "reuse-notice-vorlage-ersetzt"),
        ("uebersetzt", "entry-notice-uebersetzt"),
        ("zur-freigabe", "entry-notice-zur-freigabe"),
        ("gespeichert-freigabe", "entry-notice-gespeichert-freigabe"),
        ("zurueckgegeben", "entry-notice-zurueckgegeben"),
        ("freigabe-beendet", "entry-notice-freigabe-beendet"),
        ("zustaendig", "assignment-notice-given"),
        ("zustaendigkeit-erledigt", "assignment-notice-done"),
        ("notiert", "note-notice-notiert"),
        ("notiz-erledigt", "note-notice-erledigt"),
        ("notiz-offen", "note-notice-offen"),
        ("notiz-geloescht", "note-notice-geloescht"),
        ("notiz-zurueck", "note-notice-zurueck"),
        ("link-zurueckgezogen", "entry-notice-link-zurueckgezogen"),
    ],
    refused: &[("vorher", "entry-notice-vorher")],
};

/// A page that is shown again because of its faults.
fn refused(page: Response) -> Response {
    web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// Keeps a page out of search engines, even if somebody passes the link on.
fn unlisted(mut page: Response) -> Response {
    page.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    page
}
