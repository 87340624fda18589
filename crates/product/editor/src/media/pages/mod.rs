//! The pages of media.

mod act;
mod around;
mod list;
mod new;
mod several;
mod show;

use accounts::Desk;
use axum::Router;
use axum::http::HeaderMap;
use axum_extra::routing::RouterExt as _;
use media::serve::{self, Audience};
use web::{Answer, AppState, Notices};

use super::held::Held;
use super::paths::{FilePath, ImagePath};

/// The routes of media at the desk.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .typed_get(list::show)
        .typed_get(new::show)
        .typed_post(new::receive)
        .typed_post(new::put_aside)
        .typed_get(show::show)
        .typed_post(show::describe)
        .typed_post(act::replace)
        .typed_post(act::withdraw)
        .typed_post(act::restore)
        .typed_post(act::release)
        .typed_post(act::bring_back)
        .typed_get(image)
        .typed_get(file)
}

/// The flash messages of the page of a medium.
const NOTICES: Notices = Notices {
    done: &[
        ("hochgeladen", "medium-notice-hochgeladen"),
        ("mehrere", "medium-notice-mehrere"),
        ("gespeichert", "medium-notice-gespeichert"),
        ("ersetzt", "medium-notice-ersetzt"),
        ("zurueckgezogen", "medium-notice-zurueckgezogen"),
        ("wiederhergestellt", "medium-notice-wiederhergestellt"),
        ("freigegeben", "medium-notice-freigegeben"),
        ("zurueckgeholt", "medium-notice-zurueckgeholt"),
    ],
    refused: &[("genutzt", "medium-notice-genutzt"), ("andere-art", "medium-notice-andere-art")],
};

async fn image(path: ImagePath, desk: Desk, headers: HeaderMap) -> Answer {
    Held::find(&desk, &path.slug).await?;
    serve::image_for(&desk, Audience::Desk, &path.slug, &path.file, &headers).await
}

async fn file(path: FilePath, desk: Desk, headers: HeaderMap) -> Answer {
    Held::find(&desk, &path.slug).await?;
    serve::file_for(&desk, Audience::Desk, &path.slug, &path.name, &headers).await
}
