//! The index in the database. It is written in the same write transaction as the entries, so that an entry
//! can be found from the moment it is published.

mod hits;
mod read;
mod write;

pub(super) use hits::{FoundCard, found_cards, texts_of};
pub(super) use read::{beginning_with, ending_with, live, near, of_words, set, sets};
pub use write::{forget, has_index, keep, replace, settle};

use roaring::RoaringBitmap;

/// Serializes a set for its column.
fn bytes_of(set: &RoaringBitmap) -> db::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(set.serialized_size());
    set.serialize_into(&mut bytes).map_err(|error| sqlx::Error::Encode(error.into()))?;
    Ok(bytes)
}

/// Reads a set from its column.
fn set_of(bytes: &[u8]) -> db::Result<RoaringBitmap> {
    RoaringBitmap::deserialize_from(bytes).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// The letters of a word from the last to the first.
fn reversed(word: &str) -> Vec<u8> {
    word.chars().rev().collect::<String>().into_bytes()
}

/// A bound that no word with this beginning reaches: no text holds the byte 255.
fn beyond(beginning: &[u8]) -> Vec<u8> {
    [beginning, &[u8::MAX]].concat()
}
