//! The answer at the address of an entry that moved (redirect) or was withdrawn (gone), or never was public
//! (not found).
//!
//! A published address stays good: a former one redirects to the present one, and that of a withdrawn entry
//! gives date and reason. An entry that never was public does not exist.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect};
use base::{Localized, Slug, clock};
use db::Conn;
use web::{Ctx, Error, Page};

use crate::{Kind, LangAttribute, history};

#[derive(Template)]
#[template(path = "golden_thread/gone.html")]
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

/// The reason why there is no page of an entry: it moved, was withdrawn, or never was public. `address`
/// turns the present slug into the path of the page, without language prefix.
///
/// # Errors
/// If the database fails.
pub(crate) async fn answer_for_missing(
    conn: &mut Conn<'_>,
    ctx: &Ctx,
    (kind, slug): (Kind, &Slug),
    address: impl FnOnce(&Slug) -> String,
) -> Result<Error, Error> {
    if let Some((at, why)) = history::withdrawal(conn, kind, slug.as_str()).await? {
        let since = base::words::date(clock::day_of(at), ctx.interface());
        let title = ctx.t_with("gone-title", "day", since);
        let page = Page::new(ctx.clone(), title).without_index();
        return Ok(Error::page(StatusCode::GONE, &GonePage { page, why, list: ctx.href(kind.base_path()) }));
    }
    match history::find_redirect(conn, kind, slug.as_str()).await? {
        Some((_, today)) => Ok(moved(&ctx.href_in(ctx.locale(), address(&today.parse()?)))),
        None => Ok(Error::NotFound),
    }
}

/// Permanent, so that search engines forget the old address, but browsers ask again each time (`no-cache`):
/// an entry may get its old address back, and a browser that still knew the former redirect would go in a
/// circle.
fn moved(target: &str) -> Error {
    let mut answer = Redirect::permanent(target).into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Error::Page(Box::new(answer))
}
