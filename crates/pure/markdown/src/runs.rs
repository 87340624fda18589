//! Splits long runs of text, which would slow the sanitizer down.
//!
//! html5ever (0.40) searches a run of text for characters to escape in two groups. Each time it finds one of the
//! first group, it searches for the second to the end of the run: 600 kB of `&` took 29 seconds. A comment between
//! two words splits a run in two, and the sanitizer removes comments.

use std::borrow::Cow;

/// The length in bytes from which a run is split at the next possible place.
const LONGEST: usize = 1_000;
const CUT: &str = "<!---->";

/// Splits the long runs of text. The HTML contains no bare `<` or `>` in text or values.
pub(super) fn cut(html: &str) -> Cow<'_, str> {
    let mut cut = String::new();
    let mut kept = 0;
    // The start of the run; `None` within a tag.
    let mut run = Some(0);
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'<' => run = None,
            b'>' => run = Some(at + 1),
            // Characters that are escaped, and gaps between words: never inside an entity or a character.
            b'&' | 0xC2 | b' ' | b'\n' if run.is_some_and(|run| at - run >= LONGEST) => {
                cut.push_str(&html[kept..at]);
                cut.push_str(CUT);
                (kept, run) = (at, Some(at));
            }
            _ => {}
        }
    }
    if kept == 0 {
        return html.into();
    }
    cut.push_str(&html[kept..]);
    cut.into()
}
