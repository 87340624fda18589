//! What happens behind the pages: jobs that run later, mail that leaves, keys and secrets,
//! personal links, the log of what was done, and what became of the backups.
//!
//! A business act stores what it has to do later in its own transaction: a job in `jobs`, a letter
//! in `outbox`. So either both are kept or neither, and a crash at any moment loses nothing. A
//! workers in the same process do the work; several nodes share the queues.
//!
//! Invariants: no network inside a transaction; a job may run twice but is done once (handlers are
//! idempotent); no address and no secret reaches the log. Breakage is `sqlx::Error` or `anyhow`;
//! why a job could not be done is [`jobs::Trouble`].
//!
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod audit;
pub mod backups;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod pass;
mod secret;
mod unfinished;

pub use secret::Secret;
pub use unfinished::{Unfinished, write_whole};
