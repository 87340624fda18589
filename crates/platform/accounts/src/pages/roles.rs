//! `/redaktion/personen/{person}/rollen`: grants a further role.

use askama::Template;
use web::form::{Form, Section, Submission};
use web::{Answer, Error};

use super::grant_form::{self, GrantFaults};
use super::notice::PERSON;
use super::{desk_form, is_refused, section};
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
    let form = form(&desk, path, GrantFaults::default()).await?;
    page(&desk, path, form).await
}

pub(super) async fn receive(path: RolesPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let grant = match grant_form::read(&desk, &sent).await? {
        Ok(grant) => grant,
        Err(faults) => {
            let form = form(&desk, path, faults).await?.filled(&|name| sent.get(name).to_owned());
            return page(&desk, path, form).await;
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

async fn form(desk: &Desk, path: RolesPath, faults: GrantFaults) -> Result<Form, Error> {
    let scopes = store::fields(&mut desk.db().read().await?.conn(), desk.locale()).await?;
    Ok(desk_form(desk.href(path), grant_form::fields(desk, &scopes, faults)))
}

async fn page(desk: &Desk, path: RolesPath, form: Form) -> Answer {
    let profile: Option<Profile> = store::profile(&mut desk.db().read().await?.conn(), path.person).await?;
    let name = profile.ok_or(Error::NotFound)?.person.name;
    let page = DeskPage::new(desk, desk.t("person-give-role"))
        .below(desk.t("people-title"), PeoplePath)
        .below(name, PersonPath { person: path.person })
        .refused(is_refused(&form));
    let form = section(desk, form, "person-give-role");
    form.answer(&RolesPage { page, form: form.clone() })
}
