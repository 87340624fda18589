//! Tests of asterisks inside words and of numbers at the beginning of a line.

use super::*;

#[test]
fn star_between_letters_is_a_letter() {
    assert_eq!(html("Schüler*innen und Lehrer*innen kamen."), "<p>Schüler*innen und Lehrer*innen kamen.</p>\n");
    assert_eq!(html("Eine Schüler*in allein."), "<p>Eine Schüler*in allein.</p>\n");
    assert_eq!(html("Scha\u{308}\u{308}*in und *ei*n*"), "<p>Scha\u{308}\u{308}*in und <em>ei*n</em></p>\n");
    assert_eq!(
        html("Kolleg:innen, Kolleg_innen und Kolleg_innen, KollegInnen."),
        "<p>Kolleg:innen, Kolleg_innen und Kolleg_innen, KollegInnen.</p>\n"
    );
    assert_eq!(to_text("Schüler*innen und Lehrer*innen kamen."), "Schüler*innen und Lehrer*innen kamen.");
}

#[test]
fn emphasis_takes_whole_words_with_their_stars() {
    assert_eq!(
        html("**Schüler*innen** und *Lehrer*innen*"),
        "<p><strong>Schüler*innen</strong> und <em>Lehrer*innen</em></p>\n"
    );
    assert_eq!(
        html("_Lehrer*innen_ und ~~Schüler*innen~~"),
        "<p><em>Lehrer*innen</em> und <del>Schüler*innen</del></p>\n"
    );
    assert_eq!(html("**fett**gedruckt"), "<p><strong>fett</strong>gedruckt</p>\n");
    assert_eq!(html("Ein *guter* Tag*"), "<p>Ein <em>guter</em> Tag*</p>\n");
    assert_eq!(html("* Lehrer*innen\n* Schüler*innen"), "<ul>\n<li>Lehrer*innen</li>\n<li>Schüler*innen</li>\n</ul>\n");
}

#[test]
fn star_stays_wherever_the_word_stands() {
    let rel = "rel=\"noopener noreferrer\"";
    assert_eq!(
        html("[Lehrer*innen](/lehrer*innen \"Für Lehrer*innen\")"),
        format!("<p><a href=\"/lehrer*innen\" title=\"Für Lehrer*innen\" {rel}>Lehrer*innen</a></p>\n")
    );
    assert_eq!(
        html("[Lehrer*innen]\n\n[Lehrer*innen]: /a*b"),
        format!("<p><a href=\"/a*b\" {rel}>Lehrer*innen</a></p>\n")
    );
    assert_eq!(
        html("<https://x.example/a*b>"),
        format!("<p><a href=\"https://x.example/a*b\" {rel}>https://x.example/a*b</a></p>\n")
    );
    assert_eq!(html("`a*b`\n\n```\na*b*c\n```"), "<p><code>a*b</code></p>\n<pre><code>a*b*c\n</code></pre>\n");
    assert_eq!(html("<abbr title=\"Lehrer*in\">L*i</abbr>"), "<p><abbr title=\"Lehrer*in\">L*i</abbr></p>\n");
    assert_eq!(html("## Lehrer*innen\n\n|Lehrer*innen|\n|-|\n|a*b|").matches('*').count(), 3);
    assert_eq!(to_html("![Lehrer*innen](/medien/a 'Von Schüler*innen')").pictures()[0].alt, "Lehrer*innen");
}

#[test]
fn date_at_the_beginning_of_a_line_keeps_its_day() {
    assert_eq!(html("20. September 2018: Kongress."), "<p>20. September 2018: Kongress.</p>\n");
    assert_eq!(html("2018. Das Jahr des Kongresses."), "<p>2018. Das Jahr des Kongresses.</p>\n");
    assert_eq!(html("Er beginnt am\n1. Oktober 2026 in Essen."), "<p>Er beginnt am\n1. Oktober 2026 in Essen.</p>\n");
    assert_eq!(html("1. Oktober 2026: Beginn"), "<p>1. Oktober 2026: Beginn</p>\n");
    assert_eq!(html("3. Oktober ist frei.\n4. Oktober nicht."), "<p>3. Oktober ist frei.\n4. Oktober nicht.</p>\n");
    assert_eq!(html("1. Mai\n2. Mai"), "<p>1. Mai\n2. Mai</p>\n");
    assert_eq!(html("1. 9. 2018 in Essen"), "<p>1. 9. 2018 in Essen</p>\n");
    assert_eq!(html("01. *März* 2019"), "<p>01. <em>März</em> 2019</p>\n");
    assert_eq!(html("> 20. September\n> in Essen"), "<blockquote>\n<p>20. September\nin Essen</p>\n</blockquote>\n");
    assert_eq!(
        html("- 20. September\n- 21. September"),
        "<ul>\n<li>20. September</li>\n<li>21. September</li>\n</ul>\n"
    );
}

#[test]
fn date_that_begins_a_line_is_no_item_wherever_the_line_stands() {
    let date = "24. November 2026 war der Auftakt.";
    assert_eq!(html(date), format!("<p>{date}</p>\n"));
    assert_eq!(
        html(&format!("Vorher\n\n{date}\n\nNachher")),
        format!("<p>Vorher</p>\n<p>{date}</p>\n<p>Nachher</p>\n")
    );
    assert_eq!(html(&format!("- {date}\n- b")), format!("<ul>\n<li>{date}</li>\n<li>b</li>\n</ul>\n"));
    assert_eq!(html(&format!("1. {date}\n2. b")), format!("<ol>\n<li>{date}</li>\n<li>b</li>\n</ol>\n"));
    assert_eq!(html("1. 9. November\n2. b"), "<ol>\n<li>9. November</li>\n<li>b</li>\n</ol>\n");
    assert_eq!(html(&format!("> - {date}")), format!("<blockquote>\n<ul>\n<li>{date}</li>\n</ul>\n</blockquote>\n"));
    assert_eq!(
        html("24. November 2026 und 25. November 2026\\\n26\\. November"),
        "<p>24. November 2026 und 25. November 2026<br>\n26. November</p>\n"
    );
    assert_eq!(html("- a\n\n24\\. November 2026"), "<ul>\n<li>a</li>\n</ul>\n<p>24. November 2026</p>\n");
}

#[test]
fn escaped_signs_are_shown_as_they_were_meant() {
    assert_eq!(html("1\\. FC Beispiel"), "<p>1. FC Beispiel</p>\n");
    assert_eq!(html("3\\. Dritter\n\n4\\. Vierter"), "<p>3. Dritter</p>\n<p>4. Vierter</p>\n");
    assert_eq!(html("\\*Stern\\* und \\_unter\\_"), "<p>*Stern* und _unter_</p>\n");
    assert_eq!(
        html("- Schüler*innen und Lehrer*innen\n- \\*b"),
        "<ul>\n<li>Schüler*innen und Lehrer*innen</li>\n<li>*b</li>\n</ul>\n"
    );
    assert_eq!(html("1. Lehrer*innen\n   1. Schüler*innen\n   2. c\n2. d").matches('*').count(), 2);
    assert_eq!(html("| Lehrer*innen |\n| --- |\n| Schüler*innen<br>Kolleg*innen |").matches('*').count(), 3);
}

#[test]
fn one_item_is_no_list() {
    assert_eq!(html("1. FC Beispiel stellt den Saal."), "<p>1. FC Beispiel stellt den Saal.</p>\n");
    assert_eq!(html("Es spielt der\n1. FC Beispiel."), "<p>Es spielt der\n1. FC Beispiel.</p>\n");
    assert_eq!(html("1."), "<p>1.</p>\n");
    assert_eq!(html("1. a\n   - b\n   - c"), "<ol>\n<li>a\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n</ol>\n");
}

#[test]
fn list_counts_from_one() {
    let two = "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n";
    for list in ["1. a\n2. b", "1. a\n1. b", "1) a\n2) b", "01. a\n02. b"] {
        assert_eq!(html(list), two, "{list}");
    }
    assert_eq!(html("0. a\n1. b"), two.replace("<ol>", "<ol start=\"0\">"));
    assert_eq!(html("1. a\n\n2. b"), "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n");
    assert_eq!(html("1. Anmelden\n2. Mai-Treffen"), "<ol>\n<li>Anmelden</li>\n<li>Mai-Treffen</li>\n</ol>\n");
    assert_eq!(html("Text\n1. a\n2. b"), format!("<p>Text</p>\n{two}"));
    assert_eq!(html("3. c\n4. d"), "<p>3. c\n4. d</p>\n");
    assert_eq!(html("7) c\n\n8) d"), "<p>7) c</p>\n<p>8) d</p>\n");
    assert_eq!(
        html("1. a\n2. b\n\n20. September: c"),
        format!("{}<p>20. September: c</p>\n", two.replace("<li>", "<li>\n<p>").replace("</li>", "</p>\n</li>"))
    );
    assert_eq!(html("5. e\n1. a\n2. b"), format!("<p>5. e</p>\n{two}"));
}

#[test]
fn program_text_is_left_alone() {
    assert_eq!(html("```\n20. a\n```"), "<pre><code>20. a\n</code></pre>\n");
    assert_eq!(html("`20. a`"), "<p><code>20. a</code></p>\n");
}

proptest! {
    #[test]
    fn every_figure_and_star_in_plain_lines_is_shown(
        lines in proptest::collection::vec("[0-9]{1,4}[.)] ?[a-zäA-Z][a-z]{0,3}(\\*[a-z]{1,3}){0,2}", 1..6),
        blank in any::<bool>(),
    ) {
        let source = lines.join(if blank { "\n\n" } else { "\n" });
        let text = to_text(&source);
        // A list that counts from one shows its numbers through the browser.
        let counts = html(&source).contains("<ol");
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert!(counts || squeezed(&text) == squeezed(&source), "{text}");
        prop_assert_eq!(text.matches('*').count(), source.matches('*').count());
    }
}
