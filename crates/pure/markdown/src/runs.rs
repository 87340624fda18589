//! Long runs of words, cut for the cleaner.
//!
//! html5ever (0.40) writes a run of words by looking for the next sign to escape, of two groups, and looks for the one
//! group to the end of the run each time it finds a sign of the other: 600 kB of `&` took 29 seconds. A comment
//! between the words makes two runs of one, and the cleaner takes comments out.

use std::borrow::Cow;

/// No run is much longer than this, in bytes.
const LONGEST: usize = 1_000;
const CUT: &str = "<!---->";

/// The HTML with its long runs of words cut. It holds no bare `<` or `>` in words or values.
pub(super) fn cut(html: &str) -> Cow<'_, str> {
    let mut cut = String::new();
    let mut kept = 0;
    // Where the run began; nothing within a tag.
    let mut run = Some(0);
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'<' => run = None,
            b'>' => run = Some(at + 1),
            // Signs that are escaped, and places between words: never inside an entity or a character.
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
