//! Numbers, words and dates that a seed gives.

use toml::{Table, Value};

/// Numbers that a seed gives, the same everywhere.
pub struct Dice(u64);

impl Dice {
    /// Equal seeds give equal numbers.
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2).wrapping_add(1))
    }

    /// A number below `most`.
    pub fn below(&mut self, most: usize) -> usize {
        // Knuth's MMIX generator; its upper bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    pub(crate) fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    pub(crate) fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }

    pub(crate) fn text(&mut self) -> String {
        const WORDS: [&str; 16] = [
            "Übergabe",
            "»Kita«",
            "a · b",
            "<b>&amp;",
            "\"x\"",
            "1.5",
            "Straße",
            "  ",
            "'",
            "…",
            "Lehrkräfte",
            "\u{202f}",
            "%25",
            "ж",
            "=1+1",
            "—",
        ];
        let words: Vec<&str> = (0..=self.below(5)).map(|_| *self.one(&WORDS)).collect();
        // A name must have something in it, and may have blanks around that.
        format!("{} Wort{}", words.join(" "), if self.coin() { " " } else { "" })
    }

    pub(crate) fn lines(&mut self) -> String {
        let lines: Vec<String> = (0..=self.below(3)).map(|_| self.text()).collect();
        lines.join("\n")
    }

    /// A text in German, and perhaps in English.
    pub fn localized(&mut self) -> Value {
        let mut texts = Table::from_iter([("de".to_owned(), self.text().into())]);
        if self.coin() {
            texts.insert("en".to_owned(), self.text().into());
        }
        texts.into()
    }

    pub(crate) fn when(&mut self) -> Value {
        const DATES: [&str; 14] = [
            "2018",
            "2018-09",
            "2018-09-20",
            "2018-09-20/2018-09-21",
            "2020-23",
            "2018/..",
            "../2018",
            "2018-08-31/",
            "/2018",
            "2018~",
            "2018/2019~",
            "201X",
            "2018-09-20/2018-10",
            "2020-33",
        ];
        let dates: Vec<&&str> = DATES.iter().filter(|date| edtf::Edtf::parse(date).is_ok()).collect();
        Value::from(**self.one(&dates))
    }
}
