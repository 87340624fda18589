//! The bytes around the pixels of a picture's file: headers, texts, profiles, and data behind the end.

use super::sniff::Found;

/// The bytes that are searched behind the end of a picture. Phones store a second picture or a film there, whose
/// compressed bytes contain any word by chance.
const BEHIND: usize = 4096;

/// The parts of a picture's file without its compressed pixels. A malformed remainder is one part.
pub(super) fn around_pixels<'a>(bytes: &'a [u8], found: &Found) -> Vec<&'a [u8]> {
    match found {
        Found::Jpeg => jpeg(bytes).0,
        Found::Png => png(bytes),
        Found::Webp => webp(bytes),
        Found::Gif => gif(bytes),
        _ => vec![bytes],
    }
}

/// True if a JPEG has its end. Decoders fill missing pixels with grey.
pub(super) fn is_whole_jpeg(bytes: &[u8]) -> bool {
    jpeg(bytes).1
}

fn behind(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(BEHIND)]
}

/// The parts of a JPEG, and true if it has an end.
fn jpeg(bytes: &[u8]) -> (Vec<&[u8]>, bool) {
    let mut pieces = Vec::new();
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        match rest {
            [0xff, 0xff, ..] => rest = &rest[1..],
            [0xff, 0xd9, end @ ..] => {
                pieces.push(behind(end));
                return (pieces, true);
            }
            [0xff, 0x01 | 0xd0..=0xd8, more @ ..] => rest = more,
            [0xff, marker, high, low, ..] => {
                let length = usize::from(u16::from_be_bytes([*high, *low])) + 2;
                let Some((segment, more)) = rest.split_at_checked(length) else {
                    pieces.push(rest);
                    return (pieces, false);
                };
                pieces.push(segment);
                rest = if *marker == 0xda { behind_scan(more) } else { more };
            }
            // Bytes between two segments; decoders continue at the next marker.
            [_, more @ ..] => {
                let next = more.iter().position(|byte| *byte == 0xff).unwrap_or(more.len());
                pieces.push(&rest[..=next.min(rest.len() - 1)]);
                rest = &more[next..];
            }
            [] => return (pieces, false),
        }
    }
}

/// The bytes behind the compressed data of a scan: from the next marker that is neither a stuffed byte nor a restart.
pub(super) fn behind_scan(bytes: &[u8]) -> &[u8] {
    let is_marker = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    let end = bytes.windows(2).position(is_marker).unwrap_or(bytes.len());
    &bytes[end..]
}

fn png(bytes: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut rest = bytes.get(8..).unwrap_or_default();
    loop {
        let length = rest.first_chunk::<4>().map(|length| u32::from_be_bytes(*length) as usize);
        let Some((chunk, more)) = length.and_then(|length| rest.split_at_checked(length.checked_add(12)?)) else {
            pieces.push(rest);
            return pieces;
        };
        match &chunk[4..8] {
            // Pixels and other compressed data.
            b"IDAT" | b"fdAT" | b"iCCP" | b"zTXt" => {}
            b"IEND" => {
                pieces.push(behind(more));
                return pieces;
            }
            _ => pieces.push(chunk),
        }
        rest = more;
    }
}

fn webp(bytes: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let length =
        bytes.get(4..8).and_then(|four| four.first_chunk::<4>()).map(|four| u32::from_le_bytes(*four) as usize);
    let end = length.and_then(|length| length.checked_add(8)).filter(|end| *end <= bytes.len()).unwrap_or(bytes.len());
    let (mut rest, after) = bytes.split_at(end);
    rest = rest.get(12..).unwrap_or_default();
    pieces.push(behind(after));
    loop {
        let length =
            rest.get(4..8).and_then(|four| four.first_chunk::<4>()).map(|four| u32::from_le_bytes(*four) as usize);
        let whole = length.and_then(|length| length.checked_next_multiple_of(2)?.checked_add(8));
        let Some((chunk, more)) = whole.and_then(|whole| rest.split_at_checked(whole)) else {
            pieces.push(rest);
            return pieces;
        };
        if !matches!(&chunk[..4], b"VP8 " | b"VP8L" | b"ALPH" | b"ANMF") {
            pieces.push(chunk);
        }
        rest = more;
    }
}

fn gif(bytes: &[u8]) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 6 << (flags & 7) };
    let start = 13 + bytes.get(10).map_or(0, |flags| table(*flags));
    let (head, mut rest) = bytes.split_at(start.min(bytes.len()));
    pieces.push(head);
    loop {
        match rest {
            [0x3b, end @ ..] => {
                pieces.push(behind(end));
                return pieces;
            }
            // Texts: blocks that each begin with their length.
            [0x21, _, blocks @ ..] => {
                let more = behind_blocks(blocks);
                pieces.push(&blocks[..blocks.len() - more.len()]);
                rest = more;
            }
            [0x2c, head @ ..] if head.len() > 9 => {
                let packed = head.get(10 + table(head[8])..).unwrap_or_default();
                rest = behind_blocks(packed);
            }
            _ => {
                pieces.push(rest);
                return pieces;
            }
        }
    }
}

/// The bytes behind blocks that each begin with their length, up to an empty one.
fn behind_blocks(mut bytes: &[u8]) -> &[u8] {
    while let [length, more @ ..] = bytes {
        bytes = more.get(usize::from(*length)..).unwrap_or_default();
        if *length == 0 {
            break;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Refusal, decode, encode, sniff};
    use crate::samples::{drawing, film, noisy_photo, photo, progressive};

    fn hidden(bytes: &[u8]) -> Result<(), Refusal> {
        sniff::refuse_hidden(bytes, &sniff::found(bytes))
    }

    /// A picture with a word inside its compressed pixels, as it occurs by chance once in some dozen large photos.
    fn by_chance(mut bytes: Vec<u8>) -> Vec<u8> {
        let middle = bytes.len() * 2 / 3;
        bytes[middle..middle + 4].copy_from_slice(b"<svG");
        bytes
    }

    #[test]
    fn word_in_packed_pixels_is_chance() {
        let photo = by_chance(noisy_photo(640, 480));
        assert!(sniff::contains(&photo, b"<svG"));
        assert_eq!(hidden(&photo), Ok(()));
        assert!(decode::decode(&photo, &Found::Jpeg).is_ok());
        assert_eq!(hidden(&by_chance(drawing(900, 900))), Ok(()));
        let mut film = film(200);
        let frame = film.iter().position(|byte| *byte == b',').unwrap();
        film[frame + 20..frame + 24].copy_from_slice(b"<svG");
        assert_eq!(hidden(&film), Ok(()));
        let image = encode::all(decode::decode(&photo, &Found::Jpeg).unwrap()).unwrap();
        for one in image.sizes {
            assert_eq!(hidden(&by_chance(one.bytes)), Ok(()), "{:?}", one.file_type);
        }
    }

    #[test]
    fn word_in_the_words_of_a_picture_or_behind_it_is_none() {
        for picture in [photo(64, 64, 1), progressive(64, 64), drawing(64, 64), film(64)] {
            assert_eq!(hidden(&picture), Ok(()));
            assert_eq!(hidden(&[&picture[..], b"  <SVG onload=1>"].concat()), Err(Refusal::Hidden));
        }
        let comment = b"\xff\xfe\0\x11<script>alert()";
        let photo = photo(64, 64, 1);
        assert_eq!(hidden(&[&photo[..2], comment, &photo[2..]].concat()), Err(Refusal::Hidden));
        let film = film(64);
        let end = film.len() - 1;
        let words = [&film[..end], b"\x21\xfe\x05<svg/\0", &film[end..]].concat();
        assert_eq!(hidden(&words), Err(Refusal::Hidden));
        let drawing = drawing(64, 64);
        let chunk = [&drawing[..33], b"\0\0\0\x09tEXta\0<html>1\0\0\0\0", &drawing[33..]].concat();
        assert_eq!(hidden(&chunk), Err(Refusal::Hidden));
    }

    #[test]
    fn picture_that_breaks_off_is_refused() {
        for (picture, found) in [
            (photo(640, 480, 1), Found::Jpeg),
            (progressive(640, 480), Found::Jpeg),
            (drawing(640, 480), Found::Png),
            (film(300), Found::Gif),
        ] {
            assert!(decode::decode(&picture, &found).is_ok());
            for part in [picture.len() / 8, picture.len() / 4] {
                assert_eq!(
                    decode::decode(&picture[..part], &found).err(),
                    Some(Refusal::BrokenImage),
                    "{found:?} {part}"
                );
            }
        }
    }
}
