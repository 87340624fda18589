//! Sanitized file names: from the name that a browser sends to one that we can write down.
//!
//! A browser may send anything as the name of a file: a path, a header, a trick of writing
//! direction. [`FileName::of`] makes of it a name that can stand in a header, in an address and on
//! every disk, and keeps the part by which people recognize their file.

use crate::Slug;

/// Longer stems are cut; in characters.
const LONGEST: usize = 100;
/// A longer ending is not taken for one; in bytes.
const LONGEST_ENDING: usize = 8;
/// Device names that some systems reserve.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name of a file in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// Without ending; never empty, no separator, no control character, no dot at either end.
    pub stem: String,
    /// Small letters and digits, without dot; empty if there is none.
    pub ending: String,
}

impl FileName {
    /// The safe name that comes closest to what was sent.
    pub fn of(sent: &str) -> Self {
        // Some browsers send the whole path.
        let name = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let name: String = name.chars().filter(|c| is_writable(*c)).collect();
        let name = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) if is_ending(ending) => (stem, ending.to_ascii_lowercase()),
            _ => (name, String::new()),
        };
        let stem = stem.split_whitespace().collect::<Vec<_>>().join(" ");
        let stem = stem.trim_matches(['.', ' ']);
        let stem = if stem.is_empty() || is_device(stem) { format!("datei {stem}") } else { stem.to_owned() };
        let stem: String = stem.chars().take(LONGEST).collect();
        Self { stem: stem.trim_end_matches(['.', ' ']).to_owned(), ending }
    }

    /// The whole name with this ending, which may differ from the one that was sent.
    pub fn with_ending(&self, ending: &str) -> String {
        format!("{}.{ending}", self.stem)
    }

    /// A title for lists until somebody gives the file a better one.
    pub fn title(&self) -> String {
        self.stem.replace('_', " ")
    }
}

/// The form for addresses: the stem as a slug, `datei` if nothing of it remains, and the ending.
pub fn in_address(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let slug = Slug::from_title(stem).map_or_else(|| "datei".to_owned(), String::from);
    format!("{slug}.{ending}")
}

/// Control characters, separators and invisible characters, such as those that turn the writing
/// direction, may not stand in a name.
fn is_writable(c: char) -> bool {
    let is_hidden = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
    !c.is_control() && !is_hidden && !"/\\:*?\"<>|%;`$".contains(c)
}

fn is_ending(text: &str) -> bool {
    (1..=LONGEST_ENDING).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_device(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    DEVICES.contains(&name.trim_end_matches(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(sent: &str) -> (String, String) {
        let FileName { stem, ending } = FileName::of(sent);
        (stem, ending)
    }

    #[test]
    fn people_recognize_their_file() {
        for (sent, stem, ending) in [
            ("Protokoll Größe 2018.PDF", "Protokoll Größe 2018", "pdf"),
            ("IMG_0815.JPG", "IMG_0815", "jpg"),
            ("Bericht v1.2 (final).docx", "Bericht v1.2 (final)", "docx"),
            ("漢字.txt", "漢字", "txt"),
            ("README", "README", ""),
            ("Fachtag 7. Oktober", "Fachtag 7. Oktober", ""),
        ] {
            assert_eq!(name(sent), (stem.to_owned(), ending.to_owned()), "{sent}");
        }
    }

    #[test]
    fn paths_headers_and_tricks_become_harmless() {
        for (sent, stem, ending) in [
            ("../../etc/passwd", "passwd", ""),
            ("..\\..\\Windows\\win.ini", "win", "ini"),
            ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1", "pdf"),
            ("a\"; filename=\"b.html", "a filename=b", "html"),
            ("rechnung\u{202e}fdp.exe", "rechnungfdp", "exe"),
            ("...", "datei", ""),
            ("", "datei", ""),
            (".htaccess", "htaccess", ""),
            ("NUL.pdf", "datei NUL", "pdf"),
            ("com1.txt", "datei com1", "txt"),
            ("%2e%2e%2fx.pdf", "2e2e2fx", "pdf"),
            ("a.p\0df", "a", "pdf"),
        ] {
            assert_eq!(name(sent), (stem.to_owned(), ending.to_owned()), "{sent}");
        }
    }

    #[test]
    fn a_name_in_an_address_is_plain() {
        assert_eq!(in_address("Protokoll Größe.pdf"), "protokoll-groesse.pdf");
        assert_eq!(in_address("漢字.txt"), "datei.txt");
    }

    /// Pieces of names and of attacks, in any order.
    fn any_name() -> impl Strategy<Value = String> {
        let pieces =
            ["../", "..\\", "\r\n", "\0", "\"", "; filename=", "%0d%0a", "NUL", ".", " ", "ä", "\u{202e}", ".pdf"];
        let piece =
            prop_oneof![2 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
        proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_name_that_is_sent_becomes_a_safe_one(sent in any_name()) {
            let name = FileName::of(&sent);
            prop_assert!(!name.stem.is_empty() && name.stem.chars().count() <= LONGEST);
            prop_assert!(name.stem.chars().all(is_writable));
            prop_assert!(!name.stem.starts_with(['.', ' ']) && !name.stem.ends_with(['.', ' ']));
            prop_assert!(name.ending.is_empty() || is_ending(&name.ending));
            prop_assert!(!is_device(&name.stem));
        }

        #[test]
        fn safe_name_is_its_own_safe_name(sent in any_name()) {
            let name = FileName::of(&sent).with_ending("pdf");
            prop_assert_eq!(FileName::of(&name).with_ending("pdf"), name);
        }

        #[test]
        fn name_in_an_address_needs_no_escape(sent in any_name()) {
            let name = in_address(&FileName::of(&sent).with_ending("pdf"));
            prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b)));
        }
    }
}
