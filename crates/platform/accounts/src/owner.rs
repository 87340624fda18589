//! The mark of the person to whom a form of the desk was shown.
//!
//! A form carries it in a hidden field, so that what is typed belongs to its author also after the session has ended. It
//! gives no right: whoever has it may leave text for that person, and nobody but that person can read it.

use base::Clock;
use db::Db;
use services::keys::{Key, hex, key_for, unhex};

use crate::person::PersonId;

/// The name of the hidden field.
pub const OWNER: &str = "von";

/// Makes and checks marks. Cheap to clone; the application adds it to the routes of the desk (`axum::Extension`).
#[derive(Debug, Clone)]
pub struct OwnerKey(Key);

impl OwnerKey {
    /// Reads the key from the database, which makes it on its first use.
    ///
    /// # Errors
    /// If the database fails, or the system gives no randomness.
    pub async fn open(db: &Db, clock: &Clock) -> anyhow::Result<Self> {
        key_for(db, clock, "form-owner").await.map(Self)
    }

    /// The mark of a person.
    pub(crate) fn mark(&self, person: PersonId) -> String {
        format!("{person}.{}", hex(&self.0.seal(&[person.0.as_bytes()])))
    }

    /// The person whose mark this is; `None` if it was not made with this key.
    pub fn person(&self, mark: &str) -> Option<PersonId> {
        let (id, seal) = mark.split_once('.')?;
        let person = PersonId(id.parse().ok()?);
        self.0.proves(&[person.0.as_bytes()], &unhex(seal)?).then_some(person)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn mark_names_its_person_and_no_other() {
        let key = OwnerKey(Key::random().unwrap());
        let (one, other) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let mark = key.mark(one);
        assert_eq!(key.person(&mark), Some(one));
        let forged = mark.replace(&one.to_string(), &other.to_string());
        let (_, seal) = mark.split_once('.').unwrap();
        for nonsense in [forged.as_str(), "", seal, &format!("{one}."), &mark[..mark.len() - 40]] {
            assert_eq!(key.person(nonsense), None, "{nonsense}");
        }
        assert_eq!(OwnerKey(Key::random().unwrap()).person(&mark), None);
    }
}
