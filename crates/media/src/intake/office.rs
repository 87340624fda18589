//! Office files: archives that hold what their type must hold, no program, and no more than they say.

use std::collections::HashSet;
use std::io::{Read, sink};

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use super::Refusal;
use crate::medium::FileType;

/// Most files in an archive.
const MOST_PARTS: u64 = 10_000;
/// Most bytes of all files together when they are unpacked.
const MOST_UNPACKED: u64 = 300 << 20;
/// So many times larger than packed is no text that people write.
const MOST_SWELLING: u64 = 250;
/// The first file of an `OpenDocument`, which says what it is.
const MIMETYPE: &str = "mimetype";

/// What kind of office file it is.
///
/// Everything is unpacked once, into nothing, and counted: what an archive says of its sizes need not
/// be true.
pub(super) fn check(bytes: &[u8]) -> Result<FileType, Refusal> {
    let archive = ZipArchive::from_slice(bytes).map_err(|_| Refusal::BrokenOffice)?;
    let mut names = HashSet::new();
    let mut mimetype = Vec::new();
    let mut budget = Budget::new(bytes.len());
    let mut parts = archive.entries();
    while let Some(part) = parts.next_entry().map_err(|_| Refusal::BrokenOffice)? {
        let name = part.file_path().try_normalize().map_err(|_| Refusal::BrokenOffice)?.as_ref().to_owned();
        budget.packed(part.compressed_size_hint())?;
        let mut first = unpack(&archive, &part, &mut budget)?;
        if name == MIMETYPE {
            mimetype = std::mem::take(&mut first);
        }
        names.insert(name.to_ascii_lowercase());
    }
    if names.iter().any(|name| is_program(name)) {
        return Err(Refusal::Macros);
    }
    file_type(&names, &mimetype).ok_or(Refusal::Archive)
}

/// Unpacks a part into nothing; gives its first bytes.
fn unpack(
    archive: &ZipSliceArchive<&[u8]>,
    part: &rawzip::ZipFileHeaderRecord<'_>,
    budget: &mut Budget,
) -> Result<Vec<u8>, Refusal> {
    let entry = archive.get_entry(part.wayfinder()).map_err(|_| Refusal::BrokenOffice)?;
    let mut reader: Box<dyn Read + '_> = match part.compression_method() {
        CompressionMethod::STORE => Box::new(entry.data()),
        CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(entry.data())),
        _ => return Err(Refusal::BrokenOffice),
    };
    let mut first = Vec::new();
    let broken = |_| Refusal::BrokenOffice;
    (&mut reader).take(128).read_to_end(&mut first).map_err(broken)?;
    let rest = std::io::copy(&mut reader.take(budget.left() + 1), &mut sink()).map_err(broken)?;
    budget.unpacked(rest + first.len() as u64)?;
    Ok(first)
}

/// What an archive may still do.
struct Budget {
    /// Bytes of the archive.
    length: u64,
    parts: u64,
    packed: u64,
    unpacked: u64,
}

impl Budget {
    fn new(length: usize) -> Self {
        Self { length: length as u64, parts: 0, packed: 0, unpacked: 0 }
    }

    /// Counts a part. Parts that share their bytes would be larger together than the archive.
    fn packed(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.parts += 1;
        self.packed = self.packed.saturating_add(bytes);
        if self.parts > MOST_PARTS || self.packed > self.length { Err(Refusal::Bomb) } else { Ok(()) }
    }

    fn unpacked(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.unpacked = self.unpacked.saturating_add(bytes);
        if self.unpacked > self.most() { Err(Refusal::Bomb) } else { Ok(()) }
    }

    fn left(&self) -> u64 {
        self.most().saturating_sub(self.unpacked)
    }

    fn most(&self) -> u64 {
        MOST_UNPACKED.min(self.length.saturating_mul(MOST_SWELLING))
    }
}

/// Whether a part runs when the file is opened.
fn is_program(name: &str) -> bool {
    let ends = ["vbaproject.bin", "vbadata.xml", ".exe", ".dll", ".js", ".vbs", ".jar"];
    let begins = ["basic/", "scripts/"];
    ends.iter().any(|end| name.ends_with(end))
        || begins.iter().any(|begin| name.starts_with(begin))
        || name.contains("/activex/")
        || name.contains("/macrosheets/")
}

fn file_type(names: &HashSet<String>, mimetype: &[u8]) -> Option<FileType> {
    let opened = [FileType::Odt, FileType::Ods, FileType::Odp];
    if let Some(found) = opened.into_iter().find(|kind| kind.media_type().as_bytes() == mimetype) {
        return names.contains("content.xml").then_some(found);
    }
    let main = [
        (FileType::Docx, "word/document.xml"),
        (FileType::Xlsx, "xl/workbook.xml"),
        (FileType::Pptx, "ppt/presentation.xml"),
    ];
    let found = main.into_iter().find(|(_, part)| names.contains(*part)).map(|(kind, _)| kind);
    found.filter(|_| names.contains("[content_types].xml"))
}
