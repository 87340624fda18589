//! The time and the ids of one act, which travel together.

use crate::clock::Clock;
use crate::ids::Ids;

/// The clock that dates an act, and the source of ids for the rows that it makes.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    /// Dates the act.
    pub clock: &'a Clock,
    /// Gives new rows their ids.
    pub ids: &'a Ids,
}

impl<'a> Now<'a> {
    /// Time and ids of these sources.
    pub const fn new(clock: &'a Clock, ids: &'a Ids) -> Self {
        Self { clock, ids }
    }
}
