//! `/redaktion/personen/rechte`: which role gives which right, as the slices declare it and the program decides it.

use accounts::paths::{PeoplePath, RightsPath};
use accounts::rights::{MANAGE_PEOPLE, OVERSEE};
use accounts::{Desk, DeskPage, Extent, Right, Role, Rule, ScopeKind};
use askama::Template;
use desk_kit::slices;
use web::{Answer, Ctx, html};

#[derive(Template)]
#[template(path = "rights/table.html")]
struct RightsPage {
    page: DeskPage,
    /// The names of the roles, one for each column.
    roles: Vec<String>,
    groups: Vec<Group>,
}

/// The rights of a slice.
struct Group {
    /// Names the group to its table.
    id: &'static str,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    right: String,
    cells: Vec<Cell>,
}

/// How far a role gives a right: its rules in words.
struct Cell {
    words: Vec<String>,
    is_none: bool,
}

pub(super) async fn show(_: RightsPath, desk: Desk) -> Answer {
    desk.require(OVERSEE.allows(&desk.person))?;
    let mut page = DeskPage::new(&desk, desk.t("rights-title"));
    if MANAGE_PEOPLE.allows(&desk.person) {
        page = page.below(desk.t("people-title"), PeoplePath);
    }
    let roles = Role::ALL.map(|role| desk.t(&format!("role-{role}"))).to_vec();
    let with_rights = slices().iter().filter(|slice| !slice.rights.list.is_empty());
    let groups = with_rights.map(|slice| Group {
        id: slice.name,
        title: desk.t(slice.rights.title),
        rows: slice.rights.list.iter().map(|right| row(&desk, right)).collect(),
    });
    let groups = groups.collect();
    html(&RightsPage { page, roles, groups })
}

fn row(ctx: &Ctx, right: &Right) -> Row {
    let cells = Role::ALL.map(|role| {
        let words: Vec<String> = right.rules_of(role).map(|rule| in_words(ctx, rule)).collect();
        if words.is_empty() {
            return Cell { words: vec![ctx.t("rights-none")], is_none: true };
        }
        Cell { words, is_none: false }
    });
    Row { right: ctx.t(right.key), cells: cells.into() }
}

/// A rule in words: how far it reaches, for which kinds of entries, with which scopes of the role.
fn in_words(ctx: &Ctx, rule: &Rule) -> String {
    let extent = match rule.extent {
        Extent::Everywhere => "rights-everywhere",
        Extent::Within => "rights-within",
        Extent::Own => "rights-own",
    };
    let only = rule.only.map(|only| ctx.t(only.key));
    let scopes = rule.scopes.map(|scopes| ctx.t_with("rights-with-scope", "scopes", any_of(ctx, scopes)));
    let parts: Vec<String> = std::iter::once(ctx.t(extent)).chain(only).chain(scopes).collect();
    parts.join(", ")
}

/// The names of scopes: one of them is enough.
fn any_of(ctx: &Ctx, scopes: &[ScopeKind]) -> String {
    let names = scopes.iter().map(|scope| ctx.t(&format!("scope-{scope}")));
    names
        .reduce(|one, other| ctx.t_args("rights-or", &[("one", one.into()), ("other", other.into())]))
        .unwrap_or_default()
}
