//! `/redaktion/personen/einladung`: adds a person and sends them a link.

use askama::Template;
use base::Email;
use web::form::{Control, Field, Form, Section, Submission};
use web::{Answer, Error};

use super::grant_form::{self, GrantFaults};
use super::notice::PERSON;
use super::{desk_form, is_refused, section};
use crate::actions::{self, Newcomer, Refusal};
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::link::LinkKind;
use crate::paths::{InvitationPath, PeoplePath, PersonPath};
use crate::person::{self, PersonId};
use crate::rights::MANAGE_PEOPLE;
use crate::{jobs, store};

const NAME: &str = "name";
const EMAIL: &str = "email";

#[derive(Template)]
#[template(path = "pages/invitation.html")]
struct InvitationPage {
    page: DeskPage,
    form: Section,
}

/// The fault of each field.
#[derive(Debug, Default)]
struct Faults {
    name: Option<String>,
    email: Option<String>,
    grant: GrantFaults,
}

pub(super) async fn show(_: InvitationPath, desk: Desk) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let form = form(&desk, Faults::default()).await?;
    page(&desk, form)
}

pub(super) async fn receive(_: InvitationPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let faults = match read(&desk, &sent).await? {
        Err(faults) => faults,
        Ok(newcomer) => match invite(&desk, &newcomer).await {
            Ok(person) => return Ok(PERSON.redirect(&desk, PersonPath { person }, "eingeladen")),
            Err(Refusal::AddressTaken) => Faults { email: Some(desk.t("person-email-taken")), ..Faults::default() },
            Err(other) => return Err(Error::Broken(other.into())),
        },
    };
    page(&desk, form(&desk, faults).await?.filled(&|name| sent.get(name).to_owned()))
}

async fn read(desk: &Desk, sent: &Submission) -> Result<Result<Newcomer, Faults>, Error> {
    let name = person::name(sent.get(NAME)).ok_or_else(|| desk.t("person-name-missing"));
    let email = Email::parse(sent.get(EMAIL)).map_err(|_| desk.t("sign-in-email-wrong"));
    let grant = grant_form::read(desk, sent).await?;
    Ok(match (name, email, grant) {
        (Ok(name), Ok(email), Ok(grant)) => Ok(Newcomer { name, email, grants: vec![grant] }),
        (name, email, grant) => {
            Err(Faults { name: name.err(), email: email.err(), grant: grant.err().unwrap_or_default() })
        }
    })
}

/// Adds the person and queues the mail, both or neither.
async fn invite(desk: &Desk, newcomer: &Newcomer) -> Result<PersonId, Refusal> {
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let id = actions::add(conn, state.now(), desk.actor(), newcomer).await?;
    let person = (id, &newcomer.email, newcomer.name.as_str());
    jobs::invite(conn, state, desk.interface(), person, LinkKind::Invitation).await?;
    tx.commit().await?;
    Ok(id)
}

async fn form(desk: &Desk, faults: Faults) -> Result<Form, Error> {
    let scopes = store::fields(&mut desk.db().read().await?.conn(), desk.locale()).await?;
    let mut fields = vec![
        Field::line(NAME, desk.t("person-name")).required().checked(faults.name),
        Field::line(EMAIL, desk.t("sign-in-email"))
            .hinted(desk.t("invitation-email-hint"))
            .required()
            .with(Control::Line("email", "off"))
            .checked(faults.email),
    ];
    fields.extend(grant_form::fields(desk, &scopes, faults.grant));
    Ok(desk_form(desk.href(InvitationPath), fields))
}

fn page(desk: &Desk, form: Form) -> Answer {
    let page = DeskPage::new(desk, desk.t("invitation-title"))
        .below(desk.t("people-title"), PeoplePath)
        .refused(is_refused(&form));
    let form = section(desk, form, "invitation-send");
    form.answer(&InvitationPage { page, form: form.clone() })
}
