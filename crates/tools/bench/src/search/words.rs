//! Generated texts with a realistic vocabulary: some thousand words, including compounds, of
//! which few are frequent and most are rare (Zipf's law).

use crate::generate::Numbers;

const FIRST: [&str; 60] = [
    "Bildung",
    "Schule",
    "Kinder",
    "Eltern",
    "Lehr",
    "Talent",
    "Zukunft",
    "Region",
    "Stadt",
    "Land",
    "Kultur",
    "Sprach",
    "Sport",
    "Musik",
    "Technik",
    "Natur",
    "Umwelt",
    "Familien",
    "Jugend",
    "Berufs",
    "Hochschul",
    "Forschungs",
    "Wirtschafts",
    "Arbeits",
    "Gesundheits",
    "Quartiers",
    "Nachbarschafts",
    "Vereins",
    "Projekt",
    "Netzwerk",
    "Innovations",
    "Digital",
    "Medien",
    "Lese",
    "Schreib",
    "Mathematik",
    "Ganztags",
    "Grundschul",
    "Kita",
    "Spiel",
    "Lern",
    "Werk",
    "Fach",
    "Themen",
    "Leit",
    "Ruhr",
    "Fluss",
    "Berg",
    "Hafen",
    "Brücken",
    "Straßen",
    "Garten",
    "Wasser",
    "Energie",
    "Klima",
    "Verkehrs",
    "Wohn",
    "Sozial",
    "Gemeinde",
    "Kreis",
];
const SECOND: [&str; 60] = [
    "kette",
    "partnerschaft",
    "förderung",
    "planung",
    "entwicklung",
    "konferenz",
    "werkstatt",
    "gruppe",
    "haus",
    "platz",
    "weg",
    "plan",
    "tag",
    "woche",
    "jahr",
    "forum",
    "messe",
    "preis",
    "stiftung",
    "verein",
    "verband",
    "amt",
    "ministerium",
    "bericht",
    "studie",
    "strategie",
    "ziel",
    "frage",
    "idee",
    "angebot",
    "bedarf",
    "wandel",
    "chance",
    "brücke",
    "zentrum",
    "labor",
    "büro",
    "beratung",
    "begleitung",
    "betreuung",
    "ausbildung",
    "übergang",
    "abschluss",
    "erfolg",
    "leistung",
    "kompetenz",
    "projekt",
    "programm",
    "initiative",
    "bündnis",
    "netz",
    "kreis",
    "raum",
    "ort",
    "markt",
    "fest",
    "bühne",
    "buch",
    "heft",
    "blatt",
];
const SMALL: [&str; 30] = [
    "die", "der", "und", "in", "zu", "den", "das", "nicht", "von", "sie", "ist", "des", "sich", "mit", "dem", "dass",
    "er", "es", "ein", "ich", "auf", "so", "eine", "auch", "als", "an", "nach", "wie", "im", "für",
];

/// A vocabulary, sorted by falling frequency.
#[derive(Debug)]
pub(super) struct Vocabulary(Vec<String>);

impl Vocabulary {
    /// About six thousand words, the same on every machine.
    pub(super) fn new() -> Self {
        let mut words = Vec::new();
        for first in FIRST {
            for second in SECOND {
                words.push(format!("{first}{second}"));
                if second.ends_with('e') || second.ends_with("ung") {
                    words.push(format!("{first}{second}{}", if second.ends_with('e') { "n" } else { "en" }));
                }
            }
            words.push(first.to_owned());
        }
        let mut numbers = Numbers(7);
        for at in (1..words.len()).rev() {
            words.swap(at, numbers.below(at + 1));
        }
        Self(words)
    }

    /// The word with this rank; 0 is the most frequent.
    pub(super) fn rank(&self, rank: usize) -> &str {
        &self.0[rank.min(self.0.len() - 1)]
    }

    /// A random word with realistic frequency: a rank twice as great is half as likely.
    pub(super) fn draw(&self, numbers: &mut Numbers) -> &str {
        // The exponential of a uniform number is distributed like that.
        let share = numbers.below(1_000_000);
        let exponent = u32::try_from(share).map_or(0.0, f64::from) / 1_000_000.0;
        &self.0[self.place(exponent)]
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank below the number of words")]
    fn place(&self, share: f64) -> usize {
        let last = u32::try_from(self.0.len()).map_or(1.0, f64::from);
        (last.powf(share) as usize).saturating_sub(1).min(self.0.len() - 1)
    }

    /// A text of `length` words in sentences.
    pub(super) fn text(&self, numbers: &mut Numbers, length: usize) -> String {
        let mut text = String::new();
        for at in 0..length {
            let word = if numbers.below(5) < 2 { numbers.pick(&SMALL) } else { self.draw(numbers) };
            text.push_str(word);
            text.push_str(if at % 12 == 11 { ". " } else { " " });
        }
        text
    }
}
