//! Adversarial texts: nested, never closed, alternating or endless, they cost a parser that looks back at
//! everything for each character quadratic work.
//!
//! Tests and measurements take them in several sizes: four times as much text should cost four times as much work,
//! not sixteen times. The product itself does not use them.

/// One text of each kind with the kind's name; each is nearly `bytes` long, and never longer.
pub fn texts(bytes: usize) -> Vec<(&'static str, String)> {
    let mut texts: Vec<_> = KINDS.iter().map(|kind| (kind.name, kind.text(bytes))).collect();
    texts.push(("wide table", wide_table(bytes)));
    texts
}

/// Two versions of a text that differ in every other word or line: the worst case for a diff.
pub fn alternating(separator: &str, bytes: usize) -> (String, String) {
    let before = format!("a{separator}");
    let after = format!("a{separator}b{separator}");
    (before.repeat(bytes / before.len()), after.repeat(bytes / after.len()))
}

/// A table with as many columns as short rows, which a parser fills up.
fn wide_table(bytes: usize) -> String {
    let columns = bytes / 8;
    format!("|{}\n|{}\n{}", "a|".repeat(columns), "-|".repeat(columns), "|a\n".repeat(columns))
}

/// A recipe for one adversarial text.
#[derive(Debug, Clone, Copy)]
struct Expensive {
    name: &'static str,
    /// Written once, at the beginning.
    begin: &'static str,
    /// Repeated; `#` stands for the number of the repetition, `§` for as many backticks.
    part: &'static str,
    /// Repeated as often as `part`, behind all of it.
    back: &'static str,
}

const fn of(name: &'static str, part: &'static str) -> Expensive {
    Expensive { name, begin: "", part, back: "" }
}

const KINDS: [Expensive; 54] = [
    of("quotations", ">"),
    of("quotations with blanks", "> "),
    of("bullets in a line", "- "),
    Expensive { name: "bullets, then empty lines", begin: "", part: "- ", back: "\n\n" },
    Expensive { name: "quotations, then lazy lines", begin: "", part: ">", back: "a\n" },
    of("numbered list", "1. a\n"),
    of("numbers that are no list", "7. a\n\n1. b\n\n"),
    of("dates", "1. Mai\n2. Juni\n"),
    of("loose list", "* a\n\n"),
    of("paragraphs", "a\n\n"),
    of("lines", "a\n"),
    of("hard breaks", "a  \n"),
    of("headings", "# a\n"),
    of("underlined headings", "a\n===\n"),
    of("rules", "---\n\n"),
    of("fences", "```\n"),
    of("ticks", "e§"),
    of("open brackets", "["),
    of("open pictures", "!["),
    of("open links", "[a](b"),
    of("open links in angles", "[a](<b"),
    of("links and emphasis", "[ a_"),
    of("links", "[a](/b) "),
    of("references", "[#]: u\n"),
    of("addresses", "<http://a.example> "),
    of("emphasis", "*a **a "),
    Expensive { name: "nested emphasis", begin: "", part: "*a **a ", back: " a** a*" },
    of("mixed emphasis", "*a_ "),
    of("stars", "*"),
    of("stars in words", "*a"),
    of("closing stars", "a* "),
    of("lines below", "_a "),
    of("tildes", "~a~~b "),
    of("struck out", "~~a~~ "),
    of("ampersands", "&"),
    of("entities", "&lt;"),
    of("angles", "< "),
    of("quotation marks", "»a« "),
    of("hard blanks", "\u{a0}"),
    of("tags of a kind that is not allowed", "<div>"),
    of("tags that are never closed", "<em>"),
    of("tags with values in paragraphs", "<p><em lang=x#>a"),
    of("tags among words", "a <q>x</q> "),
    of("tags around tables", "<table>a<td>"),
    Expensive { name: "values of a tag", begin: "<a ", part: "b# ", back: "" },
    of("quotes in tags", "<a '\" "),
    of("comments", "<!-- "),
    of("instructions", "a <? "),
    of("pictures", "![a](/medien/a) "),
    Expensive { name: "nested pictures", begin: "", part: "![a", back: "](/medien/a)" },
    of("one word", "a"),
    of("words", "a "),
    of("genitives", "des Hauses "),
    of("abbreviations", "z. B. NRW "),
];

impl Expensive {
    fn text(&self, bytes: usize) -> String {
        let mut text = self.begin.to_owned();
        let count = bytes / (self.part.len() + self.back.len());
        for number in 1..=count {
            let part = self.part.replace('#', &number.to_string()).replace('§', &"`".repeat(number));
            if text.len() + part.len() > bytes {
                break;
            }
            text.push_str(&part);
        }
        text.extend(std::iter::repeat_n(self.back, count));
        text
    }
}
