//! The rule that the fields of a claim fit each other.

use claims::{Amount, Claim, ClaimError, ClaimKind, Number, Qualifier, Unit};
use serde_json::Value;

/// The field of a claim's row that does not fit the others, and the key of a text that says why.
pub(super) fn misfit(row: &Value) -> Option<(&'static str, &'static str)> {
    let code = |key: &str| row.get(key).and_then(Value::as_str);
    let number = |key: &str| row.get(key).and_then(Value::as_f64).and_then(|number| Number::from_f64(number).ok());
    let kind = code("kind").and_then(ClaimKind::from_code)?;
    let qualifier = code("qualifier").and_then(Qualifier::from_code)?;
    let unit = code("unit").and_then(Unit::from_code)?;
    let given = ["value", "min", "max"].into_iter().find(|key| row.get(*key).is_some());
    if let Some(given) = given.filter(|_| qualifier == Qualifier::Hundreds) {
        return Some((given, "claim-amount-beside-hundreds"));
    }
    let first = given.unwrap_or("value");
    let amount = Amount::from_parts(number("value"), number("min"), number("max"));
    let error = amount.and_then(|amount| Claim::new(amount, qualifier, unit, kind)).err()?;
    Some(match error {
        ClaimError::AmountMissing => ("value", "claim-amount-missing"),
        ClaimError::AmountBesideHundreds => (first, "claim-amount-beside-hundreds"),
        ClaimError::ValueOrRange => (first, "claim-value-or-range"),
        ClaimError::RangeOrder { .. } => ("max", "claim-range-order"),
        ClaimError::RangeQualifier { .. } => ("qualifier", "claim-range-qualifier"),
        ClaimError::Fraction { .. } => (first, "claim-fraction"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(qualifier: &str, unit: &str, numbers: &Value) -> Option<(&'static str, &'static str)> {
        let mut row = json!({ "kind": "attended", "qualifier": qualifier, "unit": unit });
        row.as_object_mut().unwrap().extend(numbers.as_object().unwrap().clone());
        misfit(&row)
    }

    #[test]
    fn each_misfit_is_told_at_the_field_that_can_mend_it() {
        let cases = [
            ("exact", "people", json!({}), ("value", "claim-amount-missing")),
            ("hundreds", "people", json!({ "min": 1 }), ("min", "claim-amount-beside-hundreds")),
            ("exact", "people", json!({ "value": 1, "max": 2 }), ("value", "claim-value-or-range")),
            ("exact", "people", json!({ "min": 3, "max": 2 }), ("max", "claim-range-order")),
            ("at_least", "people", json!({ "min": 1, "max": 2 }), ("qualifier", "claim-range-qualifier")),
            ("exact", "people", json!({ "value": 1.5 }), ("value", "claim-fraction")),
        ];
        for (qualifier, unit, numbers, misfit) in cases {
            assert_eq!(of(qualifier, unit, &numbers), Some(misfit), "{numbers}");
        }
        assert_eq!(of("hundreds", "people", &json!({})), None);
        assert_eq!(of("about", "days", &json!({ "value": 1.5 })), None);
    }
}
