//! Signing in: a link that works once, a session that nobody can be made to use, the same answer for
//! everybody who asks.

use std::net::IpAddr;

use accounts::{LINKS, Role, SignInSettings, directory, session};
use axum::http::{Request, StatusCode, header};
use base::{Ids, Now};
use jiff::SignedDuration;
use testing::html::faults;
use testing::{Letter, PUBLIC_URL, Reply, TestApp, cookie_of, encoded};
use web::Peer;

const COOKIE: &str = "__Host-session";

/// The sign-in form, sent from some computer.
async fn ask(app: &TestApp, query: &str, email: &str, from: &str) -> Reply {
    let path = format!("/anmelden{query}");
    let action = app.page(&path).await.attributes("form.form", "action").remove(0);
    let peer = Peer(from.parse::<IpAddr>().unwrap());
    let request = Request::post(action).header("sec-fetch-site", "same-origin").extension(peer);
    app.send_form(request, encoded(&[("email", email)])).await
}

/// The path of the link in a mail.
fn link_in(letter: &Letter) -> String {
    let line = letter.text.lines().find(|line| line.starts_with(PUBLIC_URL)).expect("a link in the mail");
    line[PUBLIC_URL.len()..].to_owned()
}

/// The path of a fresh link, as the command line makes it.
async fn link(app: &TestApp, email: &str) -> String {
    let ids = Ids::new(app.clock.clone());
    directory::link(&app.db.db, Now::new(&app.clock, &ids), &email.parse().unwrap()).await.unwrap()
}

/// Whether a cookie opens the desk.
async fn opens(app: &TestApp, cookie: &str) -> bool {
    let reply = app.send(Request::get("/redaktion/konto").header(header::COOKIE, cookie)).await;
    assert!(reply.status == StatusCode::OK || reply.status == StatusCode::SEE_OTHER, "{}", reply.status);
    reply.status == StatusCode::OK
}

async fn sessions(app: &TestApp) -> i64 {
    app.number("SELECT COUNT(*) FROM sessions").await
}

#[tokio::test]
async fn mailed_link_signs_in_when_its_button_is_pressed() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    app.execute("DELETE FROM sessions").await;
    let reply = ask(&app, "?weiter=/redaktion/konto", &anna.email.to_uppercase(), "192.0.2.1").await;
    assert_eq!((reply.status, reply.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/anmelden/unterwegs"));
    let [letter]: [Letter; 1] = app.settle().await.try_into().expect("one mail");
    assert_eq!(
        (letter.recipient.as_str(), letter.subject.as_str()),
        (&*anna.email, "Ihr Anmeldelink für ZukunftsBildung Ruhr")
    );
    assert!(
        letter.text.contains("15 Minuten") && letter.text.contains("\n-- \nZukunftsBildung Ruhr\n"),
        "{}",
        letter.text
    );
    let link = link_in(&letter);
    // Programs look at mails before people do.
    for _ in 0..3 {
        let seen = app.get(&link).await;
        assert_eq!((seen.status, seen.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
        assert!(seen.headers.get(header::SET_COOKIE).is_none());
        assert_eq!(faults(&seen.page(), "de"), Vec::<String>::new());
    }
    let head = Request::head(&link);
    assert_eq!((app.send(head).await.status, sessions(&app).await), (StatusCode::OK, 0));
    let entered = app.press(Request::post(&link), &[]).await;
    assert_eq!(entered.header(header::LOCATION), "/redaktion/konto");
    let given = entered.header(header::SET_COOKIE);
    assert!(
        given.starts_with("__Host-session=")
            && given.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"),
        "{given}"
    );
    assert!(opens(&app, &cookie_of(&entered)).await);
}

#[tokio::test]
async fn link_works_once_and_for_fifteen_minutes() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let used = link(&app, &anna.email).await;
    assert_eq!(app.press(Request::post(&used), &[]).await.status, StatusCode::SEE_OTHER);
    let late = link(&app, &anna.email).await;
    app.clock.advance(SignedDuration::from_secs(15 * 60 - 1));
    assert_eq!(app.get(&late).await.status, StatusCode::OK);
    app.clock.advance(SignedDuration::from_secs(1));
    let before = sessions(&app).await;
    let never = format!("/anmelden/link/{}", "ab".repeat(32));
    for gone in [&used, &late, &never, "/anmelden/link/x", "/en/anmelden/link/%00"] {
        for reply in [app.get(gone).await, app.press(Request::post(gone), &[]).await] {
            assert_eq!(reply.status, StatusCode::GONE, "{gone}");
            assert!(reply.headers.get(header::SET_COOKIE).is_none());
            let language = if gone.starts_with("/en/") { "en" } else { "de" };
            assert_eq!(faults(&reply.page(), language), Vec::<String>::new());
        }
    }
    assert_eq!(sessions(&app).await, before);
    assert_eq!(app.number("SELECT COUNT(*) FROM audit WHERE deed = 'sign_in_refused'").await, 0);
}

#[tokio::test]
async fn link_pressed_twice_at_the_same_moment_signs_in_once() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let link = link(&app, &anna.email).await;
    let before = sessions(&app).await;
    let press = || app.press(Request::post(&link), &[]);
    let replies = tokio::join!(press(), press(), press(), press());
    let mut statuses = [replies.0.status, replies.1.status, replies.2.status, replies.3.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE, StatusCode::GONE, StatusCode::GONE]);
    assert_eq!(sessions(&app).await, before + 1);
}

#[tokio::test]
async fn known_unknown_and_disabled_addresses_get_the_same_answer() {
    let app = TestApp::new().await;
    let known = app.as_role(Role::Administrator).await;
    let disabled = app.as_role(Role::Editor).await;
    let ids = Ids::new(app.clock.clone());
    directory::disable(&app.db.db, Now::new(&app.clock, &ids), &disabled.email.parse().unwrap()).await.unwrap();
    let mut answers = Vec::new();
    for email in [&known.email, &disabled.email, "niemand@ort.example"] {
        let jobs = app.number("SELECT COUNT(*) FROM jobs").await;
        let reply = ask(&app, "", email, "192.0.2.1").await;
        assert_eq!(app.number("SELECT COUNT(*) FROM jobs").await, jobs + 1, "the same work for each");
        let shown = app.get(reply.header(header::LOCATION)).await;
        answers.push((reply.status, reply.headers.clone(), reply.bytes, shown.bytes));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    let recipients: Vec<String> = app.settle().await.into_iter().map(|letter| letter.recipient).collect();
    assert_eq!(recipients, [known.email]);
}

#[tokio::test]
async fn session_that_a_browser_brings_along_is_never_taken_over() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let planted = format!("{COOKIE}={}", "0123456789abcdef".repeat(4));
    let enter = async |cookie: &str| {
        let request = Request::post(link(&app, &anna.email).await).header(header::COOKIE, cookie);
        cookie_of(&app.press(request, &[]).await)
    };
    let fresh = enter(&planted).await;
    assert_ne!(fresh, planted);
    assert!(opens(&app, &fresh).await && !opens(&app, &planted).await);
    let next = enter(&fresh).await;
    assert_ne!(next, fresh);
    assert!(opens(&app, &next).await && !opens(&app, &fresh).await, "a new sign-in ends the session before it");
    assert!(opens(&app, &anna.cookie).await, "other browsers stay");
}

#[tokio::test]
async fn database_holds_no_secret_with_which_one_could_come_in() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let link = link(&app, &anna.email).await;
    for (column, table, secret) in [
        ("secret_hash", "sessions", anna.cookie.split_once('=').unwrap().1),
        ("secret_hash", "passes", link.rsplit_once('/').unwrap().1),
    ] {
        let found = format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%{secret}%'");
        assert_eq!(app.number(&found).await, 0, "{table}");
        assert_eq!(app.number(&format!("SELECT COUNT(*) FROM {table} WHERE LENGTH({column}) <> 64")).await, 0);
    }
}

#[tokio::test]
async fn one_account_gets_few_links_an_hour_whoever_asks_but_always_has_one_that_works() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    app.execute("DELETE FROM passes").await;
    let (mut mails, mut newest) = (0, String::new());
    for minute in 0..60 {
        let reply = ask(&app, "", &anna.email, &format!("192.0.2.{minute}")).await;
        assert_eq!(reply.header(header::LOCATION), "/anmelden/unterwegs", "the answer does not tell");
        for letter in app.settle().await {
            (mails, newest) = (mails + 1, link_in(&letter));
        }
        assert_eq!(app.get(&newest).await.status, StatusCode::OK, "minute {minute}");
        app.clock.advance(SignedDuration::from_mins(1));
    }
    assert_eq!(mails, LINKS);
}

#[tokio::test]
async fn form_without_a_sound_address_comes_back() {
    let app = TestApp::new().await;
    for (typed, language) in [("", "de"), ("anna", "de"), ("a@b.example\r\nBcc: c@d.example", "de")] {
        let reply = ask(&app, "", typed, "192.0.2.1").await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let page = reply.page();
        assert_eq!(page.attributes(".error-summary a", "href"), ["#form-email"]);
        assert_eq!(faults(&page, language), Vec::<String>::new());
    }
    assert_eq!(faults(&app.page("/en/anmelden").await, "en"), Vec::<String>::new());
    assert_eq!(app.settle().await, []);
}

#[tokio::test]
async fn after_signing_in_one_goes_to_a_page_of_ours_only() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    for (query, onward) in [
        ("?weiter=/en/redaktion/konto%3Fx%3Dy", "/en/redaktion/konto?x=y"),
        ("?weiter=https://evil.example", "/redaktion"),
        ("?weiter=//evil.example", "/redaktion"),
        ("?weiter=/%5Cevil.example", "/redaktion"),
        ("?weiter=/%09/evil.example", "/redaktion"),
        ("", "/redaktion"),
    ] {
        app.execute("DELETE FROM passes").await;
        ask(&app, query, &anna.email, "192.0.2.7").await;
        let link = link_in(&app.settle().await[0]);
        assert_eq!(app.press(Request::post(link), &[]).await.header(header::LOCATION), onward, "{query}");
        let already = anna.get(&format!("/anmelden{query}")).await;
        assert_eq!(already.header(header::LOCATION), onward, "{query}");
    }
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_door_and_back() {
    let app = TestApp::new().await;
    let led = app.get("/en/redaktion/personen?rolle=editor&seite=2").await;
    assert_eq!(led.status, StatusCode::SEE_OTHER);
    assert_eq!(led.header(header::LOCATION), "/en/anmelden?weiter=/en/redaktion/personen%3Frolle%3Deditor%26seite%3D2");
    let told = app.press(Request::post("/redaktion/konto/abmeldungen"), &[("sitzung", "andere")]).await;
    assert_eq!(told.status, StatusCode::FORBIDDEN);
    let page = told.page();
    assert_eq!(page.text("h1"), "Sie sind nicht mehr angemeldet.");
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
}

#[tokio::test]
async fn session_ends_after_half_a_day_without_use_and_after_thirty_days() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    app.clock.advance(session::IDLE - SignedDuration::from_secs(1));
    assert!(opens(&app, &anna.cookie).await);
    app.clock.advance(session::IDLE);
    assert!(!opens(&app, &anna.cookie).await, "a night without use");
    let cookie = app.sign_in(&anna.email).await;
    let step = SignedDuration::from_hours(8);
    let mut lasted = SignedDuration::ZERO;
    while lasted + step < session::LONGEST {
        app.clock.advance(step);
        lasted += step;
        assert!(opens(&app, &cookie).await, "after {lasted}");
    }
    app.clock.advance(step);
    assert!(!opens(&app, &cookie).await, "thirty days");
    app.settle().await;
    assert_eq!(sessions(&app).await, 0, "what holds no longer is removed");
}

#[tokio::test]
async fn person_sees_where_they_are_signed_in_and_ends_what_they_like() {
    let app = TestApp::new().await;
    let anna = app.as_role(Role::Editor).await;
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    let request = Request::post(link(&app, &anna.email).await).header(header::USER_AGENT, agent);
    let second = cookie_of(&app.press(request, &[]).await);
    let third = app.sign_in(&anna.email).await;
    let page = anna.page("/redaktion/konto").await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let devices = page.texts("#sessions ~ table tbody th");
    assert_eq!(devices.iter().filter(|device| device.as_str() == "Firefox, Linux").count(), 1, "{devices:?}");
    assert_eq!(devices.iter().filter(|device| device.ends_with("dieses Gerät")).count(), 1, "{devices:?}");
    let ids = page.attributes("#sessions ~ table input[name='sitzung']", "value");
    let firefox = devices.iter().position(|device| device == "Firefox, Linux").unwrap();
    let page = anna.post_and_follow("/redaktion/konto/abmeldungen", &[("sitzung", &ids[firefox])]).await;
    assert_eq!(page.text(".notice"), "Die Anmeldung ist beendet.");
    assert!(!opens(&app, &second).await && opens(&app, &third).await && opens(&app, &anna.cookie).await);
    anna.post_and_follow("/redaktion/konto/abmeldungen", &[("sitzung", "andere")]).await;
    assert!(!opens(&app, &third).await && opens(&app, &anna.cookie).await);
    let out = anna.post("/redaktion/konto/abmeldungen", &[("sitzung", "diese")]).await;
    assert_eq!(out.header(header::LOCATION), "/anmelden?hinweis=abgemeldet");
    assert!(out.header(header::SET_COOKIE).starts_with("__Host-session=; Path=/; Max-Age=0; "));
    assert!(!opens(&app, &anna.cookie).await);
    assert_eq!(app.page("/anmelden?hinweis=abgemeldet").await.text(".notice p"), "Sie sind abgemeldet.");
}

#[tokio::test]
async fn code_that_a_page_does_not_declare_says_nothing() {
    let app = TestApp::new().await;
    for code in ["", "sitzung", "notice-sitzung", "Abgemeldet", "%3Cb%3E"] {
        assert_eq!(app.page(&format!("/anmelden?hinweis={code}")).await.texts(".notice[role]"), [""; 0], "{code}");
    }
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let app = TestApp::new().await;
    let (anna, ben) = (app.as_role(Role::Administrator).await, app.as_role(Role::Editor).await);
    let foreign = ben.page("/redaktion/konto").await.attributes("input[name='sitzung'][value*='-']", "value").remove(0);
    let nonsense = ["x", "", "01a20846-fe00-7000-8000-00000000ffff"];
    for id in nonsense.into_iter().chain([foreign.as_str()]) {
        let reply = anna.post("/redaktion/konto/abmeldungen", &[("sitzung", id)]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{id}");
    }
    assert!(opens(&app, &ben.cookie).await);
}

#[tokio::test]
async fn first_administrator_comes_in_by_the_link_of_the_first_start_once() {
    let app = TestApp::new().await;
    let ids = Ids::new(app.clock.clone());
    let now = Now::new(&app.clock, &ids);
    let link = directory::first_link(&app.db.db, now).await.unwrap().expect("nobody is there");
    let other = directory::first_link(&app.db.db, now).await.unwrap().expect("still nobody");
    let page = app.page(&link).await;
    assert_eq!(faults(&page, "de"), Vec::<String>::new());
    let refused = app.press(Request::post(&link), &[("name", " "), ("email", "x")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.page().attributes(".error-summary a", "href"), ["#form-name", "#form-email"]);
    let filled = [("name", "Erste\r\nPerson"), ("email", "erste@ort.example")];
    let cookie = cookie_of(&app.press(Request::post(&link), &filled).await);
    let shown = app.send(Request::get("/redaktion/personen").header(header::COOKIE, &cookie)).await.page();
    assert_eq!(shown.texts("tbody th"), ["Erste Person"], "a name is one line");
    assert_eq!(shown.texts("tbody td:nth-of-type(2)"), ["Administration"]);
    for void in [&link, &other] {
        assert_eq!(app.press(Request::post(void), &filled).await.status, StatusCode::GONE);
    }
    assert_eq!(app.number("SELECT COUNT(*) FROM persons").await, 1);
    assert_eq!(directory::first_link(&app.db.db, now).await.unwrap(), None);
}

#[tokio::test]
async fn first_link_holds_a_day() {
    let app = TestApp::new().await;
    let ids = Ids::new(app.clock.clone());
    let link = directory::first_link(&app.db.db, Now::new(&app.clock, &ids)).await.unwrap().expect("nobody is there");
    app.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(app.get(&link).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn register_of_fields_names_how_long_sessions_and_the_log_are_kept() {
    let app = TestApp::new().await;
    let days = services::audit::RETENTION_DAYS;
    let (idle, longest) = (session::IDLE.as_hours(), session::LONGEST.as_hours() / 24);
    for (path, kept) in [
        ("/datenschutz", [format!("{days} Tage"), format!("{idle} Stunden"), format!("{longest} Tage")]),
        ("/en/datenschutz", [format!("{days} days"), format!("{idle} hours"), format!("{longest} days")]),
    ] {
        let register = app.page(path).await.texts(".news-details dd").join(" ");
        for words in kept {
            assert!(register.contains(&words), "{path} does not say {words}");
        }
    }
}

#[tokio::test]
async fn form_that_a_password_manager_fills_in_and_sends_at_once_is_taken() {
    let app = TestApp::offering(&SignInSettings { password: true, oidc: None }).await;
    let anna = app.as_role(Role::Editor).await;
    // The clock stands still, so no time passes between the page and its form.
    for (path, fields) in [("/anmelden", &["email"][..]), ("/anmelden/passwort", &["email", "passwort"][..])] {
        let page = app.page(path).await;
        assert_eq!(page.attributes("main form.form input", "name"), fields, "{path}: neither ticket nor honeypot");
    }
    assert_eq!(ask(&app, "", &anna.email, "192.0.2.1").await.header(header::LOCATION), "/anmelden/unterwegs");
    assert_eq!(app.settle().await.len(), 1);
    let path = link(&app, &anna.email).await;
    assert_eq!(app.press(Request::post(path), &[]).await.status, StatusCode::SEE_OTHER);
}
