//! `/redaktion/medien`: the pictures and files that somebody sees, newest first; filtered by address.

use accounts::{Desk, DeskPage, Sight};
use askama::Template;
use axum::extract::Query;
use desk_kit::thumbnail;
use media::store::ListFilter;
use media::{Medium, Sort, store};
use serde::Deserialize;
use web::form::{Choice, encoded};
use web::{Answer, Ctx, Notice, PAGE_SIZE, PageNumber, Pager, html};

use super::NOTICES;
use crate::media::paths::{MediaPath, MediumPath, UploadPath};
use crate::rights::UPLOAD;

/// The query of the address. An unknown filter counts as none.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MediaQuery {
    art: String,
    stand: String,
    nutzung: String,
    q: String,
    seite: PageNumber,
}

const COMPLETE: &str = "vollstaendig";
pub(super) const INCOMPLETE: &str = "unvollstaendig";
const WITHDRAWN: &str = "zurueckgezogen";
const USED: &str = "genutzt";
const UNUSED: &str = "ungenutzt";

impl MediaQuery {
    fn filter(&self, sight: Sight) -> ListFilter {
        let either = |value: &str, yes: &str, no: &str| match value {
            value if value == yes => Some(true),
            value if value == no => Some(false),
            _ => None,
        };
        ListFilter {
            sort: Sort::from_code(&self.art),
            complete: either(&self.stand, COMPLETE, INCOMPLETE),
            used: either(&self.nutzung, USED, UNUSED),
            words: self.q.chars().take(200).collect(),
            withdrawn: self.stand == WITHDRAWN,
            seen: sight.media(),
            ..ListFilter::default()
        }
    }

    fn encoded(&self) -> String {
        let pairs = [("art", &self.art), ("stand", &self.stand), ("nutzung", &self.nutzung), ("q", &self.q)];
        let set = pairs.iter().filter(|(_, value)| !value.trim().is_empty());
        set.map(|(name, value)| format!("{name}={}", encoded(value.trim()))).collect::<Vec<_>>().join("&")
    }
}

/// One medium of the list.
struct Tile {
    href: String,
    title: String,
    image: Option<String>,
    ending: String,
    kind: String,
    day: String,
    /// The facts that are missing before its publication; empty if none is.
    missing: String,
}

/// A choice of filters.
struct Filter {
    id: &'static str,
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
    chosen: String,
}

#[derive(Template)]
#[template(path = "media/pages/list.html")]
struct ListPage {
    page: DeskPage,
    notice: Option<Notice>,
    action: String,
    upload: String,
    filters: Vec<Filter>,
    words: String,
    is_filtered: bool,
    tiles: Vec<Tile>,
    total: i64,
    pager: Pager,
}

pub(super) async fn show(_: MediaPath, desk: Desk, Query(query): Query<MediaQuery>) -> Answer {
    desk.require(UPLOAD.allows(&desk.person))?;
    let filter = query.filter(Sight::of(&desk.person));
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let media = store::list(conn, &filter, PAGE_SIZE, query.seite.offset(PAGE_SIZE)).await?;
    let total = store::count(conn, &filter).await?;
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, &query.encoded());
    html(&ListPage {
        page: DeskPage::new(&desk, desk.t("desk-area-media")),
        notice: NOTICES.find(&desk),
        action: desk.href(MediaPath),
        upload: desk.href(UploadPath),
        filters: filters(&desk, &query),
        is_filtered: !query.encoded().is_empty(),
        words: query.q,
        tiles: media.iter().map(|medium| tile(&desk, medium)).collect(),
        total,
        pager,
    })
}

fn tile(desk: &Desk, medium: &Medium) -> Tile {
    let missing: Vec<String> = medium.missing().into_iter().map(|one| desk.t(one.key())).collect();
    Tile {
        href: desk.href(MediumPath { slug: medium.slug.clone() }),
        title: medium.about.title.clone(),
        image: thumbnail(desk, medium, 480),
        ending: medium.file_type.code().to_uppercase(),
        kind: desk.t(&format!("medium-sort-{}", medium.sort())),
        day: base::words::date(base::clock::day_of(medium.created), desk.interface()),
        missing: missing.join(", "),
    }
}

fn filters(ctx: &Ctx, query: &MediaQuery) -> Vec<Filter> {
    let choices = |codes: &[&str], key: fn(&Ctx, &str) -> String| {
        codes.iter().map(|code| Choice { value: (*code).to_owned(), label: key(ctx, code) }).collect()
    };
    vec![
        Filter {
            id: "filter-sort",
            name: "art",
            label: ctx.t("medium-filter-sort"),
            choices: choices(&Sort::ALL.map(Sort::code), |ctx, code| ctx.t(&format!("medium-sort-{code}"))),
            chosen: query.art.clone(),
        },
        Filter {
            id: "filter-standing",
            name: "stand",
            label: ctx.t("medium-filter-standing"),
            choices: choices(&[COMPLETE, INCOMPLETE, WITHDRAWN], |ctx, code| ctx.t(&format!("medium-standing-{code}"))),
            chosen: query.stand.clone(),
        },
        Filter {
            id: "filter-use",
            name: "nutzung",
            label: ctx.t("medium-filter-use"),
            choices: choices(&[USED, UNUSED], |ctx, code| ctx.t(&format!("medium-standing-{code}"))),
            chosen: query.nutzung.clone(),
        },
    ]
}
