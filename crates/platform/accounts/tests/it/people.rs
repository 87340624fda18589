//! People of the desk: invited, given roles, disabled; and who did what.

use std::collections::BTreeSet;

use accounts::{Grant, Role, Scope, SignInSettings};
use axum::http::{Request, StatusCode, header};
use jiff::SignedDuration;
use services::audit::AuditEvent;
use testing::html::faults;
use testing::{Letter, PUBLIC_URL, Someone, TestApp, cookie_of};

const INVITATION: [(&str, &str); 4] =
    [("name", "Berta Ölmann"), ("email", "berta@ort.example"), ("rolle", "editor"), ("geltung", "initiative")];

/// The invitation form with other values.
fn invitation<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = INVITATION.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.chain(changes).copied().collect()
}

async fn audit(app: &TestApp, deed: &str) -> i64 {
    app.number(&format!("SELECT COUNT(*) FROM audit WHERE deed = '{deed}'")).await
}

fn page_of(someone: &Someone<'_>) -> String {
    format!("/redaktion/personen/{}", someone.id)
}

/// What takes a role away that holds everywhere.
fn removal(role: Role) -> [(&'static str, &'static str); 3] {
    [("rolle", role.code()), ("geltung", "initiative"), ("eintrag", "")]
}

#[tokio::test]
async fn invited_person_comes_in_by_a_link_of_a_week() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    assert_eq!(faults(&boss.page("/redaktion/personen/einladung").await, "de"), Vec::<String>::new());
    let page = boss.post_and_follow("/redaktion/personen/einladung", &INVITATION).await;
    assert_eq!(page.text(".notice p"), "Die Einladung ist unterwegs.");
    assert_eq!(page.text("h1"), "Berta Ölmann");
    assert!(page.source.contains("eingeladen, noch nicht angemeldet"));
    let [letter]: [Letter; 1] = app.settle().await.try_into().expect("one mail");
    assert_eq!(letter.recipient, "berta@ort.example");
    assert!(letter.text.contains("Guten Tag, Berta Ölmann,") && letter.text.contains("sieben Tage"), "{}", letter.text);
    let link = letter.text.lines().find_map(|line| line.strip_prefix(PUBLIC_URL)).expect("a link").to_owned();
    app.clock.advance(SignedDuration::from_hours(24 * 7) - SignedDuration::from_secs(1));
    assert!(app.page(&link).await.source.contains("Guten Tag, Berta Ölmann!"), "the button can wait");
    let entered = app.press(Request::post(&link), &[]).await;
    assert_eq!(entered.header(header::LOCATION), "/redaktion");
    let request = Request::get("/redaktion/konto").header(header::COOKIE, cookie_of(&entered));
    assert_eq!(app.send(request).await.page().texts(".facts dd")[..2], ["Berta Ölmann", "berta@ort.example"]);
    assert_eq!(app.press(Request::post(&link), &[]).await.status, StatusCode::GONE);
    assert_eq!((audit(&app, "person_added").await, audit(&app, "role_granted").await), (2, 2));
}

#[tokio::test]
async fn invitation_with_faults_comes_back_and_invites_nobody() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let refused = async |changes: &[(&'static str, &'static str)]| {
        let reply = boss.post("/redaktion/personen/einladung", &invitation(changes)).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{changes:?}");
        let page = reply.page();
        assert_eq!(faults(&page, "de"), Vec::<String>::new());
        page.attributes(".error-summary a", "href")
    };
    assert_eq!(
        refused(&[("name", ""), ("email", "x"), ("rolle", "")]).await,
        ["#form-name", "#form-email", "#form-rolle"]
    );
    assert_eq!(refused(&[("email", "Person-1@ort.example")]).await, ["#form-email"], "somebody has this address");
    assert_eq!(refused(&[("email", "a@ort.example\r\nBcc: b@ort.example")]).await, ["#form-email"]);
    assert_eq!(refused(&[("rolle", "organiser")]).await, ["#form-geltung"], "an organiser works for somebody");
    assert_eq!(
        refused(&[("rolle", "administrator"), ("geltung", "handlungsfelder/vielfalt")]).await,
        ["#form-geltung"]
    );
    assert_eq!(refused(&[("geltung", "seite"), ("eintrag", "/mitwirkende/niemand")]).await, ["#form-eintrag"]);
    assert_eq!(refused(&[("geltung", "seite"), ("eintrag", "/aktuelles/x")]).await, ["#form-eintrag"]);
    assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 1);
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn role_can_be_limited_to_a_field_a_body_or_an_event() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_person(&[]).await;
    let roles = format!("{}/rollen", page_of(&anna));
    assert_eq!(faults(&boss.page(&roles).await, "de"), Vec::<String>::new());
    for (role, scope, entry, label) in [
        ("editor", "handlungsfelder/vielfalt", "", "Redaktion (04 Vielfalt)"),
        ("organiser", "seite", "https://zukunftsbildung.example/mitwirkende/ruhrfutur", "Veranstalten (RuhrFutur)"),
        (
            "facilitator",
            "seite",
            "/en/veranstaltungen/kongress-2018",
            "Moderation (Kongress ZukunftsBildung Ruhr 2018)",
        ),
    ] {
        let fields = [("rolle", role), ("geltung", scope), ("eintrag", entry)];
        let page = boss.post_and_follow(&roles, &fields).await;
        assert!(page.texts("tbody th").contains(&label.to_owned()), "{:?}", page.texts("tbody th"));
        let again = boss.post_and_follow(&roles, &fields).await;
        assert_eq!(again.text(".notice p"), "Das war schon so, geändert wurde nichts.");
    }
    assert_eq!(anna.page("/redaktion/konto").await.texts(".facts li").len(), 3);
    let page = boss.page(&page_of(&anna)).await;
    let form = "tbody tr:first-child form";
    let names = page.attributes(&format!("{form} input"), "name");
    let values = page.attributes(&format!("{form} input"), "value");
    let fields: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let action = page.attributes(form, "action").remove(0);
    let page = boss.post_and_follow(&action, &fields).await;
    assert_eq!(page.texts("tbody th").len(), 2);
    assert_eq!(boss.post_and_follow(&action, &fields).await.texts("tbody th").len(), 2, "taken twice is taken once");
    assert_eq!((audit(&app, "role_granted").await, audit(&app, "role_taken").await), (4, 1));
}

#[tokio::test]
async fn disabled_person_is_out_at_once_and_stays_out_until_enabled() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_role(Role::Editor).await;
    let page = boss.post_and_follow(&format!("{}/sperre", page_of(&anna)), &[]).await;
    assert_eq!(page.text(".notice p"), "Der Zugang ist gesperrt, alle Anmeldungen sind beendet.");
    assert_eq!(anna.get("/redaktion/konto").await.status, StatusCode::SEE_OTHER);
    let refused = boss.post(&format!("{}/anmeldelink", page_of(&anna)), &[]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    boss.post_and_follow(&format!("{}/freigabe", page_of(&anna)), &[]).await;
    assert_eq!(anna.get("/redaktion/konto").await.status, StatusCode::SEE_OTHER, "a session that ended has ended");
    boss.post_and_follow(&format!("{}/anmeldelink", page_of(&anna)), &[]).await;
    let letter = app.settle().await.remove(0);
    assert_eq!((letter.recipient, letter.subject.starts_with("Ihr Anmeldelink")), (anna.email.clone(), true));
    assert_eq!((audit(&app, "person_disabled").await, audit(&app, "person_enabled").await), (1, 1));
}

#[tokio::test]
async fn desk_always_keeps_an_administrator() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let lock = format!("{}/sperre", page_of(&boss));
    let take = format!("{}/entzug", page_of(&boss));
    // Somebody who was made an administrator and never came in does not count.
    boss.post_and_follow("/redaktion/personen/einladung", &invitation(&[("rolle", "administrator")])).await;
    app.settle().await;
    for (path, fields) in [(&lock, &[][..]), (&take, &removal(Role::Administrator)[..])] {
        let page = boss.post_and_follow(path, fields).await;
        assert!(page.text(".notice.is-warning p").starts_with("Das geht nicht"), "{path}");
    }
    let other = app.as_role(Role::Administrator).await;
    let gone = boss.post(&take, &removal(Role::Administrator)).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    assert_eq!(boss.get("/redaktion/personen").await.status, StatusCode::FORBIDDEN);
    assert_eq!(other.get("/redaktion/personen").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_administrators_who_disable_each_other_at_the_same_time_leave_one() {
    for _ in 0..5 {
        let app = TestApp::new().await;
        let (anna, ben) = (app.as_role(Role::Administrator).await, app.as_role(Role::Administrator).await);
        let (one, two) = (format!("{}/sperre", page_of(&ben)), format!("{}/sperre", page_of(&anna)));
        tokio::join!(anna.post(&one, &[]), ben.post(&two, &[]));
        assert_eq!(app.number("SELECT COUNT(*) FROM persons WHERE disabled_at IS NULL").await, 1);
    }
}

#[tokio::test]
async fn list_of_people_is_sorted_filtered_and_turned_by_fifty() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    for (number, name) in (0..).zip(["Ömer", "Zoe", "Otto", "Ada"]) {
        let email = format!("{number}@ort.example");
        let fields = invitation(&[("name", name), ("email", &email)]);
        boss.post_and_follow("/redaktion/personen/einladung", &fields).await;
    }
    app.settle().await;
    let page = boss.page("/redaktion/personen").await;
    assert_eq!(page.texts("tbody th"), ["Ada", "Ömer", "Otto", "Person 1", "Zoe"]);
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let page = boss.page("/en/redaktion/personen?rolle=administrator").await;
    assert_eq!((page.texts("tbody th"), page.text(".count")), (vec!["Person 1".to_owned()], "One person".to_owned()));
    assert_eq!(faults(&page, "en"), Vec::<String>::new());
    assert_eq!(
        boss.page("/redaktion/personen?rolle=facilitator").await.text(".gap"),
        "Zu dieser Auswahl gibt es niemanden."
    );
    for number in 10..60 {
        app.as_person(&[]).await;
        assert!(number > 0);
    }
    let page = boss.page("/redaktion/personen").await;
    assert_eq!((page.texts("tbody th").len(), page.text(".count")), (50, "55 Personen".to_owned()));
    assert_eq!(boss.page("/redaktion/personen?seite=2").await.texts("tbody th").len(), 5);
}

#[tokio::test]
async fn person_that_does_not_exist_is_no_page() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let nobody = "/redaktion/personen/01a20846-fe00-7000-8000-0000000fffff";
    for path in [
        nobody,
        "/redaktion/personen/x",
        &format!("{nobody}/rollen"),
        &format!("{nobody}/angaben"),
        &format!("{nobody}/loeschung"),
    ] {
        assert_eq!(boss.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for (path, fields) in [
        ("sperre", &[][..]),
        ("freigabe", &[][..]),
        ("anmeldelink", &[][..]),
        ("angaben", &[("name", "Anna"), ("email", "anna@ort.example")][..]),
        ("loeschung", &[][..]),
        ("entzug", &removal(Role::Editor)[..]),
        ("rollen", &[("rolle", "editor"), ("geltung", "initiative")][..]),
    ] {
        assert_eq!(boss.post(&format!("{nobody}/{path}"), fields).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn log_tells_who_did_what_day_by_day() {
    let app = TestApp::offering(&SignInSettings { password: true, oidc: None }).await;
    let boss = app.as_role(Role::Administrator).await;
    let anna = app.as_person(&[]).await;
    app.clock.advance(SignedDuration::from_hours(6));
    let fields = [("rolle", "editor"), ("geltung", "handlungsfelder/vielfalt")];
    boss.post_and_follow(&format!("{}/rollen", page_of(&anna)), &fields).await;
    app.clock.advance(SignedDuration::from_hours(11));
    let wrong = [("email", "niemand@ort.example"), ("passwort", "falsch")];
    app.press(Request::post("/anmelden/passwort"), &wrong).await;
    let page = boss.page("/redaktion/protokoll").await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    assert_eq!(page.texts("main h2"), ["Dienstag, 24. November 2026", "Montag, 23. November 2026"]);
    assert_eq!(page.texts("tbody tr").len(), 7);
    assert_eq!(page.texts("tbody tr").remove(0), "6:00 UhrunbekanntAnmeldung abgewiesenPasswort");
    let granted = boss.page("/redaktion/protokoll?tat=role_granted").await;
    assert_eq!(granted.texts("tbody td:last-child")[0], "Person 2: Redaktion (handlungsfelder/vielfalt)");
    assert_eq!(granted.attributes("tbody td:last-child a", "href")[0], page_of(&anna));
    let mine = boss.page(&format!("/en/redaktion/protokoll?person={}", anna.id)).await;
    assert_eq!(mine.texts("tbody th"), ["Person 2"]);
    assert_eq!(faults(&mine, "en"), Vec::<String>::new());
    let protection = app.as_role(Role::DataProtection).await;
    let page = protection.page("/redaktion/protokoll").await;
    assert_eq!(page.attributes("tbody a", "href"), Vec::<String>::new(), "people's pages are not for everybody");
}

#[tokio::test]
async fn act_of_a_slice_that_this_program_does_not_have_is_shown_with_its_code_and_without_a_link() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    boss.post_and_follow("/redaktion/personen/einladung", &INVITATION).await;
    app.execute("UPDATE audit SET deed = 'seat_given', subject = 'plaetze/7' WHERE deed = 'person_added'").await;
    let page = boss.page("/redaktion/protokoll").await;
    assert!(page.texts("tbody td").contains(&"etwas, das es hier nicht mehr gibt (seat_given)".to_owned()));
    assert!(page.texts("tbody td").contains(&"Berta Ölmann".to_owned()));
    let links = page.attributes("tbody a", "href");
    assert!(links.iter().all(|link| link.starts_with("/redaktion/personen/")), "{links:?}");
    let chosen = boss.page("/redaktion/protokoll?tat=seat_given").await;
    assert_eq!(chosen.texts("tbody tr").len(), page.texts("tbody tr").len(), "nothing offers this choice");
    app.settle().await;
}

#[tokio::test]
async fn log_offers_the_events_of_all_slices_by_name() {
    let app = TestApp::new().await;
    let boss = app.as_role(Role::Administrator).await;
    let page = boss.page("/redaktion/protokoll").await;
    let codes: BTreeSet<String> = page.attributes("#event option", "value").into_iter().collect();
    let declared = AuditEvent::all().iter().map(|event| event.code().to_owned());
    assert_eq!(codes, declared.chain([String::new()]).collect());
    // Rows in databases hold these; a code that is lost here loses its words.
    let known = "address_changed brought_back described exported job_dismissed job_retried link_shown person_added person_deleted person_disabled \
                 person_enabled person_renamed published replaced role_granted role_taken setting_changed sign_in_refused \
                 signed_in uploaded way_added way_removed withdrawn";
    assert!(known.split(' ').all(|code| codes.contains(code)), "{codes:?}");
    let names = page.texts("#event option");
    assert!(names[1..].is_sorted_by_key(|name| name.to_lowercase()), "{names:?}");
}

#[tokio::test]
async fn menu_of_the_desk_shows_what_a_person_may_open() {
    let app = TestApp::new().await;
    let field = Grant::new(Role::Editor, Scope::Initiative).unwrap();
    let areas = async |grants: &[Grant]| {
        let someone = app.as_person(grants).await;
        let page = someone.page("/redaktion/konto").await;
        assert_eq!(
            page.attributes(".desk-areas a[href='/redaktion/personen']", "href").len(),
            usize::from(grants.iter().any(|grant| grant.role == Role::Administrator))
        );
        page.text(".desk-person summary")
    };
    assert!(areas(&[field]).await.contains("Person 1"));
    assert!(areas(&[Grant::new(Role::Administrator, Scope::Initiative).unwrap()]).await.contains("Person 2"));
}
