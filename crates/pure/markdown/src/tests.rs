//! Tests of rendering and sanitizing; the HTML is read back the way a browser reads it.

use proptest::prelude::*;
use scraper::Html;

use super::*;

mod german;
mod growth;
mod well_formed;

fn html(markdown: &str) -> String {
    to_html(markdown).to_string()
}

#[test]
fn paragraphs_emphasis_and_lists() {
    assert_eq!(
        html("Ein *guter* **Tag**, ~~nie~~."),
        "<p>Ein <em>guter</em> <strong>Tag</strong>, <del>nie</del>.</p>\n"
    );
    assert_eq!(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    assert_eq!(html("1. a\n2. b"), "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
    assert_eq!(html(""), "");
    assert!(to_html(" \n").is_empty());
}

#[test]
fn headings_start_below_the_title_of_the_page() {
    assert_eq!(html("# A\n## B"), "<h2>A</h2>\n<h3>B</h3>\n");
    assert_eq!(html("##### E\n###### F"), "<h6>E</h6>\n<h6>F</h6>\n");
    assert_eq!(html("A\n==="), "<h2>A</h2>\n");
    assert_eq!(html("<h1>A</h1>"), "A\n");
}

#[test]
fn table_headers_say_that_they_head_a_column() {
    let table = html("| a | b |\n|---|--:|\n| 1 | 2 |");
    assert!(table.contains("<th scope=\"col\">a</th>"), "{table}");
    assert!(table.contains("<td>2</td>"), "{table}");
}

#[test]
fn links_keep_their_address_and_do_not_tell_where_they_stand() {
    let rel = "rel=\"noopener noreferrer\"";
    assert_eq!(
        html("[a](https://x.example/?b=1&c=2)"),
        format!("<p><a href=\"https://x.example/?b=1&amp;c=2\" {rel}>a</a></p>\n")
    );
    assert_eq!(html("[a](/presse)"), format!("<p><a href=\"/presse\" {rel}>a</a></p>\n"));
    assert_eq!(
        html("[a](mailto:kontakt@x.example)"),
        format!("<p><a href=\"mailto:kontakt@x.example\" {rel}>a</a></p>\n")
    );
    assert_eq!(html("https://x.example"), "<p>https://x.example</p>\n");
}

#[test]
fn language_of_parts_and_other_harmless_html_stays() {
    assert_eq!(
        html("Das <span lang=\"en\">golden thread</span>"),
        "<p>Das <span lang=\"en\">golden thread</span></p>\n"
    );
    assert_eq!(
        html("<abbr title=\"Regionalverband Ruhr\">RVR</abbr>"),
        "<p><abbr title=\"Regionalverband Ruhr\">RVR</abbr></p>\n"
    );
}

#[test]
fn pictures_from_elsewhere_are_left_out() {
    assert_eq!(html("![Bild](https://x.example/a.png)"), "");
    assert_eq!(html("Ein ![Bild](https://x.example/a.png) im Satz"), "<p>Ein  im Satz</p>\n");
    for other in ["/presse", "/medien/", "/medien/../x", "/medien/A", "/medien/a/480.jpg", "//medien/a", "medien/a"] {
        assert_eq!(html(&format!("![Bild]({other})")), "", "{other}");
    }
    assert_eq!(html("<img src=\"/medien/a\">"), "");
    assert_eq!(html("<p>a<img alt=\"b > c\" src=\"/medien/a\">d</p>"), "<p>ad</p>\n");
}

#[test]
fn pictures_of_ours_stand_for_themselves() {
    let place = "<p><img src=\"/medien/a-1\" alt=\"Ein Saal\"></p>\n";
    assert_eq!(html("![Ein Saal](/medien/a-1)"), place);
    assert_eq!(html("Hier ![Ein *Saal*](/medien/a-1) ist er."), format!("<p>Hier  ist er.</p>\n{place}"));
    assert_eq!(html("# Titel ![Ein Saal](/medien/a-1)"), format!("<h2>Titel </h2>\n{place}"));
    assert_eq!(html("- eins\n- ![Ein Saal](/medien/a-1)"), format!("<ul>\n<li>eins</li>\n<li>\n{place}</li>\n</ul>\n"));
    assert_eq!(
        html("[![Ein Saal](/medien/a-1)](/presse)"),
        format!("<p><a href=\"/presse\" rel=\"noopener noreferrer\"></a></p>\n{place}")
    );
    let table = html("| ![Ein Saal](/medien/a-1) |\n|---|\n| b |\n");
    assert!(table.ends_with(&format!("</table>\n{place}")), "{table}");
    let two = to_html("![a](/medien/a)\n![b](/medien/b)");
    assert_eq!(two.pictures().iter().map(|place| place.slug.as_str()).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn words_of_a_picture_come_through_whole() {
    let text = to_html("![\"A\" & \\<b>](/medien/a 'Unter > \"ihm\"')");
    let places = text.pictures();
    assert_eq!(places.len(), 1, "{text}");
    assert_eq!((places[0].alt.as_str(), places[0].title.as_str()), ("\"A\" & <b>", "Unter > \"ihm\""));
}

#[test]
fn pictures_are_put_into_their_places() {
    let text = to_html("a\n\n![](/medien/a)\n\nb\n\n![](/medien/b)\n\nc");
    let shown = text.with_pictures(&["<figure>1</figure>".to_owned(), "<figure>2</figure>".to_owned()]);
    assert_eq!(shown.as_str(), "<p>a</p>\n<figure>1</figure>\n<p>b</p>\n<figure>2</figure>\n<p>c</p>\n");
    assert_eq!(text.with_pictures(&[]).as_str(), "<p>a</p>\n\n<p>b</p>\n\n<p>c</p>\n");
    assert_eq!(to_text("a\n\n![Ein Saal](/medien/a)\n\nb"), "a\nb");
}

#[test]
fn text_has_one_line_for_each_block() {
    let markdown =
        "# Ziele\n\nEin *guter*\nTag & mehr < weniger.\n\n- eins\n- [zwei](/b)\n\n| a | b |\n|---|---|\n| 1 | 2 |";
    assert_eq!(to_text(markdown), "Ziele\nEin guter Tag & mehr < weniger.\neins\nzwei\na b\n1 2");
    assert_eq!(to_text("a  \nb `&amp;` 5\u{a0}UE"), "a\nb &amp; 5\u{a0}UE");
    assert_eq!(to_text("<abbr title=\"a > b < c\">RVR</abbr> <script>x()</script>"), "RVR");
    assert_eq!(to_text(""), "");
}

const ATTACKS: [&str; 28] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=\"alert(1)\">a</p>",
    "<p onclick\n=\n'alert(1)'>a</p>",
    "<a href=\"javascript:alert(1)\">a</a>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "<a href=\" &#14; javascript:alert(1)\">a</a>",
    "<a href=\"java\nscript:alert(1)\">a</a>",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](vbscript:x)",
    "<javascript:alert(1)>",
    "[a]: javascript:alert(1)\n\n[a]",
    "![a](javascript:alert(1))",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<style>@import 'https://x.example/a.css'</style>",
    "<p style=\"background:url(javascript:alert(1))\">a</p>",
    "<form action=/x><input name=a><button formaction=javascript:alert(1)>a</button></form>",
    "<base href=\"https://x.example/\"><meta http-equiv=refresh content=0><object data=x></object><embed src=x>",
    "[a](https://x.example \"t\\\" onmouseover=\\\"alert(1)\")",
];

const KNOWN_ATTRIBUTES: [&str; 9] = ["alt", "href", "hreflang", "lang", "rel", "scope", "src", "start", "title"];
const KNOWN_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The first violation of the rules that the page's content security policy relies on, as a browser would see it.
fn danger(html: &SafeHtml) -> Option<String> {
    let tree = Html::parse_fragment(html.as_str());
    // The parser itself wraps a fragment in these two.
    let wrapper = ["html", "body"];
    for element in tree.tree.values().filter_map(|node| node.as_element()).filter(|e| !wrapper.contains(&e.name())) {
        if !TAGS.contains(&element.name()) {
            return Some(format!("<{}>", element.name()));
        }
        for (name, value) in element.attrs() {
            let scheme = value.split_once(':').map(|(scheme, _)| scheme);
            let strange = name == "href" && scheme.is_some_and(is_strange)
                || name == "src" && value.strip_prefix("/medien/").is_none_or(|slug| base::Slug::parse(slug).is_err());
            if !KNOWN_ATTRIBUTES.contains(&name) || strange {
                return Some(format!("{name}={value}"));
            }
        }
    }
    None
}

/// True if a browser would take the text before a colon for a scheme that is not allowed.
fn is_strange(scheme: &str) -> bool {
    // Browsers skip line breaks and tabs anywhere, and blanks and control characters in front.
    let seen = scheme.replace(['\t', '\n', '\r'], "").to_ascii_lowercase();
    let seen = seen.trim_start_matches(|c: char| c.is_ascii_control() || c == ' ');
    let mark = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    seen.starts_with(|c: char| c.is_ascii_alphabetic()) && seen.chars().all(mark) && !KNOWN_SCHEMES.contains(&seen)
}

#[test]
fn known_attacks_are_disarmed() {
    for attack in ATTACKS {
        let html = to_html(attack);
        assert_eq!(danger(&html), None, "{attack} became {html}");
    }
}

#[test]
fn the_eye_of_these_tests_sees_danger() {
    for bad in [
        "<script></script>",
        "<p onclick=a>",
        "<a href=javascript:a>",
        "<a href=' java\tscript:a'>",
        "<p id=a>",
        "<img src=//x.example/a.png>",
        "<img src=/medien/../x>",
    ] {
        assert!(danger(&SafeHtml(bad.into())).is_some(), "{bad}");
    }
}

/// Pieces of Markdown and of attacks, in any order.
fn any_markdown() -> impl Strategy<Value = String> {
    let plain = [
        "# ",
        "\n\n",
        "- ",
        "> ",
        "`",
        "```\n",
        "*",
        "[a](",
        ")",
        "|a|\n|-|\n",
        "<",
        ">",
        "\"",
        "'",
        "&lt;",
        "<!--",
        "-->",
        "<p ",
        "<a href=",
        "onclick=a ",
        "![a](/medien/a)",
        "<img src=\"/medien/a\" alt=\"",
        "<p><img src=\"/medien/a\" alt=\"b\"></p>",
        "![a](//x.example/medien/a \"b\")",
    ];
    let pieces: Vec<&str> = ATTACKS.into_iter().chain(plain).collect();
    let piece = prop_oneof![3 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn nothing_dangerous_gets_through(markdown in any_markdown()) {
        let html = to_html(&markdown);
        prop_assert_eq!(danger(&html), None, "{}", html);
        prop_assert!(!html.as_str().to_ascii_lowercase().contains("<script"));
    }

    #[test]
    fn cleaning_twice_changes_nothing(markdown in any_markdown()) {
        let html = to_html(&markdown);
        prop_assert_eq!(CLEANER.clean(html.as_str()).to_string(), html.as_str());
    }

    #[test]
    fn text_is_what_a_browser_would_show(markdown in any_markdown()) {
        let tree = Html::parse_fragment(to_html(&markdown).as_str());
        let shown: String = tree.root_element().text().collect();
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(words(&to_text(&markdown)), words(&shown));
    }
}
