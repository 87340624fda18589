//! The restoration of an older version: what it would change, and the act.

use accounts::Desk;
use archive::Document;
use golden_thread::State;
use golden_thread::history::Act;
use web::form::Submission;
use web::{Answer, Error};

use super::NOTICES;
use super::edit::says;
use super::version::{all, version};
use crate::entries::actions::{self, NewVersion, Refusal, Then};
use crate::entries::changes::labels;
use crate::entries::languages::parts_with_languages;
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{EntryPath, RestorationPath};
use crate::entries::restored::{RestoredPart, lost};

/// The offer to restore a version.
#[derive(Debug)]
pub(super) struct Offer {
    pub(super) action: String,
    /// The newest version, that of which the sentences speak.
    pub(super) head: i64,
    /// The consequences of restoring all of it, as sentences.
    pub(super) consequences: Vec<String>,
    /// The parts that can be restored; none if the version says what the newest says.
    pub(super) parts: Vec<RestoredPart>,
}

impl Offer {
    /// The offer to restore a version in the place of the newest.
    pub(super) async fn of(desk: &Desk, opened: &Opened, number: i64, older: &Document) -> Result<Self, Error> {
        let newest = &opened.document;
        let parts = RestoredPart::offered(older, newest);
        let consequences = if parts.is_empty() { Vec::new() } else { consequences(desk, opened, older).await? };
        let path = RestorationPath { folder: opened.folder.clone(), slug: opened.slug.clone(), number };
        Ok(Self { action: desk.href(path), head: opened.work.head, consequences, parts })
    }

    /// True if all of the version can be restored.
    pub(super) fn is_of_all(&self) -> bool {
        self.parts.contains(&RestoredPart::All)
    }
}

/// The changes that a restoration of all of a version would make to the newest.
async fn consequences(desk: &Desk, opened: &Opened, older: &Document) -> Result<Vec<String>, Error> {
    let newest = &opened.document;
    let (now, then) = (all(desk, opened, newest).await?, all(desk, opened, older).await?);
    let changed = desk_kit::form::differences(&parts_with_languages(&opened.parts()), &now, &then);
    let mut told = vec![if changed.is_empty() {
        desk.t("version-restores-no-field")
    } else {
        desk.t_with("version-restores-fields", "fields", labels(desk, &changed))
    }];
    for locale in lost(older, newest) {
        let language = desk.t(&format!("language-{}", locale.code()));
        told.push(desk.t_with("version-restores-loses", "language", language));
    }
    if older.slug != newest.slug {
        let slugs = [("before", older.slug.as_str().into()), ("now", newest.slug.as_str().into())];
        told.push(desk.t_args("version-restores-slug", &slugs));
    }
    match (&older.matter.picture, &newest.matter.picture) {
        (before, now) if before == now => {}
        (None, _) => told.push(desk.t("version-restores-no-picture")),
        (Some(before), _) => told.push(desk.t_with("version-restores-picture", "picture", before.as_str())),
    }
    Ok(told)
}

/// Restores a version, or a part of it, as a new one. The public page stays until that is published.
pub(super) async fn restore(path: RestorationPath, desk: Desk, sent: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let part = RestoredPart::from_code(sent.get("teil")).ok_or(Error::BadRequest)?;
    // The sentences beside the button speak of the version that was the newest then.
    if head != opened.work.head {
        return says(&desk, &opened, desk.t("entry-newer")).await;
    }
    let older = version(&desk, &opened, path.number).await?;
    if !RestoredPart::offered(&older, &opened.document).contains(&part) {
        return Err(Error::BadRequest);
    }
    let mut document = part.put(&older, &opened.document);
    document.matter.updated = desk.state().clock.now();
    if let Some(why) = opened.refusal_of(&desk, &document).await? {
        return says(&desk, &opened, desk.t(why)).await;
    }
    let note = part.note(path.number);
    let new = NewVersion {
        document: &document,
        act: Act::Restored,
        note: Some(&note),
        told: None,
        knows_withdrawal: true,
        may_publish: opened.may_publish,
        then: Then::Nothing,
    };
    match actions::save(desk.state(), by(&desk), opened.seen(head), new).await {
        Ok(_) => {
            let is_public = opened.state == State::Published;
            let slug = if is_public { opened.slug } else { document.slug.as_str().to_owned() };
            Ok(NOTICES.redirect(&desk, EntryPath { folder: opened.folder, slug }, "wiederhergestellt"))
        }
        Err(Refusal::Newer) => says(&desk, &opened.reloaded(&desk).await?, desk.t("entry-newer")).await,
        Err(Refusal::Unfit(_)) => says(&desk, &opened, desk.t("version-not-fit")).await,
        Err(other) => Err(other.into_error()),
    }
}
