//! `/redaktion/konto/adresse/{secret}`: shows a button; only its submission changes one's address.

use askama::Template;
use axum::http::StatusCode;
use services::mail;
use web::form::Submission;
use web::{Answer, Error};

use super::notice::ACCOUNT;
use crate::actions::Refusal;
use crate::desk::Desk;
use crate::details;
use crate::frame::DeskPage;
use crate::paths::{AccountPath, NewAddressPath, OwnDetailsPath};
use crate::{letters, new_address, store};

#[derive(Template)]
#[template(path = "pages/new_address.html")]
struct NewAddressPage {
    page: DeskPage,
    action: String,
    /// The former and the new address.
    former: String,
    new: String,
}

#[derive(Template)]
#[template(path = "pages/new_address_gone.html")]
struct GonePage {
    page: DeskPage,
}

pub(super) async fn show(path: NewAddressPath, desk: Desk) -> Answer {
    let now = desk.state().clock.now();
    let found = new_address::find(&mut desk.db().read().await?.conn(), &desk.person, &path.secret, now).await?;
    let Some(email) = found else { return Err(gone(&desk)) };
    let page = DeskPage::new(&desk, desk.t("new-address-title")).below(desk.t("account-title"), AccountPath);
    let (former, new) = (desk.person.email.to_string(), email.to_string());
    web::html(&NewAddressPage { page, action: desk.href(path), former, new })
}

pub(super) async fn confirm(path: NewAddressPath, desk: Desk, _: Submission) -> Answer {
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    store::touch_person(conn, desk.person.id).await?;
    let person = store::profile(conn, desk.person.id).await?.ok_or(Error::NotFound)?.person;
    let Some(email) = new_address::take(conn, &person, &path.secret, state.clock.now()).await? else {
        return Err(gone(&desk));
    };
    match details::change_address(conn, state.now(), desk.actor(), &person, &email).await {
        Ok(()) => {}
        Err(Refusal::AddressTaken) => return Ok(ACCOUNT.redirect(&desk, AccountPath, "adresse-vergeben")),
        Err(other) => return Err(Error::Broken(other.into())),
    }
    let letter = letters::former_address(state, desk.interface(), (&person.email, &person.name));
    mail::enqueue(conn, state.now(), &letter).await?;
    tx.commit().await?;
    Ok(ACCOUNT.redirect(&desk, AccountPath, "adresse"))
}

/// The page for a link that is not valid, or is for somebody else.
fn gone(desk: &Desk) -> Error {
    let page = DeskPage::new(desk, desk.t("sign-in-gone")).below(desk.t("account-title"), AccountPath);
    Error::page(StatusCode::GONE, &GonePage { page })
}
