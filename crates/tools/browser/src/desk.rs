//! Every kind of page of the desk, found by following its links as a signed-in administrator.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use accounts::{Grant, Newcomer, Role, Scope, directory};
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, StatusCode, header};
use base::{Ids, Locale, Now};
use jiff::SignedDuration;
use tower::ServiceExt as _;

use crate::application::Application;
use crate::kinds::{Page, address_in, kind, links};
use crate::store;

/// The path prefix of the desk.
const DESK: &str = "/redaktion";

/// The most pages of one route that are searched for links: enough to find every route below them.
const OF_ONE_ROUTE: usize = 12;

/// Addresses without a link to them.
const UNLINKED: [&str; 4] =
    ["/anmelden", "/anmelden/unterwegs", "/redaktion/auftraege", "/redaktion/eintraege?q=xyzqwv"];

/// The address of the second person at the desk, an editor.
pub(crate) const COLLEAGUE: &str = "kollegin@ort.example";

/// A person with all rights.
#[derive(Debug, Clone)]
pub struct Administrator {
    /// The session cookie as `name=value`.
    pub cookie: String,
}

impl Administrator {
    /// Adds the administrator and signs them in by a link.
    pub(crate) async fn sign_in(application: &Application) -> Self {
        add(application, "Leitung", "leitung@ort.example", Role::Administrator).await;
        Self { cookie: sign_in(application, "leitung@ort.example").await }
    }
}

/// Adds a person with a role everywhere.
pub(crate) async fn add(application: &Application, name: &str, email: &str, role: Role) {
    let ids = Ids::new(application.clock.clone());
    let grant = Grant::new(role, Scope::Initiative).expect("a role that may hold everywhere");
    let newcomer = Newcomer::named(name, email.parse().expect("an address"), vec![grant]).expect("a name");
    directory::add(application.db(), Now::new(&application.clock, &ids), &newcomer).await.expect("a new person");
}

/// Signs a person in by a link; returns the session cookie as `name=value`.
pub(crate) async fn sign_in(application: &Application, email: &str) -> String {
    let ids = Ids::new(application.clock.clone());
    let email: base::Email = email.parse().expect("an address");
    let now = Now::new(&application.clock, &ids);
    let link = directory::link(application.db(), now, &email).await.expect("a link");
    let request = Request::post(link)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty())
        .expect("a sound request");
    let response = application.site.clone().oneshot(request).await.expect("the site never fails");
    let cookie = response.headers().get(header::SET_COOKIE).and_then(|line| line.to_str().ok());
    cookie.and_then(|line| line.split(';').next()).expect("a cookie").to_owned()
}

/// The richest page of each kind, in both languages.
pub(crate) async fn pages(application: &Application, administrator: &Administrator) -> Vec<Page> {
    let unlinked = furnish(application, administrator).await;
    let mut kinds: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    let mut seen: BTreeSet<String> = UNLINKED.iter().chain([&DESK]).map(|path| (*path).to_owned()).collect();
    seen.extend(unlinked);
    let mut queue: VecDeque<String> = seen.iter().cloned().collect();
    while let Some(path) = queue.pop_front() {
        let kind = kind(&application.routes, &path);
        if kinds.get(&kind).is_some_and(|pages| pages.len() >= OF_ONE_ROUTE) {
            continue;
        }
        let Some(text) = ask(application, administrator, &path).await else { continue };
        for link in links(&text, &application.address).into_iter().filter(|link| link.starts_with(DESK)) {
            if seen.insert(link.clone()) {
                queue.push_back(link);
            }
        }
        kinds.entry(kind).or_default().push((text.len(), path));
    }
    let chosen = kinds.into_iter().filter_map(|(kind, pages)| Some((kind, pages.into_iter().max()?.1)));
    let page = |(kind, path): (String, String)| {
        [Locale::De, Locale::En].map(|language| Page {
            address: address_in(language, &path),
            language,
            kind: kind.clone(),
            form: None,
        })
    };
    chosen.flat_map(page).collect()
}

/// Creates content of every kind: a colleague, a message, a picture, an older version of the settings, a failed job, an act on
/// many entries. Returns the addresses of pages to which no link leads.
async fn furnish(application: &Application, administrator: &Administrator) -> [String; 2] {
    let form = send(application, Request::get("/kontakt").body(Body::empty())).await;
    let ticket =
        form.split("name=\"ticket\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a ticket");
    application.clock.advance(SignedDuration::from_mins(5));
    let message =
        format!("thema=allgemein&nachricht=Wann+ist+der+Fachtag%3F&email=schule%40ort.example&ticket={ticket}");
    let form = "application/x-www-form-urlencoded";
    send(application, post("/kontakt", form).body(Body::from(message))).await;

    let mut body = Vec::new();
    for (name, value) in [("title", "Tisch"), ("alt.de", "Ein Tisch."), ("holder", "Initiative"), ("licence", "cc0")] {
        body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    body.extend(b"--b\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"tisch.jpg\"\r\n\r\n");
    body.extend(media::samples::photo(640, 480, 1));
    body.extend(b"\r\n--b--\r\n");
    let upload = post("/redaktion/medien/neu", "multipart/form-data; boundary=b");
    let upload = upload.header(header::COOKIE, &administrator.cookie);
    send(application, upload.body(Body::from(body))).await;

    leave_unsent_text(application, administrator).await;
    add(application, "Kollegin", COLLEAGUE, Role::Editor).await;
    let mailed = ask_for_another_address(application, administrator).await;
    store::add_settings_version(application.db()).await;
    store::add_failed_job(application.db()).await;
    [mailed, act_on_many(application, administrator).await]
}

/// Publishes a ticked entry of the list once more; returns the page of the act.
async fn act_on_many(application: &Application, administrator: &Administrator) -> String {
    let list = ask(application, administrator, "/redaktion/eintraege").await.expect("the list");
    let ticked = list.split("name=\"eintrag\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a box");
    let body = format!("eintrag={}&do=veroeffentlichen&ende=ja", web::form::encoded(ticked));
    let request = post("/redaktion/eintraege/sammelaktionen", "application/x-www-form-urlencoded");
    let request =
        request.header(header::COOKIE, &administrator.cookie).body(Body::from(body)).expect("a sound request");
    let response = application.site.clone().oneshot(request).await.expect("the site never fails");
    let place = response.headers().get(header::LOCATION).and_then(|line| line.to_str().ok());
    place.expect("the page of the act").to_owned()
}

/// Asks for another mail address; returns the page that confirms it.
async fn ask_for_another_address(application: &Application, administrator: &Administrator) -> String {
    let body = "name=Leitung&name-zuvor=Leitung&email=neu%40ort.example&email-zuvor=leitung%40ort.example";
    let request = post("/redaktion/konto/angaben", "application/x-www-form-urlencoded");
    send(application, request.header(header::COOKIE, &administrator.cookie).body(Body::from(body))).await;
    let mail = application.mail_to("neu@ort.example").await;
    let place = mail.find("/redaktion/konto/adresse/").expect("a link");
    mail[place..].split_whitespace().next().expect("a link").to_owned()
}

/// Fills in a translation and does not save it.
async fn leave_unsent_text(application: &Application, administrator: &Administrator) {
    let path = "/redaktion/eintraege/veranstaltungen/kongress-2018/sprachen/leicht";
    let page = ask(application, administrator, path).await.expect("the form of a translation");
    let hidden = |name: &str| {
        let value = page.split(&format!("name=\"{name}\" value=\"")).nth(1).and_then(|rest| rest.split('"').next());
        format!("{name}={}", web::form::encoded(value.expect("a hidden field")))
    };
    let fields: Vec<String> = ["bogen", "ziel", "von", "fassung", "ende"].map(hidden).into();
    let body = format!("{}&title=Der+Kongress&body=Viele+Menschen+waren+da.", fields.join("&"));
    let kept = post("/redaktion/angefangen/zwischenstand", "application/x-www-form-urlencoded");
    send(application, kept.header(header::COOKIE, &administrator.cookie).body(Body::from(body))).await;
}

fn post(path: &str, kind: &str) -> Builder {
    Request::post(path).header("sec-fetch-site", "same-origin").header(header::CONTENT_TYPE, kind)
}

/// Sends a request that must succeed, and returns the page.
async fn send(application: &Application, request: Result<Request<Body>, axum::http::Error>) -> String {
    let request = request.expect("a sound request");
    let path = request.uri().to_string();
    let response = application.site.clone().oneshot(request).await.expect("the site never fails");
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a whole body");
    let text = String::from_utf8_lossy(&body).into_owned();
    assert!(status.is_success() || status.is_redirection(), "{path}: {status}");
    text
}

/// The page at an address; `None` if the route only accepts forms.
async fn ask(application: &Application, administrator: &Administrator, path: &str) -> Option<String> {
    let request = Request::get(path).header(header::COOKIE, &administrator.cookie).body(Body::empty());
    let response = application.site.clone().oneshot(request.expect("a sound address")).await;
    let response = response.expect("the site never fails");
    let status = response.status();
    if status == StatusCode::METHOD_NOT_ALLOWED || status.is_redirection() {
        return None;
    }
    assert_eq!(status, StatusCode::OK, "{path}");
    let is_page =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let body = axum::body::to_bytes(response.into_body(), 64 << 20).await.expect("a whole body");
    is_page.then(|| String::from_utf8_lossy(&body).into_owned())
}
