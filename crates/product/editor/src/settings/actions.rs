//! Saving the settings: a new version, the document itself, the note in the audit log and the new state of
//! the public pages, all in one transaction.

use accounts::Desk;
use anyhow::Context as _;
use base::{Locale, Now};
use db::{Conn, Tx};
use desk_kit::versions::{self, NewVersion};
use serde_json::{Value, json};
use services::audit;
use services::jobs::Priority;
use services::mail::{self, Mail, Subject};
use uuid::Uuid;
use web::Error;
use web::initiative::{self, Initiative};

use super::document;
use super::paths::SectionPath;
use super::section::SettingsSection;
use crate::acts::SettingsAct;

/// The key of the settings among the documents with versions.
pub(super) const SETTINGS: &str = "settings";

/// The settings as they are.
pub(super) struct Stand {
    /// The number of the newest version.
    pub(super) head: i64,
    /// The document.
    pub(super) now: Value,
}

/// Reads the settings.
pub(super) async fn stand(conn: &mut Conn<'_>) -> Result<Stand, Error> {
    let head = versions::head(conn, SETTINGS).await?;
    let initiative = initiative::load(conn).await?.context("the database holds no initiative")?;
    Ok(Stand { head, now: document::today(conn, &initiative).await? })
}

/// A version, with the names that carriers have today.
pub(super) async fn version(conn: &mut Conn<'_>, number: i64) -> Result<Option<Value>, Error> {
    let Some(text) = versions::content(conn, SETTINGS, number).await? else { return Ok(None) };
    Ok(Some(document::today(conn, &document::parse(&text)?).await?))
}

/// Keeps a document, in which one section was changed, as the next version. `None` if somebody else was faster; then nothing was changed.
pub(super) async fn save(
    desk: &Desk,
    mut tx: Tx,
    stand: &Stand,
    mut new: Value,
    section: SettingsSection,
) -> Result<Option<i64>, Error> {
    let Now { clock, ids } = desk.state().now();
    let now = clock.now();
    new["updated"] = json!(now);
    let initiative = document::initiative(new)?;
    let conn = &mut tx.conn();
    let content = text(&initiative)?;
    let before = if stand.head == 0 { Some(text(&document::initiative(stand.now.clone())?)?) } else { None };
    let (author_id, author) = (Some(desk.person.id.0), desk.person.name.as_str());
    let version = NewVersion { content: &content, note: section.code(), author_id, author, at: now };
    let Some(number) = versions::save(conn, SETTINGS, stand.head, before.as_deref(), version).await? else {
        return Ok(None);
    };
    initiative::save(conn, &initiative).await?;
    let german = desk.in_language(Locale::De);
    let label = german.t(&format!("settings-section-{section}"));
    let path = SectionPath { section: section.slug().to_owned() }.to_string();
    audit::note(conn, Now { clock, ids }, desk.actor(), &SettingsAct { path, section: &label }).await?;
    tx.publish().await?;
    Ok(Some(number))
}

/// Enqueues a mail to the person themselves; its fate is found by its id.
pub(super) async fn try_mail(desk: &Desk) -> Result<Uuid, Error> {
    let name = desk.initiative().name.as_str();
    let subject = Subject::new(&desk.t_with("settings-trial-subject", "name", name));
    let text = format!("{}\n\n{}", desk.t_with("settings-trial-text", "name", name), desk.initiative().signature());
    let letter = Mail::new(desk.person.email.clone(), subject, text).priority(Priority::High);
    let mut tx = desk.db().write().await?;
    let id = mail::enqueue(&mut tx.conn(), desk.state().now(), &letter).await?;
    tx.commit().await?;
    Ok(id)
}

fn text(initiative: &Initiative) -> anyhow::Result<String> {
    Ok(serde_json::to_string(initiative)?)
}
