//! The acts on an entry besides saving: its scheduled publication is cancelled, the public sees it no more. Their buttons
//! send the form of the page as well, so that text that is not saved yet is kept.

use accounts::Desk;
use axum::response::Response;
use base::{Localized, words};
use golden_thread::State;
use jiff::Timestamp;
use web::form::Submission;
use web::{Answer, Ctx};

use super::NOTICES;
use super::sent::Sent;
use crate::entries::actions::{self, Refusal};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{DeletionPath, EntryPath, NoInstantPath, ReturnPath, RevocationPath, WithdrawalPath};

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
    pub(crate) is_public: bool,
    /// True if its publication is scheduled.
    pub(crate) is_due: bool,
    /// True if an older version than the newest is scheduled.
    pub(crate) is_due_behind: bool,
    pub(crate) may_publish: bool,
    pub(crate) unschedule: String,
    pub(crate) withdraw: String,
    pub(crate) revoke: String,
    /// True if it can be deleted.
    pub(crate) may_delete: bool,
    pub(crate) delete: String,
    /// The address that brings it back; `None` if it is not in the bin.
    pub(crate) back: Option<String>,
}

impl Standing {
    pub(crate) fn of(desk: &Desk, opened: &Opened) -> Self {
        let work = opened.work;
        let is_public = opened.state == State::Published;
        let is_due_behind = work.due.is_some_and(|(number, _)| number != work.head);
        let key = match opened.state {
            _ if is_due_behind => "scheduled-behind",
            _ if work.due.is_some() => "scheduled",
            State::Draft => "draft",
            State::Published if work.is_ahead() => "changed",
            State::Published => "published",
            State::Withdrawn => "withdrawn",
        };
        // Who may not publish reads of no button that does.
        let whose = if opened.may_publish || work.due.is_some() || key == "published" { "" } else { "-others" };
        let (number, instant) = work.due.map(|(number, at)| (number, instant_in_words(desk, at))).unwrap_or_default();
        let text = desk
            .t_args(&format!("standing-{key}{whose}-text"), &[("instant", instant.into()), ("number", number.into())]);
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        Self {
            state: desk.t(&format!("standing-{}", key.trim_end_matches("-behind"))),
            text,
            public: is_public.then(|| desk.href(format!("{}/{slug}", opened.document.kind.base_path()))),
            is_public,
            is_due: work.due.is_some(),
            is_due_behind,
            may_publish: opened.may_publish,
            unschedule: desk.href(NoInstantPath { folder: folder.clone(), slug: slug.clone() }),
            withdraw: desk.href(WithdrawalPath { folder: folder.clone(), slug: slug.clone() }),
            may_delete: opened.state == State::Draft && !opened.was_public && !opened.is_binned,
            delete: desk.href(DeletionPath { folder: folder.clone(), slug: slug.clone() }),
            back: opened.is_binned.then(|| desk.href(ReturnPath { folder: folder.clone(), slug: slug.clone() })),
            revoke: desk.href(RevocationPath { folder, slug }),
        }
    }
}

/// Cancels a scheduled publication.
pub(crate) async fn unschedule(path: NoInstantPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    desk.require(sent.opened.may_publish)?;
    actions::unschedule(desk.state(), by(&desk), sent.opened.id).await.map_err(Refusal::into_error)?;
    after(&desk, &sent, "entplant").await
}

/// Withdraws the entry, with a reason that stands at its address.
pub(crate) async fn withdraw(path: WithdrawalPath, desk: Desk, sent: Submission) -> Answer {
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    desk.require(sent.opened.may_publish)?;
    let Withdrawal { reason: de, english: en, .. } = sent.beside.withdrawal.clone();
    if de.is_empty() {
        sent.beside.withdrawal.fault = Some(desk.t("entry-withdraw-why-missing"));
        return sent.page(&desk).await?.refused();
    }
    let why = Localized { de, en: (!en.is_empty()).then_some(en) };
    actions::withdraw(desk.state(), by(&desk), sent.opened.id, &why).await.map_err(Refusal::into_error)?;
    sent.beside.withdrawal = Withdrawal::default();
    after(&desk, &sent, "zurueckgezogen").await
}

/// The fields of a withdrawal, as the page shows them.
#[derive(Debug, Default, Clone)]
pub(crate) struct Withdrawal {
    pub(crate) reason: String,
    pub(crate) english: String,
    pub(crate) fault: Option<String>,
}

impl Withdrawal {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self { reason: sent.get("grund").to_owned(), english: sent.get("grund-en").to_owned(), fault: None }
    }

    /// True if something stands in its fields, or is missing there.
    pub(crate) fn is_open(&self) -> bool {
        self.is_typed() || self.fault.is_some()
    }

    /// True if something stands in its fields.
    pub(crate) fn is_typed(&self) -> bool {
        !self.reason.is_empty() || !self.english.is_empty()
    }
}

/// The redirect after an act that saved nothing of the form, whose text is kept if it was changed.
pub(super) async fn after(desk: &Desk, sent: &Sent, notice: &str) -> Result<Response, web::Error> {
    after_at(desk, sent, sent.opened.path(), notice).await
}

/// As [`after`], to the form of another entry.
pub(super) async fn after_at(desk: &Desk, sent: &Sent, path: EntryPath, notice: &str) -> Answer {
    let answer = NOTICES.redirect(desk, path, notice);
    Ok(if sent.is_changed(desk).await? { desk_kit::unsent::not_saved(answer) } else { answer })
}

/// `23. November 2026, 14:00 Uhr`.
pub(crate) fn instant_in_words(ctx: &Ctx, at: Timestamp) -> String {
    let zoned = at.to_zoned_datetime(base::clock::berlin());
    let day = words::date(zoned.date(), ctx.interface());
    let time = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
    ctx.t_args("entry-instant", &[("day", day.into()), ("time", time.into())])
}
