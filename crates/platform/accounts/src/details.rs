//! Name and address of a person, and how two people correct them at the same time (optimistic lock, field by field).

use base::Email;
use db::Conn;
use services::audit::{self, Actor};

use crate::actions::Refusal;
use crate::acts::{AccountAct, Change, Named};
use crate::link::LinkKind;
use crate::person::{Person, PersonId};
use crate::store;

/// What can be corrected of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Details {
    pub(crate) name: String,
    pub(crate) email: Email,
}

/// A correction: what was shown to the person who made it, and what they want.
#[derive(Debug, Clone)]
pub(crate) struct Correction {
    pub(crate) shown: Shown,
    pub(crate) wanted: Details,
}

/// Name and address as the form showed them.
#[derive(Debug, Clone)]
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) email: String,
}

/// Somebody else has changed a field meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Conflict;

impl From<&Person> for Details {
    fn from(person: &Person) -> Self {
        Self { name: person.name.clone(), email: person.email.clone() }
    }
}

impl Correction {
    /// The new name, if there is one.
    ///
    /// # Errors
    /// [`Conflict`].
    pub(crate) fn name(&self, current: &Person) -> Result<Option<&str>, Conflict> {
        Ok(change(&self.shown.name, &self.wanted.name, &current.name)?.then_some(&self.wanted.name))
    }

    /// The new address, if there is one.
    ///
    /// # Errors
    /// [`Conflict`].
    pub(crate) fn email(&self, current: &Person) -> Result<Option<&Email>, Conflict> {
        let is_new = change(&self.shown.email, self.wanted.email.as_str(), current.email.as_str())?;
        Ok(is_new.then_some(&self.wanted.email))
    }
}

/// True if the wanted value is to be stored. Who changed nothing leaves what others have written meanwhile.
fn change(shown: &str, wanted: &str, current: &str) -> Result<bool, Conflict> {
    match (wanted == shown || wanted == current, current == shown) {
        (true, _) => Ok(false),
        (false, true) => Ok(true),
        (false, false) => Err(Conflict),
    }
}

/// Gives a person another name.
///
/// # Errors
/// Breakage.
pub(crate) async fn rename(
    conn: &mut Conn<'_>,
    now: base::Now<'_>,
    by: Actor<'_>,
    person: &Person,
    name: &str,
) -> Result<(), Refusal> {
    store::rename(conn, person.id, name).await?;
    let act = AccountAct::PersonRenamed(Named { id: person.id, name }, Change { old: &person.name, new: name });
    Ok(audit::note(conn, now, by, &act).await?)
}

/// Gives a person another address. Links that went to the former one do not work any more.
///
/// # Errors
/// [`Refusal::AddressTaken`], or breakage.
pub(crate) async fn change_address(
    conn: &mut Conn<'_>,
    now: base::Now<'_>,
    by: Actor<'_>,
    person: &Person,
    email: &Email,
) -> Result<(), Refusal> {
    if !store::set_email(conn, person.id, email).await? {
        return Err(Refusal::AddressTaken);
    }
    revoke_links(conn, person.id, now.clock.now()).await?;
    let change = Change { old: person.email.as_str(), new: email.as_str() };
    Ok(audit::note(conn, now, by, &AccountAct::AddressChanged(Named::from(person), change)).await?)
}

/// Revokes every link that was sent to a person.
///
/// # Errors
/// If the database fails.
pub(crate) async fn revoke_links(conn: &mut Conn<'_>, person: PersonId, now: jiff::Timestamp) -> db::Result<()> {
    let subject = person.to_string();
    for purpose in LinkKind::ALL.map(LinkKind::code).into_iter().chain([crate::new_address::PURPOSE]) {
        services::pass::revoke_all(conn, (purpose, &subject), now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_that_somebody_else_changed_is_overwritten_by_nobody_who_has_not_seen_it() {
        assert_eq!(change("Ana", "Anna", "Ana"), Ok(true));
        assert_eq!(change("Ana", "Ana", "Ana"), Ok(false));
        assert_eq!(change("Ana", "Ana", "Hanna"), Ok(false), "who changed nothing leaves the other's work");
        assert_eq!(change("Ana", "Anna", "Anna"), Ok(false), "both wrote the same");
        assert_eq!(change("Ana", "Anna", "Hanna"), Err(Conflict));
    }
}
