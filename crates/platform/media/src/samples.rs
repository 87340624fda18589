//! Pictures and files for tests: valid ones and malicious ones.

#![expect(clippy::missing_panics_doc, reason = "a sample that cannot be made is a broken test")]

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use jpeg_encoder::{ColorType, Encoder};
use rawzip::{CompressionMethod, ZipArchiveWriter};

/// Words in the metadata of [`photo`].
pub const PRIVATE: [&str; 2] = ["Kamera von nebenan", "GPS-Notiz"];

/// A photo whose left half is red, right half blue, and upper quarter white. Its metadata contain the
/// orientation (1 to 8), the owner and the location.
pub fn photo(width: u16, height: u16, orientation: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    encoder.add_exif_metadata(&exif(orientation)).expect("metadata of a few bytes");
    encoder.encode(&scene(width, height), width, height, ColorType::Rgb).expect("a sound picture");
    file
}

/// A photo with a colour profile.
pub fn with_profile(photo: &[u8], profile: &[u8]) -> Vec<u8> {
    let length = u16::try_from(2 + 14 + profile.len()).expect("a profile that fits into one segment").to_be_bytes();
    let (start, rest) = photo.split_at(2);
    [start, b"\xff\xe2", &length, b"ICC_PROFILE\0\x01\x01", profile, rest].concat()
}

/// A photo of one colour, encoded in several passes.
pub fn progressive(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 90);
    encoder.set_progressive(true);
    let pixels = vec![90; usize::from(width) * usize::from(height) * 3];
    encoder.encode(&pixels, width, height, ColorType::Rgb).expect("a sound picture");
    file
}

/// A photo of noise: its compressed pixels fill most of the file.
pub fn noisy_photo(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut state = 1_u32;
    let noise = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let pixels: Vec<u8> = (0..usize::from(width) * usize::from(height) * 3).map(noise).collect();
    Encoder::new(&mut file, 90).encode(&pixels, width, height, ColorType::Rgb).expect("a sound picture");
    file
}

/// Bytes compressed as in PDFs.
pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

/// White at the top, red on the left, blue on the right.
fn scene(width: u16, height: u16) -> Vec<u8> {
    let (width, height) = (usize::from(width), usize::from(height));
    let colour = |x: usize, y: usize| match () {
        () if y < height / 4 => [255, 255, 255],
        () if x < width / 2 => [220, 30, 30],
        () => [30, 30, 220],
    };
    (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect()
}

/// A TIFF block with orientation, owner and a location in the Ruhr area.
fn exif(orientation: u8) -> Vec<u8> {
    let (owner, note) = (format!("{}\0", PRIVATE[0]), format!("ASCII\0\0\0{}\0", PRIVATE[1]));
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    let entry = |block: &mut Vec<u8>, tag: u16, kind: u16, count: usize, value: [u8; 4]| {
        block.extend(tag.to_le_bytes());
        block.extend(kind.to_le_bytes());
        block.extend(u32::try_from(count).expect("a small block").to_le_bytes());
        block.extend(value);
    };
    let offset = |at: usize| u32::try_from(at).expect("a small block").to_le_bytes();
    // Two directories: 3 and 2 entries of 12 bytes each, plus 6 bytes for each directory.
    let (gps, words) = (8 + 3 * 12 + 6, 8 + 3 * 12 + 6 + 2 * 12 + 6);
    block.extend(3_u16.to_le_bytes());
    entry(&mut block, 0x0110, 2, owner.len(), offset(words));
    entry(&mut block, 0x0112, 3, 1, [orientation, 0, 0, 0]);
    entry(&mut block, 0x8825, 4, 1, offset(gps));
    block.extend([0; 4]);
    block.extend(2_u16.to_le_bytes());
    entry(&mut block, 0x0001, 2, 2, *b"N\0\0\0");
    entry(&mut block, 0x001c, 7, note.len(), offset(words + owner.len()));
    block.extend([0; 4]);
    block.extend(owner.bytes());
    block.extend(note.bytes());
    block
}

/// A drawing with a transparent left half.
pub fn drawing(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let pixels: Vec<u8> = (0..width * height)
        .flat_map(|at| if at % width < width / 2 { [0, 0, 0, 0] } else { [10, 80, 102, 255] })
        .collect();
    let mut writer = encoder.write_header().expect("a sound header");
    writer.write_image_data(&pixels).expect("a sound picture");
    writer.finish().expect("a sound picture");
    file
}

/// An animation of two frames: the first red, the second blue.
pub fn film(side: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = gif::Encoder::new(&mut file, side, side, &[220, 30, 30, 30, 30, 220]).expect("a sound header");
    for colour in [0, 1] {
        let buffer = vec![colour; usize::from(side) * usize::from(side)];
        let frame = gif::Frame { width: side, height: side, buffer: buffer.into(), ..gif::Frame::default() };
        encoder.write_frame(&frame).expect("a sound picture");
    }
    drop(encoder);
    file
}

/// A GIF of one frame and one colour: a small file, even with many pixels.
pub fn film_of(width: u16, height: u16) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = gif::Encoder::new(&mut file, width, height, &[220, 30, 30]).expect("a sound header");
    let buffer = vec![0; usize::from(width) * usize::from(height)];
    let frame = gif::Frame { width, height, buffer: buffer.into(), ..gif::Frame::default() };
    encoder.write_frame(&frame).expect("a sound picture");
    drop(encoder);
    file
}

/// A PNG of a few kilobytes with a huge width and height.
pub fn png_bomb(width: u32, height: u32) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    // One bit for each pixel; enough lines to fill the memory of a careless decoder.
    let line = vec![0; width as usize / 8 + 1];
    for _ in 0..height.min(2_000) {
        packed.write_all(&line).expect("memory");
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    for (name, body) in [(b"IHDR", header), (b"IDAT", packed.finish().expect("memory")), (b"IEND", Vec::new())] {
        file.extend(u32::try_from(body.len()).expect("a small chunk").to_be_bytes());
        let chunk = [name.as_slice(), &body].concat();
        file.extend(&chunk);
        file.extend(rawzip::crc32(&chunk).to_be_bytes());
    }
    file
}

/// An archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8], usize)> = parts.iter().map(|(name, bytes)| (*name, *bytes, 1)).collect();
    repeating(&parts)
}

/// A Word text with this size in mebibytes when it is unpacked.
pub fn docx_bomb(mebibytes: usize) -> Vec<u8> {
    repeating(&[("[Content_Types].xml", b"<Types/>", 1), ("word/document.xml", &[b' '; 1 << 10], mebibytes << 10)])
}

/// An archive of parts, whose bytes are repeated this number of times.
fn repeating(parts: &[(&str, &[u8], usize)]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut file);
    for (name, bytes, times) in parts {
        let (mut entry, config) =
            archive.new_file(name).compression_method(CompressionMethod::DEFLATE).start().expect("a sound name");
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
        for _ in 0..*times {
            writer.write_all(bytes).expect("memory");
        }
        let (encoder, descriptor) = writer.finish().expect("memory");
        encoder.finish().expect("memory");
        entry.finish(descriptor).expect("memory");
    }
    archive.finish().expect("memory");
    file
}

/// A Word text with this content.
pub fn docx(text: &[u8]) -> Vec<u8> {
    archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", text)])
}

/// A PDF with this in its catalogue.
pub fn pdf(body: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj << /Type /Catalog {body} >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n").into_bytes()
}
