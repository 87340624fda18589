//! The form of an entry.

use accounts::rights::PUBLISH_ENTRIES;
use accounts::{Desk, DeskPage, Sight, Subject};
use archive::Document;
use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use base::Locale;
use desk_kit::form::{Conflict, Filled, FormHead, Lists, OPEN, Part, ShownPart, Values, reopen, summary};
use golden_thread::sheet::LinkMatter;
use golden_thread::store::Reach;
use golden_thread::{EntryId, Kind};
use media::Sort;
use serde::Deserialize;
use uuid::Uuid;
use web::form::{Control, Fault, Field};
use web::{Answer, Error, Notice};

use super::act::Standing;
use super::approval::{REMARK, ShownApproval};
use super::assignment::ShownAssignment;
use super::beside::{Beside, beside};
use super::instant::InstantFields;
use super::notes::Notes;
use super::preview_link::{self, OpenLink};
use super::reuse::Reuse;
use super::submit::ASKED;
use super::templates::TemplateLink;
use super::{NOTICES, Public, refused};
use crate::entries::alike::{Alike, SEEN};
use crate::entries::bin;
use crate::entries::form;
use crate::entries::incoming::Incoming;
use crate::entries::layout::parts;
use crate::entries::opened::{Opened, titles_of};
use crate::entries::paths::{BeginPath, EntriesPath, EntryPath, HistoryPath, TranslationPath};
use crate::entries::templates;
use crate::remarks;
use crate::rights::CHANGE_LISTS;

/// The name of the field for the picture above the text.
const PICTURE: &str = "matter.picture";
const ATTACHMENTS: &str = "matter.attachments";

/// A link that was taken back.
#[derive(Debug)]
struct Gone {
    text: String,
    why: String,
}

#[derive(Template)]
#[template(path = "entries/pages/edit.html")]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own that the page asks")]
pub(crate) struct EditPage {
    page: DeskPage,
    head: FormHead,
    /// The entry that the form begins: sent twice, it begins one.
    begins: Option<EntryId>,
    /// The template that it begins with, and the template's name.
    pub(crate) template: Option<(Uuid, String)>,
    /// The templates with which it could begin.
    templates: Vec<TemplateLink>,
    /// The entry that the form changes, and its state.
    entry: Option<(EntryId, &'static str)>,
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
    conflict: Option<Conflict>,
    /// The reason why something was not done, if it is no fault of a field.
    pub(crate) refusal: Option<String>,
    /// What to look at before the public sees it, as sentences with the field of each.
    remarks: Vec<(String, String)>,
    /// What a save had to leave out.
    left: Vec<Fault>,
    /// Entries with such a title, about which somebody is asked first.
    pub(crate) alike: Option<Alike>,
    /// The title about which somebody was asked before.
    asked_about: String,
    /// Identifies the remarks.
    fingerprint: String,
    /// True if somebody has pressed a button that publishes, and is asked to look at them first.
    is_asked: bool,
    gone: Vec<Gone>,
    incoming: Incoming,
    /// The state of the entry with its buttons; `None` for a new one.
    standing: Option<Standing>,
    /// True for a kind whose instant is an embargo.
    is_press: bool,
    /// True if the person may publish what the form begins or changes.
    may_publish: bool,
    /// True if the person may hand it over to those who may.
    may_ask_approval: bool,
    approval: Option<ShownApproval>,
    assignment: ShownAssignment,
    notes: Notes,
    reuse: Reuse,
    beside: Beside,
    pub(crate) notice: Option<Notice>,
    translations: Vec<(String, String, &'static str)>,
    history: String,
    /// The links to its preview that open now.
    links: Vec<OpenLink>,
}

impl EditPage {
    /// The form of an entry that is not there yet.
    pub(crate) async fn of_new(desk: &Desk, (kind, id): (Kind, EntryId), filled: &Filled) -> Result<Self, Error> {
        let title = desk.t_with("entry-new-of", "kind", desk.t(&format!("kind-{kind}")));
        let page = DeskPage::new(desk, title)
            .below(desk.t("desk-area-entries"), EntriesPath)
            .refused(!filled.faults.is_empty());
        let lists = lists(desk, filled).await?;
        let parts = parts(kind, true);
        let action = desk.href(BeginPath { folder: kind.folder().to_owned() });
        let name = format!("new/{kind}");
        let offers = if filled.is_sent { Vec::new() } else { desk_kit::unsent::offers(desk, &name).await? };
        let head = FormHead::new(desk, action, 0, format!("{name}/+{}", id.0)).unsent(filled.is_sent);
        let head = FormHead { offers, ..head };
        let form = Self::with(desk, page, head, (kind, &parts), (filled, &lists));
        Ok(Self { begins: Some(id), ..form.reopened(&parts, &Values::default(), filled) })
    }

    /// The form of an entry as it was sent, with what is wrong.
    pub(crate) async fn again(desk: &Desk, opened: &Opened, head: i64, filled: &Filled) -> Result<Self, Error> {
        let document = &opened.document;
        let lists = lists(desk, filled).await?;
        let title = desk.t_with("entry-edit", "title", document.matter.title.as_str());
        let page = DeskPage::new(desk, title)
            .headed(desk.t("entry-edit-kicker"), document.matter.title.as_str())
            .below(desk.t("desk-area-entries"), EntriesPath)
            .refused(!filled.faults.is_empty());
        let head = FormHead::new(desk, desk.href(opened.path()), head, format!("entry/{}", opened.id.0))
            .unsent(filled.is_sent);
        let (parts, people) = (opened.parts(), opened.people(desk).await?);
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        let assignment = ShownAssignment::load(desk, opened, &people).await?;
        let mut form = Self::with(desk, page, head, (document.kind, &parts), (filled, &lists));
        if filled.is_sent {
            form = form.reopened(&parts, &values_of(desk, opened, document).await?, filled);
        }
        Ok(Self {
            entry: Some((opened.id, opened.state.code())),
            gone: gone(desk, opened).await?,
            incoming: Incoming::load(desk, opened.id).await?,
            standing: Some(Standing::of(desk, opened)),
            may_publish: opened.may_publish,
            may_ask_approval: !opened.may_publish && !opened.waits_for_approval(),
            approval: ShownApproval::of(desk, opened),
            notes: Notes::load(desk, opened, &people).await?,
            reuse: Reuse::of(desk, opened),
            beside: Beside { assignment: assignment.fields.clone(), ..Beside::default() },
            assignment,
            translations: translations(desk, document, &folder, &slug),
            links: preview_link::open_links(desk, opened.id).await?,
            history: desk.href(HistoryPath { folder, slug }),
            ..form
        })
    }

    /// With the templates of its kind to choose from.
    pub(crate) async fn offering_templates(self, desk: &Desk, kind: Kind) -> Result<Self, Error> {
        let templates = templates::store::all(&mut desk.db().read().await?.conn()).await?;
        Ok(Self { templates: TemplateLink::of(desk, kind, &templates), ..self })
    }

    /// With the parts open in which something differs from the texts `before`.
    fn reopened(mut self, parts: &[Part], before: &Values, filled: &Filled) -> Self {
        reopen(&mut self.parts, parts, before, &filled.values);
        self
    }

    fn with(
        desk: &Desk,
        page: DeskPage,
        head: FormHead,
        (kind, parts): (Kind, &[Part]),
        (filled, lists): (&Filled, &Lists),
    ) -> Self {
        let shown = desk_kit::form::show(desk, Some(kind), parts, filled, lists);
        Self {
            page,
            head,
            begins: None,
            template: None,
            templates: Vec::new(),
            entry: None,
            summary: summary(&shown, &filled.faults),
            parts: shown,
            conflict: filled.conflict.clone(),
            refusal: None,
            remarks: Vec::new(),
            left: Vec::new(),
            alike: None,
            asked_about: filled.values.get(SEEN).to_owned(),
            fingerprint: String::new(),
            is_asked: false,
            gone: Vec::new(),
            incoming: Incoming::default(),
            standing: None,
            is_press: kind.def().has_embargo,
            may_publish: can_publish_new(desk, kind),
            // Others may publish it once it belongs to their scope.
            may_ask_approval: !PUBLISH_ENTRIES.allows(&desk.person),
            approval: None,
            assignment: ShownAssignment::default(),
            notes: Notes::default(),
            reuse: Reuse::default(),
            beside: Beside::default(),
            notice: None,
            translations: Vec::new(),
            history: String::new(),
            links: Vec::new(),
        }
    }

    /// With the fields beside it as they were sent, and what is wrong with them.
    pub(crate) fn with_beside(mut self, beside: Beside) -> Self {
        self.beside = beside;
        let Beside { instant, withdrawal, remark, assignment, note, reuse } = &self.beside;
        let mut faults = vec![
            (self.day(), instant.day_fault.clone()),
            (self.time(), instant.time_fault.clone()),
            (self.why(), withdrawal.fault.clone()),
            (self.remark_field(), remark.fault.clone()),
            (Notes::field(&self.page, note), note.fault.clone()),
        ];
        let [person, day] = self.assignment.controls(&self.page, assignment);
        faults.extend([(person, assignment.person_fault.clone()), (day, assignment.day_fault.clone())]);
        faults.extend(self.reuse.faults(&self.page, reuse));
        for (field, message) in faults {
            self.tell(&field, message);
        }
        self
    }

    /// With the fields of a scheduled publication as they were sent.
    pub(crate) fn with_instant(self, instant: InstantFields) -> Self {
        let beside = Beside { instant, ..self.beside.clone() };
        self.with_beside(beside)
    }

    /// After a save that had to leave out what its faults name.
    pub(crate) fn saved_in_part(mut self) -> Self {
        self.left = std::mem::take(&mut self.summary);
        self.head.is_quiet = true;
        self
    }

    /// The name of its form.
    pub(crate) fn form_name(&self) -> &str {
        &self.head.name
    }

    /// Puts the fault of a field beside the form into the summary.
    fn tell(&mut self, field: &Field, message: Option<String>) {
        if let Some(message) = message {
            self.summary.push(Fault { id: field.id(), message: format!("{}: {message}", field.label) });
            self.page = self.page.clone().refused(true);
        }
    }

    fn is_due(&self) -> bool {
        self.standing.as_ref().is_some_and(|standing| standing.is_due)
    }

    /// True if something in what a narrow screen folds needs attention.
    fn is_more_open(&self) -> bool {
        let Beside { withdrawal, assignment, note, reuse, .. } = &self.beside;
        withdrawal.is_open() || self.assignment.is_open(assignment) || note.is_open() || reuse.is_open()
    }

    fn day(&self) -> Field {
        let field = Field::line("tag", self.page.t("entry-schedule-day")).filled(&self.beside.instant.day);
        beside(field.hinted(self.page.t("entry-schedule-day-hint")).checked(self.beside.instant.day_fault.clone()))
    }

    fn time(&self) -> Field {
        let field = Field::line("uhrzeit", self.page.t("entry-schedule-time")).filled(&self.beside.instant.time);
        beside(field.hinted(self.page.t("entry-schedule-time-hint")).checked(self.beside.instant.time_fault.clone()))
    }

    fn why(&self) -> Field {
        let field = Field::line("grund", self.page.t("entry-withdraw-why")).filled(&self.beside.withdrawal.reason);
        beside(field.with(Control::Lines(3)).checked(self.beside.withdrawal.fault.clone()))
    }

    fn remark_field(&self) -> Field {
        let field = Field::line(REMARK, self.page.t("approval-remark")).filled(&self.beside.remark.text);
        beside(field.with(Control::Lines(4)).checked(self.beside.remark.fault.clone()))
    }

    fn why_in_english(&self) -> Field {
        let field =
            Field::line("grund-en", self.page.t("entry-withdraw-why-en")).filled(&self.beside.withdrawal.english);
        beside(field.with(Control::Lines(2)))
    }

    /// The page as an answer.
    pub(crate) fn answer(&self) -> Answer {
        web::html(self)
    }

    /// The page as the answer to a form that was refused.
    pub(crate) fn refused(&self) -> Answer {
        Ok(refused(self.answer()?))
    }
}

/// The lists from which its fields choose.
async fn lists(desk: &Desk, filled: &Filled) -> Result<Lists, Error> {
    let files = (0..filled.values.rows(ATTACHMENTS)).map(|row| (format!("{ATTACHMENTS}.{row}.file"), Sort::File));
    let media: Vec<(String, Sort)> = files.chain([(PICTURE.to_owned(), Sort::Image)]).collect();
    let lists = Lists::with_media(desk, &filled.values, &media).await?;
    Ok(Lists { may_add_sources: CHANGE_LISTS.allows(&desk.person), ..lists })
}

/// True if somebody publishes all entries of a kind. Others save a new one first: only then is known what it belongs to.
fn can_publish_new(desk: &Desk, kind: Kind) -> bool {
    PUBLISH_ENTRIES.covers(&desk.person, &Subject::new(kind, None, Reach::default()))
}

/// The form with the newest version. An address of before leads to that of today.
pub(crate) async fn show(path: EntryPath, desk: Desk, public: Extension<Public>) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    if !opened.is_at(&path.slug) {
        return Ok(Redirect::to(&desk.href(opened.path())).into_response());
    }
    let values = values_of(&desk, &opened, &opened.document).await?;
    let mut page = EditPage::again(&desk, &opened, opened.work.head, &Filled::with(values)).await?;
    page.notice = NOTICES.find(&desk);
    page.head = page.head.opened(&desk, page.notice.as_ref()).await?;
    let found = remarks::find(&desk, Some(Sight::of(&desk.person)), &public.routes, &opened.document).await?;
    page.fingerprint = remarks::fingerprint(&found);
    page.is_asked = !found.is_empty() && opened.may_publish && desk.query::<AskedQuery>().hinweis == ASKED;
    if page.is_asked {
        page.beside.instant = desk.query();
    }
    page.remarks = found.iter().map(|one| (one.in_words(&desk), one.field.to_string())).collect();
    page.answer()
}

/// The code of the message with which the page was opened.
#[derive(Debug, Default, Deserialize)]
struct AskedQuery {
    #[serde(default)]
    hinweis: String,
}

/// The form with the newest version, and the reason why something was not done.
pub(crate) async fn says(desk: &Desk, opened: &Opened, message: String) -> Result<Response, Error> {
    let values = values_of(desk, opened, &opened.document).await?;
    let page = EditPage::again(desk, opened, opened.work.head, &Filled::with(values)).await?;
    not_done(page, message)
}

/// The form as it was sent, and the reason why something was not done.
pub(crate) fn not_done(mut page: EditPage, why: String) -> Answer {
    page.refusal = Some(why);
    Ok(web::says_itself(StatusCode::CONFLICT, page.answer()?))
}

/// The values of the form for a version.
pub(crate) async fn values_of(desk: &Desk, opened: &Opened, document: &Document) -> Result<Values, Error> {
    let titles = titles_of(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &[document]).await?;
    Ok(form::write(desk, document, &opened.parts(), &titles)?)
}

/// The translations: address, name, and the text key of their state.
fn translations(desk: &Desk, document: &Document, folder: &str, slug: &str) -> Vec<(String, String, &'static str)> {
    let line = |locale: Locale| {
        let path =
            TranslationPath { folder: folder.to_owned(), slug: slug.to_owned(), language: locale.code().to_owned() };
        let state = match document.translations.get(&locale) {
            None => "translation-missing",
            Some(_) if document.is_stale(locale) => "translation-stale",
            Some(text) if !text.is_public() => "translation-draft",
            Some(_) => "translation-there",
        };
        (desk.href(path), desk.t(&format!("language-{}", locale.code())), state)
    };
    [Locale::En, Locale::Easy].map(line).into()
}

/// Links that were taken back, with their reasons.
async fn gone(desk: &Desk, opened: &Opened) -> Result<Vec<Gone>, Error> {
    let titles = titles_of(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &[&opened.document]).await?;
    let gone = opened.document.matter.links.iter().filter_map(|link: &LinkMatter| {
        let why = link.withdrawn.as_ref()?.why.clone();
        let title = titles.get(&link.to).unwrap_or(&link.to);
        Some(Gone { text: format!("{} {title}", desk.t(&format!("link-relation-{}", link.relation))), why })
    });
    Ok(gone.collect())
}
