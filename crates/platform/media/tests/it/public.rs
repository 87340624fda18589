//! Pictures and files as the public gets them, and in content folders.

use axum::http::{Request, StatusCode, header};
use base::{Clock, Ids};
use db::testing::TestDb;
use jiff::SignedDuration;
use media::samples::{PRIVATE, pdf, photo};
use testing::archive::{Folder, Refusal, export, import};
use testing::html::faults;
use testing::media_folder::{SAID, TIMES, folder};
use testing::{Reply, TestApp};

fn ids() -> Ids {
    testing::register();
    Ids::new(Clock::fixed("2026-11-23T12:00:00Z".parse().unwrap()))
}

async fn status(app: &TestApp, path: &str) -> StatusCode {
    app.get(path).await.status
}

fn holds(reply: &Reply, words: &str) -> bool {
    reply.bytes.windows(words.len()).any(|here| here == words.as_bytes())
}

#[tokio::test]
async fn picture_stands_in_its_text_with_words_and_rights_in_both_languages() {
    let app = TestApp::with(&folder()).await;
    let page = app.page("/aktuelles/mit-bild").await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.attributes(".prose .picture img", "alt"), ["Ein voller Saal", "Ein \"Muster\""]);
    let sizes = "/medien/saal/480.jpg 480w, /medien/saal/960.jpg 960w, /medien/saal/1920.jpg 1920w";
    assert_eq!(page.attributes(".prose .picture img", "srcset")[0], sizes);
    assert_eq!(page.attributes(".prose .picture source", "srcset")[0], sizes.replace(".jpg", ".webp"));
    assert_eq!(page.attributes(".prose .picture img", "width")[0], "1920");
    assert_eq!(page.attributes(".prose .picture img", "height")[0], "1280");
    assert_eq!(page.attributes(".prose .picture img", "loading"), ["lazy", "lazy"]);
    let caption = &page.texts(".prose .picture figcaption")[0];
    assert_eq!(caption, "Am ersten Tag Bildrechte: Stadt \"Essen\" & Co · CC BY 4.0 · Quelle");
    assert_eq!(
        page.attributes(".prose figcaption a[rel~='license']", "href")[0],
        "https://creativecommons.org/licenses/by/4.0/"
    );
    assert_eq!(page.texts(".prose .gap"), Vec::<String>::new(), "no visitor sees a word for editors");
    assert!(!page.source.contains("ungeklaert/"), "a picture without rights is named");
    let lead = page.attributes(".picture.is-lead img", "loading");
    assert_eq!(
        (page.texts(".picture.is-lead").len(), lead.len()),
        (1, 0),
        "the picture above the text is loaded at once"
    );
    let page = app.page("/en/aktuelles/mit-bild").await;
    assert_eq!(faults(&page, "en"), Vec::<String>::new());
    assert_eq!(page.attributes(".prose .picture img", "alt"), ["A full hall"]);
}

#[tokio::test]
async fn three_sizes_are_served_and_nothing_of_the_upload_but_its_pixels() {
    let app = TestApp::with(&folder()).await;
    for (size, width) in [(480, 480), (960, 960), (1920, 1920)] {
        for (ending, kind) in [("jpg", "image/jpeg"), ("webp", "image/webp")] {
            let reply = app.get(&format!("/medien/saal/{size}.{ending}")).await;
            assert_eq!((reply.status, reply.header(header::CONTENT_TYPE)), (StatusCode::OK, kind), "{size}.{ending}");
            assert_eq!(reply.header(header::CACHE_CONTROL), "no-cache");
            assert_eq!(reply.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert!(reply.headers.get(header::SET_COOKIE).is_none());
            assert!(!PRIVATE.iter().any(|words| holds(&reply, words)) && !holds(&reply, "Exif"), "{width}");
        }
    }
    for path in [
        "/medien/saal/500.jpg",
        "/medien/saal/480.png",
        "/medien/saal/480.pdf",
        "/medien/saal/datei/dsc-0815.jpg",
        "/medien/nie/480.jpg",
        "/medien/saal/..%2F480.jpg",
    ] {
        assert_eq!(status(&app, path).await, StatusCode::NOT_FOUND, "{path}");
    }
    let lead = app.get("/medien/saal").await;
    assert_eq!((lead.status, lead.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/medien/saal/1920.jpg"));
}

#[tokio::test]
async fn what_is_not_complete_is_not_served() {
    let app = TestApp::with(&folder()).await;
    for path in ["/medien/ungeklaert", "/medien/ungeklaert/480.jpg", "/en/medien/ungeklaert/480.webp"] {
        assert_eq!(status(&app, path).await, StatusCode::NOT_FOUND, "{path}");
    }
    app.execute("UPDATE media SET complete = FALSE, holder = NULL WHERE slug IN ('saal', 'protokoll')").await;
    for path in
        ["/medien/saal", "/medien/saal/480.jpg", "/medien/protokoll", "/medien/protokoll/datei/protokoll-groesse.pdf"]
    {
        assert_eq!(status(&app, path).await, StatusCode::NOT_FOUND, "{path}");
    }
    let page = app.page("/aktuelles/mit-bild").await;
    assert!(
        page.attributes(".picture img", "src").iter().all(|src| !src.contains("saal")),
        "a broken picture is shown"
    );
}

#[tokio::test]
async fn file_is_saved_under_its_name_and_never_runs() {
    let app = TestApp::with(&folder()).await;
    let lead = app.get("/medien/protokoll").await;
    assert_eq!(lead.header(header::LOCATION), "/medien/protokoll/datei/protokoll-groesse.pdf");
    let reply = app.get(lead.header(header::LOCATION)).await;
    assert_eq!((reply.status, reply.bytes.clone()), (StatusCode::OK, pdf("")));
    assert_eq!(reply.header(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(reply.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(reply.header(header::CONTENT_SECURITY_POLICY), "default-src 'none'; sandbox");
    assert_eq!(
        reply.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"protokoll-groesse.pdf\"; filename*=UTF-8''Protokoll%20Gr%C3%B6%C3%9Fe.pdf"
    );
    for other in ["x.pdf", "protokoll-groesse.html", "protokoll-groesse", "..%2F..%2Fetc%2Fpasswd"] {
        assert_eq!(status(&app, &format!("/medien/protokoll/datei/{other}")).await, StatusCode::NOT_FOUND, "{other}");
    }
}

#[tokio::test]
async fn browser_that_has_a_picture_is_told_so_until_it_changes() {
    let app = TestApp::with(&folder()).await;
    let path = "/medien/saal/960.webp";
    let etag = app.get(path).await.header(header::ETAG).to_owned();
    let ask = async || app.send(Request::get(path).header(header::IF_NONE_MATCH, &etag)).await;
    let again = ask().await;
    assert_eq!(
        (again.status, again.bytes.len(), again.header(header::ETAG)),
        (StatusCode::NOT_MODIFIED, 0, etag.as_str())
    );
    for table in ["media_files", "media_pieces"] {
        app.execute(&format!("UPDATE {table} SET etag = 'other' WHERE etag = '{}'", etag.trim_matches('"'))).await;
    }
    assert_eq!(ask().await.status, StatusCode::OK);
}

#[tokio::test]
async fn export_of_an_import_of_an_export_is_the_same_with_pictures_and_files() {
    let (first_db, second_db) = (TestDb::new().await, TestDb::new().await);
    import(&first_db.db, &ids(), &folder()).await.unwrap();
    let first = export(&first_db.db).await.unwrap();
    import(&second_db.db, &ids(), &first).await.unwrap();
    let second = export(&second_db.db).await.unwrap();
    assert!(first == second, "export, import, export gives other bytes");
    let names: Vec<&str> = first.1.keys().map(String::as_str).collect();
    assert_eq!(names, ["medien/muster.webp", "medien/protokoll.pdf", "medien/saal.jpg", "medien/ungeklaert.jpg"]);
    assert_eq!(
        first.0["medien/saal.toml"],
        format!("{SAID}{TIMES}").replace("\\\"Essen\\\" & Co\"", "\\\"Essen\\\" & Co\"")
    );
    // What was foreign is written anew, what was ours is as it was.
    assert_ne!(first.1["medien/saal.jpg"], folder().1["medien/saal.jpg"]);
    assert_eq!(first.1["medien/muster.webp"], folder().1["medien/muster.webp"]);
    assert_eq!(first.1["medien/protokoll.pdf"], folder().1["medien/protokoll.pdf"]);
    let directory = first_db.directory().join("out");
    testing::archive::write_folder(&first, &directory).unwrap();
    assert!(Folder::read(&directory).unwrap() == first);
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one table of faults")]
async fn fault_in_a_medium_of_a_folder_is_named() {
    let changed = |change: &dyn Fn(&mut Folder)| {
        let mut folder = folder();
        change(&mut folder);
        folder
    };
    let sheet = |from: &'static str, to: &'static str| {
        changed(&move |folder| {
            let text = folder.0["medien/saal.toml"].replace(from, to);
            folder.0.insert("medien/saal.toml".to_owned(), text);
        })
    };
    for (folder, file, reason) in [
        (sheet("licence = \"cc_by_4\"", "licence = \"free\""), "medien/saal.toml", "free"),
        (sheet("title = \"Plenum\"", "title = \"\""), "medien/saal.toml:1", "the title is empty"),
        (sheet("DSC_0815.jpg", "../x.jpg"), "medien/saal.toml", "no safe name"),
        (sheet("https://bilder", "javascript://bilder"), "medien/saal.toml", "no web address"),
        (sheet("holder = ", "decorative = true\nholder = "), "medien/saal.toml", "no alternative text"),
        (changed(&|folder| _ = folder.1.remove("medien/saal.jpg")), "medien/saal.toml:1", "missing beside it"),
        (changed(&|folder| _ = folder.0.remove("medien/saal.toml")), "medien/saal.jpg:1", "no `medien/saal.toml`"),
        (
            changed(&|folder| _ = folder.1.insert("medien/saal.jpg".into(), b"<svg/>".to_vec())),
            "medien/saal.jpg:1",
            "svg",
        ),
        (
            changed(&|folder| _ = folder.1.insert("medien/protokoll.pdf".into(), photo(64, 64, 1))),
            "medien/protokoll.pdf:1",
            "the bytes are jpg",
        ),
    ] {
        let db = TestDb::new().await;
        let Err(Refusal::Problems(problems)) = import(&db.db, &ids(), &folder).await else {
            panic!("{reason} was taken")
        };
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(
            problems.iter().any(|one| one.starts_with(file) && one.contains(reason)),
            "{file} {reason}: {problems:#?}"
        );
        assert!(media::store::all(&mut db.db.read().await.unwrap().conn()).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn withdrawn_medium_is_deleted_after_thirty_days_and_not_before() {
    let app = TestApp::with(&folder()).await;
    let now = base::clock::micros(app.clock.now());
    app.execute(&format!("UPDATE media SET withdrawn_at = {now} WHERE slug = 'saal'")).await;
    assert_eq!(status(&app, "/medien/saal/480.jpg").await, StatusCode::NOT_FOUND);
    let left = async || app.number("SELECT COUNT(*) FROM media WHERE slug = 'saal'").await;
    app.clock.advance(SignedDuration::from_hours(24 * 30));
    app.settle().await;
    assert_eq!(left().await, 1);
    app.clock.advance(SignedDuration::from_hours(24));
    app.settle().await;
    assert_eq!((left().await, app.number("SELECT COUNT(*) FROM media").await), (0, 3));
    assert_eq!(app.number("SELECT COUNT(*) FROM media_files WHERE media_id NOT IN (SELECT id FROM media)").await, 0);
}
