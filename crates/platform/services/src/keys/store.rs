//! The table of keys.

use base::clock::micros;
use db::{Conn, Result, on, run};
use jiff::Timestamp;

const FIND: &str = "SELECT secret FROM keys WHERE purpose = $1";
const KEEP: &str =
    "INSERT INTO keys (purpose, secret, created_at) VALUES ($1, $2, $3) ON CONFLICT (purpose) DO NOTHING";

pub(super) async fn find(conn: &mut Conn<'_>, purpose: &str) -> Result<Option<String>> {
    let found: Option<(String,)> = on!(conn, |c| sqlx::query_as(FIND).bind(purpose).fetch_optional(c).await)?;
    Ok(found.map(|(secret,)| secret))
}

pub(super) async fn keep(conn: &mut Conn<'_>, purpose: &str, secret: &str, at: Timestamp) -> Result<()> {
    run!(conn, sqlx::query(KEEP).bind(purpose).bind(secret).bind(micros(at)))?;
    Ok(())
}
