//! The application from outside: every test drives the production router (or the real binary) and
//! is a sentence about behaviour. With `TEST_DATABASE_URL` the same tests run on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accessibility;
mod accounts_commands;
mod allocate;
mod archive;
mod backup;
mod command_line;
mod content;
mod crash;
mod crash_at_desk;
mod crawl;
mod disk;
mod formats;
mod import_folder;
mod jobs;
mod limits;
mod outbox;
mod private_files;
mod program;
mod secrets;
mod shutdown;
mod slow_readers;
mod start;
