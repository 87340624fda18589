//! `/redaktion/einstellungen/verlauf/{number}`: the changes of a version; it can be restored.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use db::Conn;
use desk_kit::form::{ShownDifference, Titles, differences, shown, write};
use desk_kit::versions::{self, Version};
use serde_json::Value;
use web::form::Submission;
use web::{Answer, Ctx, Error, html};

use crate::rights::CHANGE_SETTINGS;
use crate::settings::actions::{self, RESTORED, SETTINGS};
use crate::settings::document;
use crate::settings::paths::{RestorationPath, SettingsPath, VersionPath, VersionsPath};
use crate::settings::section::SettingsSection;

#[derive(Template)]
#[template(path = "settings/pages/version.html")]
struct VersionPage {
    page: DeskPage,
    version: Version,
    changes: Vec<ShownDifference>,
    /// True if it is the one in force.
    is_newest: bool,
}

pub(super) async fn show(path: VersionPath, desk: Desk) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let version = versions::find(conn, SETTINGS, path.number).await?.ok_or(Error::NotFound)?;
    let after = stored(conn, path.number).await?.ok_or(Error::NotFound)?;
    let before = stored(conn, path.number - 1).await?;
    let is_newest = versions::head(conn, SETTINGS).await? == path.number;
    let changes = match before {
        Some(before) => changes(&desk, &before, &after),
        None => Vec::new(),
    };
    let page = DeskPage::new(&desk, desk.t_with("settings-version-title", "number", path.number))
        .below(desk.t("settings-title"), SettingsPath)
        .below(desk.t("settings-versions"), VersionsPath);
    html(&VersionPage { page, version, changes, is_newest })
}

pub(super) async fn restore(path: RestorationPath, desk: Desk, _: Submission) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let document = stored(&mut tx.conn(), path.number).await?.ok_or(Error::NotFound)?;
    let stand = actions::stand(&mut tx.conn()).await?;
    let saved = actions::save(&desk, tx, &stand, document, RESTORED).await?;
    // If somebody else was faster, the list shows what they did; nothing was changed.
    Ok(match saved {
        Some(number) => Redirect::to(&desk.href(VersionPath { number })),
        None => Redirect::to(&desk.href(VersionsPath)),
    }
    .into_response())
}

/// A version as it was stored.
async fn stored(conn: &mut Conn<'_>, number: i64) -> Result<Option<Value>, Error> {
    let text = versions::content(conn, SETTINGS, number).await?;
    Ok(text.map(|text| document::of(&document::parse(&text)?)).transpose()?)
}

/// The fields in which two versions differ, section by section.
fn changes(ctx: &Ctx, before: &Value, after: &Value) -> Vec<ShownDifference> {
    let mut changes = Vec::new();
    for section in SettingsSection::ALL {
        let parts = section.parts();
        let values = |document| write(ctx, document, &parts, &Titles::new());
        changes.extend(differences(&parts, &values(before), &values(after)).iter().map(|one| shown(ctx, one)));
    }
    changes
}
