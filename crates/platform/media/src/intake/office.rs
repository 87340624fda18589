//! Office files: archives with the parts of their type, without programs, and not larger than they claim.

mod markup;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::io::{BufReader, Cursor, Read, sink};

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use super::{LARGEST_FILE, Refusal};
use crate::medium::FileType;

/// The most files in an archive.
const MOST_PARTS: u64 = 10_000;
/// The most bytes of all files together when they are unpacked.
const MOST_UNPACKED: u64 = 300 << 20;
/// The greatest compression ratio; text that people write never reaches it.
const MOST_SWELLING: u64 = 250;
/// The name of the first file of an `OpenDocument`, which contains its media type.
const MIMETYPE: &str = "mimetype";

/// The greatest depth of office files inside office files: a chart in a text includes its table.
const DEEPEST: u8 = 1;
/// The most bytes that are read to detect the type of a part.
const HEAD: u64 = 512;
/// The signature of old office files; current files store macros and embedded objects in this format.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Detects the type of an office file.
///
/// Everything is unpacked once and counted, because the sizes that an archive claims need not be true. Each part is
/// judged by its content, not by its name: XML is parsed ([`markup`]), an office file inside is checked like the one
/// around it, and a macro or an object of another program is refused.
pub(super) fn check(bytes: &[u8]) -> Result<FileType, Refusal> {
    check_within(bytes, 0)
}

fn check_within(bytes: &[u8], depth: u8) -> Result<FileType, Refusal> {
    let archive = ZipArchive::from_slice(bytes).map_err(|_| Refusal::BrokenOffice)?;
    let mut names = HashSet::new();
    let mut mimetype = Vec::new();
    let mut budget = Budget::new(bytes.len());
    let mut parts = archive.entries();
    while let Some(part) = parts.next_entry().map_err(|_| Refusal::BrokenOffice)? {
        let name = part.file_path().try_normalize().map_err(|_| Refusal::BrokenOffice)?.as_ref().to_ascii_lowercase();
        budget.packed(part.compressed_size_hint())?;
        if is_program(&name) {
            return Err(Refusal::Macros);
        }
        let mut reader = open(&archive, &part)?;
        let mut head = Vec::new();
        (&mut reader).take(HEAD).read_to_end(&mut head).map_err(|_| Refusal::BrokenOffice)?;
        let rest = Counted { reader, left: budget.left() + 1, read: 0 };
        let unpacked = judge(&name, &head, rest, depth)?;
        budget.unpacked(unpacked)?;
        if name == MIMETYPE {
            mimetype = head;
        }
        names.insert(name);
    }
    file_type(&names, &mimetype).ok_or(Refusal::Archive)
}

/// A reader that unpacks a part.
fn open<'a>(
    archive: &'a ZipSliceArchive<&[u8]>,
    part: &rawzip::ZipFileHeaderRecord<'_>,
) -> Result<Box<dyn Read + 'a>, Refusal> {
    let entry = archive.get_entry(part.wayfinder()).map_err(|_| Refusal::BrokenOffice)?;
    match part.compression_method() {
        CompressionMethod::STORE => Ok(Box::new(entry.data())),
        CompressionMethod::DEFLATE => Ok(Box::new(DeflateDecoder::new(entry.data()))),
        _ => Err(Refusal::BrokenOffice),
    }
}

/// Checks a part by its bytes, reads it to its end, and returns their number.
fn judge(name: &str, head: &[u8], mut rest: Counted<'_>, depth: u8) -> Result<u64, Refusal> {
    let broken = |_| Refusal::BrokenOffice;
    if head.starts_with(&COMPOUND) {
        return Err(if name.contains("vba") { Refusal::Macros } else { Refusal::ForeignObject });
    }
    if markup::is_markup(name, head)? {
        let checked = markup::check(Cursor::new(head).chain(BufReader::new(&mut rest)));
        // At the end of the budget, XML breaks off.
        checked.map_err(|refusal| if rest.left == 0 { Refusal::Bomb } else { refusal })?;
    } else if head.starts_with(b"PK\x03\x04") {
        let mut inner = head.to_vec();
        (&mut rest).take(LARGEST_FILE as u64).read_to_end(&mut inner).map_err(broken)?;
        if depth == DEEPEST || inner.len() > LARGEST_FILE {
            return Err(Refusal::Bomb);
        }
        match check_within(&inner, depth + 1) {
            // Any other archive is an object of an unknown program.
            Err(Refusal::Archive) => return Err(Refusal::ForeignObject),
            checked => checked.map(drop)?,
        }
    }
    std::io::copy(&mut rest, &mut sink()).map_err(broken)?;
    Ok(head.len() as u64 + rest.read)
}

/// A reader that counts its bytes and ends with the budget.
struct Counted<'a> {
    reader: Box<dyn Read + 'a>,
    left: u64,
    read: u64,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let read = self.reader.read(&mut into[..most])?;
        self.left -= read as u64;
        self.read += read as u64;
        Ok(read)
    }
}

/// The remaining limits of an archive.
struct Budget {
    /// The size of the archive in bytes.
    length: u64,
    parts: u64,
    packed: u64,
    unpacked: u64,
}

impl Budget {
    fn new(length: usize) -> Self {
        Self { length: length as u64, parts: 0, packed: 0, unpacked: 0 }
    }

    /// Counts a part. Overlapping parts would be larger together than the archive.
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

/// True if the part runs when the file is opened.
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
