//! A new entry with the content of another one.

use archive::Document;
use base::{Locale, Slug};
use golden_thread::sheet::{Review, inputs_of};
use jiff::Timestamp;
use toml::Value;
use web::Ctx;

/// The title of a copy. Titles of entries are German, whatever the language of the desk.
pub(crate) fn title(ctx: &Ctx, document: &Document) -> String {
    ctx.in_language(Locale::De).t_with("entry-copy-title", "title", document.matter.title.as_str())
}

/// A copy under its own title and address: without date, hours and place in a series, and without the links that were
/// taken back. Its translations are unchecked.
pub(crate) fn copied(document: &Document, title: String, slug: Slug, now: Timestamp) -> Document {
    let mut copy = Document { slug, ..document.clone() };
    let matter = &mut copy.matter;
    matter.title = title;
    (matter.when, matter.certainty, matter.number, matter.updated) = (None, None, None, now);
    matter.links.retain(|link| link.withdrawn.is_none());
    if let Some(Value::Table(table)) = &mut copy.table {
        for input in inputs_of(document.kind).iter().filter(|input| input.timing.is_some()) {
            table.remove(input.key);
        }
    }
    let original = copy.original();
    for (locale, text) in &mut copy.translations {
        text.review = Some(Review::Draft);
        // A translation of today's German text stays one, although the copy has another title.
        if !document.is_stale(*locale) {
            text.original = Some(original.clone());
        }
    }
    copy
}
