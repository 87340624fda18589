//! `/redaktion/personen/{person}`: what somebody may do, and whether they may sign in.

use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse as _, Redirect, Response};
use web::form::Submission;
use web::{Answer, Error, html};

use super::grant_form;
use super::notice::{NoticeQuery, told};
use super::people::standing;
use crate::actions::{self, Refused};
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::link::LinkKind;
use crate::paths::{LockPath, NewLinkPath, PeoplePath, PersonPath, RemovalPath, RolesPath, UnlockPath};
use crate::person::{PersonId, Profile, Standing};
use crate::rights::can_manage_people;
use crate::roles::{RoleLine, role_lines};
use crate::{jobs, store};

#[derive(Template)]
#[template(path = "pages/person.html")]
struct PersonPage {
    page: DeskPage,
    notice: Option<String>,
    is_warning: bool,
    profile: Profile,
    roles: Vec<RoleLine>,
    standing: String,
}

impl PersonPage {
    fn id(&self) -> PersonId {
        self.profile.person.id
    }

    fn is_disabled(&self) -> bool {
        matches!(self.profile.standing, Standing::Disabled(_))
    }
}

pub(super) async fn show(path: PersonPath, desk: Desk, Query(query): Query<NoticeQuery>) -> Answer {
    desk.require(can_manage_people(&desk.person))?;
    let mut reader = desk.db().read().await?;
    let profile = store::profile(&mut reader.conn(), path.person).await?.ok_or(Error::NotFound)?;
    let roles = role_lines(&mut reader.conn(), &desk.ctx, &[&profile.person.grants]).await?.remove(0);
    let page = DeskPage::new(&desk, profile.person.name.as_str()).below(desk.t("people-title"), PeoplePath);
    let standing = standing(&page, profile.standing);
    let (notice, is_warning) = (query.text(&desk), query.is_warning());
    html(&PersonPage { page, notice, is_warning, profile, roles, standing })
}

pub(super) async fn lock(path: LockPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_manage_people(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::disable(&mut tx.conn(), (&state.clock, &state.ids), desk.actor(), path.person).await;
    finish(&desk, tx, path.person, (done, "gesperrt")).await
}

pub(super) async fn unlock(path: UnlockPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_manage_people(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::enable(&mut tx.conn(), (&state.clock, &state.ids), desk.actor(), path.person).await;
    finish(&desk, tx, path.person, (done, "freigegeben")).await
}

pub(super) async fn take_role(path: RemovalPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(can_manage_people(&desk.person))?;
    let grant = grant_form::named(&sent).ok_or(Error::BadRequest)?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::take(&mut tx.conn(), (&state.clock, &state.ids), desk.actor(), path.person, grant).await;
    finish(&desk, tx, path.person, (done, "entzogen")).await
}

/// Sends a new invitation to who never came, else a link to sign in.
pub(super) async fn send_link(path: NewLinkPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_manage_people(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let profile = store::profile(&mut tx.conn(), path.person).await?.ok_or(Error::NotFound)?;
    let kind = match profile.standing {
        Standing::Disabled(_) => return Err(Error::BadRequest),
        Standing::Invited => LinkKind::Invitation,
        Standing::Active(_) => LinkKind::SignIn,
    };
    let person = (path.person, &profile.person.email, profile.person.name.as_str());
    jobs::invite(&mut tx.conn(), state, desk.interface(), person, kind).await?;
    finish(&desk, tx, path.person, (Ok(()), "link")).await
}

/// Keeps what was done and says so on the person's page, or says why nothing was done.
async fn finish(
    desk: &Desk,
    tx: db::Tx,
    person: PersonId,
    (done, notice): (Result<(), Refused>, &str),
) -> Result<Response, Error> {
    let notice = match done {
        Ok(()) => {
            tx.commit().await?;
            notice
        }
        Err(Refused::LastAdministrator) => "letzte",
        Err(Refused::Already) => "schon",
        Err(Refused::Unknown) => return Err(Error::NotFound),
        Err(other) => return Err(Error::Broken(other.into())),
    };
    Ok(Redirect::to(&told(desk, PersonPath { person }, notice)).into_response())
}
