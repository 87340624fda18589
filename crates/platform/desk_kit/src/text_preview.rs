//! A text as the public would see it, for the box beside the field in which somebody writes it.

use accounts::{Desk, can_begin};
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum_extra::routing::RouterExt as _;
use base::Locale;
use golden_thread::{Kind, Text};
use web::form::Submission;
use web::{Answer, AppState};

use crate::form::scalar;
use crate::paths::TextPreviewPath;

/// The route of the preview.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_post(show)
}

/// A piece of a page.
#[derive(Template)]
#[template(path = "text_preview.html")]
struct TextPreview {
    /// The reason why the text could not be saved, or the text.
    shown: Result<Text, String>,
}

/// The text by the code that renders public pages, or the reason why it could not be saved.
async fn show(_: TextPreviewPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let text = sent.get("text");
    if let Err(reason) = scalar::markdown(&desk, text) {
        let answer = web::html(&TextPreview { shown: Err(reason) })?;
        return Ok(web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, answer));
    }
    let locale = Locale::from_code(sent.get("sprache")).unwrap_or(Locale::De);
    let text = Text::of(locale, text.to_owned()).await;
    let text = text.illustrated(&mut desk.db().read().await?.conn(), &desk).await?;
    web::html(&TextPreview { shown: Ok(text) })
}
