//! The field for long texts: toolbar, keys, links, tables and the preview beside it.

use browser::checks::axe;
use browser::{Key, Media, Visit, Window};
use serde_json::json;

const FORM: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018";
const TEXT: &str = "textarea[name='body']";

/// Puts a text into the field; `|` marks the selection or the caret.
const WRITE: &str = "
    const [marked] = arguments;
    const text = document.querySelector(\"textarea[name='body']\");
    const [start, end] = [marked.indexOf('|'), marked.lastIndexOf('|')];
    text.focus();
    text.select();
    document.execCommand('delete');
    document.execCommand('insertText', false, marked.replaceAll('|', ''));
    text.setSelectionRange(start, end > start ? end - 1 : end);
";
/// The text of the field with its selection.
const READ: &str = "
    const { value, selectionStart: start, selectionEnd: end } = document.querySelector(\"textarea[name='body']\");
    const chosen = start === end ? '|' : `|${value.slice(start, end)}|`;
    return value.slice(0, start) + chosen + value.slice(end);
";

/// True if the open dialog lies within the window and nothing in it is cut off.
const FITS: &str = "
    const dialog = document.querySelector('dialog[open]');
    const { left, right } = dialog.getBoundingClientRect();
    return left >= 0 && right <= innerWidth && dialog.scrollWidth <= dialog.clientWidth;
";

async fn write(visit: &Visit, marked: &str) {
    let () = visit.browser.run(WRITE, &[json!(marked)]).await;
}

async fn read(visit: &Visit) -> String {
    visit.browser.run(READ, &[]).await
}

async fn press(visit: &Visit, button: &str) {
    visit.browser.touch(&format!(".desk-toolbar .is-{button}")).await;
}

async fn undo(visit: &Visit) {
    let () = visit.browser.run("document.execCommand('undo')", &[]).await;
}

async fn attribute(visit: &Visit, selector: &str, name: &str) -> Option<String> {
    let script = "
        const [selector, name] = arguments;
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
            done(document.querySelector(selector).getAttribute(name));
        })))";
    visit.browser.run(script, &[json!(selector), json!(name)]).await
}

async fn at_the_form() -> Visit {
    let visit = Visit::start_at_desk().await;
    visit.open(FORM).await;
    visit
}

#[tokio::test(flavor = "multi_thread")]
async fn every_button_can_be_undone_and_pressed_again_to_take_its_marks_away() {
    let visit = at_the_form().await;
    for (button, before, behind) in [
        ("bold", "Es kamen |14 Schulen|.", "Es kamen **|14 Schulen|**."),
        ("bold", "Es kamen Schu|len.", "Es kamen **Schu|len**."),
        ("bold", "|- a\n- b|", "- **|a**\n- **b|**"),
        ("italic", "**ein |gutes| Wort**", "**ein *|gutes|* Wort**"),
        ("italic", "|Schüler*innen|", "*|Schüler*innen|*"),
        ("list", "|a\nb|", "|- a\n- b|"),
        ("numbers", "1. x\n|a\nb|", "1. x\n|2. a\n3. b|"),
        ("quote", "|a\n\nb|", "|> a\n>\n> b|"),
    ] {
        write(&visit, before).await;
        press(&visit, button).await;
        assert_eq!(read(&visit).await, behind, "{button}");
        assert_eq!(attribute(&visit, &format!(".is-{button}"), "aria-pressed").await.as_deref(), Some("true"));
        undo(&visit).await;
        assert_eq!(read(&visit).await.replace('|', ""), before.replace('|', ""), "{button} undone");
        write(&visit, before).await;
        press(&visit, button).await;
        press(&visit, button).await;
        assert_eq!(read(&visit).await.replace('|', ""), before.replace('|', ""), "{button} twice");
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn toolbar_is_one_stop_of_the_tab_key_with_arrows_inside_and_names_on_all_buttons() {
    let visit = at_the_form().await;
    let name = "return document.activeElement.getAttribute('aria-label')";
    let () = visit.browser.run("document.querySelector('.desk-toolbar .is-bold').focus()", &[]).await;
    for (key, expected) in [(Key::Left, "Datei"), (Key::Right, "Fett"), (Key::Right, "Kursiv"), (Key::End, "Datei")] {
        visit.browser.press(key).await;
        assert_eq!(visit.browser.run::<String>(name, &[]).await, expected);
    }
    assert_eq!(visit.browser.count(".desk-toolbar button[tabindex='0']").await, 1);
    assert_eq!(visit.browser.count(".desk-toolbar button[aria-label='undefined']").await, 0);
    visit.browser.press(Key::Tab).await;
    assert!(visit.browser.run::<bool>(&format!("return document.activeElement.matches(\"{TEXT}\")"), &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn heading_goes_through_two_levels_and_back_to_plain_text() {
    let visit = at_the_form().await;
    write(&visit, "Ti|tel").await;
    for expected in ["## Ti|tel", "### Ti|tel", "Ti|tel"] {
        press(&visit, "heading").await;
        assert_eq!(read(&visit).await, expected);
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn enter_continues_a_list_and_ends_it_in_an_empty_item() {
    let visit = at_the_form().await;
    for (before, behind) in [
        ("- a|", "- a\n- |"),
        ("- a\n- |", "- a\n|"),
        ("1. a|\n2. b", "1. a\n2. |\n3. b"),
        ("> a|", "> a\n> |"),
        ("24. November 2026|", "24. November 2026\n|"),
    ] {
        write(&visit, before).await;
        visit.browser.press(Key::Enter).await;
        assert_eq!(read(&visit).await, behind);
        undo(&visit).await;
        assert_eq!(read(&visit).await.replace('|', ""), before.replace('|', ""));
    }
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn link_is_picked_from_the_entries_or_typed() {
    let visit = at_the_form().await;
    write(&visit, "zum |Auftakt| im Saal").await;
    visit.browser.press_with_control('k').await;
    assert_eq!(visit.browser.run::<String>("return document.activeElement.type", &[]).await, "text");
    visit.browser.type_text("auftakt-2017").await;
    visit.browser.wait_for(".desk-link-hits").await;
    visit.browser.touch(".desk-link-hit").await;
    assert_eq!(read(&visit).await, "zum [Auftakt](/veranstaltungen/auftakt-2017)| im Saal");
    undo(&visit).await;
    assert_eq!(read(&visit).await.replace('|', ""), "zum Auftakt im Saal");
    for (typed, address) in
        [("www.essen.de", "https://www.essen.de"), ("info@schule.example", "mailto:info@schule.example")]
    {
        write(&visit, "|dort|").await;
        press(&visit, "link").await;
        visit.browser.type_text(typed).await;
        visit.browser.press(Key::Enter).await;
        assert_eq!(read(&visit).await, format!("[dort]({address})|"));
    }
    write(&visit, "|dort|").await;
    press(&visit, "link").await;
    visit.browser.type_text("kein Ziel").await;
    visit.browser.press(Key::Enter).await;
    assert_eq!(attribute(&visit, "dialog[open] [aria-invalid]", "aria-invalid").await.as_deref(), Some("true"));
    visit.browser.press(Key::Escape).await;
    assert_eq!(visit.browser.count("dialog[open]").await, 0);
    assert_eq!(read(&visit).await, "|dort|");
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn table_is_inserted_and_walked_with_the_tab_key() {
    let visit = at_the_form().await;
    write(&visit, "Text|").await;
    press(&visit, "table").await;
    visit.browser.press(Key::Enter).await;
    let table = "Text\n\n| |Spalte 1| | Spalte 2 |\n| --- | --- |\n|  |  |\n|  |  |\n";
    assert_eq!(read(&visit).await, table);
    for typed in ["Wer", "Wann", "alle"] {
        visit.browser.type_text(typed).await;
        visit.browser.press(Key::Tab).await;
    }
    visit.browser.type_text("heute").await;
    let value = read(&visit).await.replacen("heute|", "heute", 1);
    assert_eq!(value, "Text\n\n| Wer | Wann |\n| --- | --- |\n| alle | heute |\n|  |  |\n");
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tab_leaves_the_field_behind_the_last_cell() {
    let visit = at_the_form().await;
    write(&visit, "| a |\n| --- |\n| b| |").await;
    visit.browser.press(Key::Tab).await;
    assert!(!visit.browser.run::<bool>(&format!("return document.activeElement.matches(\"{TEXT}\")"), &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn preview_stands_beside_the_text_and_its_switch_is_remembered() {
    let visit = at_the_form().await;
    visit.browser.touch(".desk-preview-switch input").await;
    write(&visit, "## Ablauf\n\nSchüler*innen **hier**|").await;
    let shown = "return new Promise((done) => {
        const look = () => {
            const html = document.querySelector('.desk-text-preview .prose').innerHTML.trim();
            html.includes('Ablauf') ? done(html) : setTimeout(look, 50);
        };
        look();
    })";
    let html: String = visit.browser.run(shown, &[]).await;
    assert_eq!(html, "<h3>Ablauf</h3>\n<p>Schüler*innen <strong>hier</strong></p>");
    let is_beside = "
        const side = (selector) => document.querySelector(selector).getBoundingClientRect();
        return side('.desk-text-preview').left >= side(\"textarea[name='body']\").right";
    assert!(visit.browser.run::<bool>(is_beside, &[]).await);
    visit.open(FORM).await;
    assert!(visit.browser.run::<bool>("return !document.querySelector('.desk-text-preview').hidden", &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn preview_is_off_at_first_on_a_narrow_screen() {
    let visit = Visit::start_at_desk().await;
    visit.browser.resize(Window::PHONE).await;
    visit.open(FORM).await;
    assert!(visit.browser.run::<bool>("return document.querySelector('.desk-text-preview').hidden", &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn open_dialogs_violate_no_rule_and_fit_into_a_narrow_window() {
    let visit = Visit::start_at_desk().await;
    axe::install(&visit.browser).await;
    for media in [Media::Light, Media::Dark] {
        visit.browser.show(media).await;
        visit.open(FORM).await;
        for (button, typed) in [("link", "kongress"), ("table", "2")] {
            visit.browser.resize(Window::NARROW).await;
            write(&visit, "|Wort|").await;
            press(&visit, button).await;
            visit.browser.type_text(typed).await;
            if button == "link" {
                visit.browser.wait_for(".desk-link-hits").await;
            }
            assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new(), "{button}");
            assert!(visit.browser.run::<bool>(FITS, &[]).await, "{button}");
            visit.browser.press(Key::Escape).await;
        }
        visit.browser.resize(Window::DESK).await;
    }
    visit.end().await;
}
