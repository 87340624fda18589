//! The forms on the page of a message. Each carries the version that the person has seen, for the
//! optimistic lock.

use accounts::{AccountState, Profile};
use accounts::{Desk, directory};
use askama::Template;
use bodies::Addressee;
use desk_kit::form::FormHead;
use web::form::{Choice, Control, Field, Form, Section, Submission};
use web::{Ctx, Error};

use crate::inbox::MessageAct;
use crate::letters;
use crate::pages::addressee::{key, label};
use crate::paths::{AnswerPath, ClosingPath, NotePath, PassingPath, TakeoverPath};
use crate::rights::{ANSWER_MESSAGES, About};
use crate::store::cases::Case;

/// Name of the form field with the version that the person has seen.
pub(super) const VERSION: &str = "stand";
pub(super) const ANSWER: &str = "antwort";
pub(super) const NOTE: &str = "notiz";
pub(super) const CLOSING: &str = "ergebnis";
pub(super) const PERSON: &str = "person";
pub(super) const PLACE: &str = "stelle";
/// Form value of the mailbox of the role, in place of a person.
pub(super) const NOBODY: &str = "postfach";

/// A form to be shown again, with the submitted values and its faults.
pub(super) struct Returned<'a> {
    pub(super) act: MessageAct,
    pub(super) sent: &'a Submission,
    /// `None` for text that was not sent yet.
    pub(super) fault: Option<String>,
}

/// A rendered form with its version, for the page of the message.
#[derive(Template)]
#[template(path = "pages/desk/sheet.html")]
struct Sheet {
    page: Ctx,
    form: Form,
    head: FormHead,
    button: String,
    /// True if people write something into it.
    writes: bool,
    /// True for the step that is most likely the next.
    is_main: bool,
}

/// The forms of a message.
pub(super) struct Forms {
    pub(super) answer: Section,
    pub(super) note: Section,
    pub(super) closing: Section,
    pub(super) takeover: Section,
    pub(super) passing: Section,
}

impl Forms {
    /// The forms for the present state of a message; one of them may be shown again.
    pub(super) async fn of(
        desk: &Desk,
        case: &Case,
        addressees: &[Addressee],
        returned: Option<&Returned<'_>>,
    ) -> Result<Self, Error> {
        let sheet = |act, button, action, field| section(desk, case, returned, (act, button), (action, field));
        let number = || case.number.clone();
        Ok(Self {
            answer: sheet(
                MessageAct::Answered,
                "inbox-answer-send",
                desk.href(AnswerPath { number: number() }),
                answer(desk, case),
            ),
            note: sheet(
                MessageAct::Noted,
                "inbox-note-keep",
                desk.href(NotePath { number: number() }),
                Field::line(NOTE, desk.t("inbox-note"))
                    .hinted(desk.t("inbox-note-hint"))
                    .required()
                    .with(Control::Lines(3)),
            ),
            closing: sheet(
                MessageAct::Closed,
                "inbox-close",
                desk.href(ClosingPath { number: number() }),
                closing(desk, case),
            ),
            takeover: sheet(
                MessageAct::Taken,
                "inbox-take",
                desk.href(TakeoverPath { number: number() }),
                takeover(desk, case).await?,
            ),
            passing: sheet(
                MessageAct::PassedOn,
                "inbox-pass-on",
                desk.href(PassingPath { number: number() }),
                passing(desk, case, addressees),
            ),
        })
    }

    /// The form that is shown again.
    pub(super) fn returned(&self) -> Option<&Section> {
        [&self.answer, &self.note, &self.closing, &self.takeover, &self.passing]
            .into_iter()
            .find(|form| form.is_refused())
    }
}

fn section(
    desk: &Desk,
    case: &Case,
    returned: Option<&Returned<'_>>,
    (act, button): (MessageAct, &str),
    (action, field): (String, Field),
) -> Section {
    let field = match returned.filter(|returned| returned.act == act) {
        Some(returned) => {
            let value = returned.sent.get(&field.name).to_owned();
            field.filled(&value).checked(returned.fault.clone())
        }
        None => field,
    };
    let is_unsent = returned.is_some_and(|returned| returned.act == act);
    let name = format!("{}/+{act}", name(case));
    let head = FormHead::new(desk, action.clone(), case.version, name).unsent(is_unsent);
    let form = Form { action, fields: vec![field], ticket: String::new(), again: None };
    let (is_main, writes) = (act == MessageAct::Answered, act.has_text());
    let button = desk.t(button);
    form.section(desk, |form| Sheet { page: desk.ctx.clone(), form, head, button, writes, is_main })
}

/// The beginning of the names of a message's forms.
pub(super) fn name(case: &Case) -> String {
    format!("message/{}", case.id)
}

fn answer(desk: &Desk, case: &Case) -> Field {
    Field::line(ANSWER, desk.t("inbox-answer"))
        .hinted(desk.t("inbox-answer-hint"))
        .required()
        .with(Control::Lines(12))
        .filled(&letters::answer_draft(desk, case))
}

/// A report without a mail address needs words on the measures taken, because nobody can be asked later.
fn closing(desk: &Desk, case: &Case) -> Field {
    let field = Field::line(CLOSING, desk.t("inbox-closing")).with(Control::Lines(3));
    if case.email.is_some() {
        return field.hinted(desk.t("inbox-closing-hint"));
    }
    field.hinted(desk.t("inbox-closing-anonymous")).required()
}

async fn takeover(desk: &Desk, case: &Case) -> Result<Field, Error> {
    let mine = desk.person.id.0.to_string();
    let chosen = case.assignee.as_ref().map_or_else(|| mine.clone(), |(id, _)| id.to_string());
    let mut choices = vec![Choice { value: mine, label: desk.t("inbox-assignee-me") }];
    for profile in answerers(desk, case).await? {
        let person = profile.person;
        if person.id != desk.person.id {
            choices.push(Choice { value: person.id.to_string(), label: person.name });
        }
    }
    // The assigned person is named, even if they may not answer any more.
    if let Some((id, name)) = &case.assignee
        && !choices.iter().any(|choice| choice.value == id.to_string())
    {
        choices.push(Choice { value: id.to_string(), label: name.clone() });
    }
    choices.push(Choice {
        value: NOBODY.to_owned(),
        label: desk.t_with("inbox-nobody", "mailbox", case.mailbox.as_str()),
    });
    let field = Field::line(PERSON, desk.t("inbox-assignee")).hinted(desk.t("inbox-take-hint")).required();
    Ok(field.with(Control::Choice(choices)).filled(&chosen))
}

/// The people who may answer a message and can sign in.
pub(super) async fn answerers(desk: &Desk, case: &Case) -> Result<Vec<Profile>, Error> {
    let everybody = directory::everybody(desk.db()).await?;
    let may = |profile: &Profile| {
        ANSWER_MESSAGES.covers(&profile.person, &About(case.field))
            && !matches!(profile.state, AccountState::Disabled(_))
    };
    Ok(everybody.into_iter().filter(may).collect())
}

fn passing(desk: &Desk, case: &Case, addressees: &[Addressee]) -> Field {
    let others = addressees.iter().filter(|addressee| !is_here(case, addressee));
    let choices = others.map(|addressee| Choice { value: key(addressee).to_owned(), label: label(desk, addressee) });
    let first = Choice { value: String::new(), label: desk.t("inbox-choose") };
    Field::line(PLACE, desk.t("inbox-place"))
        .hinted(desk.t("inbox-place-hint"))
        .required()
        .with(Control::Choice([first].into_iter().chain(choices).collect()))
}

fn is_here(case: &Case, addressee: &Addressee) -> bool {
    let field = addressee.field.as_ref().map(|field| field.id);
    addressee.mailbox == case.mailbox && field == case.field
}
