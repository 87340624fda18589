//! `/redaktion/personen/{person}`: a person's roles, and the state of their account.

use askama::Template;
use axum::response::Response;
use web::form::Submission;
use web::{Answer, Error, Notice, html};

use super::notice::PERSON;
use super::people::account_state;
use super::{grant_form, handover};
use crate::actions::{self, Refusal};
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::jobs::{self, Invited};
use crate::link::LinkKind;
use crate::paths::{
    DeletionPath, LockPath, NewLinkPath, PeoplePath, PersonDetailsPath, PersonPath, RemovalPath, RolesPath, UnlockPath,
};
use crate::person::{AccountState, Person, PersonId, Profile};
use crate::rights::MANAGE_PEOPLE;
use crate::roles::{RoleLine, role_lines};
use crate::store;

#[derive(Template)]
#[template(path = "pages/person.html")]
struct PersonPage {
    page: DeskPage,
    notice: Option<Notice>,
    profile: Profile,
    roles: Vec<RoleLine>,
    account_state: String,
}

impl PersonPage {
    fn id(&self) -> PersonId {
        self.profile.person.id
    }

    fn is_disabled(&self) -> bool {
        matches!(self.profile.state, AccountState::Disabled(_))
    }
}

pub(super) async fn show(path: PersonPath, desk: Desk) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let mut reader = desk.db().read().await?;
    let profile = store::profile(&mut reader.conn(), path.person).await?.ok_or(Error::NotFound)?;
    let roles = role_lines(&mut reader.conn(), &desk.ctx, &[&profile.person.grants]).await?.remove(0);
    let page = DeskPage::new(&desk, profile.person.name.as_str()).below(desk.t("people-title"), PeoplePath);
    let account_state = account_state(&page, profile.state);
    let notice = PERSON.find(&desk);
    html(&PersonPage { page, notice, profile, roles, account_state })
}

pub(super) async fn lock(path: LockPath, desk: Desk, _: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::disable(&mut tx.conn(), state.now(), desk.actor(), path.person).await;
    finish(&desk, tx, path.person, (done, "gesperrt")).await
}

pub(super) async fn unlock(path: UnlockPath, desk: Desk, _: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::enable(&mut tx.conn(), state.now(), desk.actor(), path.person).await;
    finish(&desk, tx, path.person, (done, "freigegeben")).await
}

pub(super) async fn take_role(path: RemovalPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let grant = grant_form::named(&sent).ok_or(Error::BadRequest)?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::take(&mut tx.conn(), state.now(), desk.actor(), path.person, grant).await;
    finish(&desk, tx, path.person, (done, "entzogen")).await
}

/// Sends a new invitation to a person who has never signed in, else a sign-in link. Without a mail server it is shown.
pub(super) async fn send_link(path: NewLinkPath, desk: Desk, _: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let profile = store::profile(&mut tx.conn(), path.person).await?.ok_or(Error::NotFound)?;
    let kind = match profile.state {
        AccountState::Disabled(_) => return Err(Error::BadRequest),
        AccountState::Invited => LinkKind::Invitation,
        AccountState::Active(_) => LinkKind::SignIn,
    };
    let Person { email, name, .. } = &profile.person;
    let person = Invited { id: path.person, email, name };
    if let Some(link) = jobs::invite(&mut tx.conn(), &desk, person, kind).await? {
        tx.commit().await?;
        return handover::page(&desk, path.person, name, link);
    }
    finish(&desk, tx, path.person, (Ok(()), "link")).await
}

/// Commits an act and redirects to the person's page with its flash message, or shows the refusal.
async fn finish(
    desk: &Desk,
    tx: db::Tx,
    person: PersonId,
    (done, notice): (Result<(), Refusal>, &str),
) -> Result<Response, Error> {
    let notice = match done {
        Ok(()) => {
            tx.commit().await?;
            notice
        }
        Err(Refusal::LastAdministrator) => "letzte",
        Err(Refusal::Already) => "schon",
        Err(Refusal::Unknown) => return Err(Error::NotFound),
        Err(other) => return Err(Error::Broken(other.into())),
    };
    Ok(PERSON.redirect(desk, PersonPath { person }, notice))
}
