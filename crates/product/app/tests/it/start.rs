//! The start page: it shows the real initiative, woven from the real entries.

use testing::TestApp;

#[tokio::test]
async fn start_page_shows_goals_news_fields_and_carriers() {
    let app = TestApp::new().await;
    for (path, fields) in [("/", "Vielfalt"), ("/en", "Diversity")] {
        let page = app.page(path).await;
        assert_eq!(page.texts(".goals li").len(), 3, "{path}");
        assert_eq!(page.texts(".field-card").len(), 6, "{path}");
        assert!(page.texts(".field-card h3").iter().any(|title| title == fields), "{path}");
        assert!(page.texts(".news-list > li").len() >= 3, "{path}");
        assert_eq!(page.texts("#carriers ~ .bodies li").len(), 3, "{path}");
    }
}

#[tokio::test]
async fn woven_picture_links_every_highlighted_entry_twice() {
    let app = TestApp::new().await;
    let page = app.page("/").await;
    let (wide, tall) = (page.attributes(".weave-wide svg a", "href"), page.attributes(".weave-tall svg a", "href"));
    assert_eq!(wide.len(), 34);
    let sorted = |mut links: Vec<String>| {
        links.sort();
        links
    };
    assert_eq!(sorted(wide), sorted(tall));
}
