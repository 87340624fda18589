//! Hints about several words together: passive, genitive, several statements in one sentence.

use super::sentences::{Sentence, Word};
use super::{Found, HintKind, vocabulary};

pub(super) fn in_sentence(sentence: &Sentence) -> Vec<Found> {
    let mut found = genitives(sentence);
    found.extend(passive(sentence));
    found.extend(statements(sentence));
    found
}

/// A form of "werden" with a participle: the sentence does not name who acts.
fn passive(sentence: &Sentence) -> Option<Found> {
    let is_werden = |word: &&Word| vocabulary::is_werden(&word.small);
    let werden = sentence.words.iter().find(is_werden)?;
    let participle = sentence.words.iter().find(|word| !word.is_capital() && vocabulary::is_participle(&word.small))?;
    let start = werden.range.start.min(participle.range.start);
    let end = werden.range.end.max(participle.range.end);
    Some(Found::new(HintKind::Passive, start..end))
}

/// "des Lehrers", "Bürgermeisterin der Stadt".
fn genitives(sentence: &Sentence) -> Vec<Found> {
    let words = &sentence.words;
    let mut found = Vec::new();
    for index in 0..words.len() {
        let Some(noun) = noun_behind(sentence, index) else { continue };
        let is_sure =
            vocabulary::is_genitive_article(&words[index].small) && noun.small.ends_with(['s', 'n', 'ß', 'x', 'z']);
        // Only a noun right before "der" makes a genitive likely.
        let is_likely = words[index].small == "der"
            && index > 0
            && words[index - 1].is_capital()
            && !vocabulary::is_preposition(&words[index - 1].small)
            && sentence.between(index - 1) == " "
            && (index > 1 || !vocabulary::is_time(&words[index - 1].small));
        if is_sure || is_likely {
            found.push(Found::new(HintKind::Genitive, words[index].range.start..noun.range.end));
        }
    }
    found
}

/// The noun to which an article belongs, with at most two adjectives between them.
fn noun_behind<'s, 'a>(sentence: &'s Sentence<'a>, article: usize) -> Option<&'s Word<'a>> {
    for index in article + 1..(article + 4).min(sentence.words.len()) {
        if !sentence.between(index - 1).trim().is_empty() {
            return None;
        }
        if sentence.words[index].is_capital() {
            return Some(&sentence.words[index]);
        }
    }
    None
}

/// The first sign of a second statement: a comma with a new clause, or "und" with a new subject.
fn statements(sentence: &Sentence) -> Option<Found> {
    let words = &sentence.words;
    let mut commas = 0;
    for index in 1..words.len() {
        let (before, word) = (sentence.between(index - 1), &words[index]);
        let has_comma = before.contains(',');
        commas += usize::from(has_comma);
        let begins_clause = has_comma && vocabulary::begins_clause(&word.small);
        let new_subject = vocabulary::joins(&word.small)
            && words.get(index + 1).is_some_and(|next| vocabulary::is_subject(&next.small));
        if begins_clause || new_subject || commas > 1 || before.contains(';') {
            return Some(Found::new(HintKind::ManyStatements, word.range.clone()));
        }
    }
    None
}
