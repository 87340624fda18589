//! Whatever a form of the desk refuses, it says so: at the field, in the summary that leads there, and in German.

use accounts::Role;
use axum::http::StatusCode;
use golden_thread::Kind;
use testing::editor::{begin_news, change, notice, press};
use testing::html::faults;
use testing::{Reply, Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

/// Words that stand in no German sentence of ours.
const ENGLISH: [&str; 20] = [
    "the", "is", "of", "and", "or", "with", "must", "there", "expected", "invalid", "unknown", "missing", "needs",
    "value", "unless", "field", "error", "before", "twice", "table",
];

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

/// The faults of a refused form: message and id of the field to which it leads.
fn field_faults(reply: &Reply, of: &str) -> Vec<(String, String)> {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{of}");
    let page = reply.page();
    // Boxes stand inside of their labels.
    let faults: Vec<String> = faults(&page, "de").into_iter().filter(|fault| fault != "input has no label").collect();
    assert_eq!(faults, Vec::<String>::new(), "{of}");
    assert!(page.text("title").starts_with("Fehler: "), "{of}: {}", page.text("title"));
    let messages = page.texts(".error-summary li a");
    assert!(!messages.is_empty(), "{of} is refused without a word");
    for message in messages.iter().chain(&page.texts(".control-error")) {
        let words: Vec<String> = message.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
        let english: Vec<&String> = words.iter().filter(|word| ENGLISH.contains(&word.as_str())).collect();
        assert!(english.is_empty(), "{of}: {message}");
    }
    for name in page.attributes("[aria-invalid=true]", "name") {
        let message = page.texts(&format!("[id='form-{name}-error']"));
        assert_eq!(message.len(), 1, "{of}: {name} is marked without a message");
    }
    let leads = page.attributes(".error-summary li a", "href");
    messages.into_iter().zip(leads.into_iter().map(|href| href.trim_start_matches("#form-").to_owned())).collect()
}

/// The form of a new entry, with one row in each of its lists, and the names of all its fields.
async fn open(editor: &Someone<'_>, kind: Kind) -> (String, Sheet, Vec<String>) {
    let path = desk(&format!("{}/neu", kind.folder()));
    let mut page = editor.page(&path).await;
    let more = page.attributes("button[name='do'][value^='mehr:']", "value");
    for button in more {
        let reply = editor.post(&path, &Sheet::of(&page, FORM).pressed(&button)).await;
        assert_eq!(reply.status, StatusCode::OK, "{kind}: {button}");
        page = reply.page();
    }
    let form = Sheet::chosen(&page, FORM);
    let boxes = page.attributes(&format!("{FORM} input[type=checkbox]"), "name");
    let names = form.names().map(ToOwned::to_owned).chain(boxes);
    let is_typed = |name: &String| {
        name.rsplit('.').next() != Some("zahl") && !["fassung", "ende", "anfang"].contains(&name.as_str())
    };
    let mut names: Vec<String> = names.filter(is_typed).collect();
    names.dedup();
    (path, form, names)
}

#[tokio::test]
async fn empty_form_of_every_kind_says_what_is_missing() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for kind in Kind::all().iter().copied() {
        let path = desk(&format!("{}/neu", kind.folder()));
        let form = Sheet::of(&editor.page(&path).await, FORM);
        let faults = field_faults(&editor.post(&path, &form.pressed("speichern")).await, kind.code());
        let missing =
            |label: &str, name: &str| faults.contains(&(format!("Bitte füllen Sie »{label}« aus."), name.to_owned()));
        assert!(missing("Titel", "matter.title"), "{kind}: {faults:?}");
        assert_eq!(missing("Herausgegeben von", "table.issuers"), kind.def().has_embargo, "{faults:?}");
    }
}

#[tokio::test]
async fn nonsense_in_any_field_of_any_kind_is_taken_or_refused_in_german() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let (mut refused, mut sent) = (0, 0);
    for kind in Kind::all().iter().copied() {
        let (path, form, names) = open(&editor, kind).await;
        // The fields that all kinds share are tried once.
        for name in names.iter().filter(|name| kind == Kind::EVENT || name.starts_with("table.")) {
            for nonsense in ["§ 32.13. »x«", "-1"] {
                // Each is the form of another entry.
                sent += 1;
                let form = form.clone().set("anfang", "").set("matter.title", &format!("Probe {sent}"));
                let form = form.set(name, nonsense);
                let reply = editor.post(&path, &form.pressed("speichern")).await;
                if reply.status != StatusCode::SEE_OTHER {
                    field_faults(&reply, &format!("{kind} {name} = {nonsense}"));
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 80, "only {refused} fields refused nonsense");
}

/// The name of a field and what is typed into it.
type Typed = (&'static str, &'static str);

/// Fields that are sound each by itself and do not fit together, and the one at which the fault stands.
fn misfits() -> [(Kind, Vec<Typed>, &'static str); 9] {
    let claim = |pairs: &[(&'static str, &'static str)]| {
        let unit = [("matter.claims.0.unit", "people"), ("matter.claims.0.qualifier", "exact")];
        [unit.as_slice(), pairs].concat()
    };
    let twice =
        vec![("table.parties.0.body", "mitwirkende/ruhrfutur"), ("table.parties.1.body", "mitwirkende/ruhrfutur")];
    [
        (Kind::EVENT, vec![("table.starts", "22:00"), ("table.ends", "02:00")], "table.ends"),
        (Kind::EVENT, vec![("table.starts", "24:00")], "table.starts"),
        (
            Kind::EVENT,
            vec![("table.programme.0.day", "300"), ("table.programme.0.title.de", "x")],
            "table.programme.0.day",
        ),
        (Kind::EVENT, claim(&[("matter.claims.0.value", "5"), ("matter.claims.0.min", "2")]), "matter.claims.0.value"),
        (Kind::EVENT, claim(&[("matter.claims.0.min", "5"), ("matter.claims.0.max", "2")]), "matter.claims.0.max"),
        (Kind::EVENT, claim(&[("matter.claims.0.value", "1,5")]), "matter.claims.0.value"),
        (Kind::EVENT, claim(&[("matter.claims.0.qualifier", "at_least")]), "matter.claims.0.value"),
        (Kind::from_code("agreement").unwrap(), twice, "table.parties.1.body"),
        (Kind::BODY, vec![("table.stages", "kita\nkita"), ("table.website", "ftp:x")], "table.website"),
    ]
}

#[tokio::test]
async fn what_only_fits_apart_is_told_at_the_field_that_can_mend_it() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    for (kind, fields, place) in misfits() {
        let (path, form, _) = open(&editor, kind).await;
        let form = if kind.code() == "agreement" {
            Sheet::chosen(&editor.post(&path, &form.pressed("mehr:table.parties")).await.page(), FORM)
        } else {
            form
        };
        let form = form.set("matter.title", "Probe");
        let form = fields.iter().fold(form, |form, (name, value)| form.set(name, value));
        let faults = field_faults(&editor.post(&path, &form.pressed("speichern")).await, &format!("{kind} {fields:?}"));
        assert!(faults.iter().any(|(_, id)| id == place), "{kind} {fields:?}: {faults:?}");
    }
}

#[tokio::test]
async fn event_may_last_until_the_day_ends() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let saved = [("table.starts", "18"), ("table.ends", "24 Uhr")];
    let (path, form, _) = open(&editor, Kind::EVENT).await;
    let form = saved.iter().fold(form.set("matter.title", "Bis 24 Uhr"), |form, (name, value)| form.set(name, value));
    assert_eq!(notice(&editor.post(&path, &form.pressed("speichern")).await), "angelegt");
    let form = Sheet::of(&editor.page(&desk("veranstaltungen/bis-24-uhr")).await, FORM);
    assert_eq!((form.get("table.starts"), form.get("table.ends")), ("18:00", "24:00"));
}

#[tokio::test]
async fn fault_in_the_eleventh_link_is_told_there_though_a_blank_row_stands_before() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = begin_news(&editor, "Viele Verbindungen").await;
    // Nothing in row 0; in row 11 the entry itself.
    let targets = [
        "forum-1-digitalisierung",
        "forum-2-potenzialfoerderung",
        "forum-3-quartiersentwicklung",
        "forum-4-vielfalt",
        "forum-5-innovationslabore",
        "forum-6-change-management",
        "kongress-2018",
        "talentmesse-ruhr-2019",
        "auftakt-2017",
        "internationale-konferenz-2020",
    ];
    let mut form = Sheet::of(&editor.page(&desk(&path)).await, FORM).set("matter.links.zahl", "12");
    for (row, target) in (1..).zip(targets.map(|slug| format!("veranstaltungen/{slug}")).iter().chain([&path])) {
        let name = |key: &str| format!("matter.links.{row}.{key}");
        form = form.set(&name("relation"), "part_of").set(&name("to"), target);
    }
    let refused = editor.post(&desk(&path), &form.pressed("speichern")).await;
    assert_eq!(refused.page().attributes("[aria-invalid=true]", "name"), ["matter.links.11.to"]);
    let faults = field_faults(&refused, "eleventh link");
    assert_eq!(
        faults,
        [(
            "Verbindungen von diesem Eintrag aus 12, diesem Eintrag: Ein Eintrag kann nicht mit sich selbst verbunden sein."
                .to_owned(),
            "matter.links.11.to".to_owned()
        )]
    );
}

#[tokio::test]
async fn source_that_is_gone_is_shown_as_chosen_and_refused_by_name() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let sources = "/redaktion/quellen";
    let form = Sheet::of(&editor.page(sources).await, FORM);
    let rows = form.get("source.zahl").to_owned();
    let form = Sheet::of(&editor.post(sources, &form.pressed("mehr:source")).await.page(), FORM);
    let form = form.set(&format!("source.{rows}.name.de"), "Flugblatt");
    editor.post_and_follow(sources, &form.pressed("speichern")).await;
    // A version that is not public yet names it, and then it goes.
    let path = "veranstaltungen/auftakt-2017";
    notice(&change(&editor, path, &[("matter.sources", "flugblatt")]).await);
    let form = Sheet::of(&editor.page(sources).await, FORM);
    let form = Sheet::of(&editor.post(sources, &form.pressed(&format!("weg:source.{rows}"))).await.page(), FORM);
    editor.post_and_follow(sources, &form.pressed("speichern")).await;

    let form = Sheet::of(&editor.page(&desk(path)).await, FORM);
    assert_eq!(form.get("matter.sources"), "flugblatt");
    assert_eq!(notice(&editor.post(&desk(path), &form.pressed("speichern")).await), "unveraendert");
    for refused in [
        change(&editor, path, &[("matter.title", "Anders")]).await,
        press(&editor, path, "veroeffentlichen", &[]).await,
    ] {
        let faults = field_faults(&refused, "source");
        let gone = ("Quellen des Textes: Die Quelle flugblatt gibt es nicht.".to_owned(), "matter.sources".to_owned());
        assert!(faults.contains(&gone), "{faults:?}");
    }
}

#[tokio::test]
async fn texts_longer_than_any_name_are_refused_and_stay_in_their_fields() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let suggestions = editor.get(&desk(&format!("vorschlaege?q={}", "_".repeat(30_000)))).await;
    assert_eq!((suggestions.status, suggestions.bytes.as_slice()), (StatusCode::OK, b"[]".as_slice()));
    let list = editor.get(&format!("/redaktion/eintraege?q={}", "_".repeat(30_000))).await;
    assert_eq!(list.status, StatusCode::OK);
    let media = editor.get(&format!("/redaktion/medien?q={}", "a+".repeat(15_000))).await;
    assert_eq!(media.status, StatusCode::OK);
    for (kind, name, length) in [
        (Kind::EVENT, "table.parent", 400_000),
        (Kind::EVENT, "matter.links.0.to", 200_000),
        (Kind::EVENT, "matter.links.0.asserted_by", 200_000),
    ] {
        let (path, form, _) = open(&editor, kind).await;
        for (sent, text) in ["_".repeat(length), format!("veranstaltungen/{}", "a".repeat(length))].iter().enumerate() {
            // Each is the form of another entry.
            let form = form.clone().set("anfang", "").set("matter.title", &format!("{name} {sent}")).set(name, text);
            let refused = editor.post(&path, &form.pressed("speichern")).await;
            assert_eq!(Sheet::of(&refused.page(), FORM).get(name), *text);
            assert!(field_faults(&refused, name).iter().any(|(_, id)| id == name));
        }
    }
}
