//! `/redaktion/personen/{person}/loeschung`: says what goes and what stays, and deletes a person.

use askama::Template;
use axum::Extension;
use services::audit::RETENTION_DAYS;
use web::form::Submission;
use web::{Answer, Error, html};

use super::notice::{PEOPLE, PERSON};
use crate::actions::Refusal;
use crate::departure::{self, Departures};
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::paths::{DeletionPath, PeoplePath, PersonPath};
use crate::person::PersonId;
use crate::rights::MANAGE_PEOPLE;
use crate::store;

#[derive(Template)]
#[template(path = "pages/deletion.html")]
struct DeletionPage {
    page: DeskPage,
    person: PersonId,
    name: String,
}

pub(super) async fn show(path: DeletionPath, desk: Desk) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let profile = store::profile(&mut desk.db().read().await?.conn(), path.person).await?;
    let (person, name) = (path.person, profile.ok_or(Error::NotFound)?.person.name);
    if person == desk.person.id {
        return Ok(PERSON.redirect(&desk, PersonPath { person }, "selbst"));
    }
    let page = DeskPage::new(&desk, desk.t_with("deletion-title", "name", name.as_str()))
        .below(desk.t("people-title"), PeoplePath)
        .below(name.as_str(), PersonPath { person });
    html(&DeletionPage { page, person, name })
}

pub(super) async fn delete(
    path: DeletionPath,
    desk: Desk,
    Extension(departures): Extension<Departures>,
    _: Submission,
) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let (state, person) = (desk.state(), path.person);
    let mut tx = state.db.write().await?;
    match departure::delete(&mut tx.conn(), state.now(), desk.actor(), &departures, person).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(PEOPLE.redirect(&desk, PeoplePath, "geloescht"))
        }
        Err(Refusal::Oneself) => Ok(PERSON.redirect(&desk, PersonPath { person }, "selbst")),
        Err(Refusal::LastAdministrator) => Ok(PERSON.redirect(&desk, PersonPath { person }, "letzte")),
        Err(Refusal::Unknown) => Err(Error::NotFound),
        Err(other) => Err(Error::Broken(other.into())),
    }
}
