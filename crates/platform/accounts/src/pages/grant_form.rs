//! The form fields for a role and its scope.

use golden_thread::{Card, EntryId, Kind};
use web::Ctx;
use web::form::{Choice, Control, Field, Submission};

use crate::person::{Grant, Role, Scope, ScopeKind};
use crate::roles::role_label;
use crate::store;

const ROLE: &str = "rolle";
const SCOPE: &str = "geltung";
const ENTRY: &str = "eintrag";
/// Form values for the whole initiative, and for an entry that is named by the address of its page.
const EVERYWHERE: &str = "initiative";
const NAMED: &str = "seite";

/// The fault of each field.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct GrantFaults {
    role: Option<String>,
    scope: Option<String>,
    entry: Option<String>,
}

/// The fields, with their faults.
pub(super) fn fields(ctx: &Ctx, fields: &[Card], faults: GrantFaults) -> Vec<Field> {
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    let mut roles = vec![choice("", ctx.t("grant-choose"))];
    roles.extend(Role::ALL.map(|role| choice(role.code(), role_label(ctx, role))));
    let mut scopes = vec![choice(EVERYWHERE, ctx.t("scope-initiative"))];
    scopes.extend(fields.iter().map(|field| choice(&field.reference(), field.numbered_title())));
    scopes.push(choice(NAMED, ctx.t("grant-named")));
    vec![
        Field::line(ROLE, ctx.t("person-role"))
            .hinted(ctx.t("grant-role-hint"))
            .required()
            .with(Control::Choice(roles))
            .checked(faults.role),
        Field::line(SCOPE, ctx.t("grant-scope")).required().with(Control::Choice(scopes)).checked(faults.scope),
        Field::line(ENTRY, ctx.t("grant-entry")).hinted(ctx.t("grant-entry-hint")).checked(faults.entry),
    ]
}

/// The grant that a form describes, or the faults.
pub(super) async fn read(ctx: &Ctx, sent: &Submission) -> Result<Result<Grant, GrantFaults>, web::Error> {
    let role = Role::from_code(sent.get(ROLE)).ok_or_else(|| ctx.t("grant-role-missing"));
    let scope = match sent.get(SCOPE) {
        EVERYWHERE => Some(Scope::Initiative),
        NAMED => find(ctx, &reference_of(sent.get(ENTRY)).unwrap_or_default()).await?,
        field => find(ctx, field).await?,
    };
    let Some(scope) = scope else {
        let entry = Some(ctx.t("grant-entry-unknown"));
        return Ok(Err(GrantFaults { role: role.err(), entry, scope: None }));
    };
    Ok(match role {
        Err(role) => Err(GrantFaults { role: Some(role), ..GrantFaults::default() }),
        Ok(role) => Grant::new(role, scope)
            .ok_or_else(|| GrantFaults { scope: Some(misfit(ctx, role)), ..GrantFaults::default() }),
    })
}

async fn find(ctx: &Ctx, reference: &str) -> Result<Option<Scope>, web::Error> {
    Ok(store::find_scope(&mut ctx.db().read().await?.conn(), reference).await?)
}

/// The fault for a role with a scope that does not fit, with the scopes that do.
fn misfit(ctx: &Ctx, role: Role) -> String {
    let kinds: Vec<String> =
        role.scopes().iter().map(|kind: &ScopeKind| ctx.t(&format!("scope-{}", kind.code()))).collect();
    let role = role_label(ctx, role);
    ctx.t_args("grant-misfit", &[("role", role.into()), ("scopes", kinds.join(", ").into())])
}

/// The reference of the entry of a page address, with or without host, in any language.
fn reference_of(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?.trim_end_matches('/');
    let (rest, slug) = path.rsplit_once('/')?;
    let folder = rest.rsplit('/').next()?;
    let kind = Kind::from_folder(folder)?;
    matches!(kind, Kind::FIELD | Kind::BODY | Kind::EVENT).then(|| format!("{folder}/{slug}"))
}

/// The form values of a button that revokes a grant.
pub(super) fn sent_as(grant: &Grant) -> [(&'static str, String); 3] {
    let entry = grant.scope.entry().map(|id| id.0.to_string()).unwrap_or_default();
    [(ROLE, grant.role.to_string()), (SCOPE, grant.scope.kind().to_string()), (ENTRY, entry)]
}

/// The grant that such a button describes.
pub(super) fn named(sent: &Submission) -> Option<Grant> {
    let entry = match sent.get(ENTRY) {
        "" => None,
        id => Some(EntryId(id.parse().ok()?)),
    };
    let scope = Scope::of(ScopeKind::from_code(sent.get(SCOPE))?, entry)?;
    Grant::new(Role::from_code(sent.get(ROLE))?, scope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn address_of_a_page_names_its_entry_however_it_is_copied() {
        for address in [
            "https://zukunft.example/en/veranstaltungen/kongress-2018?x=y#z",
            "/veranstaltungen/kongress-2018/",
            "zukunft.example/veranstaltungen/kongress-2018",
            "veranstaltungen/kongress-2018",
        ] {
            assert_eq!(reference_of(address).as_deref(), Some("veranstaltungen/kongress-2018"), "{address}");
        }
        for other in ["", "kongress-2018", "/aktuelles/meldung", "/redaktion/personen", "https://zukunft.example"] {
            assert_eq!(reference_of(other), None, "{other}");
        }
    }
}
