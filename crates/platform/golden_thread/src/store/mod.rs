//! Cards, links, claims and gaps in the database.
//!
//! Reading gives published entries only, unless a function says otherwise.

mod around;
mod attachments;
mod cards;
mod desk_cards;
mod links;
mod list;
mod reach;
mod replace;
mod steps;
#[cfg(test)]
mod tests;
mod transfer;
mod translations;
mod variants;
mod way;
mod write;

pub use around::{claims_of, fields_of, gaps_of, neighbours, phase_of, sources_of};
pub use attachments::all_attachments;
pub(crate) use attachments::attachments_of;
pub use cards::{CardRow, days, find, find_by_reference, highlighted, picture, text, titles, when};
pub use desk_cards::{DeskCard, TextState, is_without_desk_card, put_desk_cards, without_desk_card};
pub use links::{NewLink, insert_links};
pub use list::{CardFilter, Order, count, count_by_field, count_by_town, list, time_range};
pub use reach::{Reach, put_rights_ties, reach_of, reach_through};
pub use replace::{find_id, guard_links, leads_to, put_links, replace_entry};
pub use steps::{FirstSteps, cards, first_steps, steps_of};
pub use transfer::{
    StoredCard, StoredLink, StoredSource, all_cards, all_claims, all_gaps, all_links, all_sources, is_empty,
};
pub use translations::{StoredTranslation, all_translations, draft_translation, note_translation};
pub use variants::{all_sign_videos, has_easy, insert_sign_video, variants};
pub use way::{Strand, after_gaps, nearest, strands_among, way};
pub use write::{
    NewEntry, Text, analyze, fold_titles, has_unfolded_titles, insert_claims, insert_entries, insert_gaps, insert_ties,
    put_source, remove_source,
};

use base::{Locale, Localized};

/// A text in two columns; it exists if the German column has a value.
fn localized(de: Option<String>, en: Option<String>) -> Option<Localized> {
    de.map(|de| Localized { de, en })
}

/// The column value for a language.
fn code(locale: Locale) -> &'static str {
    locale.code()
}
