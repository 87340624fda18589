//! Spelling mistakes: words at edit distance one, with a letter that is wrong, missing, too many, or swapped
//! with its neighbour.
//!
//! One mistake in a word leaves its first `p` or its last `s` letters intact if `p + s` is less than
//! the number of its letters by one. So both databases find all candidates in two ranges.

/// The fewest letters of a word that is corrected; shorter ones are too similar to others.
const LETTERS: usize = 6;
/// The fewest letters of a stem, which is shorter than its word.
const STEM_LETTERS: usize = 5;

/// True if a query word is long enough to be corrected.
pub fn may_be_misspelt(word: &str) -> bool {
    word.chars().count() >= LETTERS && word.chars().all(char::is_alphabetic)
}

/// True if a stem is long enough to be corrected.
pub fn may_be_misspelt_stem(stem: &str) -> bool {
    stem.chars().count() >= STEM_LETTERS && stem.chars().all(char::is_alphabetic)
}

/// The beginning and the end of a word; one mistake leaves at least one of them intact.
pub fn parts(word: &str) -> (String, String) {
    let letters: Vec<char> = word.chars().collect();
    let beginning = letters.len() / 2;
    let end = letters.len().saturating_sub(1 + beginning);
    (letters[..beginning].iter().collect(), letters[letters.len() - end..].iter().collect())
}

/// True if there is exactly one mistake between two words.
pub fn is_near(one: &str, other: &str) -> bool {
    one.len().abs_diff(other.len()) <= 4 && strsim::osa_distance(one, other) == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_mistake_of_each_kind_is_near() {
        for typed in ["empfelung", "empfehlungg", "empfehlunk", "epmfehlung", "mpfehlung", "empfehlugn"] {
            assert!(is_near(typed, "empfehlung"), "{typed}");
        }
        assert!(!is_near("empfelunk", "empfehlung") && !is_near("empfehlung", "empfehlung"));
    }

    #[test]
    fn five_letters_are_too_few() {
        assert!(may_be_misspelt("kongre") && !may_be_misspelt("kette") && !may_be_misspelt("201812"));
    }

    proptest! {
        #[test]
        fn every_near_word_shares_the_beginning_or_the_end(
            word in "[abcd]{5,9}", vocabulary in prop::collection::vec("[abcd]{4,10}", 1..60),
        ) {
            let (beginning, end) = parts(&word);
            for near in vocabulary.iter().filter(|other| is_near(&word, other)) {
                prop_assert!(near.starts_with(&beginning) || near.ends_with(&end), "{} and {}", word, near);
            }
        }

        #[test]
        fn no_single_mistake_goes_unnoticed(word in "[a-d]{5,9}", at in 0_usize..9, kind in 0..4, letter in "[a-d]") {
            let mut letters: Vec<char> = word.chars().collect();
            let at = at % (letters.len() - 1);
            let new = letter.chars().next().unwrap();
            match kind {
                0 => letters[at] = new,
                1 => _ = letters.remove(at),
                2 => letters.insert(at, new),
                _ => letters.swap(at, at + 1),
            }
            let other: String = letters.into_iter().collect();
            let (beginning, end) = parts(&word);
            prop_assert!(other == word || is_near(&word, &other));
            prop_assert!(other.starts_with(&beginning) || other.ends_with(&end), "{} and {}", word, other);
        }
    }
}
