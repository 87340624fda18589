//! Whatever the format allows goes through the form of the desk and comes out as it was.

use accounts::Role;
use archive::{Document, Folder};
use golden_thread::{EntryId, Kind};
use testing::editor::{act, change, notice, publish};
use testing::generated::{Dice, World};
use testing::{Sheet, Someone, TestApp};

const FORM: &str = "form.desk-form";

fn desk(path: &str) -> String {
    format!("/redaktion/eintraege/{path}")
}

/// One entry has lists that are as long as they may be.
const LONGEST: usize = 1_000;

/// The first instance with generated entries of all kinds; gives their paths.
fn generated(seed: u64) -> (Folder, Vec<String>) {
    let mut folder = testing::shipped();
    let world = World::of(&folder);
    let mut dice = Dice::new(seed);
    let mut paths = Vec::new();
    for kind in Kind::all().iter().copied() {
        for rows in [2, 14] {
            paths.push((kind, rows));
        }
    }
    paths.push((Kind::EVENT, LONGEST));
    let mut made = Vec::new();
    for (number, (kind, rows)) in paths.into_iter().enumerate() {
        let path = format!("{}/erzeugt-{number}", kind.folder());
        folder.0.insert(format!("{path}.md"), world.file(&mut dice, kind, rows));
        made.push(path);
    }
    (folder, made)
}

/// The newest version of an entry, with what it names called as it is today.
async fn newest(app: &TestApp, id: EntryId) -> Document {
    let mut reader = app.db.db.read().await.unwrap();
    let conn = &mut reader.conn();
    let text = golden_thread::history::document(conn, id).await.unwrap().unwrap();
    let mut document = Document::from_json(&text).unwrap();
    archive::document::follow(conn, &mut document).await.unwrap();
    document
}

async fn id_of(app: &TestApp, path: &str) -> EntryId {
    let (folder, slug) = path.split_once('/').unwrap();
    let kind = Kind::from_folder(folder).unwrap();
    let mut reader = app.db.db.read().await.unwrap();
    golden_thread::store::find_id(&mut reader.conn(), kind, slug).await.unwrap().unwrap()
}

/// Gives entries that others name new addresses, and takes some back from the public.
async fn stir(editor: &Someone<'_>) {
    let renamed = [
        ("handlungsfelder/vielfalt", "vielfalt-leben"),
        ("mitwirkende/regionalverband-ruhr", "verband"),
        ("veranstaltungen/kongress-2018", "der-kongress"),
    ];
    for (path, slug) in renamed {
        notice(&change(editor, path, &[("slug", slug)]).await);
        notice(&publish(editor, path).await);
    }
    for path in ["handlungsfelder/digitalisierung", "mitwirkende/stiftung-mercator", "veranstaltungen/auftakt-2017"] {
        notice(&act(editor, path, "ruecknahme", &[("grund", "Zur Probe.")]).await);
    }
}

#[tokio::test]
async fn any_document_is_opened_saved_and_published_unchanged() {
    let (folder, paths) = generated(12);
    let app = TestApp::with(&folder).await;
    let writer = app.as_role(Role::Editor).await;
    stir(&writer).await;
    for path in paths {
        let id = id_of(&app, &path).await;
        let before = newest(&app, id).await;
        let form = Sheet::of(&writer.page(&desk(&path)).await, FORM);
        assert_eq!(notice(&writer.post(&desk(&path), &form.pressed("speichern")).await), "unveraendert", "{path}");

        let form = form.set("matter.title", "Ein neuer Titel");
        assert_eq!(notice(&writer.post(&desk(&path), &form.pressed("speichern")).await), "gespeichert", "{path}");
        let published = publish(&writer, &path).await;
        assert_eq!(notice(&published), "veroeffentlicht", "{path}");
        let mut expected = before;
        expected.matter.title = "Ein neuer Titel".to_owned();
        let after = newest(&app, id).await;
        assert!(after.says_the_same(&expected), "{path}:\n{expected:#?}\n{after:#?}");
    }
}

/// The first instance with long lists of contacts, sources, barriers and personal data, in words as people write them.
fn long_registers(rows: usize) -> Folder {
    let mut folder = testing::shipped();
    let mut dice = Dice::new(3);
    let bodies = ["ruhrfutur", "regionalverband-ruhr", "stiftung-mercator"];
    let fields = ["[]", "[\"vielfalt\"]", "[\"digitalisierung\", \"vielfalt\"]"];
    let (mut contacts, mut sources) = (Vec::new(), Vec::new());
    for row in 0..rows {
        let (body, fields) = (bodies[dice.below(3)], fields[dice.below(3)]);
        let role = dice.localized();
        let number = row + 11;
        contacts.push(format!(
            "[[contact]]\nkey = \"stelle-{row}\"\nnumber = {number}\nrole = {role}\nbody = \"{body}\"\n\
             fields = {fields}\nemail = \"stelle-{row}@ort.example\"\n"
        ));
        sources.push(format!("[[source]]\nkey = \"quelle-{row}\"\nname = {}\n", dice.localized()));
    }
    for (file, rows) in [("contacts.toml", contacts), ("sources.toml", sources)] {
        let text = folder.0.get_mut(file).unwrap();
        text.push('\n');
        text.push_str(&rows.join("\n"));
    }
    let mut initiative: toml::Table = folder.0["initiative.toml"].parse().unwrap();
    let mut row =
        |keys: [&str; 3]| toml::Value::Table(keys.map(|key| (key.to_owned(), dice.localized())).into_iter().collect());
    let data = initiative["privacy"].as_array_mut().unwrap();
    data.extend((0..rows).map(|_| row(["field", "purpose", "retention"])));
    let barriers = initiative["accessibility"]["barriers"].as_array_mut().unwrap();
    barriers.extend((0..rows).map(|_| row(["what", "reason", "alternative"])));
    initiative["imprint"]["name"] = format!("{} Träger", "Sehr lang ".repeat(40)).into();
    folder.0.insert("initiative.toml".to_owned(), toml::to_string(&initiative).unwrap());
    folder
}

#[tokio::test]
async fn registers_and_settings_are_opened_and_saved_unchanged() {
    let app = TestApp::with(&long_registers(250)).await;
    let editor = app.as_role(Role::Editor).await;
    let admin = app.as_role(Role::Administrator).await;
    stir(&editor).await;
    notice(&act(&editor, "mitwirkende/talentmetropole-ruhr", "ruecknahme", &[("grund", "Zur Probe.")]).await);
    let before = archive::export(&app.db.db).await.unwrap().0;
    for path in ["/redaktion/kontakte", "/redaktion/quellen"] {
        let form = Sheet::of(&editor.page(path).await, FORM);
        assert_eq!(notice(&editor.post(path, &form.pressed("speichern")).await), "gespeichert", "{path}");
    }
    for section in ["name", "logo", "sprachen", "traeger", "farben", "impressum", "barrierefreiheit", "post", "daten"] {
        let path = format!("/redaktion/einstellungen/{section}");
        let form = Sheet::of(&admin.page(&path).await, "main form.form");
        assert_eq!(notice(&admin.post(&path, &form.pressed("speichern")).await), "gespeichert", "{section}");
    }
    let after = archive::export(&app.db.db).await.unwrap().0;
    for file in ["contacts.toml", "sources.toml"] {
        assert_eq!(after[file], before[file], "{file}");
    }
    // The carriers are called as they are today; nothing else differs but the instant.
    let settings = |text: &str| {
        let lines = text.lines().filter(|line| !line.starts_with("updated = "));
        lines.collect::<Vec<_>>().join("\n")
    };
    let expected = before["initiative.toml"].replacen("\"regionalverband-ruhr\"", "\"verband\"", 1);
    assert_eq!(settings(&after["initiative.toml"]), settings(&expected));
}
