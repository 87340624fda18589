//! Single people: adding, finding by address, disabling.

use base::clock::micros;
use base::{Email, words};
use db::{Conn, Result, on, run};
use jiff::Timestamp;

use crate::person::{PersonId, email_key};

/// A person to be added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewPerson<'a> {
    pub(crate) id: PersonId,
    pub(crate) name: &'a str,
    pub(crate) email: &'a Email,
    pub(crate) created_at: Timestamp,
}

/// The facts about a person that sign-in needs.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Account {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    /// As given when the person was added; mails go there.
    #[sqlx(try_from = "String")]
    pub(crate) email: Email,
    pub(crate) is_disabled: bool,
    /// The hash of the password, if there is one.
    pub(crate) password: Option<String>,
}

const TOUCH_DESK: &str = "UPDATE desk SET changes = changes + 1 WHERE id = 1";

/// Locks the desk for a decision about administrators, until this transaction ends.
pub(crate) async fn touch_desk(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(TOUCH_DESK))?;
    Ok(())
}

const TOUCH_PERSON: &str = "UPDATE persons SET name = name WHERE id = $1";

/// Locks a person for a decision, until this transaction ends.
pub(crate) async fn touch_person(conn: &mut Conn<'_>, id: PersonId) -> Result<()> {
    run!(conn, sqlx::query(TOUCH_PERSON).bind(id))?;
    Ok(())
}

const INSERT: &str = "INSERT INTO persons (id, name, sort_name, email, email_key, created_at) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (email_key) DO NOTHING";

/// Adds a person; `false` if the address is taken.
pub(crate) async fn insert(conn: &mut Conn<'_>, person: NewPerson<'_>) -> Result<bool> {
    let touched = run!(
        conn,
        sqlx::query(INSERT)
            .bind(person.id)
            .bind(person.name)
            .bind(words::sort_key_de(person.name))
            .bind(person.email.as_str())
            .bind(email_key(person.email))
            .bind(micros(person.created_at))
    )?;
    Ok(touched > 0)
}

const FIND_ACCOUNT: &str =
    "SELECT id, name, email, disabled_at IS NOT NULL AS is_disabled, password FROM persons WHERE email_key = $1";

/// The person with this address.
pub(crate) async fn find_account(conn: &mut Conn<'_>, email: &Email) -> Result<Option<Account>> {
    on!(conn, |c| sqlx::query_as(FIND_ACCOUNT).bind(email_key(email)).fetch_optional(c).await)
}

const NAME_OF_ENABLED: &str = "SELECT name FROM persons WHERE id = $1 AND disabled_at IS NULL";

/// The name of a person; `None` if they do not exist or are disabled.
pub(crate) async fn name_of_enabled(conn: &mut Conn<'_>, id: PersonId) -> Result<Option<String>> {
    on!(conn, |c| sqlx::query_scalar(NAME_OF_ENABLED).bind(id).fetch_optional(c).await)
}

const IS_ANYBODY: &str = "SELECT COUNT(*) FROM persons";

/// True if there is anybody at the desk.
pub(crate) async fn is_anybody(conn: &mut Conn<'_>) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(IS_ANYBODY).fetch_one(c).await)?;
    Ok(count > 0)
}

const MARK_SIGNED_IN: &str = "UPDATE persons SET signed_in_at = $1 WHERE id = $2";

/// Records a sign-in.
pub(crate) async fn mark_signed_in(conn: &mut Conn<'_>, id: PersonId, at: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(MARK_SIGNED_IN).bind(micros(at)).bind(id))?;
    Ok(())
}

const SET_DISABLED: &str =
    "UPDATE persons SET disabled_at = $1 WHERE id = $2 AND (disabled_at IS NULL) <> ($1 IS NULL)";

/// Disables a person from an instant on, or enables them again; `false` if nothing changes.
pub(crate) async fn set_disabled(conn: &mut Conn<'_>, id: PersonId, since: Option<Timestamp>) -> Result<bool> {
    Ok(run!(conn, sqlx::query(SET_DISABLED).bind(since.map(micros)).bind(id))? > 0)
}

const RENAME: &str = "UPDATE persons SET name = $2, sort_name = $3 WHERE id = $1";

/// Gives a person another name.
pub(crate) async fn rename(conn: &mut Conn<'_>, id: PersonId, name: &str) -> Result<()> {
    run!(conn, sqlx::query(RENAME).bind(id).bind(name).bind(words::sort_key_de(name)))?;
    Ok(())
}

const SET_EMAIL: &str = "UPDATE persons SET email = $2, email_key = $3 WHERE id = $1";

/// Gives a person another address; `false` if it is taken. Then the transaction is spoilt and must end.
pub(crate) async fn set_email(conn: &mut Conn<'_>, id: PersonId, email: &Email) -> Result<bool> {
    match run!(conn, sqlx::query(SET_EMAIL).bind(id).bind(email.as_str()).bind(email_key(email))) {
        Ok(_) => Ok(true),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Ok(false),
        Err(other) => Err(other),
    }
}

const DELETE: &str = "DELETE FROM persons WHERE id = $1";

/// Deletes a person. Their sessions, passkeys, identities, grants and unsent texts go with them.
pub(crate) async fn delete(conn: &mut Conn<'_>, id: PersonId) -> Result<()> {
    run!(conn, sqlx::query(DELETE).bind(id))?;
    Ok(())
}
