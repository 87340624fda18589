//! A date as people type it, in a field that has room for more than the date or has not. Nothing that was typed is left
//! out in silence: what has no room is a fault, which says what to do.

use edtf::{Certainty, Hours, Reading};
use golden_thread::sheet::{Input, Timing};
use web::Ctx;
use web::form::Field;

use super::layout::{Part, Place};
use super::scalar;
use crate::understanding;

/// The room beside a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// True if the form has fields for its hours.
    pub hours: bool,
    /// True if the form keeps how certain it is.
    pub certainty: bool,
}

impl Room {
    /// The room beside a field of a form.
    pub(super) fn of(input: &Input, parts: &[Part]) -> Self {
        let is_date = input.timing == Some(Timing::Date);
        Self { hours: is_date && place_of(parts, Timing::Starts).is_some(), certainty: is_date }
    }
}

/// The field of a form with this part in the time of the document.
pub(super) fn place_of(parts: &[Part], timing: Timing) -> Option<Place> {
    parts.iter().flat_map(|part| &part.places).find(|place| place.input.timing == Some(timing)).copied()
}

/// Reads a date. The error is a sentence that says what to type.
pub(super) fn read(ctx: &Ctx, text: &str, room: Room) -> Result<Reading, String> {
    let read = scalar::when(ctx, text)?;
    match read.hours {
        Some(hours) if !room.hours => Err(no_room(ctx, hours)),
        _ if read.when.certainty() != Certainty::Fixed && !room.certainty => Err(ctx.t("input-no-certainty")),
        _ => Ok(read),
    }
}

/// The sentence about hours for which there is no field.
pub(super) fn no_room(ctx: &Ctx, hours: Hours) -> String {
    ctx.t_with("input-no-hours", "hours", hours.in_words(ctx.interface()))
}

/// How the text of a date field is understood, as a page shows it below the field.
#[derive(Debug)]
pub struct Understanding {
    /// The sentence; empty if there is none, as a fault is told at the field.
    pub sentence: String,
    /// The address that answers while somebody types.
    pub address: String,
}

impl Understanding {
    pub(super) fn of(ctx: &Ctx, field: &Field, room: Room) -> Self {
        let understood = understood(ctx, &field.value, room).ok().filter(|_| field.error.is_none());
        Self { sentence: understood.unwrap_or_default(), address: understanding::address(ctx, room) }
    }
}

/// The understanding of a date as a sentence, with how certain it is.
///
/// # Errors
/// The sentence about its fault.
pub fn understood(ctx: &Ctx, text: &str, room: Room) -> Result<String, String> {
    let read = read(ctx, text, room)?;
    let key = format!("input-understood-{}", read.when.certainty().code());
    Ok(ctx.t_with(&key, "words", read.in_words(ctx.interface())))
}
