//! Parses the structure of picture files to recognize those that contain nothing but the picture, as we
//! write them.

use super::wrapping::behind_scan;
use crate::medium::FileType;

/// The type of a picture without any text, metadata or profiles in it; `None` for all others.
pub(super) fn file_type(bytes: &[u8]) -> Option<FileType> {
    if is_bare_jpeg(bytes) {
        Some(FileType::Jpg)
    } else if is_bare_webp(bytes) {
        Some(FileType::Webp)
    } else {
        None
    }
}

/// True for a JPEG in several passes, which a decoder keeps twice in memory: its frame says so, or
/// its first scan does not contain all colours. Both may follow any number of other segments.
pub(super) fn is_in_passes(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    let mut colours = None;
    loop {
        rest = match rest {
            // A fill byte.
            [0xff, 0xff, ..] => &rest[1..],
            [0xff, 0xc2 | 0xc6 | 0xca | 0xce, ..] => return true,
            [0xff, 0xda, _, _, in_scan, ..] => return colours != Some(*in_scan),
            [0xff, marker, high, low, behind @ ..] => {
                let is_frame = matches!(marker, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf);
                if is_frame {
                    // The number of colours follows precision, height and width.
                    colours = behind.get(5).copied();
                }
                rest.get(usize::from(u16::from_be_bytes([*high, *low])) + 2..).unwrap_or_default()
            }
            _ => return false,
        };
    }
}

/// True for tables, frame, scans and end, and a JFIF header without a thumbnail.
fn is_bare_jpeg(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(&[0xff, 0xd8]) else { return false };
    loop {
        match rest {
            [0xff, 0xd9] => return true,
            [0xff, marker, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([*high, *low])) + 2;
                let is_known = match marker {
                    0xe0 => length == 18,
                    // Frame, Huffman tables, scan, quantisation, restart interval.
                    0xc0..=0xc2 | 0xc4 | 0xda | 0xdb | 0xdd => true,
                    _ => false,
                };
                let Some(behind) = rest.get(length..).filter(|_| is_known) else { return false };
                rest = if *marker == 0xda { behind_scan(behind) } else { behind };
            }
            _ => return false,
        }
    }
}

/// True for the picture and its transparency only.
fn is_bare_webp(bytes: &[u8]) -> bool {
    let Some((head, mut rest)) = bytes.split_at_checked(12) else { return false };
    let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
    if &head[..4] != b"RIFF" || &head[8..] != b"WEBP" || length as usize + 8 != bytes.len() {
        return false;
    }
    while let Some((chunk, behind)) = rest.split_at_checked(8) {
        let length = u32::from_le_bytes([chunk[4], chunk[5], chunk[6], chunk[7]]) as usize;
        let is_known = match &chunk[..4] {
            // Only the flag for transparency may be set.
            b"VP8X" => behind.first().is_some_and(|flags| flags & !0x10 == 0),
            b"ALPH" | b"VP8 " | b"VP8L" => true,
            _ => false,
        };
        let Some(next) = behind.get(length.next_multiple_of(2)..).filter(|_| is_known) else { return false };
        rest = next;
    }
    rest.is_empty()
}
