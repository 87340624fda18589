//! The search finds what people mean, in the order that they expect, and helps where it finds nothing.
//! What is expected stands here once, so both databases must answer alike.

use axum::http::StatusCode;
use golden_thread::EntryId;
use testing::accounts::Role;
use testing::archive::Folder;
use testing::editor::{change, press};
use testing::html::faults;
use testing::{Page, TestApp};

mod expected;

/// The shipped initiative with some plain pages: slug, title, text. None has a date.
fn with_pages(pages: &[(&str, &str, &str)]) -> Folder {
    let mut folder = testing::shipped();
    for (slug, title, text) in pages {
        folder.0.insert(
            format!("seiten/{slug}.md"),
            format!("+++\ntitle = \"{title}\"\nsummary = \"Zur Probe.\"\nupdated = \"2026-11-23T12:00:00Z\"\n+++\n\n{text}\n"),
        );
    }
    folder
}

/// A news item of some day.
fn news(title: &str, day: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"Zur Probe.\"\nwhen = \"{day}\"\ncertainty = \"fixed\"\n\
         updated = \"2026-11-23T12:00:00Z\"\n+++\n\n{text}\n"
    )
}

fn titles(page: &Page) -> Vec<String> {
    page.texts(".search-title")
}

async fn found(app: &TestApp, address: &str) -> Vec<String> {
    titles(&app.page(address).await)
}

#[tokio::test]
async fn forms_of_a_word_find_each_other_however_umlauts_are_written() {
    let app = TestApp::with(&with_pages(&[
        ("a", "Probe A", "Die Wolkenkuckucksärzte tagen."),
        ("b", "Probe B", "Zwei Zwiebelhäuser stehen an der Gänsestraße."),
    ]))
    .await;
    for (query, title) in [
        ("wolkenkuckucksarzt", "Probe A"),
        ("Wolkenkuckucksaerzte", "Probe A"),
        ("Zwiebelhaus", "Probe B"),
        ("zwiebelhaeusern", "Probe B"),
        ("g%C3%A4nsestrassen", "Probe B"),
        ("G%C3%84NSESTRASSE", "Probe B"),
        ("ga%CC%88nsestra%C3%9Fe", "Probe B"),
    ] {
        assert_eq!(found(&app, &format!("/suche?q={query}")).await, [title], "{query}");
    }
}

#[tokio::test]
async fn part_finds_its_compounds_and_hyphens_do_not_matter() {
    let app = TestApp::with(&with_pages(&[
        ("a", "Probe A", "Die Quastenflosserkette beginnt hier."),
        ("b", "Probe B", "Der Quasten-Kongress tagt."),
        ("c", "Probe C", "Bildungs\u{ad}quasten"),
    ]))
    .await;
    assert_eq!(found(&app, "/suche?q=quaste").await, ["Probe B", "Probe A", "Probe C"]);
    assert_eq!(found(&app, "/suche?q=Quastenkongress").await, ["Probe B"]);
    assert_eq!(found(&app, "/suche?q=Bildungsquasten").await, ["Probe C"]);
    assert!(found(&app, "/suche?q=flosser").await.is_empty(), "a part in the middle is no beginning and no end");
}

#[tokio::test]
async fn one_mistake_in_six_letters_still_finds_and_says_so() {
    let app =
        TestApp::with(&with_pages(&[("a", "Probe A", "Der Quokka und die Zebus ruhen, die Quokkaherden nicht.")]))
            .await;
    for typed in ["Qoukka", "Quoka", "Quokkka", "Quakka"] {
        let page = app.page(&format!("/suche?q={typed}")).await;
        if typed.len() < 6 {
            assert!(titles(&page).is_empty(), "{typed}");
            continue;
        }
        assert_eq!(titles(&page), ["Probe A"], "{typed}");
        assert_eq!(
            page.text(".search-corrected"),
            format!("Für »{typed}« gab es keine Treffer. Gezeigt werden Treffer für »Quokka«.")
        );
        assert_eq!(page.texts("mark"), ["Quokka"]);
    }
    assert!(found(&app, "/suche?q=Zebos").await.is_empty(), "five letters are too few");
    assert!(found(&app, "/suche?q=Qaokko").await.is_empty(), "two mistakes are too many");
}

#[tokio::test]
async fn titles_come_before_texts_and_written_words_before_their_forms() {
    let app = TestApp::with(&with_pages(&[
        ("a", "Text", "Hier steht Kamel."),
        ("b", "Texte", "Hier stehen Kamele."),
        ("c", "Kamele", ""),
        ("d", "Das Kamel heute", ""),
        ("e", "Kamel", ""),
        ("f", "Kamelherde", ""),
        ("g", "Textherde", "Eine Kamelherde."),
    ]))
    .await;
    assert_eq!(
        found(&app, "/suche?q=kamel").await,
        ["Kamel", "Das Kamel heute", "Kamele", "Kamelherde", "Text", "Texte", "Textherde"]
    );
}

#[tokio::test]
async fn newest_comes_first_among_equals() {
    let mut folder = testing::shipped();
    for (slug, day) in [("a", "2017-03-01"), ("b", "2019-05-02"), ("c", "2019-05-20"), ("d", "2018-12-31")] {
        folder.0.insert(format!("aktuelles/probe-{slug}.md"), news(&format!("Probe {slug}"), day, "Ein Okapi kam."));
    }
    let app = TestApp::with(&folder).await;
    assert_eq!(found(&app, "/suche?q=okapi").await, ["Probe c", "Probe b", "Probe d", "Probe a"]);
}

#[tokio::test]
async fn all_words_must_be_there_and_small_ones_do_not_count() {
    let app = TestApp::with(&with_pages(&[("a", "Probe A", "Okapi und Quagga."), ("b", "Probe B", "Okapi.")])).await;
    assert_eq!(found(&app, "/suche?q=das+okapi+der+quagga").await, ["Probe A"]);
    assert_eq!(found(&app, "/suche?q=%22okapi%22+%2B%C2%BBQuagga%C2%AB").await, ["Probe A"]);
}

async fn set_state(app: &TestApp, slug: &str, state: &str) {
    let mut tx = app.db.db.write().await.unwrap();
    let sql = format!("UPDATE entries SET state = '{state}' WHERE slug = '{slug}' RETURNING id");
    let conn = &mut tx.conn();
    let (id,): (EntryId,) =
        db::on!(conn, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql.as_str())).fetch_one(c).await).unwrap();
    match state {
        "published" => index(conn, id).await,
        _ => testing::archive::forget_entry(conn, id).await.unwrap(),
    }
    tx.publish().await.unwrap();
}

/// Indexes an entry anew, as publishing does.
async fn index(conn: &mut db::Conn<'_>, id: EntryId) {
    let text = golden_thread::history::revision(conn, id, 1).await.unwrap().unwrap();
    let document = testing::archive::Document::from_json(&text).unwrap();
    testing::archive::index_entry(conn, id, &document).await.unwrap();
}

#[tokio::test]
async fn what_is_not_published_is_not_found() {
    let app = TestApp::with(&with_pages(&[("a", "Okapi", "Quagga"), ("b", "Probe", "Okapi")])).await;
    assert_eq!(found(&app, "/suche?q=okapi").await, ["Okapi", "Probe"]);
    for state in ["draft", "withdrawn"] {
        set_state(&app, "a", state).await;
        let page = app.page("/suche?q=okapi").await;
        assert_eq!((titles(&page), page.text("h1")), (vec!["Probe".to_owned()], "Ein Treffer für »okapi«".to_owned()));
        assert!(found(&app, "/suche?q=quagga").await.is_empty());
        set_state(&app, "a", "published").await;
        assert_eq!(found(&app, "/suche?q=okapi").await, ["Okapi", "Probe"]);
    }
    // Even if somebody changes the database behind the index, nothing is shown that is not public.
    app.execute("UPDATE entries SET state = 'withdrawn' WHERE slug = 'a'").await;
    assert!(!app.page("/suche?q=okapi&seite=1").await.source.contains("/seiten/a"));
}

#[tokio::test]
async fn changed_text_is_found_by_its_new_words_only() {
    let app = TestApp::with(&with_pages(&[("a", "Probe A", "Okapi"), ("b", "Probe B", "Okapi")])).await;
    let editor = app.as_role(Role::Editor).await;
    change(&editor, "seiten/a", &[("body", "Ein Quagga.")]).await;
    assert_eq!(found(&app, "/suche?q=okapi").await, ["Probe A", "Probe B"], "nothing is published yet");
    press(&editor, "seiten/a", "veroeffentlichen", &[]).await;
    assert_eq!(found(&app, "/suche?q=okapi").await, ["Probe B"]);
    assert_eq!(found(&app, "/suche?q=quagga").await, ["Probe A"]);
}

#[tokio::test]
async fn every_number_beside_a_filter_is_what_it_shows() {
    let app = TestApp::new().await;
    for address in ["/suche?q=bildung", "/suche?q=bildung&art=event", "/en/suche?q=school"] {
        let page = app.page(address).await;
        let links = page.attributes(".search-facets li > a", "href");
        let counts = page.texts(".search-facets li .search-number");
        assert!(links.len() > 5, "{address} offers {links:?}");
        for (link, count) in links.iter().zip(counts) {
            let count = count.rsplit(' ').next().unwrap().to_owned();
            let heading = app.page(link).await.text("h1");
            let first = heading.split(' ').next().unwrap().replace("Ein", "1").replace("One", "1");
            assert_eq!(first, count, "{link}: {heading}");
        }
    }
}

#[tokio::test]
async fn filters_can_be_taken_away_and_unknown_ones_count_as_none() {
    let app = TestApp::new().await;
    let page = app.page("/suche?q=bildung&art=event&feld=vielfalt&jahr=2019").await;
    assert_eq!(
        page.attributes(".search-active a", "href"),
        [
            "/suche?q=bildung&feld=vielfalt&jahr=2019",
            "/suche?q=bildung&art=event&jahr=2019",
            "/suche?q=bildung&art=event&feld=vielfalt"
        ]
    );
    let unknown = app.page("/suche?q=bildung&art=x&feld=x&jahr=x").await;
    assert_eq!(unknown.text("h1"), app.page("/suche?q=bildung").await.text("h1"));
    assert!(unknown.texts(".search-active").is_empty());
}

#[tokio::test]
async fn each_page_searches_the_languages_that_it_shows() {
    let mut folder = with_pages(&[("a", "Probe A", "Ein Okapi.")]);
    let english = "+++\ntitle = \"Trial A\"\nsummary = \"A trial.\"\n+++\n\nA wombat.\n";
    folder.0.insert("seiten/a.en.md".to_owned(), english.to_owned());
    let easy = "+++\ntitle = \"Versuch A\"\nsummary = \"Leicht.\"\n+++\n\nEin Nandu.\n";
    folder.0.insert("seiten/a.leicht.md".to_owned(), easy.to_owned());
    let app = TestApp::with(&folder).await;
    assert_eq!(found(&app, "/suche?q=okapis").await, ["Probe A"]);
    assert_eq!(found(&app, "/suche?q=nandus").await, ["Probe A"], "Leichte Sprache is German");
    assert!(found(&app, "/suche?q=wombat").await.is_empty());
    assert_eq!(found(&app, "/en/suche?q=wombats").await, ["Trial A"]);
    let german = app.page("/en/suche?q=okapi").await;
    assert_eq!(titles(&german), ["Trial A"]);
    assert_eq!(german.attributes(".search-snippet", "lang"), ["de"]);
}

#[tokio::test]
async fn what_a_page_says_outside_its_text_is_found_too() {
    let app = TestApp::new().await;
    for (query, title) in [
        ("Philharmonie", "Kongress ZukunftsBildung Ruhr 2018"),
        ("600 Personen Kongress", "Kongress ZukunftsBildung Ruhr 2018"),
        ("Kongress September 2018", "Kongress ZukunftsBildung Ruhr 2018"),
        ("Handlungsfeld 4", "Vielfalt"),
        ("Fachtag Essen", "Gemeinsam Chancen schaffen"),
    ] {
        let titles = found(&app, &format!("/suche?q={}", query.replace(' ', "+"))).await;
        assert!(titles.iter().any(|found| found.contains(title)), "{query} finds {titles:?}");
    }
}

#[tokio::test]
async fn shipped_content_is_found_as_expected_and_still_is_after_indexing_each_entry_anew() {
    let app = TestApp::new().await;
    expected::check(&app).await;
    // Both ways of writing the index lead to the same hits; their order within a month may differ.
    let mut tx = app.db.db.write().await.unwrap();
    let conn = &mut tx.conn();
    let ids: Vec<(EntryId,)> =
        db::on!(conn, |c| sqlx::query_as("SELECT id FROM entries WHERE kind = 'event'").fetch_all(c).await).unwrap();
    for (id,) in ids {
        index(conn, id).await;
    }
    tx.publish().await.unwrap();
    expected::check_counts(&app).await;
}

#[tokio::test]
async fn missing_or_outdated_index_is_made_at_the_start() {
    let app = TestApp::new().await;
    let before = found(&app, "/suche?q=kette").await;
    assert!(!before.is_empty());
    app.execute("DELETE FROM search_words").await;
    app.execute("UPDATE search_index SET rules = 0").await;
    testing::archive::index_if_missing(&app.db.db).await.unwrap();
    assert_eq!(found(&app, "/suche?q=kette&seite=1").await, before);
    // An index by the rules in force is left alone.
    app.execute("DELETE FROM search_documents").await;
    testing::archive::index_if_missing(&app.db.db).await.unwrap();
    assert!(found(&app, "/suche?q=kette&seite=01").await.is_empty());
}

#[tokio::test]
async fn hits_page_by_twenty_and_keep_words_and_filters() {
    let mut folder = testing::shipped();
    for number in 0..45 {
        let text = news(&format!("Probe {number:02}"), &format!("2019-{:02}-01", 1 + number % 12), "Ein Okapi & mehr.");
        folder.0.insert(format!("aktuelles/probe-{number:02}.md"), text);
    }
    let app = TestApp::with(&folder).await;
    let mut seen = Vec::new();
    for (number, size) in [(1, 20), (2, 20), (3, 5)] {
        let page = app.page(&format!("/suche?q=okapi+%26&art=news&seite={number}")).await;
        assert_eq!(titles(&page).len(), size);
        assert_eq!(page.text(".pager p"), format!("Seite {number} von 3"));
        assert_eq!(page.attributes(".search-hits", "start"), [format!("{}", number * 20 - 19)]);
        seen.extend(titles(&page));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 45, "each hit is on one page");
    let second = app.page("/suche?q=okapi+%26&art=news&seite=2").await;
    assert_eq!(second.attributes(".pager a[rel='next']", "href"), ["/suche?q=okapi%20%26&art=news&seite=3"]);
    let beyond = app.page("/suche?q=okapi&seite=9").await;
    assert!(titles(&beyond).is_empty() && beyond.text(".gap").contains("Blättern Sie zurück"));
}

#[tokio::test]
async fn words_are_marked_in_titles_and_snippets_and_never_as_markup() {
    let long = "Lorem ipsum dolor. ".repeat(60);
    let text = format!("{long} Die Quaggakette &lt;b&gt;x&lt;/b&gt; zieht. {long}");
    let app = TestApp::with(&with_pages(&[("a", "Ketten <i>heute</i>", &text)])).await;
    let page = app.page("/suche?q=quagga+kette").await;
    assert_eq!(page.texts("mark"), ["Ketten", "Quaggakette"]);
    assert_eq!(page.text(".search-title"), "Ketten <i>heute</i>");
    let snippet = page.text(".search-snippet");
    assert!(snippet.starts_with("… ") && snippet.ends_with(" …"), "{snippet}");
    assert!(snippet.contains("<b>x</b>") && snippet.chars().count() <= 250, "{snippet}");
}

#[tokio::test]
async fn empty_answer_helps() {
    let app = TestApp::with(&with_pages(&[("a", "Probe A", "Okapi"), ("b", "Probe B", "Quagga")])).await;
    let page = app.page("/suche?q=okapi+quagga").await;
    assert_eq!(page.text("h1"), "Keine Treffer für »okapi quagga«");
    assert_eq!(
        page.texts(".search-nothing > ul:first-of-type li"),
        ["»okapi« Treffer: 1", "»quagga« Treffer: 1"],
        "each word alone, with its number of hits"
    );
    let filtered = app.page("/suche?q=okapi&art=event").await;
    assert_eq!(filtered.texts(".search-nothing > ul:first-of-type li"), ["Dieselben Wörter ohne Filter Treffer: 1"]);
    let nothing = app.page("/suche?q=xyzxyzxyz").await;
    assert_eq!(nothing.texts(".search-tips li").len(), 3);
    assert!(nothing.attributes(".search-ways a", "href").contains(&"/kontakt".to_owned()));
    let nothing = app.page("/en/suche?q=xyzxyzxyz").await;
    assert!(nothing.attributes(".search-ways a", "href").contains(&"/en/kontakt".to_owned()));
}

#[tokio::test]
async fn search_pages_are_sound_and_only_the_empty_form_is_for_search_engines() {
    let app = TestApp::new().await;
    for (address, language, indexed) in [
        ("/suche", "de", true),
        ("/suche?q=", "de", true),
        ("/suche?q=%25", "de", false),
        ("/suche?q=kette", "de", false),
        ("/suche?q=schule&feld=vielfalt&seite=2", "de", false),
        ("/suche?q=empfelung", "de", false),
        ("/suche?q=xyzxyzxyz", "de", false),
        ("/en/suche", "en", true),
        ("/en/suche?q=congress", "en", false),
        ("/en/suche?q=school&jahr=2019", "en", false),
    ] {
        let page = app.page(address).await;
        assert_eq!(faults(&page, language), Vec::<String>::new(), "{address}");
        let robots = page.attributes("meta[name='robots']", "content");
        assert_eq!(robots.is_empty(), indexed, "{address}");
    }
}

#[tokio::test]
async fn every_page_leads_to_the_search_and_an_unknown_address_offers_it() {
    let app = TestApp::new().await;
    let page = app.page("/en/prozess").await;
    assert_eq!(page.attributes("header form[role='search']", "action"), ["/en/suche"]);
    assert_eq!(page.attributes("header .site-search-link", "href"), ["/en/suche"]);
    let lost = app.get("/gibt-es-nicht").await.page();
    assert_eq!(lost.attributes("main form[role='search']", "action"), ["/suche"]);
    assert_eq!(lost.text("main form[role='search'] label"), "Suchen Sie hier");
}

#[tokio::test]
async fn hostile_questions_get_a_page() {
    let app = TestApp::new().await;
    let long = "wort+".repeat(2_000);
    for query in [
        "%00",
        "a%00b",
        "%FF%FE",
        "%ED%A0%80",
        "%F0%9F%92%A9",
        "%25",
        "_",
        "%25%25_%27",
        "%27+OR+1%3D1--",
        "%22%22%22",
        "%C2%AD",
        "%E2%80%8B",
        "+",
        "*",
        "-",
        "(",
        "%5C",
        "%3Cscript%3E",
        "a%CC%88%CC%88%CC%88",
        "%E6%97%A5%E6%9C%AC",
        "0",
        "und",
        &long,
    ] {
        for prefix in ["", "/en"] {
            let reply = app.get(&format!("{prefix}/suche?q={query}&feld=%00&art=%FF&jahr=-99999&seite=-1")).await;
            assert_eq!(reply.status, StatusCode::OK, "{query}");
        }
    }
    for address in ["/suche?q=a&q=b", "/suche?q=a&seite=99999999999999999999", "/suche?jahr=9999999999&q=kita"] {
        let status = app.get(address).await.status;
        assert!(status == StatusCode::OK || status == StatusCode::BAD_REQUEST, "{address}: {status}");
    }
}
