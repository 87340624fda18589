//! The golden thread of the first instance: every step that its facts name is there, seen from
//! both ends and in both languages.

use base::Slug;
use golden_thread::Kind;
use testing::{Page, TestApp};

const PAPER: &str = "papiere/eckpunktepapier-2017";
const KICK_OFF: &str = "veranstaltungen/auftakt-2017";
const WORKSHOPS: &str = "veranstaltungen/werkstaetten-2018";
const CONGRESS: &str = "veranstaltungen/kongress-2018";
const HAND_OVER: &str = "uebergaben/uebergabe-der-empfehlungen-2019";
const REPLY: &str = "antworten/antwort-des-schulministeriums-2019";
const RUHR_KONFERENZ: &str = "projekte/ruhr-konferenz";
const FIELDS: [&str; 6] = [
    "handlungsfelder/digitalisierung",
    "handlungsfelder/potenzialfoerderung",
    "handlungsfelder/quartiersentwicklung",
    "handlungsfelder/vielfalt",
    "handlungsfelder/innovationslabore",
    "handlungsfelder/change-management",
];
const FORUMS: [&str; 6] = [
    "veranstaltungen/forum-1-digitalisierung",
    "veranstaltungen/forum-2-potenzialfoerderung",
    "veranstaltungen/forum-3-quartiersentwicklung",
    "veranstaltungen/forum-4-vielfalt",
    "veranstaltungen/forum-5-innovationslabore",
    "veranstaltungen/forum-6-change-management",
];
const RECOMMENDATIONS: [&str; 6] = [
    "empfehlungen/chancen-der-digitalisierung",
    "empfehlungen/bewaehrte-talentfoerderung",
    "empfehlungen/bildung-in-der-quartiersplanung",
    "empfehlungen/eltern-als-partner",
    "empfehlungen/innovative-formate",
    "empfehlungen/gemeinsame-regionale-strategie",
];

/// The single steps; those that exist once per field are added in [`steps`].
const STEPS: [(&str, &str); 17] = [
    (KICK_OFF, WORKSHOPS),
    (WORKSHOPS, CONGRESS),
    (FORUMS[3], "verabredungen/bildungspartnerschaften-mit-eltern"),
    ("verabredungen/bildungspartnerschaften-mit-eltern", "veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019"),
    ("veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019", "dokumentation/fachtag-gemeinsam-chancen-schaffen"),
    (CONGRESS, "veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020"),
    ("veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020", "dokumentation/fachtag-schulen-im-ruhrgebiet"),
    (FORUMS[1], "veranstaltungen/talentmesse-ruhr-2019"),
    (FORUMS[2], "veranstaltungen/werkstatt-quartierspapier-2019"),
    ("veranstaltungen/werkstatt-quartierspapier-2019", "papiere/positionspapier-quartiersentwicklung-2019"),
    ("papiere/positionspapier-quartiersentwicklung-2019", RUHR_KONFERENZ),
    (FORUMS[4], "veranstaltungen/wissensgipfel-ruhr-2019"),
    (FORUMS[4], "veranstaltungen/internationale-konferenz-2020"),
    (HAND_OVER, REPLY),
    (REPLY, RUHR_KONFERENZ),
    (RUHR_KONFERENZ, "meilensteine/ruhr-konferenz-74-projekte"),
    ("meilensteine/ruhr-konferenz-74-projekte", "projekte/projekte-der-ruhr-konferenz"),
];

fn steps() -> Vec<(&'static str, &'static str)> {
    let mut steps = STEPS.to_vec();
    for place in 0..6 {
        steps.push((PAPER, FIELDS[place]));
        steps.push((FIELDS[place], KICK_OFF));
        steps.push((CONGRESS, FORUMS[place]));
        steps.push((FORUMS[place], RECOMMENDATIONS[place]));
        steps.push((RECOMMENDATIONS[place], HAND_OVER));
    }
    steps
}

/// The public path of `folder/slug`.
fn path(reference: &str) -> String {
    let (folder, slug) = reference.split_once('/').unwrap();
    Kind::from_folder(folder).unwrap().path(&Slug::parse(slug).unwrap())
}

fn links_in(page: &Page, section: &str) -> Vec<String> {
    page.attributes(&format!("section[aria-labelledby='{section}'] .is-fan .path-title a"), "href")
}

#[tokio::test]
async fn every_step_of_the_thread_is_shown_from_both_ends_in_both_languages() {
    let app = TestApp::new().await;
    for prefix in ["", "/en"] {
        for (origin, outcome) in steps() {
            let (origin, outcome) = (format!("{prefix}{}", path(origin)), format!("{prefix}{}", path(outcome)));
            let page = app.page(&origin).await;
            let mut forwards = links_in(&page, "outcome");
            // The forums of the congress are not listed a second time below their own cards.
            forwards.extend(page.attributes(".fields h3 a", "href"));
            assert!(forwards.contains(&outcome), "{origin} does not show that {outcome} came of it: {forwards:?}");
            let backwards = links_in(&app.page(&outcome).await, "origin");
            assert!(backwards.contains(&origin), "{outcome} does not show that it came from {origin}: {backwards:?}");
        }
    }
}

#[tokio::test]
async fn whole_way_of_a_conference_day_leads_back_to_the_first_paper() {
    let app = TestApp::new().await;
    let page = app.page("/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019").await;
    let way = page.attributes("section[aria-labelledby='origin'] .path-more .path-title a", "href");
    for station in
        [PAPER, FIELDS[3], KICK_OFF, WORKSHOPS, CONGRESS, FORUMS[3], "verabredungen/bildungspartnerschaften-mit-eltern"]
    {
        assert!(way.contains(&path(station)), "{station} is missing on the way: {way:?}");
    }
    let place = |station: &str| way.iter().position(|link| *link == path(station));
    assert!(
        place(PAPER) < place(FIELDS[3]) && place(FIELDS[3]) < place(KICK_OFF),
        "fields have no date, but a place: {way:?}"
    );
    let titles = page.texts("section[aria-labelledby='origin'] .path-more .path-title");
    assert_eq!(titles.last().map(String::as_str), Some("Sie sind hier"));
}

#[tokio::test]
async fn gaps_are_shown_as_gaps() {
    let app = TestApp::new().await;
    let projects = app.page("/projekte/projekte-der-ruhr-konferenz").await;
    assert!(!projects.texts(".gap").is_empty(), "which projects came from the initiative is not on record");
    let english = app.page("/en/projekte/projekte-der-ruhr-konferenz").await;
    assert!(english.texts(".gap").iter().any(|gap| gap.contains("not on record")), "{:?}", english.texts(".gap"));
    let pilot = app.page("/projekte/individueller-beratungsplan").await;
    assert!(!pilot.texts("section.is-gap .gap").is_empty(), "its fate is not on record");
}

#[tokio::test]
async fn thread_page_holds_the_same_entries_in_picture_and_list() {
    let app = TestApp::new().await;
    for address in ["/faden", "/en/faden", "/faden?feld=vielfalt", "/faden?art=recommendation", "/faden?jahr=2019"] {
        let page = app.page(address).await;
        let mut list = page.attributes(".tree .path-title a", "href");
        list.sort();
        assert!(!list.is_empty(), "{address}");
        for picture in [".weave-wide svg a", ".weave-tall svg a"] {
            let mut knots = page.attributes(picture, "href");
            knots.sort();
            assert_eq!(knots, list, "{address} {picture}");
        }
    }
}

#[tokio::test]
async fn entry_without_a_step_after_it_says_since_when() {
    let app = TestApp::new().await;
    let page = app.page("/veranstaltungen/arbeitstreffen-potenzialfoerderung-2019").await;
    let gaps = page.texts("section[aria-labelledby='outcome'] .gap");
    assert_eq!(gaps.len(), 1, "{gaps:?}");
}
