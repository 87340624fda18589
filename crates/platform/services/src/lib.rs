//! Services behind the pages: background jobs, outgoing mail, keys and secrets, personal links, the audit
//! log, and the state of backups.
//!
//! An act stores its later work in its own transaction: a job in `jobs`, a mail in `outbox`. So either both
//! are kept or neither, and a crash at any moment loses nothing. Workers in the same process do the work;
//! several nodes share the queues.
//!
//! Invariants: no network inside a transaction; a job runs at least once (handlers are idempotent); no
//! address and no secret reaches the log. Breakage is `sqlx::Error` or `anyhow`; the reason why a job
//! failed is [`jobs::Trouble`].
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
