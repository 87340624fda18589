//! News, press releases and plain pages, and the pages that the law asks for.
//!
//! For people who want to know the news, for journalists who need numbers with their source, and for
//! everyone who looks for imprint, privacy notice or accessibility statement.
//!
//! Invariants:
//! * a news item names the entry that it reports on or announces;
//! * a number never stands without its kind and its source, and contradicting ones stay together;
//! * the legal pages are made from the data of the installation; nothing in them is invented;
//! * all texts in Leichte Sprache are listed on one page, which lists nothing else.
//!
//! Absence is `Option`, refusal is [`golden_thread::sheet::Problem`], breakage is `sqlx::Error` or `anyhow`.

pub mod checked;
pub mod kinds;
mod news;
mod numbers;
mod pages;
pub mod paths;
pub mod sheet;
mod store;

use axum::Router;
use axum_extra::routing::{RouterExt as _, TypedPath as _};
use desk_kit::{Frontend, Slice};
use golden_thread::host;
use golden_thread::spots::{Host, Spot};
use web::AppState;
use web::{Locales, MenuItem, MenuPart};

pub use news::{NewsItem, latest};

use paths::{AccessibilityPath, ImprintPath, NewsListPath, NewsPath, PlainPath, PressPath, PrivacyPath, ReleasePath};

/// The spot for a form on the accessibility statement.
const ACCESSIBILITY: Spot = Spot::Page(AccessibilityPath::PATH);

/// The registrations of this slice.
pub const SLICE: Slice = Slice {
    name: "newsroom",
    frontend: Frontend {
        css: include_str!("news.css"),
        ..Frontend::of(Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") })
    },
    kinds: kinds::KINDS,
    tables: sheet::TABLES,
    public: router,
    easy: easy_router,
    menu: &[
        MenuItem::header(10, || NewsListPath.to_string(), "menu-news"),
        MenuItem::of(MenuPart::Questions, 20, || PressPath.to_string(), "menu-press"),
        MenuItem::of(MenuPart::Legal, 10, || ImprintPath.to_string(), "menu-imprint"),
        MenuItem::of(MenuPart::Legal, 20, || PrivacyPath.to_string(), "menu-privacy"),
        MenuItem::of(MenuPart::Legal, 30, || AccessibilityPath.to_string(), "menu-accessibility"),
    ],
    hosts: &[
        Host { spot: ACCESSIBILITY, page: |ctx, _| Box::pin(pages::accessibility::page(ctx)) },
        host!(kinds::NEWS, |slug| NewsPath { slug }, pages::news_item::show),
        host!(kinds::PRESS_RELEASE, |slug| ReleasePath { slug }, pages::release::show),
        host!(kinds::PAGE, |slug| PlainPath { slug }, pages::plain::show),
    ],
    ..Slice::EMPTY
};

/// The public routes of this slice.
pub fn router() -> Router<AppState> {
    Router::new()
        .typed_get(pages::news_list::show)
        .typed_get(pages::news_item::show)
        .typed_get(pages::press::show)
        .typed_get(pages::release::show)
        .typed_get(pages::plain::show)
        .typed_get(pages::accessibility::show)
        .typed_get(pages::imprint::show)
        .typed_get(pages::privacy::show)
}

/// The routes below `/leicht`: an overview of texts in Leichte Sprache, and the plain pages.
pub fn easy_router() -> Router<AppState> {
    Router::new().typed_get(pages::easy::show).typed_get(pages::plain::show)
}
