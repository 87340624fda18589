//! The texts of an entry in other languages, as values beside those of its form.

use archive::Document;
use archive::document::Translated;
use base::Locale;
use desk_kit::form::{Part, Place, Values, as_sent, scalar};
use golden_thread::sheet::{Asks, Input, Review};
use web::Ctx;

const TITLE_EN: Input = Input::new("title", "translation-title-en", Asks::Line);
const SUMMARY_EN: Input = Input::new("summary", "translation-summary-en", Asks::Text);
const BODY_EN: Input = Input::new("body", "translation-body-en", Asks::Markdown);
const TITLE_EASY: Input = Input::new("title", "translation-title-leicht", Asks::Line);
const SUMMARY_EASY: Input = Input::new("summary", "translation-summary-leicht", Asks::Text);
const BODY_EASY: Input = Input::new("body", "translation-body-leicht", Asks::Markdown);

/// The languages into which texts are translated.
pub(crate) const LANGUAGES: [Locale; 2] = [Locale::En, Locale::Easy];

/// The fields of a form, and behind them the texts in other languages.
pub(crate) fn parts_with_languages(parts: &[Part]) -> Vec<Part> {
    let places = LANGUAGES.into_iter().flat_map(places).collect();
    let mut parts = parts.to_vec();
    parts.push(Part { id: "languages", title: "entry-languages", places, folds: true });
    parts
}

/// The texts in one language as the only part of a form.
pub(crate) fn part(locale: Locale) -> Vec<Part> {
    vec![Part { id: "languages", title: "entry-languages", places: places(locale).into(), folds: false }]
}

fn places(locale: Locale) -> [Place; 3] {
    let (root, inputs) = match locale {
        Locale::Easy => ("leicht.", [&TITLE_EASY, &SUMMARY_EASY, &BODY_EASY]),
        _ => ("en.", [&TITLE_EN, &SUMMARY_EN, &BODY_EN]),
    };
    inputs.map(|input| Place { root, input })
}

/// Puts the texts in other languages beside the others.
pub(crate) fn put(values: &mut Values, document: &Document) {
    for (locale, text) in &document.translations {
        put_texts(values, *locale, [&text.title, &text.summary, &text.body]);
    }
}

fn put_texts(values: &mut Values, locale: Locale, texts: [&str; 3]) {
    for (key, words) in ["title", "summary", "body"].into_iter().zip(texts) {
        values.set(format!("{}.{key}", locale.code()), words);
    }
}

/// A translation as somebody typed it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) body: String,
    pub(crate) review: Option<Review>,
    /// True if the person has compared it with the German text of today.
    pub(crate) is_current: bool,
}

impl Typed {
    /// As values of the language's [`part`].
    pub(crate) fn values(&self, locale: Locale) -> Values {
        let mut values = Values::default();
        put_texts(&mut values, locale, [&self.title, &self.summary, &self.body]);
        values
    }

    /// With the texts of other values.
    pub(crate) fn with(self, locale: Locale, values: &Values) -> Self {
        let text = |key: &str| values.get(&format!("{}.{key}", locale.code())).to_owned();
        Self { title: text("title"), summary: text("summary"), body: text("body"), ..self }
    }
}

/// The document with a translation in the place of the old one; without title and text there is none any more.
///
/// # Errors
/// A sentence about the part that is missing.
pub(crate) fn translated(ctx: &Ctx, document: &Document, locale: Locale, typed: Typed) -> Result<Document, String> {
    let mut document = document.clone();
    document.matter.updated = ctx.state().clock.now();
    if typed.title.is_empty() && typed.summary.is_empty() && typed.body.is_empty() {
        document.translations.remove(&locale);
        return Ok(document);
    }
    if typed.title.is_empty() {
        return Err(ctx.t("translation-title-missing"));
    }
    scalar::markdown(ctx, &typed.body)?;
    let before = document.translations.get(&locale);
    let texts = |title: &str, summary: &str, body: &str| [title, summary, body].map(as_sent);
    let same = before.filter(|before| {
        let before = texts(&before.title, &before.summary, &before.body);
        before == texts(&typed.title, &typed.summary, &typed.body)
    });
    // A text that was changed, or compared, translates today's German text.
    let original = match same {
        Some(before) if !typed.is_current => before.original.clone(),
        _ => Some(document.original()),
    };
    // A text that the person did not change stays so to the letter, because browsers change blanks.
    let (title, summary, body) = match same {
        Some(before) => (before.title.clone(), before.summary.clone(), before.body.clone()),
        None => (typed.title, typed.summary, typed.body),
    };
    // A text of which nobody has said that it is checked is not public, but for one that an import brought as it is.
    let review = match (typed.review, same) {
        (None, Some(before)) => before.review,
        (None, None) => Some(Review::Draft),
        (review, _) => review,
    };
    document.translations.insert(locale, Translated { title, summary, body, review, original });
    Ok(document)
}
