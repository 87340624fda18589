//! `/redaktion/personen/{person}/rollen`: grants a further role.

use askama::Template;
use web::form::{Choice, Form, Section, Submission};
use web::{Answer, Error};

use super::grant_form::{self, GrantFaults};
use super::notice::PERSON;
use super::{desk_form, is_refused};
use crate::actions::{self, Refusal};
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::paths::{PeoplePath, PersonPath, RolesPath};
use crate::person::Profile;
use crate::rights::MANAGE_PEOPLE;
use crate::store;

#[derive(Template)]
#[template(path = "pages/roles.html")]
struct RolesPage {
    page: DeskPage,
    form: Section,
}

pub(super) async fn show(path: RolesPath, desk: Desk) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let (form, hits) = form(&desk, path, GrantFaults::default()).await?;
    page(&desk, path, form, hits).await
}

pub(super) async fn receive(path: RolesPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let read = if grant_form::is_search(&sent) {
        Err(grant_form::search(&desk, &sent).await?)
    } else {
        grant_form::read(&desk, &sent).await?
    };
    let grant = match read {
        Ok(grant) => grant,
        Err(faults) => {
            let (form, hits) = form(&desk, path, faults.clone()).await?;
            return page(&desk, path, form.filled(&|name| faults.value(&sent, name)), hits).await;
        }
    };
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let done = actions::grant(&mut tx.conn(), state.now(), desk.actor(), path.person, grant).await;
    let notice = match done {
        Ok(()) => "erteilt",
        Err(Refusal::Already) => "schon",
        Err(Refusal::Unknown) => return Err(Error::NotFound),
        Err(other) => return Err(Error::Broken(other.into())),
    };
    if notice == "erteilt" {
        tx.commit().await?;
    }
    Ok(PERSON.redirect(&desk, PersonPath { person: path.person }, notice))
}

async fn form(desk: &Desk, path: RolesPath, faults: GrantFaults) -> Result<(Form, Vec<Choice>), Error> {
    let scopes = store::fields(&mut desk.db().read().await?.conn(), desk.locale()).await?;
    let (fields, hits) = grant_form::fields(desk, &scopes, faults);
    Ok((desk_form(desk.href(path), fields), hits))
}

async fn page(desk: &Desk, path: RolesPath, form: Form, hits: Vec<Choice>) -> Answer {
    let profile: Option<Profile> = store::profile(&mut desk.db().read().await?.conn(), path.person).await?;
    let name = profile.ok_or(Error::NotFound)?.person.name;
    let page = DeskPage::new(desk, desk.t("person-give-role"))
        .below(desk.t("people-title"), PeoplePath)
        .below(name, PersonPath { person: path.person })
        .refused(is_refused(&form));
    let form = grant_form::section(desk, form, hits, "person-give-role");
    form.answer(&RolesPage { page, form: form.clone() })
}
