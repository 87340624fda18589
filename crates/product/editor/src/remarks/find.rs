//! Finds the remarks about a document.

use std::collections::BTreeSet;

use accounts::Sight;
use archive::{Document, document};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::{Locale, Slug};
use desk_kit::form::{Titles, titles};
use edtf::Certainty;
use golden_thread::{Kind, State};
use markdown::Reference;
use media::Medium;
use tower::ServiceExt as _;
use web::{AppState, Ctx, Error};

use super::holes::holes;
use super::{Remark, RemarkKind};
use crate::entries::store as entries_store;

/// The place of the addresses of media.
const MEDIA: &str = "/medien/";
const BODY: &str = "body";
const PICTURE: &str = "matter.picture";
const ATTACHMENTS: &str = "matter.attachments";

/// The remarks about a document, in the order of its form. `routes` are the public pages, through which links are followed.
///
/// # Errors
/// If the database fails.
/// Titles of drafts are told as far as somebody sees them, and to nobody in an inspection (`sight` is `None`).
pub(crate) async fn find(
    ctx: &Ctx,
    sight: Option<Sight>,
    routes: &Router<AppState>,
    document: &Document,
) -> Result<Vec<Remark>, Error> {
    let mut finder = Finder { ctx, sight, routes, remarks: Vec::new(), seen: BTreeSet::new() };
    finder.texts(document).await?;
    if let Some(picture) = &document.matter.picture {
        finder.medium(picture, (PICTURE, true)).await?;
    }
    for attachment in &document.matter.attachments {
        finder.medium(&attachment.file, (ATTACHMENTS, false)).await?;
    }
    finder.named(document).await?;
    finder.translations(document);
    finder.date(document);
    if document.kind == Kind::FIELD && document.matter.number.is_none() {
        finder.tell(RemarkKind::Unnumbered, "", "matter.number");
    }
    Ok(finder.remarks)
}

struct Finder<'a> {
    ctx: &'a Ctx,
    sight: Option<Sight>,
    routes: &'a Router<AppState>,
    remarks: Vec<Remark>,
    /// Addresses that were looked at.
    seen: BTreeSet<String>,
}

impl Finder<'_> {
    fn tell(&mut self, kind: RemarkKind, subject: impl Into<String>, field: &'static str) {
        self.tell_more(kind, subject, String::new(), field);
    }

    fn tell_more(&mut self, kind: RemarkKind, subject: impl Into<String>, more: String, field: &'static str) {
        let remark = Remark { kind, subject: subject.into(), more, field: field.into() };
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    async fn texts(&mut self, document: &Document) -> Result<(), Error> {
        for (text, field) in [
            (&document.matter.title, "matter.title"),
            (&document.matter.summary, "matter.summary"),
            (&document.body, BODY),
        ] {
            for hole in holes(text) {
                self.tell(RemarkKind::Hole, hole, field);
            }
        }
        let bodies = document.translations.values().map(|text| &text.body);
        for body in [&document.body].into_iter().chain(bodies) {
            for reference in markdown::references(body) {
                self.reference(&reference).await?;
            }
        }
        Ok(())
    }

    async fn reference(&mut self, reference: &Reference) -> Result<(), Error> {
        let target = self.local(&reference.target);
        if !self.seen.insert(target.to_owned()) {
            return Ok(());
        }
        if let Some(medium) = target.strip_prefix(MEDIA) {
            let slug = medium.split(['/', '?', '#']).next().unwrap_or_default();
            return self.medium(slug, (BODY, reference.is_picture)).await;
        }
        if reference.is_picture {
            self.tell(RemarkKind::PictureElsewhere, target, BODY);
            return Ok(());
        }
        match Link::of(target) {
            Link::Elsewhere => {}
            Link::Empty => self.tell(RemarkKind::Hole, reference.words.clone(), BODY),
            Link::WithoutScheme => self.tell(RemarkKind::LinkWithoutScheme, target, BODY),
            Link::Inner(path) => self.inner(target, path).await?,
        }
        Ok(())
    }

    /// An address of our own site without its host.
    fn local<'t>(&self, target: &'t str) -> &'t str {
        let target = target.trim();
        target.strip_prefix(self.ctx.state().public_url.as_str()).filter(|path| path.starts_with('/')).unwrap_or(target)
    }

    async fn inner(&mut self, target: &str, path: &str) -> Result<(), Error> {
        if let Some((kind, slug)) = entry_at(path)
            && let Some((_, state)) = entries_store::find(&mut self.reader().await?.conn(), kind, slug).await?
        {
            if state != State::Published {
                self.not_public(&kind.reference(slug), BODY).await?;
            }
            return Ok(());
        }
        if !self.is_answered(path).await? {
            self.tell(RemarkKind::LinkDead, target, BODY);
        }
        Ok(())
    }

    /// True if the site has a page at this path, or leads on from there.
    async fn is_answered(&self, path: &str) -> Result<bool, Error> {
        let Ok(request) = Request::get(path).body(Body::empty()) else { return Ok(false) };
        let answer = match self.routes.clone().with_state(self.ctx.state().clone()).oneshot(request).await {
            Ok(answer) => answer.status(),
            Err(never) => match never {},
        };
        Ok(!matches!(answer, StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::BAD_REQUEST))
    }

    async fn reader(&self) -> db::Result<db::Reader> {
        self.ctx.db().read().await
    }

    /// A medium that a field names, and that it shows if it is a picture.
    async fn medium(&mut self, slug: &str, (field, is_shown): (&'static str, bool)) -> Result<(), Error> {
        let found = match Slug::parse(slug) {
            Ok(slug) => media::store::find(&mut self.reader().await?.conn(), &slug).await?,
            Err(_) => None,
        };
        match found {
            None => self.tell(RemarkKind::PictureUnknown, slug, field),
            Some(medium) if medium.is_public() && is_shown => self.width(medium, field).await?,
            Some(medium) if medium.is_public() => {}
            Some(medium) => {
                let missing: Vec<String> = medium.missing().iter().map(|one| self.ctx.t(one.key())).collect();
                self.tell_more(RemarkKind::MediumIncomplete, medium.about.title, missing.join(" "), field);
            }
        }
        Ok(())
    }

    async fn width(&mut self, medium: Medium, field: &'static str) -> Result<(), Error> {
        let dimensions = media::store::dimensions(&mut self.reader().await?.conn(), &[medium.id]).await?;
        if let Some((width, _)) = dimensions.get(&medium.id).filter(|(width, _)| *width < Medium::NARROW) {
            self.tell_more(RemarkKind::PictureNarrow, medium.about.title, width.to_string(), field);
        }
        Ok(())
    }

    /// Other entries that the document names.
    async fn named(&mut self, document: &Document) -> Result<(), Error> {
        for (path, reference) in document::references_of(document) {
            let Some((kind, slug)) = Kind::split_reference(&reference) else { continue };
            let found = entries_store::find(&mut self.reader().await?.conn(), kind, slug).await?;
            if found.is_some_and(|(_, state)| state != State::Published) {
                let field = if path.starts_with("matter.links") { "matter.links" } else { "" };
                self.not_public(&reference, field).await?;
            }
        }
        Ok(())
    }

    async fn not_public(&mut self, reference: &str, field: &'static str) -> Result<(), Error> {
        let titles = match self.sight {
            Some(sight) => titles(&mut self.reader().await?.conn(), sight, vec![reference.to_owned()]).await?,
            None => Titles::new(),
        };
        let subject = titles.get(reference).cloned().unwrap_or_else(|| reference.to_owned());
        self.tell(RemarkKind::NotPublic, subject, field);
        Ok(())
    }

    fn translations(&mut self, document: &Document) {
        for (locale, text) in &document.translations {
            let language = self.ctx.t(&format!("language-{}", locale.code()));
            if !text.is_public() {
                self.tell(RemarkKind::Unchecked, language, "");
            } else if document.is_stale(*locale) {
                self.tell(RemarkKind::Stale, language, "");
            }
        }
    }

    fn date(&mut self, document: &Document) {
        let expected = matches!(document.matter.certainty, Some(Certainty::Expected | Certainty::Tentative));
        let Some(when) = document.matter.when().filter(|_| expected) else { return };
        if when.latest().is_some_and(|latest| latest < self.ctx.state().clock.today()) {
            self.tell(RemarkKind::Past, when.in_words(self.ctx.interface()), "matter.when");
        }
    }
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
enum Link<'a> {
    /// To another site, a mailbox, a place on the same page.
    Elsewhere,
    /// Nowhere: it was begun and not filled in.
    Empty,
    /// To another site or a mailbox, but browsers take it for a page of ours.
    WithoutScheme,
    /// To a page of ours: its path without language and without a place on it.
    Inner(&'a str),
}

impl<'a> Link<'a> {
    fn of(target: &'a str) -> Self {
        if matches!(target, "" | "#" | "https://" | "http://" | "mailto:") {
            return Self::Empty;
        }
        let has_scheme =
            target.split_once(':').is_some_and(|(scheme, _)| scheme.bytes().all(|b| b.is_ascii_alphabetic()));
        if has_scheme || target.starts_with('#') {
            return Self::Elsewhere;
        }
        if !target.starts_with('/') {
            return Self::WithoutScheme;
        }
        let path = target.split('#').next().unwrap_or_default();
        let stripped = [Locale::En, Locale::Easy].iter().find_map(|locale| path.strip_prefix(locale.prefix()));
        Self::Inner(stripped.filter(|rest| rest.starts_with('/')).unwrap_or(path))
    }
}

/// The entry whose page is at this path, by its kind and slug.
fn entry_at(path: &str) -> Option<(Kind, &str)> {
    let (folder, slug) = path.rsplit_once('/')?;
    let kind = Kind::all().iter().copied().find(|kind| kind.base_path() == folder)?;
    Slug::parse(slug).ok().map(|_| (kind, slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn link_leads_where_browsers_would_go() {
        for target in ["https://www.essen.de", "mailto:a@ort.example", "tel:0201", "#unten"] {
            assert_eq!(Link::of(target), Link::Elsewhere, "{target}");
        }
        for target in ["www.essen.de", "a@ort.example", "essen.de/schule", "seite"] {
            assert_eq!(Link::of(target), Link::WithoutScheme, "{target}");
        }
        for target in ["", "#", "https://"] {
            assert_eq!(Link::of(target), Link::Empty, "{target}");
        }
        assert_eq!(Link::of("/en/kontakt?feld=x#frage"), Link::Inner("/kontakt?feld=x"));
        assert_eq!(Link::of("/entwurf"), Link::Inner("/entwurf"));
    }
}
