//! The request for approval on the page of an entry: its state in words, and the acts beside handing over, which is a button
//! of the form.

use accounts::Desk;
use web::Answer;
use web::form::Submission;

use super::act::{after, instant_in_words};
use super::edit;
use super::sent::Sent;
use crate::entries::approval::{Approval, ApprovalState, actions};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{ApprovalEndPath, SendBackPath};

/// The name of the field with the remark.
pub(crate) const REMARK: &str = "anmerkung";

/// A request for approval, ready to print.
#[derive(Debug)]
pub(crate) struct ShownApproval {
    /// Who did what and when.
    pub(crate) text: String,
    /// The remark with which the entry was sent back.
    pub(crate) remark: String,
    /// True if editors are to answer.
    pub(crate) is_open: bool,
    /// True if the author has saved something since.
    pub(crate) is_behind: bool,
    /// The address that sends it back; `None` for people who may not, and if it was sent back.
    pub(crate) send_back: Option<String>,
    /// The address that ends the request.
    pub(crate) end: String,
}

impl ShownApproval {
    pub(crate) fn of(desk: &Desk, opened: &Opened) -> Option<Self> {
        let approval = opened.approval.as_ref()?;
        let Approval { number, person, editor, .. } = approval;
        let (key, person) = match approval.state {
            ApprovalState::Asked => ("approval-is-asked", person),
            ApprovalState::SentBack => ("approval-is-sent-back", editor),
        };
        let at = instant_in_words(desk, approval.at);
        let args = [("person", person.as_str().into()), ("at", at.into()), ("number", (*number).into())];
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        let send_back = SendBackPath { folder: folder.clone(), slug: slug.clone() };
        Some(Self {
            text: desk.t_args(key, &args),
            remark: approval.remark.clone(),
            is_open: approval.is_open(),
            is_behind: approval.is_open() && opened.work.head > *number,
            send_back: (approval.is_open() && opened.may_publish).then(|| desk.href(send_back)),
            end: desk.href(ApprovalEndPath { folder, slug }),
        })
    }
}

/// The field for the remark, as the page shows it.
#[derive(Debug, Default, Clone)]
pub(crate) struct RemarkField {
    pub(crate) text: String,
    pub(crate) fault: Option<String>,
}

impl RemarkField {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self { text: sent.get(REMARK).to_owned(), fault: None }
    }
}

/// Sends an entry back to the person who handed it over.
pub(crate) async fn send_back(path: SendBackPath, desk: Desk, sent: Submission) -> Answer {
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    desk.require(sent.opened.may_publish)?;
    let remark = std::mem::take(&mut sent.beside.remark);
    if remark.text.is_empty() {
        sent.beside.remark.fault = Some(desk.t("approval-remark-missing"));
        return sent.page(&desk).await?.refused();
    }
    if actions::send_back(desk.state(), by(&desk), sent.opened.id, &remark.text).await? {
        return after(&desk, &sent, "zurueckgegeben").await;
    }
    sent.beside.remark = remark;
    let sent = sent.reloaded(&desk).await?;
    edit::not_done(sent.page(&desk).await?, desk.t("approval-settled"))
}

/// Ends the request: its author takes it back, or goes on without one.
pub(crate) async fn end(path: ApprovalEndPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    if actions::end(desk.state(), by(&desk), sent.opened.id).await? {
        return after(&desk, &sent, "freigabe-beendet").await;
    }
    let sent = sent.reloaded(&desk).await?;
    let page = sent.page(&desk).await?;
    edit::not_done(page, desk.t("approval-settled"))
}
