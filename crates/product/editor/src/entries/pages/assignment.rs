//! The assignment beside the form of an entry, and the acts on it.

use accounts::{Desk, Person};
use askama::Template;
use askama::filters::HtmlSafe;
use base::words;
use desk_kit::form::scalar;
use jiff::civil::Date;
use web::form::{Choice, Control, Field, Submission};
use web::{Answer, Ctx, Error};

use super::act::after;
use super::beside::beside;
use super::edit;
use super::sent::Sent;
use crate::entries::assignment::{Assignment, actions, store};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{AssignmentDonePath, AssignmentPath};

/// The name of the field with the person.
const PERSON: &str = "zustaendig";
/// The name of the field with the day.
const DAY: &str = "bis";

/// The fields as they were sent, each with its fault.
#[derive(Debug, Default, Clone)]
pub(crate) struct AssignmentFields {
    pub(crate) person: String,
    pub(crate) day: String,
    pub(crate) person_fault: Option<String>,
    pub(crate) day_fault: Option<String>,
}

impl AssignmentFields {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self { person: sent.get(PERSON).to_owned(), day: sent.get(DAY).to_owned(), ..Self::default() }
    }

    /// The person and the day; if something is wrong, the fields with their faults.
    fn read<'p>(&self, desk: &Desk, people: &'p [Person]) -> Result<(&'p Person, Date), Self> {
        let person = people.iter().find(|person| person.id.to_string() == self.person);
        let person = person.ok_or_else(|| desk.t("assignment-no-person"));
        let day = scalar::when(desk, &self.day).and_then(|read| {
            match read.when.certain_day().filter(|_| read.hours.is_none()) {
                Some(day) if day < desk.state().clock.today() => Err(desk.t("assignment-past")),
                day => day.ok_or_else(|| desk.t("entry-instant-no-day")),
            }
        });
        match (person, day) {
            (Ok(person), Ok(day)) => Ok((person, day)),
            (person, day) => Err(Self { person_fault: person.err(), day_fault: day.err(), ..self.clone() }),
        }
    }
}

/// The assignment of an entry, ready to print.
#[derive(Debug, Default)]
pub(crate) struct ShownAssignment {
    /// Who sees to it until when; `None` if nobody does.
    text: Option<String>,
    is_late: bool,
    people: Vec<Choice>,
    /// What its fields hold before somebody changes them.
    pub(crate) fields: AssignmentFields,
    give: String,
    end: String,
}

impl ShownAssignment {
    /// The assignment of an entry; `people` may open it.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn load(desk: &Desk, opened: &Opened, people: &[Person]) -> Result<Self, Error> {
        let assignment = store::find(&mut desk.db().read().await?.conn(), opened.id).await?;
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        let choice = |person: &Person| Choice { value: person.id.to_string(), label: person.name.clone() };
        let today = desk.state().clock.today();
        let text = |one: &Assignment| {
            let day = words::date(one.day, desk.interface());
            let args =
                [("person", one.person.as_str().into()), ("day", day.into()), ("giver", one.giver.as_str().into())];
            desk.t_args(if one.person_id.is_some() { "assignment-is" } else { "assignment-of-nobody" }, &args)
        };
        Ok(Self {
            is_late: assignment.as_ref().is_some_and(|one| one.day < today),
            text: assignment.as_ref().map(text),
            fields: assignment.as_ref().map(|one| fields_of(desk, one)).unwrap_or_default(),
            people: people.iter().map(choice).collect(),
            give: desk.href(AssignmentPath { folder: folder.clone(), slug: slug.clone() }),
            end: desk.href(AssignmentDonePath { folder, slug }),
        })
    }

    /// The fields of the form beside the entry.
    pub(crate) fn controls(&self, page: &Ctx, fields: &AssignmentFields) -> [Field; 2] {
        let nobody = Choice { value: String::new(), label: page.t("assignment-choose") };
        let people = [vec![nobody], self.people.clone()].concat();
        let person = Field::line(PERSON, page.t("assignment-person")).filled(&fields.person);
        let day = Field::line(DAY, page.t("assignment-day")).filled(&fields.day);
        [
            beside(person.with(Control::Choice(people)).checked(fields.person_fault.clone())),
            beside(day.hinted(page.t("entry-schedule-day-hint")).checked(fields.day_fault.clone())),
        ]
    }

    /// True if somebody has changed the fields, or they are wrong.
    pub(crate) fn is_open(&self, fields: &AssignmentFields) -> bool {
        let AssignmentFields { person, day, person_fault, day_fault } = fields;
        let is_changed = (person, day) != (&self.fields.person, &self.fields.day);
        is_changed || person_fault.is_some() || day_fault.is_some()
    }

    /// Prints it.
    pub(crate) fn printed<'a>(&'a self, page: &'a Ctx, fields: &'a AssignmentFields) -> PrintedAssignment<'a> {
        PrintedAssignment { page, assignment: self, fields }
    }
}

/// True if the fields name another person or day than the assignment of an entry.
///
/// # Errors
/// If the database fails.
pub(super) async fn is_new(desk: &Desk, opened: &Opened, fields: &AssignmentFields) -> Result<bool, Error> {
    if fields.person.is_empty() && fields.day.is_empty() {
        return Ok(false);
    }
    let assignment = store::find(&mut desk.db().read().await?.conn(), opened.id).await?;
    let before = assignment.map(|one| fields_of(desk, &one)).unwrap_or_default();
    Ok((&before.person, &before.day) != (&fields.person, &fields.day))
}

fn fields_of(ctx: &Ctx, assignment: &Assignment) -> AssignmentFields {
    let person = assignment.person_id.map(|id| id.to_string()).unwrap_or_default();
    AssignmentFields { person, day: words::date(assignment.day, ctx.interface()), ..AssignmentFields::default() }
}

/// The assignment as HTML.
#[derive(Template)]
#[template(path = "entries/pages/assignment.html")]
pub(crate) struct PrintedAssignment<'a> {
    page: &'a Ctx,
    assignment: &'a ShownAssignment,
    fields: &'a AssignmentFields,
}

// Templates escape what they print.
impl HtmlSafe for PrintedAssignment<'_> {}

/// Gives the entry to somebody.
pub(crate) async fn give(path: AssignmentPath, desk: Desk, sent: Submission) -> Answer {
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let people = sent.opened.people(&desk).await?;
    let (person, day) = match sent.beside.assignment.read(&desk, &people) {
        Ok(read) => read,
        Err(fields) => {
            sent.beside.assignment = fields;
            return sent.page(&desk).await?.refused();
        }
    };
    actions::give(desk.state(), by(&desk), sent.opened.id, (person, day)).await?;
    sent.beside.assignment = AssignmentFields::default();
    after(&desk, &sent, "zustaendig").await
}

/// Says that it is done.
pub(crate) async fn end(path: AssignmentDonePath, desk: Desk, sent: Submission) -> Answer {
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    if actions::end(desk.state(), by(&desk), sent.opened.id).await? {
        sent.beside.assignment = AssignmentFields::default();
        return after(&desk, &sent, "zustaendigkeit-erledigt").await;
    }
    edit::not_done(sent.page(&desk).await?, desk.t("assignment-gone"))
}
