//! The data of the frame around every page: title, breadcrumb, languages, menus, date.

use std::ops::Deref;

use base::Locale;
use jiff::civil::Date;

use crate::ctx::Ctx;
use crate::menu::{MenuItem, MenuPart};

/// The data for the layout. Templates have it in a field called `page`.
#[derive(Debug, Clone)]
pub struct Page {
    ctx: Ctx,
    title: String,
    description: Option<String>,
    crumbs: Vec<Crumb>,
    updated: Option<Date>,
    index: bool,
    refused: bool,
}

/// One step of the breadcrumb.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// The title of the step.
    pub title: String,
    /// The address of the step.
    pub href: String,
}

/// A link of a menu, ready to print.
#[derive(Debug)]
pub struct MenuLink {
    /// The visible title.
    pub title: String,
    /// The address with its language prefix.
    pub href: String,
    /// The value of `aria-current`, if it leads to this page or to a section that contains it.
    pub current: Option<&'static str>,
}

/// A titled group of links.
#[derive(Debug)]
pub struct MenuGroup {
    /// The id of the group in the page.
    pub id: &'static str,
    /// The visible heading of the group.
    pub title: String,
    /// The links in their order.
    pub links: Vec<MenuLink>,
}

impl Page {
    /// A page with a title, and defaults for everything else.
    pub fn new(ctx: Ctx, title: impl Into<String>) -> Self {
        Self {
            ctx,
            title: title.into(),
            description: None,
            crumbs: Vec::new(),
            updated: None,
            index: true,
            refused: false,
        }
    }

    /// Sets the description for search engines and link previews.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Adds a step to the breadcrumb, behind the earlier ones.
    #[must_use]
    pub fn below(mut self, title: impl Into<String>, path: impl std::fmt::Display) -> Self {
        self.crumbs.push(Crumb { title: title.into(), href: self.ctx.href(path) });
        self
    }

    /// Sets the day on which the page's content last changed.
    #[must_use]
    pub fn updated(mut self, day: Date) -> Self {
        self.updated = Some(day);
        self
    }

    /// Excludes the page from search engines (`noindex`).
    #[must_use]
    pub fn without_index(mut self) -> Self {
        self.index = false;
        self
    }

    /// Marks the page as a form with errors, which the window title then says first.
    #[must_use]
    pub fn refused(mut self, refused: bool) -> Self {
        self.refused = refused;
        self
    }

    /// The title without the name of the initiative.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The title of the window: the page, then the initiative.
    pub fn window_title(&self) -> String {
        let name = &self.initiative().name;
        let title = if self.title == *name { name.clone() } else { format!("{} – {name}", self.title) };
        if self.refused { self.t_with("form-window-title", "title", &title) } else { title }
    }

    /// The description for search engines.
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// The steps of the breadcrumb above this page.
    pub fn crumbs(&self) -> &[Crumb] {
        &self.crumbs
    }

    /// True if search engines may list the page; previews are never listed.
    pub fn is_indexed(&self) -> bool {
        self.index && self.preview().is_none()
    }

    /// The day of the last change: the page's own, or else that of the whole site.
    pub fn stand(&self) -> Date {
        self.updated.unwrap_or_else(|| self.initiative().updated_on())
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> String {
        base::words::date(day, self.interface())
    }

    /// The other language of the interface.
    pub fn other_language(&self) -> Locale {
        if self.interface() == Locale::En { Locale::De } else { Locale::En }
    }

    /// The main menu, in which this page is marked.
    pub fn header(&self) -> Vec<MenuLink> {
        self.menu(MenuPart::Header)
    }

    /// The next steps for a visitor.
    pub fn actions(&self) -> Vec<MenuLink> {
        self.menu(MenuPart::Actions)
    }

    /// The groups of links at the foot of the page.
    pub fn footer(&self) -> Vec<MenuGroup> {
        let group = |id, title: &str, part| MenuGroup { id, title: self.t(title), links: self.menu(part) };
        vec![
            group("footer-questions", "frame-questions", MenuPart::Questions),
            group("footer-more", "frame-more", MenuPart::More),
            group("footer-legal", "frame-legal", MenuPart::Legal),
        ]
    }

    fn menu(&self, part: MenuPart) -> Vec<MenuLink> {
        let link = |item: &MenuItem| {
            let path = (item.path)();
            MenuLink { title: self.t(item.key), href: self.href(&path), current: current(&path, self.path()) }
        };
        self.state().menu.part(part).map(link).collect()
    }

    /// The address of the public style sheet.
    pub fn style_sheet(&self) -> &str {
        self.state().assets.style_sheet()
    }

    /// The address of a font or icon.
    pub fn asset<'a>(&'a self, name: &'a str) -> &'a str {
        self.state().assets.address(name)
    }
}

impl Deref for Page {
    type Target = Ctx;

    fn deref(&self) -> &Ctx {
        &self.ctx
    }
}

/// The value of `aria-current`: `page` for the page itself, `true` for the section that contains it.
fn current(item: &str, path: &str) -> Option<&'static str> {
    match path.strip_prefix(item) {
        Some("") => Some("page"),
        Some(rest) if rest.starts_with('/') => Some("true"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menu_marks_the_page_and_its_section() {
        assert_eq!(current("/prozess", "/prozess"), Some("page"));
        assert_eq!(current("/prozess", "/prozess/phasen/auftakt"), Some("true"));
        assert_eq!(current("/prozess", "/prozessor"), None);
    }
}
