//! The parts of an entry's page that are the same for every slice. As with `web::Page`, they are templates of
//! this room, so that they are compiled once and not for every kind of entry.

use askama::Template;
use askama::filters::HtmlSafe;
use web::Page;

use super::EntryPage;
// Templates name this room as those of other rooms do.
use crate as golden_thread;

macro_rules! part {
    ($(#[$doc:meta])* $name:ident, $method:ident, $path:literal) => {
        $(#[$doc])*
        #[derive(Debug, Template)]
        #[template(path = $path)]
        pub struct $name<'a> {
            page: &'a Page,
            entry: &'a EntryPage,
        }

        // Templates escape what they print.
        impl HtmlSafe for $name<'_> {}

        impl EntryPage {
            $(#[$doc])*
            pub fn $method<'a>(&'a self, page: &'a Page) -> $name<'a> {
                $name { page, entry: self }
            }
        }
    };
}

part!(
    /// Its numbers, where it came from and what became of it.
    Told, told, "golden_thread/told.html"
);
part!(
    /// Whom to ask.
    ContactPart, contact_card, "golden_thread/contact.html"
);
part!(
    /// Who says so.
    Sources, source_list, "golden_thread/sources.html"
);
part!(
    /// Its neighbours in the row of its kind.
    Series, series, "golden_thread/series.html"
);
