//! `/redaktion/medien/{slug}`: what is said of a medium, where it is used, and what else can be done.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};
use base::clock::day_of;
use media::actions::{self, Refused};
use media::store::FileSize;
use media::{About, Medium, Sort, serve};
use web::form::{Field, Form, Section, Submission};
use web::{Answer, Ctx, Error};

use super::act::{keep, note, note_if_public, refusal};
use super::around::Around;
use super::new::UploadForm;
use super::{NoticeQuery, thumbnail};
use crate::acts::MediumAct;
use crate::media::advice::advice;
use crate::media::form::{self, Faults, VERSION};
use crate::media::held::Held;
use crate::media::paths::{
    FilePath, MediaPath, MediumPath, ReleasePath, ReplacementPath, RestorationPath, ReturnPath, WithdrawalPath,
};

/// The field that says which former bytes are brought back.
pub(super) const FORMER: &str = "fassung";

/// The form for what is said of a medium.
#[derive(Template)]
#[template(path = "media/pages/about.html")]
struct AboutForm {
    page: Ctx,
    form: Form,
    version: i64,
}

/// A field that somebody else has changed meanwhile.
struct Difference {
    label: String,
    yours: String,
    theirs: String,
}

#[derive(Template)]
#[template(path = "media/pages/show.html")]
struct ShowPage {
    page: DeskPage,
    notice: Option<String>,
    is_warning: bool,
    medium: Medium,
    image: Option<String>,
    width: i64,
    height: i64,
    /// Where the file can be looked at.
    file: String,
    facts: Vec<(String, String)>,
    missing: Vec<String>,
    hints: Vec<String>,
    around: Around,
    /// Whether this person may change it as it is.
    may_change: bool,
    /// Where it is released, if it waits for that and this person may.
    release: Option<String>,
    /// Where former bytes are brought back.
    return_path: String,
    differences: Vec<Difference>,
    about: Section,
    replacement: Section,
    withdrawal: String,
    restoration: String,
    days: i64,
}

impl ShowPage {
    /// How a text shows or links it.
    fn markdown(&self) -> String {
        let (text, slug) = (&self.medium.about.title, &self.medium.slug);
        match self.medium.sort() {
            Sort::Image => format!("![](/medien/{slug})"),
            Sort::File => format!("[{text}](/medien/{slug})"),
        }
    }
}

/// What a page shows besides what is kept, when a form on it comes back.
#[derive(Default)]
pub(super) struct Returned<'a> {
    /// What was sent, and what is wrong with it.
    pub(super) about: Option<(&'a Submission, Faults)>,
    /// What is wrong with the file that should take its place.
    pub(super) file: Option<Faults>,
    /// Somebody else has saved meanwhile.
    pub(super) is_changed: bool,
}

impl Returned<'_> {
    fn differences(&self, desk: &Desk, medium: &Medium) -> Vec<Difference> {
        let sent = self.about.as_ref().filter(|_| self.is_changed);
        sent.map(|(sent, _)| differences(desk, medium, sent)).unwrap_or_default()
    }
}

pub(super) async fn show(path: MediumPath, desk: Desk, Query(notice): Query<NoticeQuery>) -> Answer {
    let held = Held::find(&desk, &path.slug).await?;
    answer(&desk, &held, &notice, Returned::default()).await
}

/// Keeps what somebody says of a medium.
pub(super) async fn describe(path: MediumPath, desk: Desk, sent: Submission) -> Answer {
    let held = Held::to_change(&desk, &path.slug).await?;
    let none = NoticeQuery::default();
    let version = sent.get(VERSION).parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let about = match form::read(&desk, &|name| sent.get(name).to_owned(), true) {
        Ok(about) => about,
        Err(faults) => {
            let returned = Returned { about: Some((&*sent, faults)), ..Returned::default() };
            return answer(&desk, &held, &none, returned).await;
        }
    };
    // The form of a file does not ask what a picture shows, so it cannot take that away.
    let about = match held.medium.sort() {
        Sort::File => {
            let old = &held.medium.about;
            About { alt: old.alt.clone(), decorative: old.decorative, ..about }
        }
        Sort::Image => about,
    };
    let mut tx = desk.db().write().await?;
    let was_public = held.medium.is_public();
    let which = (&path.slug, held.by(&desk));
    match actions::describe(&mut tx.conn(), &desk.state().clock, which, version, &about).await? {
        Ok(medium) => {
            note(&mut tx.conn(), &desk, MediumAct::Described(&medium)).await?;
            if !was_public {
                note_if_public(&mut tx.conn(), &desk, &medium).await?;
            }
            keep(tx, was_public || medium.is_public()).await?;
            Ok(Redirect::to(&format!("{}?hinweis=gespeichert", desk.href(path))).into_response())
        }
        Err(Refused::Changed(_)) => {
            drop(tx);
            let returned =
                Returned { about: Some((&*sent, Faults::default())), is_changed: true, ..Returned::default() };
            // As it is by now.
            answer(&desk, &Held::find(&desk, &path.slug).await?, &none, returned).await
        }
        Err(refused) => Err(refusal(&desk, &refused)),
    }
}

/// The page of a medium, perhaps with a form that comes back.
pub(super) async fn answer(desk: &Desk, held: &Held, notice: &NoticeQuery, returned: Returned<'_>) -> Answer {
    let (medium, slug) = (held.medium.clone(), &held.medium.slug);
    let (sizes, around) = {
        let mut reader = desk.db().read().await?;
        (media::store::sizes(&mut reader.conn(), &medium).await?, Around::load(&mut reader.conn(), desk, held).await?)
    };
    let (about, replacement) = (about_section(desk, &medium, &returned), file_section(desk, &medium, &returned));
    let is_refused = about.is_refused() || replacement.is_refused();
    let alt = medium.about.alt.as_ref().map(|alt| alt.de.as_str()).unwrap_or_default();
    let page = DeskPage::new(desk, medium.about.title.as_str()).below(desk.t("desk-area-media"), MediaPath);
    let shown = ShowPage {
        page: page.refused(is_refused || returned.is_changed),
        notice: notice.text(desk),
        is_warning: notice.is_warning(),
        image: thumbnail(desk, &medium, 960),
        width: sizes.first().map_or(0, |size| size.width),
        height: sizes.first().map_or(0, |size| size.height),
        file: address(desk, &medium),
        facts: facts(desk, &medium, &sizes),
        missing: medium.missing().into_iter().map(|one| desk.t(one.key())).collect(),
        hints: advice(alt, &medium.about.title).into_iter().map(|key| desk.t(key)).collect(),
        around,
        may_change: held.may_change,
        release: (held.may_publish && !medium.released).then(|| desk.href(ReleasePath { slug: slug.clone() })),
        return_path: desk.href(ReturnPath { slug: slug.clone() }),
        differences: returned.differences(desk, &medium),
        withdrawal: desk.href(WithdrawalPath { slug: slug.clone() }),
        restoration: desk.href(RestorationPath { slug: slug.clone() }),
        days: Medium::KEPT_DAYS,
        about: about.clone(),
        replacement: replacement.clone(),
        medium,
    };
    let section = if replacement.is_refused() { replacement } else { about };
    let mut answer = section.answer(&shown)?;
    if returned.is_changed {
        *answer.status_mut() = StatusCode::CONFLICT;
    }
    Ok(answer)
}

fn about_section(desk: &Desk, medium: &Medium, returned: &Returned) -> Section {
    let none = Faults::default();
    let faults = returned.about.as_ref().map_or(&none, |(_, faults)| faults);
    let value = |name: &str| match &returned.about {
        Some((sent, _)) => sent.get(name).to_owned(),
        None => form::value(&medium.about, name),
    };
    let fields = form::fields(desk, Some(medium.sort()), faults);
    let action = desk.href(MediumPath { slug: medium.slug.clone() });
    let form = Form { action, fields, ticket: String::new(), again: None }.filled(&value);
    form.section(desk, |form| AboutForm { page: desk.ctx.clone(), form, version: medium.version })
}

fn file_section(desk: &Desk, medium: &Medium, returned: &Returned) -> Section {
    let none = Faults::default();
    let fields: Vec<Field> = vec![form::file(desk, returned.file.as_ref().unwrap_or(&none))];
    let action = desk.href(ReplacementPath { slug: medium.slug.clone() });
    let form = Form { action, fields, ticket: String::new(), again: None };
    let button = desk.t("medium-replace-send");
    form.section(desk, |form| UploadForm { page: desk.ctx.clone(), form, button, id: "replace-send" })
}

/// What somebody else has saved and this person has written otherwise.
fn differences(desk: &Desk, now: &Medium, sent: &Submission) -> Vec<Difference> {
    let fields = form::fields(desk, Some(now.sort()), &Faults::default());
    let each = fields.into_iter().map(|field| Difference {
        yours: sent.get(&field.name).to_owned(),
        theirs: form::value(&now.about, &field.name),
        label: field.label,
    });
    each.filter(|difference| difference.yours != difference.theirs).collect()
}

/// Where a person of the desk can look at the whole of it.
fn address(desk: &Desk, medium: &Medium) -> String {
    match medium.sort() {
        Sort::Image => thumbnail(desk, medium, 1920).unwrap_or_default(),
        Sort::File if medium.is_public() => serve::file_address(&medium.slug, &medium.name),
        Sort::File => {
            let name = base::file_name::in_address(&medium.name);
            desk.href(FilePath { slug: medium.slug.clone(), name })
        }
    }
}

fn facts(desk: &Desk, medium: &Medium, sizes: &[FileSize]) -> Vec<(String, String)> {
    let day = |at| base::words::date(day_of(at), desk.interface());
    let largest = sizes.first();
    let kilobytes = largest.map_or(0, |size| size.length.div_euclid(1024).max(1));
    let mut facts = vec![
        (desk.t("medium-fact-name"), medium.name.clone()),
        (desk.t("medium-fact-size"), desk.t_count("medium-kilobytes", kilobytes)),
        (desk.t("medium-fact-created"), day(medium.created)),
        (desk.t("medium-fact-updated"), day(medium.updated)),
    ];
    if let Some(size) = largest.filter(|_| medium.sort() == Sort::Image) {
        let args = [("width", size.width.into()), ("height", size.height.into())];
        facts.insert(1, (desk.t("medium-fact-pixels"), desk.t_args("medium-pixels", &args)));
    }
    facts
}
