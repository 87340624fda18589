//! The form fields for a role and its scope. The entry of a scope is named by a part of its name, by the address of its
//! page, or chosen among hits.

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse as _;
use base::fold;
use golden_thread::{Card, EntryId, Kind};
use serde::Deserialize;
use web::form::{Choice, Control, Field, Form, Section, Submission, YES};
use web::{Answer, Ctx};

use crate::desk::Desk;
use crate::paths::ScopesPath;
use crate::person::{Grant, Role, Scope, ScopeKind};
use crate::rights::MANAGE_PEOPLE;
use crate::roles::role_label;
use crate::store;

const ROLE: &str = "rolle";
const SCOPE: &str = "geltung";
const ENTRY: &str = "eintrag";
/// The hit that was chosen, by its reference.
const CHOSEN: &str = "treffer";
/// The button that searches only.
const SEARCH: &str = "suche";
/// Form values for the whole initiative, and for an entry that is named in a field of its own.
const EVERYWHERE: &str = "initiative";
const NAMED: &str = "seite";
/// Most hits among which people still choose.
const MOST: usize = 12;
/// The mark between the words for a hit and its reference, as in the fields of entries.
const BETWEEN: &str = " · ";

/// What is wrong with each field, and what a search found.
#[derive(Debug, Default, Clone)]
pub(super) struct GrantFaults {
    role: Option<String>,
    scope: Option<String>,
    entry: Option<String>,
    /// The entries that could be meant.
    hits: Vec<Choice>,
    /// What is to stand in the field for the entry, if a hit was chosen.
    text: Option<String>,
}

impl GrantFaults {
    /// The value of a field when the form is shown again.
    pub(super) fn value(&self, sent: &Submission, name: &str) -> String {
        self.text.clone().filter(|_| name == ENTRY).unwrap_or_else(|| sent.get(name).to_owned())
    }
}

/// The entry that the form names.
enum Pick {
    One(Scope, String),
    Several(Vec<Card>),
    Nothing,
}

#[derive(Template)]
#[template(path = "desk/grant_sheet.html")]
struct GrantSheet {
    page: Ctx,
    form: Form,
    hits: Vec<Choice>,
    button: String,
}

/// A form that ends with these fields as a section of a page, with the label of its button.
pub(super) fn section(ctx: &Ctx, form: Form, hits: Vec<Choice>, button: &str) -> Section {
    form.section(ctx, |form| GrantSheet { page: ctx.clone(), form, hits, button: ctx.t(button) })
}

/// The fields, with their faults, and the hits of a search.
pub(super) fn fields(ctx: &Ctx, fields: &[Card], faults: GrantFaults) -> (Vec<Field>, Vec<Choice>) {
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    let roles = Role::ALL.map(|role| choice(role.code(), explained(ctx, role))).to_vec();
    let mut scopes = vec![choice(EVERYWHERE, ctx.t("scope-initiative"))];
    scopes.extend(fields.iter().map(|field| choice(&field.reference(), field.numbered_title())));
    scopes.push(choice(NAMED, ctx.t("grant-named")));
    let fields = vec![
        Field::line(ROLE, ctx.t("person-role"))
            .hinted(ctx.t("grant-role-hint"))
            .required()
            .with(Control::Radios(roles))
            .checked(faults.role),
        Field::line(SCOPE, ctx.t("grant-scope")).required().with(Control::Choice(scopes)).checked(faults.scope),
        Field::line(ENTRY, ctx.t("grant-entry")).hinted(ctx.t("grant-entry-hint")).checked(faults.entry),
    ];
    (fields, faults.hits)
}

/// A role with a sentence on what somebody who has it can do, and how far it reaches.
fn explained(ctx: &Ctx, role: Role) -> String {
    format!("{}: {}", role_label(ctx, role), ctx.t(&format!("role-means-{}", role.code())))
}

/// True if the button was pressed that searches only.
pub(super) fn is_search(sent: &Submission) -> bool {
    !sent.get(SEARCH).is_empty()
}

/// What a search finds; the form goes on as it is.
pub(super) async fn search(ctx: &Ctx, sent: &Submission) -> Result<GrantFaults, web::Error> {
    if sent.get(ENTRY).trim().is_empty() {
        return Ok(GrantFaults { entry: Some(ctx.t("grant-entry-missing")), ..GrantFaults::default() });
    }
    Ok(match pick(ctx, sent).await? {
        Pick::One(_, text) => GrantFaults { text: Some(text), ..GrantFaults::default() },
        Pick::Several(cards) if cards.len() <= MOST => {
            GrantFaults { hits: hits(ctx, &cards), ..GrantFaults::default() }
        }
        other => unclear(ctx, &other),
    })
}

/// The grant that a form describes, or the faults.
pub(super) async fn read(ctx: &Ctx, sent: &Submission) -> Result<Result<Grant, GrantFaults>, web::Error> {
    let role = Role::from_code(sent.get(ROLE)).ok_or_else(|| ctx.t("grant-role-missing"));
    let (scope, text) = match scope(ctx, sent).await? {
        Ok((scope, text)) => (scope, text),
        Err(faults) => return Ok(Err(GrantFaults { role: role.err(), ..faults })),
    };
    let kept = GrantFaults { text, ..GrantFaults::default() };
    Ok(match role {
        Err(role) => Err(GrantFaults { role: Some(role), ..kept }),
        Ok(role) => Grant::new(role, scope).ok_or_else(|| GrantFaults { scope: Some(misfit(ctx, role)), ..kept }),
    })
}

/// The scope that a form describes, and the text for the entry that it names. A name alone limits the role, because
/// whoever writes one does not mean everything.
async fn scope(ctx: &Ctx, sent: &Submission) -> Result<Result<(Scope, Option<String>), GrantFaults>, web::Error> {
    let is_named = !sent.get(ENTRY).trim().is_empty() || !sent.get(CHOSEN).is_empty();
    let fault = |entry: &str| GrantFaults { entry: Some(ctx.t(entry)), ..GrantFaults::default() };
    match (sent.get(SCOPE), is_named) {
        (EVERYWHERE, false) => Ok(Ok((Scope::Initiative, None))),
        (NAMED, false) => Ok(Err(fault("grant-entry-missing"))),
        (NAMED | EVERYWHERE, true) => Ok(match pick(ctx, sent).await? {
            Pick::One(scope, text) => Ok((scope, Some(text))),
            other => Err(unclear(ctx, &other)),
        }),
        (_, true) => Ok(Err(GrantFaults { scope: Some(ctx.t("grant-two-scopes")), ..GrantFaults::default() })),
        (field, false) => Ok(find(ctx, field)
            .await?
            .map(|scope| (scope, None))
            .ok_or_else(|| GrantFaults { scope: Some(ctx.t("grant-entry-unknown")), ..GrantFaults::default() })),
    }
}

/// The entry that the field names: one that was chosen among hits, the address of a page, or a part of a name.
async fn pick(ctx: &Ctx, sent: &Submission) -> Result<Pick, web::Error> {
    let text = sent.get(ENTRY);
    let chosen = Some(sent.get(CHOSEN)).filter(|chosen| !chosen.is_empty());
    if let Some(reference) = chosen.map(str::to_owned).or_else(|| reference_of(text))
        && let Some(scope) = find(ctx, &reference).await?
    {
        let entries: Vec<EntryId> = scope.entry().into_iter().collect();
        let cards = golden_thread::store::cards(&mut ctx.db().read().await?.conn(), ctx.locale(), &entries).await?;
        return Ok(Pick::One(scope, cards.first().map_or(reference, |card| label(ctx, card))));
    }
    let cards = named_so(ctx, text).await?;
    let exact: Vec<&Card> = cards.iter().filter(|card| fold::words(&card.title) == fold::words(text)).collect();
    match (exact.as_slice(), cards.is_empty()) {
        ([only], _) => Ok(match find(ctx, &only.reference()).await? {
            Some(scope) => Pick::One(scope, label(ctx, only)),
            None => Pick::Nothing,
        }),
        (_, true) => Ok(Pick::Nothing),
        _ => Ok(Pick::Several(cards)),
    }
}

/// The fault of a name that names nothing, or several things; of these, the first are offered.
fn unclear(ctx: &Ctx, pick: &Pick) -> GrantFaults {
    let (entry, hits) = match pick {
        Pick::Several(cards) if cards.len() > MOST => (ctx.t_count("grant-entry-many", MOST), hits(ctx, cards)),
        Pick::Several(cards) => (ctx.t("grant-entry-several"), hits(ctx, cards)),
        _ => (ctx.t("grant-entry-unknown"), Vec::new()),
    };
    GrantFaults { entry: Some(entry), hits, ..GrantFaults::default() }
}

fn hits(ctx: &Ctx, cards: &[Card]) -> Vec<Choice> {
    let choice = |card: &Card| Choice { value: card.reference(), label: described(ctx, card) };
    cards.iter().take(MOST).map(choice).collect()
}

/// Entries of this name, one more than are shown.
async fn named_so(ctx: &Ctx, text: &str) -> Result<Vec<Card>, web::Error> {
    let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    Ok(store::scopes_named(&mut ctx.db().read().await?.conn(), ctx.locale(), text, most).await?)
}

/// An entry with its kind and year.
fn described(ctx: &Ctx, card: &Card) -> String {
    let kind = ctx.t(&format!("kind-{}", card.kind));
    match card.year() {
        Some(year) => format!("{} ({kind}, {year})", card.numbered_title()),
        None => format!("{} ({kind})", card.numbered_title()),
    }
}

/// The text by which the field names exactly this entry.
fn label(ctx: &Ctx, card: &Card) -> String {
    format!("{}{BETWEEN}{}", described(ctx, card), card.reference())
}

#[derive(Debug, Deserialize)]
pub(super) struct ScopesQuery {
    #[serde(default)]
    q: String,
}

/// The texts that name entries with this part in their names, for the script of the field.
pub(super) async fn suggest(_: ScopesPath, desk: Desk, Query(query): Query<ScopesQuery>) -> Answer {
    desk.require(MANAGE_PEOPLE.allows(&desk.person))?;
    let cards = named_so(&desk, &query.q).await?;
    let texts: Vec<String> = cards.iter().take(MOST).map(|card| label(&desk, card)).collect();
    Ok(([(header::CONTENT_TYPE, "application/json")], serde_json::to_string(&texts)?).into_response())
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

/// The reference of the entry of a page address, with or without host, in any language; or the one at the end of a
/// suggestion.
fn reference_of(text: &str) -> Option<String> {
    let address = text.split_whitespace().last()?;
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
            " Kongress 2018 (Veranstaltung, 2018) · veranstaltungen/kongress-2018 ",
        ] {
            assert_eq!(reference_of(address).as_deref(), Some("veranstaltungen/kongress-2018"), "{address}");
        }
        for other in ["", "kongress-2018", "/aktuelles/meldung", "/redaktion/personen", "https://zukunft.example"] {
            assert_eq!(reference_of(other), None, "{other}");
        }
    }
}
