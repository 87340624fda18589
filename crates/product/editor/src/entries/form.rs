//! The form of an entry: its document, and what people's input makes of it.

use archive::Document;
use archive::document::{Fault, Why};
use desk_kit::form::{
    self, Faults, Known, Part, Places, Sent, Titles, Values, at, label_of, missing, scalar, shortened, too_many,
};
use edtf::Certainty;
use serde_json::{Value, json};
use web::Ctx;

/// A document that was read, and where in the form its rows stand.
#[derive(Debug)]
pub(crate) struct Read {
    /// The document.
    pub(crate) document: Document,
    /// The rows.
    pub(crate) places: Places,
    /// The fields that were left out because they name no entry.
    pub(crate) left: Faults,
}

impl Read {
    /// The faults of a form whose document is refused as a whole.
    pub(crate) fn refused(self, why: String) -> Faults {
        let mut faults = self.left;
        faults.insert(String::new(), why);
        faults
    }
}

/// Reads a form on top of the document that it was made from.
///
/// # Errors
/// The faults of the fields; then there is no document.
pub(crate) fn read(ctx: &Ctx, base: &Document, sent: Sent<'_>) -> anyhow::Result<Result<Read, Faults>> {
    let before = serde_json::to_value(base)?;
    Ok(match form::read(ctx, before.clone(), sent)? {
        Ok((document, places)) => document_of(ctx, &before, sent, Known { document, places, left: Faults::new() }),
        Err(faults) => Err(faults),
    })
}

/// As [`read`], without the fields that name no entry: what does not exist keeps nobody from saving.
///
/// # Errors
/// As [`read`].
pub(crate) fn read_known(ctx: &Ctx, base: &Document, sent: Sent<'_>) -> anyhow::Result<Result<Read, Faults>> {
    let before = serde_json::to_value(base)?;
    let known = form::read_known(ctx, before.clone(), sent)?;
    Ok(known.and_then(|known| document_of(ctx, &before, sent, known)))
}

fn document_of(ctx: &Ctx, before: &Value, sent: Sent<'_>, known: Known) -> Result<Read, Faults> {
    let Known { document: mut json, places, left } = known;
    read_certainty(ctx, before, &mut json, sent);
    json["matter"]["updated"] = json!(ctx.state().clock.now());
    match serde_json::from_value(json) {
        Ok(document) => Ok(Read { document, places, left }),
        Err(error) => {
            // Each field was looked at, so the types have nothing left to refuse.
            tracing::warn!(%error, "a form was read as something that is no document");
            Err(Faults::from([(String::new(), ctx.t("entry-unfit"))]))
        }
    }
}

/// A date and how sure it is go together. The words of the date count more than the list.
fn read_certainty(ctx: &Ctx, before: &Value, json: &mut Value, sent: Sent<'_>) {
    let (when, certainty) = ("matter.when", "matter.certainty");
    if [when, certainty].iter().all(|name| sent.is_unchanged(name, at(before, name))) {
        return;
    }
    let read = match scalar::when(ctx, sent.values.get(when)) {
        Ok(read) if read.when.certainty() != Certainty::Fixed => Some(read.when.certainty()),
        Ok(_) => Certainty::from_code(sent.values.get(certainty)).or(Some(Certainty::Fixed)),
        Err(_) => None,
    };
    let Some(matter) = json["matter"].as_object_mut() else { return };
    match read {
        Some(certainty) => matter.insert("certainty".to_owned(), json!(certainty.code())),
        None => matter.remove("certainty"),
    };
}

/// The texts of a document's form.
///
/// # Errors
/// If the document has no JSON form.
pub(crate) fn write(ctx: &Ctx, document: &Document, parts: &[Part], titles: &Titles) -> anyhow::Result<Values> {
    Ok(form::write(ctx, &serde_json::to_value(document)?, parts, titles))
}

/// The faults of a document as [`Places::faults`] takes them: path and sentence.
pub(crate) fn told<'f>(ctx: &'f Ctx, parts: &'f [Part], found: &'f [Fault]) -> impl Iterator<Item = (String, String)> {
    found.iter().map(|fault| (fault.path.clone(), in_words(ctx, parts, fault)))
}

/// A fault of a document, as a sentence.
pub(crate) fn in_words(ctx: &Ctx, parts: &[Part], fault: &Fault) -> String {
    match &fault.why {
        Why::NoEntry(name) => ctx.t_with("entry-no-entry", "name", shortened(name)),
        Why::NoSource(name) => ctx.t_with("entry-no-source", "name", shortened(name)),
        Why::NoTown(name) => ctx.t_with("entry-no-town", "name", shortened(name)),
        Why::WithItself => ctx.t("entry-with-itself"),
        Why::InItself(_) => ctx.t("entry-in-itself"),
        Why::Double(_) => ctx.t("entry-named-twice"),
        Why::Twice(..) => ctx.t("entry-link-twice"),
        Why::Circle(_) => ctx.t("entry-circle"),
        Why::Taken(_) => ctx.t("entry-slug-taken"),
        Why::Senseless(flaw) => ctx.t(flaw.text),
        Why::Empty => missing(ctx, &label_of(ctx, parts, &fault.path)),
        Why::Unpaired => ctx.t("entry-when-unpaired"),
        Why::NoMarkdown(unfit) => scalar::no_markdown(ctx, *unfit),
        Why::TooLong(rows) => too_many(ctx, &label_of(ctx, parts, &fault.path), *rows),
        Why::NoTable(reason) => {
            tracing::warn!(reason, "the table of an entry cannot be read");
            ctx.t("entry-unfit")
        }
    }
}
