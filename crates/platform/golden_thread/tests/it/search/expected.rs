//! What questions about the shipped content must find: how many entries, and which first.

use testing::TestApp;

/// Address, number of hits, and the paths of the first three.
const EXPECTED: &[(&str, usize, [&str; 3])] = &[
    (
        "/suche?q=kette",
        3,
        [
            "/prozess/phasen/auftakt-und-werkstaetten",
            "/veranstaltungen/auftakt-2017",
            "/aktuelles/auftakt-fuer-zukunftsbildung",
        ],
    ),
    (
        "/suche?q=Bildungskette",
        3,
        [
            "/prozess/phasen/auftakt-und-werkstaetten",
            "/veranstaltungen/auftakt-2017",
            "/aktuelles/auftakt-fuer-zukunftsbildung",
        ],
    ),
    (
        "/suche?q=Kongress",
        28,
        ["/prozess/phasen/kongress", "/veranstaltungen/kongress-2018", "/aktuelles/kongress-zukunftsbildung-ruhr"],
    ),
    (
        "/suche?q=Kongress+2018",
        24,
        [
            "/veranstaltungen/kongress-2018",
            "/mitwirkende/bildungsfestival-2018",
            "/aktuelles/kongress-zukunftsbildung-ruhr",
        ],
    ),
    (
        "/suche?q=Kongress+ZukunftsBildung+Ruhr+2018",
        15,
        ["/veranstaltungen/kongress-2018", "/mitwirkende/bildungsfestival-2018", "/seiten/was-ist-zukunftsbildung"],
    ),
    (
        "/suche?q=Empfehlung",
        17,
        [
            "/papiere/empfehlungen-2019",
            "/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
            "/aktuelles/empfehlungen-an-das-land-uebergeben",
        ],
    ),
    (
        "/suche?q=Empfehlungen",
        17,
        [
            "/papiere/empfehlungen-2019",
            "/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
            "/aktuelles/empfehlungen-an-das-land-uebergeben",
        ],
    ),
    (
        "/suche?q=Empfelung",
        17,
        [
            "/papiere/empfehlungen-2019",
            "/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
            "/aktuelles/empfehlungen-an-das-land-uebergeben",
        ],
    ),
    (
        "/suche?q=Verabredungen",
        13,
        ["/seiten/was-ist-zukunftsbildung", "/prozess/phasen/kongress", "/prozess/phasen/verstetigung"],
    ),
    (
        "/suche?q=Eltern",
        10,
        [
            "/aktuelles/fachtag-eltern-als-partner",
            "/empfehlungen/eltern-als-partner",
            "/leitfragen/was-aendert-sich-fuer-kinder",
        ],
    ),
    (
        "/suche?q=Eltern+Schule",
        3,
        [
            "/empfehlungen/eltern-als-partner",
            "/handlungsfelder/vielfalt",
            "/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
        ],
    ),
    (
        "/suche?q=Schulen",
        39,
        [
            "/dokumentation/fachtag-schulen-im-ruhrgebiet",
            "/veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020",
            "/aktuelles/fachtag-fuer-die-zukunft-lernen",
        ],
    ),
    ("/suche?q=Grundschule", 1, ["/mitwirkende/grundschule-in-muelheim-styrum", "", ""]),
    (
        "/suche?q=Kita",
        4,
        ["/leitfragen/was-leisten-ankerorte", "/ziele/starke-zusammenarbeit", "/handlungsfelder/quartiersentwicklung"],
    ),
    (
        "/suche?q=Hochschule",
        11,
        [
            "/mitwirkende/westfaelische-hochschule",
            "/leitfragen/was-hat-die-region-von-ihren-hochschulen",
            "/leitfragen/welche-probleme-loesen-alle-nur-gemeinsam",
        ],
    ),
    (
        "/suche?q=Universit%C3%A4t",
        5,
        ["/mitwirkende/folkwang-universitaet", "/mitwirkende/tu-dortmund", "/mitwirkende/universitaet-duisburg-essen"],
    ),
    (
        "/suche?q=Universitaet",
        5,
        ["/mitwirkende/folkwang-universitaet", "/mitwirkende/tu-dortmund", "/mitwirkende/universitaet-duisburg-essen"],
    ),
    (
        "/suche?q=Digitalisierung",
        11,
        [
            "/handlungsfelder/digitalisierung",
            "/empfehlungen/chancen-der-digitalisierung",
            "/veranstaltungen/forum-1-digitalisierung",
        ],
    ),
    (
        "/suche?q=Vielfalt",
        15,
        ["/handlungsfelder/vielfalt", "/veranstaltungen/forum-4-vielfalt", "/ziele/lebendige-vielfalt"],
    ),
    (
        "/suche?q=Potenzialf%C3%B6rderung",
        15,
        [
            "/handlungsfelder/potenzialfoerderung",
            "/veranstaltungen/arbeitstreffen-potenzialfoerderung-2019",
            "/veranstaltungen/forum-2-potenzialfoerderung",
        ],
    ),
    (
        "/suche?q=Quartier",
        14,
        [
            "/empfehlungen/bildung-in-der-quartiersplanung",
            "/handlungsfelder/quartiersentwicklung",
            "/veranstaltungen/werkstatt-quartierspapier-2019",
        ],
    ),
    (
        "/suche?q=Innovation",
        18,
        [
            "/handlungsfelder/innovationslabore",
            "/veranstaltungen/internationale-konferenz-2020",
            "/veranstaltungen/forum-5-innovationslabore",
        ],
    ),
    (
        "/suche?q=Ruhrkonferenz",
        19,
        ["/projekte/ruhr-konferenz", "/mitwirkende/staatskanzlei-nrw", "/projekte/projekte-der-ruhr-konferenz"],
    ),
    (
        "/suche?q=Ruhr-Konferenz",
        22,
        ["/projekte/ruhr-konferenz", "/mitwirkende/staatskanzlei-nrw", "/projekte/projekte-der-ruhr-konferenz"],
    ),
    (
        "/suche?q=Stiftung+Mercator",
        3,
        [
            "/mitwirkende/stiftung-mercator",
            "/veranstaltungen/kongress-2018",
            "/prozess/meilensteine/partner-und-foerderer-gewonnen",
        ],
    ),
    (
        "/suche?q=Essen",
        28,
        ["/mitwirkende/philharmonie-essen", "/mitwirkende/stadt-essen", "/mitwirkende/universitaet-duisburg-essen"],
    ),
    (
        "/suche?q=Gelsenkirchen",
        14,
        [
            "/mitwirkende/agentur-fuer-arbeit-gelsenkirchen",
            "/mitwirkende/stadt-gelsenkirchen",
            "/mitwirkende/wissenschaftspark-gelsenkirchen",
        ],
    ),
    (
        "/suche?q=M%C3%BClheim",
        2,
        ["/mitwirkende/grundschule-in-muelheim-styrum", "/mitwirkende/luisenschule-muelheim", ""],
    ),
    ("/suche?q=Muelheim", 2, ["/mitwirkende/grundschule-in-muelheim-styrum", "/mitwirkende/luisenschule-muelheim", ""]),
    (
        "/suche?q=Talente",
        35,
        [
            "/projekte/talentkolleg-ruhr-als-vorbild",
            "/mitwirkende/nrw-zentrum-fuer-talentfoerderung",
            "/mitwirkende/talentmetropole-ruhr",
        ],
    ),
    (
        "/suche?q=Talentf%C3%B6rderung",
        3,
        [
            "/mitwirkende/nrw-zentrum-fuer-talentfoerderung",
            "/empfehlungen/bewaehrte-talentfoerderung",
            "/mitwirkende/westfaelische-hochschule",
        ],
    ),
    ("/suche?q=600", 2, ["/veranstaltungen/kongress-2018", "/presse/gemeinsame-mitteilung-vor-dem-kongress", ""]),
    (
        "/suche?q=Leitfrage",
        23,
        [
            "/leitfragen/in-welchen-formaten-klappt-zusammenarbeit",
            "/leitfragen/wann-nuetzt-digitales-lernen",
            "/leitfragen/was-aendert-sich-fuer-kinder",
        ],
    ),
    (
        "/suche?q=Fachtag",
        21,
        [
            "/veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020",
            "/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
            "/aktuelles/fachtag-eltern-als-partner",
        ],
    ),
    (
        "/suche?q=Fachtag+2019",
        8,
        [
            "/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
            "/aktuelles/fachtag-eltern-als-partner",
            "/mitwirkende/haus-der-technik",
        ],
    ),
    ("/suche?q=Ministerium", 17, ["/mitwirkende/mags-nrw", "/mitwirkende/mkffi-nrw", "/mitwirkende/msb-nrw"]),
    (
        "/suche?q=Schulministerium",
        4,
        [
            "/empfehlungen/antworten/antwort-des-schulministeriums-2019",
            "/veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020",
            "/aktuelles/fachtag-fuer-die-zukunft-lernen",
        ],
    ),
    ("/suche?q=Sozialindex", 0, ["", "", ""]),
    (
        "/suche?q=Land",
        21,
        [
            "/papiere/empfehlungen-2019",
            "/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
            "/aktuelles/empfehlungen-an-das-land-uebergeben",
        ],
    ),
    (
        "/suche?q=RVR",
        5,
        [
            "/mitwirkende/regionalverband-ruhr",
            "/mitwirkende/komet",
            "/aktuelles/konferenz-zur-innovationslandschaft-geplant",
        ],
    ),
    ("/suche?q=offene+Verabredung", 1, ["/seiten/was-ist-zukunftsbildung", "", ""]),
    (
        "/suche?q=Kongres",
        28,
        ["/veranstaltungen/kongress-2018", "/aktuelles/kongress-zukunftsbildung-ruhr", "/prozess/phasen/kongress"],
    ),
    (
        "/suche?q=Zusammenarbeit",
        9,
        [
            "/projekte/zusammenarbeit-mit-komet",
            "/leitfragen/in-welchen-formaten-klappt-zusammenarbeit",
            "/leitfragen/woran-erkennt-man-gute-zusammenarbeit",
        ],
    ),
    (
        "/suche?q=Handlungsfeld+4",
        4,
        [
            "/handlungsfelder/vielfalt",
            "/veranstaltungen/kongress-2018",
            "/verabredungen/bildungspartnerschaften-mit-eltern",
        ],
    ),
    ("/suche?q=xyzxyzxyz", 0, ["", "", ""]),
    (
        "/en/suche?q=recommendations",
        17,
        [
            "/en/papiere/empfehlungen-2019",
            "/en/empfehlungen/uebergaben/uebergabe-der-empfehlungen-2019",
            "/en/aktuelles/empfehlungen-an-das-land-uebergeben",
        ],
    ),
    (
        "/en/suche?q=school",
        25,
        [
            "/en/mitwirkende/grundschule-in-muelheim-styrum",
            "/en/empfehlungen/antworten/antwort-des-schulministeriums-2019",
            "/en/leitfragen/was-leisten-ankerorte",
        ],
    ),
    (
        "/en/suche?q=parents",
        9,
        [
            "/en/aktuelles/fachtag-eltern-als-partner",
            "/en/empfehlungen/eltern-als-partner",
            "/en/leitfragen/was-aendert-sich-fuer-kinder",
        ],
    ),
    (
        "/en/suche?q=Verabredung",
        13,
        [
            "/en/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
            "/en/aktuelles/fachtag-eltern-als-partner",
            "/en/verabredungen/bildungspartnerschaften-mit-eltern",
        ],
    ),
    (
        "/en/suche?q=congres",
        26,
        [
            "/en/veranstaltungen/kongress-2018",
            "/en/aktuelles/kongress-zukunftsbildung-ruhr",
            "/en/prozess/phasen/kongress",
        ],
    ),
    (
        "/suche?q=Bildung&art=event",
        7,
        [
            "/veranstaltungen/fachtag-schulen-im-ruhrgebiet-2020",
            "/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
            "/veranstaltungen/werkstatt-quartierspapier-2019",
        ],
    ),
    (
        "/suche?q=Bildung&feld=vielfalt",
        4,
        [
            "/verabredungen/bildungspartnerschaften-mit-eltern",
            "/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
            "/empfehlungen/eltern-als-partner",
        ],
    ),
    (
        "/suche?q=Bildung&jahr=2019",
        13,
        [
            "/empfehlungen/bildung-in-der-quartiersplanung",
            "/veranstaltungen/fachtag-gemeinsam-chancen-schaffen-2019",
            "/papiere/empfehlungen-2019",
        ],
    ),
    (
        "/suche?q=Schule&art=event&jahr=2018",
        2,
        ["/veranstaltungen/forum-2-potenzialfoerderung", "/veranstaltungen/forum-5-innovationslabore", ""],
    ),
    (
        "/suche?q=Kitas",
        4,
        ["/leitfragen/was-leisten-ankerorte", "/ziele/starke-zusammenarbeit", "/handlungsfelder/quartiersentwicklung"],
    ),
    (
        "/suche?q=Foren",
        43,
        [
            "/veranstaltungen/ruhr-konferenz-forum-beste-chancen-2019",
            "/veranstaltungen/forum-1-digitalisierung",
            "/veranstaltungen/forum-2-potenzialfoerderung",
        ],
    ),
    (
        "/suche?q=Themenforum+4",
        6,
        ["/veranstaltungen/forum-4-vielfalt", "/handlungsfelder/vielfalt", "/veranstaltungen/kongress-2018"],
    ),
    (
        "/suche?q=Zentren",
        2,
        ["/mitwirkende/nrw-zentrum-fuer-talentfoerderung", "/mitwirkende/westfaelische-hochschule", ""],
    ),
];

/// Asks every question.
pub(super) async fn check(app: &TestApp) {
    let mut wrong = Vec::new();
    for (address, count, first) in EXPECTED {
        let (found, paths) = ask(app, address).await;
        if found != *count || paths != *first {
            wrong.push(format!("    (\"{address}\", {found}, {paths:?}),"));
        }
    }
    assert!(wrong.is_empty(), "found instead:\n{}", wrong.join("\n"));
}

/// Asks every question and looks at the numbers alone.
pub(super) async fn check_counts(app: &TestApp) {
    for (address, count, _) in EXPECTED {
        // Another address, so that no answer of before is shown.
        let (found, _) = ask(app, &format!("{address}&seite=1")).await;
        assert_eq!(found, *count, "{address}");
    }
}

/// How many hits the heading says there are, and the paths of the first three; empty where there are fewer.
async fn ask(app: &TestApp, address: &str) -> (usize, [String; 3]) {
    let page = app.page(address).await;
    let heading = page.text("h1");
    let count = match heading.split(' ').next().unwrap_or_default() {
        "Keine" | "No" => 0,
        "Ein" | "One" => 1,
        number => number.parse().unwrap(),
    };
    let mut paths = page.attributes(".search-title a", "href").into_iter();
    (count, std::array::from_fn(|_| paths.next().unwrap_or_default()))
}
