//! The golden thread from outside: lists and their filters, steps, numbers, the search, former addresses.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod claims;
mod dates;
mod filters;
mod redirects;
mod search;
mod threads;
mod variants;
