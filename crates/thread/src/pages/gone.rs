//! What stands at the address of an entry that moved or was taken back.
//!
//! A published address stays good: one that an entry had leads to the one that it has, and one that was
//! taken back says since when and why. Whatever never was public does not exist.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};
use base::{Localized, Slug, clock};
use db::Conn;
use web::{Ctx, Error, Page};

use crate::{Kind, LangAttribute, history};

#[derive(Template)]
#[template(path = "thread/gone.html")]
struct GonePage {
    page: Page,
    why: Localized,
    /// The list of its kind.
    list: String,
}

impl GonePage {
    fn lang(&self) -> LangAttribute {
        LangAttribute::of_note(&self.why, &self.page)
    }
}

/// Why there is no page at the address of an entry: it is elsewhere, was taken back, or never was.
///
/// # Errors
/// If the database fails.
pub(crate) async fn instead(conn: &mut Conn<'_>, ctx: &Ctx, kind: Kind, slug: &Slug) -> Result<Error, Error> {
    if let Some((at, why)) = history::withdrawal(conn, kind, slug.as_str()).await? {
        let since = base::words::date(clock::day_of(at), ctx.interface());
        let title = ctx.t_with("gone-title", "day", since);
        let page = Page::new(ctx.clone(), title).without_index();
        return Ok(Error::said(StatusCode::GONE, &GonePage { page, why, list: ctx.href(kind.base_path()) }));
    }
    match history::find_redirect(conn, kind, slug.as_str()).await? {
        Some((_, today)) => {
            let here = ctx.path().replacen(slug.as_str(), &today, 1);
            let target = ctx.href_in(ctx.locale(), here);
            Ok(Error::Said(Box::new(Redirect::permanent(&target).into_response())))
        }
        None => Ok(Error::NotFound),
    }
}
