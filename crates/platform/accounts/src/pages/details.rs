//! `/redaktion/personen/{person}/angaben`: corrects the name and the address of somebody else.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use services::mail;
use web::form::{Section, Submission};
use web::{Answer, Error};

use super::details_form::DetailsForm;
use super::notice::PERSON;
use super::{desk_form, is_refused, section};
use crate::actions::{self, Refusal};
use crate::desk::Desk;
use crate::details::{self, Correction};
use crate::frame::DeskPage;
use crate::letters;
use crate::paths::{OwnDetailsPath, PeoplePath, PersonDetailsPath, PersonPath};
use crate::person::Person;
use crate::rights::MANAGE_PEOPLE;
use crate::store;

#[derive(Template)]
#[template(path = "pages/details.html")]
struct DetailsPage {
    page: DeskPage,
    form: Section,
}

pub(super) async fn show(path: PersonDetailsPath, desk: Desk) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    if path.person == desk.person.id {
        return Ok(Redirect::to(&desk.href(OwnDetailsPath)).into_response());
    }
    let person = person(&desk, path).await?;
    page(&desk, &person, DetailsForm::of(&person))
}

pub(super) async fn receive(path: PersonDetailsPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    if path.person == desk.person.id {
        // One's own address is confirmed first.
        return Ok(Redirect::to(&desk.href(OwnDetailsPath)).into_response());
    }
    let mut form = DetailsForm::sent(&sent);
    let Some(correction) = form.read(&desk) else {
        return page(&desk, &person(&desk, path).await?, form);
    };
    let state = desk.state();
    let mut tx = state.db.write().await?;
    store::touch_person(&mut tx.conn(), path.person).await?;
    let current = match actions::find(&mut tx.conn(), path.person).await {
        Ok(profile) => profile.person,
        Err(Refusal::Unknown) => return Err(Error::NotFound),
        Err(other) => return Err(Error::Broken(other.into())),
    };
    if form.is_in_conflict(&desk, &correction, &current) {
        return page(&desk, &current, form);
    }
    let notice = match correct(&desk, &mut tx.conn(), &correction, &current).await {
        Ok(notice) => notice,
        Err(Refusal::AddressTaken) => {
            form.faults.email = Some(desk.t("person-email-taken"));
            return page(&desk, &current, form);
        }
        Err(other) => return Err(Error::Broken(other.into())),
    };
    tx.commit().await?;
    Ok(PERSON.redirect(&desk, PersonPath { person: path.person }, notice))
}

/// Stores what is new, and tells the former address; returns the code of the notice.
async fn correct(
    desk: &Desk,
    conn: &mut db::Conn<'_>,
    correction: &Correction,
    current: &Person,
) -> Result<&'static str, Refusal> {
    let state = desk.state();
    let (Ok(name), Ok(email)) = (correction.name(current), correction.email(current)) else {
        return Err(Refusal::Already);
    };
    if let Some(name) = name {
        details::rename(conn, state.now(), desk.actor(), current, name).await?;
    }
    let Some(email) = email else { return Ok(if name.is_some() { "angaben" } else { "schon" }) };
    let renamed = Person { name: correction.wanted.name.clone(), ..current.clone() };
    details::change_address(conn, state.now(), desk.actor(), &renamed, email).await?;
    let letter = letters::former_address(state, desk.interface(), (&current.email, &renamed.name));
    mail::enqueue(conn, state.now(), &letter).await?;
    Ok("adresse")
}

async fn person(desk: &Desk, path: PersonDetailsPath) -> Result<Person, Error> {
    let profile = store::profile(&mut desk.db().read().await?.conn(), path.person).await?;
    Ok(profile.ok_or(Error::NotFound)?.person)
}

fn page(desk: &Desk, person: &Person, form: DetailsForm) -> Answer {
    let path = PersonDetailsPath { person: person.id };
    let form = desk_form(desk.href(path), form.fields(desk, "details-email-hint"));
    let page = DeskPage::new(desk, desk.t("details-title"))
        .below(desk.t("people-title"), PeoplePath)
        .below(person.name.as_str(), PersonPath { person: person.id })
        .refused(is_refused(&form));
    let form = section(desk, form, "details-save");
    form.answer(&DetailsPage { page, form: form.clone() })
}
