//! What the daily tasks of an office take: clicks and page loads of somebody who knows the way. `cargo xtask bench effort`
//! prints the figures.

use browser::{Allowed, Effort, Visit, Window};

const START: &str = "/redaktion";

#[tokio::test(flavor = "multi_thread")]
async fn person_is_invited_for_one_organisation() {
    let visit = Visit::start_at_desk().await;
    let mut effort = Effort::begin(&visit, START).await;
    effort.follow(".desk-areas a[href='/redaktion/personen']").await;
    effort.follow("a[href='/redaktion/personen/einladung']").await;
    effort.write("[name=name]", "Organisatorin").await;
    effort.write("[name=email]", "organisatorin@hochschule.example").await;
    effort.press("[name=rolle][value=organiser]").await;
    effort.write("[name=eintrag]", "Duisburg-Essen").await;
    // The list of suggestions belongs to the browser; choosing from it is a click.
    let suggestion = "#scopes option[value*='Universität Duisburg-Essen']";
    visit.browser.wait_until_there(suggestion).await;
    let chosen: String =
        visit.browser.run(&format!("return document.querySelector(\"{suggestion}\").value"), &[]).await;
    effort.overwrite("[name=eintrag]", &chosen).await;
    effort.follow("#form-send").await;
    let path = visit.browser.path().await;
    assert!(path.starts_with("/redaktion/personen/") && !path.contains("einladung"), "{path}");
    effort.end("invite a person, bound to one organisation", Allowed { clicks: 8, loads: 3 }).await;
    visit.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn number_is_corrected() {
    let visit = Visit::start_at_desk().await;
    let mut effort = Effort::begin(&visit, START).await;
    effort.write("#find", "Kongress 2018").await;
    effort.enter().await;
    effort.follow("main a[href$='/veranstaltungen/kongress-2018']").await;
    effort.press("#teil-claims > summary").await;
    effort.press("[id='zeile-matter.claims.0'] summary").await;
    effort.overwrite("[name='matter.claims.0.value']", "612").await;
    effort.follow(".desk-aside button[value=veroeffentlichen]").await;
    visit.browser.come_to("hinweis=veroeffentlicht").await;
    effort.end("correct a number whose source is there", Allowed { clicks: 6, loads: 3 }).await;
    visit.end().await;
}

/// A photograph in a file, as somebody has it on their computer.
fn photograph() -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().prefix("schulhof").suffix(".jpg").tempfile().expect("a temporary file");
    std::fs::write(file.path(), media::samples::photo(1200, 800, 1)).expect("it is written");
    file
}

#[tokio::test(flavor = "multi_thread")]
async fn news_with_picture_vague_date_and_link_is_published() {
    let visit = Visit::start_at_desk().await;
    // As wide as a usual screen of an office, where the preview stands beside the text by itself.
    visit.browser.resize(Window { width: 1920, height: 1080 }).await;
    let file = photograph();
    let mut effort = Effort::begin(&visit, START).await;
    effort.follow("main .actions a[href$='/eintraege/neu']").await;
    effort.follow("a[href$='/aktuelles/neu']").await;
    effort.write("[name='matter.title']", "Ein Schulhof wird grün").await;
    effort.write("[name='matter.summary']", "Schülerinnen und Schüler pflanzen Bäume.").await;
    effort.write("[name=body]", "Alles begann beim ").await;
    visit.browser.press_with_control('k').await;
    visit.browser.type_text("Kongress ZukunftsBildung").await;
    visit.browser.wait_until_there("dialog .desk-link-hit").await;
    effort.press("dialog .desk-link-hit").await;
    visit.browser.wait_until_there(".desk-text-preview .prose a").await;
    effort.press("button[value='hochladen:matter.picture']").await;
    visit.browser.wait_until_there("dialog input[type=file]").await;
    // The window in which one chooses a file belongs to the system; it takes one click there.
    effort.pick_file("dialog input[type=file]", file.path()).await;
    effort.write("dialog [name='alt.de']", "Kinder pflanzen einen Baum.").await;
    effort.write("dialog [name=holder]", "Stadt Herne").await;
    effort.choose("dialog [name=licence]", "cc_by_4").await;
    effort.press("dialog form[data-upload] button[type=submit]").await;
    visit.browser.wait_until_there("[data-medium='matter.picture'] .is-held img").await;
    effort.write("[name='matter.when']", "voraussichtlich Frühjahr 2027").await;
    effort.follow(".desk-aside button[value=veroeffentlichen]").await;
    visit.browser.come_to("hinweis=veroeffentlicht").await;
    effort.end("news with picture, vague date, link, preview, published", Allowed { clicks: 15, loads: 3 }).await;
    visit.end().await;
}

/// Three organisers, the last of which is begun in its row.
async fn add_organisers(visit: &Visit, effort: &mut Effort<'_>) {
    let organisers = ["RuhrFutur", "Regionalverband Ruhr", "Stadt Oberhausen an der Ruhr"];
    for (row, organiser) in organisers.iter().enumerate() {
        let field = format!("[name='table.organisers.{row}.body']");
        effort.press("button[value='mehr:table.organisers']").await;
        visit.browser.wait_until_there(&field).await;
        visit.browser.type_text(organiser).await;
        if row == 2 {
            effort.press("button[value='suche:table.organisers.2.body']").await;
            visit.browser.wait_until_there("button[value='neu:table.organisers.2.body']").await;
            effort.press("button[value='neu:table.organisers.2.body']").await;
            visit.browser.wait_until_there(".desk-pick .desk-told").await;
        }
        effort.choose(&format!("[name='table.organisers.{row}.role']"), "organiser").await;
    }
}

/// Five items of the programme, two of which are forums that are begun in their rows.
async fn add_programme(visit: &Visit, effort: &mut Effort<'_>) {
    let items = [
        ("9", "Ankommen"),
        ("9.30", "Begrüßung"),
        ("10", "Forum Lernen"),
        ("13", "Forum Räume"),
        ("15.30", "Ausblick"),
    ];
    for (row, (starts, title)) in items.iter().enumerate() {
        effort.press("button[value='mehr:table.programme']").await;
        visit.browser.wait_until_there(&format!("[name='table.programme.{row}.starts']")).await;
        visit.browser.type_text(starts).await;
        effort.write(&format!("[name='table.programme.{row}.title.de']"), title).await;
        if title.starts_with("Forum") {
            let event = format!("table.programme.{row}.event");
            effort.write(&format!("[name='{event}']"), &format!("{title} 2027")).await;
            effort.press(&format!("button[value='suche:{event}']")).await;
            let begin = format!("button[value='neu:{event}']");
            visit.browser.wait_until_there(&begin).await;
            effort.choose(&format!("[name='{event}.form']"), "forum").await;
            effort.press(&begin).await;
            visit.browser.wait_until_there(&format!(".desk-pick:has([name='{event}']) .desk-told")).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn conference_with_organisers_programme_and_forums_is_published() {
    let visit = Visit::start_at_desk().await;
    let mut effort = Effort::begin(&visit, START).await;
    effort.follow("main .actions a[href$='/eintraege/neu']").await;
    effort.follow("a[href$='/veranstaltungen/neu']").await;
    effort.write("[name='matter.title']", "Konferenz Ganztag").await;
    effort.write("[name='matter.summary']", "Ein Tag über den Ganztag.").await;
    effort.write("[name='matter.when']", "12.3.2027 9-16 Uhr").await;
    effort.choose("[name='matter.municipality']", "05913000").await;
    effort.choose("[name='table.format']", "conference").await;
    effort.write("[name='table.venue']", "Dortmunder U").await;
    add_organisers(&visit, &mut effort).await;
    add_programme(&visit, &mut effort).await;
    effort.follow(".desk-aside button[value=veroeffentlichen]").await;
    // The new organisation and the forums are drafts; somebody says that this is meant.
    effort.follow("button[value=trotzdem]").await;
    visit.browser.come_to("hinweis=veroeffentlicht").await;
    let task = "conference: 3 organisers (1 new), 5 items of the programme, 2 forums, published";
    effort.end(task, Allowed { clicks: 45, loads: 6 }).await;
    visit.end().await;
}
