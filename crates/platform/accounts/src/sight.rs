//! The entries and media that a person sees at the desk: public ones, and those that they may edit.

use db::{Conn, Where};
use golden_thread::EntryId;

use crate::person::{Person, PersonId, Role, Scope};
use crate::store;

/// The limits of a person's view in lists of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight(Option<PersonId>);

impl Sight {
    /// No limits: for the program, and for grants for the whole initiative.
    pub const ALL: Self = Self(None);

    /// The limits of a person: none with a grant for the whole initiative, else the reach of their roles.
    pub fn of(person: &Person) -> Self {
        let is_wide = person.grants.iter().any(|grant| match grant.role {
            Role::Administrator => true,
            Role::Editor => grant.scope == Scope::Initiative,
            Role::Organiser | Role::Facilitator | Role::DataProtection | Role::PersonalReader => false,
        });
        Self((!is_wide).then_some(person.id))
    }

    /// Limits a statement to the entries that they may edit, whose ids stand in `column`.
    pub fn limit_to_writable(self, conditions: &mut Where, column: &str) {
        if let Some(person) = self.parameter(conditions) {
            conditions.and_built(Self::writable(column, person));
        }
    }

    /// Limits a statement to the entries that they see: `entry` is the alias of the table of entries.
    pub fn limit_to_seen(self, conditions: &mut Where, entry: &str) {
        if let Some(person) = self.parameter(conditions) {
            let writable = Self::writable(&format!("{entry}.id"), person);
            conditions.and_built(format!("{entry}.state = 'published' OR {writable}"));
        }
    }

    /// Adds the person to the values of a statement, if there are limits: the parameter of
    /// [`Sight::writable`].
    pub fn parameter(self, conditions: &mut Where) -> Option<usize> {
        self.0.map(|person| conditions.parameter(person.0))
    }

    /// A condition for a statement: the person of this parameter may edit the entry with the id in `column`.
    pub fn writable(column: &str, parameter: usize) -> String {
        format!("{column} IN ({})", store::writable_by(parameter))
    }

    /// A condition for a statement: the person of this parameter may publish the entry with the id in `column`.
    pub fn publishable(column: &str, parameter: usize) -> String {
        format!("{column} IN ({})", store::publishable_by(parameter))
    }

    /// The media that they see besides public ones; `None` if they see all.
    pub fn media(self) -> Option<media::store::Seen> {
        self.0.map(|person| media::store::Seen { person: person.0, condition: store::own_media })
    }

    /// The ids of the entries that they may edit; `None` if they may edit all.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn entries(self, conn: &mut Conn<'_>) -> db::Result<Option<Vec<EntryId>>> {
        match self.0 {
            Some(person) => store::writable(conn, person).await.map(Some),
            None => Ok(None),
        }
    }
}
