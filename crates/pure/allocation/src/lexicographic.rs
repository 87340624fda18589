//! Lexicographic costs: several parts, of which the first that differs decides.

use std::ops::{Add, AddAssign, Neg, Sub};

/// The most parts that are ever needed: a criterion for each of [`LARGEST_RANK`](crate::LARGEST_RANK) ranks, of which
/// more than two fit into a number.
pub(crate) const MOST: usize = 256;

/// Evaluates an expression with a constant of this name: the smallest supported number of parts that is large enough.
macro_rules! in_parts {
    ($count:expr, $parts:ident => $act:expr) => {
        $crate::lexicographic::in_parts!(@ $count, $parts => $act, 1, 2, 4, 8, 16, 32, 64, 128)
    };
    (@ $count:expr, $parts:ident => $act:expr, $($size:literal),+) => {
        match $count {
            $(..=$size => {
                const $parts: usize = $size;
                $act
            })+
            _ => {
                const $parts: usize = $crate::lexicographic::MOST;
                $act
            }
        }
    };
}
pub(crate) use in_parts;

/// A tuple of numbers, compared from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Lex<const L: usize>(pub(crate) [i64; L]);

impl<const L: usize> Lex<L> {
    pub(crate) const ZERO: Self = Self([0; L]);
    /// Greater than any sum in this crate.
    pub(crate) const INFINITE: Self = Self([i64::MAX / 4; L]);
}

impl<const L: usize> Add for Lex<L> {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        for (mine, its) in self.0.iter_mut().zip(other.0) {
            *mine += its;
        }
        self
    }
}

impl<const L: usize> AddAssign for Lex<L> {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const L: usize> Neg for Lex<L> {
    type Output = Self;

    fn neg(mut self) -> Self {
        for mine in &mut self.0 {
            *mine = -*mine;
        }
        self
    }
}

impl<const L: usize> Sub for Lex<L> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}
