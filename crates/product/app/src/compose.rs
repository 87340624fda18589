//! Puts the rooms together into one service: texts, styles, menu, routes, state.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use accounts::{SignInSettings, SignInWays};
use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use base::{Clock, Ids};
use db::{Conn, Db};
use desk::Public;
use services::jobs::{Crashes, supervise};
use services::keys::key_for;
use web::assets::{Assets, Extras};
use web::form::Shield;
use web::{AppState, Composition, Locales, Masthead, Menu, MenuItem, Routes, Site, Texts};

use crate::{areas, pages};

/// The texts of all rooms.
pub const LOCALES: [Locales; 12] = [
    web::LOCALES,
    media::LOCALES,
    golden_thread::LOCALES,
    accounts::LOCALES,
    bodies::LOCALES,
    process::LOCALES,
    events::LOCALES,
    newsroom::LOCALES,
    outcomes::LOCALES,
    messages::LOCALES,
    desk::LOCALES,
    crate::LOCALES,
];

const CSS: [&str; 7] = [media::CSS, bodies::CSS, process::CSS, events::CSS, newsroom::CSS, outcomes::CSS, crate::CSS];

const DESK_CSS: [&str; 2] = [accounts::DESK_CSS, desk::DESK_CSS];

const MODULES: [(&str, &str); 4] = [accounts::MODULE, accounts::KEYS_MODULE, desk::MODULE, desk::UPLOAD_MODULE];

const fn item(path: &'static str, key: &'static str) -> MenuItem {
    MenuItem { path, key }
}

/// The links of the frame.
const MENU: Menu = Menu {
    header: &[
        item("/aktuelles", "menu-news"),
        item("/prozess", "menu-process"),
        item("/handlungsfelder", "menu-fields"),
        item("/veranstaltungen", "menu-events"),
        item("/mitwirkende", "menu-bodies"),
        item("/kontakt", "menu-contact"),
    ],
    actions: &[
        item("/handlungsfelder", "menu-act-field"),
        item("/faden", "menu-act-thread"),
        item("/mitwirkende", "menu-act-bodies"),
        item("/kontakt", "menu-act-contact"),
    ],
    questions: &[
        item("/kontakt", "menu-contact-by-field"),
        item("/presse", "menu-press"),
        item("/ziele", "menu-goals"),
        item("/faden", "menu-thread"),
    ],
    more: &[
        item("/leitfragen", "menu-questions"),
        item("/verabredungen", "menu-agreements"),
        item("/projekte", "menu-projects"),
        item("/empfehlungen", "menu-recommendations"),
        item("/papiere", "menu-papers"),
        item("/dokumentation", "menu-documents"),
    ],
    legal: &[
        item("/impressum", "menu-imprint"),
        item("/datenschutz", "menu-privacy"),
        item("/barrierefreiheit", "menu-accessibility"),
    ],
};

/// Makes the service of an initiative whose database is open and filled.
///
/// # Errors
/// If the texts do not fit together, or the database holds no initiative.
pub async fn service(db: Db, clock: Clock, ids: Ids, public_url: String) -> anyhow::Result<Site> {
    service_with(db, clock, ids, public_url, &SignInSettings::default()).await
}

/// The same with the ways in that the settings offer beside links and passkeys.
///
/// # Errors
/// As [`service`].
pub async fn service_with(
    db: Db,
    clock: Clock,
    ids: Ids,
    public_url: String,
    sign_in: &SignInSettings,
) -> anyhow::Result<Site> {
    let masthead = Masthead::load(&db, has_easy)
        .await?
        .context("the database holds no initiative: import a content folder first")?;
    let shield = Shield::new(key_for(&db, &clock, "forms").await?, clock.clone(), ids.clone());
    let ways = SignInWays::open(&db, (&clock, &ids), sign_in).await?;
    let state = AppState::new(
        Composition {
            texts: Arc::new(Texts::new(&LOCALES)?),
            assets: Arc::new(Assets::new(Extras { public: &CSS, desk: &DESK_CSS, modules: &MODULES })),
            menu: MENU,
            crashes: Crashes::new(clock.clone()),
            db,
            clock,
            ids,
            public_url,
            has_easy,
            shield: Arc::new(shield),
        },
        masthead,
    );
    tokio::spawn(follow_content(state.clone()));
    let routes = Routes {
        public: public(),
        easy: newsroom::easy_router(),
        desk: areas::router(ways, Public { routes: public() }),
        plain: Router::new().route("/healthz", get(healthz)),
    };
    Ok(Site::new(state, routes))
}

/// Learns of what other nodes publish, until the database is closed.
async fn follow_content(state: AppState) {
    let is_over = Arc::new(AtomicBool::new(false));
    let closed = Arc::clone(&is_over);
    let follow = || {
        let (db, closed) = (state.db.clone(), Arc::clone(&closed));
        async move {
            db.follow_content().await;
            closed.store(true, Ordering::Release);
        }
    };
    supervise("content", state.crashes.clone(), || is_over.load(Ordering::Acquire), follow).await;
}

/// Every page that the public sees, without language prefix.
fn public() -> Router<AppState> {
    Router::new()
        .merge(pages::router())
        .merge(media::router())
        .merge(golden_thread::pages::router())
        .merge(bodies::router(pages::involvements))
        .merge(process::router())
        .merge(events::router())
        .merge(newsroom::router())
        .merge(messages::router(pages::FORM_HOSTS))
        .merge(outcomes::router())
}

fn has_easy<'a>(conn: &'a mut Conn<'_>) -> Pin<Box<dyn Future<Output = db::Result<bool>> + Send + 'a>> {
    Box::pin(golden_thread::store::has_easy(conn))
}

/// Says whether this node can do its work: it reads and writes its database.
async fn healthz(State(state): State<AppState>) -> Response {
    match state.db.check_health().await {
        Ok(()) => "ok\n".into_response(),
        Err(what) => web::says_itself(StatusCode::SERVICE_UNAVAILABLE, format!("{what}\n").into_response()),
    }
}
