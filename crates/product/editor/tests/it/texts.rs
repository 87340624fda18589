//! Texts as editors really type them: stars inside words, dates at the beginning of a line, and texts that are too
//! much for a page.

use accounts::Role;
use archive::{Refusal, import};
use axum::http::{Request, StatusCode, header};
use base::{Clock, Ids, expensive};
use db::testing::TestDb;
use markdown::{MOST_BYTES, MOST_PICTURES};
use testing::editor::{begin_news, change, press, publish};
use testing::{Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";
/// A text with what German has and `CommonMark` takes away.
const BODY: &str = "Schüler*innen und Lehrer*innen kamen zusammen.\n\n20. September 2018: Kongress in Essen.\n\n\
    Der Kongress beginnt am\n1. Oktober 2026 in Essen.\n\n1. FC Beispiel stellt den Saal.";

const PREVIEW: &str = "/redaktion/eintraege/textvorschau";

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

/// A published news item with this text.
async fn published(editor: &Someone<'_>, title: &str, body: &str) -> String {
    let path = begin_news(editor, title).await;
    let saved = change(editor, &path, &[("body", body)]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{:?}", saved.page().texts(".error-summary"));
    let done = publish(editor, &path).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    path
}

/// The answer to a text that is refused: its reason, and the text.
async fn refused(editor: &Someone<'_>, path: &str, body: &str) -> (String, String) {
    let reply = change(editor, path, &[("body", body)]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    (page.text(".error-summary li"), Sheet::of(&page, FORM).get("body").to_owned())
}

#[tokio::test]
async fn stars_and_days_are_read_and_found_as_they_were_typed() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = published(&editor, "Sternstunde", BODY).await;
    let page = app.page(&format!("/{path}")).await;
    for words in [
        "Schüler*innen und Lehrer*innen kamen zusammen.",
        "20. September 2018: Kongress in Essen.",
        "Der Kongress beginnt am\n1. Oktober 2026 in Essen.",
        "1. FC Beispiel stellt den Saal.",
    ] {
        assert!(page.source.contains(&format!("<p>{words}</p>")), "{words}");
    }
    for (asked, piece) in [
        ("Schüler*innen", "Schüler*innen und Lehrer*innen kamen"),
        ("Lehrer:innen", "Schüler*innen und Lehrer*innen kamen"),
        ("20.+September+2018+Kongress+Essen", "20. September 2018: Kongress"),
        ("1.+FC+Beispiel", "1. FC Beispiel stellt"),
    ] {
        let hits = app.page(&format!("/suche?q={asked}")).await;
        let text = hits.text("main");
        assert!(text.contains("Sternstunde") && text.contains(piece), "{asked}: {text}");
    }
    let exported = archive::export(&app.db.db).await.unwrap();
    assert!(exported.0[&format!("{path}.md")].ends_with(&format!("{BODY}\n")), "the source is what was typed");
}

#[tokio::test]
async fn all_genders_are_found_by_each_other() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    published(&editor, "Binnenform", "Es kamen Quokkaforscherinnen.").await;
    published(&editor, "Sternform", "Es kamen Quokkaforscher*innen.").await;
    let found = async |asked: &str| {
        let text = app.page(&format!("/suche?q={asked}")).await.text("main");
        (text.contains("Binnenform"), text.contains("Sternform"))
    };
    assert_eq!(found("Quokkaforscher*innen").await, (true, true));
    assert_eq!(found("Quokkaforscherinnen").await, (true, true));
}

#[tokio::test]
async fn preview_of_a_text_is_what_the_public_page_shows() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let body = "## Ablauf\n\nSchüler*innen und Lehrer*innen\n\n![](/medien/gibt-es-nicht)\n\n<script>x</script>";
    let path = published(&editor, "Vorschau", body).await;
    let preview = editor.post(PREVIEW, &[("text", body), ("sprache", "de")]).await;
    assert_eq!(preview.status, StatusCode::OK);
    let preview = String::from_utf8_lossy(&preview.bytes).into_owned();
    let preview = preview.trim_start_matches("<meta name=\"robots\" content=\"noindex\">").trim();
    assert!(preview.starts_with("<h3>Ablauf</h3>\n<p>Schüler*innen und Lehrer*innen</p>"), "{preview}");
    assert!(app.page(&format!("/{path}")).await.source.contains(preview), "{preview}");
    let too_long = editor.post(PREVIEW, &[("text", &"a".repeat(MOST_BYTES + 1))]).await;
    assert_eq!(too_long.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reason = String::from_utf8_lossy(&too_long.bytes);
    assert!(reason.contains("Der Text hat 200.001 Byte"), "{reason}");
}

#[tokio::test]
async fn preview_of_a_text_is_refused_to_other_sites_and_to_people_who_write_nothing() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let foreign = Request::post(PREVIEW).header("sec-fetch-site", "cross-site").header(header::COOKIE, &editor.cookie);
    assert_eq!(app.send_form(foreign, "text=a").await.status, StatusCode::FORBIDDEN);
    let reader = app.as_role(Role::DataProtection).await;
    assert_eq!(reader.post(PREVIEW, &[("text", "a")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn too_long_too_deep_or_too_many_pictures_are_refused_with_the_text() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Zu viel").await;
    let long = "des Hauses ".repeat(20_000);
    let deep = format!("Text\n\n{}tief", "> ".repeat(40));
    let pictures = "![a](/medien/a) ".repeat(MOST_PICTURES + 1);
    // Each of these takes three bytes in a form.
    let ticks = "`".repeat(2_000_000);
    for (body, reason) in [
        (&long, "Der Text hat 219.999 Byte"),
        (&ticks, "Der Text hat 2.000.000 Byte"),
        (&deep, "In Zeile 3 stehen mehr als 16 Zitate"),
        (&pictures, "Ein Text kann 200 Bilder zeigen; in Zeile 1 steht eines mehr."),
    ] {
        let (told, kept) = refused(&editor, &path, body).await;
        assert!(told.contains(reason), "{told}");
        assert_eq!(kept.trim(), body.trim());
    }
    assert_eq!(app.number("SELECT MAX(head) FROM work").await, 1);
}

#[tokio::test]
async fn translation_that_is_too_much_is_refused_with_the_text() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Leicht").await;
    let address = format!("{}/sprachen/leicht", desk(&path));
    let sheet = Sheet::of(&editor.page(&address).await, FORM).set("title", "Leicht");
    let long = "des Hauses ".repeat(30_000);
    for button in ["pruefen", "speichern"] {
        let page = editor.post(&address, &sheet.clone().set("body", &long).pressed(button)).await.page();
        assert!(page.text(".error-summary").contains("Bitte teilen Sie den Text"), "{button}");
        assert_eq!(Sheet::of(&page, FORM).get("body").trim(), long.trim(), "{button}");
    }
}

/// 300 kB of genitives were 16 gigabytes of page.
#[tokio::test]
async fn page_of_hints_is_small_however_many_there_are() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Genitive").await;
    let address = format!("{}/sprachen/leicht", desk(&path));
    let body = "des Hauses ".repeat(MOST_BYTES / 11);
    let sheet = Sheet::of(&editor.page(&address).await, FORM).set("title", "Leicht").set("body", &body);
    let page = editor.post(&address, &sheet.pressed("pruefen")).await.page();
    assert_eq!(page.texts(".desk-hints li").len(), 100);
    let (count, more) = (page.text("#hints"), page.text(".desk-hints > p:last-child"));
    assert!(count.ends_with(" Hinweise") && more.starts_with("Und 18"), "{count}, {more}");
    assert!(page.source.len() < body.len() + 100_000, "{}", page.source.len());
}

/// Comparing them kept every visitor waiting for 21 seconds.
#[tokio::test]
async fn versions_that_differ_everywhere_are_compared_in_a_small_page() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Abwechselnd").await;
    let (before, after) = expensive::alternating(" ", MOST_BYTES);
    change(&editor, &path, &[("body", &before)]).await;
    change(&editor, &path, &[("body", &after)]).await;
    let page = editor.page(&format!("{}/fassungen/3", desk(&path))).await;
    assert_eq!((page.texts(".desk-difference del").len(), page.texts(".desk-difference ins").len()), (1, 1));
    assert!(page.source.len() < MOST_BYTES * 4, "{}", page.source.len());
}

#[tokio::test]
async fn text_of_very_many_different_words_is_published_and_found() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let words = (0..22_000).map(|number| format!("quokka{number}")).collect::<Vec<_>>().join(" ");
    published(&editor, "Wortreich", &words[..MOST_BYTES]).await;
    for asked in ["Wortreich", "quokka17"] {
        assert!(app.page(&format!("/suche?q={asked}")).await.text("main").contains("Wortreich"), "{asked}");
    }
    // Once more, so that every word is there already.
    press(&editor, "aktuelles/wortreich", "veroeffentlichen", &[]).await;
    assert!(app.page("/suche?q=quokka18").await.text("main").contains("Wortreich"));
}

/// Texts that were stored before the bounds are shown flat, and cut at the bounds.
#[tokio::test]
async fn texts_of_former_days_are_shown_within_the_bounds() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = published(&editor, "Von früher", "a").await;
    let pictures = "![a](/medien/a) ".repeat(40_000);
    let quotations = format!("{} tief", "> ".repeat(40_000));
    let tags = (0..3_000).map(|number| format!("<p><em lang=x{number}>a")).collect::<Vec<_>>().concat();
    for body in [pictures, quotations, tags] {
        app.execute(&format!("UPDATE entry_texts SET body = '{body}' WHERE title = 'Von früher'")).await;
        let reply = app.get(&format!("/{path}?neu={}", body.len())).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(reply.bytes.len() < 300_000, "{}", reply.bytes.len());
        assert_eq!(app.get("/suche?q=früher").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn import_refuses_a_text_that_cannot_be_shown_with_file_and_line() {
    let mut folder = testing::shipped();
    let (file, text) = folder.0.iter().find(|(file, _)| file.starts_with("aktuelles/")).unwrap();
    let (file, lines) = (file.clone(), text.trim_end().lines().count());
    let deep = format!("{}\n\n{}tief\n", text.trim_end(), ">".repeat(50_000));
    folder.0.insert(file.clone(), deep);
    let db = TestDb::new().await;
    let ids = Ids::new(Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap()));
    testing::register();
    let Err(Refusal::Problems(problems)) = import(&db.db, &ids, &folder).await else { panic!("it was taken") };
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [format!("{file}:{}: quotations, lists or marks are nested deeper than 16 levels", lines + 2)]
    );
}
