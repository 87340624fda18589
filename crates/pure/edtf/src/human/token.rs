//! The tokenizer: cuts the text into numbers, words and signs.

use jiff::civil::Date;

use super::ReadError;
use crate::Edtf;

/// A token of the grammar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits; kept as text, because their number matters.
    Number(String),
    /// Letters, as typed and in small letters.
    Word { typed: String, small: String },
    /// A sign; every dash becomes `-`.
    Sign(char),
    /// A whole date in EDTF, which needs no grammar.
    Edtf(Edtf),
}

impl Token {
    /// The token as typed, for a message.
    pub(super) fn typed(&self) -> String {
        match self {
            Self::Number(digits) => digits.clone(),
            Self::Word { typed, .. } => typed.clone(),
            Self::Sign(sign) => sign.to_string(),
            Self::Edtf(edtf) => edtf.to_string(),
        }
    }
}

/// Cuts the text; refuses signs that occur in no date.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, ReadError> {
    // A long dash stands between two dates, a short one may be part of a date.
    let text = text.replace(['–', '—'], " – ").replace(['−', '‐', '‑'], "-").replace(['’', '‘', '´', '`'], "'");
    let mut tokens = Vec::new();
    for chunk in text.split_whitespace() {
        let date = chunk.trim_end_matches([',', ')']);
        match whole_edtf(date) {
            Some(edtf) => {
                tokens.push(Token::Edtf(edtf));
                cut(&chunk[date.len()..], &mut tokens)?;
            }
            None => match moment(chunk) {
                Some((day, time)) => {
                    cut(&day, &mut tokens)?;
                    cut(time, &mut tokens)?;
                }
                None => cut(chunk, &mut tokens)?,
            },
        }
    }
    Ok(tokens)
}

/// Recognizes a date in EDTF; a year alone stays a number for the grammar.
fn whole_edtf(chunk: &str) -> Option<Edtf> {
    let is_number = chunk.bytes().all(|byte| byte.is_ascii_digit());
    // No date in EDTF is longer.
    if is_number || chunk.len() > 40 {
        return None;
    }
    Edtf::parse(chunk).ok()
}

/// An instant in ISO 8601: the day as people would type it, and the rest with the time.
fn moment(chunk: &str) -> Option<(String, &str)> {
    let (date, time) = chunk.split_once('T').filter(|(date, _)| date.len() == 10)?;
    let date: Date = date.parse().ok()?;
    Some((format!("{}.{}.{:04}", date.day(), date.month(), date.year()), time))
}

fn cut(chunk: &str, tokens: &mut Vec<Token>) -> Result<(), ReadError> {
    let mut rest = chunk;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_digit() {
            rest.find(|c: char| !c.is_ascii_digit())
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic())
        } else {
            Some(first.len_utf8())
        };
        let (typed, behind) = rest.split_at(length.unwrap_or(rest.len()));
        tokens.push(match first {
            _ if first.is_ascii_digit() => Token::Number(typed.to_owned()),
            _ if first.is_alphabetic() => Token::Word { typed: typed.to_owned(), small: typed.to_lowercase() },
            '–' => Token::Sign('-'),
            '.' | ',' | '-' | '/' | ':' | '(' | ')' | '+' | '\'' => Token::Sign(first),
            _ => return Err(ReadError::Unclear(typed.to_owned())),
        });
        rest = behind;
    }
    Ok(())
}
