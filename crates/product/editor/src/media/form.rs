//! The form for what is said of a medium, at the upload and later.

use base::Localized;
use media::{About, Licence, Sort};
use web::Ctx;
use web::form::{Choice, Control, Field, YES};

pub(super) const FILE: &str = "datei";
pub(super) const VERSION: &str = "stand";
const TITLE: &str = "titel";
const ALT_DE: &str = "alternativtext";
const ALT_EN: &str = "alternativtext-en";
const DECORATIVE: &str = "dekorativ";
const HOLDER: &str = "rechte";
const LICENCE: &str = "lizenz";
const SOURCE: &str = "quelle";

/// What the file chooser offers.
pub(super) const ACCEPT: &str = ".jpg,.jpeg,.png,.webp,.gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.csv,.txt";

/// Longest values, in characters.
const LINE: usize = 200;
const TEXT: usize = 1_000;

/// What is wrong, by field.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<(&'static str, String)>);

impl Faults {
    /// One fault.
    pub(super) fn one(field: &'static str, message: String) -> Self {
        Self(vec![(field, message)])
    }

    fn at(&self, name: &str) -> Option<String> {
        self.0.iter().find(|(field, _)| *field == name).map(|(_, message)| message.clone())
    }
}

/// Reads what was sent. Everything may be missing but what the public must know is asked for until it
/// is there; a title is needed once there is a medium.
pub(super) fn read(ctx: &Ctx, sent: &dyn Fn(&str) -> String, needs_title: bool) -> Result<About, Faults> {
    let mut faults = Vec::new();
    let mut text = |name: &'static str, most: usize| {
        let value = sent(name).trim().to_owned();
        let count = value.chars().count();
        if count > most {
            let args = [("most", most.into()), ("count", count.into())];
            faults.push((name, ctx.t_args("medium-too-long", &args)));
        }
        Some(value).filter(|value| !value.is_empty())
    };
    let (title, holder) = (text(TITLE, LINE), text(HOLDER, LINE));
    let (alt_de, alt_en, source) = (text(ALT_DE, TEXT), text(ALT_EN, TEXT), text(SOURCE, TEXT));
    let decorative = sent(DECORATIVE) == YES;
    if needs_title && title.is_none() {
        faults.push((TITLE, ctx.t("medium-title-missing")));
    }
    if decorative && (alt_de.is_some() || alt_en.is_some()) {
        faults.push((DECORATIVE, ctx.t("medium-decorative-with-text")));
    }
    if alt_de.is_none() && alt_en.is_some() {
        faults.push((ALT_DE, ctx.t("medium-alt-german-missing")));
    }
    if source.as_ref().is_some_and(|source| !is_web_address(source)) {
        faults.push((SOURCE, ctx.t("medium-source-wrong")));
    }
    let chosen = sent(LICENCE);
    let licence = Licence::from_code(&chosen);
    if licence.is_none() && !chosen.is_empty() {
        faults.push((LICENCE, ctx.t("input-no-choice")));
    }
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let alt = alt_de.map(|de| Localized { de, en: alt_en });
    Ok(About { title: title.unwrap_or_default(), alt, decorative, holder, licence, source })
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !text.contains(|c: char| c.is_whitespace() || c == '"'))
}

/// The fields of a medium; without those of a picture for a file. `sort` is not known before the upload.
pub(super) fn fields(ctx: &Ctx, sort: Option<Sort>, faults: &Faults) -> Vec<Field> {
    let line = |name: &'static str, label: &str| Field::line(name, ctx.t(label)).checked(faults.at(name));
    let mut fields = vec![line(TITLE, "medium-title").hinted(ctx.t("medium-title-hint"))];
    if sort.is_some() {
        fields[0].required = true;
    }
    if sort != Some(Sort::File) {
        fields.push(line(ALT_DE, "medium-alt").hinted(ctx.t("medium-alt-hint")).with(Control::Lines(3)));
        fields.push(line(ALT_EN, "medium-alt-en").with(Control::Lines(3)));
        fields.push(line(DECORATIVE, "medium-decorative").hinted(ctx.t("medium-decorative-hint")).with(Control::Check));
    }
    fields.push(line(HOLDER, "medium-holder").hinted(ctx.t("medium-holder-hint")));
    fields.push(
        line(LICENCE, "medium-licence").hinted(ctx.t("medium-licence-hint")).with(Control::Choice(licences(ctx))),
    );
    fields.push(line(SOURCE, "medium-source").hinted(ctx.t("medium-source-hint")).with(Control::Line("url", "off")));
    fields
}

fn licences(ctx: &Ctx) -> Vec<Choice> {
    let none = Choice { value: String::new(), label: ctx.t("medium-licence-none") };
    let each = Licence::ALL.into_iter().map(|one| Choice { value: one.code().to_owned(), label: ctx.t(one.key()) });
    std::iter::once(none).chain(each).collect()
}

/// The field for the file.
pub(super) fn file(ctx: &Ctx, faults: &Faults) -> Field {
    Field::line(FILE, ctx.t("medium-file"))
        .hinted(ctx.t("medium-file-hint"))
        .required()
        .with(Control::File(ACCEPT))
        .checked(faults.at(FILE))
}

/// The value of a field as it is kept.
pub(super) fn value(about: &About, name: &str) -> String {
    let alt = about.alt.as_ref();
    match name {
        TITLE => about.title.clone(),
        ALT_DE => alt.map(|alt| alt.de.clone()).unwrap_or_default(),
        ALT_EN => alt.and_then(|alt| alt.en.clone()).unwrap_or_default(),
        DECORATIVE if about.decorative => YES.to_owned(),
        HOLDER => about.holder.clone().unwrap_or_default(),
        LICENCE => about.licence.map(Licence::code).unwrap_or_default().to_owned(),
        SOURCE => about.source.clone().unwrap_or_default(),
        _ => String::new(),
    }
}
