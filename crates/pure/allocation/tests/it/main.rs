//! Tests of the public interface: against all allocations of small problems, and against an independent
//! solver of linear programmes for larger ones.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod brute;
mod conflicts;
mod faults;
mod generate;
mod guide;
mod large;
mod programme;
mod reasons;
mod repairs;
mod small;
