//! From what a visitor sent to what a message needs, or to what is wrong with it.

use base::Email;
use web::Ctx;
use web::form::Submission;

/// Most characters of a text; two pages. Longer things belong into a document.
pub(crate) const TEXT: usize = 5_000;
/// Most characters of a name or an address of a page.
const LINE: usize = 300;

/// A field that was read: its value, or what is wrong with it.
pub(crate) type Checked<T> = Result<T, String>;

/// A text that must be there; `missing` asks for it.
pub(crate) fn text(ctx: &Ctx, sent: &Submission, name: &str, missing: &str) -> Checked<String> {
    let text = sent.get(name);
    if text.is_empty() {
        return Err(ctx.t(missing));
    }
    not_longer(ctx, text, TEXT)
}

/// A line that may be left out.
pub(crate) fn line(ctx: &Ctx, sent: &Submission, name: &str) -> Checked<Option<String>> {
    let line = sent.get(name).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { Ok(None) } else { not_longer(ctx, &line, LINE).map(Some) }
}

/// An address that may be left out.
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
