//! Puts the rooms together into one service: texts, styles, menu, routes, state.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use accounts::{Areas, Departures, OwnerKey, SignInSettings, SignInWays};
use anyhow::Context as _;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Router};
use base::{Clock, Ids, Now};
use db::Db;
use desk_kit::unsent::{self, DeskRoutes};
use desk_kit::{Frontend, Slice, slices};
use editor::Public;
use services::jobs::{Crashes, supervise};
use services::keys::key_for;
use web::assets::{Assets, Extras};
use web::form::Shield;
use web::{AppState, Asks, Composition, Masthead, Menu, Routes, Site};

use crate::register;

/// Composes the service of an initiative whose database is open and filled.
///
/// # Errors
/// If the texts of the rooms conflict, or the database holds no initiative.
pub async fn service(db: Db, clock: Clock, ids: Ids, public_url: String) -> anyhow::Result<Site> {
    service_with(db, clock, ids, public_url, Setup { sign_in: &SignInSettings::default(), has_mail_server: true }).await
}

/// The settings that pages know of.
#[derive(Debug, Clone, Copy)]
pub struct Setup<'a> {
    /// The ways to sign in besides links and passkeys.
    pub sign_in: &'a SignInSettings,
    /// True if mails leave through a mail server.
    pub has_mail_server: bool,
}

/// As [`service`], with the settings of an installation.
///
/// # Errors
/// As [`service`].
pub async fn service_with(
    db: Db,
    clock: Clock,
    ids: Ids,
    public_url: String,
    Setup { sign_in, has_mail_server }: Setup<'_>,
) -> anyhow::Result<Site> {
    register()?;
    let masthead =
        Masthead::load(&db, ASKS).await?.context("the database holds no initiative: import a content folder first")?;
    let shield = Shield::new(key_for(&db, &clock, "forms").await?, clock.clone(), ids.clone());
    let ways = SignInWays::open(&db, Now::new(&clock, &ids), sign_in).await?;
    let state = AppState::new(
        Composition {
            texts: desk_kit::texts()?,
            assets: Arc::new(assets()),
            menu: Menu::new(slices().iter().flat_map(|slice| slice.menu).copied()),
            crashes: Crashes::new(clock.clone()),
            db,
            clock,
            ids,
            public_url,
            asks: ASKS,
            shield: Arc::new(shield),
            has_mail_server,
        },
        masthead,
    );
    tokio::spawn(follow_content(state.clone()));
    let routes = Routes {
        public: routes(|slice| slice.public),
        easy: routes(|slice| slice.easy),
        desk: desk(&state, ways, OwnerKey::open(&state.db, &state.clock).await?),
        plain: Router::new().route("/healthz", get(healthz)),
    };
    Ok(Site::new(state, routes))
}

/// Follows publications of other nodes, until the database is closed.
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

/// The routes of all slices, without language prefix.
fn routes(of: fn(&Slice) -> fn() -> Router<AppState>) -> Router<AppState> {
    slices().iter().fold(Router::new(), |routes, slice| routes.merge(of(slice)()))
}

/// Every page of the desk and of sign-in.
fn desk(state: &AppState, ways: SignInWays, key: OwnerKey) -> Router<AppState> {
    let counters = slices().iter().flat_map(|slice| slice.counters).copied();
    let areas = Areas::new(slices().iter().flat_map(|slice| slice.areas).copied(), counters);
    let public = Public { routes: routes(|slice| slice.public) };
    let pages = routes(|slice| slice.desk).layer(Extension(ways)).layer(Extension(public)).layer(Extension(areas));
    let departures = Departures::new(slices().iter().filter_map(|slice| slice.departure));
    let pages = pages.layer(Extension(departures));
    let pages = pages.layer(Extension(key.clone()));
    let watched = from_fn_with_state(state.clone(), unsent::watch);
    pages.clone().layer(Extension(DeskRoutes(pages))).layer(watched).layer(Extension(key))
}

fn assets() -> Assets {
    let public: Vec<&str> = frontends().map(|frontend| frontend.css).filter(|css| !css.is_empty()).collect();
    let desk: Vec<&str> = frontends().map(|frontend| frontend.desk_css).filter(|css| !css.is_empty()).collect();
    let modules: Vec<(&str, &str)> = frontends().flat_map(|frontend| frontend.modules).copied().collect();
    Assets::new(Extras { public: &public, desk: &desk, modules: &modules })
}

fn frontends() -> impl Iterator<Item = &'static Frontend> {
    slices().iter().map(|slice| &slice.frontend)
}

/// What the frame of every page asks rooms above.
const ASKS: Asks = Asks {
    has_easy: |conn| Box::pin(golden_thread::store::has_easy(conn)),
    logo: |conn, logo| Box::pin(media::shown_logo(conn, logo)),
};

/// Health check: 200 if this node can read and write its database.
async fn healthz(State(state): State<AppState>) -> Response {
    match state.db.check_health().await {
        Ok(()) => "ok\n".into_response(),
        Err(what) => web::says_itself(StatusCode::SERVICE_UNAVAILABLE, format!("{what}\n").into_response()),
    }
}
