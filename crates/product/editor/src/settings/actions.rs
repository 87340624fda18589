//! Saving the settings: a new version, the document itself, the note in the audit log and the new state of
//! the public pages, all in one transaction.

use accounts::Desk;
use anyhow::Context as _;
use base::{Locale, Now};
use db::Tx;
use serde_json::json;
use services::audit;
use services::jobs::Priority;
use services::mail::{self, Mail, Subject};
use uuid::Uuid;
use web::Error;
use web::initiative;

use super::document::Document;
use super::paths::{SectionPath, VersionPath};
use super::section::SettingsSection;
use super::store::{self, Version};
use crate::acts::SettingsAct;

/// The word in the history for a version that was brought back.
pub(super) const RESTORED: &str = "restored";
/// The word for what was there before the first change.
pub(super) const BEGINNING: &str = "beginning";

/// The settings as they are, and as somebody saw them.
pub(super) struct Stand {
    pub(super) number: i64,
    pub(super) now: Document,
    /// The document of the version that the person has seen.
    pub(super) seen: Document,
}

/// Reads the settings; `seen` is the version from which a form goes on.
pub(super) async fn stand(tx: &mut Tx, seen: i64) -> Result<Stand, Error> {
    let conn = &mut tx.conn();
    let number = store::newest(conn).await?;
    let initiative = initiative::load(conn).await?.context("the database holds no initiative")?;
    let now = Document::today(conn, &initiative).await?;
    let seen = match store::document(conn, seen).await? {
        Some(document) => Document::today(conn, &Document::parse(&document)?.initiative()?).await?,
        // Before the first change there is only what is there.
        None => now.clone(),
    };
    Ok(Stand { number, now, seen })
}

/// Keeps a document as the next version. `None` if somebody else was faster; then nothing was changed.
pub(super) async fn save(
    desk: &Desk,
    mut tx: Tx,
    stand: &Stand,
    mut document: Document,
    section: &str,
) -> Result<Option<i64>, Error> {
    let Now { clock, ids } = desk.state().now();
    let now = clock.now();
    document.set("/updated", Some(json!(now)));
    let initiative = document.initiative()?;
    let conn = &mut tx.conn();
    if stand.number == 0 {
        let beginning = Version { number: 0, section: BEGINNING.to_owned(), person: String::new(), at: now };
        store::insert(conn, &beginning, None, &text(&stand.now)?).await?;
    }
    let number = stand.number + 1;
    let version = Version { number, section: section.to_owned(), person: desk.person.name.clone(), at: now };
    if !store::insert(conn, &version, Some(desk.person.id.0), &text(&document)?).await? {
        return Ok(None);
    }
    initiative::save(conn, &initiative).await?;
    let german = desk.in_language(Locale::De);
    let label = german.t(&format!("settings-section-{section}"));
    let path = match SettingsSection::from_code(section) {
        Some(section) => SectionPath { section: section.slug().to_owned() }.to_string(),
        None => VersionPath { number }.to_string(),
    };
    audit::note(conn, Now { clock, ids }, desk.actor(), &SettingsAct { path, section: &label }).await?;
    tx.publish().await?;
    Ok(Some(number))
}

/// Lays a mail to the person who asks into the outbox; its id tells what becomes of it.
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

fn text(document: &Document) -> anyhow::Result<String> {
    Ok(serde_json::to_string(&document.initiative()?)?)
}
