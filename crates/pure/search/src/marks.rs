//! Highlighting: marks the matches in a title, and cuts the best snippet out of a text.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use base::Locale;

use super::fold::{Word, words};
use super::hits::Hits;
use super::query::QueryWord;
use super::stem::{Language, is_compound};

/// The approximate length of a snippet, in characters.
const LENGTH: usize = 240;
/// The part of it before the first mark.
const BEFORE: usize = 60;
/// The most bytes of a text that are searched for a snippet: twenty printed pages.
const SEARCHED: usize = 50_000;
/// The most marks that are tried as the first one of a snippet.
const LOOKED_AT: usize = 50;

/// A piece of a text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words, as they are written in the text.
    pub text: String,
    /// True if the piece is a match.
    pub is_marked: bool,
}

/// An excerpt of a text, with marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The language of the text.
    pub locale: Locale,
    /// The pieces in their order.
    pub pieces: Vec<Piece>,
}

impl Snippet {
    /// The texts of the pieces.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.pieces.iter().map(|piece| piece.text.as_str())
    }

    fn has_marks(&self) -> bool {
        self.pieces.iter().any(|piece| piece.is_marked)
    }
}

/// A highlighter: the words of a query in all forms that match.
#[derive(Debug, Clone)]
pub struct Marker {
    wanted: Vec<Wanted>,
}

#[derive(Debug, Clone)]
struct Wanted {
    stems: Vec<(Language, String)>,
    /// Words that were looked up in place of a misspelt one.
    instead: HashSet<String>,
}

impl Wanted {
    fn is(&self, language: Language, word: &str, stem: &str) -> bool {
        if !self.instead.is_empty() {
            return self.instead.contains(word);
        }
        let mut own = self.stems.iter().filter(|(other, _)| *other == language);
        own.any(|(_, wanted)| stem == wanted || is_compound(stem, wanted))
    }
}

impl Marker {
    /// A marker for the words of a query and their hits.
    pub fn new(languages: &[Language], asked: &[QueryWord], hits: &[Hits]) -> Self {
        let wanted = asked.iter().zip(hits).map(|(asked, hits)| Wanted {
            stems: languages.iter().map(|language| (*language, language.stem(&asked.folded))).collect(),
            instead: hits.corrected.clone(),
        });
        Self { wanted: wanted.collect() }
    }

    /// The whole text, divided into marked and unmarked pieces.
    pub fn mark(&self, locale: Locale, text: &str) -> Vec<Piece> {
        let found = self.found(locale, text);
        pieces(text, 0..text.len(), &found)
    }

    /// The excerpt that best shows the matches: from the texts in the page's language, else from the German ones,
    /// else, unless the title contains every word, from the phrases of the entry's page.
    pub fn snippet(
        &self,
        locale: Locale,
        title: (Locale, &str),
        texts: &[(Locale, String, String)],
        [german, english]: &[String; 2],
    ) -> Snippet {
        let of = |locale: Locale| texts.iter().find(move |(own, ..)| *own == locale);
        let wanted: &[Locale] =
            if locale == Locale::En { &[Locale::En, Locale::De, Locale::Easy] } else { &[Locale::De, Locale::Easy] };
        let mut first = None;
        for (locale, summary, body) in wanted.iter().filter_map(|locale| of(*locale)) {
            for text in [summary.clone(), flowing(&markdown::to_text(beginning(body)))] {
                let snippet = self.cut(*locale, &text);
                if snippet.has_marks() {
                    return snippet;
                }
                first.get_or_insert(snippet);
            }
        }
        let in_title: HashSet<usize> = self.found(title.0, title.1).into_iter().map(|(_, which)| which).collect();
        let says_it_all = in_title.len() == self.wanted.len();
        let asides = [(Locale::En, english), (Locale::De, german)];
        let mut asides =
            asides.into_iter().filter(|(own, _)| wanted.contains(own)).map(|(own, text)| self.cut(own, text));
        let aside = asides.find(|aside| !says_it_all && aside.has_marks());
        aside.or(first).unwrap_or(Snippet { locale, pieces: Vec::new() })
    }

    /// The matches in a text, each with the position of its word in the query.
    fn found(&self, locale: Locale, text: &str) -> Vec<(Word, usize)> {
        let language = Language::of(locale);
        let mut found: Vec<(Word, usize)> = Vec::new();
        for word in words(text) {
            let stem = language.stem(&word.folded);
            if let Some(which) = self.wanted.iter().position(|wanted| wanted.is(language, &word.folded, &stem)) {
                // A joined word replaces its parts, which come right before it.
                while word.is_joined && found.last().is_some_and(|(part, _)| part.range.start >= word.range.start) {
                    found.pop();
                }
                found.push((word, which));
            }
        }
        found
    }

    fn cut(&self, locale: Locale, text: &str) -> Snippet {
        let found = self.found(locale, text);
        // The excerpt with the most different words of the query; among equals, the first.
        let different = |start: usize| {
            let within = found.iter().filter(|(word, _)| (start..start + LENGTH - BEFORE).contains(&word.range.start));
            within.map(|(_, which)| which).collect::<HashSet<_>>().len()
        };
        let mut best = (0, 0);
        for start in found.iter().map(|(word, _)| word.range.start).take(LOOKED_AT) {
            let count = different(start);
            if count > best.0 {
                best = (count, start);
            }
        }
        let best = best.1;
        let start = if best <= BEFORE { 0 } else { border(text, best - BEFORE) };
        let end = if text.len() - start <= LENGTH { text.len() } else { border_before(text, start + LENGTH) };
        let mut pieces = pieces(text, start..end, &found);
        if start > 0 {
            pieces.insert(0, Piece { text: "… ".to_owned(), is_marked: false });
        }
        if end < text.len() {
            pieces.push(Piece { text: " …".to_owned(), is_marked: false });
        }
        Snippet { locale, pieces }
    }
}

/// The spellings of folded words in texts, each once; at most three.
pub(crate) fn as_written<'a>(folded: &HashSet<String>, texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut written = BTreeSet::new();
    for text in texts {
        let found = words(text).into_iter().filter(|word| !word.is_joined && folded.contains(&word.folded));
        written.extend(found.map(|word| text[word.range].replace('\u{ad}', "")));
    }
    written.into_iter().take(3).collect()
}

/// The pieces of a part of a text, alternately plain and marked.
fn pieces(text: &str, stretch: Range<usize>, found: &[(Word, usize)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, is_marked| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), is_marked });
        }
    };
    let mut at = stretch.start;
    let inside = found.iter().filter(|(word, _)| word.range.start >= stretch.start && word.range.end <= stretch.end);
    for (word, _) in inside {
        push(at..word.range.start, false);
        push(word.range.clone(), true);
        at = word.range.end;
    }
    push(at..stretch.end, false);
    pieces
}

/// The first blocks of a text, up to [`SEARCHED`] bytes.
fn beginning(markdown: &str) -> &str {
    let first = &markdown[..markdown.floor_char_boundary(SEARCHED)];
    if first.len() == markdown.len() { first } else { &first[..first.rfind("\n\n").unwrap_or(first.len())] }
}

/// Joins the blocks of a text; a heading or a list item is separated from the next block.
fn flowing(text: &str) -> String {
    let mut flowing = String::with_capacity(text.len());
    for line in text.lines() {
        if !flowing.is_empty() {
            flowing.push_str(if flowing.ends_with(['.', '!', '?', ':', '“', '«']) { " " } else { " · " });
        }
        flowing.push_str(line);
    }
    flowing
}

/// The beginning of the first word at or after a position.
fn border(text: &str, at: usize) -> usize {
    let at = text.ceil_char_boundary(at);
    text[at..].find(char::is_whitespace).map_or(at, |gap| {
        let rest = &text[at + gap..];
        at + gap + rest.len() - rest.trim_start().len()
    })
}

/// The end of the last word before a position.
fn border_before(text: &str, at: usize) -> usize {
    let before = &text[..text.floor_char_boundary(at)];
    before.rfind(char::is_whitespace).map_or(before.len(), |gap| before[..gap].trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    fn marker(query: &str) -> Marker {
        let query = Query::read(query);
        let hits: Vec<Hits> = query.words().iter().map(|_| Hits::default()).collect();
        Marker::new(Language::searched(Locale::De), query.words(), &hits)
    }

    fn marked(query: &str, text: &str) -> String {
        let pieces = marker(query).mark(Locale::De, text);
        pieces
            .iter()
            .map(|piece| if piece.is_marked { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn whole_words_are_marked_in_all_their_forms() {
        assert_eq!(marked("kette", "Die Bildungskette und ihre Ketten."), "Die [Bildungskette] und ihre [Ketten].");
        assert_eq!(marked("aerzte", "Arzt, Ärzten, Art"), "[Arzt], [Ärzten], Art");
        assert_eq!(marked("ruhrkonferenz", "Die Ruhr-Konferenz tagt"), "Die [Ruhr-Konferenz] tagt");
        assert_eq!(marked("konferenz", "Die Ruhr-Konferenz tagt"), "Die [Ruhr-Konferenz] tagt");
        assert_eq!(marked("haus", "<b>Haus</b>"), "<b>[Haus]</b>");
    }

    #[test]
    fn snippet_shows_the_stretch_with_most_of_the_words() {
        let text = format!("Kita. {} Kita und Schule. {}", "Lorem ipsum dolor. ".repeat(30), "Ende gut. ".repeat(30));
        let snippet = marker("Kita Schule").cut(Locale::De, &text);
        let marks: Vec<&str> =
            snippet.pieces.iter().filter(|piece| piece.is_marked).map(|piece| piece.text.as_str()).collect();
        assert_eq!(marks, ["Kita", "Schule"]);
        let whole: String = snippet.texts().collect();
        assert!(whole.starts_with("… ") && whole.ends_with(" …") && whole.chars().count() <= LENGTH + 4, "{whole}");
    }

    #[test]
    fn marks_of_joined_words_are_many_and_quick() {
        let text = "Kita-Schule ".repeat(30_000);
        let pieces = marker("Kita Schule").mark(Locale::De, &text);
        assert_eq!(pieces.iter().filter(|piece| piece.is_marked && piece.text == "Kita-Schule").count(), 30_000);
    }

    #[test]
    fn snippet_is_looked_for_in_the_first_pages_of_a_long_text() {
        let page = "Lorem ipsum dolor.\n\n";
        let texts = |before: usize| {
            let body = format!("{}Kita und Schule.\n\n{}", page.repeat(before), page.repeat(10_000));
            [(Locale::De, "Kurz gesagt.".to_owned(), body)]
        };
        let snippet = |before: usize| {
            let empty = [String::new(), String::new()];
            marker("Kita").snippet(Locale::De, (Locale::De, "Titel"), &texts(before), &empty)
        };
        assert!(snippet(2_000).has_marks());
        assert!(!snippet(20_000).has_marks());
        assert_eq!(snippet(20_000).texts().collect::<String>(), "Kurz gesagt.");
    }

    #[test]
    fn short_text_is_shown_whole() {
        let snippet = marker("nichts").cut(Locale::De, &flowing("Titel\nEin Satz.\nNoch einer."));
        assert_eq!(snippet.texts().collect::<Vec<_>>(), ["Titel · Ein Satz. Noch einer."]);
    }

    #[test]
    fn text_is_shown_in_the_language_of_the_page_first_and_says_what_it_is_in() {
        let texts =
            [(Locale::De, "Die Kette".to_owned(), String::new()), (Locale::En, "The chain".to_owned(), String::new())];
        let query = Query::read("kette");
        let marker = Marker::new(Language::searched(Locale::En), query.words(), &[Hits::default()]);
        let snippet = marker.snippet(Locale::En, (Locale::En, "A title"), &texts, &[String::new(), String::new()]);
        assert_eq!((snippet.locale, snippet.has_marks()), (Locale::De, true));
    }
}
