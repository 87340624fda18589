//! The page with all templates, and the acts on them.

use accounts::{Desk, DeskPage};
use askama::Template;
use golden_thread::Kind;
use web::{Answer, Error, Notice, Notices};

use super::act::instant_in_words;
use crate::entries::opened::by;
use crate::entries::paths::{BeginPath, EntriesPath, NewPath, TemplateDeletionPath, TemplateReturnPath, TemplatesPath};
use crate::entries::templates::{self, KEPT_DAYS, actions, store};
use crate::rights::KEEP_TEMPLATES;

const NOTICES: Notices = Notices {
    done: &[("geloescht", "template-notice-geloescht"), ("zurueck", "template-notice-zurueck")],
    refused: &[],
};

/// A template with which an entry can begin.
#[derive(Debug)]
pub(crate) struct TemplateLink {
    pub(crate) href: String,
    pub(crate) name: String,
}

impl TemplateLink {
    /// The templates of a kind, out of all.
    pub(crate) fn of(desk: &Desk, kind: Kind, all: &[templates::Template]) -> Vec<Self> {
        let begin = desk.href(BeginPath { folder: kind.folder().to_owned() });
        let fitting = all.iter().filter(|one| one.kind == kind && !one.is_deleted);
        fitting.map(|one| Self { href: format!("{begin}?vorlage={}", one.id), name: one.name.clone() }).collect()
    }
}

/// A template in the list.
struct Line {
    name: String,
    kind: String,
    /// Who has kept it, and when.
    kept: String,
    /// The form that begins with it.
    begin: String,
    /// The address that deletes it or brings it back.
    act: String,
}

#[derive(Template)]
#[template(path = "entries/pages/templates.html")]
struct TemplatesPage {
    page: DeskPage,
    notice: Option<Notice>,
    lines: Vec<Line>,
    deleted: Vec<Line>,
}

/// All templates.
pub(crate) async fn show(_: TemplatesPath, desk: Desk) -> Answer {
    desk.require(KEEP_TEMPLATES.allows(&desk.person))?;
    let all = store::all(&mut desk.db().read().await?.conn()).await?;
    let (deleted, lines): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.is_deleted);
    let in_lines = |list: Vec<templates::Template>| list.into_iter().map(|one| line(&desk, one)).collect();
    let page = DeskPage::new(&desk, desk.t("template-title"))
        .below(desk.t("desk-area-entries"), EntriesPath)
        .below(desk.t("entry-new"), NewPath);
    web::html(&TemplatesPage { notice: NOTICES.find(&desk), lines: in_lines(lines), deleted: in_lines(deleted), page })
}

fn line(desk: &Desk, one: templates::Template) -> Line {
    let begin = desk.href(BeginPath { folder: one.kind.folder().to_owned() });
    let id = one.id;
    let act =
        if one.is_deleted { desk.href(TemplateReturnPath { id }) } else { desk.href(TemplateDeletionPath { id }) };
    Line {
        name: one.name,
        kind: desk.t(&format!("kind-{}", one.kind)),
        kept: format!("{}, {}", one.person, instant_in_words(desk, one.at)),
        begin: format!("{begin}?vorlage={id}"),
        act,
    }
}

/// Deletes a template.
pub(crate) async fn delete(path: TemplateDeletionPath, desk: Desk) -> Answer {
    desk.require(KEEP_TEMPLATES.allows(&desk.person))?;
    done(&desk, actions::delete(desk.state(), by(&desk), path.id).await?, "geloescht")
}

/// Brings a deleted template back.
pub(crate) async fn bring_back(path: TemplateReturnPath, desk: Desk) -> Answer {
    desk.require(KEEP_TEMPLATES.allows(&desk.person))?;
    done(&desk, actions::bring_back(desk.state(), by(&desk), path.id).await?, "zurueck")
}

fn done(desk: &Desk, is_there: bool, notice: &str) -> Answer {
    if is_there { Ok(NOTICES.redirect(desk, TemplatesPath, notice)) } else { Err(Error::NotFound) }
}
