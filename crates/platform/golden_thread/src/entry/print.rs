//! The parts of an entry's page that are the same for every slice. They are templates of this room, as in
//! `web::Page`, so that they are compiled once and not for every kind of entry.

use askama::Template;
use askama::filters::HtmlSafe;
use web::Page;

use super::EntryPage;
// Templates use the crate's name in paths, in this room as in others.
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
    /// Its numbers, origins and outcomes.
    Told, told, "golden_thread/told.html"
);
part!(
    /// The files that belong to it.
    Attachments, attachment_list, "golden_thread/attachments.html"
);
part!(
    /// The person to ask.
    ContactPart, contact_card, "golden_thread/contact.html"
);
part!(
    /// The evidence for its facts.
    Sources, source_list, "golden_thread/sources.html"
);
part!(
    /// Links to its neighbours in its series.
    Series, series, "golden_thread/series.html"
);
