//! Parses content files, and names the line and the reason of each fault.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A fault in a content file, with its line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problem {
    /// The file, relative to the content folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// A sentence for the author of the file.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

/// A file split into front matter and body.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The file, relative to the content folder.
    pub file: String,
    front: String,
    /// The Markdown below the front matter, without blank lines around it.
    pub body: String,
    /// The line of the file in which the Markdown begins.
    body_line: usize,
}

const FENCE: &str = "+++";
/// The front matter begins in the second line.
const FIRST_LINE: usize = 2;

impl Sheet {
    /// Splits a file into front matter and body.
    ///
    /// # Errors
    /// If the front matter does not begin in the first line or does not end.
    pub fn split(file: &str, text: &str) -> Result<Self, Problem> {
        let problem = |line, reason: &str| Problem { file: file.to_owned(), line, reason: reason.to_owned() };
        let text = text.replace("\r\n", "\n");
        let Some(rest) = text.strip_prefix("+++\n") else {
            return Err(problem(1, "the file must begin with a line `+++`"));
        };
        let lines = rest.lines().count();
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == FENCE {
                let behind = rest[end + line.len()..].trim_end_matches('\n');
                let body = behind.trim_start_matches('\n');
                let front = rest[..end].to_owned();
                let body_line = FIRST_LINE + front.matches('\n').count() + 1 + behind.len() - body.len();
                return Ok(Self { file: file.to_owned(), front, body: body.to_owned(), body_line });
            }
            end += line.len();
        }
        Err(problem(lines + 1, "the front matter has no closing line `+++`"))
    }

    /// Reads the front matter, or those parts of it that `T` knows.
    ///
    /// # Errors
    /// With the line that does not fit.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        parse_toml(&self.file, &self.front, FIRST_LINE)
    }

    /// Reads one table of the front matter.
    ///
    /// # Errors
    /// With the line that does not fit.
    pub fn parse_table<T: DeserializeOwned>(&self, name: &'static str) -> Result<T, Problem> {
        read_toml(&self.file, &self.front, FIRST_LINE, |front| OneTable::new(name).deserialize(front))
    }

    /// The line of a place in the document of this file: `matter.links.2.to`, `table.programme.3.event`,
    /// `body`. For a place that the file does not have, the line of the nearest thing around it.
    pub fn line_at(&self, path: &str, table: Option<&str>) -> usize {
        let keys: Vec<&str> = path.split('.').collect();
        let keys = match keys.as_slice() {
            ["body", ..] => return self.body_line,
            ["matter", rest @ ..] => rest.to_vec(),
            ["table", rest @ ..] => table.into_iter().chain(rest.iter().copied()).collect(),
            _ => return 1,
        };
        let start = DeTable::parse(&self.front).map_or(0, |front| start_of(&front, &keys).unwrap_or(0));
        FIRST_LINE + self.front.get(..start).unwrap_or("").matches('\n').count()
    }

    /// A problem at the first line of the front matter that mentions `word`.
    pub fn problem(&self, word: &str, reason: String) -> Problem {
        Problem { file: self.file.clone(), line: line_of(&self.front, word) + FIRST_LINE - 1, reason }
    }
}

/// Reads TOML whose first line is line `first_line` of `file`.
///
/// # Errors
/// With the line that does not fit.
pub fn parse_toml<T: DeserializeOwned>(file: &str, text: &str, first_line: usize) -> Result<T, Problem> {
    read_toml(file, text, first_line, |front| T::deserialize(front))
}

fn read_toml<'t, T>(
    file: &str,
    text: &'t str,
    first_line: usize,
    read: impl FnOnce(toml::Deserializer<'t>) -> Result<T, toml::de::Error>,
) -> Result<T, Problem> {
    toml::Deserializer::parse(text).and_then(read).map_err(|error| {
        let before = error.span().map_or("", |span| text.get(..span.start).unwrap_or(""));
        Problem {
            file: file.to_owned(),
            line: first_line + before.matches('\n').count(),
            reason: error.message().trim_end().replace('\n', "; "),
        }
    })
}

/// Offset of the value of these keys, or of the longest part of the path that exists.
fn start_of(front: &Spanned<DeTable<'_>>, keys: &[&str]) -> Option<usize> {
    let (first, rest) = keys.split_first()?;
    let (key, value) = front.get_ref().iter().find(|(key, _)| key.get_ref() == first)?;
    let mut found = key.span().start;
    let mut value = value;
    for key in rest {
        let next = match value.get_ref() {
            DeValue::Table(table) => table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value),
            DeValue::Array(rows) => key.parse::<usize>().ok().and_then(|place| rows.get(place)),
            _ => None,
        };
        let Some(next) = next else { break };
        value = next;
        found = value.span().start;
    }
    Some(found)
}

/// The value of one key of a map, as a field of a struct would be; all other keys are left alone.
struct OneTable<T> {
    name: &'static str,
    value: PhantomData<T>,
}

impl<T> OneTable<T> {
    const fn new(name: &'static str) -> Self {
        Self { name, value: PhantomData }
    }
}

impl<'de, T: DeserializeOwned> DeserializeSeed<'de> for OneTable<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: DeserializeOwned> Visitor<'de> for OneTable<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a front matter with the table `{}`", self.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut front: A) -> Result<T, A::Error> {
        let mut found = None;
        while let Some(key) = front.next_key::<String>()? {
            if key == self.name {
                found = Some(front.next_value()?);
            } else {
                front.next_value::<IgnoredAny>()?;
            }
        }
        found.ok_or_else(|| de::Error::missing_field(self.name))
    }
}

/// The first line, from 1, that mentions `word`; 1 if none does.
pub fn line_of(text: &str, word: &str) -> usize {
    text.lines().position(|line| line.contains(word)).map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_is_split_into_front_matter_and_body() {
        let sheet = Sheet::split("a.md", "+++\ntitle = \"x\"\n+++\n\nText.\n").unwrap();
        assert_eq!((sheet.front.as_str(), sheet.body.as_str()), ("title = \"x\"\n", "Text."));
    }

    #[test]
    fn place_in_a_document_has_its_line() {
        let front = "title = \"x\"\nfields = [\n  \"a\",\n  \"b\",\n]\n\n[[links]]\nto = \"c\"\n\n[[links]]\nto = \"d\"\n\n[event]\nparent = \"e\"\n";
        let sheet = Sheet::split("a.md", &format!("+++\n{front}+++\n\nText.\n")).unwrap();
        let line = |path: &str| sheet.line_at(path, Some("event"));
        assert_eq!(["matter.title", "matter.fields.1", "matter.links.1.to"].map(line), [2, 5, 12]);
        assert_eq!(["table.parent", "table.programme.3", "table"].map(line), [15, 14, 14]);
        assert_eq!(["body", "slug", "matter.municipality"].map(line), [18, 1, 2]);
    }

    #[test]
    fn problems_name_the_line_in_the_file() {
        #[derive(Debug, serde::Deserialize)]
        struct Front {
            #[expect(dead_code, reason = "only its type matters")]
            when: String,
        }
        let sheet = Sheet::split("a.md", "+++\ntitle = \"x\"\nwhen = 3\n+++\n").unwrap();
        assert_eq!(sheet.parse::<Front>().unwrap_err().line, 3);
        assert_eq!(sheet.problem("when", "no".to_owned()).to_string(), "a.md:3: no");
        assert_eq!(Sheet::split("a.md", "title").unwrap_err().line, 1);
        assert_eq!(Sheet::split("a.md", "+++\na = 1\nb = 2\n").unwrap_err().line, 3);
    }
}
