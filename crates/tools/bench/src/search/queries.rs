//! The measured queries: words of all frequencies, forms, compounds, mistakes, filters, no hits.

use super::words::Vocabulary;

/// A query of the measurement.
#[derive(Debug)]
pub(super) struct Query {
    /// The property that it tests.
    pub(super) class: &'static str,
    /// The words alone, for the database's own search.
    pub(super) words: String,
    /// The address of the result page.
    pub(super) address: String,
}

/// The ranks of the words of a query, and the rest of its address.
const RANKED: [(&str, &[&[usize]], &str); 9] = [
    ("one word, frequent", &[&[0], &[1], &[2], &[3], &[4]], ""),
    ("one word, in between", &[&[50], &[120], &[300], &[700]], ""),
    ("one word, rare", &[&[2_000], &[3_000], &[4_000], &[5_000]], ""),
    ("two words", &[&[0, 1], &[1, 10], &[5, 200], &[30, 60]], ""),
    ("three words", &[&[0, 1, 2], &[3, 4, 20], &[0, 50, 100]], ""),
    ("filter by kind", &[&[0], &[7]], "&art=event"),
    ("filter by field", &[&[0], &[7]], "&feld=vielfalt"),
    ("three filters", &[&[0], &[7]], "&art=project&feld=vielfalt&jahr=2015"),
    ("page 5", &[&[0], &[1], &[5]], "&seite=5"),
];

/// Words as visitors type them.
const TYPED: [(&str, &[&str]); 4] = [
    ("another form", &["Bildungsketten", "Stadthäuser", "Lernwerkstätten", "Projektbüros"]),
    ("part of compounds", &["Kette", "Schule", "Bildung", "Haus", "Förderung"]),
    ("one mistake", &["Bildungskete", "Talentfrderung", "Quartiersentwickulng", "Stadthuas", "Familienberatumg"]),
    ("nothing found", &["Xylophonkiste", "qqqqqqqqq", "Zwölftonmusik Kette"]),
];

/// Forty-six queries in classes.
pub(super) fn queries(vocabulary: &Vocabulary) -> Vec<Query> {
    let query = |class, words: String, rest: &str| {
        let address = format!("/suche?q={}{rest}", encoded(&words));
        Query { class, words, address }
    };
    let mut queries = Vec::new();
    for (class, all, rest) in RANKED {
        for ranks in all {
            let words: Vec<&str> = ranks.iter().map(|rank| vocabulary.rank(*rank)).collect();
            queries.push(query(class, words.join(" "), rest));
        }
    }
    for (class, all) in TYPED {
        queries.extend(all.iter().map(|words| query(class, (*words).to_owned(), "")));
    }
    queries
}

/// The words of a query, percent-encoded.
fn encoded(words: &str) -> String {
    let bytes = words.bytes().map(|byte| match byte {
        b' ' => "+".to_owned(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    bytes.collect()
}
