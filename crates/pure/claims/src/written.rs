//! The serialized form of a claim in files and JSON: flat, with absent keys for absent values.

use serde::{Deserialize, Serialize};

use super::{Amount, Claim, ClaimError, ClaimKind, Number, Qualifier, Unit};
use base::Localized;
use edtf::Edtf;

/// The keys of one `[[claims]]` table.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    kind: ClaimKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    min: Option<Number>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<Number>,
    qualifier: Qualifier,
    unit: Unit,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    when: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Localized>,
}

impl TryFrom<Written> for Claim {
    type Error = ClaimError;

    fn try_from(written: Written) -> Result<Self, ClaimError> {
        let amount = Amount::from_parts(written.value, written.min, written.max)?;
        let claim = Self::new(amount, written.qualifier, written.unit, written.kind)?;
        Ok(Self { when: written.when, source: written.source, note: written.note, ..claim })
    }
}

impl From<Claim> for Written {
    fn from(claim: Claim) -> Self {
        let (value, min, max) = claim.amount.parts();
        Self {
            kind: claim.kind,
            value,
            min,
            max,
            qualifier: claim.qualifier,
            unit: claim.unit,
            when: claim.when,
            source: claim.source,
            note: claim.note,
        }
    }
}
