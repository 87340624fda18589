//! `/redaktion/konto/passwort`: sets or removes one's password.

use askama::Template;
use axum::Extension;
use axum::http::StatusCode;
use services::audit;
use web::form::{Control, Field, Form, Section, Submission};
use web::{Answer, Error};

use super::notice::ACCOUNT;
use super::{desk_form, is_refused, section};
use crate::acts::AccountAct;
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::password::{LONGEST, SHORTEST, Weakness, weakness};
use crate::paths::{AccountPath, NewPasswordPath, PasswordRemovalPath};
use crate::session::{FRESH, Way};
use crate::store;
use crate::ways::SignInWays;

const PASSWORD: &str = "passwort";

#[derive(Template)]
#[template(path = "pages/new_password.html")]
struct NewPasswordPage {
    page: DeskPage,
    form: Section,
}

/// Asks the person to sign in once more before they set a password.
#[derive(Template)]
#[template(path = "pages/not_fresh.html")]
struct NotFreshPage {
    page: DeskPage,
    sign_in: String,
}

pub(super) async fn show(_: NewPasswordPath, desk: Desk, Extension(ways): Extension<SignInWays>) -> Answer {
    ways.passwords().ok_or(Error::NotFound)?;
    if !desk.is_fresh() {
        return web::html(&not_fresh(&desk));
    }
    page(&desk, form(&desk, None))
}

/// Sets the password and ends all other sessions, because the old password may have been stolen.
pub(super) async fn receive(
    _: NewPasswordPath,
    desk: Desk,
    Extension(ways): Extension<SignInWays>,
    sent: Submission,
) -> Answer {
    let passwords = ways.passwords().ok_or(Error::NotFound)?;
    if !desk.is_fresh() {
        return Err(Error::page(StatusCode::FORBIDDEN, &not_fresh(&desk)));
    }
    let (password, person) = (sent.get(PASSWORD), &desk.person);
    if let Some(weakness) = weakness(password, &person.name, person.email.as_str()) {
        return page(&desk, form(&desk, Some(in_words(&desk, weakness))));
    }
    let hash = passwords.hash(password.to_owned()).await?;
    change(&desk, Some(&hash), AccountAct::WayAdded(Way::Password)).await?;
    Ok(ACCOUNT.redirect(&desk, AccountPath, "passwort"))
}

pub(super) async fn remove(
    _: PasswordRemovalPath,
    desk: Desk,
    Extension(ways): Extension<SignInWays>,
    _: Submission,
) -> Answer {
    ways.passwords().ok_or(Error::NotFound)?;
    change(&desk, None, AccountAct::WayRemoved(Way::Password)).await?;
    Ok(ACCOUNT.redirect(&desk, AccountPath, "ohne-passwort"))
}

async fn change(desk: &Desk, hash: Option<&str>, act: AccountAct<'_>) -> Result<(), Error> {
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    store::set_password(conn, desk.person.id, hash).await?;
    store::end_others(conn, desk.person.id, desk.session).await?;
    audit::note(conn, state.now(), desk.actor(), &act).await?;
    Ok(tx.commit().await?)
}

fn in_words(desk: &Desk, weakness: Weakness) -> String {
    match weakness {
        Weakness::Short => desk.t_count("password-short", SHORTEST),
        Weakness::Long => desk.t_count("password-long", LONGEST),
        Weakness::Known => desk.t("password-known"),
    }
}

fn form(desk: &Desk, fault: Option<String>) -> Form {
    let field = Field::line(PASSWORD, desk.t("password-new"))
        .hinted(desk.t_count("password-hint", SHORTEST))
        .required()
        .with(Control::Line("password", "new-password"))
        .checked(fault);
    desk_form(desk.href(NewPasswordPath), vec![field])
}

fn not_fresh(desk: &Desk) -> NotFreshPage {
    let page = DeskPage::new(desk, desk.t("password-set")).below(desk.t("account-title"), AccountPath);
    NotFreshPage { page, sign_in: desk.sign_in_again(NewPasswordPath) }
}

fn page(desk: &Desk, form: Form) -> Answer {
    let page = DeskPage::new(desk, desk.t("password-set"))
        .below(desk.t("account-title"), AccountPath)
        .refused(is_refused(&form));
    let form = section(desk, form, "password-save");
    form.answer(&NewPasswordPage { page, form: form.clone() })
}
