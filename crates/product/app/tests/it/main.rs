//! The real program from outside, and journeys across all rooms. Tests of one room's handlers stand in that room, on
//! the same [`testing::TestApp`]. With `TEST_DATABASE_URL` the same tests run on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod accounts_commands;
mod allocate;
mod backup;
mod command_line;
mod crash;
mod crash_at_desk;
mod crawl;
mod disk;
mod jobs;
mod limits;
mod outbox;
mod private_files;
mod program;
mod secrets;
mod shutdown;
mod slow_readers;
mod start;
