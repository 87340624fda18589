//! The index card: what every public thing shows of itself, whatever slice it lives in.

use std::fmt;

use base::{Locale, Slug};
use db::Conn;
use edtf::{Certainty, When};
use jiff::civil::Date;
use markdown::SafeHtml;
use uuid::Uuid;
use web::{Ctx, Error, Page};

use crate::Kind;
use crate::aside::aside;

/// The id of an entry; the slices' own rows use the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct EntryId(pub Uuid);

base::coded! {
    /// Visibility of an entry.
    pub enum State {
        /// Only editors see it.
        Draft = "draft",
        /// Everyone sees it.
        Published = "published",
        /// Nobody sees it any more; its address is kept.
        Withdrawn = "withdrawn",
    }
}

/// An index card in one language.
#[derive(Debug, Clone)]
pub struct Card {
    /// Shared with the row of its slice.
    pub id: EntryId,
    /// Decides folder, path and the properties of its pages.
    pub kind: Kind,
    /// The form within the kind (`congress` for an event), if its slice tells forms apart.
    pub form: Option<String>,
    /// Last part of its path.
    pub slug: Slug,
    /// Position in a numbered series.
    pub number: Option<i64>,
    /// When it was, is or will be; `None` if that is not on record.
    pub when: Option<When>,
    /// The field's number, if it belongs to exactly one field of action or is one.
    pub field: Option<i64>,
    /// Official key (AGS) of its town.
    pub municipality: Option<String>,
    /// Title in the language asked for, else in German.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The language that title and summary are really in.
    pub locale: Locale,
    /// Day of its last change.
    pub updated: Date,
}

/// Letters of a word from which it may be too wide for a heading on the narrowest page.
const LONG: usize = 16;

impl Card {
    /// Its public path, without language prefix.
    pub fn path(&self) -> String {
        self.kind.path(&self.slug)
    }

    /// The name by which files refer to it: folder and slug.
    pub fn reference(&self) -> String {
        self.kind.reference(self.slug.as_str())
    }

    /// `04 Vielfalt`; the title alone if it has no number.
    pub fn numbered_title(&self) -> String {
        match self.number {
            Some(number) => format!("{number:02} {}", self.title),
            None => self.title.clone(),
        }
    }

    /// The title for a big heading: German words too long for a phone say where they may be broken.
    pub fn heading(&self) -> String {
        let is_long = |word: &str| self.locale != Locale::En && word.chars().count() > LONG;
        let soften = |word: &str| if is_long(word) { weave::soften(word) } else { word.to_owned() };
        self.title.split(' ').map(soften).collect::<Vec<_>>().join(" ")
    }

    /// True if a date belongs to it. If that is missing, the page says so: a gap in the record.
    pub fn has_time(&self) -> bool {
        self.when.is_some() || self.kind.def().is_timed
    }

    /// The year under which lists group it.
    pub fn year(&self) -> Option<i16> {
        self.when.map(|when| when.sort_key().0.year())
    }

    /// Class that gives it the hue of its field.
    pub fn field_class(&self) -> String {
        self.field.map(|number| format!("field-{number}")).unwrap_or_default()
    }

    /// Its kind or form in words: `Kongress`, `Papier`.
    pub fn kind_label(&self, page: &Page) -> String {
        kind_label(page, self.kind, self.form.as_deref())
    }

    /// ` lang="de"` where the text is in another language than the page around it, else nothing.
    pub fn lang(&self, page: &Page) -> LangAttribute {
        LangAttribute::of(self.locale, page)
    }

    /// Planned or expected rather than known to have happened.
    pub fn is_planned(&self) -> bool {
        self.when.as_ref().is_some_and(|when| matches!(when.certainty(), Certainty::Expected | Certainty::Tentative))
    }
}

/// The name of a kind, or of one form of it.
pub fn kind_label(page: &Page, kind: Kind, form: Option<&str>) -> String {
    match form {
        Some(form) if kind.def().has_named_forms => page.t(&format!("kind-{kind}-{form}")),
        _ => page.t(&format!("kind-{kind}")),
    }
}

/// The name of a kind where a single entry is meant.
pub(crate) fn kind_name(ctx: &Ctx, kind: Kind) -> String {
    ctx.t(&format!("kind-{kind}"))
}

/// The full text of an entry in one language.
#[derive(Debug, Clone)]
pub struct Text {
    /// The language that it is really in.
    pub locale: Locale,
    /// The Markdown body as clean HTML; empty if there is none.
    pub body: SafeHtml,
}

impl Text {
    /// Renders Markdown. A long text is rendered on a blocking thread.
    pub async fn of(locale: Locale, markdown: String) -> Self {
        let body = aside(markdown.len(), move || markdown::to_html(&markdown)).await;
        Self { locale, body }
    }

    /// The text with its pictures in it.
    ///
    /// # Errors
    /// If the database fails or a template breaks.
    pub async fn illustrated(self, conn: &mut Conn<'_>, ctx: &Ctx) -> Result<Self, Error> {
        let illustrated = media::illustrate(conn, ctx, (&self.body, self.locale), None).await?;
        Ok(Self { body: illustrated.text, ..self })
    }

    /// ` lang="de"` where the text is in another language than the page around it, else nothing.
    pub fn lang(&self, page: &Page) -> LangAttribute {
        LangAttribute::of(self.locale, page)
    }
}

/// A `lang` attribute, ready to stand in a tag, or nothing.
#[derive(Debug, Clone, Copy)]
pub struct LangAttribute(Option<Locale>);

impl LangAttribute {
    /// The attribute that a short text in two languages needs on this page.
    pub fn of_note(note: &base::Localized, page: &Page) -> Self {
        Self::of(note.get(page.locale()).1, page)
    }

    /// The attribute that text in `locale` needs on this page.
    pub fn of(locale: Locale, page: &Page) -> Self {
        Self((locale.tag() != page.locale().tag()).then_some(locale))
    }
}

impl fmt::Display for LangAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(locale) => write!(f, " lang=\"{}\"", locale.tag()),
            None => Ok(()),
        }
    }
}

// The value is made of our own tags only, so it needs no escaping.
impl askama::filters::HtmlSafe for LangAttribute {}
