//! The glue between axum and the slices, and the UI kit that all pages share.
//!
//! A slice's handler takes a typed path and a [`Ctx`], asks its store, and answers with a
//! template whose frame is a [`Page`]. What a handler may return besides a page is [`Error`]:
//! *not found* is said to the visitor, breakage only shows an id, its cause goes to the log.
//!
//! Invariants: no cookie on a public page, nothing loaded from elsewhere, no inline script or
//! style (one closed Content-Security-Policy), no page that needs JavaScript.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod assets;
mod cache;
mod contact;
mod ctx;
mod dates;
mod error;
pub mod form;
mod frame;
mod headers;
pub mod initiative;
mod logo;
mod masthead;
mod menu;
mod notice;
mod page;
mod paging;
pub mod pattern;
mod section;
mod serve;
mod texts;

pub use contact::ContactCard;
pub use ctx::{AppState, Composition, Ctx, Preview};
pub use dates::date_fault;
pub use error::{Answer, Error, html, says_itself};
pub use frame::{CanDo, CrumbPath, Foot, Head, Top};
pub use logo::{Brand, LogoPicture, ShownLogo};
pub use masthead::{Ask, AskLogo, Asks, Masthead};
pub use menu::{Menu, MenuItem, MenuPart};
pub use notice::{Notice, Notices};
pub use page::{Crumb, Page};
pub use paging::{PAGE_SIZE, PageNumber, Pager};
pub use section::{Printed, Section, Sections};
pub use serve::{Limits, Peer, Proxies, Routes, Site, is_too_slow, serve, serve_within};
pub use texts::{Arg, Locales, Texts};

/// The texts of the frame that every page shares.
pub const LOCALES: Locales = Locales { de: include_str!("../locales/de.ftl"), en: include_str!("../locales/en.ftl") };
