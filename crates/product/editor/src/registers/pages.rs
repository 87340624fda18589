//! The pages of the lists.

use accounts::{Desk, DeskPage, Sight};
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum_extra::routing::RouterExt as _;
use serde::Deserialize;
use serde_json::Value;
use web::form::{Fault, Submission};
use web::{Answer, AppState, Error};

use super::actions::{self, Refusal};
use super::paths::{ContactsPath, ContactsRestorationPath, SourcesPath, SourcesRestorationPath};
use super::{Register, store};
use crate::entries::form::merge::merge;
use crate::entries::form::show::{ShownPart, show};
use crate::entries::form::{Faults, Picks, Places, Sent, Values, picks, read_json, summary, values, write_json};
use crate::entries::{By, ShownDifference, done, instant_in_words, lists, shown};
use crate::rights::CHANGE_LISTS;

/// The routes of the lists.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .typed_get(async |_: ContactsPath, desk: Desk, asked: Query<Asked>| {
            open(&desk, Register::Contacts, &asked).await
        })
        .typed_get(async |_: SourcesPath, desk: Desk, asked: Query<Asked>| open(&desk, Register::Sources, &asked).await)
        .typed_post(async |_: ContactsPath, desk: Desk, sent: Submission| save(&desk, Register::Contacts, sent).await)
        .typed_post(async |_: SourcesPath, desk: Desk, sent: Submission| save(&desk, Register::Sources, sent).await)
        .typed_post(async |path: ContactsRestorationPath, desk: Desk, sent: Submission| {
            restore(&desk, Register::Contacts, path.number, &sent).await
        })
        .typed_post(async |path: SourcesRestorationPath, desk: Desk, sent: Submission| {
            restore(&desk, Register::Sources, path.number, &sent).await
        })
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    hinweis: String,
}

/// A version to restore.
#[derive(Debug)]
struct Version {
    number: i64,
    told: String,
    restore: Option<String>,
}

#[derive(Template)]
#[template(path = "registers/page.html")]
struct RegisterPage {
    page: DeskPage,
    register: Register,
    action: String,
    head: i64,
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
    contested: Vec<ShownDifference>,
    is_conflict: bool,
    is_saved: bool,
    versions: Vec<Version>,
    suggestions: String,
}

/// What the form holds.
#[derive(Debug, Default)]
struct Filled {
    values: Values,
    picks: Picks,
    faults: Faults,
    touched: String,
}

async fn open(desk: &Desk, register: Register, asked: &Asked) -> Answer {
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    let (head, document) = newest(desk, register).await?;
    let values = values_of(desk, register, &document).await?;
    let mut page = page(desk, register, head, &Filled { values, ..Filled::default() }).await?;
    page.is_saved = asked.hinweis == "gespeichert";
    web::html(&page)
}

async fn save(desk: &Desk, register: Register, sent: Submission) -> Answer {
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    let parts = register.parts();
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let mut values = Values::sent_for(&parts, &sent)?;
    let picks = picks::find(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &mut values).await?;
    let mut filled = Filled { values, picks, ..Filled::default() };
    if let Some(touched) = values::do_with_rows(&mut filled.values, sent.get("do")) {
        filled.touched = touched;
        return web::html(&page(desk, register, head, &filled).await?);
    }
    let (newest, base) = newest(desk, register).await?;
    if newest != head {
        return conflict(desk, register, head, filled).await;
    }
    let shown = values_of(desk, register, &base).await?;
    let sent_form = Sent { parts: &parts, values: &filled.values, shown: &shown, picks: &filled.picks };
    let (mut document, places) = match read_json(desk, base, sent_form)? {
        Ok(read) => read,
        Err(faults) => return again(desk, register, head, Filled { faults, ..filled }).await,
    };
    register.complete(&mut document);
    match actions::save(desk.state(), by(desk), (register, head), &document).await {
        Ok(()) => Ok(done(desk, path(register), "gespeichert")),
        Err(Refusal::Newer) => conflict(desk, register, head, filled).await,
        Err(Refusal::Unfit(unfit)) => {
            let faults = places.faults(desk, (&parts, &filled.values), &unfit);
            again(desk, register, head, Filled { faults, ..filled }).await
        }
        Err(Refusal::Broken(cause)) => Err(cause.into()),
    }
}

async fn restore(desk: &Desk, register: Register, number: i64, sent: &Submission) -> Answer {
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let text = store::document(&mut desk.db().read().await?.conn(), register, number).await?.ok_or(Error::NotFound)?;
    let document: Value = serde_json::from_str(&text)?;
    match actions::save(desk.state(), by(desk), (register, head), &document).await {
        Ok(()) => Ok(done(desk, path(register), "gespeichert")),
        Err(Refusal::Broken(cause)) => Err(cause.into()),
        Err(refused) => {
            let (head, document) = newest(desk, register).await?;
            let values = values_of(desk, register, &document).await?;
            let faults = match refused {
                Refusal::Unfit(unfit) => Places::default().faults(desk, (&register.parts(), &values), &unfit),
                _ => Faults::from([(String::new(), desk.t("entry-newer"))]),
            };
            again(desk, register, head, Filled { values, faults, ..Filled::default() }).await
        }
    }
}

async fn again(desk: &Desk, register: Register, head: i64, filled: Filled) -> Answer {
    let page = web::html(&page(desk, register, head, &filled).await?)?;
    Ok(web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// Somebody has saved since: both lists, mine in the form.
async fn conflict(desk: &Desk, register: Register, head: i64, filled: Filled) -> Answer {
    let base = store::document(&mut desk.db().read().await?.conn(), register, head).await?.ok_or(Error::BadRequest)?;
    let base = values_of(desk, register, &serde_json::from_str(&base)?).await?;
    let (newest, document) = newest(desk, register).await?;
    let theirs = values_of(desk, register, &document).await?;
    let merged = merge(&register.parts(), &base, &filled.values, &theirs);
    let mut page = page(desk, register, newest, &Filled { values: merged.values, ..filled }).await?;
    page.is_conflict = true;
    page.contested = merged.contested.iter().map(|one| shown(desk, one)).collect();
    Ok(web::says_itself(StatusCode::CONFLICT, web::html(&page)?))
}

fn by(desk: &Desk) -> By<'_> {
    By { id: Some(desk.person.id.0), name: &desk.person.name }
}

fn path(register: Register) -> String {
    match register {
        Register::Contacts => ContactsPath.to_string(),
        Register::Sources => SourcesPath.to_string(),
    }
}

async fn newest(desk: &Desk, register: Register) -> Result<(i64, Value), Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    Ok((store::head(conn, register).await?, register.load(conn).await?))
}

async fn values_of(desk: &Desk, register: Register, document: &Value) -> Result<Values, Error> {
    let rows = document.get(register.list()).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let bodies = rows.iter().filter_map(|row| row.get("body")?.as_str());
    let references = bodies.map(|slug| golden_thread::Kind::BODY.reference(slug)).collect();
    let titles = picks::titles(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), references).await?;
    Ok(write_json(desk, document, &register.parts(), &titles))
}

async fn page(desk: &Desk, register: Register, head: i64, filled: &Filled) -> Result<RegisterPage, Error> {
    let lists = lists::load(desk, "").await?;
    let parts = register.parts();
    let sent = (&filled.values, &filled.picks, &filled.faults);
    let shown = show(desk, golden_thread::Kind::BODY, &parts, sent, (&lists, &filled.touched));
    let versions = store::versions(&mut desk.db().read().await?.conn(), register).await?;
    let page = DeskPage::new(desk, desk.t(&format!("register-{register}"))).refused(!filled.faults.is_empty());
    let action = desk.href(path(register));
    let version = |one: store::Version| Version {
        number: one.number,
        told: format!("{}, {}", instant_in_words(desk, one.at), author(desk, &one.author)),
        restore: (one.number != head).then(|| format!("{action}/fassungen/{}/wiederherstellung", one.number)),
    };
    Ok(RegisterPage {
        page,
        register,
        head,
        summary: summary(&shown, &filled.faults),
        parts: shown,
        contested: Vec::new(),
        is_conflict: false,
        is_saved: false,
        versions: versions.into_iter().map(version).collect(),
        suggestions: desk.href(crate::paths::SuggestionsPath),
        action,
    })
}

fn author(desk: &Desk, name: &str) -> String {
    if name.is_empty() { desk.t("history-program") } else { name.to_owned() }
}
