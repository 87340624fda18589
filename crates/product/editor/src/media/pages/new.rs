//! `/redaktion/medien/neu`: the upload of a picture or a file.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use base::file_name::FileName;
use db::Conn;
use media::actions::Origin;
use media::intake::{self, Refusal, Taken};
use media::{About, Upload, actions};
use web::form::{Field, Form, Section};
use web::{Answer, Ctx, Error, html};

use super::act::{note, note_if_public};
use crate::acts::MediumAct;
use crate::media::form::{self, FILE, Faults};
use crate::media::held::{Uploader, holding_of};
use crate::media::paths::{MediaPath, MediumPath, UploadPath};
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

#[derive(Template)]
#[template(path = "media/pages/new.html")]
struct NewPage {
    page: DeskPage,
    section: Section,
}

pub(super) async fn show(_: UploadPath, desk: Desk) -> Answer {
    desk.require(UPLOAD.allows(&desk.person))?;
    let (page, section) = parts(&desk, &|_| String::new(), &Faults::default());
    html(&NewPage { page, section })
}

pub(super) async fn receive(_: UploadPath, Uploader(desk): Uploader, mut sent: Upload) -> Answer {
    let file = std::mem::replace(&mut sent.file, Err(Refusal::Empty));
    let value = |name: &str| sent.get(name).to_owned();
    let checked = match form::read(&desk, &value, false) {
        Ok(about) => take(&desk, &sent.name, file).await?.map(|taken| (about, taken)),
        Err(faults) => Err(faults),
    };
    let (about, taken) = match checked {
        Ok(checked) => checked,
        Err(faults) => return again(&desk, &value, &faults),
    };
    let title = if about.title.is_empty() { sent.name.title() } else { about.title };
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let about = About { title, ..about };
    let whose = (&origin(&desk, &mut tx.conn()).await?, &sent.name);
    let medium = actions::add(&mut tx.conn(), state.now(), whose, about, taken).await?;
    note(&mut tx.conn(), &desk, MediumAct::Uploaded(&medium)).await?;
    note_if_public(&mut tx.conn(), &desk, &medium).await?;
    // Nothing on the site shows it yet, so no page changes.
    tx.commit().await?;
    let address = desk.href(MediumPath { slug: medium.slug });
    Ok(Redirect::to(&format!("{address}?hinweis=hochgeladen")).into_response())
}

/// Whose the upload of a person is. Who may publish there releases it by uploading.
async fn origin(desk: &Desk, conn: &mut Conn<'_>) -> db::Result<Origin> {
    let scopes = uploads_for(&desk.person);
    let holding = holding_of(conn, (Some(desk.person.id), &scopes), false).await?;
    let scopes = scopes.into_iter().map(|entry| entry.0).collect();
    Ok(Origin { uploader: desk.person.id.0, scopes, released: PUBLISH_MEDIA.covers(&desk.person, &holding) })
}

/// Takes the file in, or says at its field why not.
pub(super) async fn take(
    desk: &Desk,
    name: &FileName,
    file: Result<Vec<u8>, Refusal>,
) -> Result<Result<Taken, Faults>, Error> {
    let taken = match file {
        Ok(bytes) => intake::take(bytes, name.clone()).await?,
        Err(refusal) => Err(refusal),
    };
    Ok(taken
        .map_err(|refusal| Faults::one(FILE, format!("{} {}", refusal.in_words(desk), desk.t("medium-file-again")))))
}

fn again(desk: &Desk, value: &dyn Fn(&str) -> String, faults: &Faults) -> Answer {
    let (page, section) = parts(desk, value, faults);
    let page = page.refused(section.is_refused());
    let answer = NewPage { page, section: section.clone() };
    section.answer(&answer)
}

fn parts(desk: &Desk, value: &dyn Fn(&str) -> String, faults: &Faults) -> (DeskPage, Section) {
    let fields: Vec<Field> =
        std::iter::once(form::file(desk, faults)).chain(form::fields(desk, None, faults)).collect();
    let form = Form { action: desk.href(UploadPath), fields, ticket: String::new(), again: None }.filled(value);
    let button = desk.t("medium-upload-send");
    let section = form.section(desk, |form| UploadForm { page: desk.ctx.clone(), form, button, id: "form-send" });
    (DeskPage::new(desk, desk.t("medium-upload")).below(desk.t("desk-area-media"), MediaPath), section)
}
