//! `/redaktion/einstellungen/verlauf/{number}`: the changes of a version; each of its sections can be restored.

use std::collections::BTreeMap;

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::http::StatusCode;
use db::Conn;
use desk_kit::form::{ShownDifference, Titles, differences, shown, write};
use desk_kit::versions::{self, Version};
use serde_json::Value;
use web::form::Submission;
use web::{Answer, Ctx, Error, Notice, Notices, html};

use super::section::faults_of;
use crate::rights::CHANGE_SETTINGS;
use crate::settings::actions::{self, SETTINGS};
use crate::settings::document;
use crate::settings::logo;
use crate::settings::paths::{RestorationPath, SettingsPath, VersionPath, VersionsPath};
use crate::settings::section::SettingsSection;

const NOTICES: Notices = Notices { done: &[("wiederhergestellt", "settings-restored")], refused: &[] };

/// A section that differs from the settings in force.
struct Restorable {
    section: SettingsSection,
    /// The changes that its restoration would make.
    changes: Vec<ShownDifference>,
    /// True if the version was saved in this section.
    is_named: bool,
}

#[derive(Template)]
#[template(path = "settings/pages/version.html")]
struct VersionPage {
    page: DeskPage,
    version: Version,
    /// What it changed, section by section.
    changes: Vec<(SettingsSection, Vec<ShownDifference>)>,
    /// The version in force.
    head: i64,
    /// The sections that can be restored, the one that the version names first.
    restorable: Vec<Restorable>,
    /// The reason why nothing was restored.
    refusal: Option<String>,
    notice: Option<Notice>,
}

pub(super) async fn show(path: VersionPath, desk: Desk) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let page = page(&desk, path.number).await?;
    html(&VersionPage { notice: NOTICES.find(&desk), ..page })
}

async fn page(desk: &Desk, number: i64) -> Result<VersionPage, Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let version = versions::find(conn, SETTINGS, number).await?.ok_or(Error::NotFound)?;
    let after = stored(conn, number).await?.ok_or(Error::NotFound)?;
    let before = stored(conn, number - 1).await?;
    let older = actions::version(conn, number).await?.ok_or(Error::NotFound)?;
    let stand = actions::stand(conn).await?;
    let documents: Vec<&Value> = before.iter().chain([&after, &older, &stand.now]).collect();
    let titles = logo::titles(conn, &documents).await?;
    let mut made = Vec::new();
    if let Some(before) = &before {
        let changes = |section| (section, changes(desk, section, (before, &after), &titles));
        made.extend(SettingsSection::ALL.map(changes));
    }
    made.retain(|(_, changes)| !changes.is_empty());
    let page = DeskPage::new(desk, desk.t_with("settings-version-title", "number", number))
        .called(desk.t_with("history-open", "number", number))
        .below(desk.t("settings-title"), SettingsPath)
        .below(desk.t("settings-versions"), VersionsPath);
    let restorable = restorable(desk, &version, (&stand.now, &older), &titles);
    Ok(VersionPage { page, version, changes: made, head: stand.head, restorable, refusal: None, notice: None })
}

/// The sections in which a version differs from the settings in force.
fn restorable(
    ctx: &Ctx,
    version: &Version,
    (now, older): (&Value, &Value),
    titles: &BTreeMap<String, String>,
) -> Vec<Restorable> {
    let one = |section: SettingsSection| Restorable {
        section,
        changes: changes(ctx, section, (now, older), titles),
        is_named: section.code() == version.note,
    };
    let mut sections: Vec<Restorable> = SettingsSection::ALL.into_iter().map(one).collect();
    sections.retain(|one| !one.changes.is_empty());
    sections.sort_by_key(|one| !one.is_named);
    sections
}

/// Restores a section of a version; all others stay as they are in force.
pub(super) async fn restore(path: RestorationPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let conn = &mut tx.conn();
    let older = actions::version(conn, path.number).await?.ok_or(Error::NotFound)?;
    let section = SettingsSection::from_slug(sent.get("bereich")).ok_or(Error::BadRequest)?;
    let seen: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let stand = actions::stand(conn).await?;
    // A change of somebody else in another section is no reason to ask.
    if stand.head != seen {
        let seen = actions::version(conn, seen).await?.ok_or(Error::BadRequest)?;
        if !document::is_same(section, &seen, &stand.now) {
            drop(tx);
            return refused(&desk, path.number, desk.t("settings-restore-newer")).await;
        }
    }
    let mut document = stand.now.clone();
    document::put_section(section, &older, &mut document);
    document::complete(&mut document);
    let faults = faults_of(&desk, conn, &stand.now, &document).await?;
    if !faults.is_empty() {
        drop(tx);
        let why = faults.into_values().collect::<Vec<_>>().join(" ");
        return refused(&desk, path.number, desk.t_with("settings-restore-unfit", "why", why)).await;
    }
    match actions::save(&desk, tx, &stand, document, section).await? {
        Some(number) => Ok(NOTICES.redirect(&desk, VersionPath { number }, "wiederhergestellt")),
        None => refused(&desk, path.number, desk.t("settings-restore-newer")).await,
    }
}

/// The page with the reason why nothing was restored, and with the differences as they are now.
async fn refused(desk: &Desk, number: i64, why: String) -> Answer {
    let page = VersionPage { refusal: Some(why), ..page(desk, number).await? };
    Ok(web::says_itself(StatusCode::CONFLICT, html(&page)?))
}

/// A version as it was stored.
async fn stored(conn: &mut Conn<'_>, number: i64) -> Result<Option<Value>, Error> {
    let text = versions::content(conn, SETTINGS, number).await?;
    Ok(text.map(|text| document::of(&document::parse(&text)?)).transpose()?)
}

/// The fields of a section in which two versions differ. `titles` are those of the media that they name.
fn changes(
    ctx: &Ctx,
    section: SettingsSection,
    (before, after): (&Value, &Value),
    titles: &BTreeMap<String, String>,
) -> Vec<ShownDifference> {
    let parts = section.parts();
    let values = |document| {
        let mut values = write(ctx, document, &parts, &Titles::new());
        logo::entitle(&mut values, titles);
        values
    };
    differences(&parts, &values(before), &values(after)).iter().map(|one| shown(ctx, one)).collect()
}
