//! The pages of the lists.

use accounts::{Desk, DeskPage, Sight};
use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum_extra::routing::RouterExt as _;
use desk_kit::form::{
    Conflict, Faults, Filled, FormHead, Lists, Places, Sent, ShownPart, Values, merge, read, show, summary, titles,
    write,
};
use desk_kit::versions;
use golden_thread::Kind;
use serde::Deserialize;
use serde_json::Value;
use web::form::{Fault, Submission};
use web::{Answer, AppState, Error, Notice, Notices, PAGE_SIZE, PageNumber, Pager};

use super::Register;
use super::actions::{self, Refusal};
use super::paths::{ContactsPath, ContactsRestorationPath, SourcesPath, SourcesRestorationPath};
use super::used::{ShownUsed, Used};
use crate::entries::form::told;
use crate::entries::in_place;
use crate::entries::{By, instant_in_words};
use crate::rights::CHANGE_LISTS;

/// The routes of the lists.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .typed_get(async |_: ContactsPath, desk: Desk, query: Query<RegisterQuery>| {
            open(&desk, Register::Contacts, &query).await
        })
        .typed_get(async |_: SourcesPath, desk: Desk, query: Query<RegisterQuery>| {
            open(&desk, Register::Sources, &query).await
        })
        .typed_post(async |_: ContactsPath, desk: Desk, sent: Submission| save(&desk, Register::Contacts, sent).await)
        .typed_post(async |_: SourcesPath, desk: Desk, sent: Submission| save(&desk, Register::Sources, sent).await)
        .typed_post(async |path: ContactsRestorationPath, desk: Desk, sent: Submission| {
            restore(&desk, Register::Contacts, path.number, &sent).await
        })
        .typed_post(async |path: SourcesRestorationPath, desk: Desk, sent: Submission| {
            restore(&desk, Register::Sources, path.number, &sent).await
        })
}

const NOTICES: Notices = Notices { done: &[("gespeichert", "register-saved")], refused: &[] };

#[derive(Debug, Default, Deserialize)]
struct RegisterQuery {
    /// The page of the versions.
    #[serde(default)]
    seite: PageNumber,
}

/// A version of the list.
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
    head: FormHead,
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
    conflict: Option<Conflict>,
    notice: Option<Notice>,
    /// Sources that were removed although entries name them.
    used: Vec<ShownUsed>,
    versions: Vec<Version>,
    pager: Pager,
}

async fn open(desk: &Desk, register: Register, query: &RegisterQuery) -> Answer {
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    let (head, document) = newest(desk, register).await?;
    let values = values_of(desk, register, &document).await?;
    let mut page = page(desk, register, head, &Filled::with(values), query.seite).await?;
    page.notice = NOTICES.find(desk);
    page.head = page.head.opened(desk, page.notice.as_ref()).await?;
    web::html(&page)
}

async fn save(desk: &Desk, register: Register, sent: Submission) -> Answer {
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    let parts = register.parts();
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let mut filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
    if in_place::press(desk, &parts, &mut filled, sent.get("do")).await? {
        return web::html(&page(desk, register, head, &filled, PageNumber::default()).await?);
    }
    let (newest, base) = newest(desk, register).await?;
    if newest != head {
        return conflict(desk, register, head, filled).await;
    }
    let shown = values_of(desk, register, &base).await?;
    let (mut document, places) = match read(desk, base, Sent::of(&parts, &filled, &shown))? {
        Ok(read) => read,
        Err(faults) => return again(desk, register, head, Filled { faults, ..filled }).await,
    };
    register.complete(&mut document);
    match actions::save(desk.state(), by(desk), (register, head), &document).await {
        Ok(()) => Ok(NOTICES.redirect(desk, path(register), "gespeichert")),
        Err(Refusal::Newer) => conflict(desk, register, head, filled).await,
        Err(Refusal::Unfit(unfit)) => {
            let faults = places.faults(&filled.values, told(desk, &parts, &unfit));
            again(desk, register, head, Filled { faults, ..filled }).await
        }
        Err(Refusal::Used(used)) => still_used(desk, register, head, (filled, &shown), used).await,
        Err(Refusal::Broken(cause)) => Err(cause.into()),
    }
}

async fn restore(desk: &Desk, register: Register, number: i64, sent: &Submission) -> Answer {
    desk.require(CHANGE_LISTS.allows(&desk.person))?;
    let head: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let document = version(desk, register, number).await?.ok_or(Error::NotFound)?;
    match actions::save(desk.state(), by(desk), (register, head), &document).await {
        Ok(()) => Ok(NOTICES.redirect(desk, path(register), "gespeichert")),
        Err(Refusal::Broken(cause)) => Err(cause.into()),
        Err(refusal) => {
            let (head, document) = newest(desk, register).await?;
            let values = values_of(desk, register, &document).await?;
            let faults = match refusal {
                Refusal::Used(used) => {
                    let filled = Filled::with(values.clone());
                    return still_used(desk, register, head, (filled, &values), used).await;
                }
                Refusal::Unfit(unfit) => Places::default().faults(&values, told(desk, &register.parts(), &unfit)),
                _ => Faults::from([(String::new(), desk.t("entry-newer"))]),
            };
            again(desk, register, head, Filled { faults, ..Filled::with(values) }).await
        }
    }
}

async fn again(desk: &Desk, register: Register, head: i64, filled: Filled) -> Answer {
    let page = web::html(&page(desk, register, head, &filled, PageNumber::default()).await?)?;
    Ok(web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// Entries name what was removed: it is back in the form, and the page says which they are.
async fn still_used(
    desk: &Desk,
    register: Register,
    head: i64,
    (mut filled, list): (Filled, &Values),
    used: Vec<Used>,
) -> Answer {
    for one in &used {
        one.put_back(desk, &mut filled.values, list, &mut filled.faults);
    }
    let mut page = page(desk, register, head, &filled, PageNumber::default()).await?;
    page.used = used.into_iter().map(|one| one.shown(desk, list)).collect();
    Ok(web::says_itself(StatusCode::UNPROCESSABLE_ENTITY, web::html(&page)?))
}

/// Somebody has saved since: both lists, mine in the form.
async fn conflict(desk: &Desk, register: Register, head: i64, filled: Filled) -> Answer {
    let base = version(desk, register, head).await?.ok_or(Error::BadRequest)?;
    let base = values_of(desk, register, &base).await?;
    let (newest, document) = newest(desk, register).await?;
    let theirs = values_of(desk, register, &document).await?;
    let merged = merge(&register.parts(), &base, &filled.values, &theirs);
    let author = versions::find(&mut desk.db().read().await?.conn(), register.code(), newest).await?;
    let author = author.map(|version| version.author).unwrap_or_default();
    let conflict = Conflict::with(desk, author, &merged, &theirs);
    let page = page(desk, register, newest, &filled.merged(merged, conflict), PageNumber::default()).await?;
    Ok(web::says_itself(StatusCode::CONFLICT, web::html(&page)?))
}

pub(super) fn by(desk: &Desk) -> By<'_> {
    By { id: Some(desk.person.id.0), name: &desk.person.name }
}

fn path(register: Register) -> String {
    match register {
        Register::Contacts => ContactsPath.to_string(),
        Register::Sources => SourcesPath.to_string(),
    }
}

pub(super) async fn newest(desk: &Desk, register: Register) -> Result<(i64, Value), Error> {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    Ok((versions::head(conn, register.code()).await?, register.load(conn).await?))
}

async fn version(desk: &Desk, register: Register, number: i64) -> Result<Option<Value>, Error> {
    let text = versions::content(&mut desk.db().read().await?.conn(), register.code(), number).await?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

async fn values_of(desk: &Desk, register: Register, document: &Value) -> Result<Values, Error> {
    let rows = document.get(register.list()).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let bodies = rows.iter().filter_map(|row| row.get("body")?.as_str());
    let references = bodies.map(|slug| Kind::BODY.reference(slug)).collect();
    let titles = titles(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), references).await?;
    Ok(write(desk, document, &register.parts(), &titles))
}

async fn page(
    desk: &Desk,
    register: Register,
    head: i64,
    filled: &Filled,
    number: PageNumber,
) -> Result<RegisterPage, Error> {
    let lists = Lists::load(desk).await?;
    let shown = show(desk, None, &register.parts(), filled, &lists);
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let versions = versions::list(conn, register.code(), PAGE_SIZE, number.offset(PAGE_SIZE)).await?;
    let total = versions::count(conn, register.code()).await?;
    let action = desk.href(path(register));
    let version = |one: versions::Version| Version {
        number: one.number,
        told: format!("{}, {}", instant_in_words(desk, one.at), author(desk, &one.author)),
        restore: (one.number != head).then(|| format!("{action}/fassungen/{}/wiederherstellung", one.number)),
    };
    Ok(RegisterPage {
        page: DeskPage::new(desk, desk.t(&format!("register-{register}"))).refused(!filled.faults.is_empty()),
        register,
        head: FormHead::new(desk, action.clone(), head, format!("list/{register}")).unsent(filled.is_sent),
        summary: summary(&shown, &filled.faults),
        parts: shown,
        conflict: filled.conflict.clone(),
        notice: None,
        used: Vec::new(),
        versions: versions.into_iter().map(version).collect(),
        pager: Pager::new(desk, number, PAGE_SIZE, total, ""),
    })
}

fn author(desk: &Desk, name: &str) -> String {
    if name.is_empty() { desk.t("history-program") } else { name.to_owned() }
}
