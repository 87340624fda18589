//! Checks the quotation marks in tables: each that is opened must be closed at the end of its cell.
//!
//! A CSV reader takes everything behind an open quotation mark for one cell, to the end of the file if need
//! be. So a stray one would silently make people disappear.

use std::fmt;
use std::io::{self, BufRead};

/// A fault of the quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The file ends before the cell does.
    NeverClosed,
    /// The cell goes on behind its closing quotation mark.
    GoesOn,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverClosed => "a quotation mark is opened and never closed",
            Self::GoesOn => {
                "a quotation mark is opened here, and the cell goes on behind the next one: \
                 write a quotation mark that belongs to the text twice"
            }
        })
    }
}

/// State of the scanner within a cell.
enum State {
    Beginning,
    Plain,
    Quoted,
    /// Behind a quotation mark in a quoted cell: the end of the cell, or the first half of an escaped mark.
    Closed,
}

/// The first fault, with the line (from 1) in which its quotation mark is opened.
pub(super) fn fault(table: &mut impl BufRead, divider: u8) -> io::Result<Option<(u64, Fault)>> {
    let (mut state, mut line, mut opened) = (State::Beginning, 1, 1);
    let mut last = 0;
    loop {
        let piece = table.fill_buf()?;
        if piece.is_empty() {
            return Ok(matches!(state, State::Quoted).then_some((opened, Fault::NeverClosed)));
        }
        for &byte in piece {
            let is_end = byte == divider || byte == b'\n' || byte == b'\r';
            state = match (state, byte) {
                (State::Beginning, b'"') => {
                    opened = line;
                    State::Quoted
                }
                // A byte order mark may precede the first cell.
                (State::Beginning, 0xef | 0xbb | 0xbf) => State::Beginning,
                (State::Quoted, b'"') => State::Closed,
                (State::Quoted, _) | (State::Closed, b'"') => State::Quoted,
                (_, _) if is_end => State::Beginning,
                (State::Closed, b' ') => State::Closed,
                (State::Closed, _) => return Ok(Some((opened, Fault::GoesOn))),
                (State::Beginning | State::Plain, _) => State::Plain,
            };
            // `\r\n` is one end of a line, as is `\r` alone.
            line += u64::from(byte == b'\r' || (byte == b'\n' && last != b'\r'));
            last = byte;
        }
        let length = piece.len();
        table.consume(length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(table: &str) -> Option<(u64, Fault)> {
        fault(&mut table.as_bytes(), b',').unwrap()
    }

    #[test]
    fn sound_tables_have_no_fault() {
        for table in ["", "a,b\n", "\"a\",\"b\"\"c\"\n", "a,5\" high\n", "\u{feff}\"a\" ,b\r\n\"x\ny\",\"\"", "\"a\""] {
            assert_eq!(of(table), None, "{table:?}");
        }
    }

    #[test]
    fn open_quotation_mark_is_found_in_its_line() {
        assert_eq!(of("a,b\r\nc,\"d\r\ne,f\r\n"), Some((2, Fault::NeverClosed)));
        assert_eq!(of("a,b\rc,d\r\"e,f"), Some((3, Fault::NeverClosed)));
        assert_eq!(of("\u{feff}\"a,b\n"), Some((1, Fault::NeverClosed)));
        assert_eq!(of("a,\"late\nb,c\nd,\"early\ne,f\n"), Some((1, Fault::GoesOn)), "two of them do not make a pair");
        assert_eq!(of("a,\"b\"\"\n"), Some((1, Fault::NeverClosed)));
    }
}
