//! Signing in and the people of the desk, from outside: every way in, and who may what.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod deletion;
mod details;
mod fresh_sign_in;
mod handover;
mod matrix;
mod passkeys;
mod password;
mod people;
mod provider;
mod quotas;
mod scopes;
mod sign_in;
