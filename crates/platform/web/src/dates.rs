//! Why a text is not understood as a date, in words that say what to type.

use edtf::ReadError;

use crate::ctx::Ctx;

/// A sentence for the person who typed it, with an example.
pub fn date_fault(ctx: &Ctx, error: &ReadError) -> String {
    let about = error.about(ctx.interface());
    ctx.t_with(&format!("date-fault-{}", error.code()), "about", about.as_str())
}
