//! Plain text and tables as text.

use super::Refusal;
use crate::medium::FileType;

/// Which of the two it is says the name; both must be text in UTF-8.
pub(super) fn check(bytes: &[u8], ending: &str) -> Result<FileType, Refusal> {
    let is_text = !bytes.iter().any(|byte| matches!(byte, 0..=8 | 14..=31 | 127));
    let file_type = match ending {
        "csv" if is_text => FileType::Csv,
        "txt" if is_text => FileType::Txt,
        // Whatever the name says, these bytes are nothing that we know.
        _ if !is_text => return Err(Refusal::Unknown),
        _ => return Err(Refusal::Mismatch { ending: ending.to_owned(), found: FileType::Txt.code() }),
    };
    std::str::from_utf8(bytes).map(|_| file_type).map_err(|_| Refusal::Encoding)
}
