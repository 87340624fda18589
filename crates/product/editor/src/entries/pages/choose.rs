//! Beginning an entry: the choice of a kind, or of a template.

use accounts::{Desk, DeskPage, can_begin};
use askama::Template;
use golden_thread::{Kind, Usage};
use web::Answer;

use super::templates::TemplateLink;
use crate::entries::paths::{BeginPath, EntriesPath, NewPath, TemplatesPath};
use crate::entries::templates;
use crate::rights::KEEP_TEMPLATES;

#[derive(Template)]
#[template(path = "entries/pages/choose.html")]
struct ChoosePage {
    page: DeskPage,
    /// The kinds that the person may begin, by what they are used for.
    groups: Vec<Group>,
    may_keep_templates: bool,
}

/// Kinds of one usage.
struct Group {
    usage: Usage,
    kinds: Vec<Choosable>,
}

/// A kind to choose.
struct Choosable {
    href: String,
    name: String,
    /// What such an entry is, in one sentence.
    what: String,
    /// Its templates.
    templates: Vec<TemplateLink>,
}

/// The choice of a kind, or of a template for it.
pub(crate) async fn choose(_: NewPath, desk: Desk) -> Answer {
    let templates = templates::store::all(&mut desk.db().read().await?.conn()).await?;
    let choosable = |kind: Kind| Choosable {
        href: desk.href(BeginPath { folder: kind.folder().to_owned() }),
        name: desk.t(&format!("kind-{kind}")),
        what: desk.t(&format!("kind-what-{kind}")),
        templates: TemplateLink::of(&desk, kind, &templates),
    };
    let kinds: Vec<Kind> = Kind::all().iter().copied().filter(|kind| can_begin(&desk.person, *kind)).collect();
    desk.require(!kinds.is_empty())?;
    let group = |usage| {
        let kinds: Vec<_> = kinds.iter().filter(|kind| kind.def().usage == usage).copied().map(choosable).collect();
        (!kinds.is_empty()).then_some(Group { usage, kinds })
    };
    let groups = Usage::ALL.into_iter().filter_map(group).collect();
    let page = DeskPage::new(&desk, desk.t("entry-new")).below(desk.t("desk-area-entries"), EntriesPath);
    let may_keep_templates = KEEP_TEMPLATES.allows(&desk.person);
    web::html(&ChoosePage { page, groups, may_keep_templates })
}
