//! `/redaktion/medien/neu`: the upload of a picture or a file.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::http::StatusCode;
use base::file_name::FileName;
use db::Conn;
use desk_kit::form::{Filled, Lists, Sent, ShownPart, Values, summary};
use media::actions::Origin;
use media::intake::{self, Refusal, Taken};
use media::{About, Upload, actions};
use web::form::{Fault, Field, Form};
use web::{Answer, Ctx, Error, html};

use super::NOTICES;
use super::act::{note, note_if_public};
use crate::acts::MediumAct;
use crate::media::form;
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
    action: String,
    file: Field,
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
}

impl NewPage {
    fn of(desk: &Desk, filled: &Filled, file: Option<String>) -> Self {
        let shown = desk_kit::form::show(desk, None, &form::parts(None), filled, &Lists::default());
        let file = form::file(desk, file);
        let fault = file.error.as_ref().map(|message| Fault { id: file.id(), message: message.clone() });
        let summary: Vec<Fault> = fault.into_iter().chain(summary(&shown, &filled.faults)).collect();
        let page = DeskPage::new(desk, desk.t("medium-upload")).below(desk.t("desk-area-media"), MediaPath);
        let page = page.refused(!summary.is_empty());
        Self { page, action: desk.href(UploadPath), file, parts: shown, summary }
    }

    fn refused(&self) -> Answer {
        Ok(web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, html(self)?))
    }
}

pub(super) async fn show(_: UploadPath, desk: Desk) -> Answer {
    desk.require(UPLOAD.allows(&desk.person))?;
    html(&NewPage::of(&desk, &Filled::default(), None))
}

pub(super) async fn receive(_: UploadPath, Uploader(desk): Uploader, mut sent: Upload) -> Answer {
    let file = std::mem::replace(&mut sent.file, Err(Refusal::Empty));
    let filled = Filled::with(Values::sent(sent.pairs()));
    let (parts, shown) = (form::parts(None), Values::default());
    let about = match form::read(&desk, &About::default(), Sent::of(&parts, &filled, &shown))? {
        Ok(about) => about,
        Err(faults) => return NewPage::of(&desk, &Filled { faults, ..filled }, None).refused(),
    };
    let taken = match take(&desk, &sent.name, file).await? {
        Ok(taken) => taken,
        Err(fault) => return NewPage::of(&desk, &filled, Some(fault)).refused(),
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
    Ok(NOTICES.redirect(&desk, MediumPath { slug: medium.slug }, "hochgeladen"))
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
