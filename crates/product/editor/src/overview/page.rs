//! The start page of the desk.

use accounts::paths::DeskPath;
use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use base::clock::micros;
use base::words;
use db::Conn;
use desk_kit::{Attention, Line, slices};
use golden_thread::Kind;
use jiff::ToSpan as _;
use services::backups::{self, BackupState};
use web::{Answer, Error, html};

use super::attention::{day, moment, of_entries, of_media};
use super::store;
use crate::entries::paths::{EntriesPath, NewPath};
use crate::jobs::{Disturbances, JobsPath};
use crate::media::paths::{MediaPath, UploadPath};
use crate::rights::{CHANGE_SETTINGS, SEE_TO_JOBS, UPLOAD};
use crate::settings::SettingsSection;
use crate::settings::paths::SectionPath;

/// The months after which the statement is to be reviewed again.
const REVIEW_MONTHS: i64 = 12;

/// The number of disturbances that are named.
const SHOWN: usize = 8;

#[derive(Template)]
#[template(path = "overview/page.html")]
struct OverviewPage {
    page: DeskPage,
    /// The lists of things that wait for this person.
    waiting: Vec<Attention>,
    /// The lists of other things that need attention; empty if all is in order.
    lists: Vec<Attention>,
    /// Trouble with the backups, for the people who run the site.
    backup: Option<BackupTrouble>,
    /// The day of the last review, if it is too long ago.
    reviewed: Option<String>,
    /// The address for recording the review, if the person may.
    review_href: Option<String>,
    /// The variants of the public start page that are missing.
    missing: Vec<&'static str>,
    /// True if the person has any right here.
    has_work: bool,
    /// The most frequent tasks that the person may do: address, words.
    shortcuts: Vec<(String, String)>,
}

/// Trouble with the backups.
struct BackupTrouble {
    /// The trouble, and its beginning.
    text: String,
    /// The error of the last failed backup, in English.
    why: Option<String>,
}

pub(super) async fn show(_: DeskPath, desk: Desk) -> Answer {
    let page = DeskPage::new(&desk, desk.t("overview-title"));
    let writes = Kind::all().iter().copied().any(|kind| can_begin(&desk.person, kind));
    let sets = CHANGE_SETTINGS.allows(&desk.person);
    // What the whole site lacks is no work of people whose role is limited.
    let sees_to_all = sets || (writes && Sight::of(&desk.person) == Sight::ALL);
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let mut lists = Vec::new();
    if SEE_TO_JOBS.allows(&desk.person) {
        lists.push(disturbances(conn, &desk, &page).await?);
    }
    for find in slices().iter().filter_map(|slice| slice.attention) {
        lists.extend(find(conn, &desk, &page).await?);
    }
    if writes {
        lists.extend(waiting(conn, &desk, &page).await?);
        lists.extend(entries(conn, &desk, &page).await?);
    }
    lists.retain(|list| list.total > 0);
    let (waiting, lists) = lists.into_iter().partition(|list| list.waits);
    let backup = if sets { backup(conn, &desk, &page).await? } else { None };
    let reviewed = desk.initiative().accessibility.reviewed;
    let is_old = reviewed.saturating_add(REVIEW_MONTHS.months()) < desk.state().clock.today();
    let path = SectionPath { section: SettingsSection::Accessibility.slug().to_owned() };
    let shown = OverviewPage {
        reviewed: (is_old && sees_to_all).then(|| words::date(reviewed, desk.interface())),
        review_href: sets.then(|| page.href(path)),
        missing: if sees_to_all { missing(&desk) } else { Vec::new() },
        has_work: slices().iter().flat_map(|slice| slice.rights.list).any(|right| right.allows(&desk.person)),
        shortcuts: shortcuts(&desk, writes),
        backup,
        page,
        waiting,
        lists,
    };
    html(&shown)
}

fn shortcuts(desk: &Desk, writes: bool) -> Vec<(String, String)> {
    let write = writes.then(|| (desk.href(NewPath), desk.t("entry-new")));
    let upload = UPLOAD.allows(&desk.person).then(|| (desk.href(UploadPath), desk.t("medium-upload")));
    write.into_iter().chain(upload).collect()
}

/// The disturbances in the background.
async fn disturbances(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Attention, Error> {
    let state = desk.state();
    let found = Disturbances::load(conn, &state.clock, &state.crashes).await?;
    let all = page.href(JobsPath);
    let line = |(title, at)| Line { title, href: all.clone(), note: page.moment(at) };
    let lines = found.lines(desk).into_iter().take(SHOWN).map(line).collect();
    Ok(Attention { code: "jobs", waits: false, total: found.total(), lines, all })
}

/// The entries that wait for this person.
async fn waiting(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    let (person, sight) = (&desk.person, Sight::of(&desk.person));
    let note = |key: &'static str| {
        move |item: &store::Item| {
            desk.t_args(key, &[("person", item.other.as_str().into()), ("day", moment(page, item.at).into())])
        }
    };
    let approvals = store::for_approval(conn, person).await?;
    let sent_back = store::sent_back(conn, sight, person.id.0).await?;
    let assignments = store::assignments(conn, sight, person.id.0).await?;
    let until = |item: &store::Item| desk.t_with("overview-until", "day", day(page, item.at));
    let mentions = store::mentions(conn, sight, person.id.0).await?;
    let mut lists = vec![
        of_entries(page, "approvals", approvals, "", note("overview-asked-by")),
        of_entries(page, "sent-back", sent_back, "", note("overview-sent-back-by")),
        of_entries(page, "assignments", assignments, "", until),
        of_entries(page, "mentions", mentions, "", note("overview-mentioned-by")),
    ];
    for list in &mut lists {
        list.waits = true;
    }
    Ok(lists)
}

async fn entries(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    let (person, sight) = (desk.person.id.0, Sight::of(&desk.person));
    let today = desk.state().clock.today();
    let changed = |item: &store::Item| desk.t_with("overview-changed", "day", moment(page, item.at));
    let due = |item: &store::Item| desk.t_with("overview-public-on", "day", moment(page, item.at));
    let over = |item: &store::Item| desk.t_with("overview-was-on", "day", day(page, item.at));
    let other = |item: &store::Item| desk.t_with("overview-leads-to", "title", item.other.as_str());
    let in_list = |standing: &str| format!("{EntriesPath}?stand={standing}");
    let drafts = in_list("draft");
    let failed = |item: &store::Item| desk.t_with("overview-was-due", "day", moment(page, item.at));
    Ok(vec![
        of_entries(page, "not-published", store::not_published(conn, sight).await?, "", failed),
        of_entries(page, "own", store::own_drafts(conn, sight, person).await?, &drafts, changed),
        of_entries(page, "others", store::other_drafts(conn, sight, person).await?, &drafts, changed),
        of_entries(page, "scheduled", store::scheduled(conn, sight).await?, &in_list("scheduled"), due),
        of_entries(page, "stale", store::stale(conn, sight).await?, &in_list("stale"), |_: &store::Item| String::new()),
        of_entries(page, "past", store::past_expected(conn, sight, today).await?, "", over),
        of_entries(page, "nowhere", store::leading_nowhere(conn, sight).await?, "", other),
        of_media(page, store::incomplete_media(conn, sight).await?, &format!("{MediaPath}?stand=unvollstaendig")),
    ])
}

/// Trouble with the backups, if there is any.
async fn backup(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Option<BackupTrouble>, Error> {
    let state = backups::state(conn).await?.filter(|state| state.needs_attention(desk.state().clock.now()));
    let Some(BackupState { since, done_at, failed }) = state else { return Ok(None) };
    let day = moment(page, micros(done_at.unwrap_or(since)));
    let key = if done_at.is_some() { "overview-backup-last" } else { "overview-backup-never" };
    Ok(Some(BackupTrouble { text: desk.t_with(key, "day", day), why: failed.map(|(_, why)| why) }))
}

/// The variants of the public start page (Leichte Sprache, sign language) that are missing.
fn missing(desk: &Desk) -> Vec<&'static str> {
    let easy = (!desk.has_easy()).then_some("easy");
    let signed = desk.initiative().sign_language.is_none().then_some("signed");
    easy.into_iter().chain(signed).collect()
}
