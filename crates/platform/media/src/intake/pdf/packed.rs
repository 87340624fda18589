//! Objects that are packed into a stream.

use std::io::Read as _;

use flate2::bufread::ZlibDecoder;

use super::Object;
use crate::intake::Refusal;

/// Most bytes of all packed objects together when they are unpacked. A book of a thousand pages with tags has 20 MB.
const MOST_UNPACKED: u64 = 64 << 20;

/// Unpacks object streams within one budget.
pub(super) struct Packed {
    left: u64,
}

impl Packed {
    pub(super) fn new() -> Self {
        Self { left: MOST_UNPACKED }
    }

    /// What is packed into an object whose stream begins with these bytes. Programs that write PDFs pack objects in one
    /// way; whoever takes another one may do so to hide something, so what cannot be read is refused.
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
                // Readers go on where packed data ends too early; so do we, with what there is.
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
