//! The requests that take a step: each redirects to the page of the message, with a flash message.

use accounts::Desk;
use axum::response::{IntoResponse as _, Redirect, Response};
use base::Locale;
use desk_kit::unsent::SHOW;
use web::form::Submission;
use web::{Answer, Error};

use super::forms::{ANSWER, CLOSING, NOBODY, NOTE, PERSON, PLACE, Returned, VERSION, answerers};
use super::notice::{self, NOTICES};
use super::{addressees, show};
use crate::InboxPath;
use crate::draft;
use crate::handling::{self, PassTarget, Refusal};
use crate::inbox::{MessageAct, Reach};
use crate::letters;
use crate::message::Topic;
use crate::pages::addressee::{key, label};
use crate::paths::{
    AnswerPath, ClosingPath, MessagePath, NotePath, PassingPath, PuttingAwayPath, ReopeningPath, TakeoverPath,
};
use crate::rights::{ANSWER_MESSAGES, About};
use crate::store::cases::Case;

/// A step that somebody wants to take, with the message as it is now.
struct StepRequest {
    desk: Desk,
    case: Case,
    sent: Submission,
    /// The version that the person has seen.
    version: i64,
}

pub(super) async fn take(path: TakeoverPath, desk: Desk, sent: Submission) -> Answer {
    let request = StepRequest::on(desk, &path.number, sent).await?;
    let chosen = request.sent.get(PERSON);
    let person = if chosen == NOBODY {
        None
    } else {
        let people = answerers(&request.desk, &request.case).await?;
        match people.into_iter().find(|profile| profile.person.id.to_string() == chosen) {
            Some(profile) => Some((profile.person.id.0, profile.person.name)),
            None => return request.again(MessageAct::Taken, "inbox-person-missing").await,
        }
    };
    let done = handling::take(&request.desk, &request.case, request.version, person).await?;
    request.finish(MessageAct::Taken, done).await
}

pub(super) async fn pass_on(path: PassingPath, desk: Desk, sent: Submission) -> Answer {
    let request = StepRequest::on(desk, &path.number, sent).await?;
    let chosen = request.sent.get(PLACE);
    let places = addressees(&request.desk, Locale::De).await?;
    let Some(place) = places.into_iter().find(|place| key(place) == chosen) else {
        return request.again(MessageAct::PassedOn, "inbox-place-missing").await;
    };
    let german = request.desk.in_language(Locale::De);
    let label = label(&german, &place);
    let topic = match &place.field {
        Some(_) => Topic::Field,
        None if place.press => Topic::Press,
        None => Topic::General,
    };
    let letter = letters::passed_on(&request.desk, &request.case, place.mailbox.clone(), &label);
    let field = place.field.map(|field| field.id);
    let place = PassTarget { mailbox: place.mailbox, field, topic, label };
    let done = handling::pass_on(&request.desk, &request.case, request.version, place, letter).await?;
    if done.is_ok() && !Reach::of(&request.desk.person).holds(field) {
        return Ok(Redirect::to(&request.desk.href(InboxPath)).into_response());
    }
    request.finish(MessageAct::PassedOn, done).await
}

pub(super) async fn answer(path: AnswerPath, desk: Desk, sent: Submission) -> Answer {
    let request = StepRequest::on(desk, &path.number, sent).await?;
    if request.is_only_shown() {
        return request.shown(MessageAct::Answered).await;
    }
    let Some(to) = request.case.email.clone() else { return Err(Error::BadRequest) };
    let text = match draft::text(&request.desk, &request.sent, ANSWER, "inbox-answer-missing") {
        Ok(text) if !is_draft(&request, &text) => text,
        Ok(_) => return request.again(MessageAct::Answered, "inbox-answer-missing").await,
        Err(fault) => return request.comes_back(MessageAct::Answered, fault).await,
    };
    let letter = letters::answer(&request.desk, &request.case, to, &text);
    let done = handling::answer(&request.desk, &request.case, request.version, text, letter).await?;
    request.finish(MessageAct::Answered, done).await
}

/// True if nothing was written between greeting and name.
fn is_draft(request: &StepRequest, text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
    words(text) == words(&letters::answer_draft(&request.desk, &request.case))
}

pub(super) async fn note(path: NotePath, desk: Desk, sent: Submission) -> Answer {
    let request = StepRequest::on(desk, &path.number, sent).await?;
    if request.is_only_shown() {
        return request.shown(MessageAct::Noted).await;
    }
    match draft::text(&request.desk, &request.sent, NOTE, "inbox-note-missing") {
        Ok(text) => request.step(MessageAct::Noted, Some(text)).await,
        Err(fault) => request.comes_back(MessageAct::Noted, fault).await,
    }
}

/// Closing a message without a mail address needs words on the measures taken, because nobody can be asked
/// later.
pub(super) async fn close(path: ClosingPath, desk: Desk, sent: Submission) -> Answer {
    let request = StepRequest::on(desk, &path.number, sent).await?;
    if request.is_only_shown() {
        return request.shown(MessageAct::Closed).await;
    }
    let is_told = request.case.email.is_some();
    match draft::text(&request.desk, &request.sent, CLOSING, "inbox-closing-missing") {
        Ok(text) => request.step(MessageAct::Closed, Some(text)).await,
        Err(_) if is_told && request.sent.get(CLOSING).is_empty() => request.step(MessageAct::Closed, None).await,
        Err(fault) => request.comes_back(MessageAct::Closed, fault).await,
    }
}

pub(super) async fn put_away(path: PuttingAwayPath, desk: Desk, sent: Submission) -> Answer {
    StepRequest::on(desk, &path.number, sent).await?.step(MessageAct::PutAway, None).await
}

pub(super) async fn reopen(path: ReopeningPath, desk: Desk, sent: Submission) -> Answer {
    StepRequest::on(desk, &path.number, sent).await?.step(MessageAct::Reopened, None).await
}

impl StepRequest {
    async fn on(desk: Desk, number: &str, sent: Submission) -> Result<Self, Error> {
        let case = show::find(&desk, number).await?;
        desk.require(ANSWER_MESSAGES.covers(&desk.person, &About(case.field)))?;
        let version = sent.get(VERSION).parse().map_err(|_| Error::BadRequest)?;
        Ok(Self { desk, case, sent, version })
    }

    async fn step(self, act: MessageAct, text: Option<String>) -> Answer {
        let done = handling::step(&self.desk, &self.case, self.version, act, text).await?;
        self.finish(act, done).await
    }

    /// Redirects to the message; if somebody else was first and there is a text to lose, shows the form
    /// with it.
    async fn finish(self, act: MessageAct, done: Result<(), Refusal>) -> Answer {
        match done.err().filter(|_| act.has_text()) {
            Some(Refusal::Moved) => return self.moved(act, "inbox-notice-moved").await,
            Some(Refusal::NotNow) => return self.moved(act, "inbox-notice-not_now").await,
            None => {}
        }
        let path = MessagePath { number: self.case.number.clone() };
        Ok(NOTICES.redirect(&self.desk, path, notice::code(act, done)))
    }

    /// The form with its text, above the message as it is now.
    async fn moved(self, act: MessageAct, why: &str) -> Answer {
        let fault = Some(self.desk.t(why));
        let case = show::find(&self.desk, &self.case.number).await?;
        show::again(&self.desk, case, &Returned { act, sent: &self.sent, fault }).await
    }

    async fn again(self, act: MessageAct, why: &str) -> Result<Response, Error> {
        let fault = self.desk.t(why);
        self.comes_back(act, fault).await
    }

    async fn comes_back(self, act: MessageAct, fault: String) -> Result<Response, Error> {
        show::again(&self.desk, self.case, &Returned { act, sent: &self.sent, fault: Some(fault) }).await
    }

    /// The form with text that is not sent yet.
    async fn shown(self, act: MessageAct) -> Result<Response, Error> {
        show::again(&self.desk, self.case, &Returned { act, sent: &self.sent, fault: None }).await
    }

    /// True if the form is only to be shown.
    fn is_only_shown(&self) -> bool {
        self.sent.get("do") == SHOW
    }
}
