//! Comma-separated tables as people and spreadsheets write them: with or without a header, divided by
//! commas or semicolons.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Seek as _};
use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, StringRecord};

use super::{Refusal, quotes};

/// A table that is read line by line.
pub(super) struct Table {
    file: PathBuf,
    reader: csv::Reader<BufReader<File>>,
    record: StringRecord,
    /// True if the first line was read ahead, to see if it is a header.
    is_ahead: bool,
    /// The position of each requested column in the file.
    places: Vec<Option<usize>>,
    /// Most cells of a line: as many as the first one has.
    width: usize,
    divider: u8,
}

impl Table {
    /// Opens a table with these columns; those behind the first `needed` may be missing.
    pub(super) fn open(path: &Path, columns: &[&str], needed: usize) -> anyhow::Result<Self> {
        let unreadable = |source| Refusal::Unreadable { file: path.to_owned(), source };
        let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
        let mut first = Vec::new();
        file.read_until(b'\n', &mut first).map_err(unreadable)?;
        file.rewind().map_err(unreadable)?;
        let divider = if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' };
        if let Some((line, fault)) = quotes::fault(&mut file, divider).map_err(unreadable)? {
            return Err(Refusal::File { file: path.to_owned(), line, reason: fault.to_string() }.into());
        }
        file.rewind().map_err(unreadable)?;
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(divider).from_reader(file);
        let record = StringRecord::new();
        let mut table = Self {
            file: path.to_owned(),
            reader,
            record,
            is_ahead: false,
            places: (0..columns.len()).map(Some).collect(),
            width: usize::MAX,
            divider,
        };
        table.is_ahead = table.read()?;
        table.width = table.record.len();
        if table.is_ahead && table.record.iter().any(|name| name.trim().eq_ignore_ascii_case(columns[0])) {
            table.is_ahead = false;
            let place = |column: &&str| table.record.iter().position(|name| name.trim().eq_ignore_ascii_case(column));
            table.places = columns.iter().map(place).collect();
            if let Some(missing) = columns[..needed].iter().zip(&table.places).find(|(_, place)| place.is_none()) {
                return Err(table.refuse(format!("the column `{}` is missing", missing.0)).into());
            }
        }
        Ok(table)
    }

    /// Goes to the next line that is not empty; false after the last.
    pub(super) fn next(&mut self) -> anyhow::Result<bool> {
        if std::mem::take(&mut self.is_ahead) {
            return Ok(true);
        }
        self.read()
    }

    fn read(&mut self) -> anyhow::Result<bool> {
        match self.reader.read_record(&mut self.record) {
            Ok(has_more) if self.record.iter().skip(self.width).all(|cell| cell.trim().is_empty()) => Ok(has_more),
            Ok(_) => {
                let divider = char::from(self.divider);
                let reason = format!(
                    "this line has more columns than the first: put a cell that holds `{divider}` into quotation marks"
                );
                Err(self.refuse(reason).into())
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let reason = match error.kind() {
                    csv::ErrorKind::Utf8 { .. } => "this is not UTF-8; save the table as CSV in UTF-8".to_owned(),
                    _ => error.to_string(),
                };
                Err(Refusal::File { file: self.file.clone(), line, reason }.into())
            }
        }
    }

    /// The text of a column, by its index among those requested; empty if the line has none.
    pub(super) fn text(&self, column: usize) -> &str {
        self.places[column].and_then(|place| self.record.get(place)).unwrap_or_default().trim()
    }

    /// True if semicolons divide the cells, so that a list divided by semicolons needs quotation marks.
    pub(super) fn is_divided_by_semicolons(&self) -> bool {
        self.divider == b';'
    }

    /// The number in a column.
    pub(super) fn number(&self, column: usize, name: &str) -> Result<u32, Refusal> {
        let text = self.text(column);
        text.parse().map_err(|_| match text {
            "" => self.refuse(format!("the {name} is missing")),
            _ => self.refuse(format!("the {name} `{text}` is no whole number from 0 on")),
        })
    }

    /// The number in a column that may be empty.
    pub(super) fn number_or_none(&self, column: usize, name: &str) -> Result<Option<u32>, Refusal> {
        if self.text(column).is_empty() { Ok(None) } else { self.number(column, name).map(Some) }
    }

    /// A fault of the current line.
    pub(super) fn refuse(&self, reason: String) -> Refusal {
        Refusal::File { file: self.file.clone(), line: self.record.position().map_or(0, csv::Position::line), reason }
    }
}
