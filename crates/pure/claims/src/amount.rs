//! Amounts: a number, a range of numbers, or no figure at all.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ClaimError;

/// A number, a range, or neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A single number.
    Value(Number),
    /// An interval; `min` is less than `max` in every [`crate::Claim`].
    Range {
        /// The smaller one.
        min: Number,
        /// The greater one.
        max: Number,
    },
    /// No figure: the source only says "hundreds".
    None,
}

/// A count with at most one decimal place, from zero to [`Number::MAX`].
///
/// It is a fixed-point number in tenths, so that equal numbers compare equal, which floats do not promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    tenths: u64,
}

/// The value is negative, too great, or has more than one decimal place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a number from 0 to {max} with at most one decimal place", max = Number::MAX)]
pub struct NumberError;

impl Amount {
    /// Takes the columns `value`, `min` and `max` of a file or table; refuses half a range, and a range beside
    /// a value.
    pub const fn from_parts(
        value: Option<Number>,
        min: Option<Number>,
        max: Option<Number>,
    ) -> Result<Self, ClaimError> {
        match (value, min, max) {
            (Some(value), None, None) => Ok(Self::Value(value)),
            (None, Some(min), Some(max)) => Ok(Self::Range { min, max }),
            (None, None, None) => Ok(Self::None),
            _ => Err(ClaimError::ValueOrRange),
        }
    }

    /// The three columns of a file or table: value, min, max.
    pub const fn parts(self) -> (Option<Number>, Option<Number>, Option<Number>) {
        match self {
            Self::Value(value) => (Some(value), None, None),
            Self::Range { min, max } => (None, Some(min), Some(max)),
            Self::None => (None, None, None),
        }
    }

    pub(super) const fn is_whole(self) -> bool {
        match self {
            Self::Value(value) => value.is_whole(),
            Self::Range { min, max } => min.is_whole() && max.is_whole(),
            Self::None => true,
        }
    }
}

impl Number {
    /// The greatest number: more than anyone will count, and an exact float.
    pub const MAX: Self = Self { tenths: 10_000_000_000_000 };

    /// The number one, which takes the singular.
    pub const ONE: Self = Self { tenths: 10 };

    /// Refused above [`Number::MAX`].
    pub fn whole(value: u64) -> Result<Self, NumberError> {
        Self::from_tenths(value.checked_mul(10).ok_or(NumberError)?)
    }

    /// Takes tenths: 15 is one and a half. Refused above [`Number::MAX`].
    pub fn from_tenths(tenths: u64) -> Result<Self, NumberError> {
        if tenths <= Self::MAX.tenths { Ok(Self { tenths }) } else { Err(NumberError) }
    }

    /// The number times ten.
    pub const fn tenths(self) -> u64 {
        self.tenths
    }

    /// True if there is no decimal place.
    pub const fn is_whole(self) -> bool {
        self.tenths.is_multiple_of(10)
    }

    /// The whole part and the tenth behind the decimal mark.
    pub(super) const fn digits(self) -> (u64, u64) {
        (self.tenths / 10, self.tenths % 10)
    }

    /// From a float, as databases and JSON give it; refused if it is not exactly a number of
    /// tenths.
    pub fn from_f64(value: f64) -> Result<Self, NumberError> {
        // The shortest text that reads back as the same float: exact, without arithmetic on floats.
        value.to_string().parse()
    }

    /// The nearest float; [`Number::from_f64`] gives the same number again.
    #[expect(clippy::cast_precision_loss, reason = "MAX is below 2^53")]
    pub fn to_f64(self) -> f64 {
        self.tenths as f64 / 10.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.digits() {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(tenth) || tenth.len() != 1 {
            return Err(NumberError);
        }
        let whole: u64 = whole.parse().map_err(|_| NumberError)?;
        let tenth: u64 = tenth.parse().map_err(|_| NumberError)?;
        Self::from_tenths(whole.checked_mul(10).and_then(|tenths| tenths.checked_add(tenth)).ok_or(NumberError)?)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.digits() {
            (whole, 0) => serializer.serialize_u64(whole),
            _ => serializer.serialize_f64(self.to_f64()),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).and_then(|value| Self::from_f64(value).map_err(serde::de::Error::custom))
    }
}
