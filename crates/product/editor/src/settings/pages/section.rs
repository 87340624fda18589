//! `/redaktion/einstellungen/{section}`: one section of the settings.

use accounts::{Desk, DeskPage, Sight};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use db::Conn;
use desk_kit::form::{
    Conflict, Faults, Filled, FormHead, Lists, Part, Sent, ShownPart, Values, merge, read, show, summary, titles, write,
};
use desk_kit::versions;
use golden_thread::{Kind, State};
use media::Sort;
use serde::Deserialize;
use serde_json::Value;
use services::mail::{self, Fate};
use uuid::Uuid;
use web::form::{Fault, Submission};
use web::{Answer, Ctx, Error, Notice, Notices};

use crate::entries::store as entries_store;
use crate::rights::CHANGE_SETTINGS;
use crate::settings::actions::{self, SETTINGS};
use crate::settings::colours::name_fields;
use crate::settings::document;
use crate::settings::logo::{self, Preview};
use crate::settings::paths::{SectionPath, SettingsPath, TrialPath, VersionsPath};
use crate::settings::section::SettingsSection;

const NOTICES: Notices = Notices { done: &[("gespeichert", "settings-saved")], refused: &[] };

#[derive(Template)]
#[template(path = "settings/pages/section.html")]
struct SectionPage {
    page: DeskPage,
    section: SettingsSection,
    head: FormHead,
    parts: Vec<ShownPart>,
    summary: Vec<Fault>,
    conflict: Option<Conflict>,
    notice: Option<Notice>,
    /// The logo as pages will show it, in its section.
    logo: Option<Preview>,
    /// The fate of the mail that was sent to try the sender.
    trial: Option<Trial>,
}

struct Trial {
    text: String,
    /// The words of the server, if it did not take the mail.
    said: Option<String>,
    is_waiting: bool,
    href: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct SectionQuery {
    probe: Option<Uuid>,
}

pub(super) async fn show_section(path: SectionPath, desk: Desk, Query(query): Query<SectionQuery>) -> Answer {
    let section = section(&desk, &path)?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let stand = actions::stand(conn).await?;
    let values = values_of(&desk, conn, &section.parts(), &stand.now).await?;
    let trial = match query.probe {
        Some(id) => mail::fates(conn, &[id]).await?.into_iter().next().map(|fate| trial(&desk, fate)),
        None => None,
    };
    drop(reader);
    let mut page = page(&desk, section, stand.head, &Filled::with(values)).await?;
    page.notice = NOTICES.find(&desk);
    page.head = page.head.opened(&desk, page.notice.as_ref()).await?;
    page.trial = trial;
    web::html(&page)
}

pub(super) async fn save(path: SectionPath, desk: Desk, sent: Submission) -> Answer {
    let section = section(&desk, &path)?;
    let parts = section.parts();
    let seen: i64 = sent.get("fassung").parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    let mut filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
    if filled.press(sent.get("do")) {
        return web::html(&page(&desk, section, seen, &filled).await?);
    }
    let mut tx = desk.db().write().await?;
    let conn = &mut tx.conn();
    let stand = actions::stand(conn).await?;
    let shown = values_of(&desk, conn, &parts, &stand.now).await?;
    // A change of somebody else in another section is no reason to ask.
    if stand.head != seen && base_of(&desk, conn, &parts, seen).await? != shown {
        drop(tx);
        return conflict(&desk, section, seen, filled).await;
    }
    let mut document = match read(&desk, stand.now.clone(), Sent::of(&parts, &filled, &shown))? {
        Ok((document, _)) => document,
        Err(faults) => return refused(&desk, section, stand.head, &Filled { faults, ..filled }).await,
    };
    document::complete(&mut document);
    let faults = faults_of(&desk, conn, &stand.now, &document).await?;
    if !faults.is_empty() {
        drop(tx);
        return refused(&desk, section, stand.head, &Filled { faults, ..filled }).await;
    }
    match actions::save(&desk, tx, &stand, document, section).await? {
        Some(_) => Ok(NOTICES.redirect(&desk, path, "gespeichert")),
        // Somebody else saved in the very same moment.
        None => conflict(&desk, section, seen, filled).await,
    }
}

pub(super) async fn try_mail(_: TrialPath, desk: Desk, _: Submission) -> Answer {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    let id = actions::try_mail(&desk).await?;
    Ok(Redirect::to(&trial_href(&desk, id)).into_response())
}

fn section(desk: &Desk, path: &SectionPath) -> Result<SettingsSection, Error> {
    desk.require(CHANGE_SETTINGS.allows(&desk.person))?;
    SettingsSection::from_slug(&path.section).ok_or(Error::NotFound)
}

/// The form comes back with its faults.
async fn refused(desk: &Desk, section: SettingsSection, head: i64, filled: &Filled) -> Answer {
    answer(StatusCode::UNPROCESSABLE_ENTITY, &page(desk, section, head, filled).await?)
}

/// Somebody has saved this section since: both versions, mine in the form.
async fn conflict(desk: &Desk, section: SettingsSection, seen: i64, filled: Filled) -> Answer {
    let parts = section.parts();
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let base = base_of(desk, conn, &parts, seen).await?;
    let stand = actions::stand(conn).await?;
    let theirs = values_of(desk, conn, &parts, &stand.now).await?;
    let author = versions::find(conn, SETTINGS, stand.head).await?.map(|version| version.author);
    drop(reader);
    let merged = merge(&parts, &base, &filled.values, &theirs);
    let conflict = Conflict::with(desk, author.unwrap_or_default(), &merged, &theirs);
    answer(StatusCode::CONFLICT, &page(desk, section, stand.head, &filled.merged(merged, conflict)).await?)
}

fn answer(status: StatusCode, page: &SectionPage) -> Answer {
    let page: Response = web::html(page)?;
    Ok(web::says_itself(status, page))
}

/// The texts of the version that somebody has seen.
async fn base_of(desk: &Desk, conn: &mut Conn<'_>, parts: &[Part], seen: i64) -> Result<Values, Error> {
    let document = actions::version(conn, seen).await?.ok_or(Error::BadRequest)?;
    values_of(desk, conn, parts, &document).await
}

async fn values_of(desk: &Desk, conn: &mut Conn<'_>, parts: &[Part], document: &Value) -> Result<Values, Error> {
    let references = document::carriers(document).iter().map(|slug| Kind::BODY.reference(slug)).collect();
    let titles = titles(conn, Sight::of(&desk.person), references).await?;
    Ok(write(desk, document, parts, &titles))
}

/// The faults of a document that was made from `before`.
pub(super) async fn faults_of(
    desk: &Desk,
    conn: &mut Conn<'_>,
    before: &Value,
    document: &Value,
) -> Result<Faults, Error> {
    let public = public_carriers(conn, document).await?;
    let mut faults = document::faults(desk, before, document, &public);
    faults.extend(logo::faults(conn, desk, before, document).await?);
    Ok(faults)
}

/// The carriers that the public sees.
async fn public_carriers(conn: &mut Conn<'_>, document: &Value) -> Result<Vec<String>, Error> {
    let mut public = Vec::new();
    for slug in document::carriers(document) {
        if entries_store::find(conn, Kind::BODY, &slug).await?.is_some_and(|(_, state)| state == State::Published) {
            public.push(slug);
        }
    }
    Ok(public)
}

async fn page(desk: &Desk, section: SettingsSection, head: i64, filled: &Filled) -> Result<SectionPage, Error> {
    let (lists, logo) = if section == SettingsSection::Logo {
        let fields = [logo::LIGHT, logo::DARK].map(|name| (name.to_owned(), Sort::Image));
        let lists = Lists::with_media(desk, &filled.values, &fields).await?.for_small_pictures();
        (lists, Some(Preview::of(&mut desk.db().read().await?.conn(), desk, &filled.values).await?))
    } else {
        // No field of the others chooses from a list.
        (Lists::default(), None)
    };
    let mut shown = show(desk, None, &section.parts(), filled, &lists);
    if section == SettingsSection::Colours {
        name_fields(desk, &mut shown).await?;
    }
    let page = DeskPage::new(desk, desk.t(&format!("settings-section-{section}")))
        .below(desk.t("settings-title"), SettingsPath)
        .refused(!filled.faults.is_empty());
    let action = desk.href(SectionPath { section: section.slug().to_owned() });
    Ok(SectionPage {
        page,
        section,
        head: FormHead::new(desk, action, head, format!("settings/{section}")).unsent(filled.is_sent),
        summary: summary(&shown, &filled.faults),
        parts: shown,
        conflict: filled.conflict.clone(),
        notice: None,
        logo,
        trial: None,
    })
}

fn trial(desk: &Desk, fate: Fate) -> Trial {
    Trial {
        text: desk.t(&format!("settings-trial-{}", fate.state)),
        is_waiting: fate.state == mail::MailState::Waiting,
        href: trial_href(desk, fate.id),
        said: fate.last_error,
    }
}

fn trial_href(ctx: &Ctx, id: Uuid) -> String {
    let path = SectionPath { section: SettingsSection::Mail.slug().to_owned() };
    format!("{}?probe={id}#probe", ctx.href(path))
}
