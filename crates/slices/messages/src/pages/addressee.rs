//! The addressees of a question, as the forms of visitors and of the desk name them.

use bodies::Addressee;
use web::Ctx;

/// The general mailbox, in forms and addresses.
pub(super) const GENERAL: &str = "allgemein";

/// The form value of an addressee: the field's slug, or one of the two words.
pub(super) fn key(addressee: &Addressee) -> &str {
    match &addressee.field {
        Some(field) => field.slug.as_str(),
        None if addressee.press => "presse",
        None => GENERAL,
    }
}

pub(super) fn label(ctx: &Ctx, addressee: &Addressee) -> String {
    match &addressee.field {
        Some(field) => field.numbered_title(),
        None if addressee.press => ctx.t("message-topic-press"),
        None => ctx.t("message-topic-general"),
    }
}
