//! The first steps of a new installation, for those who change its settings: what is to be set up before people work with
//! it, and what is done already. The list goes away when all is done, or when somebody puts it away.

use accounts::paths::{AccountPath, DeskPath, InvitationPath};
use accounts::rights::MANAGE_PEOPLE;
use accounts::{Desk, DeskPage};
use askama::Template;
use axum::response::{IntoResponse as _, Redirect};
use base::clock::micros;
use db::Conn;
use web::form::Submission;
use web::{Answer, Error};

use super::paths::{BringingBackPath, PuttingAwayPath};
use super::store;
use crate::entries::paths::NewPath;
use crate::rights::CHANGE_SETTINGS;
use crate::settings::SettingsSection;
use crate::settings::paths::SectionPath;

/// The list.
#[derive(Template)]
#[template(path = "overview/first_steps.html")]
pub(super) struct FirstSteps {
    page: DeskPage,
    steps: Vec<Step>,
    done: usize,
    /// True if one line says that there are such steps.
    pub(super) is_put_away: bool,
}

/// One step.
struct Step {
    /// The end of the keys of its texts.
    code: &'static str,
    /// Where it is done.
    href: String,
    is_done: bool,
}

impl FirstSteps {
    /// The steps of a person who may change the settings; none if all are done.
    ///
    /// # Errors
    /// If the database fails.
    pub(super) async fn load(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Option<Self>, Error> {
        if !CHANGE_SETTINGS.allows(&desk.person) {
            return Ok(None);
        }
        let done = store::first_steps(conn, desk.person.id.0).await?;
        let section = |section: SettingsSection| page.href(SectionPath { section: section.slug().to_owned() });
        let mut steps = vec![
            Step { code: "name", href: section(SettingsSection::Name), is_done: done.name },
            Step { code: "imprint", href: section(SettingsSection::Imprint), is_done: done.imprint },
            Step { code: "mail", href: section(SettingsSection::Mail), is_done: desk.state().has_mail_server },
            Step { code: "key", href: page.href(AccountPath), is_done: done.key },
        ];
        if MANAGE_PEOPLE.allows(&desk.person) {
            steps.push(Step { code: "people", href: page.href(InvitationPath), is_done: done.people });
        }
        steps.push(Step { code: "entry", href: page.href(NewPath), is_done: done.entry });
        let is_put_away = done.is_put_away;
        let done = steps.iter().filter(|step| step.is_done).count();
        Ok((done < steps.len()).then(|| Self { page: page.clone(), steps, done, is_put_away }))
    }
}

pub(super) async fn put_away(_: PuttingAwayPath, desk: Desk, _: Submission) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    store::put_first_steps_away(&mut tx.conn(), desk.person.id.0, micros(desk.state().clock.now())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&desk.href(DeskPath)).into_response())
}

pub(super) async fn bring_back(_: BringingBackPath, desk: Desk, _: Submission) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let mut tx = desk.db().write().await?;
    store::bring_first_steps_back(&mut tx.conn(), desk.person.id.0).await?;
    tx.commit().await?;
    Ok(Redirect::to(&desk.href(DeskPath)).into_response())
}
