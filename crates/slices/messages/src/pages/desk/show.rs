//! `/redaktion/nachrichten/{number}`: a message, its history, and the forms for the next step.

use std::collections::HashMap;

use accounts::{Desk, DeskPage};
use askama::Template;
use axum::response::Response;
use base::words;
use desk_kit::unsent::{Offer, offers};
use services::mail::{self, MailState};
use uuid::Uuid;
use web::{Answer, Error, Notice, Printed, html};

use super::forms::{Forms, Returned, name};
use super::notice::NOTICES;
use super::{addressees, topic};
use crate::InboxPath;
use crate::handling;
use crate::inbox::{MessageAct, Reach};
use crate::message::MessageState;
use crate::paths::{MessagePath, PuttingAwayPath, ReopeningPath};
use crate::rights::{ANSWER_MESSAGES, About, READ_MESSAGES};
use crate::store::cases::{self, Case, CaseEvent};

#[derive(Template)]
#[template(path = "pages/desk/show.html")]
struct MessagePage {
    page: DeskPage,
    notice: Option<Notice>,
    case: Case,
    topic: String,
    due: String,
    is_overdue: bool,
    /// The day on which the content is deleted, in words.
    until: String,
    history: Vec<Line>,
    /// The forms for the next step; `None` if the person may only read.
    forms: Option<Forms>,
    /// The end of every answer, shown below the text field.
    answer_end: String,
    /// The step whose form is shown with text.
    opened: Option<MessageAct>,
    /// Unsent text that waits for its author.
    offers: Vec<Offer>,
}

/// A step of the history.
struct Line {
    time: String,
    name: String,
    what: String,
    text: Option<String>,
    /// The state of delivery of the mail, in words.
    mail: Option<String>,
}

impl MessagePage {
    fn can(&self, act: MessageAct) -> bool {
        self.forms.is_some() && act.leads_to(self.case.state, self.case.assignee.is_some()).is_some()
    }

    /// True if the form of a step is in sight.
    fn opens(&self, act: MessageAct) -> bool {
        self.opened == Some(act)
    }

    fn summary(&self) -> Printed {
        self.forms.as_ref().and_then(Forms::returned).map_or(Printed::NONE, |form| form.summary().clone())
    }
}

pub(super) async fn show(path: MessagePath, desk: Desk) -> Answer {
    let case = find(&desk, &path.number).await?;
    if case.state != MessageState::Purged {
        handling::read(&desk, &case).await?;
    }
    page(&desk, case, None).await
}

/// The message with this number, if the person may see it.
pub(super) async fn find(desk: &Desk, number: &str) -> Result<Case, Error> {
    desk.require(READ_MESSAGES.allows(&desk.person))?;
    let found = cases::find(&mut desk.db().read().await?.conn(), number).await?;
    let case = found.ok_or(Error::NotFound)?;
    desk.require(Reach::of(&desk.person).holds(case.field))?;
    Ok(case)
}

/// The page with a form that is shown again.
pub(super) async fn again(desk: &Desk, case: Case, returned: &Returned<'_>) -> Result<Response, Error> {
    page(desk, case, Some(returned)).await
}

async fn page(desk: &Desk, case: Case, returned: Option<&Returned<'_>>) -> Answer {
    let addressees = addressees(desk, desk.locale()).await?;
    let may_answer = ANSWER_MESSAGES.covers(&desk.person, &About(case.field)) && case.state != MessageState::Purged;
    let forms = if may_answer { Some(Forms::of(desk, &case, &addressees, returned).await?) } else { None };
    let title = desk.t_with(&format!("inbox-message-{}", case.kind), "number", &case.number);
    let page = DeskPage::new(desk, title).below(desk.t("inbox-title"), InboxPath).refused(returned.is_some());
    let is_open = matches!(case.state, MessageState::New | MessageState::Assigned);
    let day = |day| words::date(day, desk.interface());
    let shown = MessagePage {
        notice: NOTICES.find(desk),
        topic: topic(desk, &case, &addressees),
        due: day(case.due),
        is_overdue: is_open && case.due < desk.state().clock.today(),
        until: day(case.purge_on),
        history: history(&page, case.id).await?,
        answer_end: crate::letters::answer_end(desk, &case),
        opened: returned.map(|returned| returned.act),
        offers: if returned.is_some() { Vec::new() } else { offers(desk, &name(&case)).await? },
        page,
        case,
        forms,
    };
    match shown.forms.as_ref().and_then(Forms::returned) {
        Some(section) => section.answer(&shown),
        None => html(&shown),
    }
}

async fn history(page: &DeskPage, message: Uuid) -> Result<Vec<Line>, Error> {
    let mut reader = page.db().read().await?;
    let conn = &mut reader.conn();
    let events = cases::history(conn, message).await?;
    let mails: Vec<Uuid> = events.iter().filter_map(|event| event.mail).collect();
    let fates: HashMap<Uuid, MailState> =
        mail::fates(conn, &mails).await?.into_iter().map(|fate| (fate.id, fate.state)).collect();
    let line = |event: CaseEvent| {
        let mail = event.mail.and_then(|id| fates.get(&id));
        Line {
            time: page.moment(event.at),
            what: what(page, &event),
            name: if event.name.is_empty() { page.t("inbox-name-gone") } else { event.name },
            text: event.text,
            mail: mail.map(|state| page.t(&format!("inbox-mail-{state}"))),
        }
    };
    Ok(events.into_iter().map(line).collect())
}

fn what(page: &DeskPage, event: &CaseEvent) -> String {
    match (event.act, &event.detail) {
        (MessageAct::Taken, None) => page.t("inbox-act-given_back"),
        (MessageAct::Taken, Some(name)) => page.t_with("inbox-act-taken", "name", name),
        (MessageAct::PassedOn, Some(place)) => page.t_with("inbox-act-passed_on", "place", place),
        (act, _) => page.t(&format!("inbox-act-{act}")),
    }
}
