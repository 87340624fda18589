//! A translation beside its original.

use accounts::{Desk, DeskPage};
use archive::Document;
use archive::document::Translated;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};
use base::Locale;
use desk_kit::form::{Conflict, FormHead, merge, scalar};
use desk_kit::unsent::SHOW;
use easy_language as easy;
use golden_thread::EntryId;
use golden_thread::history::Act;
use golden_thread::sheet::Review;
use web::form::{Choice, Fault, Submission, Whole, YES};
use web::{Answer, Error, Notice};

use super::{NOTICES, refused};
use crate::entries::actions::{self, NewVersion, Refusal, Then, revision};
use crate::entries::languages::{LANGUAGES, Typed, part, translated};
use crate::entries::opened::{Opened, author_of, by};
use crate::entries::paths::{EntriesPath, TranslationPath};

/// The number of hints that are shown; the next ones follow when these are mended.
const MOST_HINTS: usize = 100;

/// The hints for a text in Leichte Sprache.
#[derive(Debug, Default)]
struct Hints {
    /// The first hints, in the order of the text.
    first: Vec<Hint>,
    /// The number of further ones.
    more: usize,
}

impl Hints {
    fn count(&self) -> usize {
        self.first.len() + self.more
    }
}

/// A hint for Leichte Sprache, ready to print.
#[derive(Debug)]
struct Hint {
    /// The words that it is about.
    words: String,
    /// The advice.
    advice: String,
    /// The sentence in which they stand, or the part of it around them.
    sentence: String,
}

#[derive(Template)]
#[template(path = "entries/pages/translation.html")]
struct TranslationPage {
    page: DeskPage,
    head: FormHead,
    entry: EntryId,
    locale: Locale,
    german: (String, String, String),
    typed: Typed,
    reviews: Vec<Choice>,
    /// True if the text came with an import that did not say if it is checked.
    is_imported: bool,
    review: String,
    is_stale: bool,
    hints: Hints,
    summary: Vec<Fault>,
    conflict: Option<Conflict>,
    notice: Option<Notice>,
}

/// Both texts side by side.
pub(crate) async fn show(path: TranslationPath, desk: Desk) -> Answer {
    let locale = language(&path)?;
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    if !opened.is_at(&path.slug) {
        let path = TranslationPath { folder: opened.folder, slug: opened.slug, language: path.language };
        return Ok(Redirect::to(&desk.href(path)).into_response());
    }
    let typed = opened.document.translations.get(&locale).map_or_else(new, typed_before);
    let mut page = page(&desk, &opened, locale, typed);
    page.notice = NOTICES.find(&desk);
    page.head = page.head.opened(&desk, page.notice.as_ref()).await?;
    web::html(&page)
}

/// Saves the translation.
pub(crate) async fn save(path: TranslationPath, desk: Desk, sent: Submission) -> Answer {
    let locale = language(&path)?;
    let opened = Opened::of_form(&desk, (&path.folder, &path.slug), &sent).await?;
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let typed = typed(&sent);
    let again = |message: String, typed: Typed| again(&desk, &opened, locale, (head, typed), message);
    if let Some(answer) = settled(&desk, &opened, locale, (head, &typed), &sent) {
        return answer;
    }
    if matches!(sent.get("do"), "pruefen" | SHOW) {
        return match scalar::markdown(&desk, &typed.body) {
            Ok(_) => web::html(&page(&desk, &opened, locale, typed).unsent(head)),
            Err(message) => again(message, typed),
        };
    }
    if typed.review.is_none() && !sent.get("review").is_empty() {
        return again(desk.t("input-no-choice"), typed);
    }
    if head != opened.work.head {
        return conflict(&desk, &opened, locale, (head, typed)).await;
    }
    let document = match translated(&desk, &opened.document, locale, typed.clone()) {
        Ok(document) => document,
        Err(message) => return again(message, typed),
    };
    match actions::save(desk.state(), by(&desk), opened.seen(head), version(&opened, &document)).await {
        Ok(_) => {
            let path = TranslationPath { folder: opened.folder, slug: opened.slug, language: path.language };
            Ok(NOTICES.redirect(&desk, path, "uebersetzt"))
        }
        Err(Refusal::Newer) => conflict(&desk, &opened.reloaded(&desk).await?, locale, (head, typed)).await,
        Err(Refusal::Unfit(_)) => again(desk.t("translation-unfit"), typed),
        Err(other) => Err(other.into_error()),
    }
}

/// The form after a choice between two versions. `None` if another button was pressed.
fn settled(desk: &Desk, opened: &Opened, locale: Locale, (head, typed): (i64, &Typed), sent: &Whole) -> Option<Answer> {
    let mut conflict = Conflict::sent(sent)?;
    let mut values = typed.values(locale);
    let is_choice = conflict.press(&mut values, sent.get("do"));
    is_choice.then(|| {
        let mut page = page(desk, opened, locale, typed.clone().with(locale, &values)).unsent(head);
        page.conflict = Some(conflict);
        web::html(&page)
    })
}

/// The texts of a form.
fn typed(sent: &Whole) -> Typed {
    Typed {
        title: sent.get("title").to_owned(),
        summary: sent.get("summary").to_owned(),
        body: sent.get("body").to_owned(),
        review: Review::from_code(sent.get("review")),
        is_current: sent.get("aktuell") == YES,
    }
}

fn version<'a>(opened: &Opened, document: &'a Document) -> NewVersion<'a> {
    NewVersion {
        document,
        act: Act::Saved,
        note: None,
        told: None,
        knows_withdrawal: true,
        may_publish: opened.may_publish,
        then: Then::Nothing,
    }
}

/// The form with its texts and what is wrong.
fn again(desk: &Desk, opened: &Opened, locale: Locale, (head, typed): (i64, Typed), message: String) -> Answer {
    let mut page = page(desk, opened, locale, typed).unsent(head);
    page.summary = vec![Fault { id: "translation-title".to_owned(), message }];
    web::html(&page).map(refused)
}

/// Shows both texts after somebody else has saved, merged where they do not touch each other.
async fn conflict(desk: &Desk, opened: &Opened, locale: Locale, (head, typed): (i64, Typed)) -> Answer {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let base = revision(conn, opened.id, head).await.map_err(|_| Error::BadRequest)?;
    let author = author_of(conn, opened).await?;
    drop(reader);
    let values =
        |document: &Document| document.translations.get(&locale).map(typed_before).unwrap_or_default().values(locale);
    let theirs = values(&opened.document);
    let merged = merge(&part(locale), &values(&base), &typed.values(locale), &theirs);
    let conflict = Conflict::with(desk, author, &merged, &theirs);
    let typed = typed.with(locale, &merged.values);
    let mut page = page(desk, opened, locale, typed).unsent(opened.work.head);
    page.conflict = Some(conflict);
    Ok(web::says_itself(StatusCode::CONFLICT, web::html(&page)?))
}

fn language(path: &TranslationPath) -> Result<Locale, Error> {
    let locale = Locale::from_code(&path.language).filter(|locale| LANGUAGES.contains(locale));
    locale.ok_or(Error::NotFound)
}

/// A translation that nobody has written yet.
fn new() -> Typed {
    Typed { review: Some(Review::Draft), ..Typed::default() }
}

fn typed_before(text: &Translated) -> Typed {
    Typed {
        title: text.title.clone(),
        summary: text.summary.clone(),
        body: text.body.clone(),
        review: text.review,
        is_current: false,
    }
}

impl TranslationPage {
    /// The page with text that is not saved, on top of a version.
    fn unsent(mut self, version: i64) -> Self {
        self.head = FormHead { version, is_unsent: true, ..self.head };
        self
    }
}

fn page(desk: &Desk, opened: &Opened, locale: Locale, typed: Typed) -> TranslationPage {
    let document = &opened.document;
    let matter = &document.matter;
    let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
    let path = TranslationPath { folder, slug, language: locale.code().to_owned() };
    let name = format!("entry/{}/{}", opened.id.0, locale.code());
    let language = desk.t(&format!("language-{}", locale.code()));
    let title = [("title", matter.title.as_str().into()), ("language", language.as_str().into())];
    let page = DeskPage::new(desk, desk.t_args("translation-page", &title))
        .called(language)
        .below(desk.t("desk-area-entries"), EntriesPath)
        .below(matter.title.clone(), opened.path());
    let review =
        |review: Review| Choice { value: review.code().to_owned(), label: desk.t(&format!("review-{review}")) };
    let is_offered =
        |review: &Review| locale == Locale::Easy || *review != Review::Tested || typed.review == Some(*review);
    let reviews = Review::ALL.into_iter().filter(is_offered);
    TranslationPage {
        page,
        head: FormHead::new(desk, desk.href(path), opened.work.head, name),
        entry: opened.id,
        locale,
        german: (matter.title.clone(), matter.summary.clone(), document.body.clone()),
        reviews: reviews.map(review).collect(),
        is_imported: document.translations.get(&locale).is_some_and(|text| text.review.is_none()),
        review: typed.review.map_or("", Review::code).to_owned(),
        is_stale: document.is_stale(locale),
        hints: if locale == Locale::Easy { hints(desk, &typed) } else { Hints::default() },
        typed,
        summary: Vec::new(),
        conflict: None,
        notice: None,
    }
}

/// Finds hints for a text in Leichte Sprache. They are advice; nothing is refused for them.
fn hints(desk: &Desk, typed: &Typed) -> Hints {
    let mut hints = Hints::default();
    for text in [&typed.title, &typed.summary, &typed.body] {
        let found = easy::hints(text, MOST_HINTS - hints.first.len());
        hints.more += found.more;
        hints.first.extend(found.first.iter().map(|hint| {
            let (words, sentence) = hint.excerpt();
            let advice = desk.t(&format!("easy-hint-{}", hint.kind));
            Hint { words: words.into_owned(), advice, sentence: sentence.into_owned() }
        }));
    }
    hints
}
