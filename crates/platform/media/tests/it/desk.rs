//! Pictures and files at the desk: upload, description, replacement, withdrawal, and who may.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use media::samples::{PRIVATE, docx, docx_bomb, pdf, photo, png_bomb};
use testing::accounts::Role;
use testing::html::faults;
use testing::media_desk::{COMPLETE, UPLOAD, describe, send, upload};
use testing::media_folder::folder;
use testing::{PUBLIC_URL, Reply, TestApp};
use tower::ServiceExt as _;

const LIST: &str = "/redaktion/medien";

fn fault(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    reply.page().text(".control-error")
}

#[tokio::test]
async fn picture_is_public_when_it_is_complete_and_not_before() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let path = upload(&app, &editor, &[], ("Saal 1.JPG", &photo(1200, 800, 6))).await;
    assert_eq!(path, "/redaktion/medien/saal-1");
    let page = editor.page(&path).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.text("h1"), "Saal 1");
    assert_eq!(page.texts(".notice.is-warning li"), ["Alternativtext", "Rechte", "Lizenz"]);
    assert_eq!(app.get("/medien/saal-1/480.jpg").await.status, StatusCode::NOT_FOUND);
    let preview = editor.get("/redaktion/medien/saal-1/bild/480.webp").await;
    assert_eq!((preview.status, preview.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/webp"));
    let reply = describe(&editor, &path, &page, &COMPLETE).await;
    assert_eq!(reply.header(header::LOCATION), format!("{path}?hinweis=gespeichert"));
    let page = editor.page(reply.header(header::LOCATION)).await;
    assert_eq!(page.text(".notice.is-done"), "Gespeichert.");
    assert!(page.texts(".notice.is-warning").is_empty());
    let public = app.get("/medien/saal-1/480.jpg").await;
    assert_eq!(public.status, StatusCode::OK);
    assert!(!PRIVATE.iter().any(|words| public.bytes.windows(words.len()).any(|here| here == words.as_bytes())));
    assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE subject = 'medien/saal-1'").await, 3, "three deeds");
    // Turned by a quarter: higher than wide.
    assert!(page.source.contains("800 × 1.200 Bildpunkte"), "{:?}", page.texts("dd"));
}

#[tokio::test]
async fn dangerous_and_unknown_files_come_back_with_a_reason_and_the_input() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let hidden = [photo(64, 64, 1), b"<script>alert(1)</script>".to_vec()].concat();
    let active = pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
    for (name, bytes, reason) in [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec(), "SVG"),
        ("logo.png", b"<svg onload=alert(1)>".to_vec(), "SVG"),
        ("a.jpg", hidden, "steckt noch etwas anderes"),
        ("name.jpg", active.clone(), "ein Programm (JavaScript)"),
        ("name.pdf", active, "ein Programm (JavaScript)"),
        ("a.gif", b"GIF89a=1;alert(1)//<script>".to_vec(), "steckt noch etwas anderes"),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "HEIC"),
        ("a.html", b"<!doctype html><p>a".to_vec(), "Webseite"),
        ("a.txt", b"#!/bin/sh\nls".to_vec(), "Programm"),
        ("bericht.pdf", photo(64, 64, 1), "endet auf ».pdf«"),
        ("a.png", png_bomb(60_000, 60_000), "50 Millionen"),
        ("a.docx", docx_bomb(100), "beim Entpacken"),
        ("a.docx", docx(b"<w/>")[..60].to_vec(), "lässt sich nicht lesen"),
        ("", Vec::new(), "Wählen Sie eine Datei"),
    ] {
        let reply = send(&app, &editor.cookie, UPLOAD, &COMPLETE, (name, &bytes)).await;
        let said = fault(&reply);
        assert!(said.contains(reason) && said.contains("noch einmal"), "{name}: {said}");
        let page = reply.page();
        assert_eq!(faults(&page, "de"), Vec::<String>::new(), "{name}");
        assert_eq!(page.attributes("#form-holder", "value"), ["Stadt Essen"], "the input is lost");
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM media").await, 0);
    let large = vec![b'a'; 31 << 20];
    assert!(fault(&send(&app, &editor.cookie, UPLOAD, &[], ("a.txt", &large)).await).contains("höchstens 30 MB"));
    let larger = vec![b'a'; 33 << 20];
    assert_eq!(send(&app, &editor.cookie, UPLOAD, &[], ("a.txt", &larger)).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn name_of_an_upload_becomes_a_safe_one() {
    let app = TestApp::new().await;
    let editor = app.as_role(Role::Editor).await;
    let said = [("holder", "RuhrFutur"), ("licence", "own_rights")];
    for (name, title, disposition) in [
        ("../../etc/passwd.pdf", "passwd", "attachment; filename=\"passwd.pdf\"; filename*=UTF-8''passwd.pdf"),
        ("C:\\Users\\x\\Bericht.pdf", "Bericht", "attachment; filename=\"bericht.pdf\"; filename*=UTF-8''Bericht.pdf"),
        (
            "a\u{202e}b;c%0d%0aSet-Cookie: d=e.pdf",
            "abc0d0aSet-Cookie d=e",
            "attachment; filename=\"abc0d0aset-cookie-d-e.pdf\"; filename*=UTF-8''abc0d0aSet-Cookie%20d%3De.pdf",
        ),
    ] {
        let path = upload(&app, &editor, &said, (name, &pdf(""))).await;
        let page = editor.page(&path).await;
        assert_eq!(page.text("h1"), title, "{name}");
        let href =
            page.attributes(".desk-columns a", "href").into_iter().find(|href| href.contains("/datei/")).unwrap();
        let reply = app.get(&href).await;
        assert_eq!((reply.status, reply.header(header::CONTENT_DISPOSITION)), (StatusCode::OK, disposition), "{href}");
        assert!(reply.headers.get(header::SET_COOKIE).is_none());
    }
    let path = upload(&app, &editor, &[("title", "Neu")], ("a.pdf", &pdf(""))).await;
    assert_eq!(path, "/redaktion/medien/neu-2", "the form for an upload has the address `neu`");
}

#[tokio::test]
async fn replacing_keeps_the_address_and_what_is_said() {
    let app = TestApp::with(&folder()).await;
    let editor = app.as_role(Role::Editor).await;
    let path = "/medien/saal/1920.webp";
    let before = app.get(path).await;
    let reply =
        send(&app, &editor.cookie, "/redaktion/medien/saal/ersatz", &[], ("neu.png", &photo(700, 500, 1))).await;
    assert_eq!(reply.header(header::LOCATION), "/redaktion/medien/saal?hinweis=ersetzt");
    let after = app.get(path).await;
    assert_eq!(after.status, StatusCode::OK, "a size that the new picture does not have leads to its largest");
    assert!(after.bytes != before.bytes && after.header(header::ETAG) != before.header(header::ETAG));
    let page = app.page("/aktuelles/mit-bild").await;
    assert_eq!(page.attributes(".prose .picture img", "width")[0], "700", "the page still has the old size");
    assert_eq!(page.attributes(".prose .picture img", "alt")[0], "Ein voller Saal");
    let other = send(&app, &editor.cookie, "/redaktion/medien/saal/ersatz", &[], ("a.pdf", &pdf(""))).await;
    assert_eq!(other.header(header::LOCATION), "/redaktion/medien/saal?hinweis=andere-art");
    let refused = send(&app, &editor.cookie, "/redaktion/medien/saal/ersatz", &[], ("a.svg", b"<svg/>")).await;
    assert!(fault(&refused).contains("SVG"));
    assert_eq!(faults(&refused.page(), "de"), Vec::<String>::new());
    assert_eq!(app.get(path).await.bytes, after.bytes);
}

#[tokio::test]
async fn used_medium_stays_and_unused_one_can_be_withdrawn_and_brought_back() {
    let app = TestApp::with(&folder()).await;
    let editor = app.as_role(Role::Editor).await;
    let page = editor.page("/redaktion/medien/saal").await;
    assert_eq!(page.texts("section[aria-labelledby='uses'] li"), ["Mit Bild Meldung"]);
    let button = page.text("section[aria-labelledby='withdraw'] button");
    assert_eq!(button, "Trotzdem sofort zurückziehen", "the page says that entries show it");
    let refused = editor.post("/redaktion/medien/saal/ruecknahme", &[]).await;
    assert_eq!(refused.header(header::LOCATION), "/redaktion/medien/saal?hinweis=genutzt");
    assert_eq!(app.get("/medien/saal/480.jpg").await.status, StatusCode::OK);
    app.execute("DELETE FROM media_uses WHERE slug = 'saal'").await;
    app.execute("UPDATE work SET live = NULL WHERE entry_id IN (SELECT id FROM entries WHERE slug = 'mit-bild')").await;
    let page = editor.page("/redaktion/medien/saal").await;
    assert_eq!(page.texts("section[aria-labelledby='uses'] li"), ["Mit Bild Meldung, nur im Entwurf"]);
    let refused = editor.post("/redaktion/medien/saal/ruecknahme", &[]).await;
    assert_eq!(refused.header(header::LOCATION), "/redaktion/medien/saal?hinweis=genutzt", "a draft shows it");
    app.execute("UPDATE work SET live = head").await;
    let page = editor.post_and_follow("/redaktion/medien/saal/ruecknahme", &[]).await;
    assert_eq!(page.text("[role='status']"), "Zurückgezogen.");
    assert_eq!(app.get("/medien/saal/480.jpg").await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.page("/redaktion/medien?stand=zurueckgezogen").await.texts(".desk-media-title"), ["Plenum"]);
    assert_eq!(editor.post("/redaktion/medien/saal/ruecknahme", &[]).await.status, StatusCode::NOT_FOUND);
    let page = editor.post_and_follow("/redaktion/medien/saal/wiederherstellung", &[]).await;
    assert_eq!(
        (page.text("[role='status']"), app.get("/medien/saal/480.jpg").await.status),
        ("Wiederhergestellt.".to_owned(), StatusCode::OK)
    );
    assert_eq!(editor.post("/redaktion/medien/saal/wiederherstellung", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn picture_of_somebody_who_objects_leaves_all_pages_at_once_and_no_hole() {
    let app = TestApp::with(&folder()).await;
    let editor = app.as_role(Role::Editor).await;
    assert!(app.page("/aktuelles/mit-bild").await.source.contains("/medien/saal/"));
    let page = editor.post_and_follow("/redaktion/medien/saal/ruecknahme", &[("trotzdem", "ja")]).await;
    assert_eq!(page.text("[role='status']"), "Zurückgezogen.");
    let page = app.page("/aktuelles/mit-bild").await;
    assert!(!page.source.contains("/medien/saal/"));
    assert!(page.texts(".prose .gap").is_empty(), "{:?}", page.texts(".prose .gap"));
    assert_eq!(app.get("/medien/saal/480.jpg").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_saves_second_sees_both_texts_and_loses_none() {
    let app = TestApp::with(&folder()).await;
    let (first, second) = (app.as_role(Role::Editor).await, app.as_role(Role::Editor).await);
    let path = "/redaktion/medien/saal";
    let (seen_first, seen_second) = (first.page(path).await, second.page(path).await);
    let text =
        |alt: &'static str| [("title", "Plenum"), ("alt.de", alt), ("holder", "Stadt Essen"), ("licence", "cc0")];
    assert_eq!(describe(&first, path, &seen_first, &text("Der erste Text")).await.status, StatusCode::SEE_OTHER);
    let conflict = describe(&second, path, &seen_second, &text("Der zweite Text")).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let page = conflict.page();
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.texts(".desk-table td"), ["Der zweite Text", "Der erste Text"]);
    assert!(page.source.contains("Der zweite Text</textarea>"), "the second text is lost");
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE alt_de = 'Der erste Text'").await, 1);
    assert_eq!(describe(&second, path, &page, &text("Der zweite Text")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.number("SELECT COUNT(*) FROM media WHERE alt_de = 'Der zweite Text'").await, 1);
}

#[tokio::test]
async fn faults_in_what_is_said_come_back_at_their_fields() {
    let app = TestApp::with(&folder()).await;
    let editor = app.as_role(Role::Editor).await;
    let path = "/redaktion/medien/saal";
    let seen = editor.page(path).await;
    let long = "x".repeat(1_001);
    for (fields, expected) in [
        (vec![("title", "")], "Bitte füllen Sie »Titel« aus."),
        (vec![("title", "a"), ("alt.de", "b"), ("decorative", "ja")], "Entscheiden Sie sich"),
        (vec![("title", "a"), ("alt.en", "b")], "auch auf Deutsch"),
        (vec![("title", "a"), ("source", "javascript:alert(1)")], "Bitte schreiben Sie die ganze Adresse"),
        (vec![("title", "a"), ("alt.de", long.as_str())], "hat 1.001 Zeichen. Möglich sind 1.000."),
    ] {
        let reply = describe(&editor, path, &seen, &fields).await;
        assert!(fault(&reply).contains(expected), "{expected}: {}", fault(&reply));
        assert_eq!(faults(&reply.page(), "de"), Vec::<String>::new());
    }
    assert_eq!(editor.post(path, &[("title", "a")]).await.status, StatusCode::BAD_REQUEST, "a form without version");
}

#[tokio::test]
async fn list_is_filtered_and_searched_by_its_address() {
    let app = TestApp::with(&folder()).await;
    let editor = app.as_role(Role::Editor).await;
    let titles = async |query: &str| {
        let page = editor.page(&format!("{LIST}{query}")).await;
        assert_eq!(faults(&page, "de"), Vec::<String>::new(), "{query}");
        let mut titles = page.texts(".desk-media-title");
        titles.sort();
        titles
    };
    let all = ["Muster", "Plenum", "Protokoll", "Ungeklärt"];
    assert_eq!(titles("").await, all);
    assert_eq!(titles("?art=file").await, ["Protokoll"]);
    assert_eq!(titles("?stand=unvollstaendig").await, ["Ungeklärt"]);
    assert_eq!(titles("?stand=vollstaendig&art=image").await, ["Muster", "Plenum"]);
    assert_eq!(titles("?nutzung=genutzt").await, all);
    assert_eq!(titles("?nutzung=ungenutzt").await, Vec::<String>::new());
    for words in ["voller+SAAL", "ungeklaert", "Gr%C3%B6%C3%9Fe", "essen", "dsc"] {
        assert_eq!(titles(&format!("?q={words}")).await.len(), 1, "{words}");
    }
    assert_eq!(titles("?q=%25").await, all, "a percent sign is no pattern");
    assert_eq!(titles("?q=nirgends&art=x&stand=y&seite=7").await, Vec::<String>::new());
    let page = editor.page(LIST).await;
    assert_eq!(page.texts(".desk-media-missing"), ["unvollständig, nicht öffentlich Alternativtext, Rechte, Lizenz"]);
    let english = editor.page("/en/redaktion/medien").await;
    assert_eq!(faults(&english, "en"), Vec::<String>::new());
}

#[tokio::test]
async fn only_people_who_write_reach_the_media() {
    let app = TestApp::with(&folder()).await;
    let reader = app.as_role(Role::DataProtection).await;
    for path in [
        LIST,
        UPLOAD,
        "/redaktion/medien/saal",
        "/redaktion/medien/ungeklaert/bild/480.jpg",
        "/redaktion/medien/protokoll/datei/protokoll-groesse.pdf",
    ] {
        assert_eq!(app.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(reader.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let file = photo(64, 64, 1);
    for path in [UPLOAD, "/redaktion/medien/saal/ersatz"] {
        for cookie in ["", reader.cookie.as_str()] {
            assert_eq!(send(&app, cookie, path, &[], ("a.jpg", &file)).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    for path in
        ["/redaktion/medien/saal", "/redaktion/medien/saal/ruecknahme", "/redaktion/medien/saal/wiederherstellung"]
    {
        assert_eq!(
            reader.post(path, &[("fassung", "1"), ("title", "a")]).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    let editor = app.as_role(Role::Editor).await;
    let foreign = Request::post(UPLOAD)
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://evil.example")
        .header(header::HOST, PUBLIC_URL)
        .header(header::COOKIE, &editor.cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=GRENZE")
        .body(Body::from("--GRENZE--\r\n"))
        .unwrap();
    assert_eq!(app.service.clone().oneshot(foreign).await.unwrap().status(), StatusCode::FORBIDDEN);
    assert_eq!(app.number("SELECT COUNT(*) FROM media").await, 4);
}
