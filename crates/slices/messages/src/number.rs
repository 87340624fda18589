//! Case numbers: `K-2026-7QX4M`. Short enough for the telephone, and without letters that could be mistaken
//! for others. A case number gives no access, so guessing one does no harm.

use jiff::civil::Date;
use uuid::Uuid;

use crate::message::MessageKind;

/// Digits and letters without 0 and O, 1, I and L.
const LETTERS: [char; 31] = [
    '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R',
    'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];
/// Length of the part behind the year: 28 million numbers for each kind and year.
const LENGTH: u32 = 5;

/// The case number of a message; `attempt` counts up from 0 while numbers are taken.
pub(crate) fn case_number(kind: MessageKind, day: Date, id: Uuid, attempt: u64) -> String {
    // The lower half of an id is random.
    let (_, random) = id.as_u64_pair();
    let mut rest = random.wrapping_add(attempt) % 31_u64.pow(LENGTH);
    let mut number = format!("{}-{}-", kind.letter(), day.year());
    for _ in 0..LENGTH {
        // The remainder is below the number of letters.
        number.push(LETTERS[usize::try_from(rest % 31).unwrap_or_default()]);
        rest /= 31;
    }
    number
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_tell_kind_and_year_and_hold_no_letter_like_another() {
        let id = Uuid::from_u64_pair(0, 0x8000_0000_0123_4567);
        assert_eq!(case_number(MessageKind::Contact, date(2026, 11, 23), id, 0), "K-2026-7JWZ9");
        assert!(case_number(MessageKind::Barrier, date(2027, 1, 1), id, 0).starts_with("B-2027-"));
        let confusable = ['0', 'O', '1', 'I', 'L'];
        assert!(LETTERS.iter().all(|letter| !confusable.contains(letter)));
        assert_eq!(LETTERS.iter().collect::<HashSet<_>>().len(), 31);
    }

    #[test]
    fn every_attempt_gives_another_number() {
        let numbers: HashSet<String> = (0..1_000)
            .map(|attempt| case_number(MessageKind::Contact, date(2026, 1, 1), Uuid::max(), attempt))
            .collect();
        assert_eq!(numbers.len(), 1_000);
    }
}
