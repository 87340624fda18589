//! The buttons beside an entry that use its content again: as a copy, for the next occasion, as a template. Each takes the newest
//! version that was saved; text that is not saved yet is kept.

use accounts::rights::WRITE_ENTRIES;
use accounts::{Desk, can_begin};
use archive::Document;
use askama::Template;
use askama::filters::HtmlSafe;
use golden_thread::EntryId;
use web::form::{Control, Field, Submission};
use web::{Answer, Ctx};

use super::act::{after, after_at};
use super::begin::free_slug;
use super::beside::beside;
use super::edit;
use super::sent::Sent;
use crate::entries::actions::{self, Refusal, Then};
use crate::entries::opened::{Opened, by, subject};
use crate::entries::paths::{CopyPath, EntryPath, NextPath, TemplatePath};
use crate::entries::reused::{copied, copy_title, next_occasion, next_year, template};
use crate::entries::templates::{self, LONGEST_NAME};
use crate::rights::KEEP_TEMPLATES;

/// The name of the field with the year of the next occasion.
const YEAR: &str = "jahr";
/// The name of the field with the name of a template.
const NAME: &str = "vorlagenname";

/// The fields as they were sent, each with its fault.
#[derive(Debug, Default, Clone)]
pub(crate) struct ReuseFields {
    /// The year of the next occasion; empty for the one that is offered.
    pub(crate) year: String,
    /// The name of the template.
    pub(crate) name: String,
    year_fault: Option<String>,
    name_fault: Option<String>,
}

impl ReuseFields {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self { year: sent.get(YEAR).to_owned(), name: sent.get(NAME).to_owned(), ..Self::default() }
    }

    /// True if something stands in its fields that needs attention.
    pub(crate) fn is_open(&self) -> bool {
        self.year_fault.is_some() || self.name_fault.is_some() || !self.name.is_empty()
    }
}

/// The ways of using an entry again, ready to print.
#[derive(Debug, Default)]
pub(crate) struct Reuse {
    copy: String,
    /// The year that is offered for the next occasion, and the address that begins it.
    next: Option<(i16, String)>,
    /// The address that makes a template of it, for people who keep templates.
    template: Option<String>,
}

impl Reuse {
    /// What this person can make of an entry.
    pub(crate) fn of(desk: &Desk, opened: &Opened) -> Self {
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        let year = next_year(&opened.document, desk.state().clock.today());
        let next = NextPath { folder: folder.clone(), slug: slug.clone() };
        let template = TemplatePath { folder: folder.clone(), slug: slug.clone() };
        Self {
            copy: desk.href(CopyPath { folder, slug }),
            next: year.map(|year| (year, desk.href(next))),
            template: KEEP_TEMPLATES.allows(&desk.person).then(|| desk.href(template)),
        }
    }

    /// Its fields with their faults, as far as this person has them.
    pub(crate) fn faults(&self, page: &Ctx, fields: &ReuseFields) -> Vec<(Field, Option<String>)> {
        let year = self.next.is_some().then(|| (self.year(page, fields), fields.year_fault.clone()));
        let name = self.template.is_some().then(|| (Self::name(page, fields), fields.name_fault.clone()));
        year.into_iter().chain(name).collect()
    }

    fn year(&self, page: &Ctx, fields: &ReuseFields) -> Field {
        let offered = self.next.as_ref().map(|(year, _)| year.to_string()).unwrap_or_default();
        let typed = if fields.year.is_empty() && fields.year_fault.is_none() { &offered } else { &fields.year };
        let field = Field::line(YEAR, page.t("reuse-year")).filled(typed);
        beside(field.with(Control::Line("text", "off")).checked(fields.year_fault.clone()))
    }

    fn name(page: &Ctx, fields: &ReuseFields) -> Field {
        let field = Field::line(NAME, page.t("reuse-name")).filled(&fields.name);
        beside(field.hinted(page.t("reuse-name-hint")).checked(fields.name_fault.clone()))
    }

    /// Prints it.
    pub(crate) fn printed<'a>(&'a self, page: &'a Ctx, fields: &'a ReuseFields) -> PrintedReuse<'a> {
        PrintedReuse { page, reuse: self, fields }
    }
}

/// The ways of using an entry again as HTML.
#[derive(Template)]
#[template(path = "entries/pages/reuse.html")]
pub(crate) struct PrintedReuse<'a> {
    page: &'a Ctx,
    reuse: &'a Reuse,
    fields: &'a ReuseFields,
}

// Templates escape what they print.
impl HtmlSafe for PrintedReuse<'_> {}

/// Copies the newest version of an entry, and opens the form of the copy.
pub(crate) async fn copy(path: CopyPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let original = &sent.opened.document;
    let title = copy_title(&desk, original);
    let slug = free_slug(&desk, original.kind, &title).await?;
    let document = copied(original, title, slug, desk.state().clock.now());
    begin(&desk, &sent, document, "kopiert").await
}

/// Begins the next occasion of an entry, in the year that was typed, and opens its form.
pub(crate) async fn next(path: NextPath, desk: Desk, sent: Submission) -> Answer {
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let original = &sent.opened.document;
    let (today, now) = (desk.state().clock.today(), desk.state().clock.now());
    let year = match sent.beside.reuse.year.as_str() {
        "" => next_year(original, today),
        typed => typed.parse().ok().filter(|year: &i16| (1..=9999).contains(year)),
    };
    let Some(mut document) = year.and_then(|year| next_occasion(original, year, now)) else {
        sent.beside.reuse.year_fault = Some(desk.t("reuse-year-unfit"));
        return sent.page(&desk).await?.refused();
    };
    document.slug = free_slug(&desk, document.kind, &document.matter.title).await?;
    begin(&desk, &sent, document, "folgejahr").await
}

/// Begins an entry with this content, and opens its form; the form that was sent comes back with the reason if it cannot.
async fn begin(desk: &Desk, sent: &Sent, document: Document, notice: &str) -> Answer {
    let kind = document.kind;
    desk.require(can_begin(&desk.person, kind))?;
    let subject = subject(&mut desk.db().read().await?.conn(), None, &document).await?;
    if !WRITE_ENTRIES.covers(&desk.person, &subject) {
        return refused(desk, sent, "entry-out-of-reach").await;
    }
    let id = EntryId(desk.state().ids.next());
    match actions::create(desk.state(), by(desk), id, (&document, Then::Nothing)).await {
        Ok(()) => {}
        Err(Refusal::Unfit(_)) => return refused(desk, sent, "entry-copy-unfit").await,
        Err(refusal) if refusal.is_race() => return refused(desk, sent, "entry-just-taken").await,
        Err(refusal) => return Err(refusal.into_error()),
    }
    let path = EntryPath { folder: sent.opened.folder.clone(), slug: document.slug.to_string() };
    after_at(desk, sent, path, notice).await
}

/// Keeps the newest version of an entry as a template.
pub(crate) async fn keep(path: TemplatePath, desk: Desk, sent: Submission) -> Answer {
    desk.require(KEEP_TEMPLATES.allows(&desk.person))?;
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let name = sent.beside.reuse.name.clone();
    let fault = match name.chars().count() {
        0 => Some(desk.t("reuse-name-missing")),
        count if count > LONGEST_NAME => Some(desk.t_count("reuse-name-too-long", LONGEST_NAME)),
        _ => None,
    };
    if fault.is_some() {
        sent.beside.reuse.name_fault = fault;
        return sent.page(&desk).await?.refused();
    }
    let template = template(&sent.opened.document);
    let is_replaced = templates::actions::keep(desk.state(), by(&desk), (&name, &template)).await?;
    sent.beside.reuse = ReuseFields::default();
    after(&desk, &sent, if is_replaced { "vorlage-ersetzt" } else { "vorlage" }).await
}

/// The form as it was sent, with the reason why there is no new entry.
async fn refused(desk: &Desk, sent: &Sent, why: &str) -> Answer {
    edit::not_done(sent.page(desk).await?, desk.t(why))
}
