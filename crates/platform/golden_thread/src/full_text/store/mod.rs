//! The index in the database. Writing happens inside a write transaction of whoever changes the
//! entries, so that what is published can be found at the same moment.

mod hits;
mod read;
mod write;

pub(super) use hits::{Place, places, texts_of};
pub(super) use read::{beginning_with, ending_with, live, near, of_words, set, sets};
pub use write::{forget, has_index, keep, replace, settle};

use roaring::RoaringBitmap;

/// A set as it is kept.
fn bytes_of(set: &RoaringBitmap) -> db::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(set.serialized_size());
    set.serialize_into(&mut bytes).map_err(|error| sqlx::Error::Encode(error.into()))?;
    Ok(bytes)
}

/// A set from what is kept.
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
