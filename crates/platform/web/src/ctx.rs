//! The context of a request, for every handler: language, path, texts, database, clock.

use std::ops::Deref;
use std::sync::{Arc, PoisonError, RwLock};

use axum::extract::{FromRequestParts, OriginalUri, Query};
use axum::http::Uri;
use axum::http::request::Parts;
use base::{Clock, Ids, Locale, Now};
use db::{Db, Topic};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use services::jobs::Crashes;

use crate::assets::Assets;
use crate::cache::Notes;
use crate::form::Shield;
use crate::initiative::Initiative;
use crate::logo::ShownLogo;
use crate::masthead::{Asks, Masthead};
use crate::menu::Menu;
use crate::section::{Given, Section};
use crate::texts::{Arg, Texts};

/// The parts from which the app composes its state once, at the start. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Composition {
    /// The database.
    pub db: Db,
    /// The only clock.
    pub clock: Clock,
    /// The only source of new ids.
    pub ids: Ids,
    /// The texts of all rooms.
    pub texts: Arc<Texts>,
    /// Style sheets, fonts, icons and scripts.
    pub assets: Arc<Assets>,
    /// The links of header and footer.
    pub menu: Menu,
    /// Origin under which the public reaches the site, without a slash at its end.
    pub public_url: String,
    /// Queries about tables that rooms above know.
    pub asks: Asks,
    /// Honeypot, tickets and rate limits of the forms.
    pub shield: Arc<Shield>,
    /// True if mails leave through a mail server; else they rest as files.
    pub has_mail_server: bool,
    /// The latest crashes of background tasks of this process.
    pub crashes: Crashes,
}

/// The state that all handlers share. Cheap to clone.
#[derive(Debug, Clone)]
pub struct AppState(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    composition: Composition,
    masthead: RwLock<Arc<Masthead>>,
    preview: Option<Preview>,
}

/// The marking of a page that is shown before it is public.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The sentence above the page.
    pub notice: String,
    /// Path to go on editing, if the person may.
    pub back: Option<String>,
}

impl AppState {
    /// Composes the state.
    pub fn new(composition: Composition, masthead: Masthead) -> Self {
        Self(Arc::new(Shared { composition, masthead: RwLock::new(Arc::new(masthead)), preview: None }))
    }

    /// The same state for one request on a preview transaction: `db` sees the site as it will be.
    #[must_use]
    pub fn for_preview(&self, db: Db, preview: Preview) -> Self {
        let composition = Composition { db, ..self.0.composition.clone() };
        let masthead = RwLock::new(self.masthead());
        Self(Arc::new(Shared { composition, masthead, preview: Some(preview) }))
    }

    /// The clock and the source of ids, for acts that need both.
    pub fn now(&self) -> Now<'_> {
        Now::new(&self.0.composition.clock, &self.0.composition.ids)
    }

    /// The data about the site that every page shows, as this node knows them.
    pub fn masthead(&self) -> Arc<Masthead> {
        Arc::clone(&self.0.masthead.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The data about the site that every page shows, as of now.
    pub async fn newest_masthead(&self) -> Arc<Masthead> {
        self.refresh().await;
        self.masthead()
    }

    /// Reloads the masthead if something was published. If that fails, the old one stays, and the next
    /// request tries again.
    pub(crate) async fn refresh(&self) {
        if self.masthead().is_current(&self.db) {
            return;
        }
        match Masthead::load(&self.db, self.asks).await {
            Ok(Some(masthead)) => {
                *self.0.masthead.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(masthead);
            }
            Ok(None) => tracing::error!("the database holds no initiative any more"),
            Err(error) => tracing::error!(%error, "what every page says of the site cannot be read"),
        }
    }
}

impl Deref for AppState {
    type Target = Composition;

    fn deref(&self) -> &Composition {
        &self.0.composition
    }
}

/// The context of a request. Handlers take it as an argument, pages keep it.
#[derive(Debug, Clone)]
pub struct Ctx {
    state: AppState,
    locale: Locale,
    /// Path without the language prefix, beginning with a slash.
    path: String,
    query: Option<String>,
    masthead: Arc<Masthead>,
    /// A section that replaces the one of its name: a form that is shown again.
    given: Option<Given>,
    notes: Notes,
}

impl Ctx {
    /// The context of a request for `uri` (path and query as the visitor sent them).
    pub fn new(state: &AppState, uri: &Uri) -> Self {
        let (locale, path) = split_locale(uri.path());
        Self {
            locale,
            path: own(path).to_owned(),
            query: uri.query().map(ToOwned::to_owned),
            masthead: state.masthead(),
            state: state.clone(),
            given: None,
            notes: Notes::default(),
        }
    }

    /// Notes that the answer depends on more than the content: writers of the topic publish it with
    /// [`db::Tx::publish_topics`], and the cached answer becomes outdated. May be called before or after
    /// reading.
    pub fn depends_on(&self, topic: Topic) {
        self.notes.depends_on(topic);
    }

    /// Notes that the answer will change at this instant, such as the end of a registration. The earliest
    /// instant counts, and one that has passed is ignored.
    pub fn holds_until(&self, end: Timestamp) {
        self.notes.holds_until(end);
    }

    /// The same context in another language, for texts that are not for the visitor.
    #[must_use]
    pub fn in_language(&self, locale: Locale) -> Self {
        Self { locale, ..self.clone() }
    }

    /// The same context with a section of this name that replaces the one that the page would show: a form
    /// that is shown again with its faults.
    #[must_use]
    pub fn giving(&self, name: &'static str, section: Section) -> Self {
        Self { given: Some(Given { name, section }), ..self.clone() }
    }

    /// The replaced section of this name, if there is one.
    pub fn given(&self, name: &str) -> Option<&Section> {
        self.given.as_ref().filter(|given| given.name == name).map(|given| &given.section)
    }

    /// The query string; all defaults if there is none or it cannot be parsed.
    pub fn query<T: DeserializeOwned + Default>(&self) -> T {
        let uri = format!("/?{}", self.query.as_deref().unwrap_or_default()).parse::<Uri>();
        let query = uri.ok().and_then(|uri| Query::<T>::try_from_uri(&uri).ok());
        query.map(|Query(query)| query).unwrap_or_default()
    }

    /// The language of the content of this page. [`Locale::Easy`] has a German interface.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The language of the interface: German for Leichte Sprache too.
    pub fn interface(&self) -> Locale {
        self.locale.interface()
    }

    /// Path of this page without the language prefix.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The shared state.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.state.db
    }

    /// The marking of a preview, if this is one.
    pub fn preview(&self) -> Option<&Preview> {
        self.state.0.preview.as_ref()
    }

    /// The document of the initiative: name, imprint, settings.
    pub fn initiative(&self) -> &Initiative {
        &self.masthead.initiative
    }

    /// The logo, if there is one that the public sees.
    pub fn logo(&self) -> Option<&ShownLogo> {
        self.masthead.logo.as_ref()
    }

    /// Address of the style sheet with the initiative's own colours, if it has any.
    pub fn colour_sheet(&self) -> Option<&str> {
        self.masthead.colours.as_ref().map(|(address, _)| address.as_str())
    }

    /// True if there is any content in Leichte Sprache.
    pub fn has_easy(&self) -> bool {
        self.masthead.has_easy
    }

    /// The text of a key in this page's language.
    pub fn t(&self, key: &str) -> String {
        self.state.texts.get(self.locale, key, &[])
    }

    /// The text of a key with a count (`$count`).
    pub fn t_count(&self, key: &str, count: impl Into<Arg<'static>>) -> String {
        self.state.texts.get(self.locale, key, &[("count", count.into())])
    }

    /// The text of a key with one variable.
    pub fn t_with<'a>(&self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        self.state.texts.get(self.locale, key, &[(name, value.into())])
    }

    /// The text of a key with several variables.
    pub fn t_args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.state.texts.get(self.locale, key, args)
    }

    /// A link to one of our own pages in this page's language. Pages in Leichte Sprache are linked with
    /// [`Ctx::href_in`]; all others are linked in German.
    pub fn href(&self, path: impl std::fmt::Display) -> String {
        self.href_in(self.interface(), path)
    }

    /// A link to one of our own pages in another language.
    pub fn href_in(&self, locale: Locale, path: impl std::fmt::Display) -> String {
        let path = path.to_string();
        match (locale.prefix(), path.as_str()) {
            ("", _) => path,
            (prefix, "/") => prefix.to_owned(),
            (prefix, _) => format!("{prefix}{path}"),
        }
    }

    /// This page in another language, with filters and page number.
    pub fn same_page_in(&self, locale: Locale) -> String {
        let path = self.href_in(locale, &self.path);
        match &self.query {
            Some(query) => format!("{path}?{query}"),
            None => path,
        }
    }

    /// Absolute address of this page, without filters.
    pub fn address(&self) -> String {
        format!("{}{}", self.state.public_url, self.href_in(self.locale, &self.path))
    }

    /// Absolute address of this page in another language, without filters.
    pub fn address_in(&self, locale: Locale) -> String {
        format!("{}{}", self.state.public_url, self.href_in(locale, &self.path))
    }
}

impl FromRequestParts<AppState> for Ctx {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Self::Rejection> {
        // The router strips the language prefix from `parts.uri`, hence the original one.
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let notes = parts.extensions.get().cloned().unwrap_or_default();
        Ok(Self { notes, ..Self::new(state, uri) })
    }
}

/// The path of a page for links back to itself. A path that browsers take for another host (`//host`,
/// `/\host`) is replaced by that of the start page (no open redirect).
pub(crate) fn own(path: &str) -> &str {
    if path.starts_with("//") || path.contains('\\') { "/" } else { path }
}

/// Splits `/en/prozess` into its language and the path that all languages share.
fn split_locale(path: &str) -> (Locale, &str) {
    for locale in [Locale::En, Locale::Easy] {
        match path.strip_prefix(locale.prefix()) {
            Some("" | "/") => return (locale, "/"),
            Some(rest) if rest.starts_with('/') => return (locale, rest),
            _ => {}
        }
    }
    (Locale::De, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefix_tells_the_language() {
        assert_eq!(split_locale("/prozess"), (Locale::De, "/prozess"));
        assert_eq!(split_locale("/en"), (Locale::En, "/"));
        assert_eq!(split_locale("/en/"), (Locale::En, "/"));
        assert_eq!(split_locale("/en/prozess"), (Locale::En, "/prozess"));
        assert_eq!(split_locale("/leicht/seiten/mitmachen"), (Locale::Easy, "/seiten/mitmachen"));
    }

    #[test]
    fn path_that_browsers_take_for_another_host_is_not_linked() {
        assert_eq!(own("/prozess"), "/prozess");
        for foreign in ["//evil.example", "/\\evil.example", "/prozess\\..\\x"] {
            assert_eq!(own(foreign), "/", "{foreign}");
        }
    }

    #[test]
    fn path_that_only_begins_like_a_language_is_german() {
        assert_eq!(split_locale("/entwurf"), (Locale::De, "/entwurf"));
    }
}
