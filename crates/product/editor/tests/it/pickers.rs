//! Fields that name another entry: what they find, what they never decide alone, and entries begun in their place.

use accounts::Role;
use axum::http::StatusCode;
use testing::editor::{FORM, begin_news, change, desk, notice};
use testing::{Page, Sheet, Someone, TestApp};

const CONGRESS: &str = "Kongress ZukunftsBildung Ruhr 2018 · veranstaltungen/kongress-2018";
const TO: &str = "matter.links.0.to";

/// The form of a new news item with one link to what somebody typed, after a button.
async fn typed(editor: &Someone<'_>, text: &str, button: &str) -> Page {
    let path = desk("aktuelles/neu");
    let page = editor.post(&path, &Sheet::of(&editor.page(&path).await, FORM).pressed("mehr:matter.links")).await;
    let form = Sheet::of(&page.page(), FORM).set("matter.title", "Bericht").set(TO, text);
    let reply = editor.post(&path, &form.set("matter.links.0.relation", "part_of").pressed(button)).await;
    assert_eq!(reply.status, StatusCode::OK);
    reply.page()
}

/// The entries among which a page asks to choose.
fn hits(page: &Page) -> Vec<String> {
    page.texts(".desk-hits .form-box")
}

#[tokio::test]
async fn title_that_fits_exactly_is_not_taken_where_others_fit_too() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = typed(&editor, "Kongress", &format!("suche:{TO}")).await;
    let hits = hits(&page);
    assert!(hits.contains(&"Kongress Phase, 2018".to_owned()), "{hits:?}");
    assert!(
        hits.iter().any(|hit| hit.starts_with("Kongress ZukunftsBildung Ruhr 2018 Veranstaltung, 2018")),
        "{hits:?}"
    );
    assert_eq!(page.texts(".desk-hits legend"), [format!("Dazu passen {} Einträge. Welchen meinen Sie?", hits.len())]);
    assert_eq!(Sheet::of(&page, FORM).get(TO), "Kongress");
    assert_eq!(page.attributes("[id='zeile-matter.links.0'] > details", "open").len(), 1, "the row stays open");
}

#[tokio::test]
async fn words_are_found_in_any_order_and_one_entry_is_said_to_be_one() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for text in ["Kongress 2018", "2018 kongress RUHR", "Zukunftsbildung 2018"] {
        let page = typed(&editor, text, &format!("suche:{TO}")).await;
        assert_eq!(page.attributes(".desk-hits input", "value"), [CONGRESS], "{text}");
        assert_eq!(page.texts(".desk-hits legend"), ["Dazu passt ein Eintrag. Meinen Sie diesen?"], "{text}");
    }
    let page = typed(&editor, "Kongress ZukunftsBildung Ruhr 2018", &format!("suche:{TO}")).await;
    assert_eq!(hits(&page), [""; 0], "the only one, by its whole title");
}

#[tokio::test]
async fn draft_is_told_from_what_is_public_and_a_long_list_says_that_it_is_one() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for number in 1..=10 {
        begin_news(&editor, &format!("Quokka Nummer {number}")).await;
    }
    let page = typed(&editor, "quokka", &format!("suche:{TO}")).await;
    let hits = hits(&page);
    assert_eq!(hits.len(), 8);
    assert!(hits.iter().all(|hit| hit.ends_with("Meldung, Entwurf")), "{hits:?}");
    assert!(page.text(".desk-hits").contains("Hier stehen 8 von 10."));
    let found = editor.get(&desk("vorschlaege?q=quokka+10")).await;
    let expected = "[{\"text\":\"Quokka Nummer 10 · aktuelles/quokka-nummer-10\",\"about\":\"Meldung, Entwurf\"}]";
    assert_eq!(String::from_utf8_lossy(&found.bytes), expected);
}

#[tokio::test]
async fn nothing_found_is_said_at_once() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let page = typed(&editor, "Xylophonverein", &format!("suche:{TO}")).await;
    assert_eq!(page.texts(".desk-found"), ["Dazu finden wir keinen Eintrag."]);
}

/// A new event with one organiser who is not there yet, after a search for it.
async fn event_with(editor: &Someone<'_>, organiser: &str) -> (String, Page) {
    let path = desk("veranstaltungen/neu");
    let page = editor.post(&path, &Sheet::of(&editor.page(&path).await, FORM).pressed("mehr:table.organisers")).await;
    let form = Sheet::of(&page.page(), FORM).set("matter.title", "Fachtag Oberhausen").set("table.format", "fachtag");
    let form = form.set("table.organisers.0.body", organiser).set("table.organisers.0.role", "organiser");
    let page = editor.post(&path, &form.pressed("suche:table.organisers.0.body")).await.page();
    (path, page)
}

const BODIES: &str = "SELECT COUNT(*) FROM entries WHERE kind = 'body'";

#[tokio::test]
async fn organisation_is_begun_in_the_row_that_names_it_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let before = app.number(BODIES).await;
    let (path, page) = event_with(&editor, "Stadt Oberhausen").await;
    let button = page.attributes(".desk-create button", "value").remove(0);
    assert_eq!(page.texts(".desk-create button"), ["»Stadt Oberhausen« neu anlegen (Organisation)"]);

    let form = Sheet::of(&page, FORM);
    let begun = editor.post(&path, &form.pressed(&button)).await.page();
    assert_eq!(begun.texts(".desk-told").len(), 1);
    // The same button again, and twice at the same moment, begins no other.
    let again = editor.post(&path, &form.pressed(&button)).await.page();
    let second = event_with(&editor, "Stadt Dorsten").await.1;
    let twice = Sheet::of(&second, FORM);
    let fields = twice.pressed(&button);
    let (one, other) = tokio::join!(editor.post(&path, &fields), editor.post(&path, &fields));
    for page in [one.page(), other.page()] {
        let named = Sheet::of(&page, FORM).get("table.organisers.0.body").to_owned();
        assert_eq!(named, "Stadt Dorsten · mitwirkende/stadt-dorsten");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM entries WHERE slug LIKE 'stadt-dorsten%'").await, 1);
    for page in [&begun, &again] {
        let form = Sheet::of(page, FORM);
        assert_eq!(form.get("table.organisers.0.body"), "Stadt Oberhausen · mitwirkende/stadt-oberhausen");
        assert_eq!((form.get("matter.title"), form.get("table.format")), ("Fachtag Oberhausen", "fachtag"));
    }
    assert_eq!(app.number(BODIES).await, before + 2);
    assert_eq!(app.get("/mitwirkende/stadt-oberhausen").await.status, StatusCode::NOT_FOUND, "it is a draft");
    let saved = editor.post(&path, &Sheet::of(&begun, FORM).pressed("speichern")).await;
    assert_eq!(notice(&saved), "angelegt");
    let form = Sheet::of(&editor.page(&desk("veranstaltungen/fachtag-oberhausen")).await, FORM);
    assert_eq!(form.get("table.organisers.0.body"), "Stadt Oberhausen · mitwirkende/stadt-oberhausen");
}

#[tokio::test]
async fn organisation_that_is_there_by_nearly_the_same_name_is_asked_about_first() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let before = app.number(BODIES).await;
    let (path, page) = event_with(&editor, "Ruhr-Futur gGmbH").await;
    let form = Sheet::of(&page, FORM);
    let page = editor.post(&path, &form.pressed("neu:table.organisers.0.body")).await.page();
    assert!(page.text(".desk-hits legend").starts_with("Gibt es schon?"));
    assert_eq!(page.attributes(".desk-hits input", "value"), ["RuhrFutur · mitwirkende/ruhrfutur"]);
    assert_eq!(app.number(BODIES).await, before);

    let form = Sheet::of(&page, FORM);
    let chosen = form.clone().set("table.organisers.0.body.wahl", "RuhrFutur · mitwirkende/ruhrfutur");
    let page = editor.post(&path, &chosen.pressed("suche:table.organisers.0.body")).await.page();
    assert_eq!(Sheet::of(&page, FORM).get("table.organisers.0.body"), "RuhrFutur · mitwirkende/ruhrfutur");
    assert_eq!(app.number(BODIES).await, before);
    let page = editor.post(&path, &form.pressed("doch-neu:table.organisers.0.body")).await.page();
    assert_eq!(
        Sheet::of(&page, FORM).get("table.organisers.0.body"),
        "Ruhr-Futur gGmbH · mitwirkende/ruhr-futur-ggmbh"
    );
    assert_eq!(app.number(BODIES).await, before + 1);
}

#[tokio::test]
async fn entry_of_any_kind_is_begun_from_a_link_once_its_kind_and_form_are_chosen() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("aktuelles/neu");
    let mut page = typed(&editor, "Forum 7: Ernährung", &format!("suche:{TO}")).await;
    for (field, lacks) in [("art", true), ("form", true), ("", false)] {
        let form = Sheet::of(&page, FORM);
        page = editor.post(&path, &form.pressed(&format!("neu:{TO}"))).await.page();
        let marked = page.attributes("[aria-invalid=true]", "name");
        assert_eq!(marked, lacks.then(|| format!("{TO}.{field}")).into_iter().collect::<Vec<_>>());
        let chosen = Sheet::of(&page, FORM);
        let choice = if field == "art" { "event" } else { "forum" };
        let reply = editor.post(&path, &chosen.set(&format!("{TO}.{field}"), choice).pressed("zeigen")).await;
        page = reply.page();
        if lacks {
            assert_eq!(Sheet::of(&page, FORM).get(&format!("{TO}.{field}")), choice);
        }
    }
    assert_eq!(Sheet::of(&page, FORM).get(TO), "Forum 7: Ernährung · veranstaltungen/forum-7-ernaehrung");
    let forum = Sheet::of(&editor.page(&desk("veranstaltungen/forum-7-ernaehrung")).await, FORM);
    assert_eq!((forum.get("table.format"), forum.get("matter.title")), ("forum", "Forum 7: Ernährung"));
}

#[tokio::test]
async fn organiser_begins_only_what_she_may_and_it_belongs_to_her_scope() {
    let app = TestApp::new().await;
    let congress = "veranstaltungen/kongress-2018";
    let organiser = app.limited(Role::Organiser, congress).await;
    let form = Sheet::of(&organiser.page(&desk(congress)).await, FORM);
    let row = form.get("table.programme.zahl").to_owned();
    let page = organiser.post(&desk(congress), &form.pressed("mehr:table.programme")).await.page();
    let event = format!("table.programme.{row}.event");
    let form = Sheet::of(&page, FORM).set(&event, "Forum 8: Musik").set("table.organisers.0.body", "Stadt Moers");
    let page = organiser.post(&desk(congress), &form.pressed(&format!("suche:{event}"))).await.page();
    let offers = page.attributes(".desk-create button", "value");
    assert_eq!(offers, [format!("neu:{event}")], "no organisation");
    let form = Sheet::of(&page, FORM).set(&format!("{event}.form"), "forum");
    let page = organiser.post(&desk(congress), &form.pressed(&format!("neu:{event}"))).await.page();
    assert_eq!(Sheet::of(&page, FORM).get(&event), "Forum 8: Musik · veranstaltungen/forum-8-musik");
    let begun = Sheet::of(&organiser.page(&desk("veranstaltungen/forum-8-musik")).await, FORM);
    assert!(begun.get("table.parent").ends_with(congress), "{}", begun.get("table.parent"));

    let forced = Sheet::of(&page, FORM);
    let refused = organiser.post(&desk(congress), &forced.pressed("neu:table.organisers.0.body")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let body = app.limited(Role::Organiser, "mitwirkende/ruhrfutur").await;
    let path = desk("veranstaltungen/neu");
    let form = Sheet::of(&body.page(&path).await, FORM)
        .set("table.parent", "Fachtag Klang")
        .set("table.parent.form", "fachtag");
    let page = body.post(&path, &form.pressed("neu:table.parent")).await.page();
    assert_eq!(Sheet::of(&page, FORM).get("table.parent"), "Fachtag Klang · veranstaltungen/fachtag-klang");
    let own = Sheet::of(&body.page(&desk("veranstaltungen/fachtag-klang")).await, FORM);
    assert_eq!(own.get("table.organisers.0.role"), "organiser");
    assert_eq!(
        change(&body, "veranstaltungen/fachtag-klang", &[("matter.summary", "Neu.")]).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn contact_names_an_organisation_that_is_begun_beside_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "/redaktion/kontakte";
    let form = Sheet::of(&editor.page(path).await, FORM).set("contact.0.body", "Verein für Nachbarschaft");
    let page = editor.post(path, &form.pressed("suche:contact.0.body")).await.page();
    let page = editor.post(path, &Sheet::of(&page, FORM).pressed("neu:contact.0.body")).await.page();
    assert!(Sheet::of(&page, FORM).get("contact.0.body").starts_with("Verein für Nachbarschaft · mitwirkende/"));
}

#[tokio::test]
async fn what_does_not_exist_keeps_nobody_from_saving_and_the_words_stay() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (path, page) = event_with(&editor, "Stadt Oberhausen").await;
    let form = Sheet::of(&page, FORM).set("matter.summary", "Ein Tag in Oberhausen.");
    let saved = editor.post(&path, &form.pressed("speichern")).await;
    assert_eq!(saved.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = saved.page();
    assert_eq!(page.texts(".error-summary h2"), ["Gespeichert, bis auf eine Stelle"]);
    assert!(page.texts(".desk-not-saved").is_empty(), "most of it is saved");
    let told = page.texts(".error-summary li a");
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("Wer veranstaltet und wirkt mit 1, Organisation: Diesen Eintrag"), "{told:?}");
    let rest = Sheet::of(&page, FORM);
    assert_eq!((rest.get("table.organisers.0.body"), rest.get("fassung")), ("Stadt Oberhausen", "1"));

    // Somebody else sees the draft, and the author finds the words again.
    let address = desk("veranstaltungen/fachtag-oberhausen");
    let other = app.as_role(Role::Editor).await;
    let draft = Sheet::of(&other.page(&address).await, FORM);
    assert_eq!((draft.get("matter.summary"), draft.get("table.organisers.zahl")), ("Ein Tag in Oberhausen.", "0"));
    let offer = editor.page(&address).await.attributes(".desk-unsent a", "href").remove(0);
    let kept = editor.page(&offer).await;
    let form = Sheet::of(&kept, FORM);
    assert_eq!(form.get("table.organisers.0.body"), "Stadt Oberhausen");
    let button = kept.attributes(".desk-create button", "value").remove(0);
    let page = editor.post(&address, &form.pressed(&button)).await.page();
    assert_eq!(notice(&editor.post(&address, &Sheet::of(&page, FORM).pressed("speichern")).await), "gespeichert");
    let draft = Sheet::of(&other.page(&address).await, FORM);
    assert!(draft.get("table.organisers.0.body").starts_with("Stadt Oberhausen"));
    assert!(editor.page(&address).await.attributes(".desk-unsent a", "href").is_empty(), "nothing is unsaved any more");
}

#[tokio::test]
async fn row_that_was_there_is_not_lost_because_its_new_name_is_unknown() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = "veranstaltungen/kongress-2018";
    let before = Sheet::of(&editor.page(&desk(path)).await, FORM);
    let fields = [("table.organisers.0.body", "Niemand kennt ihn"), ("matter.summary", "Neu gefasst.")];
    let saved = change(&editor, path, &fields).await;
    assert_eq!(saved.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(Sheet::of(&saved.page(), FORM).get("table.organisers.0.body"), "Niemand kennt ihn");
    let after = Sheet::of(&editor.page(&desk(path)).await, FORM);
    assert_eq!(after.get("matter.summary"), "Neu gefasst.");
    for name in ["table.organisers.zahl", "table.organisers.0.body"] {
        assert_eq!(after.get(name), before.get(name));
    }
    let link = [("matter.links.0.to", "Niemand kennt es"), ("matter.title", "Anders")];
    assert_eq!(change(&editor, path, &link).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let after = Sheet::of(&editor.page(&desk(path)).await, FORM);
    assert_eq!((after.get("matter.title"), after.get(TO)), ("Anders", before.get(TO)));
    assert_eq!(app.number("SELECT COUNT(*) FROM links WHERE withdrawn_at IS NOT NULL").await, 0);
}

#[tokio::test]
async fn nothing_is_published_in_part() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (path, page) = event_with(&editor, "Stadt Oberhausen").await;
    let before = app.number("SELECT COUNT(*) FROM entries").await;
    let refused = editor.post(&path, &Sheet::of(&page, FORM).pressed("veroeffentlichen")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.number("SELECT COUNT(*) FROM entries").await, before);
}

#[tokio::test]
async fn entry_with_nearly_the_same_title_is_asked_about_once() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("mitwirkende/neu");
    let before = app.number(BODIES).await;
    let form =
        Sheet::of(&editor.page(&path).await, FORM).set("matter.title", "ruhr futur").set("matter.summary", "Kurz.");
    let asked = editor.post(&path, &form.pressed("speichern")).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = asked.page();
    assert_eq!(page.texts(".error-summary h2"), ["Gibt es schon?"]);
    assert_eq!(page.texts(".error-summary li a"), ["RuhrFutur"]);
    assert_eq!(page.attributes(".error-summary li a", "href"), ["/mitwirkende/ruhrfutur"]);
    assert_eq!(app.number(BODIES).await, before);
    let button = page.attributes(".error-summary button", "value").remove(0);
    let form = Sheet::of(&page, FORM);
    assert_eq!(form.get("matter.summary").trim(), "Kurz.");
    assert_eq!(notice(&editor.post(&path, &form.pressed(&button)).await), "angelegt");
    assert_eq!(app.number(BODIES).await, before + 1);
    // Of another kind it is another thing.
    begin_news(&editor, "RuhrFutur").await;
}

const CLAIM: &str = "matter.claims.0";

#[tokio::test]
async fn source_is_added_beside_the_number_that_it_stands_for() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let before = app.number("SELECT COUNT(*) FROM sources").await;
    let path = begin_news(&editor, "Zahlen").await;
    let page = editor
        .post(&desk(&path), &Sheet::of(&editor.page(&desk(&path)).await, FORM).pressed("mehr:matter.claims"))
        .await
        .page();
    let source = format!("{CLAIM}.source");
    let form = Sheet::of(&page, FORM).set(&format!("{CLAIM}.value"), "90");
    let form = [("quelle.name", "Bericht der Stadt"), ("quelle.tag", "3. März 2026")]
        .iter()
        .fold(form, |form, (end, text)| form.set(&format!("{source}.{end}"), text));
    let button = format!("quelle:{source}");
    for _ in 0..2 {
        let page = editor.post(&desk(&path), &form.pressed(&button)).await.page();
        let form = Sheet::of(&page, FORM);
        assert_eq!((form.get(&source), form.get(&format!("{CLAIM}.value"))), ("bericht-der-stadt-3-maerz-2026", "90"));
        assert_eq!(form.get(&format!("{source}.quelle.name")), "");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM sources").await, before + 1);
    let wrong = form.clone().set(&format!("{source}.quelle.url"), "bericht.de");
    let page = editor.post(&desk(&path), &wrong.pressed(&button)).await.page();
    assert_eq!(page.attributes("[aria-invalid=true]", "name"), [format!("{source}.quelle.url")]);

    // Who forgets the button has it all the same.
    let other = form.set(&format!("{source}.quelle.name"), "Flugblatt").set(&format!("{source}.quelle.tag"), "");
    let other = other.set(&format!("{CLAIM}.kind"), "attended").set(&format!("{CLAIM}.qualifier"), "exact");
    let other = other.set(&format!("{CLAIM}.unit"), "people");
    assert_eq!(notice(&editor.post(&desk(&path), &other.pressed("speichern")).await), "gespeichert");
    assert_eq!(Sheet::of(&editor.page(&desk(&path)).await, FORM).get(&source), "flugblatt");
}

#[tokio::test]
async fn source_is_added_only_by_who_may_change_the_list() {
    let app = TestApp::new().await;
    let congress = "veranstaltungen/kongress-2018";
    let organiser = app.limited(Role::Organiser, congress).await;
    let page = organiser.page(&desk(congress)).await;
    assert!(page.texts(".desk-source details").is_empty());
    let form = Sheet::of(&page, FORM).set("matter.sources.quelle.name", "Flugblatt");
    let refused = organiser.post(&desk(congress), &form.pressed("quelle:matter.sources")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn parts_that_were_open_stay_open_after_a_button_of_a_row() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/kongress-2018");
    let open = |page: &Page| page.attributes("details.desk-part[open]", "id");
    let mut form = Sheet::of(&editor.page(&path).await, FORM).set("matter.number", "").set("matter.highlight", "");
    let mut expected = vec!["teil-ties".to_owned()];
    for (button, part) in
        [("mehr:matter.links", "thread"), ("mehr:matter.gaps", "gaps"), ("mehr:matter.claims", "claims")]
    {
        let page = editor.post(&path, &form.pressed(button)).await.page();
        expected.push(format!("teil-{part}"));
        let open = open(&page);
        assert!(expected.iter().all(|id| open.contains(id)), "{button}: {open:?}");
        form = Sheet::of(&page, FORM);
    }
    let page = editor.post(&path, &form.pressed("hoch:matter.links.1")).await.page();
    assert_eq!(page.attributes("[id='zeile-matter.links.0'] > details", "open").len(), 1, "the row that was moved");
}

#[tokio::test]
async fn row_is_put_in_any_place_at_once() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = desk("veranstaltungen/kongress-2018");
    let form = Sheet::of(&editor.page(&path).await, FORM);
    let titles = |form: &Sheet| -> Vec<String> {
        let rows: usize = form.get("table.programme.zahl").parse().unwrap();
        (0..rows).map(|row| form.get(&format!("table.programme.{row}.title.de")).to_owned()).collect()
    };
    let mut expected = titles(&form);
    let moved = expected.remove(0);
    expected.insert(3, moved);
    let page = editor.post(&path, &form.pressed("nach:table.programme.0:3")).await.page();
    assert_eq!(titles(&Sheet::of(&page, FORM)), expected);
}
