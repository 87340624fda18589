//! Puts the rooms together: routes, menus, texts, style sheet; and the command line around them.
//!
//! The only room that knows all others. Where one slice shows what another one knows, the plain
//! `fn` pointers are handed over here.

mod areas;
pub mod backup;
pub mod cli;
mod commands;
pub mod compose;
pub mod jobs;
mod pages;
pub mod settings;

/// The texts of the start page and the menus.
const LOCALES: web::Locales =
    web::Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };

/// The style of the start page.
const CSS: &str = include_str!("start.css");
