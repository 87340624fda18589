//! Texts, styles and scripts of a room.

use web::Locales;

/// The files that a room adds to the pages.
#[derive(Debug, Clone, Copy)]
pub struct Frontend {
    /// Its texts.
    pub locales: Locales,
    /// Its style on public pages; every selector begins with the room's prefix.
    pub css: &'static str,
    /// Its style at the desk.
    pub desk_css: &'static str,
    /// Its ES modules for the desk: file name and text.
    pub modules: &'static [(&'static str, &'static str)],
}

impl Frontend {
    /// Texts alone.
    pub const fn of(locales: Locales) -> Self {
        Self { locales, css: "", desk_css: "", modules: &[] }
    }
}
