//! Import and export: nothing is lost, nothing is half done, every fault is named.

use archive::{Folder, Refusal, export, import};
use base::{Clock, Ids};
use db::testing::TestDb;

fn ids() -> Ids {
    testing::register();
    Ids::new(Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap()))
}

fn shipped() -> Folder {
    let mut folder = testing::shipped();
    folder.0.remove("README.md");
    folder
}

/// The shipped folder with one file changed or added.
fn with(file: &str, text: &str) -> Folder {
    let mut folder = shipped();
    folder.0.insert(file.to_owned(), text.to_owned());
    folder
}

/// The shipped folder with a piece of text replaced in one file.
fn replaced(file: &str, old: &str, new: &str) -> Folder {
    let folder = shipped();
    let text = &folder.0[file];
    assert!(text.contains(old), "{file} holds no `{old}`");
    let text = text.replace(old, new);
    with(file, &text)
}

/// The problems for which a folder is refused. Nothing may be in the database afterwards.
async fn problems(folder: &Folder) -> Vec<String> {
    let db = TestDb::new().await;
    let refused = import(&db.db, &ids(), folder).await.expect_err("the folder has a fault");
    let mut reader = db.db.read().await.unwrap();
    assert!(golden_thread::store::is_empty(&mut reader.conn()).await.unwrap(), "half of the folder was kept");
    let Refusal::Problems(problems) = refused else { panic!("{refused}") };
    problems.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn export_of_the_shipped_folder_is_the_shipped_folder_byte_for_byte() {
    let db = TestDb::new().await;
    import(&db.db, &ids(), &shipped()).await.unwrap();
    let exported = export(&db.db).await.unwrap();
    let (shipped, exported) = (shipped().0, exported.0);
    assert_eq!(exported.keys().collect::<Vec<_>>(), shipped.keys().collect::<Vec<_>>());
    for (file, text) in &shipped {
        assert_eq!(&exported[file], text, "{file}");
    }
}

#[tokio::test]
async fn export_of_an_import_of_an_export_is_the_same_with_drafts_and_withdrawn_links() {
    let mut folder = replaced(
        "projekte/ruhr-konferenz.md",
        "summary = ",
        "summary = \"Zeile mit \\\"Anführung\\\"\"\nstate = \"draft\"\n#",
    );
    let paper = "papiere/positionspapier-quartiersentwicklung-2019.md";
    let text = folder.0[paper].replacen(
        "to = \"projekte/ruhr-konferenz\"\n",
        "to = \"projekte/ruhr-konferenz\"\nwithdrawn = { at = \"2026-01-02T03:04:05Z\", why = \"Irrtum\" }\n",
        1,
    );
    assert!(text.contains("withdrawn"));
    folder.0.insert(paper.to_owned(), text);
    let (first_db, second_db) = (TestDb::new().await, TestDb::new().await);
    import(&first_db.db, &ids(), &folder).await.unwrap();
    let first = export(&first_db.db).await.unwrap();
    import(&second_db.db, &ids(), &first).await.unwrap();
    assert_eq!(export(&second_db.db).await.unwrap(), first);
    assert!(first.0["projekte/ruhr-konferenz.md"].contains("state = \"draft\"\n"));
    assert!(first.0[paper].contains("why = \"Irrtum\""));
}

#[tokio::test]
async fn export_goes_through_a_directory_and_never_over_something() {
    let db = TestDb::new().await;
    import(&db.db, &ids(), &shipped()).await.unwrap();
    let exported = export(&db.db).await.unwrap();
    let directory = db.directory().join("out");
    archive::write_folder(&exported, &directory).unwrap();
    assert_eq!(Folder::read(&directory).unwrap(), exported);
    let refused = archive::write_folder(&exported, &directory).unwrap_err().to_string();
    assert!(refused.contains("is not empty"), "{refused}");
}

#[tokio::test]
async fn import_into_a_filled_database_is_refused() {
    let db = TestDb::new().await;
    import(&db.db, &ids(), &shipped()).await.unwrap();
    assert!(matches!(import(&db.db, &ids(), &shipped()).await, Err(Refusal::NotEmpty)));
}

#[tokio::test]
async fn of_two_imports_at_the_same_time_one_is_kept_and_one_refused() {
    let test = TestDb::new().await;
    let (first, second) = (test.db.clone(), test.reopen().await.unwrap());
    let (folder, ids) = (shipped(), ids());
    let (one, other) = tokio::join!(import(&first, &ids, &folder), import(&second, &ids, &folder));
    let kept = [&one, &other].into_iter().filter(|result| result.is_ok()).count();
    assert_eq!(kept, 1, "{one:?} {other:?}");
    assert!(matches!(one, Err(Refusal::NotEmpty)) || matches!(other, Err(Refusal::NotEmpty)), "{one:?} {other:?}");
    assert_eq!(export(&first).await.unwrap(), shipped());
}

#[tokio::test]
async fn fault_in_a_file_is_named_with_file_line_and_reason() {
    let event = "veranstaltungen/kongress-2018.md";
    for (folder, expected) in [
        (replaced(event, "when = \"2018-09-20/2018-09-21\"", "when = \"2018-13\""), (event, "month")),
        (replaced(event, "certainty = \"fixed\"\n", ""), (event, "`when` and `certainty` go together")),
        (replaced(event, "highlight = true", "hilight = true"), (event, "unknown key `hilight`")),
        (replaced(event, "format = \"congress\"", "format = \"congres\""), (event, "congres")),
        (
            replaced(event, "municipality = \"05113000\"", "municipality = \"05113999\""),
            (event, "no municipality `05113999`"),
        ),
        (replaced(event, "source = \"metropoleruhr\"", "source = \"nirgends\""), (event, "no source `nirgends`")),
        (
            replaced(
                event,
                "to = \"veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020\"",
                "to = \"veranstaltungen/nie\"",
            ),
            (event, "no entry `veranstaltungen/nie`"),
        ),
        (replaced(event, "value = 700", "value = -700"), (event, "")),
        (replaced(event, "+++\n\n", "++\n\n"), (event, "no closing line")),
        (with("veranstaltungen/Falsch.md", "+++\n+++\n"), ("veranstaltungen/Falsch.md", "")),
        (with("unbekannt/x.md", "+++\n+++\n"), ("unbekannt/x.md", "folder `unbekannt` is unknown")),
        (
            with("projekte/x.en.md", "+++\ntitle = \"x\"\nsummary = \"x\"\n+++\n"),
            ("projekte/x.en.md", "no German file"),
        ),
        (with("projekte/x.fr.md", "+++\n+++\n"), ("projekte/x.fr.md", "no language of ours")),
        (with("bild.png", "x"), ("bild.png", "only Markdown files")),
    ] {
        let problems = problems(&folder).await;
        let found = problems.iter().any(|problem| {
            let line = problem.strip_prefix(expected.0).and_then(|rest| rest.strip_prefix(':')?.split_once(':'));
            line.is_some_and(|(line, reason)| {
                line.parse::<usize>().is_ok_and(|line| line >= 1) && reason.contains(expected.1)
            })
        });
        assert!(found, "expected {expected:?}, got {problems:#?}");
    }
}

#[tokio::test]
async fn fault_names_the_very_line() {
    let folder = replaced("veranstaltungen/kongress-2018.md", "source = \"zeitung-2018\"", "source = \"zeitung-2081\"");
    let text = &folder.0["veranstaltungen/kongress-2018.md"];
    let line = text.lines().position(|line| line.contains("zeitung-2081")).unwrap() + 1;
    assert_eq!(
        problems(&folder).await,
        [format!("veranstaltungen/kongress-2018.md:{line}: there is no source `zeitung-2081` in sources.toml")]
    );
}

#[tokio::test]
async fn all_faults_are_named_at_once() {
    let mut folder =
        replaced("veranstaltungen/kongress-2018.md", "source = \"metropoleruhr\"", "source = \"nirgends\"");
    let other = folder.0["ziele/attraktive-region.md"].replace("title = ", "titel = ");
    folder.0.insert("ziele/attraktive-region.md".to_owned(), other);
    folder.0.remove("contacts.toml");
    let problems = problems(&folder).await;
    assert_eq!(problems.len(), 3, "{problems:#?}");
}

#[tokio::test]
async fn circle_in_time_is_refused() {
    let folder = replaced(
        "papiere/eckpunktepapier-2017.md",
        "[[links]]",
        "[[links]]\nrelation = \"answered_by\"\nto = \"meilensteine/kreis-der-veranstalter\"\n\n[[links]]",
    );
    let mut folder = folder;
    // Only the first of the links was meant.
    let text = folder.0["papiere/eckpunktepapier-2017.md"].clone();
    let extra = "[[links]]\nrelation = \"answered_by\"\nto = \"meilensteine/kreis-der-veranstalter\"\n\n";
    let (head, tail) = text.split_once(extra).unwrap();
    folder.0.insert("papiere/eckpunktepapier-2017.md".to_owned(), format!("{head}{extra}{}", tail.replace(extra, "")));
    let problems = problems(&folder).await;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].contains("close a circle in time"), "{problems:#?}");
    assert!(problems[0].contains("meilensteine/kreis-der-veranstalter"), "{problems:#?}");
}

#[tokio::test]
async fn imprint_without_a_mandatory_field_blocks_going_public() {
    let folder = replaced("initiative.toml", "[imprint]\nname = ", "[imprint]\nnam = ");
    let problems = problems(&folder).await;
    assert!(problems[0].starts_with("initiative.toml:"), "{problems:#?}");
}

#[tokio::test]
async fn field_and_source_that_are_named_twice_are_refused_with_their_line() {
    let file = "handlungsfelder/change-management.md";
    let folder = replaced(file, "sources = [\"seed\", \"zusammenstellung\"]", "sources = [\"seed\", \"seed\"]");
    assert_eq!(problems(&folder).await, [format!("{file}:5: `seed` is named twice")]);
    let file = "veranstaltungen/forum-2-potenzialfoerderung.md";
    let folder = shipped();
    let text = &folder.0[file];
    let line = text.lines().find(|line| line.starts_with("fields = ")).unwrap();
    let field = line.split('"').nth(1).unwrap();
    let doubled = replaced(file, line, &format!("fields = [\"{field}\", \"{field}\"]"));
    let problems = problems(&doubled).await;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].ends_with(&format!("`{field}` is named twice")), "{problems:?}");
}

#[tokio::test]
async fn event_that_would_be_part_of_itself_is_refused_with_its_file() {
    let folder = replaced(
        "veranstaltungen/kongress-2018.md",
        "[event]\n",
        "[event]\nparent = \"forum-2-potenzialfoerderung\"\n",
    );
    let problems = problems(&folder).await;
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].ends_with("would be part of itself"), "{problems:?}");
}
