//! Pictures and files where they are needed: uploaded beside the form, put into a text, and their focal point.

use browser::checks::axe;
use browser::{Key, Visit};
use serde_json::json;

const NEW: &str = "/redaktion/eintraege/aktuelles/neu";
const UPLOAD: &str = "button[value='hochladen:matter.picture']";
const DIALOG: &str = "dialog form[data-upload]";
const TEXT: &str = "textarea[name='body']";
const CHECKED: &str = "return document.querySelector(\"[name='matter.picture']:checked\").value";

/// Drops a picture on an element, as if it came from the desktop: selector and name of the file.
const DROP: &str = "
    const [selector, name] = arguments;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [900, 600];
    canvas.getContext('2d').fillRect(0, 0, 400, 300);
    return new Promise((done) => canvas.toBlob((blob) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([blob], name, { type: 'image/png' }));
        const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector(selector).dispatchEvent(event);
        done(event.defaultPrevented);
    }, 'image/png'));
";

/// Clicks into a picture, a quarter from the left and from the bottom.
const CLICK: &str = "
    const image = document.querySelector('.desk-focus :is(img, canvas)');
    const { left, top, width, height } = image.getBoundingClientRect();
    image.dispatchEvent(new MouseEvent('click', { clientX: left + width / 4, clientY: top + height * 0.75, bubbles: true }));
";

/// A page of the desk that is marked, so that a new one is noticed.
async fn at(address: &str) -> Visit {
    let visit = Visit::start_at_desk().await;
    axe::install(&visit.browser).await;
    visit.open(address).await;
    let () = visit.browser.run("window.isSame = true", &[]).await;
    visit
}

async fn is_same(visit: &Visit) -> bool {
    visit.browser.run("return window.isSame === true", &[]).await
}

async fn text(visit: &Visit) -> String {
    visit.browser.run("return document.querySelector(\"textarea[name='body']\").value", &[]).await
}

/// Describes the picture in the dialog, and sends it.
async fn describe(visit: &Visit) {
    visit.browser.write_into("dialog [name='alt.de']", "Ein dunkles Feld.").await;
    visit.browser.write_into("dialog [name='holder']", "Initiative").await;
    visit.browser.write_into("dialog [name='licence']", "CC BY 4").await;
    visit.browser.touch("dialog form[data-upload] button[type=submit]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn picture_is_uploaded_beside_the_form_and_chosen_without_a_new_page() {
    let visit = at(NEW).await;
    visit.browser.write_into("[name='matter.title']", "Mit Bild").await;
    let folder = tempfile::tempdir().expect("a temporary directory");
    let file = folder.path().join("Gruppe am Tisch.jpg");
    std::fs::write(&file, media::samples::photo(900, 600, 1)).expect("a file");
    visit.browser.touch(UPLOAD).await;
    visit.browser.wait_until_there(DIALOG).await;
    assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new());
    visit.browser.write_into("dialog input[type=file]", &file.display().to_string()).await;
    visit.browser.wait_until_there("dialog .desk-focus canvas").await;
    let () = visit.browser.run(CLICK, &[]).await;
    visit.browser.write_into("dialog [name='crop']", "quadratisch").await;
    visit.browser.wait_until_there("dialog .picture.is-square:not([hidden]) canvas").await;
    assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new());
    describe(&visit).await;
    visit.browser.wait_until_there(".is-held img").await;
    assert_eq!(visit.browser.run::<String>(CHECKED, &[]).await, "gruppe-am-tisch");
    assert_eq!(visit.browser.count(".desk-dialog").await, 0);
    let title = "return document.querySelector(\"[name='matter.title']\").value";
    assert_eq!(visit.browser.run::<String>(title, &[]).await, "Mit Bild");
    assert!(is_same(&visit).await);
    visit.browser.touch(".desk-picture-choice > summary").await;
    assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new());
    visit.open("/redaktion/medien/gruppe-am-tisch").await;
    let cut = "return ['crop', 'focus_x', 'focus_y'].map((name) => document.querySelector(`[name=${name}]`).value)";
    let cut: Vec<String> = visit.browser.run(cut, &[]).await;
    assert_eq!(cut, ["square", "25", "75"], "as it was set before the upload");
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn several_files_are_sent_one_after_the_other_and_what_is_refused_is_named() {
    let visit = at("/redaktion/medien/neu").await;
    let folder = tempfile::tempdir().expect("a temporary directory");
    let files = ["Saal eins.jpg", "Saal zwei.jpg", "Kein Bild.png"].map(|name| folder.path().join(name));
    for (file, seed) in files.iter().zip(1..) {
        std::fs::write(file, media::samples::photo(900, 600, seed)).expect("a file");
    }
    std::fs::write(&files[2], b"nur Text").expect("a file");
    let paths = files.each_ref().map(|file| file.display().to_string()).join("\n");
    visit.browser.write_into("input[type=file]", &paths).await;
    visit.browser.wait_until_there("form[data-upload] [role=status]:not(:empty)").await;
    visit.browser.write_into("[name='holder']", "Initiative").await;
    visit.browser.touch("form[data-upload] button[type=submit]").await;
    visit.browser.wait_until_there("main .error-summary li").await;
    assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new());
    let told: Vec<String> = visit
        .browser
        .run("return [...document.querySelectorAll('.error-summary li')].map((one) => one.textContent)", &[])
        .await;
    assert!(told.len() == 1 && told[0].contains("»Kein Bild«"), "{told:?}");
    visit.open("/redaktion/medien?stand=unvollstaendig").await;
    assert_eq!(visit.browser.count(".desk-media > li").await, 2);

    visit.open("/redaktion/medien/neu").await;
    let paths = files[..2].iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join("\n");
    visit.browser.write_into("input[type=file]", &paths).await;
    visit.browser.touch("form[data-upload] button[type=submit]").await;
    visit.browser.wait_until_there(".notice.is-done").await;
    assert_eq!(visit.browser.count(".desk-media > li").await, 4, "all of them, in the list");
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn upload_without_a_picture_says_so_in_the_dialog_and_keeps_what_was_described() {
    let visit = at(NEW).await;
    visit.browser.touch(UPLOAD).await;
    visit.browser.wait_until_there(DIALOG).await;
    describe(&visit).await;
    visit.browser.wait_until_there("dialog .error-summary").await;
    let holder = "return document.querySelector(\"dialog [name='holder']\").value";
    assert_eq!(visit.browser.run::<String>(holder, &[]).await, "Initiative");
    visit.browser.press(Key::Escape).await;
    assert_eq!(visit.browser.count(".desk-dialog").await, 0);
    assert!(is_same(&visit).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn picture_that_is_dropped_on_a_text_stands_in_it_and_can_be_undone() {
    let visit = at(NEW).await;
    visit.browser.write_into(TEXT, "Vorher.").await;
    assert!(visit.browser.run::<bool>(DROP, &[json!(TEXT), json!("Saal.png")]).await);
    visit.browser.wait_until_there(DIALOG).await;
    describe(&visit).await;
    visit.browser.wait_until_there("body:not(:has(.desk-dialog))").await;
    assert_eq!(text(&visit).await, "Vorher.\n\n![](/medien/saal)\n");
    let () = visit.browser.run("document.execCommand('undo')", &[]).await;
    assert_eq!(text(&visit).await, "Vorher.");

    visit.browser.touch(".desk-toolbar .is-picture").await;
    visit.browser.wait_until_there("dialog .desk-tile[data-slug='saal']").await;
    assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new());
    visit.browser.write_into("dialog input[type=search]", "nirgends").await;
    visit.browser.wait_until_there("dialog .desk-choice:not(:has(.desk-tile))").await;
    visit.browser.write_into("dialog input[type=search]", &"\u{8}".repeat(8)).await;
    visit.browser.wait_until_there("dialog .desk-tile[data-slug='saal']").await;
    visit.browser.touch("dialog .desk-tile[data-slug='saal']").await;
    assert_eq!(text(&visit).await, "Vorher.\n\n![](/medien/saal)\n");
    assert!(is_same(&visit).await);
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn focal_point_is_set_on_the_picture_by_pointer_and_by_arrow_keys() {
    let visit = at(NEW).await;
    assert!(visit.browser.run::<bool>(DROP, &[json!(".desk-picture"), json!("Saal.png")]).await);
    visit.browser.wait_until_there(DIALOG).await;
    describe(&visit).await;
    visit.browser.wait_until_there(".is-held img").await;
    visit.open("/redaktion/medien/saal").await;
    visit.browser.wait_until_there(".desk-focus-mark").await;
    let point = "return ['x', 'y'].map((axis) => document.querySelector(`[name='focus_${axis}']`).value).join()";
    let () = visit.browser.run(CLICK, &[]).await;
    assert_eq!(visit.browser.run::<String>(point, &[]).await, "25,75");
    visit.browser.press(Key::Left).await;
    visit.browser.press(Key::Down).await;
    assert_eq!(visit.browser.run::<String>(point, &[]).await, "24,76");
    visit.browser.write_into("select[name='crop']", "quadratisch").await;
    visit.browser.wait_until_there("[data-crop].is-square:not([hidden])").await;
    assert_eq!(axe::violations(&visit.browser).await, Vec::<String>::new());
    visit.end().await;
}
