//! The form of an entry as it was sent.

use accounts::{Desk, Sight};
use desk_kit::form::{Faults, Filled, Part};
use golden_thread::{EntryId, State};
use web::Error;
use web::form::Submission;

use super::beside::Beside;
use super::button::Button;
use super::edit::{EditPage, values_of};
use crate::entries::actions::revision;
use crate::entries::form::Read;
use crate::entries::opened::Opened;

/// The name of the field with the version that was opened.
pub(crate) const HEAD: &str = "fassung";
/// The name of the field with the state that the entry had.
pub(crate) const STATE: &str = "zustand";

/// The number of the version with which an entry begins.
pub(crate) const BEGUN: i64 = 1;

/// The form of an entry as it was sent.
#[derive(Debug)]
pub(crate) struct Sent {
    /// The entry as it is now.
    pub(crate) opened: Opened,
    /// The version that the form was made of.
    pub(crate) head: i64,
    pub(crate) filled: Filled,
    /// The fields beside the form.
    pub(crate) beside: Beside,
    pub(crate) parts: Vec<Part>,
    /// The state that the entry had for its author.
    pub(crate) state: Option<State>,
}

impl Sent {
    /// Takes the form of an entry that this person may write.
    pub(crate) async fn take(desk: &Desk, address: (&str, &str), sent: Submission) -> Result<Self, Error> {
        let opened = Opened::of_form(desk, address, &sent).await?;
        let parts = opened.parts();
        let head = sent.get(HEAD).parse().map_err(|_| Error::BadRequest)?;
        let (state, beside) = (State::from_code(sent.get(STATE)), Beside::of(&sent));
        let sent = sent.whole()?;
        let filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
        Ok(Self { opened, head, filled, beside, parts, state })
    }

    /// The page with the form as it was sent.
    pub(crate) async fn page(&self, desk: &Desk) -> Result<EditPage, Error> {
        // The future is large, and those of many requests hold it.
        let page = Box::pin(EditPage::again(desk, &self.opened, self.head, &self.filled)).await?;
        Ok(page.with_beside(self.beside.clone()))
    }

    /// The same form, about the entry as it is by now.
    pub(crate) async fn reloaded(self, desk: &Desk) -> Result<Self, Error> {
        Ok(Self { opened: self.opened.reloaded(desk).await?, ..self })
    }

    /// The form of a new entry that was sent before: it was made of the version that it has begun.
    pub(crate) async fn of_begun(desk: &Desk, id: EntryId, filled: Filled) -> Result<Self, Error> {
        let opened = Opened::load(desk, id).await?;
        let begun = revision(&mut desk.db().read().await?.conn(), id, BEGUN).await?;
        let mut filled = filled;
        // The form of a new entry does not ask for its address.
        filled.values.set("slug", begun.slug.as_str());
        let (parts, state, beside) = (opened.parts(), Some(opened.state), Beside::default());
        Ok(Self { opened, head: BEGUN, filled, beside, parts, state })
    }

    /// The document that the form makes of the newest version for a button, if this person may make it.
    pub(crate) async fn read(&self, desk: &Desk, button: Button) -> Result<Result<Read, Faults>, Error> {
        let shown = values_of(desk, &self.opened, &self.opened.document).await?;
        let sent = desk_kit::form::Sent::of(&self.parts, &self.filled, &shown);
        let read = match button.read(desk, &self.opened.document, sent)? {
            Ok(read) => read,
            Err(faults) => return Ok(Err(faults)),
        };
        Ok(match self.opened.refusal_of(desk, &read.document).await? {
            Some(why) => Err(read.refused(desk.t(why))),
            None => Ok(read),
        })
    }

    /// True if its author knows that the entry was withdrawn, or it was not.
    pub(crate) fn knows_withdrawal(&self) -> bool {
        self.state == Some(State::Withdrawn) || self.opened.state != State::Withdrawn
    }

    /// True if the form holds something that its version does not, or something beside it is not done yet.
    pub(crate) async fn is_changed(&self, desk: &Desk) -> Result<bool, Error> {
        if self.head != self.opened.work.head || self.beside.is_pending(desk, &self.opened).await? {
            return Ok(true);
        }
        Ok(match self.read(desk, Button::Publish).await? {
            Ok(read) => !read.document.says_the_same(&self.opened.document),
            Err(_) => true,
        })
    }
}
