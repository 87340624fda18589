//! Quotation marks in tables: whether each that is opened is closed at the end of its cell.
//!
//! A reader of tables takes what follows an open quotation mark for one cell, to the end of the file if need be. So a
//! stray one would make people disappear without a word.

use std::fmt;
use std::io::{self, BufRead};

/// What is wrong with the quotation marks of a table.
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

/// Where we are in a cell.
enum Place {
    Beginning,
    Plain,
    Quoted,
    /// Behind a quotation mark in a quoted cell: its end, or the first of two.
    Closed,
}

/// The first fault, with the line in which its quotation mark is opened, from 1.
pub(super) fn fault(table: &mut impl BufRead, divider: u8) -> io::Result<Option<(u64, Fault)>> {
    let (mut place, mut line, mut opened) = (Place::Beginning, 1, 1);
    let mut last = 0;
    loop {
        let piece = table.fill_buf()?;
        if piece.is_empty() {
            return Ok(matches!(place, Place::Quoted).then_some((opened, Fault::NeverClosed)));
        }
        for &byte in piece {
            let is_end = byte == divider || byte == b'\n' || byte == b'\r';
            place = match (place, byte) {
                (Place::Beginning, b'"') => {
                    opened = line;
                    Place::Quoted
                }
                // The mark of UTF-8 may stand before the first cell.
                (Place::Beginning, 0xef | 0xbb | 0xbf) => Place::Beginning,
                (Place::Quoted, b'"') => Place::Closed,
                (Place::Quoted, _) | (Place::Closed, b'"') => Place::Quoted,
                (_, _) if is_end => Place::Beginning,
                (Place::Closed, b' ') => Place::Closed,
                (Place::Closed, _) => return Ok(Some((opened, Fault::GoesOn))),
                (Place::Beginning | Place::Plain, _) => Place::Plain,
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
