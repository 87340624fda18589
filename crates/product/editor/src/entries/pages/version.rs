//! One version: its differences from another one, and its restoration.

use accounts::{Desk, DeskPage};
use archive::Document;
use askama::Template;
use axum::extract::Query;
use desk_kit::form::{ShownDifference, Values, differences, shown};
use golden_thread::history::{self, Act};
use serde::Deserialize;
use web::form::Submission;
use web::{Answer, Error};

use super::NOTICES;
use super::act::instant_in_words;
use super::edit::{says, values_of};
use crate::entries::actions::{self, NewVersion, Refusal, Then, revision};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{EntriesPath, EntryPath, HistoryPath, RestorationPath, VersionPath};

/// The version to compare with.
#[derive(Debug, Deserialize)]
pub(crate) struct ComparisonQuery {
    /// Its number; the one before if it is missing.
    mit: Option<i64>,
}

/// Another version to compare with.
#[derive(Debug)]
struct Other {
    number: i64,
    href: String,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "entries/pages/version.html")]
struct VersionPage {
    page: DeskPage,
    /// Its time and its author.
    made: String,
    /// The number of the version that it is compared with.
    with: Option<i64>,
    differences: Vec<ShownDifference>,
    others: Vec<Other>,
    body: String,
    restoration: Option<String>,
    head: i64,
}

/// A version beside another one.
pub(crate) async fn show(path: VersionPath, desk: Desk, Query(query): Query<ComparisonQuery>) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let number = path.number;
    let document = version(&desk, &opened, number).await?;
    let with = query.mit.or((number > 1).then_some(number - 1)).filter(|with| *with != number);
    let differences = match with {
        Some(other) => {
            let other = version(&desk, &opened, other).await?;
            let (before, after) = (all(&desk, &opened, &other).await?, all(&desk, &opened, &document).await?);
            let parts = crate::entries::languages::parts_with_languages(&opened.parts());
            differences(&parts, &before, &after).iter().map(|one| shown(&desk, one)).collect()
        }
        None => Vec::new(),
    };
    let acts = history::acts(&mut desk.db().read().await?.conn(), opened.id).await?;
    let made = acts.iter().find(|act| act.number == number && makes_version(act.act));
    let made = made.map(|act| format!("{}, {}", instant_in_words(&desk, act.at), author(&desk, &act.author)));
    let title = desk.t_with("version-title", "number", number);
    let entry = EntryPath { folder: path.folder.clone(), slug: path.slug.clone() };
    let page = DeskPage::new(&desk, title)
        .below(desk.t("desk-area-entries"), EntriesPath)
        .below(opened.document.matter.title.clone(), entry)
        .below(desk.t("entry-history"), HistoryPath { folder: path.folder.clone(), slug: path.slug.clone() });
    let restoration = RestorationPath { folder: path.folder.clone(), slug: path.slug.clone(), number };
    web::html(&VersionPage {
        page,
        made: made.unwrap_or_default(),
        with,
        differences,
        others: others(&desk, &path, opened.work.head, with),
        body: document.body.clone(),
        restoration: (number != opened.work.head).then(|| desk.href(restoration)),
        head: opened.work.head,
    })
}

fn others(desk: &Desk, path: &VersionPath, head: i64, with: Option<i64>) -> Vec<Other> {
    let here = desk.href(path);
    let numbers = (1..=head).rev().filter(|number| *number != path.number);
    numbers
        .map(|number| Other { number, href: format!("{here}?mit={number}"), is_chosen: with == Some(number) })
        .collect()
}

fn makes_version(act: Act) -> bool {
    matches!(act, Act::Imported | Act::Created | Act::Saved | Act::Restored)
}

fn author(desk: &Desk, name: &str) -> String {
    if name.is_empty() { desk.t("history-program") } else { name.to_owned() }
}

async fn version(desk: &Desk, opened: &Opened, number: i64) -> Result<Document, Error> {
    if !(1..=opened.work.head).contains(&number) {
        return Err(Error::NotFound);
    }
    Ok(revision(&mut desk.db().read().await?.conn(), opened.id, number).await?)
}

/// The values of a version, in all languages.
async fn all(desk: &Desk, opened: &Opened, document: &Document) -> Result<Values, Error> {
    let mut values = values_of(desk, opened, document).await?;
    crate::entries::languages::put(&mut values, document);
    Ok(values)
}

/// Restores a version as a new one. The public page stays until that is published.
pub(crate) async fn restore(path: RestorationPath, desk: Desk, sent: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let mut document = version(&desk, &opened, path.number).await?;
    document.matter.updated = desk.state().clock.now();
    if let Some(why) = opened.refusal_of(&desk, &document).await? {
        return says(&desk, &opened, desk.t(why)).await;
    }
    let note = path.number.to_string();
    let seen = actions::Seen { id: opened.id, head };
    let new = NewVersion {
        document: &document,
        act: Act::Restored,
        note: Some(&note),
        knows_withdrawal: true,
        may_publish: opened.may_publish,
        then: Then::Nothing,
    };
    match actions::save(desk.state(), by(&desk), seen, new).await {
        Ok(_) => {
            let slug = if opened.state == golden_thread::State::Published {
                opened.slug
            } else {
                document.slug.as_str().to_owned()
            };
            Ok(NOTICES.redirect(&desk, EntryPath { folder: opened.folder, slug }, "wiederhergestellt"))
        }
        Err(Refusal::Newer) => says(&desk, &opened, desk.t("entry-newer")).await,
        Err(Refusal::Unfit(_)) => says(&desk, &opened, desk.t("version-not-fit")).await,
        Err(other) => Err(other.into_error()),
    }
}
