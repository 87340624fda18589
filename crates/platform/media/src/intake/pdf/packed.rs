//! Object streams: objects that are compressed in a stream.

use std::io::Read as _;

use flate2::bufread::ZlibDecoder;

use super::Object;
use crate::intake::Refusal;

/// The most bytes of all unpacked object streams together. A book of a thousand pages with tags has 20 MB.
const MOST_UNPACKED: u64 = 64 << 20;

/// Unpacks object streams within one budget of bytes.
pub(super) struct Packed {
    left: u64,
}

impl Packed {
    pub(super) fn new() -> Self {
        Self { left: MOST_UNPACKED }
    }

    /// Unpacks the objects in a stream. Programs that write PDFs use one compression for them;
    /// another one may hide something, so it is refused.
    pub(super) fn unpack(&mut self, object: &Object, stream: &[u8]) -> Result<Vec<u8>, Refusal> {
        let filters: Vec<&[u8]> =
            object.words.iter().filter(|(key, _)| key == b"Filter").map(|(_, word)| word.as_slice()).collect();
        let mut inner = Vec::new();
        match filters.as_slice() {
            [] => {
                let end = stream.windows(9).position(|word| word == b"endstream").unwrap_or(stream.len());
                inner.extend_from_slice(&stream[..end]);
            }
            [b"FlateDecode" | b"Fl"] if !object.is_rearranged() => {
                // Readers continue if compressed data ends too early, so the unpacked part is checked.
                let _ = ZlibDecoder::new(stream).take(self.left + 1).read_to_end(&mut inner);
                if inner.is_empty() {
                    return Err(Refusal::BrokenPdf);
                }
            }
            _ => return Err(Refusal::BrokenPdf),
        }
        self.left = self.left.checked_sub(inner.len() as u64).ok_or(Refusal::Bomb)?;
        Ok(inner)
    }
}
