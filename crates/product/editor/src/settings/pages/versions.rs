//! `/redaktion/einstellungen/verlauf`: who changed the settings when.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{Answer, PAGE_SIZE, PageNumber, Pager, html};

use crate::rights::CHANGE_SETTINGS;
use crate::settings::paths::{SettingsPath, VersionPath, VersionsPath};
use crate::settings::store::{self, Version};

#[derive(Template)]
#[template(path = "settings/pages/versions.html")]
struct VersionsPage {
    page: DeskPage,
    versions: Vec<Version>,
    total: i64,
    pager: Pager,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct VersionsQuery {
    #[serde(default)]
    seite: PageNumber,
}

pub(super) async fn show(_: VersionsPath, desk: Desk, Query(query): Query<VersionsQuery>) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let versions = store::list(conn, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
    let total = store::count(conn).await?;
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, "");
    let page = DeskPage::new(&desk, desk.t("settings-versions")).below(desk.t("settings-title"), SettingsPath);
    html(&VersionsPage { page, versions, total, pager })
}

/// Where a version has its page.
fn href(page: &DeskPage, version: &Version) -> String {
    page.href(VersionPath { number: version.number })
}
