//! Unsent text: what somebody has typed into a form of the desk and not saved.
//!
//! It is kept when a form arrives after its author's session has ended, while they write (a script sends the form every few
//! seconds), and when they press a button that does something else than save. Its author finds it again at the form, on
//! their start page, and after signing in; it stands in the form as they left it. Saved, it is forgotten.
//!
//! A form takes part that has a name ([`FORM`]), its address ([`ACTION`]) and the mark of the person to whom it was shown
//! ([`OWNER`]). Its handler needs to know one button, [`SHOW`]: show the form as it was sent, and do nothing.
//!
//! Invariants: nobody but its author sees it; it changes nothing but itself; of one form, a person has one text; after
//! [`KEPT_DAYS`] it is deleted.

mod aside;
mod offers;
mod pages;
mod store;
mod watch;

use accounts::{OWNER, OwnerKey, PersonId};
use jiff::{SignedDuration, Timestamp};
use services::jobs::Chore;
use uuid::Uuid;
use web::form::Submission;

pub use aside::{fill, put_aside};
pub use offers::{Offer, offers};
pub use pages::DeskRoutes;
pub(crate) use pages::{attention, router};
pub use watch::{keep_rest, not_saved, watch};

/// The hidden field with the name of a form.
pub const FORM: &str = "bogen";
/// The hidden field with the path to which the form is sent; a button of another act sends it elsewhere.
pub const ACTION: &str = "ziel";
/// The button that shows the form as it was sent.
pub const SHOW: &str = "zeigen";
/// The time after which a text is deleted that nobody has touched.
pub const KEPT_DAYS: i64 = 30;
/// The most texts of one person; the oldest go first.
const MOST: i64 = 100;
/// The longest name of a form, in bytes.
const LONGEST_NAME: usize = 200;
/// The most characters of a title.
const TITLE: usize = 80;
/// Fields that may say what a form is about.
const TITLES: [&str; 3] = ["matter.title", "title", "betreff"];

/// Deletes texts that have been kept for [`KEPT_DAYS`], once a day.
pub(crate) const CHORE: Chore = Chore {
    kind: "purge-unsent",
    clean: |conn, clock| {
        Box::pin(async move {
            let kept = SignedDuration::from_hours(24 * KEPT_DAYS);
            store::purge(conn, clock.now().saturating_sub(kept).unwrap_or(Timestamp::MIN)).await
        })
    },
};

/// A text that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unsent {
    id: Uuid,
    /// The path to which the form is sent, with language.
    path: String,
    /// The thing that it is about; may be empty.
    title: String,
    /// The form as the body of a request.
    body: String,
    at: Timestamp,
    is_dropped: bool,
}

/// A form that was sent, and whose it is.
#[derive(Debug)]
struct Typed {
    person: PersonId,
    form: String,
    path: String,
    title: String,
    body: String,
}

impl Typed {
    /// Takes a form that was sent; `None` if it has no name, or no mark of a person.
    fn of(key: &OwnerKey, sent: &Submission) -> Option<Self> {
        let person = key.person(sent.get(OWNER))?;
        let form = Some(sent.get(FORM)).filter(|name| (1..=LONGEST_NAME).contains(&name.len()))?;
        let path = sent.get(ACTION);
        let is_ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
        let title = TITLES.iter().map(|name| sent.get(name)).find(|title| !title.is_empty()).unwrap_or_default();
        is_ours.then(|| Self {
            person,
            form: form.to_owned(),
            path: path.to_owned(),
            title: title.chars().take(TITLE).collect(),
            body: sent.to_body(),
        })
    }
}
