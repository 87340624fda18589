//! The ratio test: the variable that leaves the basis when another one enters.

use super::{Basic, Basis, EPSILON};

/// The leaving variable.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaving {
    Nothing,
    Basic(usize),
    Key(usize),
}

impl Basis {
    /// The variable that reaches zero first, and the amount of the entering variable at that point.
    pub(super) fn first_at_zero(&self, entering: &Basic, direction: &[f64]) -> (Leaving, f64) {
        let mut first = (Leaving::Nothing, f64::INFINITY, 0.0);
        let mut consider = |leaving: Leaving, amount: f64, fall: f64| {
            if fall <= EPSILON {
                return;
            }
            let step = amount.max(0.0) / fall;
            // Of equally near ones, the variable that changes most, because it is the safest divisor.
            if step < first.1 - EPSILON || (step < first.1 + EPSILON && fall > first.2) {
                first = (leaving, step.min(first.1), fall);
            }
        };
        let enters = if let Basic::Share(unit, _) = entering { Some(*unit) } else { None };
        for (place, fall) in direction.iter().enumerate() {
            consider(Leaving::Basic(place), self.amounts[place], *fall);
            if let Basic::Share(unit, _) = &self.basics[place]
                && self.shares[*unit].first() == Some(&place)
            {
                consider(Leaving::Key(*unit), self.key_share(*unit), self.key_fall(*unit, enters, direction));
            }
        }
        if let Some(unit) = enters.filter(|unit| self.shares[*unit].is_empty()) {
            consider(Leaving::Key(unit), 1.0, 1.0);
        }
        (first.0, first.1)
    }

    /// The amount by which the share of a key falls.
    fn key_fall(&self, unit: usize, enters: Option<usize>, direction: &[f64]) -> f64 {
        let rise: f64 = self.shares[unit].iter().map(|place| direction[*place]).sum();
        if enters == Some(unit) { 1.0 - rise } else { -rise }
    }
}
