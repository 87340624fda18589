//! One version: its differences from another one, and the offer to restore it.

use std::collections::HashMap;

use accounts::{Desk, DeskPage};
use archive::Document;
use askama::Template;
use axum::extract::Query;
use desk_kit::form::{ShownDifference, Values, differences, shown};
use golden_thread::history;
use serde::Deserialize;
use web::{Answer, Error, PAGE_SIZE, PageNumber, Pager};

use super::act::instant_in_words;
use super::edit::values_of;
use super::restoration::Offer;
use crate::entries::actions::revision;
use crate::entries::changes;
use crate::entries::opened::Opened;
use crate::entries::paths::{EntriesPath, EntryPath, HistoryPath, VersionPath};
use crate::entries::restored::RestoredPart;

/// The version to compare with.
#[derive(Debug, Deserialize)]
pub(crate) struct ComparisonQuery {
    /// Its number; the one before if it is missing.
    mit: Option<i64>,
    /// The page of the list of versions.
    #[serde(default)]
    seite: PageNumber,
}

/// Another version to compare with.
#[derive(Debug)]
struct Other {
    number: i64,
    href: String,
    /// Its time and its author.
    made: String,
    /// The fields that it changed.
    changed: String,
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
    pager: Pager,
    body: String,
    /// The offer to restore it; `None` for the newest.
    offer: Option<Offer>,
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
    let made = made(&desk, &opened).await?;
    let (others, pager) = others(&desk, &opened, &path, (with, query.seite), &made).await?;
    let offer =
        if number == opened.work.head { None } else { Some(Offer::of(&desk, &opened, number, &document).await?) };
    let title = [("title", opened.document.matter.title.as_str().into()), ("number", number.into())];
    let entry = EntryPath { folder: path.folder.clone(), slug: path.slug.clone() };
    let page = DeskPage::new(&desk, desk.t_args("version-title", &title))
        .called(desk.t_with("history-open", "number", number))
        .below(desk.t("desk-area-entries"), EntriesPath)
        .below(opened.document.matter.title.clone(), entry)
        .below(desk.t("entry-history"), HistoryPath { folder: path.folder.clone(), slug: path.slug.clone() });
    web::html(&VersionPage {
        page,
        made: made.get(&number).cloned().unwrap_or_default(),
        with,
        differences,
        others,
        pager,
        body: document.body,
        offer,
    })
}

/// Time and author of each version, by its number.
async fn made(desk: &Desk, opened: &Opened) -> Result<HashMap<i64, String>, Error> {
    let acts = history::acts(&mut desk.db().read().await?.conn(), opened.id).await?;
    let acts = acts.into_iter().filter(|act| act.act.makes_revision());
    let told = |act: &history::Entry| format!("{}, {}", instant_in_words(desk, act.at), author(desk, &act.author));
    Ok(acts.map(|act| (act.number, told(&act))).collect())
}

/// A page of the versions to compare with, newest first.
async fn others(
    desk: &Desk,
    opened: &Opened,
    path: &VersionPath,
    (with, page): (Option<i64>, PageNumber),
    made: &HashMap<i64, String>,
) -> Result<(Vec<Other>, Pager), Error> {
    let head = opened.work.head;
    let filter = with.map(|with| format!("mit={with}")).unwrap_or_default();
    let pager = Pager::new(desk, page, PAGE_SIZE, head, &filter);
    let newest = head - page.offset(PAGE_SIZE);
    let oldest = (newest - PAGE_SIZE + 1).max(1);
    if newest < 1 {
        return Ok((Vec::new(), pager));
    }
    let changed = changes::between(desk, opened, oldest, newest).await?;
    let (here, seite) = (desk.href(path), pager.number);
    let other = |number| Other {
        number,
        href: format!("{here}?mit={number}&seite={seite}"),
        made: made.get(&number).cloned().unwrap_or_default(),
        changed: changed.get(&number).cloned().unwrap_or_default(),
        is_chosen: with == Some(number),
    };
    Ok(((oldest..=newest).rev().filter(|number| *number != path.number).map(other).collect(), pager))
}

fn author(desk: &Desk, name: &str) -> String {
    if name.is_empty() { desk.t("history-program") } else { name.to_owned() }
}

pub(super) async fn version(desk: &Desk, opened: &Opened, number: i64) -> Result<Document, Error> {
    if !(1..=opened.work.head).contains(&number) {
        return Err(Error::NotFound);
    }
    Ok(revision(&mut desk.db().read().await?.conn(), opened.id, number).await?)
}

/// The values of a version, in all languages.
pub(super) async fn all(desk: &Desk, opened: &Opened, document: &Document) -> Result<Values, Error> {
    let mut values = values_of(desk, opened, document).await?;
    crate::entries::languages::put(&mut values, document);
    Ok(values)
}
