//! `/redaktion/buchwuensche`: who wished for a book, and the list on the start page of the desk.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum_extra::routing::TypedPath;
use db::Conn;
use desk_kit::{Attention, Line};
use serde::Deserialize;
use web::{Answer, Error, html};

use super::{READ_WISHES, store};

/// `/redaktion/buchwuensche`
#[derive(TypedPath, Deserialize)]
#[typed_path("/redaktion/buchwuensche")]
pub(super) struct WishesPath;

#[derive(Template)]
#[template(
    ext = "html",
    source = "{%- extends \"desk/layout.html\" -%}{%- block content %}\
              <ul>{% for wish in wishes %}<li>{{ wish }}</li>{% endfor %}</ul>{% endblock -%}"
)]
struct WishesPage {
    page: DeskPage,
    wishes: Vec<String>,
}

pub(super) async fn show(_: WishesPath, desk: Desk) -> Answer {
    desk.require(READ_WISHES.allows(&desk.person))?;
    let wishes = store::wishes(&mut desk.db().read().await?.conn()).await?;
    html(&WishesPage { page: DeskPage::new(&desk, desk.t("trial-wishes")), wishes })
}

pub(super) async fn waiting(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    if !READ_WISHES.allows(&desk.person) {
        return Ok(Vec::new());
    }
    let wishes = store::wishes(conn).await?;
    let total = i64::try_from(wishes.len()).unwrap_or(i64::MAX);
    let line = |email: String| Line { title: email, href: page.href(WishesPath), note: String::new() };
    let lines = wishes.into_iter().take(8).map(line).collect();
    Ok(vec![Attention { code: "trial", waits: false, total, lines, all: page.href(WishesPath) }])
}
