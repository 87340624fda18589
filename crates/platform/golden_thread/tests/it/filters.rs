//! Lists can be filtered by the address alone, and page by fifty.

use testing::TestApp;

#[tokio::test]
async fn filters_of_the_address_narrow_a_list_and_stay_chosen() {
    let app = TestApp::new().await;
    let page = app.page("/faden?feld=vielfalt&art=event&jahr=2019").await;
    assert_eq!(page.attributes("select option[selected]", "value"), ["vielfalt", "event", "2019"]);
    assert_eq!(
        page.attributes(".tree .path-title a", "href"),
        ["/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019"]
    );
}

#[tokio::test]
async fn open_ended_entry_is_found_in_later_years_too() {
    let app = TestApp::new().await;
    let listed = |page: testing::Page| page.attributes(".tree .path-title a", "href");
    let in_2018 = listed(app.page("/faden?jahr=2018").await);
    assert!(in_2018.contains(&"/veranstaltungen/kongress-2018".to_owned()));
    let in_2020 = listed(app.page("/faden?jahr=2020").await);
    assert!(!in_2020.contains(&"/veranstaltungen/kongress-2018".to_owned()));
    assert!(in_2020.contains(&"/veranstaltungen/internationale-konferenz-2020".to_owned()));
}

#[tokio::test]
async fn empty_choice_says_so_and_offers_the_way_back() {
    let app = TestApp::new().await;
    let page = app.page("/faden?feld=change-management&jahr=2020").await;
    assert!(page.text(".gap").starts_with("Zu dieser Auswahl gibt es keinen Eintrag."));
    assert_eq!(page.attributes(".filters-reset", "href"), ["/faden"]);
}

#[tokio::test]
async fn long_list_is_turned_by_fifty_and_keeps_its_filters() {
    let mut folder = testing::shipped();
    for number in 0..120 {
        let day = 1 + number % 28;
        folder.0.insert(
            format!("projekte/probe-{number:03}.md"),
            format!(
                "+++\ntitle = \"Probe {number:03}\"\nsummary = \"Ein Eintrag.\"\nwhen = \"2021-01-{day:02}\"\ncertainty = \"fixed\"\n\
                 updated = \"2026-11-23T12:00:00Z\"\n\n[outcome]\nstatus = \"open\"\n+++\n"
            ),
        );
    }
    let app = TestApp::with(&folder).await;
    let first = app.page("/projekte?jahr=2021").await;
    assert_eq!(first.texts(".entry-list > li").len(), 50);
    assert_eq!(first.text(".pager p"), "Seite 1 von 3");
    assert_eq!(first.attributes(".pager a[rel='next']", "href"), ["/projekte?jahr=2021&seite=2"]);
    let last = app.page("/projekte?jahr=2021&seite=3").await;
    assert_eq!(last.texts(".entry-list > li").len(), 20);
    let beyond = app.page("/projekte?jahr=2021&seite=9").await;
    assert_eq!(beyond.attributes(".pager a[rel='prev']", "href"), ["/projekte?jahr=2021&seite=3"]);
}
