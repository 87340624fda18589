//! Plain text and CSV.

use super::Refusal;
use crate::medium::FileType;

/// Decides between the two by the name's ending; both must be UTF-8.
pub(super) fn check(bytes: &[u8], ending: &str) -> Result<FileType, Refusal> {
    let is_text = !bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=31 | 127));
    let file_type = match ending {
        "csv" if is_text => FileType::Csv,
        "txt" if is_text => FileType::Txt,
        // These bytes are no text, whatever the name says.
        _ if !is_text => return Err(Refusal::Unknown),
        _ => return Err(Refusal::Mismatch { ending: ending.to_owned(), found: FileType::Txt.code() }),
    };
    std::str::from_utf8(bytes).map(|_| file_type).map_err(|_| Refusal::Encoding)
}
