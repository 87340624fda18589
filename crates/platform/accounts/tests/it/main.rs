//! Signing in and the people of the desk, from outside: every way in, and who may what.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod fresh_sign_in;
mod matrix;
mod passkeys;
mod password;
mod people;
mod provider;
mod quotas;
mod sign_in;
