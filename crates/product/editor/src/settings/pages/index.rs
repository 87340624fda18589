//! `/redaktion/einstellungen`: what can be set.

use accounts::{Desk, DeskPage};
use askama::Template;
use web::{Answer, html};

use crate::rights::CHANGE_SETTINGS;
use crate::settings::paths::{SectionPath, SettingsPath, VersionsPath};
use crate::settings::section::SettingsSection;

#[derive(Template)]
#[template(path = "settings/pages/index.html")]
struct SettingsPage {
    page: DeskPage,
}

pub(super) async fn show(_: SettingsPath, desk: Desk) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    html(&SettingsPage { page: DeskPage::new(&desk, desk.t("settings-title")) })
}

/// The address of a section.
fn href(page: &DeskPage, section: SettingsSection) -> String {
    page.href(SectionPath { section: section.slug().to_owned() })
}
