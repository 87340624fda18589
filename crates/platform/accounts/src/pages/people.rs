//! `/redaktion/personen`: everybody at the desk, by name, optionally those with one role.

use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use web::{Answer, Ctx, Notice, PAGE_SIZE, PageNumber, Pager, html};

use super::notice::PEOPLE;
use crate::desk::Desk;
use crate::frame::DeskPage;
use crate::paths::{InvitationPath, PeoplePath, PersonPath, RightsPath};
use crate::person::{AccountState, Grant, Profile, Role};
use crate::rights::MANAGE_PEOPLE;
use crate::roles::{RoleLine, role_label, role_lines};
use crate::store;

#[derive(Template)]
#[template(path = "pages/people.html")]
struct PeoplePage {
    page: DeskPage,
    notice: Option<Notice>,
    rows: Vec<Row>,
    /// Every role with its name; true for the one that filters the list.
    roles: Vec<(Role, String, bool)>,
    total: i64,
    pager: Pager,
}

struct Row {
    profile: Profile,
    roles: Vec<RoleLine>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct PeopleQuery {
    rolle: Option<String>,
    #[serde(default)]
    seite: PageNumber,
}

pub(super) async fn show(_: PeoplePath, desk: Desk, Query(query): Query<PeopleQuery>) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let role = query.rolle.as_deref().and_then(Role::from_code);
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let people = store::list_people(conn, role, query.seite.offset(PAGE_SIZE), PAGE_SIZE).await?;
    let total = store::count_people(conn, role).await?;
    let grants: Vec<&Vec<Grant>> = people.iter().map(|profile| &profile.person.grants).collect();
    let lines = role_lines(conn, &desk.ctx, &grants).await?;
    let rows = people.into_iter().zip(lines).map(|(profile, roles)| Row { profile, roles }).collect();
    let filters = role.map(|role| format!("rolle={role}")).unwrap_or_default();
    let pager = Pager::new(&desk, query.seite, PAGE_SIZE, total, &filters);
    let roles = Role::ALL.map(|each| (each, role_label(&desk, each), role == Some(each))).to_vec();
    let page = DeskPage::new(&desk, desk.t("people-title"));
    let notice = PEOPLE.find(&desk);
    html(&PeoplePage { page, notice, rows, roles, total, pager })
}

/// The state of an account in words.
pub(super) fn account_state(page: &DeskPage, account_state: AccountState) -> String {
    match account_state {
        AccountState::Invited => page.t("person-invited"),
        AccountState::Active(at) => page.moment(at),
        AccountState::Disabled(since) => page.t_with("person-disabled", "since", page.moment(since)),
    }
}

/// Path of a person's page, with language prefix.
fn href(ctx: &Ctx, profile: &Profile) -> String {
    ctx.href(PersonPath { person: profile.person.id })
}
