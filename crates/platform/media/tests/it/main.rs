//! Pictures and files, from outside: as the public gets them, at the desk, and in content folders.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod crop;
mod desk;
mod large_files;
mod public;
mod scope;
