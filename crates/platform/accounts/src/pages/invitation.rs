//! `/redaktion/personen/einladung`: adds a person and sends them a link.

use askama::Template;
use base::Email;
use web::form::{Choice, Control, Field, Form, Section, Submission};
use web::{Answer, Error};

use super::grant_form::{self, GrantFaults};
use super::notice::PERSON;
use super::{desk_form, handover, is_refused};
use crate::actions::{self, Newcomer, Refusal};
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::jobs::{self, HandoverLink, Invited};
use crate::link::LinkKind;
use crate::paths::{InvitationPath, PeoplePath, PersonPath};
use crate::person::{self, PersonId};
use crate::rights::MANAGE_PEOPLE;
use crate::store;

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
    let (form, hits) = form(&desk, Faults::default()).await?;
    page(&desk, form, hits)
}

pub(super) async fn receive(_: InvitationPath, desk: Desk, sent: Submission) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let faults = match read(&desk, &sent).await? {
        Err(faults) => faults,
        Ok(newcomer) => match invite(&desk, &newcomer).await {
            Ok((person, None)) => return Ok(PERSON.redirect(&desk, PersonPath { person }, "eingeladen")),
            Ok((person, Some(link))) => return handover::page(&desk, person, &newcomer.name, link),
            Err(Refusal::AddressTaken) => Faults { email: Some(desk.t("person-email-taken")), ..Faults::default() },
            Err(other) => return Err(Error::Broken(other.into())),
        },
    };
    let grant = faults.grant.clone();
    let (form, hits) = form(&desk, faults).await?;
    page(&desk, form.filled(&|name| grant.value(&sent, name)), hits)
}

async fn read(desk: &Desk, sent: &Submission) -> Result<Result<Newcomer, Faults>, Error> {
    if grant_form::is_search(sent) {
        return Ok(Err(Faults { grant: grant_form::search(desk, sent).await?, ..Faults::default() }));
    }
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

/// Adds the person, and queues the mail or gives the link to hand over: all of it or nothing.
async fn invite(desk: &Desk, newcomer: &Newcomer) -> Result<(PersonId, Option<HandoverLink>), Refusal> {
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let conn = &mut tx.conn();
    let id = actions::add(conn, state.now(), desk.actor(), newcomer).await?;
    let person = Invited { id, email: &newcomer.email, name: &newcomer.name };
    let link = jobs::invite(conn, desk, person, LinkKind::Invitation).await?;
    tx.commit().await?;
    Ok((id, link))
}

async fn form(desk: &Desk, faults: Faults) -> Result<(Form, Vec<Choice>), Error> {
    let scopes = store::fields(&mut desk.db().read().await?.conn(), desk.locale()).await?;
    let mut fields = vec![
        Field::line(NAME, desk.t("person-name")).required().checked(faults.name),
        Field::line(EMAIL, desk.t("sign-in-email"))
            .hinted(desk.t("invitation-email-hint"))
            .required()
            .with(Control::Line("email", "off"))
            .checked(faults.email),
    ];
    let (of_grant, hits) = grant_form::fields(desk, &scopes, faults.grant);
    fields.extend(of_grant);
    Ok((desk_form(desk.href(InvitationPath), fields), hits))
}

fn page(desk: &Desk, form: Form, hits: Vec<Choice>) -> Answer {
    let page = DeskPage::new(desk, desk.t("invitation-title"))
        .below(desk.t("people-title"), PeoplePath)
        .refused(is_refused(&form));
    let form = grant_form::section(desk, form, hits, "invitation-send");
    form.answer(&InvitationPage { page, form: form.clone() })
}
