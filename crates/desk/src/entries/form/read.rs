//! From what somebody typed to a document, or to what is wrong with it.

use std::collections::HashMap;

use anyhow::Context as _;
use archive::Document;
use archive::document::{Fault as Unfit, Why};
use base::{Certainty, Email, Slug, VideoAddress, When};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use thread::Kind;
use thread::sheet::{Asks, Input};
use web::Ctx;
use web::form::YES;

use super::layout::{ALL_LINKS, Part, WITHDRAWN_WHY};
use super::picks::{Picked, Picks};
use super::scalar;
use super::values::Values;
use super::write::at;

/// What is wrong, by the name of the field.
pub(crate) type Faults = HashMap<String, String>;

/// A document that was read, and where in the form each part of it stands.
#[derive(Debug)]
pub(crate) struct Read {
    /// The document.
    pub(crate) document: Document,
    /// Names of fields by their paths in the document, where the two differ.
    places: HashMap<String, String>,
}

impl Read {
    /// What does not fit together with other entries, in words, by the name of the field.
    pub(crate) fn faults(&self, ctx: &Ctx, unfit: &[Unfit]) -> Faults {
        unfit.iter().map(|fault| (self.name(&fault.path), unfit_in_words(ctx, &fault.why))).collect()
    }

    fn name(&self, path: &str) -> String {
        match self.places.iter().find(|(known, _)| path.starts_with(known.as_str())) {
            Some((known, name)) => format!("{name}{}", &path[known.len()..]),
            None => path.to_owned(),
        }
    }
}

/// Reads a form on top of the document that it was made from; what the form does not ask stays as it was.
///
/// # Errors
/// What is wrong with the fields; the document is not made then.
pub(crate) fn read(
    ctx: &Ctx,
    base: &Document,
    parts: &[Part],
    values: &Values,
    picks: &Picks,
) -> anyhow::Result<Result<Read, Faults>> {
    let mut json = serde_json::to_value(base)?;
    let mut reader = Reader::new(ctx, values, picks);
    reader.fill(&mut json, parts)?;
    reader.when(&mut json)?;
    if !reader.faults.is_empty() {
        return Ok(Err(reader.faults));
    }
    json["matter"]["updated"] = json!(reader.now);
    let places = reader.places;
    match serde_json::from_value(json) {
        Ok(document) => Ok(Ok(Read { document, places })),
        // What is left are combinations that only the types know: a claim with a range and a value.
        Err(error) => Ok(Err(Faults::from([(String::new(), ctx.t_with("entry-unfit", "reason", error.to_string()))]))),
    }
}

/// As [`read()`], for anything that has a JSON form.
///
/// # Errors
/// What is wrong with the fields.
pub(crate) fn read_json(
    ctx: &Ctx,
    mut json: Value,
    parts: &[Part],
    values: &Values,
    picks: &Picks,
) -> anyhow::Result<Result<Value, Faults>> {
    let mut reader = Reader::new(ctx, values, picks);
    reader.fill(&mut json, parts)?;
    Ok(if reader.faults.is_empty() { Ok(json) } else { Err(reader.faults) })
}

/// Sets the value at a path, or removes it.
fn put(json: &mut Value, path: &str, value: Option<Value>) -> anyhow::Result<()> {
    let (parents, key) = path.rsplit_once('.').unwrap_or(("", path));
    let parent = parents.split('.').filter(|step| !step.is_empty()).try_fold(json, |json, step| {
        let object = json.as_object_mut()?;
        Some(object.entry(step).or_insert_with(|| Value::Object(Map::new())))
    });
    let object = parent.and_then(Value::as_object_mut).with_context(|| format!("no object for {path}"))?;
    match value {
        Some(value) => object.insert(key.to_owned(), value),
        None => object.remove(key),
    };
    Ok(())
}

struct Reader<'a> {
    ctx: &'a Ctx,
    values: &'a Values,
    picks: &'a Picks,
    now: Timestamp,
    faults: Faults,
    places: HashMap<String, String>,
}

impl<'a> Reader<'a> {
    fn new(ctx: &'a Ctx, values: &'a Values, picks: &'a Picks) -> Self {
        let now = ctx.state().clock.now();
        Self { ctx, values, picks, now, faults: Faults::new(), places: HashMap::new() }
    }

    /// Puts what the form says into the document that it was made from.
    fn fill(&mut self, json: &mut Value, parts: &[Part]) -> anyhow::Result<()> {
        for place in parts.iter().flat_map(|part| &part.places) {
            let name = place.name();
            let value = match place.input.asks {
                _ if name == ALL_LINKS => self.links(place.input, at(json, ALL_LINKS)),
                Asks::Sources | Asks::Choices(..) | Asks::Slugs(Kind::Field) => {
                    in_order_of(at(json, &name), self.value(&name, place.input))
                }
                _ => self.value(&name, place.input),
            };
            put(json, &name, value)?;
        }
        Ok(())
    }

    fn value(&mut self, name: &str, input: &Input) -> Option<Value> {
        let value = match input.asks {
            Asks::Localized => self.localized(name, input.required),
            Asks::Rows(inputs) => self.rows(name, inputs),
            Asks::Slugs(kind) if kind != Kind::Field => self.slugs(name),
            _ => match self.values.get(name) {
                "" => None,
                text => self.scalar(name, text, input),
            },
        };
        let is_missing = value.is_none() && input.required && !matches!(input.asks, Asks::Localized);
        if is_missing && !self.faults.contains_key(name) {
            self.report(name, self.ctx.t("entry-missing"));
        }
        // Texts that may be empty are still texts.
        match (value, input.asks) {
            (None, Asks::Text | Asks::Markdown) => Some(json!("")),
            (value, _) => value,
        }
    }

    fn scalar(&mut self, name: &str, text: &str, input: &Input) -> Option<Value> {
        let read = match input.asks {
            Asks::Number => scalar::number(self.ctx, text),
            Asks::Amount => scalar::amount(self.ctx, text),
            Asks::Time => scalar::time(self.ctx, text),
            Asks::Address if name == "matter.sign_language" => {
                VideoAddress::parse(text).map(|_| json!(text)).map_err(|_| self.ctx.t("entry-no-video"))
            }
            Asks::Address => scalar::address(self.ctx, text),
            Asks::When => self.edtf(text).map(|when| json!(when.edtf().to_string())),
            Asks::Flag => Ok(json!(text == YES)),
            Asks::Choice(_, words) => scalar::choice(self.ctx, text, &words()),
            Asks::Choices(_, words) => {
                text.lines().map(|word| scalar::choice(self.ctx, word, &words())).collect::<Result<Value, _>>()
            }
            Asks::Slugs(_) | Asks::Sources => Ok(text.lines().map(|word| json!(word)).collect()),
            Asks::EntryOr(word, key) if text == self.ctx.t(key) => Ok(json!(word)),
            Asks::Slug(_) | Asks::Entry | Asks::EntryOr(..) => self.picked(name),
            Asks::Markdown => scalar::markdown(self.ctx, text),
            Asks::Email => text.parse::<Email>().map(|_| json!(text)).map_err(|_| self.ctx.t("entry-no-email")),
            Asks::Line if name == "slug" => {
                Slug::parse(text).map(|_| json!(text)).map_err(|_| self.ctx.t("entry-no-slug"))
            }
            _ => Ok(json!(text)),
        };
        read.map_err(|message| self.report(name, message)).ok()
    }

    /// The entry that a field names: its slug where the kind is known, else folder and slug.
    fn picked(&self, name: &str) -> Result<Value, String> {
        match self.picks.get(name) {
            Some(Picked::One(value)) => Ok(json!(value)),
            Some(Picked::Several(_)) => Err(self.ctx.t("entry-pick-several")),
            Some(Picked::Nothing) | None => Err(self.ctx.t("entry-pick-nothing")),
        }
    }

    fn edtf(&self, text: &str) -> Result<When, String> {
        scalar::when(self.ctx, text).map(|reading| reading.when)
    }

    /// A date and how sure it is go together. What the words say of that counts more than the list.
    fn when(&mut self, json: &mut Value) -> anyhow::Result<()> {
        let text = self.values.get("matter.when");
        let certainty = match scalar::when(self.ctx, text) {
            Ok(read) if read.when.certainty() != Certainty::Fixed => Some(read.when.certainty()),
            Ok(_) => Certainty::from_code(self.values.get("matter.certainty")).or(Some(Certainty::Fixed)),
            Err(_) => None,
        };
        put(json, "matter.certainty", certainty.map(|certainty| json!(certainty.code())))
    }

    fn localized(&mut self, name: &str, required: bool) -> Option<Value> {
        let german = self.values.get(&format!("{name}.de"));
        let english = self.values.get(&format!("{name}.en"));
        if german.is_empty() && (required || !english.is_empty()) {
            self.report(&format!("{name}.de"), self.ctx.t("entry-missing-german"));
        }
        match (german, english) {
            ("", _) => None,
            (german, "") => Some(json!({ "de": german })),
            (german, english) => Some(json!({ "de": german, "en": english })),
        }
    }

    fn slugs(&mut self, name: &str) -> Option<Value> {
        let mut slugs = Vec::new();
        for row in 0..self.values.rows(name) {
            let name = format!("{name}.{row}.slug");
            if self.values.get(&name).is_empty() {
                continue;
            }
            match self.picked(&name) {
                Ok(slug) => slugs.push(slug),
                Err(message) => self.report(&name, message),
            }
        }
        (!slugs.is_empty()).then(|| slugs.into())
    }

    fn rows(&mut self, name: &str, inputs: &[Input]) -> Option<Value> {
        let mut rows = Vec::new();
        for row in 0..self.values.rows(name) {
            let start = format!("{name}.{row}");
            if self.is_blank(&start, inputs) {
                continue;
            }
            self.places.insert(format!("{name}.{}", rows.len()), start.clone());
            rows.push(self.row(&start, inputs));
        }
        (!rows.is_empty()).then(|| rows.into())
    }

    fn row(&mut self, start: &str, inputs: &[Input]) -> Value {
        let mut object = Map::new();
        for input in inputs {
            if let Some(value) = self.value(&format!("{start}.{}", input.key), input) {
                object.insert(input.key.to_owned(), value);
            }
        }
        Value::Object(object)
    }

    /// A row in which nothing was typed. What a list chooses by itself does not count.
    fn is_blank(&self, start: &str, inputs: &[Input]) -> bool {
        inputs.iter().filter(|input| !matches!(input.asks, Asks::Choice(..) | Asks::Flag | Asks::Key)).all(|input| {
            match input.asks {
                Asks::Localized => ["de", "en"]
                    .iter()
                    .all(|language| self.values.get(&format!("{start}.{}.{language}", input.key)).is_empty()),
                _ => self.values.get(&format!("{start}.{}", input.key)).is_empty(),
            }
        })
    }

    /// Links: those that stand may be taken back with a reason; those that were, stay so.
    fn links(&mut self, input: &Input, before: Option<&Value>) -> Option<Value> {
        let Asks::Rows(inputs) = input.asks else { return None };
        let mut links = match self.rows(ALL_LINKS, inputs) {
            Some(Value::Array(links)) => links,
            _ => Vec::new(),
        };
        for (place, link) in links.iter_mut().enumerate() {
            let name = self.places.get(&format!("{ALL_LINKS}.{place}"));
            let why = name.map_or("", |name| self.values.get(&format!("{name}.{WITHDRAWN_WHY}")));
            if !why.is_empty() {
                link["withdrawn"] = json!({ "at": self.now, "why": why });
            }
        }
        let gone = before.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        links.extend(gone.iter().filter(|link| link.get("withdrawn").is_some_and(|gone| !gone.is_null())).cloned());
        (!links.is_empty()).then(|| links.into())
    }

    fn report(&mut self, name: &str, message: String) {
        self.faults.insert(name.to_owned(), message);
    }
}

/// Boxes say what is ticked, not in which order it stood: what stays keeps its place, what is new follows.
fn in_order_of(before: Option<&Value>, after: Option<Value>) -> Option<Value> {
    let (Some(Value::Array(before)), Some(Value::Array(after))) = (before, &after) else { return after };
    let kept = before.iter().filter(|item| after.contains(item));
    let new = after.iter().filter(|item| !before.contains(item));
    Some(kept.chain(new).cloned().collect())
}

/// What does not fit, as a sentence.
fn unfit_in_words(ctx: &Ctx, why: &Why) -> String {
    match why {
        Why::NoEntry(name) => ctx.t_with("entry-no-entry", "name", name.as_str()),
        Why::NoSource(name) => ctx.t_with("entry-no-source", "name", name.as_str()),
        Why::NoTown(name) => ctx.t_with("entry-no-town", "name", name.as_str()),
        Why::WithItself => ctx.t("entry-with-itself"),
        Why::Twice => ctx.t("entry-link-twice"),
        Why::Circle(_) => ctx.t("entry-circle"),
        Why::Taken(_) => ctx.t("entry-slug-taken"),
        Why::Table(reason) => ctx.t_with("entry-unfit", "reason", reason.as_str()),
    }
}
