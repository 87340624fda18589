//! `/redaktion/datenverzeichnis`: the register of personal data with purposes and retention (Art. 30 GDPR), as the
//! slices declare it. For the data protection officer, who copies it into the register of the organisation.

mod paths;

use accounts::rights::OVERSEE;
use accounts::{Desk, DeskPage};
use askama::Template;
use axum::Router;
use axum_extra::routing::RouterExt as _;
use desk_kit::{Personal, slices};
use web::{Answer, AppState, html};

pub(crate) use paths::PersonalPath;

#[derive(Template)]
#[template(path = "personal/page.html")]
struct PersonalPage {
    page: DeskPage,
    all: Vec<&'static Personal>,
}

/// The route of the register.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(show)
}

async fn show(_: PersonalPath, desk: Desk) -> Answer {
    desk.require(OVERSEE.allows(&desk.person))?;
    let page = DeskPage::new(&desk, desk.t("personal-title"));
    html(&PersonalPage { page, all: slices().iter().flat_map(|slice| slice.personal).collect() })
}
