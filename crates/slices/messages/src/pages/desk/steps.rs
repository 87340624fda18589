//! What is sent from the page of a message: each step leads back to it, or says why it was not done.

use accounts::{Desk, can_answer_message};
use axum::response::{IntoResponse as _, Redirect, Response};
use base::Locale;
use web::form::Submission;
use web::{Answer, Error};

use super::forms::{ANSWER, CLOSING, NOBODY, NOTE, PERSON, PLACE, Returned, VERSION, answerers, place_key};
use super::{addressees, notice, place_label, show};
use crate::InboxPath;
use crate::draft;
use crate::handling::{self, Place, Refused};
use crate::inbox::{MessageAct, Reach};
use crate::letters;
use crate::message::Topic;
use crate::paths::{
    AnswerPath, ClosingPath, MessagePath, NotePath, PassingPath, PuttingAwayPath, ReopeningPath, TakeoverPath,
};
use crate::store::cases::Case;

/// A message about which somebody may do something.
struct Hand {
    desk: Desk,
    case: Case,
    sent: Submission,
    /// The version that the person has seen.
    version: i64,
}

pub(super) async fn take(path: TakeoverPath, desk: Desk, sent: Submission) -> Answer {
    let hand = Hand::on(desk, &path.number, sent).await?;
    let chosen = hand.sent.get(PERSON);
    let person = if chosen == NOBODY {
        None
    } else {
        let people = answerers(&hand.desk, &hand.case).await?;
        match people.into_iter().find(|profile| profile.person.id.to_string() == chosen) {
            Some(profile) => Some((profile.person.id.0, profile.person.name)),
            None => return hand.again(MessageAct::Taken, "inbox-person-missing").await,
        }
    };
    let done = handling::take(&hand.desk, &hand.case, hand.version, person).await?;
    hand.finish(MessageAct::Taken, done).await
}

pub(super) async fn pass_on(path: PassingPath, desk: Desk, sent: Submission) -> Answer {
    let hand = Hand::on(desk, &path.number, sent).await?;
    let chosen = hand.sent.get(PLACE);
    let places = addressees(&hand.desk, Locale::De).await?;
    let Some(place) = places.into_iter().find(|place| place_key(place) == chosen) else {
        return hand.again(MessageAct::PassedOn, "inbox-place-missing").await;
    };
    let german = hand.desk.in_language(Locale::De);
    let label = place_label(&german, &place);
    let topic = match &place.field {
        Some(_) => Topic::Field,
        None if place.press => Topic::Press,
        None => Topic::General,
    };
    let letter = letters::passed_on(&hand.desk, &hand.case, place.mailbox.clone(), &label);
    let field = place.field.map(|field| field.id);
    let place = Place { mailbox: place.mailbox, field, topic, label };
    let done = handling::pass_on(&hand.desk, &hand.case, hand.version, place, letter).await?;
    if done.is_ok() && !Reach::of(&hand.desk.person).holds(field) {
        return Ok(Redirect::to(&hand.desk.href(InboxPath)).into_response());
    }
    hand.finish(MessageAct::PassedOn, done).await
}

pub(super) async fn answer(path: AnswerPath, desk: Desk, sent: Submission) -> Answer {
    let hand = Hand::on(desk, &path.number, sent).await?;
    let Some(to) = hand.case.email.clone() else { return Err(Error::BadRequest) };
    let text = match draft::text(&hand.desk, &hand.sent, ANSWER, "inbox-answer-missing") {
        Ok(text) if !is_draft(&hand, &text) => text,
        Ok(_) => return hand.again(MessageAct::Answered, "inbox-answer-missing").await,
        Err(fault) => return hand.comes_back(MessageAct::Answered, fault).await,
    };
    let letter = letters::answer(&hand.desk, &hand.case, to, &text);
    let done = handling::answer(&hand.desk, &hand.case, hand.version, text, letter).await?;
    hand.finish(MessageAct::Answered, done).await
}

/// Whether nothing was written between greeting and name.
fn is_draft(hand: &Hand, text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
    words(text) == words(&letters::answer_draft(&hand.desk, &hand.case))
}

pub(super) async fn note(path: NotePath, desk: Desk, sent: Submission) -> Answer {
    let hand = Hand::on(desk, &path.number, sent).await?;
    match draft::text(&hand.desk, &hand.sent, NOTE, "inbox-note-missing") {
        Ok(text) => hand.step(MessageAct::Noted, Some(text)).await,
        Err(fault) => hand.comes_back(MessageAct::Noted, fault).await,
    }
}

/// What nobody can be told needs words on what was done.
pub(super) async fn close(path: ClosingPath, desk: Desk, sent: Submission) -> Answer {
    let hand = Hand::on(desk, &path.number, sent).await?;
    let is_told = hand.case.email.is_some();
    match draft::text(&hand.desk, &hand.sent, CLOSING, "inbox-closing-missing") {
        Ok(text) => hand.step(MessageAct::Closed, Some(text)).await,
        Err(_) if is_told && hand.sent.get(CLOSING).is_empty() => hand.step(MessageAct::Closed, None).await,
        Err(fault) => hand.comes_back(MessageAct::Closed, fault).await,
    }
}

pub(super) async fn put_away(path: PuttingAwayPath, desk: Desk, sent: Submission) -> Answer {
    Hand::on(desk, &path.number, sent).await?.step(MessageAct::PutAway, None).await
}

pub(super) async fn reopen(path: ReopeningPath, desk: Desk, sent: Submission) -> Answer {
    Hand::on(desk, &path.number, sent).await?.step(MessageAct::Reopened, None).await
}

impl Hand {
    async fn on(desk: Desk, number: &str, sent: Submission) -> Result<Self, Error> {
        let case = show::find(&desk, number).await?;
        desk.require(can_answer_message(&desk.person, case.field))?;
        let version = sent.get(VERSION).parse().map_err(|_| Error::BadRequest)?;
        Ok(Self { desk, case, sent, version })
    }

    async fn step(self, act: MessageAct, text: Option<String>) -> Answer {
        let done = handling::step(&self.desk, &self.case, self.version, act, text).await?;
        self.finish(act, done).await
    }

    /// Back to the message; or, if somebody else was first and there is a text to lose, the form with it.
    async fn finish(self, act: MessageAct, done: Result<(), Refused>) -> Answer {
        let has_text = matches!(act, MessageAct::Answered | MessageAct::Noted | MessageAct::Closed);
        match done.err().filter(|_| has_text) {
            Some(Refused::Moved) => return self.moved(act, "inbox-notice-moved").await,
            Some(Refused::NotNow) => return self.moved(act, "inbox-notice-not_now").await,
            None => {}
        }
        let path = MessagePath { number: self.case.number.clone() };
        Ok(Redirect::to(&format!("{}?hinweis={}", self.desk.href(path), notice::code(act, done))).into_response())
    }

    /// The form with its text, and the message as it is now.
    async fn moved(self, act: MessageAct, why: &str) -> Answer {
        let fault = self.desk.t(why);
        let case = show::find(&self.desk, &self.case.number).await?;
        show::again(&self.desk, case, &Returned { act, sent: &self.sent, fault }).await
    }

    async fn again(self, act: MessageAct, why: &str) -> Result<Response, Error> {
        let fault = self.desk.t(why);
        self.comes_back(act, fault).await
    }

    async fn comes_back(self, act: MessageAct, fault: String) -> Result<Response, Error> {
        show::again(&self.desk, self.case, &Returned { act, sent: &self.sent, fault }).await
    }
}
