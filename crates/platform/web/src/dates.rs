//! Messages for dates that were not understood.

use edtf::ReadError;

use crate::ctx::Ctx;

/// A message for the person who typed the date, with an example of a valid one.
pub fn date_fault(ctx: &Ctx, error: &ReadError) -> String {
    let about = error.about(ctx.interface());
    ctx.t_with(&format!("date-fault-{}", error.code()), "about", about.as_str())
}
