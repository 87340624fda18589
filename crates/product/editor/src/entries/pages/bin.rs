//! The pages of the bin: all that is in it, a draft that is in it, and the acts of deleting and bringing back.

use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use desk_kit::form::titles;
use golden_thread::Kind;
use serde::Deserialize;
use web::form::Submission;
use web::{Answer, Error, Notice, PAGE_SIZE, PageNumber, Pager};

use super::NOTICES;
use super::act::{after, instant_in_words};
use super::edit;
use super::sent::{HEAD, Sent};
use crate::entries::bin::actions::{self, Refusal};
use crate::entries::bin::naming::{Naming, naming};
use crate::entries::bin::{DAYS, KEPT, store};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{BinPath, DeletionPath, EntriesPath, EntryPath, ReturnPath};

#[derive(Debug, Deserialize)]
pub(crate) struct BinQuery {
    #[serde(default)]
    seite: PageNumber,
}

/// A deleted draft in the list.
struct Line {
    title: String,
    kind: String,
    /// When it was deleted, and when it is gone for good.
    deleted: String,
    /// The address that brings it back.
    back: String,
}

#[derive(Template)]
#[template(path = "entries/pages/bin.html")]
struct BinPage {
    page: DeskPage,
    lines: Vec<Line>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "entries/pages/binned.html")]
struct BinnedPage {
    page: DeskPage,
    notice: Option<Notice>,
    /// The entries that name it, as far as the person sees them: address and title.
    naming: Vec<(String, String)>,
    back: String,
}

/// The deleted drafts that somebody may write.
pub(crate) async fn show(_: BinPath, desk: Desk, Query(query): Query<BinQuery>) -> Answer {
    desk.require(Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind)))?;
    let place = (PAGE_SIZE, query.seite.offset(PAGE_SIZE));
    let (binned, total) = store::list(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), place).await?;
    let lines = binned.into_iter().map(|one| line(&desk, one)).collect();
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, "");
    let page = DeskPage::new(&desk, desk.t("bin-title")).below(desk.t("desk-area-entries"), EntriesPath);
    web::html(&BinPage { page, lines, pager })
}

fn line(desk: &Desk, one: store::Binned) -> Line {
    let instants =
        [("deleted", instant_in_words(desk, one.at).into()), ("gone", instant_in_words(desk, one.at + KEPT).into())];
    Line {
        title: one.title,
        kind: desk.t(&format!("kind-{}", one.kind)),
        deleted: desk.t_args("bin-deleted", &instants),
        back: desk.href(ReturnPath { folder: one.kind.folder().to_owned(), slug: one.slug }),
    }
}

/// The page at the address of a draft that is in the bin.
pub(crate) async fn binned(desk: &Desk, opened: &Opened) -> Error {
    match binned_page(desk, opened).await {
        Ok(page) => Error::page(StatusCode::GONE, &page),
        Err(error) => error,
    }
}

async fn binned_page(desk: &Desk, opened: &Opened) -> Result<BinnedPage, Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let Naming { others, .. } = naming(conn, opened.id, (opened.document.kind, &opened.slug)).await?;
    let titles = titles(conn, Sight::of(&desk.person), others).await?;
    let entry = |(reference, title): (String, String)| {
        let (kind, slug) = Kind::split_reference(&reference)?;
        Some((desk.href(EntryPath { folder: kind.folder().to_owned(), slug: slug.to_owned() }), title))
    };
    Ok(BinnedPage {
        page: DeskPage::new(desk, desk.t_with("bin-holds", "title", opened.document.matter.title.as_str()))
            .below(desk.t("desk-area-entries"), EntriesPath)
            .below(desk.t("bin-title"), BinPath),
        notice: NOTICES.find(desk),
        naming: titles.into_iter().filter_map(entry).collect(),
        back: desk.href(ReturnPath { folder: opened.folder.clone(), slug: opened.slug.clone() }),
    })
}

/// Puts a draft into the bin.
pub(crate) async fn delete(path: DeletionPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let why = match actions::delete(desk.state(), by(&desk), sent.opened.id).await {
        Ok(()) => return after(&desk, &sent, "geloescht").await,
        Err(Refusal::Broken(cause)) => return Err(cause.into()),
        Err(Refusal::WasPublic) => desk.t("entry-delete-was-public"),
        Err(Refusal::Needed) => desk.t("entry-delete-needed"),
        Err(Refusal::Named(public)) => {
            let titles = titles(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), public.clone()).await?;
            let named: Vec<&str> = public.iter().map(|one| titles.get(one).unwrap_or(one).as_str()).collect();
            desk.t_with("entry-delete-named", "entries", named.join(", "))
        }
    };
    edit::not_done(sent.page(&desk).await?, why)
}

/// Brings a draft back. The form of the draft may have been sent along: its text is kept.
pub(crate) async fn bring_back(path: ReturnPath, desk: Desk, sent: Submission) -> Answer {
    let address = (path.folder.as_str(), path.slug.as_str());
    if sent.get(HEAD).is_empty() {
        let opened = Opened::of_form(&desk, address, &sent).await?;
        actions::bring_back(desk.state(), by(&desk), opened.id).await?;
        return Ok(NOTICES.redirect(&desk, opened.path(), "zurueckgeholt"));
    }
    let sent = Sent::take(&desk, address, sent).await?;
    actions::bring_back(desk.state(), by(&desk), sent.opened.id).await?;
    after(&desk, &sent, "zurueckgeholt").await
}
