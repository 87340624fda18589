//! PDFs that only show something.

use super::Refusal;
use super::sniff::contains;

/// The names of actions that run something when a PDF is opened.
const ACTIVE: [&[u8]; 5] = [b"/JavaScript", b"/JS", b"/Launch", b"/RichMedia", b"/EmbeddedFile"];

/// Refuses a PDF that holds a program or another file, or has no end.
///
/// What a PDF keeps packed is not looked at: it is served as a file to save, never opened in our pages.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    if !bytes.starts_with(b"%PDF-") || !contains(&bytes[bytes.len().saturating_sub(2048)..], b"%%EOF") {
        return Err(Refusal::BrokenPdf);
    }
    let names = spelled_out(bytes);
    if ACTIVE.iter().any(|name| has_name(&names, name)) { Err(Refusal::ActivePdf) } else { Ok(()) }
}

/// `/J#61vaScript` is another way to write `/JavaScript`.
fn spelled_out(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        let code = (*first == b'#').then(|| behind.get(..2)).flatten().and_then(|digits| {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
        });
        plain.push(code.unwrap_or(*first));
        rest = if code.is_some() { &behind[2..] } else { behind };
    }
    plain
}

/// Whether a name stands there whole: `/JS` is not the beginning of `/JSomething`.
fn has_name(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len() + 1).any(|here| here.starts_with(name) && !here[name.len()].is_ascii_alphanumeric())
}
