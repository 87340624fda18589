//! The proof that a manifest is enough: a whole [slice](slice) that exists only in this test, named in one place, the
//! list that [`register`] hands over.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod slice;

use std::collections::BTreeSet;

use accounts::Role;
use archive::Folder;
use axum::http::StatusCode;
use desk_kit::{Rights, Slice, Twice};
use golden_thread::Kind;
use services::audit::{AuditEvent, EventDef, SameCode};
use testing::TestApp;

const EVENT: &str = "/veranstaltungen/kongress-2018";

/// The application with one more slice. This is the one place that names it.
fn register() {
    app::register().unwrap();
    desk_kit::register(&[&slice::SLICE]).unwrap();
}

async fn with_book(front: &str) -> Result<TestApp, String> {
    register();
    let mut files = Folder::embedded().unwrap();
    let file = format!(
        "+++\ntitle = \"Bildung im Revier\"\nsummary = \"Was wir gelernt haben.\"\nupdated = \"2026-11-01T12:00:00Z\"\n\n[book]\n{front}+++\n\nEin langer Text über Zusammenarbeit.\n"
    );
    files.0.insert("buecher/bildung-im-revier.md".to_owned(), file);
    TestApp::try_with(&files).await.map_err(|refused| refused.to_string())
}

async fn with_one() -> TestApp {
    with_book("pages = 320\npublisher = \"ruhrfutur\"\n").await.unwrap()
}

#[tokio::test]
async fn entry_of_the_kind_has_a_page_and_is_found_by_search_and_thread() {
    let app = with_one().await;
    let page = app.page("/buecher/bildung-im-revier").await;
    assert_eq!(page.text("h1"), "Bildung im Revier");
    assert_eq!(page.text(".kicker"), "Buch");
    assert!(page.texts("dl.facts dd").contains(&"320".to_owned()));
    let found = app.page("/suche?q=Zusammenarbeit").await;
    assert!(found.attributes("main a", "href").contains(&"/buecher/bildung-im-revier".to_owned()));
    let thread = app.page("/faden?art=trial_book").await;
    assert!(thread.attributes("main a", "href").contains(&"/buecher/bildung-im-revier".to_owned()));
    assert!(page.texts("footer a").contains(&"Bücher".to_owned()));
}

#[tokio::test]
async fn file_with_a_senseless_table_is_refused_with_its_line() {
    let refused = with_book("pages = 0\n").await.map(drop).unwrap_err();
    assert!(refused.contains("buecher/bildung-im-revier.md:7: a book has pages"), "{refused}");
    let refused = with_book("pages = 3\npublisher = \"keiner\"\n").await.map(drop).unwrap_err();
    assert!(refused.contains("buecher/bildung-im-revier.md:8: there is no entry `mitwirkende/keiner`"), "{refused}");
}

#[tokio::test]
async fn form_on_the_page_of_another_slice_comes_back_there_with_what_was_typed() {
    let app = with_one().await;
    let first = app.get(EVENT).await;
    assert_eq!(first.header(axum::http::header::CACHE_CONTROL), "no-store", "a ticket is for one visitor");
    assert_eq!(first.page().texts("form[action$=buchwuensche]").len(), 1);
    let ticket = ticket(&app).await;
    let path = format!("{EVENT}/buchwuensche");
    let reply = app.post(&path, &[("ticket", &ticket), ("email", "keine Adresse")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = reply.page();
    assert_eq!(page.text("h1"), app.page(EVENT).await.text("h1"), "the page of the event");
    assert_eq!(page.attributes("#email, input[name=email]", "value")[0], "keine Adresse");
    assert!(page.source.contains("Das ist keine E-Mail-Adresse."));
    assert_eq!(app.number("SELECT COUNT(*) FROM trial_wishes").await, 0);
}

#[tokio::test]
async fn wish_is_kept_thanked_for_shown_at_the_desk_and_forgotten() {
    let app = with_one().await;
    let ticket = ticket(&app).await;
    let reply = app.post(&format!("{EVENT}/buchwuensche"), &[("ticket", &ticket), ("email", "ada@ort.example")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let letters = app.settle().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].recipient, "ada@ort.example");
    let editor = app.as_role(Role::Editor).await;
    let wishes = editor.page("/redaktion/buchwuensche").await;
    assert_eq!(wishes.texts("main li"), ["ada@ort.example"]);
    let start = editor.page("/redaktion").await;
    assert!(start.texts("#trial").contains(&"Ein Buchwunsch".to_owned()));
    assert!(start.texts("nav a").contains(&"Buchwünsche".to_owned()));
    let reader = app.as_role(Role::PersonalReader).await;
    assert_eq!(reader.get("/redaktion/buchwuensche").await.status, StatusCode::FORBIDDEN);
    let officer = app.as_role(Role::DataProtection).await;
    assert!(officer.page("/redaktion/datenverzeichnis").await.source.contains("Wer sich ein Buch wünscht"));
    app.clock.advance(jiff::SignedDuration::from_hours(31 * 24));
    app.settle().await;
    assert_eq!(app.number("SELECT COUNT(*) FROM trial_wishes").await, 0);
}

#[tokio::test]
async fn right_of_the_slice_stands_in_the_table_and_decides_who_opens_the_page() {
    let app = with_one().await;
    let boss = app.as_role(Role::Administrator).await;
    let table = boss.page("/redaktion/personen/rechte").await;
    assert_eq!(table.texts("#trial"), ["Buchwünsche"]);
    let cells = table.texts("section[aria-labelledby=trial] tbody :is(th, td)");
    assert_eq!(cells, ["Buchwünsche lesen", "ja", "ja", "nein", "nein", "nein", "nein"]);
    for (role, cell) in Role::ALL.iter().zip(&cells[1..]) {
        let someone = match role {
            Role::Organiser | Role::Facilitator => app.limited(*role, EVENT.trim_start_matches('/')).await,
            _ => app.as_role(*role).await,
        };
        let status = someone.get("/redaktion/buchwuensche").await.status;
        let expected = if cell == "ja" { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(status, expected, "{role}");
    }
}

#[test]
fn slice_with_a_right_or_an_audit_event_of_another_is_refused() {
    /// As if a slice had taken the code of a right from another.
    const RIGHT_TWICE: Slice =
        Slice { name: "twice", rights: Rights { title: "trial-wishes", list: slice::RIGHTS }, ..Slice::EMPTY };
    /// An event of another slice that is called otherwise.
    const OTHER_EVENT: AuditEvent = AuditEvent::of(&EventDef::new("trial_wished", "trial-wish"));
    const EVENT_TWICE: Slice = Slice { name: "twice", audit_events: &[OTHER_EVENT], ..Slice::EMPTY };
    register();
    assert_eq!(desk_kit::register(&[&RIGHT_TWICE]), Err(Twice::Right("trial_read_wishes")));
    assert_eq!(desk_kit::register(&[&EVENT_TWICE]), Err(Twice::AuditEvent(SameCode(OTHER_EVENT, slice::WISHED))));
    assert!(desk_kit::slices().iter().all(|slice| slice.name != "twice"));
}

#[tokio::test]
async fn act_of_the_slice_stands_in_the_log_with_its_own_words_and_can_be_chosen_there() {
    let app = with_one().await;
    let ticket = ticket(&app).await;
    app.post(&format!("{EVENT}/buchwuensche"), &[("ticket", &ticket), ("email", "ada@ort.example")]).await;
    let boss = app.as_role(Role::Administrator).await;
    let log = boss.page("/redaktion/protokoll?tat=trial_wished").await;
    let event = app.page(EVENT).await.text("h1");
    assert_eq!(log.texts("tbody :is(th, td)")[1..], ["unbekannt".to_owned(), "Buchwunsch".to_owned(), event]);
    assert_eq!(log.attributes("tbody a", "href"), ["/redaktion/buchwuensche"]);
    assert_eq!(log.attributes("#event option[selected]", "value"), ["trial_wished"]);
    app.settle().await;
}

#[tokio::test]
async fn editor_writes_entries_of_the_kind_with_the_form_of_every_kind() {
    let app = with_one().await;
    let editor = app.as_role(Role::Editor).await;
    let form = editor.page("/redaktion/eintraege/buecher/bildung-im-revier").await;
    assert_eq!(form.attributes("[name='table.pages']", "value"), ["320"]);
    assert!(editor.page("/redaktion/eintraege/neu").await.source.contains("Buch"));
}

/// A ticket of the form that is old enough to be a person's.
async fn ticket(app: &TestApp) -> String {
    let page = app.page(EVENT).await;
    app.clock.advance(jiff::SignedDuration::from_secs(10));
    let ticket = page.attributes("form[action$=buchwuensche] input[type=hidden]", "value");
    ticket.into_iter().next().unwrap()
}

/// Everything that slices say they keep of people is really there, under these names.
#[tokio::test]
async fn register_of_personal_data_names_tables_and_columns_that_exist() {
    let app = with_one().await;
    let named: Vec<_> = desk_kit::slices().iter().flat_map(|slice| slice.personal).collect();
    assert!(named.len() > 5);
    for one in named {
        let sql = format!("SELECT COUNT(*) FROM (SELECT {} FROM {}) t", one.columns.join(", "), one.table);
        app.number(&sql).await;
    }
    assert!(Kind::from_code("trial_book").is_some());
}

/// Columns of such names hold names or addresses of people.
const TELLING: &str = "('author', 'device', 'email', 'maker', 'person', 'person_name', 'recipient', 'reply_to')";

#[tokio::test]
async fn every_column_with_a_name_or_an_address_stands_in_the_register_of_personal_data() {
    let app = with_one().await;
    let sql = match app.db.address {
        db::Address::File(_) => format!(
            "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND c.name IN {TELLING}"
        ),
        db::Address::Postgres(_) => format!(
            "SELECT CAST(table_name || '.' || column_name AS TEXT) FROM information_schema.columns \
             WHERE table_schema = 'public' AND column_name IN {TELLING}"
        ),
    };
    let mut reader = app.db.db.read().await.unwrap();
    let columns: Vec<String> =
        db::on!(&mut reader.conn(), |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql.as_str())).fetch_all(c).await)
            .unwrap();
    let told: BTreeSet<String> = desk_kit::slices()
        .iter()
        .flat_map(|slice| slice.personal)
        .flat_map(|one| one.columns.iter().map(|column| format!("{}.{column}", one.table)))
        .collect();
    // Mailboxes of roles, which are public, and names of organisations.
    let of_nobody = ["contacts.email"];
    let missing: Vec<&String> =
        columns.iter().filter(|column| !told.contains(*column) && !of_nobody.contains(&column.as_str())).collect();
    assert!(missing.is_empty() && columns.len() > 8, "{missing:?} of {columns:?}");
}
