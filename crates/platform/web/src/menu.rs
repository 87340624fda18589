//! The links of the frame. The frame knows no slice, so the slices name them.

use std::sync::Arc;

/// A part of the frame that has links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuPart {
    /// The main menu.
    Header,
    /// The next steps for a visitor.
    Actions,
    /// Questions and how to get in touch.
    Questions,
    /// More ways into the content.
    More,
    /// The pages that the law asks every page to link.
    Legal,
}

/// One link of the frame.
#[derive(Debug, Clone, Copy)]
pub struct MenuItem {
    /// The part in which it stands.
    pub part: MenuPart,
    /// Its place in the part; smaller numbers come first.
    pub order: u16,
    /// The path of a page, without language prefix: that of a typed path.
    pub path: fn() -> String,
    /// Key of its text.
    pub key: &'static str,
}

impl MenuItem {
    /// A link in the main menu.
    pub const fn header(order: u16, path: fn() -> String, key: &'static str) -> Self {
        Self { part: MenuPart::Header, order, path, key }
    }

    /// A link in another part.
    pub const fn of(part: MenuPart, order: u16, path: fn() -> String, key: &'static str) -> Self {
        Self { part, order, path, key }
    }
}

/// All links of the frame. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Menu(Arc<[MenuItem]>);

impl Menu {
    /// Puts links into their order.
    pub fn new(items: impl IntoIterator<Item = MenuItem>) -> Self {
        let mut items: Vec<MenuItem> = items.into_iter().collect();
        items.sort_by_key(|item| item.order);
        Self(items.into())
    }

    /// The links of one part, in their order.
    pub fn part(&self, part: MenuPart) -> impl Iterator<Item = &MenuItem> {
        self.0.iter().filter(move |item| item.part == part)
    }
}
