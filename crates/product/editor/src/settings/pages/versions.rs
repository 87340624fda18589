//! `/redaktion/einstellungen/verlauf`: the versions of the settings, with author and time.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::extract::Query;
use desk_kit::versions::{self, Version};
use serde::Deserialize;
use web::{Answer, PAGE_SIZE, PageNumber, Pager, html};

use crate::rights::CHANGE_SETTINGS;
use crate::settings::actions::SETTINGS;
use crate::settings::paths::{SettingsPath, VersionPath, VersionsPath};

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
    let versions = versions::list(conn, SETTINGS, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
    let total = versions::count(conn, SETTINGS).await?;
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, "");
    let page = DeskPage::new(&desk, desk.t("settings-versions")).below(desk.t("settings-title"), SettingsPath);
    html(&VersionsPage { page, versions, total, pager })
}

/// The address of a version.
fn href(page: &DeskPage, version: &Version) -> String {
    page.href(VersionPath { number: version.number })
}
