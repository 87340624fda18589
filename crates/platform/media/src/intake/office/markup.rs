//! The XML in office files: refuses macros, objects of other programs, and targets elsewhere that are fetched
//! when the file is opened.
//!
//! Links that people follow themselves are allowed. So is the template of a text if it lies on its author's machine:
//! half of all texts of an administration name one, and on other machines no program finds it.

use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::intake::Refusal;

/// The most bytes of one tag or one run of text. The longest text of a cell has 32,767 characters; a drawing may
/// contain a picture in an attribute.
const LARGEST_EVENT: usize = 4 << 20;
/// The greatest depth of nested elements.
const DEEPEST: usize = 1_000;
/// The most characters of a field's instruction that are checked.
const LONGEST_FIELD: usize = 4_096;

/// True if a part is XML by its name or its beginning, which may have any number of blanks before it.
///
/// # Errors
/// XML in an encoding that office programs do not write.
pub(super) fn is_markup(name: &str, head: &[u8]) -> Result<bool, Refusal> {
    let is_wide = head.starts_with(&[0xfe, 0xff]) || head.starts_with(&[0xff, 0xfe]);
    let text = head.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(head).trim_ascii_start();
    let is_called_so = matches!(name.rsplit('.').next(), Some("xml" | "rels"));
    match text {
        [b'<', 0, ..] | [0, b'<', ..] => Err(Refusal::BrokenOffice),
        _ if is_wide => Err(Refusal::BrokenOffice),
        [b'<', ..] => Ok(true),
        [] => Ok(!head.is_empty()),
        _ => Ok(is_called_so),
    }
}

/// Reads a part to its end and refuses forbidden content.
pub(super) fn check(part: impl BufRead) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(Piecewise { part, left: 0 });
    let (mut buffer, mut depth, mut field) = (Vec::new(), 0_usize, Field::default());
    loop {
        buffer.clear();
        reader.get_mut().left = LARGEST_EVENT;
        let event = reader.read_event_into(&mut buffer).map_err(|error| refusal(&error))?;
        match event {
            Event::Start(start) => {
                depth += 1;
                field.begin(start.local_name().as_ref());
                element(&start)?;
            }
            Event::Empty(start) => {
                field.begin(start.local_name().as_ref());
                element(&start)?;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(text) => field.add(&text.xml10_content()),
            Event::GeneralRef(reference) => field.add_reference(reference.resolve_char_ref().ok().flatten()),
            // An entity could stand for anything; office programs declare none.
            Event::DocType(_) => return Err(Refusal::BrokenOffice),
            Event::Eof => return field.check(),
            _ => {}
        }
        field.check()?;
        if depth > DEEPEST {
            return Err(Refusal::Bomb);
        }
    }
}

fn refusal(error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(cause) if cause.kind() == io::ErrorKind::FileTooLarge => Refusal::Bomb,
        _ => Refusal::BrokenOffice,
    }
}

/// A reader that limits the bytes of one event.
struct Piecewise<P> {
    part: P,
    left: usize,
}

impl<P: BufRead> Read for Piecewise<P> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.part.read(into)
    }
}

impl<P: BufRead> BufRead for Piecewise<P> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 { Err(io::ErrorKind::FileTooLarge.into()) } else { self.part.fill_buf() }
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.part.consume(amount);
    }
}

/// The relevant attributes of an element, with any prefix.
#[derive(Default)]
struct Attributes {
    target: String,
    kind: String,
    content_type: String,
    instruction: String,
    is_external: bool,
    names_macro: bool,
}

impl Attributes {
    fn of(start: &BytesStart<'_>) -> Result<Self, Refusal> {
        let mut all = Self::default();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|_| Refusal::BrokenOffice)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refusal::BrokenOffice)?;
            let lower = value.trim().to_ascii_lowercase();
            all.names_macro |= lower.starts_with("vnd.sun.star.script:") || lower.starts_with("macro:");
            match attribute.key.local_name().as_ref() {
                "Target" | "href" => all.target = lower,
                "Type" => all.kind = lower,
                "ContentType" => all.content_type = lower,
                "instr" => all.instruction = value.into_owned(),
                "TargetMode" => all.is_external = lower == "external",
                "macro-name" | "language" if start.local_name().as_ref() == "event-listener" => all.names_macro = true,
                "action" => {
                    let runs = ["execute", "ppaction://macro", "ppaction://program", "ppaction://ole"];
                    all.names_macro |= runs.iter().any(|action| lower.starts_with(action));
                }
                _ => {}
            }
        }
        Ok(all)
    }
}

/// Checks one element.
fn element(start: &BytesStart<'_>) -> Result<(), Refusal> {
    let name = start.local_name();
    let name = name.as_ref();
    let all = Attributes::of(start)?;
    let is_program = ["macroenabled", "macrosheet", "vbaproject", "vbadata", "activex"]
        .iter()
        .any(|word| all.content_type.contains(word) || (name == "Relationship" && all.kind.contains(word)));
    if is_program || all.names_macro || matches!(name, "script" | "applet") {
        return Err(Refusal::Macros);
    }
    if name == "Relationship" && all.kind.ends_with("/oleobject") {
        return Err(Refusal::ForeignObject);
    }
    let is_followed_by_hand = all.kind.ends_with("/hyperlink");
    let fetches = match name {
        "Relationship" => all.is_external && !is_followed_by_hand && !is_on_own_machine(&all.target),
        // In OpenDocument the element itself has the target.
        "image" | "object" | "object-ole" | "section-source" | "table-source" | "template" | "floating-frame"
        | "plugin" => !is_on_own_machine(&all.target),
        _ => name.starts_with("dde") || name == "oleLink" || is_exchange(&all.instruction),
    };
    if fetches { Err(Refusal::Fetches) } else { Ok(()) }
}

/// True for targets in the file itself or on a drive of the machine, which are not fetched from elsewhere.
fn is_on_own_machine(target: &str) -> bool {
    let target = target.replace("%5c", "/").replace("%2f", "/").replace('\\', "/");
    if let Some(file) = target.strip_prefix("file:///") {
        return !file.starts_with('/');
    }
    if target.starts_with("data:") {
        return true;
    }
    let is_drive = |scheme: &str| scheme.len() == 1 && scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
    let scheme = target.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains('/'));
    !target.starts_with("//") && scheme.is_none_or(is_drive)
}

/// True if a field starts Dynamic Data Exchange with another program.
fn is_exchange(instruction: &str) -> bool {
    let word = instruction.split_whitespace().next().unwrap_or_default().trim_matches('"');
    word.eq_ignore_ascii_case("dde") || word.eq_ignore_ascii_case("ddeauto")
}

/// The instruction of a Word field, which may be split into pieces.
#[derive(Default)]
struct Field {
    is_open: bool,
    text: String,
}

impl Field {
    fn begin(&mut self, element: &str) {
        match element {
            "instrText" => self.is_open = true,
            "fldChar" | "fldSimple" | "p" => *self = Self::default(),
            // Elements between two pieces, such as their fonts, do not divide them.
            "r" | "rPr" => self.is_open = false,
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if self.is_open && self.text.len() + text.len() <= LONGEST_FIELD {
            self.text.push_str(text);
        }
    }

    fn add_reference(&mut self, letter: Option<char>) {
        if let Some(letter) = letter {
            self.add(letter.encode_utf8(&mut [0; 4]));
        }
    }

    fn check(&self) -> Result<(), Refusal> {
        if is_exchange(&self.text) { Err(Refusal::Fetches) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_the_own_machine_are_told_from_those_elsewhere() {
        for here in [
            "",
            "media/image1.png",
            "data:image/png;base64,aa==",
            "#anchor",
            "file:///c:/vorlagen/brief.dotx",
            "c:\\vorlagen\\brief.dotx",
            "../a.xlsx",
        ] {
            assert!(is_on_own_machine(here), "{here}");
        }
        for there in [
            "https://ort.example/a.dotm",
            "http://ort.example",
            "file://server/a.dotm",
            "\\\\server\\a.dotm",
            "file:///\\\\server\\a.dotm",
            "file:///%5c%5cserver/a.dotm",
            "file:////server/a.dotm",
            "//server/a",
            "mhtml:https://ort.example",
            "ftp://ort.example",
        ] {
            assert!(!is_on_own_machine(there), "{there}");
        }
    }
}
