//! Validates the fields of a submission: returns the value, or a fault for the visitor.

use base::Email;
use web::Ctx;
use web::form::Submission;

/// Most characters of a text, about two pages. Longer texts belong in a document.
pub(crate) const TEXT: usize = 5_000;
/// Most characters of a name or an address of a page.
const LINE: usize = 300;

/// The value of a field, or the fault as a text for the visitor.
pub(crate) type Checked<T> = Result<T, String>;

/// A required text; `missing` is the key of the fault if it is empty.
pub(crate) fn text(ctx: &Ctx, sent: &Submission, name: &str, missing: &str) -> Checked<String> {
    let text = sent.get(name);
    if text.is_empty() {
        return Err(ctx.t(missing));
    }
    not_longer(ctx, text, TEXT)
}

/// An optional line; white space is collapsed.
pub(crate) fn line(ctx: &Ctx, sent: &Submission, name: &str) -> Checked<Option<String>> {
    let line = sent.get(name).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { Ok(None) } else { not_longer(ctx, &line, LINE).map(Some) }
}

/// An optional mail address.
pub(crate) fn email(ctx: &Ctx, sent: &Submission, name: &str) -> Checked<Option<Email>> {
    match sent.get(name) {
        "" => Ok(None),
        text => Email::parse(text).map(Some).map_err(|_| ctx.t("message-email-wrong")),
    }
}

fn not_longer(ctx: &Ctx, text: &str, most: usize) -> Checked<String> {
    let length = text.chars().count();
    if length <= most {
        return Ok(text.to_owned());
    }
    Err(ctx.t_args("message-too-long", &[("most", most.into()), ("count", length.into())]))
}
