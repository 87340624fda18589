//! The acts on an entry as a whole: publication, at once or at an instant, and withdrawal.

use accounts::Desk;
use base::{Localized, words};
use edtf::ClockTime;
use golden_thread::State;
use jiff::Timestamp;
use jiff::civil::Date;
use web::form::Submission;
use web::{Answer, Ctx, Error};

use super::NOTICES;
use super::edit::{says, says_unfit};
use crate::entries::actions::{self, Refusal, Seen};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{EntryPath, InstantPath, NoInstantPath, PreviewLinkPath, PublicationPath, WithdrawalPath};
use desk_kit::form::scalar;

/// The state of an entry in words, with the addresses of its buttons.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own that the page asks")]
pub(crate) struct Standing {
    /// The word for its state, as in the list.
    pub(crate) state: String,
    /// The meaning of the state, and the next step.
    pub(crate) text: String,
    /// Its public page, if there is one.
    pub(crate) public: Option<String>,
    pub(crate) head: i64,
    pub(crate) is_public: bool,
    pub(crate) is_ahead: bool,
    /// The instant of a scheduled publication.
    pub(crate) due: Option<String>,
    pub(crate) may_publish: bool,
    /// True for a press release, whose instant is an embargo.
    pub(crate) is_press: bool,
    pub(crate) publish: String,
    pub(crate) schedule: String,
    pub(crate) unschedule: String,
    pub(crate) withdraw: String,
    pub(crate) preview: String,
}

impl Standing {
    pub(crate) fn of(desk: &Desk, opened: &Opened) -> Self {
        let work = opened.work;
        let is_public = opened.state == State::Published;
        let key = match opened.state {
            _ if work.due.is_some() => "scheduled",
            State::Draft => "draft",
            State::Published if work.is_ahead() => "changed",
            State::Published => "published",
            State::Withdrawn => "withdrawn",
        };
        let due = work.due.map(|(_, at)| instant_in_words(desk, at));
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        Self {
            state: desk.t(&format!("standing-{key}")),
            text: desk.t_with(&format!("standing-{key}-text"), "instant", due.clone().unwrap_or_default()),
            public: is_public.then(|| desk.href(format!("{}/{slug}", opened.document.kind.base_path()))),
            head: work.head,
            is_public,
            is_ahead: work.is_ahead(),
            due,
            may_publish: opened.may_publish,
            is_press: opened.document.kind.def().has_embargo,
            publish: desk.href(PublicationPath { folder: folder.clone(), slug: slug.clone() }),
            schedule: desk.href(InstantPath { folder: folder.clone(), slug: slug.clone() }),
            unschedule: desk.href(NoInstantPath { folder: folder.clone(), slug: slug.clone() }),
            withdraw: desk.href(WithdrawalPath { folder: folder.clone(), slug: slug.clone() }),
            preview: desk.href(PreviewLinkPath { folder, slug }),
        }
    }
}

/// Publishes the newest version.
pub(crate) async fn publish(path: PublicationPath, desk: Desk, sent: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    desk.require(opened.may_publish)?;
    let seen = seen(&opened, &sent)?;
    match actions::publish(desk.state(), by(&desk), seen).await {
        Ok(()) => {
            let slug = opened.document.slug.as_str().to_owned();
            Ok(NOTICES.redirect(&desk, EntryPath { folder: path.folder, slug }, "veroeffentlicht"))
        }
        Err(refusal) => not_done(&desk, &opened, refusal).await,
    }
}

/// Schedules the publication of the newest version.
pub(crate) async fn schedule(path: InstantPath, desk: Desk, sent: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    desk.require(opened.may_publish)?;
    let seen = seen(&opened, &sent)?;
    let at = match instant(&desk, sent.get("tag"), sent.get("uhrzeit")) {
        Ok(at) => at,
        Err(message) => return says(&desk, &opened, message).await,
    };
    match actions::schedule(desk.state(), by(&desk), seen, at).await {
        Ok(()) => Ok(NOTICES.redirect(&desk, EntryPath { folder: path.folder, slug: path.slug }, "geplant")),
        Err(refusal) => not_done(&desk, &opened, refusal).await,
    }
}

/// Cancels a scheduled publication.
pub(crate) async fn unschedule(path: NoInstantPath, desk: Desk, _: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    desk.require(opened.may_publish)?;
    actions::unschedule(desk.state(), by(&desk), opened.id).await.map_err(Refusal::into_error)?;
    Ok(NOTICES.redirect(&desk, EntryPath { folder: path.folder, slug: path.slug }, "entplant"))
}

/// Withdraws the entry, with a reason that stands at its address.
pub(crate) async fn withdraw(path: WithdrawalPath, desk: Desk, sent: Submission) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    desk.require(opened.may_publish)?;
    let (de, en) = (sent.get("grund"), sent.get("grund-en"));
    if de.is_empty() {
        return says(&desk, &opened, desk.t("entry-withdraw-why-missing")).await;
    }
    let why = Localized { de: de.to_owned(), en: (!en.is_empty()).then(|| en.to_owned()) };
    match actions::withdraw(desk.state(), by(&desk), opened.id, &why).await {
        Ok(()) => Ok(NOTICES.redirect(&desk, EntryPath { folder: path.folder, slug: path.slug }, "zurueckgezogen")),
        Err(refusal) => not_done(&desk, &opened, refusal).await,
    }
}

/// The version that the page showed on which the button was pressed.
fn seen(opened: &Opened, sent: &Submission) -> Result<Seen, Error> {
    Ok(Seen { id: opened.id, head: sent.get("fassung").parse().map_err(|_| Error::BadRequest)? })
}

async fn not_done(desk: &Desk, opened: &Opened, refusal: Refusal) -> Answer {
    let message = match refusal {
        Refusal::Newer => desk.t("entry-newer"),
        Refusal::Past => desk.t("entry-instant-past"),
        Refusal::Unfit(unfit) => return says_unfit(desk, opened, desk.t("entry-not-fit"), &unfit).await,
        Refusal::Broken(cause) => return Err(Error::Broken(cause)),
    };
    says(desk, opened, message).await
}

/// An instant from a day and a time of day on German clocks.
fn instant(ctx: &Ctx, day: &str, time: &str) -> Result<Timestamp, String> {
    let read = scalar::when(ctx, day)?;
    let is_day = !read.when.is_vague() && read.when.latest() == read.when.earliest();
    let date: Option<Date> = read.when.earliest().filter(|_| is_day);
    let date = date.ok_or_else(|| ctx.t("entry-instant-no-day"))?;
    // One time of day, in one of the two fields.
    let typed = match read.hours {
        Some(hours) if hours.ends.is_some() || !time.is_empty() => return Err(ctx.t("entry-instant-one-time")),
        Some(hours) => hours.starts.and_then(ClockTime::within_day),
        None => None,
    };
    let time = match (time, typed) {
        ("", Some(typed)) => typed,
        ("", None) => return Err(ctx.t("input-no-time")),
        (text, _) => scalar::clock_time(ctx, text)?,
    };
    let zoned = date.to_datetime(time).to_zoned_datetime(base::clock::berlin());
    zoned.map(|zoned| zoned.timestamp()).map_err(|_| ctx.t("entry-instant-no-day"))
}

/// `23. November 2026, 14:00 Uhr`.
pub(crate) fn instant_in_words(ctx: &Ctx, at: Timestamp) -> String {
    let zoned = at.to_zoned_datetime(base::clock::berlin());
    let day = words::date(zoned.date(), ctx.interface());
    let time = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
    ctx.t_args("entry-instant", &[("day", day.into()), ("time", time.into())])
}
