//! `/redaktion/medien/{slug}`: the description of a medium, its uses, and further acts.

use std::collections::BTreeMap;

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::http::StatusCode;
use base::clock::day_of;
use desk_kit::form::{self as form_kit, Filled, FormHead, Lists, Sent, ShownPart, Values, differences, summary};
use desk_kit::thumbnail;
use desk_kit::unsent::SHOW;
use media::actions::{self, Refusal};
use media::store::FileSize;
use media::{Medium, Sort, serve};
use web::form::{Fault, Field, Form, Section, Submission};
use web::{Answer, Ctx, Error, Notice};

use super::NOTICES;
use super::act::{keep, note, note_if_public, refusal};
use super::around::Around;
use super::new::UploadForm;
use crate::acts::MediumAct;
use crate::media::advice::advice;
use crate::media::form::{self, VERSION};
use crate::media::held::Held;
use crate::media::paths::{
    FilePath, MediaPath, MediumPath, ReleasePath, ReplacementPath, RestorationPath, ReturnPath, WithdrawalPath,
};

/// The field that says which former bytes are brought back.
pub(super) const FORMER: &str = "frueher";

/// The form of the description.
struct Description {
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
    /// The fields in which a form that comes back differs from the medium as somebody else has saved it.
    differences: Vec<Difference>,
}

impl Description {
    fn of(desk: &Desk, medium: &Medium, sent: Option<Filled>, is_changed: bool) -> anyhow::Result<Self> {
        let parts = form::parts(Some(medium.sort()));
        let kept = form::write(desk, &medium.about, &parts)?;
        let differences = match &sent {
            Some(sent) if is_changed => differences(&parts, &sent.values, &kept),
            _ => Vec::new(),
        };
        let filled = sent.unwrap_or_else(|| Filled::with(kept));
        let shown = form_kit::show(desk, None, &parts, &filled, &Lists::default());
        Ok(Self {
            summary: summary(&shown, &filled.faults),
            parts: shown,
            differences: differences.iter().map(|one| Difference::of(desk, one)).collect(),
        })
    }
}

/// A field in which the sent form differs from the medium as somebody else has saved it meanwhile.
struct Difference {
    label: String,
    yours: String,
    theirs: String,
}

impl Difference {
    fn of(ctx: &Ctx, one: &form_kit::Difference) -> Self {
        let text = |texts: &BTreeMap<String, String>| texts.values().cloned().collect::<Vec<_>>().join("\n");
        Self { label: one.input.label_in(ctx), yours: text(&one.before), theirs: text(&one.after) }
    }
}

#[derive(Template)]
#[template(path = "media/pages/show.html")]
struct ShowPage {
    page: DeskPage,
    notice: Option<Notice>,
    medium: Medium,
    image: Option<String>,
    width: i64,
    height: i64,
    /// The address of the whole file.
    file: String,
    facts: Vec<(String, String)>,
    missing: Vec<String>,
    hints: Vec<String>,
    around: Around,
    /// True if this person may change it as it is.
    may_change: bool,
    /// The address of its release, if it waits for that and this person may release it.
    release: Option<String>,
    /// The address at which former bytes are restored.
    return_path: String,
    head: FormHead,
    description: Description,
    replacement: Section,
    withdrawal: String,
    restoration: String,
    days: i64,
}

impl ShowPage {
    /// The classes by which the preview shows its crop.
    fn crop(&self) -> String {
        let about = &self.medium.about;
        let shape = about.crop.map(|crop| format!("is-{crop} ")).unwrap_or_default();
        format!("{shape}{}", about.focus().classes())
    }

    /// The Markdown with which a text shows or links it.
    fn markdown(&self) -> String {
        let (text, slug) = (&self.medium.about.title, &self.medium.slug);
        match self.medium.sort() {
            Sort::Image => format!("![](/medien/{slug})"),
            Sort::File => format!("[{text}](/medien/{slug})"),
        }
    }
}

/// A form that comes back, besides the medium as it is kept.
#[derive(Default)]
pub(super) struct Returned {
    /// The description that was sent, with its faults.
    pub(super) about: Option<Filled>,
    /// The fault of the file that should replace the medium's.
    pub(super) file: Option<String>,
    /// Somebody else has saved meanwhile.
    pub(super) is_changed: bool,
}

pub(super) async fn show(path: MediumPath, desk: Desk) -> Answer {
    let held = Held::find(&desk, &path.slug).await?;
    answer(&desk, &held, Returned::default()).await
}

/// Keeps the description of a medium.
pub(super) async fn describe(path: MediumPath, desk: Desk, sent: Submission) -> Answer {
    let held = Held::to_change(&desk, &path.slug).await?;
    let version = sent.get(VERSION).parse().map_err(|_| Error::BadRequest)?;
    let parts = form::parts(Some(held.medium.sort()));
    let is_only_shown = sent.get("do") == SHOW;
    let filled = Filled { is_sent: true, ..Filled::with(Values::sent_for(&parts, &sent.whole()?)?) };
    if is_only_shown {
        return answer(&desk, &held, Returned { about: Some(filled), ..Returned::default() }).await;
    }
    let shown = form::write(&desk, &held.medium.about, &parts)?;
    let about = match form::read(&desk, &held.medium.about, Sent::of(&parts, &filled, &shown))? {
        Ok(about) => about,
        Err(faults) => {
            let returned = Returned { about: Some(Filled { faults, ..filled }), ..Returned::default() };
            return answer(&desk, &held, returned).await;
        }
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
            Ok(NOTICES.redirect(&desk, path, "gespeichert"))
        }
        Err(Refusal::Changed(_)) => {
            drop(tx);
            let returned = Returned { about: Some(filled), is_changed: true, ..Returned::default() };
            answer(&desk, &Held::find(&desk, &path.slug).await?, returned).await
        }
        Err(refused) => Err(refusal(&desk, &refused)),
    }
}

/// The page of a medium, perhaps with a form that comes back.
pub(super) async fn answer(desk: &Desk, held: &Held, returned: Returned) -> Answer {
    let (medium, slug) = (held.medium.clone(), &held.medium.slug);
    let (sizes, around) = {
        let mut reader = desk.db().read().await?;
        (media::store::sizes(&mut reader.conn(), &medium).await?, Around::load(&mut reader.conn(), desk, held).await?)
    };
    let is_unsent = returned.about.is_some();
    let description = Description::of(desk, &medium, returned.about, returned.is_changed)?;
    let notice = NOTICES.find(desk);
    let form_head = head_of(desk, &medium, is_unsent, notice.as_ref()).await?;
    let replacement = file_section(desk, &medium, returned.file);
    let is_refused = !description.summary.is_empty() || replacement.is_refused();
    let alt = medium.about.alt.as_ref().map(|alt| alt.de.as_str()).unwrap_or_default();
    let frame = DeskPage::new(desk, medium.about.title.as_str()).below(desk.t("desk-area-media"), MediaPath);
    let page = ShowPage {
        page: frame.refused(is_refused || returned.is_changed),
        notice,
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
        withdrawal: desk.href(WithdrawalPath { slug: slug.clone() }),
        restoration: desk.href(RestorationPath { slug: slug.clone() }),
        days: Medium::KEPT_DAYS,
        head: form_head,
        description,
        replacement,
        medium,
    };
    let answer = web::html(&page)?;
    let status = if returned.is_changed { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(if is_refused || returned.is_changed { web::says_itself(status, answer) } else { answer })
}

/// The head of the form of the description.
async fn head_of(desk: &Desk, medium: &Medium, is_unsent: bool, notice: Option<&Notice>) -> Result<FormHead, Error> {
    let action = desk.href(MediumPath { slug: medium.slug.clone() });
    let form = FormHead::new(desk, action, medium.version, format!("medium/{}", medium.id.0)).unsent(is_unsent);
    if is_unsent { Ok(form) } else { form.opened(desk, notice).await }
}

fn file_section(desk: &Desk, medium: &Medium, fault: Option<String>) -> Section {
    let fields: Vec<Field> = vec![form::file(desk, Some(medium.sort()).filter(|sort| *sort == Sort::Image), fault)];
    let action = desk.href(ReplacementPath { slug: medium.slug.clone() });
    let form = Form { action, fields, ticket: String::new(), again: None };
    let button = desk.t("medium-replace-send");
    form.section(desk, |form| UploadForm { page: desk.ctx.clone(), form, button, id: "replace-send" })
}

/// The address at which a person of the desk can look at the whole of it.
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
