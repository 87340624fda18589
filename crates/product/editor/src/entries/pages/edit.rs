//! The form of an entry. Submitted, it is saved, or shown again with its faults, or beside the version that
//! somebody else has saved meanwhile.

use accounts::{Desk, DeskPage, Sight};
use archive::Document;
use archive::document::Fault as Unfit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use base::Locale;
use desk_kit::SuggestionsPath;
use desk_kit::form::{Conflict, Faults, Filled, Lists, Part, Places, Sent, ShownPart, Values, merge, press, summary};
use golden_thread::history::Act;
use golden_thread::sheet::LinkMatter;
use golden_thread::{EntryId, Kind, State};
use web::form::{Fault, Submission};
use web::{Answer, Error, Notice};

use super::act::Standing;
use super::preview_link::{self, OpenLink};
use super::{NOTICES, refused};
use crate::entries::actions::{self, Refusal, revision};
use crate::entries::form::{self, Read};
use crate::entries::layout::parts;
use crate::entries::opened::{Opened, by, titles_of};
use crate::entries::paths::{BeginPath, EntriesPath, EntryPath, HistoryPath, RevocationPath, TranslationPath};

/// The name of the field with the version that was opened.
const HEAD: &str = "fassung";
/// The name of the field for the picture above the text.
const PICTURE: &str = "matter.picture";

/// A link that was taken back.
#[derive(Debug)]
struct Gone {
    text: String,
    why: String,
}

#[derive(Template)]
#[template(path = "entries/pages/edit.html")]
pub(crate) struct EditPage {
    page: DeskPage,
    action: String,
    head: i64,
    /// The entry that the form begins: sent twice, it begins one.
    begins: Option<EntryId>,
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
    conflict: Option<Conflict>,
    gone: Vec<Gone>,
    /// The state of the entry with its buttons; `None` for a new one.
    standing: Option<Standing>,
    notice: Option<Notice>,
    suggestions: String,
    translations: Vec<(String, String, &'static str)>,
    history: String,
    /// The links to its preview that open now.
    links: Vec<OpenLink>,
    revoke: String,
}

impl EditPage {
    /// The form of an entry that is not there yet.
    pub(crate) async fn of_new(
        desk: &Desk,
        page: DeskPage,
        (kind, id): (Kind, EntryId),
        filled: &Filled,
    ) -> Result<Self, Error> {
        let lists = Lists::load(desk, filled.values.get(PICTURE)).await?;
        let parts = parts(kind, true);
        let action = desk.href(BeginPath { folder: kind.folder().to_owned() });
        Ok(Self { begins: Some(id), ..Self::with(desk, page, (kind, &parts), (action, 0), filled, &lists) })
    }

    fn with(
        desk: &Desk,
        page: DeskPage,
        (kind, parts): (Kind, &[Part]),
        (action, head): (String, i64),
        filled: &Filled,
        lists: &Lists,
    ) -> Self {
        let shown = desk_kit::form::show(desk, Some(kind), parts, filled, lists);
        Self {
            page,
            action,
            head,
            begins: None,
            summary: summary(&shown, &filled.faults),
            parts: shown,
            conflict: None,
            gone: Vec::new(),
            standing: None,
            notice: None,
            suggestions: desk.href(SuggestionsPath),
            translations: Vec::new(),
            history: String::new(),
            links: Vec::new(),
            revoke: String::new(),
        }
    }

    /// The page as an answer.
    pub(crate) fn answer(&self) -> Answer {
        web::html(self)
    }
}

/// The form with the newest version.
pub(crate) async fn show(path: EntryPath, desk: Desk) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let values = values_of(&desk, &opened, &opened.document).await?;
    let mut page = page(&desk, &opened, opened.work.head, &Filled::with(values)).await?;
    page.notice = NOTICES.find(&desk);
    page.answer()
}

/// Saves the form.
pub(crate) async fn save(path: EntryPath, desk: Desk, sent: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    let parts = opened.parts();
    let head: i64 = sent.get(HEAD).parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let mut filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
    if let Some(touched) = press(&mut filled.values, sent.get("do")) {
        filled.touched = touched;
        return page(&desk, &opened, head, &filled).await?.answer();
    }
    if head != opened.work.head {
        return conflict(&desk, &opened, head, filled).await;
    }
    let read = match read(&desk, &opened, &parts, &filled).await? {
        Ok(read) => read,
        Err(faults) => return again(&desk, &opened, head, &Filled { faults, ..filled }).await,
    };
    match actions::save(desk.state(), by(&desk), opened.seen(head), &read.document, (Act::Saved, None)).await {
        Ok(number) if sent.get("do") == "vorschau" => preview_link::to(&desk, opened.id, number).await,
        Ok(number) => Ok(after(&desk, &opened, &read.document, (head, number))),
        Err(Refusal::Newer) => {
            let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
            conflict(&desk, &opened, head, filled).await
        }
        Err(Refusal::Unfit(unfit)) => {
            filled.faults = read.places.faults(&filled.values, form::told(&desk, &parts, &unfit));
            again(&desk, &opened, head, &filled).await
        }
        Err(other) => Err(other.into_error()),
    }
}

/// The document that a form makes of the newest version, if this person may make it.
async fn read(desk: &Desk, opened: &Opened, parts: &[Part], filled: &Filled) -> Result<Result<Read, Faults>, Error> {
    let shown = values_of(desk, opened, &opened.document).await?;
    let sent = Sent::of(parts, filled, &shown);
    let read = match form::read(desk, &opened.document, sent)? {
        Ok(read) => read,
        Err(faults) => return Ok(Err(faults)),
    };
    Ok(match opened.refusal_of(desk, &read.document).await? {
        Some(why) => Err(Faults::from([(String::new(), desk.t(why))])),
        None => Ok(read),
    })
}

/// The redirect after saving. A draft that got another address is found there at once; an entry that the public
/// knows moves when it is published.
fn after(desk: &Desk, opened: &Opened, document: &Document, (head, number): (i64, i64)) -> Response {
    let slug = if opened.state == State::Published { opened.slug.clone() } else { document.slug.as_str().to_owned() };
    let notice = if number == head { "unveraendert" } else { "gespeichert" };
    NOTICES.redirect(desk, EntryPath { folder: opened.folder.clone(), slug }, notice)
}

async fn again(desk: &Desk, opened: &Opened, head: i64, filled: &Filled) -> Answer {
    Ok(refused(page(desk, opened, head, filled).await?.answer()?))
}

/// Shows both texts after somebody else has saved, merged where they do not touch each other.
async fn conflict(desk: &Desk, opened: &Opened, head: i64, filled: Filled) -> Answer {
    let mut reader = desk.db().read().await?;
    let base = revision(&mut reader.conn(), opened.id, head).await.map_err(|_| Error::BadRequest)?;
    let acts = golden_thread::history::acts(&mut reader.conn(), opened.id).await?;
    drop(reader);
    let parts = opened.parts();
    let (base, theirs) = (values_of(desk, opened, &base).await?, values_of(desk, opened, &opened.document).await?);
    let merged = merge(&parts, &base, &filled.values, &theirs);
    let author = acts.iter().find(|act| act.number == opened.work.head).map(|act| act.author.clone());
    let conflict = Conflict::with(desk, author.unwrap_or_default(), &merged);
    let filled = Filled { values: merged.values, ..filled };
    let mut page = page(desk, opened, opened.work.head, &filled).await?;
    page.conflict = Some(conflict);
    Ok(web::says_itself(StatusCode::CONFLICT, page.answer()?))
}

/// The form with the reason of a refusal.
pub(crate) async fn says(desk: &Desk, opened: &Opened, message: String) -> Answer {
    let values = values_of(desk, opened, &opened.document).await?;
    let faults = Faults::from([(String::new(), message)]);
    again(desk, opened, opened.work.head, &Filled { values, faults, ..Filled::default() }).await
}

/// The form with faults at its fields, for which something else than saving was refused.
pub(crate) async fn says_unfit(desk: &Desk, opened: &Opened, message: String, unfit: &[Unfit]) -> Answer {
    let parts = opened.parts();
    let values = values_of(desk, opened, &opened.document).await?;
    let places = Places::of(&parts, &serde_json::to_value(&opened.document).map_err(anyhow::Error::from)?);
    let mut faults = places.faults(&values, form::told(desk, &parts, unfit));
    faults.insert(String::new(), message);
    again(desk, opened, opened.work.head, &Filled { values, faults, ..Filled::default() }).await
}

/// The values of the form for a version.
pub(crate) async fn values_of(desk: &Desk, opened: &Opened, document: &Document) -> Result<Values, Error> {
    let titles = titles_of(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &[document]).await?;
    Ok(form::write(desk, document, &opened.parts(), &titles)?)
}

async fn page(desk: &Desk, opened: &Opened, head: i64, filled: &Filled) -> Result<EditPage, Error> {
    let document = &opened.document;
    let lists = Lists::load(desk, filled.values.get(PICTURE)).await?;
    let title = desk.t_with("entry-edit", "title", document.matter.title.as_str());
    let page =
        DeskPage::new(desk, title).below(desk.t("desk-area-entries"), EntriesPath).refused(!filled.faults.is_empty());
    let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
    let action = desk.href(EntryPath { folder: folder.clone(), slug: slug.clone() });
    let shown = (document.kind, opened.parts());
    let mut page = EditPage::with(desk, page, (shown.0, &shown.1), (action, head), filled, &lists);
    page.standing = Some(Standing::of(desk, opened));
    page.gone = gone(desk, opened).await?;
    page.translations = translations(desk, document, &folder, &slug);
    page.links = preview_link::open_links(desk, opened.id).await?;
    page.revoke = desk.href(RevocationPath { folder: folder.clone(), slug: slug.clone() });
    page.history = desk.href(HistoryPath { folder, slug });
    Ok(page)
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
