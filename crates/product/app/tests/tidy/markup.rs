//! Reads templates just far enough to tell tags from text.

/// A template's tags and the texts between them, with the line on which each begins.
pub(crate) enum Piece {
    /// From `<` to `>`.
    Tag(usize, String),
    /// What a reader of the page would see.
    Text(usize, String),
}

/// The pieces of a template, without what askama computes and without comments.
pub(crate) fn pieces(template: &str) -> Vec<Piece> {
    let markup = without(&without(template, &[("{#", "#}"), ("{%", "%}"), ("{{", "}}")]), &[("<!--", "-->")]);
    let mut pieces = Vec::new();
    let mut rest = markup.as_str();
    let mut line = 1;
    while !rest.is_empty() {
        let is_tag = rest.starts_with('<');
        let end = if is_tag { end_of_tag(rest) } else { rest.find('<').unwrap_or(rest.len()) };
        let (piece, behind) = rest.split_at(end);
        pieces.push(if is_tag { Piece::Tag(line, piece.into()) } else { Piece::Text(line, piece.into()) });
        line += piece.matches('\n').count();
        rest = behind;
    }
    pieces
}

/// Blanks out everything between the pairs of marks and keeps the line breaks.
fn without(text: &str, pairs: &[(&str, &str)]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let opened = pairs.iter().find(|(open, _)| rest.starts_with(open));
        let length = match opened {
            Some((_, close)) => rest.find(close).map_or(rest.len(), |at| at + close.len()),
            None => first.len_utf8(),
        };
        let (piece, behind) = rest.split_at(length);
        match opened {
            Some(_) => kept.extend(std::iter::once(' ').chain(piece.chars().filter(|c| *c == '\n'))),
            None => kept.push_str(piece),
        }
        rest = behind;
    }
    kept
}

/// Behind the `>` that is not inside a quoted value.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[test]
fn tags_and_texts_are_told_apart_on_the_right_lines() {
    let template = "{# note\n #}<p title=\"a > b\">{{ x < y }}\nText</p>\n<!-- <b>no</b> -->";
    let shown: Vec<String> = pieces(template)
        .iter()
        .map(|piece| match piece {
            Piece::Tag(line, tag) => format!("{line} tag {tag}"),
            Piece::Text(line, text) => format!("{line} text {}", text.trim()),
        })
        .collect();
    let expected = ["1 text ", "2 tag <p title=\"a > b\">", "2 text Text", "3 tag </p>", "3 text "];
    assert_eq!(shown, expected);
}
