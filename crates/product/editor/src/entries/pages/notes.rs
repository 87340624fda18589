//! The notes beside the form of an entry, and the acts on them. Their buttons send the form as well, so that text that is not
//! saved yet is kept; and a note that was written is taken in by every button that saves.

use accounts::{Desk, Person};
use askama::Template;
use askama::filters::HtmlSafe;
use uuid::Uuid;
use web::form::{Control, Field, Submission, YES};
use web::{Answer, Ctx, Error};

use super::act::{after, instant_in_words};
use super::beside::beside;
use super::sent::Sent;
use crate::entries::notes::actions::{self, NewNote};
use crate::entries::notes::{EntryNote, KEPT_DAYS, LONGEST, Unknown, mentioned, store};
use crate::entries::opened::{Opened, by};
use crate::entries::paths::{NoteDeletionPath, NoteDonePath, NoteReturnPath, NotesPath};

/// The name of the field with a new note.
const NOTE: &str = "notiz";
/// The name of the button that marks a note.
const DONE: &str = "erledigt";

/// A note that is being written, and what is wrong with it.
#[derive(Debug, Default, Clone)]
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) fault: Option<String>,
}

impl Written {
    pub(crate) fn of(sent: &Submission) -> Self {
        Self { text: sent.get(NOTE).to_owned(), fault: None }
    }

    /// The note to be added to an entry, `None` if nothing was written; or the same with what is wrong.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn read(&self, desk: &Desk, opened: &Opened) -> Result<Result<Option<NewNote>, Self>, Error> {
        if self.text.is_empty() {
            return Ok(Ok(None));
        }
        if self.text.chars().count() > LONGEST {
            return Ok(Err(self.wrong(desk.t_count("note-too-long", LONGEST))));
        }
        let mut others = opened.people(desk).await?;
        others.retain(|person| person.id != desk.person.id);
        Ok(match mentioned(&self.text, &others) {
            Ok(mentions) => {
                let mentions = mentions.into_iter().cloned().collect();
                Ok(Some(NewNote { text: self.text.clone(), mentions }))
            }
            Err(Unknown { word }) => Err(self.wrong(desk.t_with("note-mentions-nobody", "word", word))),
        })
    }

    /// True if something was written, or should have been.
    pub(crate) fn is_open(&self) -> bool {
        !self.text.is_empty() || self.fault.is_some()
    }

    fn wrong(&self, fault: String) -> Self {
        Self { fault: Some(fault), ..self.clone() }
    }
}

/// The notes of an entry.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    open: Vec<ShownNote>,
    done: Vec<ShownNote>,
    /// One's own that can be brought back.
    deleted: Vec<ShownNote>,
    /// The address that adds one.
    add: String,
    /// The people who can be mentioned.
    names: Vec<String>,
}

/// A note, ready to print.
#[derive(Debug)]
struct ShownNote {
    text: String,
    /// Its author and its time.
    by: String,
    /// The address that marks it.
    mark: String,
    /// The address that deletes it or brings it back; `None` for the note of somebody else.
    delete: Option<String>,
}

impl Notes {
    /// The number of notes that wait for somebody.
    pub(super) fn open(&self) -> usize {
        self.open.len()
    }

    /// The notes of an entry; `people` may open it.
    ///
    /// # Errors
    /// If the database fails.
    pub(crate) async fn load(desk: &Desk, opened: &Opened, people: &[Person]) -> Result<Self, Error> {
        let notes = store::list(&mut desk.db().read().await?.conn(), opened.id, desk.person.id.0).await?;
        let (folder, slug) = (opened.folder.clone(), opened.slug.clone());
        let others = people.iter().filter(|person| person.id != desk.person.id);
        let names = others.map(|person| person.name.clone()).collect();
        let mut shown = Self { add: desk.href(NotesPath { folder, slug }), names, ..Self::default() };
        for note in notes {
            let list = match &note {
                EntryNote { is_deleted: true, .. } => &mut shown.deleted,
                EntryNote { is_done: true, .. } => &mut shown.done,
                _ => &mut shown.open,
            };
            list.push(ShownNote::of(desk, opened, note));
        }
        Ok(shown)
    }

    /// The field for a new one.
    pub(crate) fn field(page: &Ctx, written: &Written) -> Field {
        let field = Field::line(NOTE, page.t("note-new")).filled(&written.text).hinted(page.t("note-new-hint"));
        beside(field.with(Control::Lines(3)).checked(written.fault.clone()))
    }

    /// Prints them, with a new one as it was written so far.
    pub(crate) fn printed<'a>(&'a self, page: &'a Ctx, written: &'a Written) -> PrintedNotes<'a> {
        PrintedNotes { page, notes: self, field: Self::field(page, written) }
    }
}

impl ShownNote {
    fn of(desk: &Desk, opened: &Opened, note: EntryNote) -> Self {
        let (folder, slug, id) = (opened.folder.clone(), opened.slug.clone(), note.id);
        let is_own = note.person_id == Some(desk.person.id.0);
        let delete = if note.is_deleted {
            desk.href(NoteReturnPath { folder: folder.clone(), slug: slug.clone(), id })
        } else {
            desk.href(NoteDeletionPath { folder: folder.clone(), slug: slug.clone(), id })
        };
        Self {
            text: note.text,
            by: format!("{}, {}", note.person, instant_in_words(desk, note.at)),
            mark: desk.href(NoteDonePath { folder, slug, id }),
            delete: is_own.then_some(delete),
        }
    }
}

/// The notes as HTML.
#[derive(Template)]
#[template(path = "entries/pages/notes.html")]
pub(crate) struct PrintedNotes<'a> {
    page: &'a Ctx,
    notes: &'a Notes,
    field: Field,
}

// Templates escape what they print.
impl HtmlSafe for PrintedNotes<'_> {}

/// Adds a note.
pub(crate) async fn add(path: NotesPath, desk: Desk, sent: Submission) -> Answer {
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let written = std::mem::take(&mut sent.beside.note);
    let missing = || written.wrong(desk.t("note-missing"));
    let note = match written.read(&desk, &sent.opened).await?.and_then(|note| note.ok_or_else(missing)) {
        Ok(note) => note,
        Err(written) => {
            sent.beside.note = written;
            return sent.page(&desk).await?.refused();
        }
    };
    actions::add(desk.state(), by(&desk), sent.opened.id, &note).await?;
    after(&desk, &sent, "notiert").await
}

/// Marks a note as done, or as open again.
pub(crate) async fn mark(path: NoteDonePath, desk: Desk, sent: Submission) -> Answer {
    let is_done = sent.get(DONE) == YES;
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    if !actions::set_done(desk.state(), sent.opened.id, path.id, is_done).await? {
        return Err(Error::NotFound);
    }
    after(&desk, &sent, if is_done { "notiz-erledigt" } else { "notiz-offen" }).await
}

/// Deletes a note of one's own.
pub(crate) async fn delete(path: NoteDeletionPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    set_deleted(&desk, &sent, path.id, true).await?;
    after(&desk, &sent, "notiz-geloescht").await
}

/// Brings a deleted note of one's own back.
pub(crate) async fn bring_back(path: NoteReturnPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    set_deleted(&desk, &sent, path.id, false).await?;
    after(&desk, &sent, "notiz-zurueck").await
}

async fn set_deleted(desk: &Desk, sent: &Sent, id: Uuid, is_deleted: bool) -> Result<(), Error> {
    let is_there = actions::set_deleted(desk.state(), by(desk), (sent.opened.id, id), is_deleted).await?;
    if is_there { Ok(()) } else { Err(Error::NotFound) }
}
