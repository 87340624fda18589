//! PDFs: only passive documents are accepted.
//!
//! The check covers all objects that a PDF reader may find: those that begin with `1 0 obj` anywhere, because a
//! cross-reference table or a repair may lead there, and those in object streams. Words in strings and in
//! compressed pictures are no objects. An object is judged by its names, which [`lexer`] decodes: without the name
//! of an action it cannot do it.

mod lexer;
mod packed;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use lexer::{Lexer, Token};
use packed::Packed;

use super::Refusal;
use super::sniff::contains;

/// Names of active content: scripts, programs, forms that send, other files, films.
const ACTIVE: [&[u8]; 10] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"GoToR",
    b"GoToE",
    b"XFA",
    b"RichMedia",
    b"Rendition",
];
/// Other relevant names: of an embedded file, of encryption, of reordered bytes.
const MARKS: [&[u8]; 4] = [b"EF", b"EmbeddedFile", b"Encrypt", b"Predictor"];
/// Keys with relevant values: the type of a stream and its compression.
const KEYS: [&[u8]; 4] = [b"Type", b"N", b"First", b"Filter"];
/// The most values of such keys that are kept for one object; a valid one has four.
const MOST_VALUES: usize = 16;
/// The number of bytes at the end of a file that may contain the end mark.
const TAIL: usize = 2048;
/// The most reads per byte of the file. Nested objects would cost the square of their number.
const LOOKS: usize = 4;

/// Refuses a PDF with active content or another file in it, one that cannot be judged, or one without an end.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if !bytes.starts_with(b"%PDF-") || !contains(&bytes[bytes.len().saturating_sub(TAIL)..], b"%%EOF") {
        return Err(Refusal::BrokenPdf);
    }
    let mut looks = Looks(bytes.len().saturating_mul(LOOKS));
    let (mut packed, mut attached) = (Packed::new(), None);
    for at in beginnings(bytes) {
        let object = Object::read(bytes, at, &mut looks)?;
        object.judge(&mut attached)?;
        if let (true, Some(stream)) = (object.is_object_stream(), object.stream) {
            let inner = packed.unpack(&object, &bytes[stream..])?;
            let mut looks = Looks(inner.len().saturating_mul(LOOKS));
            for at in object.places(&inner)? {
                Object::read(&inner, at, &mut looks)?.judge(&mut attached)?;
            }
        }
    }
    attached.map_or(Ok(()), |name| Err(Refusal::AttachedFile { name }))
}

/// The starts of objects and trailers: behind `obj` after a number, and behind `trailer`.
fn beginnings(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let is_object = |at: usize| {
        let before = bytes[..at].last().copied().unwrap_or_default();
        let last = bytes[..at].iter().rev().find(|byte| !lexer::is_space(**byte));
        let digit = last.is_some_and(u8::is_ascii_digit);
        // The line before may end with a comment.
        (digit || matches!(before, b'\n' | b'\r')) && bytes.get(at + 3).is_none_or(|byte| !lexer::is_regular(*byte))
    };
    bytes.windows(3).enumerate().filter_map(move |(at, word)| match word {
        b"obj" if is_object(at) => Some(at + 3),
        b"tra" if bytes[at..].starts_with(b"trailer") => Some(at + 7),
        _ => None,
    })
}

/// The number of bytes that may still be read.
struct Looks(usize);

impl Looks {
    fn spend(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.0 = self.0.checked_sub(bytes).ok_or(Refusal::BrokenPdf)?;
        Ok(())
    }
}

/// The relevant content of one object.
#[derive(Default)]
struct Object {
    /// Values that are a number or a name, by their key, from the object's own dictionary.
    words: Vec<(Vec<u8>, Vec<u8>)>,
    /// The names of [`ACTIVE`] and [`MARKS`] that it contains.
    marks: HashSet<&'static [u8]>,
    /// The last name of a file in it.
    file_name: Option<Vec<u8>>,
    /// The position of its stream, if it has one.
    stream: Option<usize>,
}

impl Object {
    /// Reads one value: up to its closing bracket, or one word.
    fn read(bytes: &[u8], at: usize, looks: &mut Looks) -> Result<Self, Refusal> {
        let mut object = Self::default();
        let mut lexer = Lexer::new(bytes, at);
        let (mut depth, mut key, mut before) = (0_usize, None, at);
        while let Some(token) = lexer.next() {
            looks.spend(lexer.at() - before)?;
            before = lexer.at();
            match &token {
                Token::Open => depth += 1,
                Token::Close => depth = depth.saturating_sub(1),
                Token::Name(name) => object.note_name(name),
                Token::Text(_) | Token::Word(_) => {}
            }
            key = object.note(key, token, depth);
            if depth == 0 {
                break;
            }
        }
        object.stream = lexer.stream();
        Ok(object)
    }

    fn note_name(&mut self, name: &[u8]) {
        self.marks.extend(ACTIVE.into_iter().chain(MARKS).find(|mark| *mark == name));
    }

    /// Notes a value under its key; returns the key of the next value.
    fn note(&mut self, key: Option<Vec<u8>>, token: Token, depth: usize) -> Option<Vec<u8>> {
        match (key, token) {
            (None, Token::Name(name)) => Some(name),
            (Some(key), Token::Text(text)) => {
                if key == b"UF" || key == b"F" {
                    self.file_name = Some(text);
                }
                None
            }
            (Some(key), Token::Name(word) | Token::Word(word)) => {
                let is_listed = depth > 1 && key == b"Filter";
                let matters = KEYS.contains(&key.as_slice()) && self.words.len() < MOST_VALUES;
                if matters && (depth == 1 || is_listed) {
                    self.words.push((key.clone(), word));
                }
                is_listed.then_some(key)
            }
            // The items of a list of filters belong to its key.
            (Some(key), Token::Open) if key == b"Filter" => Some(key),
            _ => None,
        }
    }

    /// Refuses active content and encryption, and notes the name of an attached file.
    fn judge(&self, attached: &mut Option<String>) -> Result<(), Refusal> {
        // With so many values, the one that a reader uses might be missing.
        if self.words.len() == MOST_VALUES {
            return Err(Refusal::BrokenPdf);
        }
        let has = |mark: &[u8]| self.marks.contains(mark);
        if has(b"Encrypt") {
            return Err(Refusal::LockedPdf);
        }
        if ACTIVE.into_iter().any(has) {
            return Err(Refusal::ActivePdf);
        }
        if has(b"EF") || has(b"EmbeddedFile") {
            let name = self.file_name.as_deref().map(words).unwrap_or_default();
            // The object with the bytes does not contain the name; another one does.
            let known = attached.get_or_insert_default();
            if known.is_empty() {
                *known = name;
            }
        }
        Ok(())
    }

    /// True if its compressed bytes are reordered, as those of pictures are.
    fn is_rearranged(&self) -> bool {
        self.marks.contains(b"Predictor".as_slice())
    }

    fn word(&self, key: &[u8]) -> Option<&[u8]> {
        self.words.iter().find(|(other, _)| other == key).map(|(_, word)| word.as_slice())
    }

    /// The number under a key that occurs exactly once.
    fn number(&self, key: &[u8]) -> Option<usize> {
        let mut words = self.words.iter().filter(|(other, _)| other == key);
        match (words.next(), words.next()) {
            (Some((_, word)), None) => std::str::from_utf8(word).ok()?.parse().ok(),
            _ => None,
        }
    }

    /// True if it contains other objects. Some readers do not check the type.
    fn is_object_stream(&self) -> bool {
        self.word(b"Type") == Some(b"ObjStm") || (self.word(b"First").is_some() && self.word(b"N").is_some())
    }

    /// The positions of the objects in unpacked data: a list of numbers and positions precedes them.
    fn places(&self, inner: &[u8]) -> Result<Vec<usize>, Refusal> {
        let (Some(count), Some(first)) = (self.number(b"N"), self.number(b"First")) else {
            return Err(Refusal::BrokenPdf);
        };
        let mut lexer = Lexer::new(inner, 0);
        let mut places = Vec::new();
        for _ in 0..count.min(inner.len()) {
            let (Some(_), Some(Token::Word(place))) = (lexer.next(), lexer.next()) else { break };
            let place: Option<usize> = std::str::from_utf8(&place).ok().and_then(|place| place.parse().ok());
            places.push(first.saturating_add(place.ok_or(Refusal::BrokenPdf)?).min(inner.len()));
        }
        Ok(places)
    }
}

/// Decodes a string: UTF-16 if it has the mark, else one byte per character. Drops characters that cannot be shown.
fn words(text: &[u8]) -> String {
    let text: String = match text.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => String::from_utf8(text.to_vec()).unwrap_or_else(|_| text.iter().copied().map(char::from).collect()),
    };
    text.chars().filter(|letter| !letter.is_control()).take(80).collect()
}
