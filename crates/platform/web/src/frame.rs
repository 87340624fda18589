//! The frame around the content of all pages. Its parts are templates of this room, and the layouts print
//! them, because the text of a layout is compiled again for every page that extends it.

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

        // Templates escape their values.
        impl HtmlSafe for $name<'_> {}
    };
}

part!(
    /// The content of `<head>`: titles, style sheets, hints for search engines.
    Head, "frame/head.html", is_desk
);
part!(
    /// The part above the content: notices, languages, menu, search.
    Top, "frame/top.html", has_search
);
part!(
    /// The breadcrumb from the start page.
    CrumbPath, "frame/crumbs.html"
);
part!(
    /// The links to possible next steps.
    CanDo, "frame/can_do.html"
);
part!(
    /// The part below the content: motto, groups of links, day of the last change.
    Foot, "frame/foot.html"
);

impl Page {
    /// The content of `<head>` for a public page.
    pub fn head(&self) -> Head<'_> {
        Head { page: self, is_desk: false }
    }

    /// The content of `<head>` for a page of the desk.
    pub fn desk_head(&self) -> Head<'_> {
        Head { page: self, is_desk: true }
    }

    /// The part above the content, with a search field unless the page has its own.
    pub fn top(&self, has_search: bool) -> Top<'_> {
        Top { page: self, has_search }
    }

    /// The breadcrumb from the start page.
    pub fn crumb_path(&self) -> CrumbPath<'_> {
        CrumbPath { page: self }
    }

    /// The links to possible next steps.
    pub fn can_do(&self) -> CanDo<'_> {
        CanDo { page: self }
    }

    /// The part below the content.
    pub fn foot(&self) -> Foot<'_> {
        Foot { page: self }
    }
}
