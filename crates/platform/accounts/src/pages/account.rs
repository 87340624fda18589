//! `/redaktion/konto`: one's own roles and sessions.

use askama::Template;
use axum::Extension;
use axum::http::header;
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, Error, Notice, html};

use super::cookie;
use super::notice::{ACCOUNT, SIGN_IN};
use super::passkeys::KEY;
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::passkey::Site;
use crate::paths::{
    AccountPath, KeyRemovalPath, KeysPath, NewKeyPath, NewPasswordPath, OwnDetailsPath, PasswordRemovalPath,
    SignInPath, SignOutPath,
};
use crate::roles::{RoleLine, role_lines};
use crate::session::{FRESH, Session, SessionId};
use crate::store::{self, Passkey};
use crate::ways::SignInWays;

/// Name of the form field for the sessions to end: an id, or one of two words.
const SESSION: &str = "sitzung";
const THIS: &str = "diese";
const OTHERS: &str = "andere";

#[derive(Template)]
#[template(path = "pages/account.html")]
struct AccountPage {
    page: DeskPage,
    notice: Option<Notice>,
    roles: Vec<RoleLine>,
    sessions: Vec<Session>,
    here: SessionId,
    passkeys: Vec<Passkey>,
    /// True if browsers make passkeys for this site.
    makes_passkeys: bool,
    /// Path of the sign-in page, if the last sign-in is too old for adding a passkey.
    sign_in: Option<String>,
    /// True if there is a password; `None` if this installation has no passwords.
    has_password: Option<bool>,
}

pub(super) async fn show(_: AccountPath, desk: Desk, Extension(ways): Extension<SignInWays>) -> Answer {
    let mut reader = desk.db().read().await?;
    let sessions = store::sessions_of(&mut reader.conn(), desk.person.id, desk.state().clock.now()).await?;
    let roles = role_lines(&mut reader.conn(), &desk.ctx, &[&desk.person.grants]).await?.remove(0);
    let page = DeskPage::new(&desk, desk.t("account-title"));
    let passkeys = store::passkeys_of(&mut reader.conn(), desk.person.id).await?;
    let makes_passkeys = Site::of(&desk.state().public_url).is_some();
    let has_password = match ways.passwords() {
        Some(_) => Some(store::has_password(&mut reader.conn(), desk.person.id).await?),
        None => None,
    };
    let (notice, here) = (ACCOUNT.find(&desk), desk.session);
    let sign_in = (!desk.is_fresh()).then(|| desk.sign_in_again(AccountPath));
    html(&AccountPage { page, notice, roles, sessions, here, passkeys, makes_passkeys, sign_in, has_password })
}

/// Ends sessions of the person. Other people's sessions are not found.
pub(super) async fn sign_out(_: SignOutPath, desk: Desk, sent: Submission) -> Answer {
    let mut tx = desk.db().write().await?;
    let (conn, person) = (&mut tx.conn(), desk.person.id);
    let which = match sent.get(SESSION) {
        THIS => Some(desk.session),
        OTHERS => None,
        id => Some(SessionId(id.parse::<Uuid>().map_err(|_| Error::NotFound)?)),
    };
    let was_there = match which {
        Some(id) => store::end_session(conn, person, id).await?,
        None => store::end_others(conn, person, desk.session).await.map(|_| true)?,
    };
    tx.commit().await?;
    match which {
        Some(id) if id == desk.session => {
            let mut answer = SIGN_IN.redirect(&desk, SignInPath, "abgemeldet");
            answer.headers_mut().append(header::SET_COOKIE, cookie(&desk).clear());
            Ok(answer)
        }
        _ if was_there => Ok(ACCOUNT.redirect(&desk, AccountPath, "sitzung")),
        _ => Err(Error::NotFound),
    }
}
