//! Comma-separated tables as people and spreadsheets write them: with or without a line of names, divided by
//! commas or semicolons.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Seek as _};
use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, StringRecord};

use super::Refused;

/// A table that is read line by line.
pub(super) struct Table {
    file: PathBuf,
    reader: csv::Reader<BufReader<File>>,
    record: StringRecord,
    /// The line that was read ahead to see whether it holds names.
    is_ahead: bool,
    /// Where each column stands that was asked for.
    places: Vec<Option<usize>>,
}

impl Table {
    /// Opens a table with these columns; those behind the first `needed` may be missing.
    pub(super) fn open(path: &Path, columns: &[&str], needed: usize) -> anyhow::Result<Self> {
        let unreadable = |source| Refused::Unreadable { file: path.to_owned(), source };
        let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
        let mut first = Vec::new();
        file.read_until(b'\n', &mut first).map_err(unreadable)?;
        file.rewind().map_err(unreadable)?;
        let divider = if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' };
        let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(divider).from_reader(file);
        let record = StringRecord::new();
        let mut table = Self {
            file: path.to_owned(),
            reader,
            record,
            is_ahead: false,
            places: (0..columns.len()).map(Some).collect(),
        };
        table.is_ahead = table.read()?;
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

    /// Goes to the next line that holds something; false after the last.
    pub(super) fn next(&mut self) -> anyhow::Result<bool> {
        if std::mem::take(&mut self.is_ahead) {
            return Ok(true);
        }
        self.read()
    }

    fn read(&mut self) -> anyhow::Result<bool> {
        match self.reader.read_record(&mut self.record) {
            Ok(has_more) => Ok(has_more),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let reason = match error.kind() {
                    csv::ErrorKind::Utf8 { .. } => "this is not UTF-8; save the table as CSV in UTF-8".to_owned(),
                    _ => error.to_string(),
                };
                Err(Refused::File { file: self.file.clone(), line, reason }.into())
            }
        }
    }

    /// What stands in a column, by its number among those asked for; empty if nothing does.
    pub(super) fn text(&self, column: usize) -> &str {
        self.places[column].and_then(|place| self.record.get(place)).unwrap_or_default().trim()
    }

    /// The number in a column.
    pub(super) fn number(&self, column: usize, name: &str) -> Result<u32, Refused> {
        let text = self.text(column);
        text.parse().map_err(|_| match text {
            "" => self.refuse(format!("the {name} is missing")),
            _ => self.refuse(format!("the {name} `{text}` is no whole number from 0 on")),
        })
    }

    /// The number in a column that may be empty.
    pub(super) fn number_or_none(&self, column: usize, name: &str) -> Result<Option<u32>, Refused> {
        if self.text(column).is_empty() { Ok(None) } else { self.number(column, name).map(Some) }
    }

    /// Says what is wrong with this line.
    pub(super) fn refuse(&self, reason: String) -> Refused {
        Refused::File { file: self.file.clone(), line: self.record.position().map_or(0, csv::Position::line), reason }
    }
}
