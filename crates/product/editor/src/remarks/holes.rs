//! Places of a text that are still to be filled in.

/// Words that stand for something that is still to come. They are looked for as whole words, in this spelling.
const WORDS: [&str; 8] = [concat!("TO", "DO"), "TBD", concat!("FIX", "ME"), "XX", "XXX", "XXXX", "N.N.", "Platzhalter"];
/// Signs that do the same, anywhere.
const SIGNS: [&str; 6] = ["???", "[…]", "[...]", "___", "Lorem ipsum", "(folgt)"];

/// The first words of a text that stand for something else, each once.
pub(super) fn holes(text: &str) -> Vec<&'static str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '.';
    let words: Vec<&str> = text.split(|c: char| !is_part(c)).collect();
    let mut found: Vec<&str> = WORDS.into_iter().filter(|word| words.contains(word)).collect();
    found.extend(SIGNS.into_iter().filter(|sign| text.contains(sign)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_something_else_is_found() {
        assert_eq!(holes("Beginn ist um XX Uhr, Ort: ???"), ["XX", "???"]);
        assert_eq!(holes("Moderation: N.N. (folgt)"), ["N.N.", "(folgt)"]);
    }

    #[test]
    fn ordinary_text_has_no_holes() {
        for text in ["Wirklich?? Ja.", "Saal XXL", "XX. Tagung der Schulen", "Er sagte: … und ging.", "a_b__c"] {
            assert_eq!(holes(text), Vec::<&str>::new(), "{text}");
        }
    }
}
