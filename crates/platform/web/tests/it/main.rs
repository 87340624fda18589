//! Serving from outside: what every answer carries, pages from memory, clients that are slow, hostile or cut off.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod cut_off;
mod errors;
mod frame;
mod hostile;
mod memory;
mod resend;
mod slow_clients;
mod transport;
