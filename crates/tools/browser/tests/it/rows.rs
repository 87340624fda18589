//! Rows of a form: with scripts they change in their place, without scripts the page opens at the row.

use browser::{Key, Visit};
use serde_json::json;

const ENTRY: &str = "/redaktion/eintraege/veranstaltungen/kongress-2018";
const ADD: &str = "button[value='mehr:matter.links']";

/// Opens the congress with its golden thread in sight, and marks the page.
async fn at_the_links() -> (Visit, usize) {
    let visit = Visit::start_at_desk().await;
    visit.open(ENTRY).await;
    let open = "window.isSame = true; for (const id of ['thread', 'claims']) document.querySelector(`#teil-${id}`).open = true";
    let () = visit.browser.run(open, &[]).await;
    let rows = rows(&visit).await;
    (visit, rows)
}

async fn rows(visit: &Visit) -> usize {
    visit.browser.count("[id='form-matter.links'] > ol > li").await
}

/// The name of the field or the value of the button that has the focus.
async fn focused(visit: &Visit) -> String {
    let script = "const here = document.activeElement; return here.value?.includes(':') ? here.value : here.name ?? here.localName";
    visit.browser.run(script, &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn row_is_added_moved_and_removed_without_a_new_page_and_the_focus_goes_along() {
    let (visit, before) = at_the_links().await;
    visit.browser.touch(ADD).await;
    visit.browser.wait_until_there(&format!("[name='matter.links.{before}.to']")).await;
    assert_eq!(focused(&visit).await, format!("matter.links.{before}.relation"));
    visit.browser.write_into(&format!("[name='matter.links.{before}.to']"), "Auftakt").await;
    let last = before;
    visit.browser.touch(&format!("button[value='hoch:matter.links.{last}']")).await;
    let moved = format!("return document.querySelector(\"[name='matter.links.{}.to']\").value", last - 1);
    visit.browser.wait_until_there(&format!("[id='zeile-matter.links.{}'] details[open]", last - 1)).await;
    assert_eq!(visit.browser.run::<String>(&moved, &[]).await, "Auftakt");
    assert_eq!(focused(&visit).await, format!("hoch:matter.links.{}", last - 1));
    visit.browser.touch(&format!("button[value='kopie:matter.links.{}']", last - 1)).await;
    visit.browser.wait_until_there(&format!("[name='matter.links.{}.to']", last + 1)).await;
    assert_eq!(focused(&visit).await, format!("matter.links.{last}.relation"));
    assert_eq!(rows(&visit).await, before + 2);
    assert!(
        visit.browser.run::<bool>("return window.isSame && document.querySelector('#teil-claims').open", &[]).await
    );
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn search_in_a_row_shows_its_hits_there_and_the_keyboard_goes_on() {
    let (visit, before) = at_the_links().await;
    visit.browser.touch(ADD).await;
    let field = format!("[name='matter.links.{before}.to']");
    visit.browser.wait_until_there(&field).await;
    visit.browser.write_into(&field, "Forum").await;
    visit.browser.touch(&format!("button[value='suche:matter.links.{before}.to']")).await;
    visit.browser.wait_until_there(".desk-hits input").await;
    assert_eq!(focused(&visit).await, format!("matter.links.{before}.to.wahl"));
    visit.browser.press(Key::Tab).await;
    assert!(visit.browser.run::<bool>("return window.isSame", &[]).await);
    visit.end().await;
}

/// Where the grip of a row is, in the window.
async fn grip(visit: &Visit, row: usize) -> (f64, f64) {
    let script = "const grip = document.querySelector(arguments[0]); grip.scrollIntoView({ block: 'center' }); \
                  const { x, y, width, height } = grip.getBoundingClientRect(); return [x + width / 2, y + height / 2]";
    visit.browser.run(script, &[format!("[id='zeile-table.programme.{row}'] > .desk-grip").into()]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn row_is_dragged_to_another_place() {
    let visit = Visit::start_at_desk().await;
    visit.open(ENTRY).await;
    let titles = "window.isSame ??= true; return [0, 1, 2].map((row) => document.querySelector(`[name='table.programme.${row}.title.de']`).value)";
    let before: Vec<String> = visit.browser.run(titles, &[]).await;
    let (x, y) = grip(&visit, 0).await;
    let target = "return document.querySelector(\"[id='zeile-table.programme.2']\").getBoundingClientRect().bottom - 4";
    let below: f64 = visit.browser.run(target, &[]).await;
    for (kind, y) in [("mousePressed", y), ("mouseMoved", y + 9.0), ("mouseMoved", below), ("mouseReleased", below)] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        visit.browser.command("Input.dispatchMouseEvent", event).await;
    }
    let is_there = format!("[name='table.programme.2.title.de'][value='{}']", before[0]);
    visit.browser.wait_until_there(&is_there).await;
    let after: Vec<String> = visit.browser.run(titles, &[]).await;
    assert_eq!(after, [before[1].clone(), before[2].clone(), before[0].clone()]);
    assert!(visit.browser.run::<bool>("return window.isSame === true", &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn entry_is_begun_in_its_row_without_a_new_page() {
    let (visit, before) = at_the_links().await;
    visit.browser.touch(ADD).await;
    let name = format!("matter.links.{before}.to");
    visit.browser.wait_until_there(&format!("[name='{name}']")).await;
    visit.browser.write_into(&format!("[name='{name}']"), "Netzwerk der Quokkas").await;
    visit.browser.touch(&format!("button[value='suche:{name}']")).await;
    visit.browser.wait_until_there(&format!("button[value='neu:{name}']")).await;
    let choose = "document.querySelector(arguments[0]).value = 'body'";
    let () = visit.browser.run(choose, &[format!("[name='{name}.art']").into()]).await;
    visit.browser.touch(&format!("button[value='neu:{name}']")).await;
    visit.browser.wait_until_there(&format!("[name='{name}'][value$='mitwirkende/netzwerk-der-quokkas']")).await;
    assert_eq!(focused(&visit).await, name);
    assert!(visit.browser.run::<bool>("return window.isSame", &[]).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_page_opens_at_the_row() {
    let visit = Visit::start_at_desk().await;
    visit.browser.forbid_scripts().await;
    visit.open(ENTRY).await;
    let before = rows(&visit).await;
    visit.browser.touch("#teil-thread > summary").await;
    visit.browser.click(ADD).await;
    assert_eq!(rows(&visit).await, before + 1);
    let place = "const row = document.querySelector(arguments[0]).getBoundingClientRect(); return row.top >= 0 && row.top < innerHeight";
    assert!(visit.browser.run::<bool>(place, &[format!("[id='zeile-matter.links.{before}']").into()]).await);
    visit.end().await;
}
