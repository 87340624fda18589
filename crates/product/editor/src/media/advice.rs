//! Hints for alternative texts. They advise and never block.

/// An alternative text longer than this, in characters, is read aloud for half a minute.
const LONG: usize = 250;
/// A text shorter than this says hardly anything.
const SHORT: usize = 12;
/// Screen readers say already that it is a picture.
const BEGINNINGS: [&str; 8] = ["bild ", "bild:", "bild von", "foto ", "foto:", "grafik ", "image of", "picture of"];
const ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic"];

/// The keys of all hints that a text calls for.
pub(super) fn advice(alt: &str, title: &str) -> Vec<&'static str> {
    let text = alt.trim().to_lowercase();
    if text.is_empty() {
        return Vec::new();
    }
    let length = text.chars().count();
    let is_name = ENDINGS.iter().any(|ending| text.ends_with(ending)) || (!text.contains(' ') && text.contains('_'));
    let hints = [
        (is_name, "medium-advice-name"),
        (BEGINNINGS.iter().any(|begin| text.starts_with(begin)), "medium-advice-picture"),
        (length > LONG, "medium-advice-long"),
        (length < SHORT && !is_name, "medium-advice-short"),
        (text == title.trim().to_lowercase(), "medium-advice-title"),
    ];
    hints.into_iter().filter(|(applies, _)| *applies).map(|(_, key)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_text_needs_no_hint() {
        assert!(advice("Rund 40 Menschen sitzen in Stuhlreihen, vorn spricht eine Frau.", "Plenum").is_empty());
        assert!(advice(" ", "Plenum").is_empty());
    }

    #[test]
    fn each_weakness_has_its_hint() {
        for (text, expected) in [
            ("IMG_0815.JPG", "medium-advice-name"),
            ("Foto: drei Kinder an einem Tisch", "medium-advice-picture"),
            ("Saal", "medium-advice-short"),
            ("Plenum im großen Saal", "medium-advice-title"),
            (&"Ein Saal. ".repeat(30), "medium-advice-long"),
        ] {
            assert_eq!(advice(text, "Plenum im großen Saal"), [expected], "{text}");
        }
    }
}
