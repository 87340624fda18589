//! `/redaktion/einstellungen/{section}`: one section of the settings.

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::extract::Query;
use axum::response::{IntoResponse as _, Redirect};
use golden_thread::Kind;
use golden_thread::store::{CardFilter, Order, list};
use serde::Deserialize;
use services::mail::{self, Fate};
use uuid::Uuid;
use web::form::{Form, Section, Submission};
use web::{Answer, Ctx, Error};

use crate::rights::CHANGE_SETTINGS;
use crate::settings::actions::{self, Stand};
use crate::settings::document::Document;
use crate::settings::form::{self, Body, VERSION};
use crate::settings::paths::{SectionPath, SettingsPath, TrialPath, VersionsPath};
use crate::settings::read::{self, Faults};
use crate::settings::section::SettingsSection;
use crate::settings::store;

/// Most bodies to choose carriers from.
const BODIES: i64 = 1_000;

#[derive(Template)]
#[template(path = "settings/pages/section.html")]
struct SectionPage {
    page: DeskPage,
    section: SettingsSection,
    form: Section,
    notice: Option<String>,
    /// What became of the mail that was sent to try the sender.
    trial: Option<Trial>,
}

/// A form with its version, printed for the page.
#[derive(Template)]
#[template(path = "settings/pages/sheet.html")]
struct Sheet {
    page: Ctx,
    form: Form,
    version: i64,
    rows: usize,
}

struct Trial {
    text: String,
    /// What the server said, if it did not take the mail.
    said: Option<String>,
    is_waiting: bool,
    href: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct SectionQuery {
    hinweis: Option<String>,
    probe: Option<Uuid>,
}

pub(super) async fn show(path: SectionPath, desk: Desk, Query(query): Query<SectionQuery>) -> Answer {
    let section = section(&desk, &path)?;
    let bodies = bodies(&desk, section).await?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let version = store::newest(conn).await?;
    let initiative = web::initiative::load(conn).await?.ok_or(Error::NotFound)?;
    let trial = match query.probe {
        Some(id) => mail::fates(conn, &[id]).await?.into_iter().next().map(|fate| trial(&desk, fate)),
        None => None,
    };
    let document = Document::today(conn, &initiative).await?;
    let form = form::form(&desk, section, &document, &bodies);
    let notice = (query.hinweis.as_deref() == Some("gespeichert")).then(|| desk.t("settings-saved"));
    page(&desk, section, (form, version), notice, trial)
}

pub(super) async fn save(path: SectionPath, desk: Desk, sent: Submission) -> Answer {
    let section = section(&desk, &path)?;
    let seen = sent.get(VERSION).parse().map_err(|_| Error::BadRequest)?;
    let sent = sent.whole()?;
    read::count(&sent)?;
    let bodies = bodies(&desk, section).await?;
    let mut tx = desk.db().write().await?;
    let stand = actions::stand(&mut tx, seen).await?;
    let slugs: Vec<String> = bodies.iter().map(|(slug, _)| slug.clone()).collect();
    let document = match read::read(&desk, &sent, section, &stand.now, &slugs) {
        Ok(document) => document,
        Err(faults) => return again(&desk, section, &bodies, (&stand.now, &*sent), (faults, seen)),
    };
    // What somebody else changed elsewhere is no reason to ask.
    if section.places().iter().any(|at| stand.now.differs(&stand.seen, at)) {
        return moved(&desk, section, &bodies, &stand, &sent);
    }
    match actions::save(&desk, tx, &stand, document, section.code()).await? {
        Some(_) => Ok(Redirect::to(&format!("{}?hinweis=gespeichert", desk.href(path))).into_response()),
        None => newly_moved(&desk, section, &bodies, seen, &sent).await,
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

/// Somebody else saved in the very same moment.
async fn newly_moved(desk: &Desk, section: SettingsSection, bodies: &[Body], seen: i64, sent: &Submission) -> Answer {
    let mut tx = desk.db().write().await?;
    let stand = actions::stand(&mut tx, seen).await?;
    moved(desk, section, bodies, &stand, sent)
}

/// The form with what was sent; each field that somebody else changed says what stands there now.
fn moved(desk: &Desk, section: SettingsSection, bodies: &[Body], stand: &Stand, sent: &Submission) -> Answer {
    let mut faults = Faults::new();
    let now = form::form(desk, section, &stand.now, bodies);
    let before = form::form(desk, section, &stand.seen, bodies);
    for field in &now.fields {
        let was = before.fields.iter().find(|other| other.name == field.name).map_or("", |other| other.value.as_str());
        if field.value != was && field.value != sent.get(&field.name) {
            faults.insert(field.name.to_string(), desk.t_with("settings-moved", "value", field.value.as_str()));
        }
    }
    if faults.is_empty()
        && let Some(first) = now.fields.first()
    {
        faults.insert(first.name.to_string(), desk.t("settings-moved-elsewhere"));
    }
    again(desk, section, bodies, (&stand.now, sent), (faults, stand.number))
}

fn again(
    desk: &Desk,
    section: SettingsSection,
    bodies: &[Body],
    of: (&Document, &Submission),
    (faults, version): (Faults, i64),
) -> Answer {
    let form = form::returned(desk, section, bodies, of, &faults);
    page(desk, section, (form, version), None, None)
}

fn page(
    desk: &Desk,
    section: SettingsSection,
    (form, version): (Form, i64),
    notice: Option<String>,
    trial: Option<Trial>,
) -> Answer {
    let per_row = section.rows().map_or(1, |rows| (rows.parts.len() * 2).max(1));
    let rows = form.fields.len().saturating_sub(section.asks().len()) / per_row;
    let printed = form.section(desk, |form| Sheet { page: desk.ctx.clone(), form, version, rows });
    let page = DeskPage::new(desk, desk.t(&format!("settings-section-{section}")))
        .below(desk.t("settings-title"), SettingsPath)
        .refused(printed.is_refused());
    printed.clone().answer(&SectionPage { page, section, form: printed, notice, trial })
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

/// Every body, for the section that asks for some.
async fn bodies(desk: &Desk, section: SettingsSection) -> Result<Vec<Body>, Error> {
    if section != SettingsSection::Carriers {
        return Ok(Vec::new());
    }
    let mut reader = desk.db().read().await?;
    let filter = CardFilter::of(Kind::BODY);
    let cards = list(&mut reader.conn(), desk.locale(), filter, Order::Numbered, BODIES, 0).await?;
    let mut bodies: Vec<Body> = cards.into_iter().map(|card| (card.slug.to_string(), card.title.clone())).collect();
    bodies.sort_by_key(|(_, name)| base::words::sort_key_de(name));
    Ok(bodies)
}
