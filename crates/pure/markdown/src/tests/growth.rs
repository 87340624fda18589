//! Tests that work and results grow linearly with the text, and that refusals name the line.

use std::time::{Duration, Instant};

use super::*;
use base::expensive;

/// Most bytes of HTML per byte of text. Without the limits, 230 kilobytes of text became 1.5 gigabytes.
const TIMES: usize = 25;

#[test]
fn result_grows_with_the_text() {
    for (name, text) in expensive::texts(20_000) {
        let (html, words) = (to_html(&text), to_text(&text));
        assert!(html.as_str().len() <= text.len() * TIMES + 1_000, "{name}: {}", html.as_str().len());
        assert!(words.len() <= text.len() * TIMES, "{name}: {}", words.len());
    }
}

/// A development build needs twenty times as long as a release build. Work that grew with the square took from ten
/// seconds to minutes for texts of this size; linear work takes less than a second.
#[test]
#[expect(clippy::disallowed_methods, reason = "the work of two libraries can only be seen by the clock")]
fn work_grows_with_the_text() {
    for (name, text) in expensive::texts(60_000) {
        let begin = Instant::now();
        let (html, words) = (to_html(&text), to_text(&text));
        let taken = begin.elapsed();
        assert!(
            taken < Duration::from_secs(8),
            "{name}: {taken:?} for {} and {} bytes",
            html.as_str().len(),
            words.len()
        );
    }
}

#[test]
fn too_deep_is_refused_with_its_line_and_shown_flat() {
    let deep = |sign: &str, levels: usize| format!("a\n\n{}tief\n", sign.repeat(levels));
    for sign in [">", "> ", "- ", "1. "] {
        assert_eq!(check(&deep(sign, MOST_LEVELS)), Ok(()), "{sign}");
        for levels in [MOST_LEVELS + 1, 1_000] {
            assert_eq!(check(&deep(sign, levels)), Err(Unfit::TooDeep { line: 3 }), "{sign} {levels}");
            let html = html(&deep(sign, levels));
            assert!(html.contains("tief") && html.len() < 2_000, "{html}");
        }
    }
    let marks = format!("a\n{}tief{}", "*a **b ".repeat(9), " b** a*".repeat(9));
    assert_eq!(check(&marks), Err(Unfit::TooDeep { line: 2 }));
    assert_eq!(to_text(&marks).matches('a').count(), 19, "no word is lost");
    let list: Vec<String> = (0..20).map(|level| format!("{}* a{level}", " ".repeat(level * 2))).collect();
    let list = list.join("\n");
    assert_eq!(check(&list), Err(Unfit::TooDeep { line: 17 }));
    assert_eq!(to_text(&list).lines().count(), 20);
}

#[test]
fn too_long_is_refused_with_its_size() {
    assert_eq!(check(&"a".repeat(MOST_BYTES)), Ok(()));
    assert_eq!(check(&"a".repeat(MOST_BYTES + 1)), Err(Unfit::TooLong(MOST_BYTES + 1)));
    assert_eq!(check(&"a".repeat(MOST_BYTES * 10)), Err(Unfit::TooLong(MOST_BYTES * 10)));
}

#[test]
fn pictures_beyond_two_hundred_are_refused_and_left_out() {
    let text = |count: usize| "![a](/medien/a)\n\n![a](https://x.example)\n\n".repeat(count);
    assert_eq!(check(&text(MOST_PICTURES)), Ok(()));
    assert_eq!(check(&text(MOST_PICTURES + 1)), Err(Unfit::TooManyPictures { line: MOST_PICTURES * 4 + 1 }));
    assert_eq!(to_html(&text(5_000)).pictures().len(), MOST_PICTURES);
}

#[test]
fn blocks_beyond_twenty_thousand_are_refused_and_empty_cells_do_not_count() {
    for block in ["a\n\n", "# a\n", "* a\n", "---\n\n"] {
        assert_eq!(check(&block.repeat(MOST_BLOCKS)), Ok(()), "{block}");
        let line = block.matches('\n').count() * MOST_BLOCKS + 1;
        assert_eq!(check(&block.repeat(MOST_BLOCKS + 1)), Err(Unfit::TooManyBlocks { line }), "{block}");
    }
    let head = "|a|b|c|d|\n|-|-|-|-|\n";
    let rows = MOST_BLOCKS / 4;
    assert_eq!(check(&format!("{head}{}", "|a|b|c|d|\n".repeat(rows - 1))), Ok(()));
    let long = format!("{head}{}", "|a|b|c|d|\n".repeat(rows));
    assert_eq!(check(&long), Err(Unfit::TooManyBlocks { line: rows + 2 }));
    assert_eq!(check(&format!("{head}{}", "|a\n".repeat(rows))), Ok(()));
    assert!(to_html(&long).as_str().contains("<td>d</td>"), "what is there already is shown");
}

#[test]
fn refusals_of_texts_say_what_can_be_done() {
    assert_eq!(
        Unfit::TooLong(200_001).to_string(),
        "the text has 200001 bytes; more than 200000 are not possible, so please divide it"
    );
    assert_eq!(Unfit::TooDeep { line: 3 }.line(), Some(3));
    assert_eq!(Unfit::TooLong(1).line(), None);
}
