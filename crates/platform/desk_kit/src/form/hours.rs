//! The hours that were typed along with a date: they go into the fields that the form has for them.

use golden_thread::sheet::Timing;
use serde_json::{Value, json};

use super::layout::Place;
use super::read::{Reader, put};
use super::scalar;
use super::when::{self, place_of};

impl Reader<'_> {
    /// Puts the hours that were typed along with the date into the fields that hold them. Those must be empty, or hold the same.
    pub(super) fn put_hours(&mut self, json: &mut Value) -> anyhow::Result<()> {
        let parts = self.sent.parts;
        let Some(date) = place_of(parts, Timing::Date).map(Place::name) else { return Ok(()) };
        let read = scalar::when(self.ctx, self.sent.values.get(&date));
        let Some(hours) = read.ok().and_then(|read| read.hours) else { return Ok(()) };
        if hours.across_days {
            self.report(&date, self.ctx.t("input-hours-across"));
            return Ok(());
        }
        for (timing, time) in [(Timing::Starts, hours.starts), (Timing::Ends, hours.ends)] {
            let Some(time) = time.map(|time| json!(time)) else { continue };
            let Some(place) = place_of(parts, timing) else {
                self.report(&date, when::no_room(self.ctx, hours));
                continue;
            };
            match self.sent.values.get(&place.name()) {
                "" => put(json, &place.name(), Some(time))?,
                held => self.compare_hours(&date, place, held, &time),
            }
        }
        Ok(())
    }

    /// Reports a time that was typed along with the date, if its field holds another one.
    fn compare_hours(&mut self, date: &str, place: Place, held: &str, typed: &Value) {
        if scalar::time(self.ctx, held).is_ok_and(|held| held != *typed) {
            let label = place.input.label_in(self.ctx);
            let typed = typed.as_str().unwrap_or_default();
            let args = [("label", label.as_str().into()), ("held", held.into()), ("typed", typed.into())];
            self.report(date, self.ctx.t_args("input-hours-differ", &args));
        }
    }
}
