//! Content sniffing: detects the type of bytes, whatever their name says.

use infer::MatcherType;

use super::{Refusal, wrapping};

/// The endings of supported pictures. A picture may have any of them, because it is encoded again.
pub(super) const PICTURES: [&str; 6] = ["jpg", "jpeg", "jpe", "png", "webp", "gif"];
/// The bytes that are searched for the beginning of a web page or a drawing.
const HEAD: usize = 4096;
/// Words that occur in no picture by chance.
const FOREIGN: [&str; 5] = [concat!("<", "script"), "<!doctype", "<html", "<svg", "<?php"];

/// The detected type of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A WebP picture.
    Webp,
    /// A GIF picture, perhaps an animation.
    Gif,
    /// A PDF document.
    Pdf,
    /// An archive, perhaps an office file.
    Zip,
    /// Perhaps text.
    Text,
    /// A type that is refused.
    Refused(Refusal),
}

impl Found {
    pub(super) fn is_picture(&self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif)
    }

    /// The usual file ending.
    pub(super) fn ending(&self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Pdf => "pdf",
            Self::Zip => "zip",
            Self::Text | Self::Refused(_) => "txt",
        }
    }
}

/// Detects the type of bytes.
pub(super) fn found(bytes: &[u8]) -> Found {
    if bytes.is_empty() {
        return Found::Refused(Refusal::Empty);
    }
    // Markup is checked first: a web page can claim any type, and a script can begin like a picture.
    if let Some(refusal) = markup(bytes) {
        return Found::Refused(refusal);
    }
    if bytes.starts_with(b"PK") {
        return Found::Zip;
    }
    // Office programs from before 2007, and newer ones that lock a file with a password.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Found::Refused(Refusal::OldOffice);
    }
    match infer::get(bytes).map(|kind| (kind.mime_type(), kind.matcher_type())) {
        Some(("image/jpeg", _)) => Found::Jpeg,
        Some(("image/png", _)) => Found::Png,
        Some(("image/webp", _)) => Found::Webp,
        Some(("image/gif", _)) => Found::Gif,
        Some(("application/pdf", _)) => Found::Pdf,
        Some(("image/heif" | "image/heic" | "image/avif", _)) => Found::Refused(Refusal::Heic),
        Some((_, MatcherType::Image)) => Found::Refused(Refusal::OtherImage),
        Some((_, MatcherType::Audio | MatcherType::Video)) => Found::Refused(Refusal::Recording),
        Some((_, MatcherType::Archive)) => Found::Refused(Refusal::Archive),
        Some((_, MatcherType::App)) => Found::Refused(Refusal::Program),
        Some((_, MatcherType::Doc | MatcherType::Book)) => Found::Refused(Refusal::OldOffice),
        _ if bytes.starts_with(b"#!") || bytes.starts_with(b"<?php") => Found::Refused(Refusal::Program),
        Some((_, MatcherType::Text)) => Found::Refused(Refusal::WebPage),
        Some(_) => Found::Refused(Refusal::Unknown),
        None => Found::Text,
    }
}

/// Detects a drawing or a web page, even behind a comment or a byte order mark.
fn markup(bytes: &[u8]) -> Option<Refusal> {
    let head: Vec<u8> = bytes.iter().take(HEAD).filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let text = head.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(&head);
    if !text.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    Some(if contains(text, b"<svg") { Refusal::Svg } else { Refusal::WebPage })
}

/// Refuses a picture in which a web page or a program is hidden. It would not survive the encoding,
/// but the sender should know. Compressed pixels are not searched, because they contain any word by chance.
pub(super) fn refuse_hidden(bytes: &[u8], found: &Found) -> Result<(), Refusal> {
    let is_foreign = |words: &[u8], at: usize| {
        let rest = &words[at..];
        FOREIGN.iter().any(|sign| rest.get(..sign.len()).is_some_and(|here| here.eq_ignore_ascii_case(sign.as_bytes())))
    };
    for words in wrapping::around_pixels(bytes, found) {
        let mut starts = words.iter().enumerate().filter(|(_, byte)| **byte == b'<');
        if starts.any(|(at, _)| is_foreign(words, at)) || contains(words, b"%PDF-") {
            return Err(Refusal::Hidden);
        }
    }
    Ok(())
}

/// True if `sign` occurs in the bytes.
pub(super) fn contains(bytes: &[u8], sign: &[u8]) -> bool {
    bytes.windows(sign.len()).any(|here| here == sign)
}
