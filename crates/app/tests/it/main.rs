//! The application from outside: every test drives the production router (or the real binary) and
//! is a sentence about behaviour. With `TEST_DATABASE_URL` the same tests run on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accessibility;
mod archive;
mod claims;
mod command_line;
mod content;
mod crash;
mod crawl;
mod errors;
mod filters;
mod frame;
mod hostile;
mod html;
mod memory;
mod messages;
mod outbox;
mod program;
mod publishing;
mod search;
mod start;
mod test_app;
mod threads;
mod variants;
