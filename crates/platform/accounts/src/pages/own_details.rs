//! `/redaktion/konto/angaben`: one's own name and address. A new address counts once a link that went there is followed
//! ([`super::new_address`]).

use askama::Template;
use base::Email;
use db::Conn;
use services::mail;
use web::form::{Section, Submission};
use web::{Answer, Error};

use super::details_form::DetailsForm;
use super::notice::ACCOUNT;
use super::{desk_form, is_refused, section};
use crate::actions::Refusal;
use crate::desk::Desk;
use crate::details;
use crate::frame::DeskPage;
use crate::paths::{AccountPath, OwnDetailsPath};
use crate::person::Person;
use crate::session::FRESH;
use crate::{letters, new_address, store};

#[derive(Template)]
#[template(path = "pages/own_details.html")]
struct OwnDetailsPage {
    page: DeskPage,
    form: Section,
    /// Path of the sign-in page, if the last sign-in is too old for a new address.
    sign_in: Option<String>,
}

pub(super) async fn show(_: OwnDetailsPath, desk: Desk) -> Answer {
    page(&desk, DetailsForm::of(&desk.person))
}

pub(super) async fn receive(_: OwnDetailsPath, desk: Desk, sent: Submission) -> Answer {
    let mut form = DetailsForm::sent(&sent);
    let Some(correction) = form.read(&desk) else { return page(&desk, form) };
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    store::touch_person(conn, desk.person.id).await?;
    let current = store::profile(conn, desk.person.id).await?.ok_or(Error::NotFound)?.person;
    if form.is_in_conflict(&desk, &correction, &current) {
        return page(&desk, form);
    }
    let (Ok(name), Ok(email)) = (correction.name(&current), correction.email(&current)) else {
        return page(&desk, form);
    };
    if let Some(name) = name {
        let renamed = details::rename(conn, state.now(), desk.actor(), &current, name).await;
        renamed.map_err(|refusal: Refusal| Error::Broken(refusal.into()))?;
    }
    let person = Person { name: correction.wanted.name.clone(), ..current.clone() };
    if let Some(email) = email
        && let Err(fault) = ask_to_confirm(&desk, conn, &person, email).await?
    {
        form.faults.email = Some(fault);
        return page(&desk, form);
    }
    tx.commit().await?;
    let notice = if email.is_some() { "adresse-unterwegs" } else { "angaben" };
    Ok(ACCOUNT.redirect(&desk, AccountPath, notice))
}

/// Mails the link that confirms a new address, or tells why not.
async fn ask_to_confirm(
    desk: &Desk,
    conn: &mut Conn<'_>,
    person: &Person,
    email: &Email,
) -> Result<Result<(), String>, Error> {
    let state = desk.state();
    if !desk.is_fresh() {
        return Ok(Err(desk.t("details-not-fresh")));
    }
    if !state.has_mail_server {
        return Ok(Err(desk.t("details-no-server")));
    }
    if store::find_account(conn, email).await?.is_some_and(|account| account.id != person.id) {
        return Ok(Err(desk.t("person-email-taken")));
    }
    let Some(secret) = new_address::make(conn, state.now(), person, email).await? else {
        return Ok(Err(desk.t("details-too-many")));
    };
    let letter = letters::new_address(state, desk.interface(), (email, &person.name), &secret);
    mail::enqueue(conn, state.now(), &letter).await?;
    Ok(Ok(()))
}

fn page(desk: &Desk, form: DetailsForm) -> Answer {
    let form = desk_form(desk.href(OwnDetailsPath), form.fields(desk, "details-own-email-hint"));
    let page = DeskPage::new(desk, desk.t("details-title"))
        .below(desk.t("account-title"), AccountPath)
        .refused(is_refused(&form));
    let form = section(desk, form, "details-save");
    let sign_in = (!desk.is_fresh()).then(|| desk.sign_in_again(OwnDetailsPath));
    form.answer(&OwnDetailsPage { page, form: form.clone(), sign_in })
}
