//! A claim: a number with what it counts, how exact it is, what kind of number it is, when it was
//! said and by whom.
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

/// A number with all that is needed to judge it. Amount and qualifier always fit each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Claim {
    amount: Amount,
    qualifier: Qualifier,
    unit: Unit,
    kind: ClaimKind,
    /// When it was said.
    pub when: Option<Edtf>,
    /// The key of the source that says so.
    pub source: Option<String>,
    /// What exactly is counted.
    pub note: Option<Localized>,
}

/// Why amount and qualifier do not fit each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// Neither a value nor "hundreds".
    #[error("a claim needs `value`, or `min` and `max`, unless its qualifier is \"hundreds\"")]
    AmountMissing,
    /// "Hundreds" and figures as well.
    #[error("a claim with the qualifier \"hundreds\" has no `value`, `min` or `max`")]
    AmountBesideHundreds,
    /// A value and a range, or half a range.
    #[error("a claim has either `value`, or both `min` and `max`")]
    ValueOrRange,
    /// A range that is empty or upside down.
    #[error("`min` {min} of a claim must be less than `max` {max}")]
    RangeOrder {
        /// What was given as the smaller number.
        min: Number,
        /// What was given as the greater number.
        max: Number,
    },
    /// "More than 500 to 600".
    #[error("a claim with `min` and `max` is \"exact\" or \"about\", not \"{qualifier}\"")]
    RangeQualifier {
        /// The qualifier that does not fit.
        qualifier: Qualifier,
    },
    /// "More than one and a half schools".
    #[error("only days are counted in fractions, not {unit}")]
    Fraction {
        /// What was counted.
        unit: Unit,
    },
}

impl Claim {
    /// A claim without date, source and note; these are open fields.
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

    /// How many.
    pub const fn amount(&self) -> Amount {
        self.amount
    }

    /// How exact.
    pub const fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// Of what.
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// What kind of number.
    pub const fn kind(&self) -> ClaimKind {
        self.kind
    }

    /// The number with its unit: "mehr als 600 Personen". Never empty.
    pub fn in_words(&self, locale: Locale) -> String {
        phrase::claim(self, locale)
    }
}
