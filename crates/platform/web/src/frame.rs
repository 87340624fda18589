//! What all pages have around their content. Its parts are templates of this room, and the layouts print
//! them: what a layout spells out itself is compiled once more for every page that extends it.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::page::Page;

macro_rules! part {
    ($(#[$doc:meta])* $name:ident, $path:literal $(, $field:ident)*) => {
        $(#[$doc])*
        #[derive(Debug, Template)]
        #[template(path = $path)]
        pub struct $name<'a> {
            page: &'a Page,
            $( $field: bool, )*
        }

        // Templates escape what they print.
        impl HtmlSafe for $name<'_> {}
    };
}

part!(
    /// What browsers and search engines are told.
    Head, "frame/head.html", is_desk
);
part!(
    /// What stands above the content: notices, languages, menu, search.
    Top, "frame/top.html", has_search
);
part!(
    /// The way from the start page.
    CrumbPath, "frame/crumbs.html"
);
part!(
    /// What a visitor can do next.
    CanDo, "frame/can_do.html"
);
part!(
    /// What stands below the content.
    Foot, "frame/foot.html"
);

impl Page {
    /// Prints what browsers and search engines are told.
    pub fn head(&self) -> Head<'_> {
        Head { page: self, is_desk: false }
    }

    /// As [`Page::head`], for a page of the desk.
    pub fn desk_head(&self) -> Head<'_> {
        Head { page: self, is_desk: true }
    }

    /// Prints what stands above the content, with the field for a search unless the page has one of its own.
    pub fn top(&self, has_search: bool) -> Top<'_> {
        Top { page: self, has_search }
    }

    /// Prints the way from the start page.
    pub fn crumb_path(&self) -> CrumbPath<'_> {
        CrumbPath { page: self }
    }

    /// Prints what a visitor can do next.
    pub fn can_do(&self) -> CanDo<'_> {
        CanDo { page: self }
    }

    /// Prints what stands below the content.
    pub fn foot(&self) -> Foot<'_> {
        Foot { page: self }
    }
}
