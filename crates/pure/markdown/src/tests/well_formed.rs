//! Tests of HTML inside a text: each tag is closed in its block or removed, and its text is kept.

use super::*;

#[test]
fn tags_end_where_their_block_ends() {
    assert_eq!(html("a <em>b\n\nc"), "<p>a b</p>\n<p>c</p>\n");
    assert_eq!(html("a <em>b</em> c</em>"), "<p>a <em>b</em> c</p>\n");
    assert_eq!(html("<em>a *b</em> c*"), "<p>a <em>b c</em></p>\n");
    assert_eq!(html("<div>\n\n> a\n\n</div>"), "<blockquote>\n<p>a</p>\n</blockquote>\n");
    assert_eq!(html("<p>a <em>b\n<p>c"), "<p>a <em>b\n</em></p><p>c</p>\n");
}

#[test]
fn lists_and_tables_in_html_stay() {
    assert_eq!(html("<ul><li>a<li>b</ul>"), "<ul><li>a</li><li>b</li></ul>\n");
    assert_eq!(
        html("<table><tr><th>a</th></tr>b<tr><td>c<td>d</table>"),
        "<table><tbody><tr><th scope=\"col\">a</th></tr><tr><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>\n"
    );
    assert_eq!(html("<blockquote><p>a</p></blockquote>"), "<blockquote><p>a</p></blockquote>\n");
    assert_eq!(html("<li>a</li><td>b"), "ab\n");
}

#[test]
fn open_comment_or_style_swallows_no_text() {
    assert_eq!(to_text("<style>a\n\nb"), "a b");
    assert_eq!(to_text("a <!-- b\n\nc"), "a <!-- b\nc");
    assert_eq!(to_text("a <!-- b --> c <script>d()</script> e"), "a c e");
    assert_eq!(to_text("<STYLE>a</Style >b"), "b");
    assert_eq!(to_text("<p>1 < 2 & <1> a<b"), "1 < 2 & <1> a<b");
}

#[test]
fn signs_in_values_are_kept() {
    assert_eq!(
        html("<abbr title='a > b < \"c\"'>x</abbr>"),
        "<p><abbr title=\"a &gt; b &lt; &quot;c&quot;\">x</abbr></p>\n"
    );
    assert!(html("<a href=/x/>y</a>").starts_with("<p><a href=\"/x/\""));
    assert_eq!(html("<div><o:p>a</o:p> b</div>"), "a b\n");
    let long = format!("<a title=\"{}\">x</a>", "a".repeat(2_000));
    assert_eq!(html(&long), "<p>x</p>\n");
}

#[test]
fn long_runs_of_signs_are_the_same_as_short_ones() {
    for sign in ["&", "»", "\u{a0}", "&lt;", "ä ", "a&nbsp;"] {
        let text = sign.repeat(3_000);
        let shown = html(&format!("x{text}x"));
        assert!(!shown.contains("<!--"), "{sign}");
        assert_eq!(
            shown.len(),
            html(&format!("x{sign}x")).len()
                + 2_999 * (html(&format!("x{sign}{sign}x")).len() - html(&format!("x{sign}x")).len()),
            "{sign}"
        );
    }
}
