//! `/buecher/{slug}`: one book.

use askama::Template;
use axum_extra::routing::TypedPath;
use base::Slug;
use golden_thread::entry::EntryPage;
use serde::Deserialize;
use web::{Answer, Ctx, Page};

use super::{BOOK, store};

/// `/buecher/{slug}`
#[derive(TypedPath, Deserialize)]
#[typed_path("/buecher/{slug}")]
pub(super) struct BookPath {
    slug: Slug,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{%- extends \"golden_thread/entry.html\" -%}{%- import \"macros.html\" as m -%}\
              {%- block facts %}<div><dt>{{ page.t(\"trial-pages\") }}</dt><dd>{{ pages }}</dd></div>{% endblock -%}"
)]
struct BookPage {
    page: Page,
    entry: EntryPage,
    pages: i64,
}

pub(super) async fn show(path: BookPath, ctx: Ctx) -> Answer {
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let entry = EntryPage::load(conn, &ctx, BOOK, &path.slug).await?;
    let pages = store::pages(conn, entry.card.id).await?;
    entry.answer(|entry| BookPage { page: entry.page(ctx.clone(), None), entry, pages })
}
