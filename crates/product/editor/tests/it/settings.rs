//! The settings of an initiative, changed in the browser.

use accounts::Role;
use axum::http::{Request, StatusCode, header};
use testing::html::faults;
use testing::{Page, Reply, Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";
const ROOT: &str = "/redaktion/einstellungen";
const SECTIONS: [&str; 9] =
    ["name", "logo", "sprachen", "traeger", "farben", "impressum", "barrierefreiheit", "post", "daten"];

fn at(section: &str) -> String {
    format!("{ROOT}/{section}")
}

/// The form of a page, with other values.
fn filled(page: &Page, changes: &[(&str, &str)]) -> Sheet {
    changes.iter().fold(Sheet::of(page, FORM), |form, (name, value)| form.set(name, value))
}

/// Sends a form that was shown before, with other values.
async fn send(person: &Someone<'_>, section: &str, page: &Page, changes: &[(&str, &str)]) -> Reply {
    person.post(&at(section), &filled(page, changes).pressed("speichern")).await
}

/// Opens a section, changes values and saves.
async fn change(person: &Someone<'_>, section: &str, changes: &[(&str, &str)]) -> Reply {
    send(person, section, &person.page(&at(section)).await, changes).await
}

async fn changed(person: &Someone<'_>, section: &str, changes: &[(&str, &str)]) {
    let reply = change(person, section, changes).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{section}: {:?}", reply.page().texts(".error-summary"));
    assert_eq!(reply.header(header::LOCATION), format!("{}?hinweis=gespeichert", at(section)));
}

#[tokio::test]
async fn every_section_is_sound_in_both_languages_and_can_be_saved_as_it_is() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    for (prefix, language) in [("", "de"), ("/en", "en")] {
        for path in SECTIONS.map(at).into_iter().chain([ROOT.to_owned(), at("verlauf")]) {
            let page = person.page(&format!("{prefix}{path}")).await;
            assert_eq!(faults(&page, language), Vec::<String>::new(), "{prefix}{path}");
        }
    }
    let before = archive_of(&app).await;
    for section in SECTIONS {
        changed(&person, section, &[]).await;
    }
    assert_eq!(archive_of(&app).await, before, "nothing was changed, so nothing may differ");
}

/// The initiative as an export writes it, without the instant of its last change.
async fn archive_of(app: &TestApp) -> String {
    let folder = archive::export(&app.db.db).await.unwrap();
    let text = folder.0["initiative.toml"].clone();
    text.lines().filter(|line| !line.starts_with("updated = ")).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn saved_name_stands_on_every_page_at_once_and_in_the_audit_log() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    app.page("/").await;
    changed(&person, "name", &[("name", "Bildung am Fluss"), ("motto.en", "")]).await;
    for path in ["/", "/en", "/aktuelles"] {
        assert_eq!(app.page(path).await.text(".brand"), "Bildung am Fluss", "{path}");
    }
    let log = person.page("/redaktion/protokoll").await;
    assert!(log.texts("tbody td").contains(&"Name und Startseite".to_owned()), "{:?}", log.texts("tbody td"));
    assert!(archive_of(&app).await.contains("name = \"Bildung am Fluss\""));
}

#[tokio::test]
async fn imprint_without_what_the_law_asks_for_comes_back() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    for name in
        ["imprint.name", "imprint.address", "imprint.email", "imprint.representatives.de", "imprint.responsible.de"]
    {
        let reply = change(&person, "impressum", &[(name, "")]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let page = reply.page();
        assert_eq!(page.attributes(".error-summary a", "href"), [format!("#form-{name}")]);
        assert_eq!(faults(&page, "de"), Vec::<String>::new());
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM versions WHERE document = 'settings'").await, 0);
    changed(&person, "impressum", &[("imprint.phone", ""), ("imprint.address", "Am Fluss 2\n\n45000 Ort")]).await;
    let page = app.page("/impressum").await;
    assert!(page.source.contains("Am Fluss 2") && !page.source.contains("+49 000 000000"));
}

#[tokio::test]
async fn colour_that_cannot_be_read_is_refused_with_its_ratio_and_one_that_can() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let thread = |light, dark| [("colours.thread.light", light), ("colours.thread.dark", dark)];
    let reply = change(&person, "farben", &thread("#2E7F94", "#F47C68")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    let fault = page.text(".error-summary li");
    assert!(fault.contains("nur einen Kontrast von 3,8 : 1"), "{fault}");
    let nearest = fault.rsplit("reicht, ist ").next().unwrap().trim_end_matches('.').to_owned();
    changed(&person, "farben", &thread(&nearest, "#F47C68")).await;
    let reply = change(&person, "farben", &thread("#B3261E", "#0A5066")).await;
    assert!(reply.page().text(".error-summary li").contains("auf dunklem Grund"));
    let reply = change(&person, "farben", &thread("rot", "#F47C68")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn colour_for_one_ground_alone_leaves_the_products_own_on_the_other() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    changed(&person, "farben", &[("colours.thread.light", "#0A5066"), ("colours.thread.dark", "")]).await;
    let form = Sheet::of(&person.page("/redaktion/einstellungen/farben").await, "main form.form");
    assert_eq!((form.get("colours.thread.light"), form.get("colours.thread.dark")), ("#0A5066", "#F47C68"));
}

#[tokio::test]
async fn colours_are_named_by_their_fields_and_errors_keep_their_own() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    changed(&person, "farben", &[("colours.thread.light", "#0A5066"), ("colours.thread.dark", "#7CC4DB")]).await;
    let page = person.page("/redaktion/einstellungen/farben").await;
    let field = app.page("/handlungsfelder").await.texts(".field-card a").remove(0);
    assert!(page.source.contains(&format!("Handlungsfeld 1: {field} auf hellem Grund")), "{field}");
    let sheets = page.attributes("link[rel='stylesheet']", "href");
    let own = app.get(&sheets[1]).await.bytes;
    assert!(!String::from_utf8(own).unwrap().contains("--fault"), "the colour of errors is nobody's own");
    let css = String::from_utf8(app.get(&sheets[0]).await.bytes).unwrap();
    let of_errors: Vec<&str> = css
        .split('}')
        .filter(|rule| {
            [".control-error", ".error-summary", "aria-invalid", "is-warning"].iter().any(|part| rule.contains(part))
        })
        .collect();
    assert!(of_errors.iter().filter(|rule| rule.contains("--fault")).count() >= 4, "{of_errors:?}");
    assert!(!of_errors.iter().any(|rule| rule.contains("--thread")), "{of_errors:?}");
}

#[tokio::test]
async fn own_colours_are_a_style_sheet_of_their_own_that_may_be_kept() {
    let app = TestApp::new().await;
    let sheets = async || app.page("/").await.attributes("link[rel='stylesheet']", "href");
    let before = sheets().await;
    assert_eq!(before.len(), 1);
    let person = app.as_role(Role::Administrator).await;
    changed(&person, "farben", &[("colours.field_3.light", "#0a5066"), ("colours.field_3.dark", "#7CC4DB")]).await;
    let after = sheets().await;
    assert_eq!((after.len(), &after[0]), (2, &before[0]));
    assert!(after[1].starts_with("/assets/farben-"), "{}", after[1]);
    let reply = app.get(&after[1]).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.header(header::CONTENT_TYPE), "text/css; charset=utf-8");
    assert_eq!(reply.header(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    let css = String::from_utf8(reply.bytes.clone()).unwrap();
    assert_eq!(css, "@layer tokens{@media (forced-colors:none){:root{--hue-3:light-dark(#0A5066,#7CC4DB);}}}");
    let tag = reply.header(header::ETAG).to_owned();
    let again = app.send(Request::get(&after[1]).header(header::IF_NONE_MATCH, tag)).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(person.page("/redaktion/einstellungen").await.source.contains(&after[1]), "the desk has them too");
    changed(&person, "farben", &[("colours.field_3.light", ""), ("colours.field_3.dark", "")]).await;
    assert_eq!(sheets().await, before);
    assert_eq!(app.get(&after[1]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_english_its_addresses_lead_to_the_german_pages() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    changed(&person, "sprachen", &[("english", "")]).await;
    let page = app.page("/prozess").await;
    assert_eq!(page.attributes("a[hreflang='en'], link[hreflang]", "href"), [""; 0]);
    for (path, german) in [("/en", "/"), ("/en/prozess?jahr=2018", "/prozess?jahr=2018")] {
        let reply = app.get(path).await;
        assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::TEMPORARY_REDIRECT, german), "{path}");
    }
    person.page("/en/redaktion/einstellungen").await;
    changed(&person, "sprachen", &[("english", "ja")]).await;
    app.page("/en/prozess").await;
}

#[tokio::test]
async fn carriers_are_public_bodies_each_once() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let form = Sheet::of(&person.page(&at("traeger")).await, FORM);
    assert_eq!(form.get("carriers.0.slug"), "RuhrFutur · mitwirkende/ruhrfutur");
    changed(&person, "traeger", &[("carriers.1.slug", ""), ("carriers.2.slug", "mitwirkende/ruhrfutur")]).await;
    assert!(archive_of(&app).await.contains("carriers = [\"ruhrfutur\"]"));
    for (typed, why) in [("erfunden", "finden wir nicht"), ("", "mindestens eine Organisation")] {
        let reply = change(&person, "traeger", &[("carriers.0.slug", typed)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let fault = reply.page().text(".error-summary li");
        assert!(fault.contains(why), "{fault}");
    }
    // A draft is found by its name, but nobody may see that it carries the initiative.
    let new = "/redaktion/eintraege/mitwirkende/neu";
    let draft = Sheet::of(&person.page(new).await, FORM).set("matter.title", "Stille Stiftung");
    assert_eq!(person.post(new, &draft.pressed("speichern")).await.status, StatusCode::SEE_OTHER);
    let reply = change(&person, "traeger", &[("carriers.0.slug", "Stille Stiftung")]).await;
    let fault = reply.page().text(".error-summary li");
    assert!(fault.contains("nicht veröffentlicht"), "{fault}");
}

#[tokio::test]
async fn barriers_are_rows_that_grow_and_shrink_and_days_are_typed_as_people_write() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let more = filled(&person.page(&at("barrierefreiheit")).await, &[]);
    let more = person.post(&at("barrierefreiheit"), &more.pressed("mehr:accessibility.barriers")).await.page();
    let rows: usize = Sheet::of(&more, FORM).get("accessibility.barriers.zahl").parse().unwrap();
    let name = |row: usize, part: &str, language: &str| format!("accessibility.barriers.{row}.{part}.{language}");
    let new = filled(&more, &[]).set(&name(rows - 1, "what", "de"), "Karten ohne Text");
    let reply = person.post(&at("barrierefreiheit"), &new.pressed("speichern")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "a row is whole or empty");
    let new = new.set(&name(rows - 1, "reason", "de"), "noch nicht beschrieben");
    let new = new.set(&name(rows - 1, "alternative", "de"), "Listen").set("accessibility.reviewed", "24.11.2026");
    let emptied = ["what", "reason", "alternative"]
        .into_iter()
        .fold(new, |form, part| form.set(&name(0, part, "de"), "").set(&name(0, part, "en"), ""));
    let reply = person.post(&at("barrierefreiheit"), &emptied.pressed("speichern")).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{:?}", reply.page().texts(".error-summary"));
    let page = app.page("/barrierefreiheit").await;
    assert!(page.source.contains("Karten ohne Text") && !page.source.contains("Leichte Sprache gibt es nur für"));
    assert!(page.source.contains("24. November 2026"));
    for vague in ["Herbst 2026", "24.11.2026 9 Uhr"] {
        let reply = change(&person, "barrierefreiheit", &[("accessibility.reviewed", vague)]).await;
        assert!(reply.page().text(".error-summary li").contains("genauen Tag ohne Uhrzeit"), "{vague}");
    }
}

#[tokio::test]
async fn who_saves_after_somebody_else_sees_both_values_and_decides() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Administrator).await, app.as_role(Role::Administrator).await);
    let (seen, elsewhere) = (second.page(&at("name")).await, second.page(&at("impressum")).await);
    changed(&first, "name", &[("motto.de", "Zusammen stark")]).await;
    let reply = send(&second, "name", &seen, &[("motto.de", "Hand in Hand"), ("headline.de", "Neu")]).await;
    assert_eq!(reply.status, StatusCode::CONFLICT);
    let page = reply.page();
    assert_eq!(Sheet::of(&page, FORM).get("motto.de"), "Hand in Hand", "the text of the second is kept");
    let told = page.text(".error-summary");
    assert!(told.contains("Motto") && told.contains("Zusammen stark") && told.contains("Person 1"), "{told}");
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert!(archive_of(&app).await.contains("Zusammen stark"));
    // Another section is none of the first's business.
    assert_eq!(send(&second, "impressum", &elsewhere, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&second, "name", &page, &[]).await.status, StatusCode::SEE_OTHER, "now the second has seen it");
    let now = archive_of(&app).await;
    assert!(now.contains("Hand in Hand") && !now.contains("Zusammen stark"));
}

#[tokio::test]
async fn of_many_who_save_at_once_one_is_first_and_nobody_is_overwritten() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let page = person.page(&at("name")).await;
    let mottos: Vec<String> = (0..8).map(|number| format!("Motto {number}")).collect();
    let saves =
        mottos.iter().map(|motto| async { send(&person, "name", &page, &[("motto.de", motto.as_str())]).await });
    let replies = futures_of(saves.collect()).await;
    let taken: Vec<usize> = (0..8).filter(|index| replies[*index].status == StatusCode::SEE_OTHER).collect();
    assert_eq!(taken.len(), 1, "{:?}", replies.iter().map(|reply| reply.status).collect::<Vec<_>>());
    for (reply, motto) in replies.iter().zip(&mottos).filter(|(reply, _)| reply.status != StatusCode::SEE_OTHER) {
        assert_eq!(reply.status, StatusCode::CONFLICT);
        assert_eq!(Sheet::of(&reply.page(), FORM).get("motto.de"), motto);
    }
    assert!(archive_of(&app).await.contains(&mottos[taken[0]]));
    assert_eq!(app.number("SELECT COUNT(*) FROM versions WHERE document = 'settings'").await, 2);
}

/// Waits for all of them at once.
async fn futures_of<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut waiting: Vec<_> = futures.into_iter().map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|context| {
        for (future, done) in waiting.iter_mut().filter(|(_, done)| done.is_none()) {
            if let std::task::Poll::Ready(output) = future.as_mut().poll(context) {
                *done = Some(output);
            }
        }
        if waiting.iter().all(|(_, done)| done.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    waiting.into_iter().filter_map(|(_, done)| done).collect()
}

#[tokio::test]
async fn every_save_is_a_version_that_can_be_seen_and_brought_back() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    let before = archive_of(&app).await;
    changed(&person, "name", &[("name", "Bildung am Fluss")]).await;
    let page = person.page(&at("verlauf")).await;
    assert_eq!(page.texts("tbody th"), ["1", "0"]);
    assert_eq!(page.texts("tbody td:nth-child(3)"), ["Person 1", ""]);
    let page = person.page(&at("verlauf/1")).await;
    assert_eq!(page.texts(".desk-difference h4"), ["Name der Initiative"]);
    let pieces =
        |page: &Page| [".desk-difference del", ".desk-difference ins"].map(|selector| page.texts(selector).concat());
    let (gone, come) = ("gelöscht: ZukunftsBildung Endegelöscht: Ruhr Ende", "neu: Bildung Endeneu: am Fluss Ende");
    assert_eq!(pieces(&page), [gone, come]);
    assert_eq!(page.texts("main form"), [""; 0], "it is in force");
    let form = [("fassung", "1"), ("bereich", "name")];
    let page = person.post_and_follow(&at("verlauf/0/wiederherstellung"), &form).await;
    assert_eq!(
        page.texts(".notice.is-done"),
        ["Wiederhergestellt und veröffentlicht. Der Stand davor bleibt im Verlauf."]
    );
    let (gone, come) = ("gelöscht: Bildung Endegelöscht: am Fluss Ende", "neu: ZukunftsBildung Endeneu: Ruhr Ende");
    assert_eq!(pieces(&page), [gone, come]);
    assert_eq!(app.page("/").await.text(".brand"), "ZukunftsBildung Ruhr");
    assert_eq!(archive_of(&app).await, before);
    assert_eq!(app.number("SELECT MAX(number) FROM versions").await, 2);
    assert_eq!(person.get(&at("verlauf/99")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn section_of_a_version_is_restored_and_all_others_stay_as_they_are() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    changed(&person, "name", &[("motto.de", "Zusammen stark")]).await;
    changed(&person, "name", &[("motto.de", "Hand in Hand")]).await;
    changed(&person, "post", &[("mail.name", "Redaktion am Fluss"), ("mail.address", "fluss@ort.example")]).await;
    let page = person.page(&at("verlauf/1")).await;
    assert_eq!(page.texts(".desk-restoration summary"), ["Name und Startseite", "E-Mail und Fristen"]);
    assert_eq!(page.attributes(".desk-restoration details[open] button", "value"), ["name"], "the one that it names");
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let form = [("fassung", "3"), ("bereich", "name")];
    let page = person.post_and_follow(&at("verlauf/1/wiederherstellung"), &form).await;
    assert_eq!(page.texts(".notice.is-done").len(), 1);
    assert_eq!(page.texts(".facts dd")[0], "Name und Startseite");
    let now = archive_of(&app).await;
    assert!(now.contains("Zusammen stark") && now.contains("fluss@ort.example"), "{now}");
}

#[tokio::test]
async fn no_section_is_restored_over_what_somebody_else_has_saved_meanwhile() {
    let app = TestApp::new().await;
    let (first, second) = (app.as_role(Role::Administrator).await, app.as_role(Role::Administrator).await);
    changed(&first, "name", &[("motto.de", "Zusammen stark")]).await;
    changed(&second, "name", &[("motto.de", "Hand in Hand")]).await;
    let form = |section| [("fassung", "1"), ("bereich", section)];
    let refused = first.post(&at("verlauf/0/wiederherstellung"), &form("name")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let page = refused.page();
    assert!(page.text(".error-summary").starts_with("Inzwischen hat jemand diesen Bereich geändert."));
    let gone = page.texts(".desk-restoration del").concat();
    assert!(gone.contains("Hand"), "the differences are those of now: {gone}");
    assert!(archive_of(&app).await.contains("Hand in Hand"));
    let elsewhere = first.post(&at("verlauf/0/wiederherstellung"), &form("farben")).await;
    assert_eq!(elsewhere.status, StatusCode::SEE_OTHER, "nobody has changed that section");
    assert!(archive_of(&app).await.contains("Hand in Hand"));
}

#[tokio::test]
async fn test_mail_goes_to_who_asks_and_the_page_says_what_became_of_it() {
    let app = TestApp::new().await;
    let person = app.as_role(Role::Administrator).await;
    changed(&person, "post", &[("mail.name", "Redaktion am Fluss"), ("mail.address", "fluss@ort.example")]).await;
    let reply = person.post(&at("post/probe"), &[]).await;
    let location = reply.header(header::LOCATION).to_owned();
    let told = async || person.page(location.split('#').next().unwrap()).await.text("#probe .notice p:first-child");
    assert_eq!(told().await, "Die Probe-Mail ist gespeichert und wartet auf den Mailserver.");
    // The folder keeps the mail; `settle` would take its row out of the outbox.
    app.run_due_jobs().await;
    assert!(told().await.starts_with("Es ist kein Mailserver eingerichtet."));
    let letter = app.settle().await.pop().unwrap();
    assert_eq!(
        (letter.recipient.as_str(), letter.subject.as_str()),
        (&*person.email, "Probe-Mail von ZukunftsBildung Ruhr")
    );
    let files: Vec<_> = std::fs::read_dir(app.mail_folder()).unwrap().map(|file| file.unwrap().path()).collect();
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert!(text.contains("From: \"Redaktion am Fluss\" <fluss@ort.example>\r\n"), "{text}");
}

#[tokio::test]
async fn only_administrators_come_in() {
    let app = TestApp::new().await;
    for role in [Role::Editor, Role::DataProtection] {
        let person = app.as_role(role).await;
        for path in SECTIONS.map(at).into_iter().chain([ROOT.to_owned(), at("verlauf"), at("verlauf/0")]) {
            assert_eq!(person.get(&path).await.status, StatusCode::FORBIDDEN, "{role} {path}");
        }
        for path in SECTIONS.map(at).into_iter().chain([at("post/probe"), at("verlauf/0/wiederherstellung")]) {
            assert_eq!(person.post(&path, &[("fassung", "0")]).await.status, StatusCode::FORBIDDEN, "{role} {path}");
        }
    }
    let person = app.as_role(Role::Administrator).await;
    assert_eq!(person.get(&at("erfunden")).await.status, StatusCode::NOT_FOUND);
}
