//! The list of all slices of this program.

use desk_kit::{Slice, Twice, platform};

/// All slices, in the order of their styles, routes and sections. A new one is one line here and one in the manifest.
pub const SLICES: &[&Slice] = &[
    &platform::FRAME,
    &START,
    &platform::MEDIA,
    &platform::GOLDEN_THREAD,
    &platform::ACCOUNTS,
    &platform::DESK_KIT,
    &bodies::SLICE,
    &process::SLICE,
    &events::SLICE,
    &newsroom::SLICE,
    &outcomes::SLICE,
    &messages::SLICE,
    &editor::SLICE,
];

/// The start page, which shows several slices at once.
const START: Slice = crate::pages::SLICE;

/// Registers all slices. Must come before any entry is read or written; calling it again changes nothing.
///
/// # Errors
/// If two slices have the same kind.
pub fn register() -> Result<(), Twice> {
    desk_kit::register(SLICES)
}
