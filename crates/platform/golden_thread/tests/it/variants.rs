//! Leichte Sprache and German Sign Language: offered where they exist, and nowhere else.

use axum::http::StatusCode;
use testing::TestApp;
use testing::archive::Folder;
use testing::crawl::addresses;

const VIDEO: &str = "https://video.example/gebaerden/kongress";
const CONGRESS: &str = "veranstaltungen/kongress-2018.md";

/// The shipped content with one file changed.
fn changed(file: &str, from: &str, to: &str) -> Folder {
    let mut folder = testing::shipped();
    let text = folder.0.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    folder
}

#[tokio::test]
async fn page_whose_text_exists_in_leichte_sprache_offers_the_switch_and_others_do_not() {
    let app = TestApp::new().await;
    let page = app.page("/seiten/mitmachen").await;
    assert_eq!(page.attributes(".variants .is-easy a", "href"), ["/leicht/seiten/mitmachen"]);
    let easy = app.page("/leicht/seiten/mitmachen").await;
    assert_eq!(easy.attributes(".variants a", "href"), ["/seiten/mitmachen"]);
    assert_eq!(easy.texts(".variants [aria-current='true']"), ["Leichte Sprache"]);
    assert_eq!(app.page("/veranstaltungen/kongress-2018").await.texts(".variants"), Vec::<String>::new());
}

#[tokio::test]
async fn site_without_leichte_sprache_does_not_speak_of_it() {
    let mut folder = testing::shipped();
    let before = folder.0.len();
    folder.0.retain(|file, _| !file.ends_with(".leicht.md"));
    assert!(folder.0.len() < before);
    let app = TestApp::with(&folder).await;
    for address in addresses(&app).await {
        assert!(!address.starts_with("/leicht"), "a link leads to {address}");
    }
    assert_eq!(app.get("/leicht").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn video_in_sign_language_is_linked_from_the_page_it_belongs_to() {
    let app =
        TestApp::with(&changed(CONGRESS, "updated = ", &format!("sign_language = \"{VIDEO}\"\nupdated = "))).await;
    for path in ["/veranstaltungen/kongress-2018", "/en/veranstaltungen/kongress-2018"] {
        assert_eq!(app.page(path).await.attributes(".variants .is-signed a", "href"), [VIDEO], "{path}");
    }
    assert_eq!(app.page("/veranstaltungen").await.attributes("a[hreflang='gsg']", "href"), Vec::<String>::new());
    let exported = testing::archive::export(&app.db.db).await.unwrap();
    assert!(exported.0[CONGRESS].contains(&format!("sign_language = \"{VIDEO}\"")));
}

#[tokio::test]
async fn video_about_the_whole_site_is_linked_from_every_page() {
    let folder = changed("initiative.toml", "carriers = ", &format!("sign_language = \"{VIDEO}\"\ncarriers = "));
    let app = TestApp::with(&folder).await;
    for path in ["/", "/en/prozess", "/gibt-es-nicht"] {
        assert_eq!(
            app.get(path).await.page().attributes(".site-languages a[hreflang='gsg']", "href"),
            [VIDEO],
            "{path}"
        );
    }
    assert_eq!(testing::archive::export(&app.db.db).await.unwrap().0["initiative.toml"], folder.0["initiative.toml"]);
}

#[tokio::test]
async fn video_address_that_is_none_is_refused_with_its_line() {
    let folder = changed(CONGRESS, "updated = ", "sign_language = \"javascript:alert(1)\"\nupdated = ");
    let db = db::testing::TestDb::new().await;
    let ids = base::Ids::new(base::Clock::system());
    let refused = testing::archive::import(&db.db, &ids, &folder).await.unwrap_err().to_string();
    assert!(refused.contains(CONGRESS) && refused.contains("https://"), "{refused}");
}

#[tokio::test]
async fn new_name_of_the_initiative_shows_as_soon_as_it_is_published() {
    let app = TestApp::new().await;
    assert!(app.page("/prozess").await.text("title").ends_with("ZukunftsBildung Ruhr"));
    app.execute("UPDATE initiative SET document = REPLACE(document, 'ZukunftsBildung Ruhr', 'ZukunftsBildung Lippe')")
        .await;
    assert!(app.page("/prozess").await.text("title").ends_with("ZukunftsBildung Lippe"));
}
