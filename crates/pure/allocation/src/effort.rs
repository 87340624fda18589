//! How long to look: counted in steps of about a nanosecond, never timed, so that every machine finds the same.

use std::cell::Cell;

/// So many steps for the linear programme of each criterion.
pub(crate) struct Effort {
    pub(crate) each: usize,
    spent: Cell<usize>,
}

impl Effort {
    pub(crate) fn new(each: usize) -> Self {
        Self { each, spent: Cell::new(0) }
    }

    /// Takes note of steps that were taken.
    pub(crate) fn spend(&self, steps: usize) {
        self.spent.set(self.spent.get() + steps);
    }

    /// How many steps were taken in all.
    pub(crate) fn spent(&self) -> usize {
        self.spent.get()
    }
}
