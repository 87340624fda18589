//! Paste into a long text: what other programs put on the clipboard arrives as Markdown.
//!
//! `paste/NAME.html` is the clipboard, `paste/NAME.md` the text that is expected.

use browser::Visit;
use serde::Deserialize;
use serde_json::json;

macro_rules! clipboards {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("paste/", $name, ".html")), include_str!(concat!("paste/", $name, ".md")))),*]
    };
}

const CLIPBOARDS: &[(&str, &str, &str)] = clipboards![
    "apple_mail",
    "apple_pages",
    "excel",
    "excel_one_cell",
    "gmail_quote",
    "google_docs_lists",
    "google_docs_table",
    "google_docs_text",
    "libreoffice_calc",
    "libreoffice_list",
    "libreoffice_text",
    "outlook_mail",
    "outlook_web",
    "pdf_bullets",
    "web_item_paragraphs",
    "web_layout_table",
    "web_marks",
    "web_page",
    "web_wikipedia",
    "word_bullets",
    "word_dates",
    "word_footnotes_comments",
    "word_headings",
    "word_links_pictures",
    "word_numbers",
    "word_numbers_continued",
    "word_online",
    "word_paragraphs",
    "word_quote_breaks",
    "word_signs",
    "word_table",
    "word_tracked_changes",
];

/// The form with a long text.
const FORM: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018";

/// Empties the field, gives it the focus, and pastes what the arguments name by their media types.
const PASTE: &str = "
    const [clipboard] = arguments;
    const text = document.querySelector('textarea[name=body]');
    text.value = '';
    text.focus();
    const data = new DataTransfer();
    for (const [type, content] of Object.entries(clipboard)) data.setData(type, content);
    const begin = performance.now();
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    const isLeft = text.dispatchEvent(event);
    const time = performance.now() - begin;
    return { value: text.value, said: document.querySelector('.desk-pasted').textContent, isLeft, time };
";

/// The field after a paste.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pasted {
    value: String,
    /// The message below the field.
    said: String,
    /// True if the browser pastes by itself.
    is_left: bool,
    /// The time in milliseconds.
    time: f64,
}

async fn paste(visit: &Visit, media_type: &str, content: &str) -> Pasted {
    visit.browser.run(PASTE, &[json!({media_type: content})]).await
}

async fn pasted(clipboard: serde_json::Value) -> Pasted {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    let pasted = visit.browser.run(PASTE, &[clipboard]).await;
    visit.end().await;
    pasted
}

#[tokio::test(flavor = "multi_thread")]
async fn text_of_other_programs_arrives_as_markdown() {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    let mut wrong = Vec::new();
    for (name, html, markdown) in CLIPBOARDS {
        let pasted = paste(&visit, "text/html", html).await;
        if pasted.value.trim_end() != markdown.trim_end() {
            wrong.push(format!("{name} became\n{}\ninstead of\n{markdown}", pasted.value));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_below_the_field_says_what_was_left_out() {
    let html =
        "<p>Text<img src=a.png width=9 height=9><img src=b.png><del>alt</del> <a href='file:///C:/a.docx'>Plan</a></p>";
    let pasted = pasted(json!({"text/html": html})).await;
    assert_eq!(pasted.value, "Text Plan");
    assert_eq!(
        pasted.said,
        "Nicht übernommen: 2 Bilder, eine gestrichene Stelle und ein Link, den andere nicht öffnen können. Bilder \
         fügen Sie bitte einzeln ein, mit dem Knopf »Bild« oder indem Sie sie ins Feld ziehen."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn plain_text_stays_as_it_is_but_for_rows_and_bullets() {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    let left = paste(&visit, "text/plain", "## Titel\n\n24. November **2026**").await;
    assert!(left.is_left && left.said.is_empty());
    let table = paste(&visit, "text/plain", "Stadt\tSchulen\r\nEssen | Ruhr\t14\r\n").await;
    assert_eq!(table.value, "| Stadt | Schulen |\n| --- | --- |\n| Essen \\| Ruhr | 14 |\n");
    let list = paste(&visit, "text/plain", "Ziele\n•\tmehr Zeit\n\t◦ mehr Raum\nEnde").await;
    assert_eq!(list.value, "Ziele\n- mehr Zeit\n  - mehr Raum\nEnde\n");
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn paste_is_undone_however_long_it_was() {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    for paragraphs in [2, 1_000] {
        let pasted = paste(&visit, "text/html", &"<p>Absatz</p>".repeat(paragraphs)).await;
        assert_eq!(pasted.value, format!("{}Absatz\n", "Absatz\n\n".repeat(paragraphs - 1)));
        let () = visit.browser.run("if (arguments[0]) document.execCommand('undo')", &[json!(paragraphs == 2)]).await;
        if paragraphs > 2 {
            visit.browser.press_with_control('z').await;
        }
        let value: String = visit.browser.run("return document.activeElement.value", &[]).await;
        assert_eq!(value, "", "{paragraphs} paragraphs");
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_megabytes_of_markup_do_not_stop_the_browser() {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    let usual =
        "<p class=MsoNormal>Ein <b>Absatz</b> aus Word mit <i>vielen</i> Wörtern, wie er eben ist.<o:p></o:p></p>\n";
    for piece in [usual, "<div>", "<b>x<i>y", "<table><tr><td>", "x<br>", "*a _b ", "<li>a<ul>"] {
        let pasted = paste(&visit, "text/html", &piece.repeat(2_000_000 / piece.len())).await;
        // A quadratic algorithm would take minutes.
        assert!(pasted.time < 8_000.0, "{piece}: {} ms", pasted.time);
    }
    visit.end().await;
}
