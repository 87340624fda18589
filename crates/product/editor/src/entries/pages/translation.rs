//! A translation beside its original.

use accounts::{Desk, DeskPage};
use archive::document::Translated;
use askama::Template;
use base::Locale;
use easy_language as easy;
use golden_thread::history::Act;
use golden_thread::sheet::Review;
use web::form::{Choice, Submission, YES};
use web::{Answer, Error, Notice};

use super::{NOTICES, refused};
use crate::entries::actions::{self, Refusal, Seen};
use crate::entries::languages::{LANGUAGES, Typed, translated};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{EntriesPath, EntryPath, TranslationPath};
use desk_kit::form::scalar;

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
    action: String,
    head: i64,
    locale: Locale,
    german: (String, String, String),
    typed: Typed,
    reviews: Vec<Choice>,
    review: String,
    is_stale: bool,
    hints: Hints,
    fault: Option<String>,
    notice: Option<Notice>,
}

/// Both texts side by side.
pub(crate) async fn show(path: TranslationPath, desk: Desk) -> Answer {
    let (opened, locale) = find(&desk, &path).await?;
    let typed = opened.document.translations.get(&locale).map(typed_before).unwrap_or_default();
    let mut page = page(&desk, &path, &opened, locale, typed);
    page.notice = NOTICES.find(&desk);
    web::html(&page)
}

/// Saves the translation.
pub(crate) async fn save(path: TranslationPath, desk: Desk, sent: Submission) -> Answer {
    let (opened, locale) = find(&desk, &path).await?;
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let typed = Typed {
        title: sent.get("title").to_owned(),
        summary: sent.get("summary").to_owned(),
        body: sent.get("body").to_owned(),
        review: Review::from_code(sent.get("review")),
        is_current: sent.get("aktuell") == YES,
    };
    let again = |message: String, typed: Typed| {
        let mut page = page(&desk, &path, &opened, locale, typed);
        page.fault = Some(message);
        web::html(&page).map(refused)
    };
    if sent.get("do") == "pruefen" {
        return match scalar::markdown(&desk, &typed.body) {
            Ok(_) => web::html(&page(&desk, &path, &opened, locale, typed)),
            Err(message) => again(message, typed),
        };
    }
    if typed.review.is_none() && !sent.get("review").is_empty() {
        return again(desk.t("input-no-choice"), typed);
    }
    let document = match translated(&desk, &opened.document, locale, typed.clone()) {
        Ok(document) => document,
        Err(message) => return again(message, typed),
    };
    let seen = Seen { id: opened.id, head };
    match actions::save(desk.state(), by(&desk), seen, &document, (Act::Saved, None)).await {
        Ok(_) => {
            let path = TranslationPath { folder: path.folder, slug: path.slug, language: path.language };
            Ok(NOTICES.redirect(&desk, path, "uebersetzt"))
        }
        // The form keeps the text of the person, and the newest version stands beside it.
        Err(Refusal::Newer) => again(desk.t("translation-newer"), typed),
        Err(Refusal::Unfit(_)) => again(desk.t("translation-unfit"), typed),
        Err(other) => Err(other.into_error()),
    }
}

async fn find(desk: &Desk, path: &TranslationPath) -> Result<(Opened, Locale), Error> {
    let locale = Locale::from_code(&path.language).filter(|locale| LANGUAGES.contains(locale));
    let locale = locale.ok_or(Error::NotFound)?;
    Ok((Opened::find(desk, &path.folder, &path.slug).await?, locale))
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

fn page(desk: &Desk, path: &TranslationPath, opened: &Opened, locale: Locale, typed: Typed) -> TranslationPage {
    let document = &opened.document;
    let matter = &document.matter;
    let entry = EntryPath { folder: path.folder.clone(), slug: path.slug.clone() };
    let title = desk.t(&format!("language-{}", locale.code()));
    let page =
        DeskPage::new(desk, title).below(desk.t("desk-area-entries"), EntriesPath).below(matter.title.clone(), entry);
    let review =
        |review: Review| Choice { value: review.code().to_owned(), label: desk.t(&format!("review-{review}")) };
    let is_offered =
        |review: &Review| locale == Locale::Easy || *review != Review::Tested || typed.review == Some(*review);
    let reviews = Review::ALL.into_iter().filter(is_offered);
    TranslationPage {
        page,
        action: desk.href(path),
        head: opened.work.head,
        locale,
        german: (matter.title.clone(), matter.summary.clone(), document.body.clone()),
        reviews: reviews.map(review).collect(),
        review: typed.review.map_or("", Review::code).to_owned(),
        is_stale: document.is_stale(locale),
        hints: if locale == Locale::Easy { hints(desk, &typed) } else { Hints::default() },
        typed,
        fault: None,
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
