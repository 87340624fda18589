//! Hyphenation of long German words by rules of thumb, without a dictionary.
//!
//! The first choice is a seam: after a linking s (Quartiers-entwicklung), before a word that often ends
//! compounds on these pages (Eckpunkte-papier) or before a capital (Talent-Messe). The second is the boundary
//! between syllables, where the last consonant goes to the next line. Among several, the one nearest to the middle
//! wins. Both parts keep three letters.

/// Endings of a first compound part that are nearly always followed by a seam.
const LINKED: [&str; 8] = ["ungs", "heits", "keits", "schafts", "tions", "täts", "iers", "lings"];

/// Words that are often the last part of a compound.
const LAST: [&str; 16] = [
    "arbeit",
    "austausch",
    "entwicklung",
    "forum",
    "förderung",
    "forschung",
    "gipfel",
    "konferenz",
    "landschaft",
    "management",
    "papier",
    "partner",
    "stätte",
    "tagung",
    "werkstatt",
    "wirtschaft",
];

/// The fewest letters on each side of a break.
const LEAST: usize = 3;

/// Words with this many letters may not fit on a phone or beside a picture.
const LONG: usize = 13;

/// Puts a soft hyphen (U+00AD) into each long word, for headings in browsers that
/// have no German dictionary and would otherwise break anywhere.
pub fn soften(text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(soften_word).collect();
    words.join(" ")
}

fn soften_word(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < LONG {
        return word.to_owned();
    }
    let places = || LEAST + 1..=letters.len() - LEAST - 1;
    let mut chosen: Vec<usize> = places().filter(|&at| is_seam(&letters, at)).collect();
    if chosen.is_empty() {
        let syllables = places().filter(|&at| is_syllable(&letters, at));
        chosen.extend(syllables.min_by_key(|&at| at.abs_diff(letters.len() / 2)));
    }
    let mut soft = String::with_capacity(word.len() + 2 * chosen.len());
    for (at, letter) in letters.iter().enumerate() {
        if chosen.contains(&at) {
            soft.push('\u{ad}');
        }
        soft.push(*letter);
    }
    soft
}

/// Splits a word in two so that the first part, with its hyphen, fits; `None` if not even one letter does.
pub(super) fn split(word: &str, fits: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 2 * LEAST {
        return hard(&letters, &fits);
    }
    let places = LEAST..=letters.len() - LEAST;
    let fitting: Vec<usize> = places.take_while(|&at| fits(&with_hyphen(&letters[..at]))).collect();
    let best = |is_place: fn(&[char], usize) -> bool| {
        let found = fitting.iter().copied().filter(|&at| is_place(&letters, at));
        found.min_by_key(|&at| (usize::from(!fits(&rest(&letters, at))), at.abs_diff(letters.len() / 2)))
    };
    match best(is_seam).or_else(|| best(is_syllable)) {
        Some(at) => Some((with_hyphen(&letters[..at]), rest(&letters, at))),
        None => hard(&letters, &fits),
    }
}

/// The last resort for a long address or the like: as many letters as fit, without a hyphen.
fn hard(letters: &[char], fits: &impl Fn(&str) -> bool) -> Option<(String, String)> {
    let at = (1..letters.len()).rev().find(|&at| fits(&letters[..at].iter().collect::<String>()))?;
    Some((letters[..at].iter().collect(), rest(letters, at)))
}

fn with_hyphen(letters: &[char]) -> String {
    letters.iter().chain(&['-']).collect()
}

fn rest(letters: &[char], at: usize) -> String {
    letters[at..].iter().collect()
}

fn is_seam(letters: &[char], at: usize) -> bool {
    let head: String = letters[..at].iter().collect();
    let inner_capital = letters[at].is_uppercase() && letters[at - 1].is_lowercase();
    let linked = letters[at].is_lowercase() && LINKED.iter().any(|end| head.ends_with(end));
    let tail = rest(letters, at);
    let last = LAST.iter().any(|word| tail.starts_with(word));
    inner_capital || linked || last
}

fn is_syllable(letters: &[char], at: usize) -> bool {
    let (before, after) = (&letters[..at], &letters[at..]);
    before.iter().any(|&c| is_vowel(c)) && onset(after).is_some_and(|len| len == onset_len(letters, at + len))
}

/// The number of consonants at the beginning of the text, if they may open a German syllable after a break.
fn onset(text: &[char]) -> Option<usize> {
    let len = text.iter().take_while(|c| c.is_alphabetic() && !is_vowel(**c)).count();
    (len > 0 && text.get(len).is_some_and(|&c| is_vowel(c))).then_some(len)
}

/// The number of consonants before the vowel at `vowel` that stay together with it.
fn onset_len(letters: &[char], vowel: usize) -> usize {
    const TOGETHER: [&str; 8] = ["sch", "ch", "ck", "ph", "th", "qu", "rst", "nst"];
    let before: String = letters[..vowel].iter().collect::<String>().to_lowercase();
    match TOGETHER.iter().find(|group| before.ends_with(*group)) {
        // After another consonant, st opens the next part: Werk-stätten.
        Some(&("rst" | "nst")) => 2,
        Some(group) => group.len(),
        None if before.ends_with("kst") => 2,
        None => 1,
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyäöüAEIOUYÄÖÜ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_at(word: &str, most: usize) -> Option<(String, String)> {
        split(word, |part| part.chars().count() <= most)
    }

    #[test]
    fn prefers_the_seam_of_a_compound() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(split_at("Quartiersentwicklung", 12), pair("Quartiers-", "entwicklung"));
        assert_eq!(split_at("Innovationslabore", 13), pair("Innovations-", "labore"));
        assert_eq!(split_at("Potenzialförderung", 12), pair("Potenzial-", "förderung"));
        assert_eq!(split_at("Eckpunktepapier", 11), pair("Eckpunkte-", "papier"));
        assert_eq!(split_at("TalentMetropole", 10), pair("Talent-", "Metropole"));
    }

    #[test]
    fn breaks_between_syllables_otherwise() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(split_at("Digitalisierung", 10), pair("Digita-", "lisierung"));
        assert_eq!(split_at("Werkstätten", 8), pair("Werk-", "stätten"));
        assert_eq!(split_at("Wissenschaft", 8), pair("Wissen-", "schaft"));
    }

    #[test]
    fn cuts_what_is_no_word() {
        assert_eq!(split_at("xxxxxxxx", 5), Some(("xxxxx".into(), "xxx".into())));
        assert_eq!(split_at("x", 0), None);
    }

    #[test]
    fn long_words_get_a_soft_hyphen_at_their_seams() {
        assert_eq!(soften("Vielfalt"), "Vielfalt");
        assert_eq!(soften("Quartiersentwicklung"), "Quartiers\u{ad}entwicklung");
        assert_eq!(soften("zur Innovationslandschaft"), "zur Innovations\u{ad}landschaft");
        assert_eq!(soften("zusammenarbeiten").replace('\u{ad}', ""), "zusammenarbeiten");
        assert!(soften("zusammenarbeiten").contains('\u{ad}'));
    }
}
