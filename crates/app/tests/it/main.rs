//! The application from outside: every test drives the production router (or the real binary) and
//! is a sentence about behaviour. With `TEST_DATABASE_URL` the same tests run on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accessibility;
mod accounts;
mod accounts_commands;
mod accounts_matrix;
mod accounts_passkeys;
mod accounts_password;
mod accounts_people;
mod accounts_provider;
mod allocate;
mod archive;
mod authenticator;
mod claims;
mod command_line;
mod content;
mod crash;
mod crash_at_desk;
mod crawl;
mod editor;
mod errors;
mod filters;
mod frame;
mod hostile;
mod html;
mod identity_provider;
mod inbox;
mod large_files;
mod media;
mod media_desk;
mod memory;
mod messages;
mod outbox;
mod overview;
mod person;
mod previews;
mod program;
mod publishing;
mod registers;
mod search;
mod settings;
mod sheet;
mod slow_clients;
mod start;
mod test_app;
mod threads;
mod variants;
mod versions;
