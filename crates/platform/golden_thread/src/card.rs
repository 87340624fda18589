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
    /// Who may see an entry.
    pub enum State {
        /// Only editors.
        Draft = "draft",
        /// Everyone.
        Published = "published",
        /// Nobody any more; the address is kept.
        Withdrawn = "withdrawn",
    }
}

/// An index card in one language.
#[derive(Debug, Clone)]
pub struct Card {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// The kind more closely (`congress` for an event), if its slice tells kinds apart.
    pub form: Option<String>,
    /// Its name in addresses.
    pub slug: Slug,
    /// Its place in a numbered row.
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

/// A heading's word of so many letters fits on the narrowest page.
const LONG: usize = 16;

impl Card {
    /// Its public path, without language prefix.
    pub fn path(&self) -> String {
        self.kind.path(&self.slug)
    }

    /// How entries refer to it: folder and slug.
    pub fn reference(&self) -> String {
        format!("{}/{}", self.kind.folder(), self.slug)
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

    /// Whether a date says something about it. Where one is missing, that is a gap.
    pub fn has_time(&self) -> bool {
        self.when.is_some() || !self.kind.def().is_timed
    }

    /// The year in which lists show it.
    pub fn year(&self) -> Option<i16> {
        self.when.map(|when| when.sort_key().0.year())
    }

    /// Class that gives it the hue of its field.
    pub fn field_class(&self) -> String {
        self.field.map(|number| format!("field-{number}")).unwrap_or_default()
    }

    /// What it is, in words: `Kongress`, `Papier`.
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

/// What a kind, or one form of it, is called.
pub fn kind_label(page: &Page, kind: Kind, form: Option<&str>) -> String {
    match form {
        Some(form) if kind.def().has_named_forms => page.t(&format!("kind-{kind}-{form}")),
        _ => page.t(&format!("kind-{kind}")),
    }
}

/// What a kind is called where one of its entries is meant.
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
    /// A text from its Markdown. A long one is rendered beside the threads that answer.
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
