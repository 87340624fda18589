//! A budget for searches: counted in steps of about a nanosecond, never timed, so that every machine finds the same.

use std::cell::Cell;

/// A number of steps for the linear programme of each criterion, and a counter of the steps taken.
pub(crate) struct Effort {
    pub(crate) each: usize,
    spent: Cell<usize>,
}

impl Effort {
    pub(crate) fn new(each: usize) -> Self {
        Self { each, spent: Cell::new(0) }
    }

    /// Counts steps that were taken.
    pub(crate) fn spend(&self, steps: usize) {
        self.spent.set(self.spent.get() + steps);
    }

    /// The number of steps taken in all.
    pub(crate) fn spent(&self) -> usize {
        self.spent.get()
    }
}
