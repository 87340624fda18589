//! `/redaktion/einstellungen/verlauf/{number}`: what a version changed; it can be brought back.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use serde_json::Value;
use web::form::Submission;
use web::{Answer, Ctx, Error, html};

use crate::rights::CHANGE_SETTINGS;
use crate::settings::actions::{self, RESTORED};
use crate::settings::document::Document;
use crate::settings::paths::{RestorationPath, SettingsPath, VersionPath, VersionsPath};
use crate::settings::section::SettingsSection;
use crate::settings::store::{self, Version};

#[derive(Template)]
#[template(path = "settings/pages/version.html")]
struct VersionPage {
    page: DeskPage,
    version: Version,
    changes: Vec<Change>,
    /// Whether it is what is in force.
    is_newest: bool,
}

/// A value that a version changed.
struct Change {
    label: String,
    before: String,
    after: String,
}

pub(super) async fn show(path: VersionPath, desk: Desk) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let version = store::find(conn, path.number).await?.ok_or(Error::NotFound)?;
    let after = store::document(conn, path.number).await?.ok_or(Error::NotFound)?;
    let before = store::document(conn, path.number - 1).await?;
    let is_newest = store::newest(conn).await? == path.number;
    let changes = match before {
        Some(before) => changes(&desk, &Document::parse(&before)?, &Document::parse(&after)?),
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
    let document = store::document(&mut tx.conn(), path.number).await?.ok_or(Error::NotFound)?;
    let stand = actions::stand(&mut tx, path.number).await?;
    let saved = actions::save(&desk, tx, &stand, Document::parse(&document)?, RESTORED).await?;
    // If somebody else was faster, the list shows what they did; nothing was changed.
    Ok(match saved {
        Some(number) => Redirect::to(&desk.href(VersionPath { number })),
        None => Redirect::to(&desk.href(VersionsPath)),
    }
    .into_response())
}

fn changes(ctx: &Ctx, before: &Document, after: &Document) -> Vec<Change> {
    let mut changes = Vec::new();
    for section in SettingsSection::ALL {
        for ask in section.asks().into_iter().filter(|ask| before.differs(after, &ask.at)) {
            let in_words = |document: &Document| said(ctx, document.get(&ask.at));
            changes.push(Change { label: ask.label(ctx), before: in_words(before), after: in_words(after) });
        }
        if let Some(rows) = section.rows().filter(|rows| before.differs(after, rows.at)) {
            let in_words = |document: &Document| said(ctx, document.get(rows.at));
            let label = ctx.t(&format!("settings-section-{section}"));
            changes.push(Change { label, before: in_words(before), after: in_words(after) });
        }
    }
    changes
}

/// A value as people read it; each row of a list on a line of its own.
fn said(ctx: &Ctx, value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => ctx.t("settings-nothing"),
        Some(Value::Bool(yes)) => ctx.t(if *yes { "settings-yes" } else { "settings-no" }),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(rows)) if rows.is_empty() => ctx.t("settings-nothing"),
        Some(Value::Array(rows)) => rows.iter().map(row).collect::<Vec<_>>().join("\n"),
        Some(other) => other.to_string(),
    }
}

fn row(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(parts) => {
            let german = parts.values().filter_map(|part| part.get("de")?.as_str());
            german.collect::<Vec<_>>().join(" – ")
        }
        other => other.to_string(),
    }
}
