//! `/redaktion/medien/neu`: the upload of a picture or a file, by itself or for a form that waits for it.

use accounts::{Desk, DeskPage, OwnerKey};
use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect};
use base::file_name::FileName;
use db::Conn;
use desk_kit::form::{Filled, Lists, Sent, ShownPart, Values, summary};
use desk_kit::{UnsentPath, unsent};
use media::actions::Origin;
use media::intake::{self, Refusal, Taken};
use media::{About, InMemory, Medium, Sort, Upload, actions};
use serde::Deserialize;
use uuid::Uuid;
use web::form::{Fault, Field, Form, Submission, YES, encoded};
use web::{Answer, Ctx, Error, html};

use super::act::{note, note_if_public};
use super::{NOTICES, several};
use crate::acts::MediumAct;
use crate::media::form;
use crate::media::held::{Uploader, holding_of};
use crate::media::paths::{AsidePath, MediaPath, MediumPath, UploadPath};
use crate::rights::{PUBLISH_MEDIA, UPLOAD, uploads_for};

/// A form with a file, printed by the desk.
#[derive(Template)]
#[template(path = "media/pages/upload.html")]
pub(super) struct UploadForm {
    pub(super) page: Ctx,
    pub(super) form: Form,
    pub(super) button: String,
    /// The button's id in the page.
    pub(super) id: &'static str,
}

/// The button of a form that puts it aside: this, and the field that waits for a picture.
const BUTTON: &str = "hochladen:";
/// The end of the names of fields that wait for a file.
const OF_FILES: &str = ".file";
/// The field with the id of the form that was put aside.
const FORM: &str = "fuer";
/// The field with the name of its field that waits for the upload.
const FIELD: &str = "feld";
/// The field with the code of the only sort that fits.
const SORT: &str = "art";
/// Says that a file is one of several, which a script sends one after the other.
const SEVERAL: &str = "mehrere";

/// What an upload is for; nothing, if somebody uploads by itself.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Purpose {
    /// The id of the form that waits for it.
    fuer: Option<Uuid>,
    /// The field of that form.
    feld: String,
    /// The code of the only sort that fits; any if it is empty.
    art: String,
}

impl Purpose {
    fn of(sent: &Upload) -> Self {
        Self { fuer: sent.get(FORM).parse().ok(), feld: sent.get(FIELD).to_owned(), art: sent.get(SORT).to_owned() }
    }

    fn sort(&self) -> Option<Sort> {
        Sort::from_code(&self.art)
    }

    /// Name and value of the hidden fields that carry it.
    fn hidden(&self) -> Vec<(&'static str, String)> {
        let form = self.fuer.map(|id| id.to_string()).unwrap_or_default();
        let pairs = [(FORM, form), (FIELD, self.feld.clone()), (SORT, self.art.clone())];
        pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

#[derive(Template)]
#[template(path = "media/pages/new.html")]
pub(super) struct NewPage {
    page: DeskPage,
    action: String,
    purpose: Purpose,
    /// The address of the form that waits for it.
    back: Option<String>,
    file: Field,
    about: ShownPart,
    /// The cut of a picture; shown when there is one to be seen, or something was typed.
    cut: Option<ShownPart>,
    is_cut: bool,
    summary: Vec<Fault>,
    /// The number of files that were kept although others were refused.
    pub(super) kept: usize,
}

impl NewPage {
    pub(super) fn of(desk: &Desk, purpose: Purpose, filled: &Filled, file: Option<String>) -> Self {
        let sort = purpose.sort();
        let parts = form::parts_at_upload(sort);
        let shown = desk_kit::form::show(desk, None, &parts, filled, &Lists::default());
        let is_for_one = purpose.fuer.is_some() || sort.is_some();
        let file = if is_for_one { form::file(desk, sort, file) } else { form::files(desk, file) };
        let fault = file.error.as_ref().map(|message| Fault { id: file.id(), message: message.clone() });
        let summary: Vec<Fault> = fault.into_iter().chain(summary(&shown, &filled.faults)).collect();
        let title = if sort == Some(Sort::Image) { "medium-upload-picture" } else { "medium-upload" };
        let page = DeskPage::new(desk, desk.t(title)).below(desk.t("desk-area-media"), MediaPath);
        let page = page.refused(!summary.is_empty());
        let back = purpose.fuer.map(|id| desk.href(UnsentPath { id }));
        let is_cut = ["crop", "focus_x", "focus_y"].iter().any(|name| !filled.values.get(name).is_empty());
        let mut shown = shown.into_iter();
        let about = shown.next().expect("the description is asked for");
        let action = desk.href(UploadPath);
        Self { page, action, purpose, back, file, about, cut: shown.next(), is_cut, summary, kept: 0 }
    }

    pub(super) fn refused(&self) -> Answer {
        Ok(web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, html(self)?))
    }
}

pub(super) async fn show(_: UploadPath, desk: Desk) -> Answer {
    desk.require(UPLOAD.allows(&desk.person))?;
    html(&NewPage::of(&desk, desk.query(), &Filled::default(), None))
}

/// Puts a form aside and leads to the upload, which leads back to it. Nothing that was typed into it is lost meanwhile.
pub(super) async fn put_aside(_: AsidePath, desk: Desk, key: Extension<OwnerKey>, sent: Submission) -> Answer {
    desk.require(UPLOAD.allows(&desk.person))?;
    let sent = sent.whole()?;
    let field = sent.get("do").strip_prefix(BUTTON).ok_or(Error::BadRequest)?;
    let id = unsent::put_aside(&desk, &key, &sent).await?;
    let sort = if field.ends_with(OF_FILES) { Sort::File } else { Sort::Image };
    let address = format!("{}?{FORM}={id}&{FIELD}={}&{SORT}={sort}", desk.href(UploadPath), encoded(field));
    Ok(unsent::not_saved(Redirect::to(&address).into_response()))
}

pub(super) async fn receive(_: UploadPath, Uploader(desk): Uploader, mut sent: Upload) -> Answer {
    let mut files = std::mem::take(&mut sent.files);
    let purpose = Purpose::of(&sent);
    let filled = Filled::with(Values::sent(sent.pairs()));
    let (parts, shown) = (form::parts_at_upload(purpose.sort()), Values::default());
    let about = match form::read(&desk, &About::default(), Sent::of(&parts, &filled, &shown))? {
        Ok(about) => about,
        Err(faults) => return NewPage::of(&desk, purpose, &Filled { faults, ..filled }, None).refused(),
    };
    if files.len() > 1 || sent.get(SEVERAL) == YES {
        return several::receive(&desk, purpose, filled, (about, files)).await;
    }
    let InMemory { name, file, turn: _turn } = files.swap_remove(0).read().await?;
    let taken = match take(&desk, &name, file).await? {
        Ok(Taken::File(..)) if purpose.sort() == Some(Sort::Image) => Err(desk.t("medium-no-picture")),
        Ok(Taken::Image(..)) if purpose.sort() == Some(Sort::File) => Err(desk.t("medium-no-file")),
        taken => taken,
    };
    let taken = match taken {
        Ok(taken) => taken,
        Err(fault) => return NewPage::of(&desk, purpose, &filled, Some(fault)).refused(),
    };
    let slug = keep(&desk, &name, about, taken).await?.slug;
    if let Some(id) = purpose.fuer
        && let Some(address) = unsent::fill(&desk, id, &purpose.feld, slug.as_str()).await?
    {
        return Ok(Redirect::to(&address).into_response());
    }
    Ok(NOTICES.redirect(&desk, MediumPath { slug }, "hochgeladen"))
}

/// Keeps an upload as a new medium. Without a title it has that of its file; a file that is no picture has no cut.
pub(super) async fn keep(desk: &Desk, name: &FileName, about: About, taken: Taken) -> Result<Medium, Error> {
    let state = desk.state();
    let title = if about.title.is_empty() { name.title() } else { about.title };
    let mut about = About { title, ..about };
    if matches!(taken, Taken::File(..)) {
        (about.crop, about.focus_x, about.focus_y) = (None, None, None);
    }
    let mut tx = state.db.write().await?;
    let whose = (&origin(desk, &mut tx.conn()).await?, name);
    let medium = actions::add(&mut tx.conn(), state.now(), whose, about, taken).await?;
    note(&mut tx.conn(), desk, MediumAct::Uploaded(&medium)).await?;
    note_if_public(&mut tx.conn(), desk, &medium).await?;
    // Nothing on the site shows it yet, so no page changes.
    tx.commit().await?;
    Ok(medium)
}

/// The origin of an upload. A person who may publish there releases it by uploading.
async fn origin(desk: &Desk, conn: &mut Conn<'_>) -> db::Result<Origin> {
    let scopes = uploads_for(&desk.person);
    let holding = holding_of(conn, (Some(desk.person.id), &scopes), false).await?;
    let scopes = scopes.into_iter().map(|entry| entry.0).collect();
    Ok(Origin { uploader: desk.person.id.0, scopes, released: PUBLISH_MEDIA.covers(&desk.person, &holding) })
}

/// Takes the file in; the error is a sentence for its field.
pub(super) async fn take(
    desk: &Desk,
    name: &FileName,
    file: Result<Vec<u8>, Refusal>,
) -> Result<Result<Taken, String>, Error> {
    let taken = match file {
        Ok(bytes) => intake::take(bytes, name.clone()).await?,
        Err(refusal) => Err(refusal),
    };
    Ok(taken.map_err(|refusal| format!("{} {}", refusal.in_words(desk), desk.t("medium-file-again"))))
}
