//! Claims: a number with its unit, its precision, its kind, the date on which it was said and the
//! source that said it.
//!
//! Numbers about the same thing may contradict each other; they stand side by side and are never
//! merged. The words for units, qualifiers and kinds belong to these values, as month names belong
//! to dates, so they are tables here and not in a text file.

mod amount;
mod codes;
mod phrase;
#[cfg(test)]
mod tests;
mod written;

use serde::{Deserialize, Serialize};

use base::{Locale, Localized};
use edtf::Edtf;

use written::Written;

pub use amount::{Amount, Number, NumberError};
pub use codes::{ClaimKind, Qualifier, Unit};

/// A number with all that is needed to judge it. Amount and qualifier always agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Claim {
    amount: Amount,
    qualifier: Qualifier,
    unit: Unit,
    kind: ClaimKind,
    /// The date on which it was said.
    pub when: Option<Edtf>,
    /// The key of the source that says so.
    pub source: Option<String>,
    /// A more exact description of what is counted.
    pub note: Option<Localized>,
}

/// The reason why amount, qualifier and unit do not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// There is no figure, and the qualifier is not "hundreds".
    #[error("a claim needs `value`, or `min` and `max`, unless its qualifier is \"hundreds\"")]
    AmountMissing,
    /// The qualifier is "hundreds", and there are figures as well.
    #[error("a claim with the qualifier \"hundreds\" has no `value`, `min` or `max`")]
    AmountBesideHundreds,
    /// There is a value beside a range, or only half a range.
    #[error("a claim has either `value`, or both `min` and `max`")]
    ValueOrRange,
    /// The range is empty, or its ends are swapped.
    #[error("`min` {min} of a claim must be less than `max` {max}")]
    RangeOrder {
        /// The number given as the smaller one.
        min: Number,
        /// The number given as the greater one.
        max: Number,
    },
    /// The qualifier does not go with a range: "more than 500 to 600".
    #[error("a claim with `min` and `max` is \"exact\" or \"about\", not \"{qualifier}\"")]
    RangeQualifier {
        /// The refused qualifier.
        qualifier: Qualifier,
    },
    /// The unit is only counted in whole numbers: "more than one and a half schools".
    #[error("only days are counted in fractions, not {unit}")]
    Fraction {
        /// The unit that has no fractions.
        unit: Unit,
    },
}

impl Claim {
    /// Checks amount, qualifier and unit. Date, source and note are empty; callers set these fields.
    pub fn new(amount: Amount, qualifier: Qualifier, unit: Unit, kind: ClaimKind) -> Result<Self, ClaimError> {
        match (amount, qualifier) {
            (Amount::None, Qualifier::Hundreds) => {}
            (Amount::None, _) => return Err(ClaimError::AmountMissing),
            (_, Qualifier::Hundreds) => return Err(ClaimError::AmountBesideHundreds),
            (Amount::Range { min, max }, _) if min >= max => {
                return Err(ClaimError::RangeOrder { min, max });
            }
            (Amount::Range { .. }, Qualifier::AtLeast | Qualifier::MoreThan) => {
                return Err(ClaimError::RangeQualifier { qualifier });
            }
            (Amount::Value(_) | Amount::Range { .. }, _) => {}
        }
        if unit != Unit::Days && !amount.is_whole() {
            return Err(ClaimError::Fraction { unit });
        }
        Ok(Self { amount, qualifier, unit, kind, when: None, source: None, note: None })
    }

    /// The figures.
    pub const fn amount(&self) -> Amount {
        self.amount
    }

    /// The precision of the figures.
    pub const fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The unit that is counted.
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The origin of the number.
    pub const fn kind(&self) -> ClaimKind {
        self.kind
    }

    /// The number with its unit in words: "mehr als 600 Personen". Never empty.
    pub fn in_words(&self, locale: Locale) -> String {
        phrase::claim(self, locale)
    }
}
