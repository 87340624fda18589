//! What visitors write, from outside: the forms, their quotas, and the inbox at the desk.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod inbox;
mod messages;
mod quotas;
